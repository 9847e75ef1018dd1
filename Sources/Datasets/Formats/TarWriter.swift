// SPDX-License-Identifier: Apache-2.0

/// A tar archive of plain files.
enum TarWriter {
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
