// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon

/// Walks through a JSON text from left to right. What is asked for is read as what it is; what nobody asks for is passed
/// over and never built: a file of 10⁵ runs is mostly numbers that no report reads.
public struct JSONScanner {
    /// What is wrong with a text.
    public enum Failure: Error, Equatable, CustomStringConvertible {
        /// It is no JSON: what stands where.
        case malformed(String, offset: Int)
        /// A value is there, but of another type than was asked for.
        case otherType
        /// A number that is larger than any that can be held, as it is written.
        case tooLarge(String)

        public var description: String {
            switch self {
            case .malformed(let what, let offset): "it is no JSON: \(what) at character \(offset + 1)"
            case .otherType: "it has another type"
            case .tooLarge(let number): "\(number) is larger than any number can be (1.8e308)"
            }
        }
    }

    /// A text between its quotes, as it is written.
    public struct Text {
        /// Without the quotes; escapes are as they were.
        public let raw: UnsafeRawBufferPointer
        fileprivate let isPlain: Bool
        fileprivate let offset: Int

        /// What it says.
        public func string() throws -> String {
            if isPlain {
                guard let text = String(validating: raw, as: UTF8.self) else {
                    throw Failure.malformed("bytes that are no UTF-8", offset: offset)
                }
                return text
            }
            return try JSONScanner.unescaped(raw, offset)
        }
    }

    private let bytes: UnsafeRawBufferPointer
    private var at = 0
    private var depth = 0
    private static let deepest = 200

    /// - Parameter bytes: must stay where they are while they are walked through.
    public init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// The value that a whole text is.
    public static func value(_ text: some StringProtocol) throws -> ConfigValue {
        var text = String(text)
        return try text.withUTF8 { bytes in
            var scanner = JSONScanner(UnsafeRawBufferPointer(bytes))
            let value = try scanner.value()
            try scanner.end()
            return value
        }
    }

    // MARK: Composites

    /// Hands over each key of a mapping; `member` must read or skip its value.
    public mutating func object(_ member: (inout JSONScanner, Text) throws -> Void) throws {
        try open(UInt8(ascii: "{"))
        if closes(UInt8(ascii: "}")) { return }
        repeat {
            let key = try text()
            space()
            guard take(UInt8(ascii: ":")) else { throw surprise("no ':' behind a key") }
            try member(&self, key)
        } while try goesOn(UInt8(ascii: "}"))
    }

    /// Calls `element` for each entry of a list; it must read or skip one value.
    public mutating func array(_ element: (inout JSONScanner) throws -> Void) throws {
        try open(UInt8(ascii: "["))
        if closes(UInt8(ascii: "]")) { return }
        repeat { try element(&self) } while try goesOn(UInt8(ascii: "]"))
    }

    private mutating func open(_ bracket: UInt8) throws {
        space()
        guard take(bracket) else { throw mismatch() }
        depth += 1
        guard depth <= Self.deepest else { throw Failure.malformed("more than \(Self.deepest) levels", offset: at) }
    }

    private mutating func closes(_ bracket: UInt8) -> Bool {
        space()
        guard take(bracket) else { return false }
        depth -= 1
        return true
    }

    private mutating func goesOn(_ bracket: UInt8) throws -> Bool {
        space()
        if take(UInt8(ascii: ",")) { return true }
        guard closes(bracket) else { throw surprise("neither ',' nor '\(Character(Unicode.Scalar(bracket)))'") }
        return false
    }

    // MARK: Values

    /// Whatever stands here. A number without a fraction is an integer where it fits one.
    public mutating func value() throws -> ConfigValue {
        space()
        switch current {
        case UInt8(ascii: "{"):
            var members: [String: ConfigValue] = [:]
            try object { scanner, key in
                let name = try key.string()
                guard members.updateValue(try scanner.value(), forKey: name) == nil else {
                    throw Failure.malformed("a second '\(name)'", offset: scanner.at)
                }
            }
            return .object(members)
        case UInt8(ascii: "["):
            var values: [ConfigValue] = []
            try array { values.append(try $0.value()) }
            return .array(values)
        case UInt8(ascii: "\""): return .string(try text().string())
        case UInt8(ascii: "t"):
            try word("true")
            return .bool(true)
        case UInt8(ascii: "f"):
            try word("false")
            return .bool(false)
        case UInt8(ascii: "n"):
            try word("null")
            return .null
        default:
            let digits = try digits()
            if digits.isWhole, let whole = Self.whole(digits.raw) { return .int(whole) }
            let number = try Self.double(digits.raw)
            return Int(exactly: number).map { abs(number) < 0x1p53 ? .int($0) : .double(number) } ?? .double(number)
        }
    }

    /// A text.
    public mutating func text() throws -> Text {
        space()
        guard take(UInt8(ascii: "\"")) else { throw mismatch() }
        let start = at
        var isPlain = true
        while at < bytes.count {
            let byte = bytes[at]
            if byte == UInt8(ascii: "\"") {
                at += 1
                return Text(
                    raw: UnsafeRawBufferPointer(rebasing: bytes[start..<(at - 1)]), isPlain: isPlain, offset: start)
            }
            guard byte >= 0x20 else { throw surprise("a control character in a text") }
            if byte == UInt8(ascii: "\\") {
                isPlain = false
                at += 1
            }
            at += 1
        }
        at = bytes.count
        throw surprise("no '\"' behind a text")
    }

    /// A number; `null` is one that does not exist.
    public mutating func number() throws -> Double {
        space()
        if current == UInt8(ascii: "n") {
            try word("null")
            return .nan
        }
        return try Self.double(try digits().raw)
    }

    /// A whole number.
    public mutating func integer() throws -> Int {
        guard case .int(let value) = try value() else { throw Failure.otherType }
        return value
    }

    /// Passes over one value, and says how it is written.
    @discardableResult
    public mutating func skip() throws -> UnsafeRawBufferPointer {
        space()
        let start = at
        switch current {
        case UInt8(ascii: "{"): try object { scanner, _ in try scanner.skip() }
        case UInt8(ascii: "["): try array { try $0.skip() }
        case UInt8(ascii: "\""): _ = try text()
        case UInt8(ascii: "t"): try word("true")
        case UInt8(ascii: "f"): try word("false")
        case UInt8(ascii: "n"): try word("null")
        default: _ = try digits()
        }
        return UnsafeRawBufferPointer(rebasing: bytes[start..<at])
    }

    /// Nothing but space is left.
    public mutating func end() throws {
        space()
        if at < bytes.count { throw surprise("something behind the end") }
    }

    // MARK: Bytes

    private var current: UInt8 { at < bytes.count ? bytes[at] : 0 }

    private mutating func space() {
        while at < bytes.count {
            let byte = bytes[at]
            guard byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 else { return }
            at += 1
        }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard current == byte, at < bytes.count else { return false }
        at += 1
        return true
    }

    private mutating func word(_ word: StaticString) throws {
        for index in 0..<word.utf8CodeUnitCount where !take(word.utf8Start[index]) {
            throw surprise("no '\(word)'")
        }
    }

    private func surprise(_ what: String) -> Failure {
        .malformed(at < bytes.count ? what : "its end", offset: min(at, bytes.count))
    }

    /// A value that begins as another type does is of that type; anything else is no value.
    private func mismatch() -> Failure {
        switch current {
        case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\""), UInt8(ascii: "t"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            .otherType
        default: surprise("no value")
        }
    }

    // MARK: Numbers

    /// A number as it is written: -?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?
    private mutating func digits() throws -> (raw: UnsafeRawBufferPointer, isWhole: Bool) {
        let start = at
        func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
        func run(_ scanner: inout JSONScanner) throws {
            guard isDigit(scanner.current) else {
                throw scanner.at == start ? scanner.mismatch() : scanner.surprise("no digit")
            }
            while isDigit(scanner.current) { scanner.at += 1 }
        }
        _ = take(UInt8(ascii: "-"))
        let first = at
        try run(&self)
        if bytes[first] == UInt8(ascii: "0"), at > first + 1 {
            throw Failure.malformed("a number that begins with 0", offset: first)
        }
        var isWhole = true
        if take(UInt8(ascii: ".")) {
            isWhole = false
            try run(&self)
        }
        if current | 0x20 == UInt8(ascii: "e") {
            isWhole = false
            at += 1
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            try run(&self)
        }
        return (UnsafeRawBufferPointer(rebasing: bytes[start..<at]), isWhole)
    }

    private static func whole(_ raw: UnsafeRawBufferPointer) -> Int? {
        let isNegative = raw[0] == UInt8(ascii: "-")
        var value = 0
        for byte in raw[(isNegative ? 1 : 0)...] {
            let (tens, tooMany) = value.multipliedReportingOverflow(by: 10)
            let (next, over) = tens.subtractingReportingOverflow(Int(byte - UInt8(ascii: "0")))
            if tooMany || over { return nil }
            value = next
        }
        return isNegative ? value : value == .min ? nil : -value
    }

    private static let powers: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20,
        1e21, 1e22,
    ]

    /// The nearest double. Up to 2⁵³ over a power of ten up to 10²², both exact, one division rounds it right; everything
    /// else is the C library's.
    private static func double(_ raw: UnsafeRawBufferPointer) throws -> Double {
        var whole: UInt64 = 0
        var decimals = 0
        var point = false
        var isShort = raw.count <= 20
        if isShort {
            for byte in raw where byte != UInt8(ascii: "-") {
                if byte == UInt8(ascii: ".") {
                    point = true
                } else if byte | 0x20 == UInt8(ascii: "e") {
                    isShort = false
                    break
                } else {
                    whole = whole &* 10 &+ UInt64(byte - UInt8(ascii: "0"))
                    if point { decimals += 1 }
                }
            }
            // Up to 19 digits do not overflow 64 bits.
            if isShort, raw.count <= 19, whole <= 1 << 53, decimals <= 22 {
                let value = Double(whole) / powers[decimals]
                return raw[0] == UInt8(ascii: "-") ? -value : value
            }
        }
        let text = String(decoding: raw, as: UTF8.self)
        let value = strtod(text, nil)
        guard value.isFinite else { throw Failure.tooLarge(text.count > 40 ? text.prefix(39) + "…" : text) }
        return value
    }

    // MARK: Texts

    private static func unescaped(_ raw: UnsafeRawBufferPointer, _ offset: Int) throws -> String {
        var units: [UInt8] = []
        units.reserveCapacity(raw.count)
        var at = 0
        func bad() -> Failure { .malformed("an unknown escape", offset: offset + at) }
        /// The four hexadecimal digits behind `\u`.
        func unit() throws -> UInt32 {
            guard at + 4 <= raw.count,
                let value = UInt32(String(decoding: raw[at..<(at + 4)], as: UTF8.self), radix: 16),
                raw[at] != UInt8(ascii: "+")
            else { throw bad() }
            at += 4
            return value
        }
        while at < raw.count {
            let byte = raw[at]
            at += 1
            guard byte == UInt8(ascii: "\\") else {
                units.append(byte)
                continue
            }
            guard at < raw.count else { throw bad() }
            let escape = raw[at]
            at += 1
            switch escape {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): units.append(escape)
            case UInt8(ascii: "b"): units.append(8)
            case UInt8(ascii: "f"): units.append(12)
            case UInt8(ascii: "n"): units.append(10)
            case UInt8(ascii: "r"): units.append(13)
            case UInt8(ascii: "t"): units.append(9)
            case UInt8(ascii: "u"):
                var value = try unit()
                if 0xd800..<0xdc00 ~= value {
                    guard at + 2 <= raw.count, raw[at] == UInt8(ascii: "\\"), raw[at + 1] == UInt8(ascii: "u") else {
                        throw bad()
                    }
                    at += 2
                    let low = try unit()
                    guard 0xdc00..<0xe000 ~= low else { throw bad() }
                    value = 0x10000 + (value - 0xd800) << 10 + (low - 0xdc00)
                }
                guard let scalar = Unicode.Scalar(value) else { throw bad() }
                units.append(contentsOf: Array(String(Character(scalar)).utf8))
            default: throw bad()
            }
        }
        guard let text = String(validating: units, as: UTF8.self) else {
            throw Failure.malformed("bytes that are no UTF-8", offset: offset)
        }
        return text
    }
}
