// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Options of a strategy, data set, encoder …: a struct whose properties are all `@Field`s.
///
/// Name, type, default, range and help stand in the property list, once. Given keys are laid over the defaults;
/// an unknown key is an error. The resolved value is what is stored and hashed; YAML keys are the property names.
public protocol Configurable: Codable, Equatable, Sendable {
    init()
    /// Checks what a single field cannot know. Return sentences without a place; the caller adds it.
    func problems() -> [String]
}

extension Configurable {
    /// Nothing to add.
    public func problems() -> [String] { [] }

    /// The fields in declared order.
    public static var fields: [FieldDescription] {
        Mirror(reflecting: Self()).children.compactMap { child in
            guard let label = child.label, let field = child.value as? any AnyField else { return nil }
            return field.describe(String(label.drop { $0 == "_" }))
        }
    }

    /// Lays `given` over the defaults. Every problem is reported, each with the key it concerns. The cells of a row ask the
    /// same over and over, so what was answered is remembered.
    public static func resolve(_ given: ConfigValue) -> Resolution<Self> {
        resolutions.answer(to: given) { resolved(given) }
    }

    private static func resolved(_ given: ConfigValue) -> Resolution<Self> {
        var members: [String: ConfigValue] = [:]
        var issues: [FieldIssue] = []
        let fields = fields
        for field in fields { members[field.name] = field.defaultValue }
        switch given {
        case .null: break
        case .object(let object):
            for key in object.keys.sorted() {
                guard let field = fields.first(where: { $0.name == key }) else {
                    let names = fields.map(\.name)
                    let hint = NearestName.hint(key, among: names)
                    let known = names.isEmpty ? "there are no options here" : "known: \(names.joined(separator: ", "))"
                    issues.append(FieldIssue(key: key, message: "unknown key '\(key)'\(hint) (\(known))"))
                    continue
                }
                let value = object[key] ?? .null
                if let message = field.check(value) {
                    issues.append(FieldIssue(key: key, message: "'\(key)' \(message)"))
                } else {
                    members[key] = field.canonical(value)
                }
            }
        default:
            issues.append(FieldIssue(key: nil, message: "expected a mapping of options, found a \(given.typeName)"))
        }
        guard issues.isEmpty else { return Resolution(value: nil, canonical: .null, issues: issues) }
        let resolved = ConfigValue.object(members)
        do {
            let value = try JSONDecoder().decode(Self.self, from: Data(resolved.canonicalJSON.utf8))
            let problems = value.problems().map { FieldIssue(key: nil, message: $0) }
            return Resolution(value: problems.isEmpty ? value : nil, canonical: resolved, issues: problems)
        } catch {
            return Resolution(value: nil, canonical: .null, issues: [FieldIssue(key: nil, message: "\(error)")])
        }
    }

    /// The options from a value that `resolve` has accepted before (a stored specification).
    public static func decode(_ resolved: ConfigValue) throws -> Self {
        let resolution = resolve(resolved)
        guard let value = resolution.value else { throw ConfigurationError(issues: resolution.issues) }
        return value
    }
}

/// Options that were resolved before, by their type and what was given.
private final class Resolutions: @unchecked Sendable {
    private struct Question: Hashable {
        let type: ObjectIdentifier
        let given: ConfigValue
    }

    private static let most = 4096
    private let lock = NSLock()
    private var known: [Question: any Sendable] = [:]

    func answer<Options: Configurable>(
        to given: ConfigValue, _ make: () -> Resolution<Options>
    ) -> Resolution<Options> {
        let question = Question(type: ObjectIdentifier(Options.self), given: given)
        if let answer = lock.withLock({ known[question] }) as? Resolution<Options> { return answer }
        let answer = make()
        lock.withLock {
            if known.count >= Self.most { known.removeAll() }
            known[question] = answer
        }
        return answer
    }
}

private let resolutions = Resolutions()

/// Nothing to configure.
public struct NoOptions: Configurable { public init() {} }

/// What is wrong with a given value.
public struct FieldIssue: Equatable, Sendable {
    /// The offending key, nil when the whole mapping is meant.
    public let key: String?
    /// A sentence without a place.
    public let message: String
    public init(key: String?, message: String) {
        self.key = key
        self.message = message
    }
}

/// Options as given, laid over the defaults.
public struct Resolution<Value: Sendable>: Sendable {
    /// nil where there are issues.
    public let value: Value?
    /// All fields, defaults filled in.
    public let canonical: ConfigValue
    /// All mistakes, in the order of the fields.
    public let issues: [FieldIssue]
    public init(value: Value?, canonical: ConfigValue, issues: [FieldIssue]) {
        self.value = value
        self.canonical = canonical
        self.issues = issues
    }
}

/// Options that cannot be used.
public struct ConfigurationError: Error, CustomStringConvertible {
    /// What is wrong with them.
    public let issues: [FieldIssue]
    public init(issues: [FieldIssue]) { self.issues = issues }
    public var description: String { issues.map(\.message).joined(separator: "; ") }
}

/// One configurable property: `@Field("how hard the leader is damped", in: 0...10) var alpha: Float = 0.8`.
@propertyWrapper
public struct Field<Value: FieldValue>: Codable, Equatable, Sendable {
    /// The value: the default until a given one is laid over it.
    public var wrappedValue: Value
    let help: String
    let range: ClosedRange<Double>?

    /// A property with its default, a sentence for lists of options, and the range of its numbers.
    public init(wrappedValue: Value, _ help: String, in range: ClosedRange<Double>? = nil) {
        self.wrappedValue = wrappedValue
        self.help = help
        self.range = range
    }

    public init(from decoder: any Decoder) throws {
        self.init(wrappedValue: try Value(from: decoder), "")
    }

    public func encode(to encoder: any Encoder) throws { try wrappedValue.encode(to: encoder) }

    public static func == (a: Self, b: Self) -> Bool { a.wrappedValue == b.wrappedValue }
}

protocol AnyField { func describe(_ name: String) -> FieldDescription }

extension Field: AnyField {
    func describe(_ name: String) -> FieldDescription {
        FieldDescription(
            name: name, help: help, kind: Value.fieldKind, range: range, defaultValue: wrappedValue.configValue)
    }
}

/// What a field accepts.
public indirect enum FieldKind: Equatable, Sendable {
    /// One value of that type.
    case boolean, integer, number, string
    /// One of these words.
    case choice([String])
    /// Any number of such values.
    case list(FieldKind)
    /// Such a value, or null.
    case optional(FieldKind)
    /// Any value; checked by whoever reads it.
    case any

    /// As lists of options show it.
    public var text: String {
        switch self {
        case .boolean: "boolean"
        case .integer: "integer"
        case .number: "number"
        case .string: "string"
        case .choice(let names): names.joined(separator: " | ")
        case .list(let element): "list of \(element.text)"
        case .optional(let kind): "\(kind.text) or null"
        case .any: "any value"
        }
    }
}

/// A property of options, as lists and checks need it.
public struct FieldDescription: Equatable, Sendable {
    /// The key in YAML.
    public let name: String
    /// The sentence in lists.
    public let help: String
    /// What may stand there.
    public let kind: FieldKind
    /// Bounds of numbers, both included; nil for none.
    public let range: ClosedRange<Double>?
    /// What stands there if nothing is given.
    public let defaultValue: ConfigValue

    /// nil if `value` may stand here, else what is wrong ("must be …").
    public func check(_ value: ConfigValue) -> String? { FieldDescription.check(value, kind, range) }

    /// The value in the form in which it is hashed: `1` given for a number is `1.0`'s equal anyway.
    func canonical(_ value: ConfigValue) -> ConfigValue { value }

    private static func check(_ value: ConfigValue, _ kind: FieldKind, _ range: ClosedRange<Double>?) -> String? {
        func mismatch() -> String { "must be \(article(kind.text)), found \(article(value.typeName))" }
        switch (kind, value) {
        case (.any, _), (.boolean, .bool), (.string, .string), (.optional, .null): return nil
        case (.optional(let inner), _): return check(value, inner, range)
        case (.integer, .int(let number)): return outside(Double(number), range)
        case (.number, .int(let number)): return outside(Double(number), range)
        case (.number, .double(let number)):
            return number.isFinite ? outside(number, range) : "must be finite, found \(number)"
        case (.choice(let names), .string(let name)):
            return names.contains(name)
                ? nil
                : "must be one of \(names.joined(separator: ", ")), found '\(name)'\(NearestName.hint(name, among: names))"
        case (.list(let element), .array(let values)):
            for (index, value) in values.enumerated() {
                if let message = check(value, element, range) { return "element \(index) \(message)" }
            }
            return nil
        default: return mismatch()
        }
    }

    private static func outside(_ number: Double, _ range: ClosedRange<Double>?) -> String? {
        guard let range, !range.contains(number) else { return nil }
        let text = JSONText.number
        if range.upperBound == .greatestFiniteMagnitude {
            return "must be at least \(text(range.lowerBound)), found \(text(number))"
        }
        return "must lie in \(text(range.lowerBound)) … \(text(range.upperBound)), found \(text(number))"
    }

    private static func article(_ noun: String) -> String {
        guard let first = noun.first, !noun.contains("|") else { return "one of " + noun }
        return noun == "null" ? noun : ("aeiou".contains(first) ? "an " : "a ") + noun
    }
}

/// The upper end of a range that has none: `in: atLeast(0)`.
public func atLeast(_ lowest: Double) -> ClosedRange<Double> { lowest...Double.greatestFiniteMagnitude }

/// A type that may be a field.
public protocol FieldValue: Codable, Equatable, Sendable {
    /// What may stand there.
    static var fieldKind: FieldKind { get }
    /// The value as it is stored and hashed.
    var configValue: ConfigValue { get }
}

extension Bool: FieldValue {
    public static var fieldKind: FieldKind { .boolean }
    public var configValue: ConfigValue { .bool(self) }
}
extension Int: FieldValue {
    public static var fieldKind: FieldKind { .integer }
    public var configValue: ConfigValue { .int(self) }
}
extension Double: FieldValue {
    public static var fieldKind: FieldKind { .number }
    public var configValue: ConfigValue { self == rounded() && abs(self) < 1e15 ? .int(Int(self)) : .double(self) }
}
extension Float: FieldValue {
    public static var fieldKind: FieldKind { .number }
    /// Through the shortest decimal, so that 0.1 is stored as 0.1 and reads back to the same Float.
    public var configValue: ConfigValue { (Double("\(self)") ?? Double(self)).configValue }
}
extension String: FieldValue {
    public static var fieldKind: FieldKind { .string }
    public var configValue: ConfigValue { .string(self) }
}
extension ConfigValue: FieldValue {
    public static var fieldKind: FieldKind { .any }
    public var configValue: ConfigValue { self }
}
extension Array: FieldValue where Element: FieldValue {
    public static var fieldKind: FieldKind { .list(Element.fieldKind) }
    public var configValue: ConfigValue { .array(map(\.configValue)) }
}
extension Optional: FieldValue where Wrapped: FieldValue {
    public static var fieldKind: FieldKind { .optional(Wrapped.fieldKind) }
    public var configValue: ConfigValue { self?.configValue ?? .null }
}

/// An enumeration of kebab-case words: `enum Mode: String, FieldChoice { case gradient, cotangent, update }`.
public protocol FieldChoice: FieldValue, CaseIterable, RawRepresentable where RawValue == String {}
extension FieldChoice {
    /// One of the cases' words.
    public static var fieldKind: FieldKind { .choice(allCases.map(\.rawValue)) }
    /// The case's word.
    public var configValue: ConfigValue { .string(rawValue) }
}
