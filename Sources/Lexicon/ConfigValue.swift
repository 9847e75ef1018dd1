// SPDX-License-Identifier: Apache-2.0

/// A configuration value as YAML and JSON know it. Equal values have equal canonical text, which is what is hashed.
public indirect enum ConfigValue: Hashable, Sendable {
    /// Nothing; also what is not a number.
    case null
    /// true or false.
    case bool(Bool)
    /// A number without a point.
    case int(Int)
    /// A number with a point or an exponent; finite.
    case double(Double)
    /// A text.
    case string(String)
    /// A list.
    case array([ConfigValue])
    /// A mapping; written with its keys sorted.
    case object([String: ConfigValue])

    /// The name of the type, for messages.
    public var typeName: String {
        switch self {
        case .null: "null"
        case .bool: "boolean"
        case .int: "integer"
        case .double: "number"
        case .string: "string"
        case .array: "list"
        case .object: "mapping"
        }
    }

    /// The value of a key; nil if this is no mapping or has no such key.
    public subscript(_ key: String) -> ConfigValue? {
        if case .object(let members) = self { members[key] } else { nil }
    }

    /// The text, if it is one.
    public var stringValue: String? { if case .string(let value) = self { value } else { nil } }
    /// The boolean, if it is one.
    public var boolValue: Bool? { if case .bool(let value) = self { value } else { nil } }
    /// The integer, if it is one.
    public var intValue: Int? { if case .int(let value) = self { value } else { nil } }
    /// The list, if it is one.
    public var arrayValue: [ConfigValue]? { if case .array(let value) = self { value } else { nil } }
    /// The mapping, if it is one.
    public var objectValue: [String: ConfigValue]? { if case .object(let value) = self { value } else { nil } }
    /// The number, if it is one, integers included.
    public var doubleValue: Double? {
        switch self {
        case .int(let value): Double(value)
        case .double(let value): value
        default: nil
        }
    }

    /// JSON with sorted keys, no spaces, shortest round-trip numbers; numbers that are not finite become `null`.
    public var canonicalJSON: String {
        var text = ""
        write(to: &text)
        return text
    }

    /// Writes the canonical JSON behind what is written already.
    public func write(to text: inout String) {
        switch self {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .int(let value): text += String(value)
        case .double(let value): JSONText.append(number: value, to: &text)
        case .string(let value): JSONText.append(quoted: value, to: &text)
        case .array(let values):
            text += "["
            for (index, value) in values.enumerated() {
                if index > 0 { text += "," }
                value.write(to: &text)
            }
            text += "]"
        case .object(let members):
            text += "{"
            for (index, key) in members.keys.sorted().enumerated() {
                if index > 0 { text += "," }
                JSONText.append(quoted: key, to: &text)
                text += ":"
                (members[key] ?? .null).write(to: &text)
            }
            text += "}"
        }
    }
}

/// The few rules of JSON text that we fix ourselves so that equal values have equal bytes.
public enum JSONText {
    /// Shortest text that reads back to the same number; an integral number has no fraction; `null` if not finite.
    public static func number(_ value: Double) -> String {
        var text = ""
        append(number: value, to: &text)
        return text
    }

    /// The same behind what is written already.
    public static func append(number value: Double, to text: inout String) {
        if !value.isFinite {
            text += "null"
        } else if value == value.rounded(), abs(value) < 1e15 {
            text += value == 0 ? "0" : String(Int(value))
        } else {
            value.write(to: &text)
        }
    }

    /// A text as JSON writes it, in quotes.
    public static func quoted(_ text: String) -> String {
        var result = ""
        append(quoted: text, to: &result)
        return result
    }

    /// The same behind what is written already.
    public static func append(quoted text: String, to result: inout String) {
        result += "\""
        var text = text
        let isPlain = text.withUTF8 { bytes in
            bytes.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") && $0 != 0x7f }
        }
        if isPlain {
            result += text
        } else {
            for scalar in text.unicodeScalars { append(escaped: scalar, to: &result) }
        }
        result += "\""
    }

    private static func append(escaped scalar: Unicode.Scalar, to result: inout String) {
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "\n": result += "\\n"
        case "\r": result += "\\r"
        case "\t": result += "\\t"
        case "\u{0}"..."\u{1f}", "\u{7f}":
            let digits = String(scalar.value, radix: 16)
            result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: result.unicodeScalars.append(scalar)
        }
    }
}

extension ConfigValue: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Int.self) {
            self = .int(value)
        } else if let value = try? container.decode(Double.self) {
            self = .double(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([ConfigValue].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: ConfigValue].self))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .int(let value): try container.encode(value)
        case .double(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .array(let value): try container.encode(value)
        case .object(let value): try container.encode(value)
        }
    }
}

extension ConfigValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    public init(stringLiteral value: String) { self = .string(value) }
    public init(integerLiteral value: Int) { self = .int(value) }
    public init(floatLiteral value: Double) { self = .double(value) }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(arrayLiteral elements: ConfigValue...) { self = .array(elements) }
    public init(dictionaryLiteral elements: (String, ConfigValue)...) {
        self = .object(Dictionary(elements) { _, last in last })
    }
}
