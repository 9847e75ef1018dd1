// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The members of a tar archive (ustar, GNU and pax names); nothing is unpacked to disk.
public struct Tar: Sendable {
    /// A file in the archive.
    public struct Member: Equatable, Sendable {
        /// Its path in the archive.
        public let name: String
        /// Its first byte in the archive.
        public let offset: Int
        /// Its length in bytes.
        public let size: Int
    }

    /// Regular files in the order of the archive.
    public let members: [Member]
    private let file: String
    private let path: String
    private let places: [String: Int]
    private static let block = 512
    /// A larger member is refused when it is read.
    private static let limit = 1 << 30

    /// Reads the headers, not the contents.
    public init(path: String, name: String) throws(FormatError) {
        file = name
        self.path = path
        guard let handle = FileHandle(forReadingAtPath: path) else { throw FormatError(name, "there is no such file") }
        defer { try? handle.close() }
        let members: [Member]
        do {
            let size = try handle.seekToEnd()
            members = try Tar.scan(name, Int(size)) { offset, count in
                try handle.seek(toOffset: UInt64(offset))
                return [UInt8](try handle.read(upToCount: count) ?? Data())
            }
        } catch let error as FormatError {
            throw error
        } catch {
            throw FormatError(name, "cannot be read")
        }
        self.members = members
        places = Dictionary(members.enumerated().map { ($1.name, $0) }) { first, _ in first }
    }

    /// The headers of an archive in memory; its members cannot be read.
    public init(bytes: [UInt8], name: String) throws(FormatError) {
        file = name
        path = ""
        let members: [Member]
        do {
            members = try Tar.scan(name, bytes.count) { offset, count in
                offset < bytes.count ? Array(bytes[max(0, offset)..<min(bytes.count, offset + count)]) : []
            }
        } catch let error as FormatError {
            throw error
        } catch {
            throw FormatError(name, "cannot be read")
        }
        self.members = members
        places = Dictionary(members.enumerated().map { ($1.name, $0) }) { first, _ in first }
    }

    /// Whether there is a file of this path.
    public func contains(_ name: String) -> Bool { places[name] != nil }

    /// The content of a file.
    public func bytes(_ name: String) throws(FormatError) -> [UInt8] {
        guard let place = places[name] else { throw FormatError(file, "has no member '\(name)'") }
        let member = members[place]
        let label = "\(file)/\(name)"
        guard member.size <= Tar.limit else { throw FormatError(label, "is larger than \(Tar.limit) bytes") }
        guard let handle = FileHandle(forReadingAtPath: path) else { throw FormatError(file, "cannot be read") }
        defer { try? handle.close() }
        do {
            try handle.seek(toOffset: UInt64(member.offset))
            let content = try handle.read(upToCount: member.size) ?? Data()
            guard content.count == member.size else { throw FormatError(label, "is cut off") }
            return [UInt8](content)
        } catch let error as FormatError {
            throw error
        } catch {
            throw FormatError(label, "cannot be read")
        }
    }

    /// Walks the headers of an archive of `size` bytes.
    private static func scan(
        _ file: String, _ size: Int, _ read: (_ offset: Int, _ count: Int) throws -> [UInt8]
    ) throws -> [Member] {
        var members: [Member] = []
        var offset = 0
        var longName: String?
        while offset + block <= size {
            let header = try read(offset, block)
            guard header.count == block else { throw FormatError(file, "is cut off at byte \(offset)") }
            if header.allSatisfy({ $0 == 0 }) { break }
            guard checksum(header) == number(header[148..<156]) else {
                throw FormatError(file, "is no tar archive, or damaged: a header's checksum is wrong at byte \(offset)")
            }
            guard let length = number(header[124..<136]), length >= 0, length <= size - offset - block else {
                throw FormatError(file, "is cut off: the member at byte \(offset) ends behind the archive")
            }
            let content = offset + block
            switch header[156] {
            case UInt8(ascii: "0"), 0:
                let name = longName ?? self.name(header)
                guard isInside(name) else { throw FormatError(file, "has a member that leaves it: '\(name)'") }
                members.append(Member(name: normalized(name), offset: content, size: length))
                longName = nil
            case UInt8(ascii: "L"):
                longName = text(try read(content, min(length, 1 << 16))[...])
            case UInt8(ascii: "x"):
                longName = paxPath(try read(content, min(length, 1 << 16))) ?? longName
            default:
                // Folders, links and devices hold nothing that is read.
                longName = nil
            }
            offset = content + (length + block - 1) / block * block
        }
        if members.isEmpty { throw FormatError(file, "holds no files") }
        return members
    }

    private static func checksum(_ header: [UInt8]) -> Int {
        header.enumerated().reduce(0) { $0 + ((148..<156).contains($1.offset) ? 32 : Int($1.element)) }
    }

    /// Octal digits, or a big-endian number behind a set top bit (GNU); nil for anything else.
    private static func number(_ field: ArraySlice<UInt8>) -> Int? {
        if let first = field.first, first & 0x80 != 0 {
            return field.dropFirst().reduce(Int(first & 0x7f)) { value, byte in
                value > Int.max >> 9 ? Int.max : value << 8 | Int(byte)
            }
        }
        let digits = text(field).trimmingCharacters(in: .whitespaces)
        return digits.isEmpty ? 0 : Int(digits, radix: 8)
    }

    private static func text(_ field: ArraySlice<UInt8>) -> String {
        String(decoding: field.prefix { $0 != 0 }, as: UTF8.self)
    }

    private static func name(_ header: [UInt8]) -> String {
        let prefix = header[257..<262].elementsEqual(Array("ustar".utf8)) ? text(header[345..<500]) : ""
        let name = text(header[0..<100])
        return prefix.isEmpty ? name : prefix + "/" + name
    }

    /// The `path` of a pax record: "length key=value\n".
    private static func paxPath(_ bytes: [UInt8]) -> String? {
        var rest = bytes[...]
        while let space = rest.firstIndex(of: 32), let length = Int(text(rest[rest.startIndex..<space])),
            length > space - rest.startIndex + 1, length <= rest.count
        {
            let record = rest[(space + 1)..<(rest.startIndex + length - 1)]
            if record.starts(with: Array("path=".utf8)) { return String(decoding: record.dropFirst(5), as: UTF8.self) }
            rest = rest[(rest.startIndex + length)...]
        }
        return nil
    }

    private static func isInside(_ name: String) -> Bool {
        !name.hasPrefix("/") && !name.contains("\0") && !name.split(separator: "/").contains("..")
    }

    private static func normalized(_ name: String) -> String { name.hasPrefix("./") ? String(name.dropFirst(2)) : name }
}
