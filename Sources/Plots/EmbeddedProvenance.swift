// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon

/// What a figure was made from, inside the figure's own file, so that it is not lost when the file is passed on alone.
///
/// SVG: a `metadata` element. PNG: an `iTXt` chunk. PDF, EPS and LaTeX: comment lines, in a PDF between its trailer and
/// the word `startxref`, where no offset counts. Nothing in it depends on the moment, so bytes stay the same.
enum EmbeddedProvenance {
    private static let keyword = "pdmpbench"
    private static let comment = "% pdmpbench: "
    private static let opening = "<metadata id=\"pdmpbench\">"
    private static let signature: [UInt8] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

    // MARK: Writing

    /// - Parameter kind: the file's ending.
    static func insert(_ provenance: ConfigValue, into data: inout Data, kind: String) {
        let json = provenance.canonicalJSON
        switch kind {
        case "svg":
            guard let place = data.range(of: Data("</desc>".utf8)) else { break }
            data.insert(contentsOf: Data("\n\(opening)\(escaped(json))</metadata>".utf8), at: place.upperBound)
        case "png":
            // IEND is the last chunk and always 12 bytes long.
            data.insert(contentsOf: chunk(json), at: data.endIndex - 12)
        case "pdf", "eps":
            let mark = kind == "pdf" ? "startxref" : "%%EOF"
            guard let place = data.range(of: Data(mark.utf8), options: .backwards) else { break }
            data.insert(contentsOf: Data(comments(json).utf8), at: place.lowerBound)
        case "tex": data.insert(contentsOf: Data(comments(json).utf8), at: data.startIndex)
        default: break
        }
    }

    private static func escaped(_ text: String) -> String {
        text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
            .replacingOccurrences(of: ">", with: "&gt;")
    }

    /// Lines short enough for PostScript, which allows 255 bytes.
    private static func comments(_ text: String) -> String {
        var lines = ""
        var line = ""
        for character in text {
            if line.utf8.count + character.utf8.count > 200 {
                lines += comment + line + "\n"
                line = ""
            }
            line.append(character)
        }
        return lines + comment + line + "\n"
    }

    /// An uncompressed international text chunk: length, type, keyword, flags, text, checksum.
    private static func chunk(_ text: String) -> Data {
        let body = Data("iTXt\(keyword)\0\0\0\0\0\(text)".utf8)
        func word(_ value: UInt32) -> Data { withUnsafeBytes(of: value.bigEndian) { Data($0) } }
        return word(UInt32(body.count - 4)) + body + word(checksum(body))
    }

    /// PNG's checksum: CRC-32 with the reflected polynomial EDB88320.
    private static func checksum(_ data: Data) -> UInt32 {
        var value: UInt32 = 0xffff_ffff
        for byte in data {
            value ^= UInt32(byte)
            for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xedb8_8320 : value >> 1 }
        }
        return ~value
    }

    // MARK: Reading

    /// nil where a file of any kind says nothing.
    static func read(_ data: Data) -> ConfigValue? {
        guard let json = data.starts(with: signature) ? pngText(data) : text(data) else { return nil }
        return try? JSONDecoder().decode(ConfigValue.self, from: Data(json.utf8))
    }

    private static func pngText(_ data: Data) -> String? {
        let bytes = [UInt8](data)
        let wanted = Array("iTXt\(keyword)\0\0\0\0\0".utf8)
        var place = signature.count
        while place + 12 <= bytes.count {
            let length = bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
            let end = place + 8 + length
            guard length >= 0, end <= bytes.count else { return nil }
            if bytes[(place + 4)..<end].starts(with: wanted) {
                return String(decoding: bytes[(place + 4 + wanted.count)..<end], as: UTF8.self)
            }
            place = end + 4
        }
        return nil
    }

    private static func text(_ data: Data) -> String? {
        // Comments and scripts are lines of text among bytes that may be none.
        func lines(_ mark: String) -> [String] {
            var found: [String] = []
            var place = data.startIndex
            while let start = data.range(of: Data(mark.utf8), in: place..<data.endIndex) {
                let end = data[start.upperBound...].firstIndex(of: UInt8(ascii: "\n")) ?? data.endIndex
                found.append(String(decoding: data[start.upperBound..<end], as: UTF8.self))
                place = end
            }
            return found
        }
        if let start = data.range(of: Data(opening.utf8)),
            let end = data.range(of: Data("</metadata>".utf8), in: start.upperBound..<data.endIndex)
        {
            return String(decoding: data[start.upperBound..<end.lowerBound], as: UTF8.self)
                .replacingOccurrences(of: "&lt;", with: "<").replacingOccurrences(of: "&gt;", with: ">")
                .replacingOccurrences(of: "&amp;", with: "&")
        }
        let comments = lines(comment)
        return comments.isEmpty ? lines(FigureScript.provenanceMark).first : comments.joined()
    }
}
