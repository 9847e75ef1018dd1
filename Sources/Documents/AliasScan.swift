// SPDX-License-Identifier: Apache-2.0

/// Finds YAML aliases in the text itself, before anything expands them: a few lines of nested aliases stand for
/// billions of nodes, and the composer hashes keys node by node.
enum AliasScan {
    /// Line and column of the first `*name` for which `&name` stands anywhere in the text; nil without one.
    ///
    /// Every alias has both, so none is missed. Prose that has both by chance must be worded otherwise.
    static func firstAlias(in text: String) -> (line: Int, column: Int)? {
        let bytes = Array(text.utf8)
        let anchors = Set(names(after: UInt8(ascii: "&"), in: bytes).map(\.name))
        guard !anchors.isEmpty,
            let alias = names(after: UInt8(ascii: "*"), in: bytes).first(where: { anchors.contains($0.name) })
        else { return nil }
        let before = bytes[..<alias.offset]
        let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        return (before.count { $0 == UInt8(ascii: "\n") } + 1, alias.offset - start + 1)
    }

    private static func names(after sign: UInt8, in bytes: [UInt8]) -> [(name: ArraySlice<UInt8>, offset: Int)] {
        bytes.indices.compactMap { index in
            guard bytes[index] == sign else { return nil }
            let name = bytes[(index + 1)...].prefix(while: isNameByte)
            return name.isEmpty ? nil : (name, index)
        }
    }

    /// The bytes that the YAML library takes for an anchor's name.
    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
