// SPDX-License-Identifier: Apache-2.0

/// A tar archive of plain files.
enum TarWriter {
    /// The same bytes with the checksum of each block that may be a header made right.
    static func repaired(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for start in stride(from: 0, to: bytes.count - 511, by: 512) where bytes[start] != 0 {
            let sum = (0..<512).reduce(0) { $0 + ((148..<156).contains($1) ? 32 : Int(bytes[start + $1])) }
            let text = String(sum, radix: 8)
            let field = String(repeating: "0", count: 6 - min(6, text.count)) + text.suffix(6) + "\0 "
            bytes.replaceSubrange(start + 148..<start + 156, with: field.utf8)
        }
        return bytes
    }

    static func bytes(_ members: [(name: String, content: [UInt8])]) -> [UInt8] {
        var bytes: [UInt8] = []
        for (name, content) in members {
            var header = [UInt8](repeating: 0, count: 512)
            func put(_ text: String, _ place: Int) {
                header.replaceSubrange(place..<place + text.utf8.count, with: text.utf8)
            }
            func octal(_ value: Int, _ digits: Int) -> String {
                let text = String(value, radix: 8)
                return String(repeating: "0", count: max(0, digits - text.count)) + text
            }
            put(String(name.prefix(100)), 0)
            put("0000644", 100)
            put(octal(content.count, 11), 124)
            put("0", 156)
            put("ustar", 257)
            put(String(repeating: " ", count: 8), 148)
            put(octal(header.reduce(0) { $0 + Int($1) }, 6) + "\0 ", 148)
            bytes += header + content + [UInt8](repeating: 0, count: (512 - content.count % 512) % 512)
        }
        return bytes + [UInt8](repeating: 0, count: 1024)
    }
}
