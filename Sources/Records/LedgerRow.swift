// SPDX-License-Identifier: Apache-2.0

import Documents
import Foundation
import GRDB
import Lexicon
import Suites

/// One run as the ledger keeps it: shared texts by number, numbers by their bits.
struct LedgerRow {
    let specification: ConfigValue
    let result: RunResult
    let finishedAt: String

    init(_ specification: ConfigValue, _ result: RunResult, finishedAt: String) {
        self.specification = specification
        self.result = result
        self.finishedAt = finishedAt
    }

    // MARK: Writing

    func write(_ database: Database, _ fingerprint: Fingerprint) throws {
        let key = LedgerRow.key(fingerprint)
        let members = specification.objectValue ?? [:]
        let parts = try members.keys.sorted().filter { $0 != "seed" }.map {
            try LedgerRow.part("\(JSONText.quoted($0)):\((members[$0] ?? .null).canonicalJSON)", database)
        }
        let groups = [result.metrics, result.unimodal, result.diagnostics].map { LedgerRow.pack($0) }
        let names = try LedgerRow.part(
            ConfigValue.array(groups.map { .array($0.names.map { .string($0) }) }).canonicalJSON, database)
        let machine = try LedgerRow.part(
            ConfigValue.object(result.machine.mapValues { .string($0) }).canonicalJSON, database)
        // Whatever a result may hold one day and is not taken apart here is kept as it is.
        var rest = result
        (rest.metrics, rest.unimodal, rest.diagnostics, rest.curves, rest.machine) = ([:], [:], [:], [:], [:])
        try database.execute(
            sql: """
                INSERT INTO outcome (fingerprint, state, parts, seed, names, numbers, rest, machine, seconds, finished_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (fingerprint) DO UPDATE SET state = excluded.state, names = excluded.names,
                  numbers = excluded.numbers, rest = excluded.rest, machine = excluded.machine,
                  seconds = excluded.seconds, finished_at = excluded.finished_at
                """,
            arguments: [
                key, result.state.rawValue, parts.map(String.init).joined(separator: ","),
                specification["seed"]?.intValue ?? 0, names,
                LedgerRow.bytes(groups.flatMap(\.values)),
                String(decoding: try LedgerRow.encoder.encode(rest), as: UTF8.self), machine,
                result.cost.seconds.isFinite ? result.cost.seconds : 0, finishedAt,
            ])
        guard !result.curves.isEmpty else {
            try database.execute(sql: "DELETE FROM curve WHERE fingerprint = ?", arguments: [key])
            return
        }
        let curves = result.curves.keys.sorted()
        let lengths = curves.map { result.curves[$0]?.count ?? 0 }
        let heading = ConfigValue.array(
            zip(curves, lengths).map { .array([.string($0), .int($1)]) }
        ).canonicalJSON
        try database.execute(
            sql: "INSERT OR REPLACE INTO curve (fingerprint, names, numbers) VALUES (?, ?, ?)",
            arguments: [
                key, try LedgerRow.part(heading, database), LedgerRow.bytes(curves.flatMap { result.curves[$0] ?? [] }),
            ])
    }

    /// The number of a shared text.
    private static func part(_ text: String, _ database: Database) throws -> Int64 {
        let find = try database.cachedStatement(sql: "SELECT id FROM part WHERE text = ?")
        if let id = try Int64.fetchOne(find, arguments: [text]) { return id }
        try database.execute(sql: "INSERT INTO part (text) VALUES (?)", arguments: [text])
        return database.lastInsertedRowID
    }

    // MARK: Reading

    /// Texts by number, as far as they were asked for.
    struct Parts {
        private var texts: [Int64: String] = [:]
        private var names: [Int64: [[String]]] = [:]
        private var headings: [Int64: [(name: String, count: Int)]] = [:]
        private var machines: [Int64: [String: String]] = [:]
        /// Notes by how they are written: most runs have the same.
        private var notes: [String: [String: String]] = [:]

        mutating func text(_ id: Int64, _ database: Database) throws -> String {
            if let known = texts[id] { return known }
            let find = try database.cachedStatement(sql: "SELECT text FROM part WHERE id = ?")
            guard let text = try String.fetchOne(find, arguments: [id]) else { throw LedgerDamage.missingPart(id) }
            texts[id] = text
            return text
        }

        mutating func names(_ id: Int64, _ database: Database) throws -> [[String]] {
            if let known = names[id] { return known }
            let list = try decoder.decode([[String]].self, from: Data(try text(id, database).utf8))
            names[id] = list
            return list
        }

        mutating func heading(_ id: Int64, _ database: Database) throws -> [(name: String, count: Int)] {
            if let known = headings[id] { return known }
            let value = try decoder.decode([ConfigValue].self, from: Data(try text(id, database).utf8))
            let list = value.compactMap { pair -> (name: String, count: Int)? in
                guard let pair = pair.arrayValue, pair.count == 2, let name = pair[0].stringValue,
                    let count = pair[1].intValue
                else { return nil }
                return (name, count)
            }
            headings[id] = list
            return list
        }

        mutating func machine(_ id: Int64, _ database: Database) throws -> [String: String] {
            if let known = machines[id] { return known }
            let facts = try decoder.decode([String: String].self, from: Data(try text(id, database).utf8))
            machines[id] = facts
            return facts
        }

        mutating func notes(_ text: String) throws -> [String: String] {
            if let known = notes[text] { return known }
            let made = try decoder.decode([String: String].self, from: Data(text.utf8))
            if notes.count < 1000 { notes[text] = made }
            return made
        }
    }

    /// A result from a row of `outcome` joined with `curve` (`curve_names`, `curve_numbers` are NULL without one).
    static func result(_ row: Row, _ parts: inout Parts, _ database: Database, curve wants: (String) -> Bool) throws
        -> RunResult
    {
        var result = try rest(row["rest"], &parts)
        let values = doubles(row["numbers"])
        var groups: [[String: Double]] = []
        var next = 0
        for names in try parts.names(row["names"], database) {
            guard next + names.count <= values.count else { throw LedgerDamage.cutOff }
            groups.append(Dictionary(uniqueKeysWithValues: zip(names, values[next..<(next + names.count)])))
            next += names.count
        }
        guard groups.count == 3, next == values.count else { throw LedgerDamage.cutOff }
        (result.metrics, result.unimodal, result.diagnostics) = (groups[0], groups[1], groups[2])
        result.machine = try parts.machine(row["machine"], database)
        if let heading: Int64 = row["curve_names"] {
            let values = doubles(row["curve_numbers"])
            var next = 0
            for (name, count) in try parts.heading(heading, database) {
                guard next + count <= values.count else { throw LedgerDamage.cutOff }
                if wants(name) { result.curves[name] = Array(values[next..<(next + count)]) }
                next += count
            }
        }
        return result
    }

    /// A result as `rest` tells it: what this program knows is scanned; where there is anything else, all of it is decoded.
    private static func rest(_ text: String, _ parts: inout Parts) throws -> RunResult {
        var text = text
        let known = text.withUTF8 { bytes in try? scanned(UnsafeRawBufferPointer(bytes), &parts) }
        return try known ?? decoder.decode(RunResult.self, from: Data(text.utf8))
    }

    /// nil or an error for a text that holds what is not known here.
    private static func scanned(_ bytes: UnsafeRawBufferPointer, _ parts: inout Parts) throws -> RunResult? {
        var result = RunResult(state: .ok)
        var isKnown = true
        var missing: Set<String> = ["codeVersion", "parametersSHA256", "reason", "state"]
        var scanner = JSONScanner(bytes)
        try scanner.object { scanner, key in
            let key = try key.string()
            missing.remove(key)
            switch key {
            case "codeVersion": result.codeVersion = try scanner.text().string()
            case "companions":
                var flops: [String: Double] = [:]
                try scanner.object { scanner, name in flops[try name.string()] = try scanner.number() }
                result.companions = flops
            case "cost":
                try scanner.object { scanner, key in
                    switch try key.string() {
                    case "finished": result.cost.finished = try scanner.text().string()
                    case "flops": result.cost.flops = try scanner.number()
                    case "peakRSSBytes": result.cost.peakRSSBytes = try scanner.integer()
                    case "seconds": result.cost.seconds = try scanner.number()
                    case "started": result.cost.started = try scanner.text().string()
                    default:
                        isKnown = false
                        try scanner.skip()
                    }
                }
            case "curves", "diagnostics", "machine", "metrics", "unimodal":
                // These stand in columns of their own, and are empty here.
                if try scanner.skip().count != 2 { isKnown = false }
            case "notes": result.notes = try parts.notes(String(decoding: try scanner.skip(), as: UTF8.self))
            case "parametersSHA256": result.parametersSHA256 = try scanner.text().string()
            case "reason": result.reason = try scanner.text().string()
            case "state":
                guard let state = RunState(rawValue: try scanner.text().string()) else {
                    isKnown = false
                    return
                }
                result.state = state
            default:
                isKnown = false
                try scanner.skip()
            }
        }
        return isKnown && missing.isEmpty ? result : nil
    }

    /// The specification of a row of `outcome`.
    static func specification(_ row: Row, _ parts: inout Parts, _ database: Database) throws -> ConfigValue {
        let texts = try (row["parts"] as String).split(separator: ",").map { number in
            guard let id = Int64(number) else { throw LedgerDamage.cutOff }
            return try parts.text(id, database)
        }
        let text = "{\((texts + ["\"seed\":\(row["seed"] as Int)"]).joined(separator: ","))}"
        return try decoder.decode(ConfigValue.self, from: Data(text.utf8))
    }

    // MARK: Numbers and keys

    private static func pack(_ values: [String: Double]) -> (names: [String], values: [Double]) {
        let names = values.keys.sorted()
        return (names, names.map { values[$0] ?? .nan })
    }

    static func bytes(_ values: [Double]) -> Data {
        var data = Data(capacity: values.count * 8)
        for value in values { withUnsafeBytes(of: value.bitPattern.littleEndian) { data.append(contentsOf: $0) } }
        return data
    }

    static func doubles(_ data: Data) -> [Double] {
        data.withUnsafeBytes { bytes in
            (0..<(bytes.count / 8)).map {
                Double(bitPattern: UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self)))
            }
        }
    }

    /// A fingerprint's 32 bytes.
    static func key(_ fingerprint: Fingerprint) -> Data {
        let digits = Array(fingerprint.hex.utf8)
        func value(_ digit: UInt8) -> UInt8? {
            switch digit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
            default: nil
            }
        }
        var data = Data(capacity: 32)
        for index in stride(from: 0, to: digits.count - 1, by: 2) {
            guard let high = value(digits[index]), let low = value(digits[index + 1]) else { return Data(digits) }
            data.append(high << 4 | low)
        }
        return data
    }

    static func fingerprint(_ key: Data) -> Fingerprint {
        let digits = Array("0123456789abcdef".utf8)
        return Fingerprint(
            hex: String(decoding: key.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self))
    }

    static var encoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        return encoder
    }

    static let decoder: JSONDecoder = {
        let decoder = JSONDecoder()
        decoder.nonConformingFloatDecodingStrategy = .convertFromString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        return decoder
    }()
}

/// What only a damaged file can show.
enum LedgerDamage: Error, CustomStringConvertible {
    case missingPart(Int64)
    case cutOff

    var description: String {
        switch self {
        case .missingPart(let id): "it is damaged: part \(id) is not there"
        case .cutOff: "it is damaged: a row's numbers are cut off"
        }
    }
}
