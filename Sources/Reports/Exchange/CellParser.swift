// SPDX-License-Identifier: Apache-2.0

import Documents
import Foundation
import Lexicon
import Suites

/// One line of `cells.jsonl` as a record. Parts that many lines share (a budget, names of metrics) are held once.
final class CellParser: @unchecked Sendable {
    private let wants: @Sendable (String) -> Bool
    private let asks: @Sendable (String) -> Bool
    private var values = Shelf<ConfigValue>()
    private var choices = Shelf<Choice>()
    private var names = Shelf<Name>()
    private var machines = Shelf<[String: String]>()
    /// Where in the line the parser is: a key and one within it.
    private var place: [JSONScanner.Text] = []

    init(curve wants: @escaping @Sendable (String) -> Bool, diagnostic asks: @escaping @Sendable (String) -> Bool) {
        self.wants = wants
        self.asks = asks
    }

    private struct Name {
        let text: String
        /// Whether a curve, whether a diagnostic of that name is wanted.
        let isCurve, isDiagnostic: Bool
    }

    /// What a line lacks.
    private enum Failure: Error {
        case missing(String)
        case unknownState(String)
    }

    /// What went wrong in the last line.
    func reason(_ error: any Error) -> String {
        let path = place.compactMap { try? $0.string() }.joined(separator: ".")
        switch error {
        case Failure.missing(let key): return "'\(key)' is missing"
        case Failure.unknownState(let state):
            let known = RunState.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
            return "'state' is '\(state.prefix(40))', and must be one of \(known)"
        case JSONScanner.Failure.otherType where !path.isEmpty: return "'\(path)' has another type"
        case JSONScanner.Failure.otherType: return "it is no JSON object"
        case JSONScanner.Failure.tooLarge(let number):
            return "'\(path)' is \(number), more than any number can be (1.8e308)"
        case let failure as JSONScanner.Failure: return failure.description
        default: return "\(error)"
        }
    }

    func record(_ line: UnsafeRawBufferPointer) throws -> CellRecord {
        place.removeAll(keepingCapacity: true)
        var scanner = JSONScanner(line)
        var cell = Parts()
        try members(&scanner) { scanner, key in try read(key.text, &scanner, &cell) }
        try scanner.end()
        return try cell.record()
    }

    private func read(_ key: String, _ scanner: inout JSONScanner, _ cell: inout Parts) throws {
        switch key {
        case "budget": cell.budget = try value(&scanner)
        case "code_version": cell.codeVersion = try shared(&scanner)
        case "companions": cell.companions = try numbers(&scanner)
        case "cost": cell.cost = try cost(&scanner)
        case "curves": cell.curves = try curves(&scanner)
        case "data_digest": cell.dataDigest = try shared(&scanner)
        case "dataset": cell.dataset = try shared(&scanner)
        case "dataset_options": cell.datasetOptions = try choice(&scanner)
        case "diagnostics":
            var numbers: [String: Double] = [:]
            try members(&scanner) { scanner, name in
                if name.isDiagnostic { numbers[name.text] = try scanner.number() } else { try scanner.skip() }
            }
            cell.diagnostics = numbers
        case "encoders":
            var encoders: [String: Choice] = [:]
            try members(&scanner) { scanner, name in encoders[name.text] = try choice(&scanner) }
            cell.encoders = encoders
        case "fingerprint": cell.fingerprint = try scanner.text().string()
        case "fusion": cell.fusion = try shared(&scanner)
        case "fusion_options": cell.fusionOptions = try choice(&scanner)
        case "limit": cell.limit = try scanner.integer()
        case "machine": cell.machine = try texts(&scanner)
        case "metrics": cell.metrics = try numbers(&scanner)
        case "notes": cell.notes = try texts(&scanner)
        case "optimizer": cell.optimizer = try choice(&scanner)
        case "pairing": cell.pairing = try shared(&scanner)
        case "parameters_sha256": cell.parametersSHA256 = try scanner.text().string()
        case "reason": cell.reason = try shared(&scanner)
        case "robustness": cell.robustness = try value(&scanner)
        case "schedule": cell.schedule = try choice(&scanner)
        case "seed": cell.seed = try scanner.integer()
        case "state":
            let text = try shared(&scanner)
            guard let state = RunState(rawValue: text) else { throw Failure.unknownState(text) }
            cell.state = state
        case "strategy": cell.strategy = try shared(&scanner)
        case "strategy_options": cell.strategyOptions = try value(&scanner)
        case "suite": cell.suite = try shared(&scanner)
        case "task": cell.task = try shared(&scanner)
        case "task_options": cell.taskOptions = try value(&scanner)
        case "unimodal": cell.unimodal = try numbers(&scanner)
        case "variant": cell.variant = try shared(&scanner)
        default: try scanner.skip()
        }
    }

    // MARK: Kinds of values

    private func name(_ key: JSONScanner.Text) throws -> Name {
        try names.value(key.raw) {
            let text = try key.string()
            return Name(text: text, isCurve: wants(text), isDiagnostic: asks(text))
        }
    }

    private func members(_ scanner: inout JSONScanner, _ member: (inout JSONScanner, Name) throws -> Void) throws {
        try scanner.object { scanner, key in
            place.append(key)
            try member(&scanner, try name(key))
            place.removeLast()
        }
    }

    private func numbers(_ scanner: inout JSONScanner) throws -> [String: Double] {
        var numbers: [String: Double] = [:]
        try members(&scanner) { scanner, name in numbers[name.text] = try scanner.number() }
        return numbers
    }

    private func curves(_ scanner: inout JSONScanner) throws -> [String: [Double]] {
        var curves: [String: [Double]] = [:]
        try members(&scanner) { scanner, name in
            guard name.isCurve else {
                try scanner.skip()
                return
            }
            var values: [Double] = []
            try scanner.array { values.append(try $0.number()) }
            curves[name.text] = values
        }
        return curves
    }

    private func texts(_ scanner: inout JSONScanner) throws -> [String: String] {
        let raw = try scanner.skip()
        return try machines.value(raw) {
            var texts: [String: String] = [:]
            var inner = JSONScanner(raw)
            try members(&inner) { scanner, name in texts[name.text] = try scanner.text().string() }
            return texts
        }
    }

    private func shared(_ scanner: inout JSONScanner) throws -> String { try name(try scanner.text()).text }

    private func value(_ scanner: inout JSONScanner) throws -> ConfigValue {
        let raw = try scanner.skip()
        return try values.value(raw) {
            var inner = JSONScanner(raw)
            return try inner.value()
        }
    }

    private func choice(_ scanner: inout JSONScanner) throws -> Choice {
        let raw = try scanner.skip()
        return try choices.value(raw) {
            var inner = JSONScanner(raw)
            var id: String?
            var options: ConfigValue?
            try members(&inner) { scanner, name in
                switch name.text {
                case "id": id = try scanner.text().string()
                case "options": options = try scanner.value()
                default: try scanner.skip()
                }
            }
            guard let id else { throw Failure.missing(path("id")) }
            guard let options else { throw Failure.missing(path("options")) }
            return Choice(id, options)
        }
    }

    private func path(_ key: String) -> String {
        (place.compactMap { try? $0.string() } + [key]).joined(separator: ".")
    }

    private func cost(_ scanner: inout JSONScanner) throws -> Cost {
        var cost = Cost()
        try members(&scanner) { scanner, name in
            switch name.text {
            case "finished": cost.finished = try scanner.text().string()
            case "flops": cost.flops = try scanner.number()
            case "peak_rss_bytes": cost.peakRSSBytes = try scanner.integer()
            case "seconds": cost.seconds = try scanner.number()
            case "started": cost.started = try scanner.text().string()
            default: try scanner.skip()
            }
        }
        return cost
    }

    /// What was read of a line.
    private struct Parts {
        var budget: ConfigValue?
        var codeVersion: String?
        var companions: [String: Double]?
        var cost = Cost()
        var curves: [String: [Double]]?
        var dataDigest: String?
        var dataset: String?
        var datasetOptions: Choice?
        var diagnostics: [String: Double]?
        var encoders: [String: Choice]?
        var fingerprint: String?
        var fusion: String?
        var fusionOptions: Choice?
        var limit: Int?
        var machine: [String: String] = [:]
        var metrics: [String: Double]?
        var notes: [String: String]?
        var optimizer: Choice?
        var pairing: String?
        var parametersSHA256: String?
        var reason: String?
        var robustness: ConfigValue?
        var schedule: Choice?
        var seed: Int?
        var state: RunState?
        var strategy: String?
        var strategyOptions: ConfigValue?
        var suite: String?
        var task: String?
        var taskOptions: ConfigValue?
        var unimodal: [String: Double]?
        var variant: String?

        func record() throws -> CellRecord {
            func need<Value>(_ value: Value?, _ key: String) throws -> Value {
                guard let value else { throw Failure.missing(key) }
                return value
            }
            let spec = RunSpec(
                task: Choice(try need(task, "task"), taskOptions ?? [:]),
                dataset: try need(datasetOptions, "dataset_options"), dataDigest: try need(dataDigest, "data_digest"),
                encoders: try need(encoders, "encoders"), fusion: try need(fusionOptions, "fusion_options"),
                strategy: Choice(try need(strategy, "strategy"), try need(strategyOptions, "strategy_options")),
                optimizer: try need(optimizer, "optimizer"), schedule: try need(schedule, "schedule"),
                budget: try need(budget, "budget"), seed: try need(seed, "seed"), versions: [:], limit: limit,
                robustness: robustness)
            var result = RunResult(
                state: try need(state, "state"), reason: try need(reason, "reason"),
                metrics: try need(metrics, "metrics"), unimodal: try need(unimodal, "unimodal"),
                curves: try need(curves, "curves"), diagnostics: try need(diagnostics, "diagnostics"),
                parametersSHA256: try need(parametersSHA256, "parameters_sha256"), cost: cost, machine: machine,
                codeVersion: try need(codeVersion, "code_version"))
            result.companions = companions
            result.notes = notes
            return CellRecord(
                labels: RunLabels(
                    suite: try need(suite, "suite"), dataset: try need(dataset, "dataset"),
                    pairing: try need(pairing, "pairing"), fusion: try need(fusion, "fusion"),
                    strategy: try need(variant, "variant")),
                spec: spec, fingerprint: Fingerprint(hex: try need(fingerprint, "fingerprint")), result: result)
        }
    }
}

/// Values by how they are written: what stands in many lines is made once.
private struct Shelf<Value> {
    private static var most: Int { 20_000 }
    private var known: [Int: [(text: [UInt8], value: Value)]] = [:]

    mutating func value(_ text: UnsafeRawBufferPointer, _ make: () throws -> Value) throws -> Value {
        var hasher = Hasher()
        hasher.combine(bytes: text)
        let hash = hasher.finalize()
        if let same = known[hash]?.first(where: { isEqual($0.text, text) }) { return same.value }
        let made = try make()
        if known.count < Self.most { known[hash, default: []].append((Array(text), made)) }
        return made
    }

    private func isEqual(_ known: [UInt8], _ text: UnsafeRawBufferPointer) -> Bool {
        known.withUnsafeBytes {
            $0.count == text.count && ($0.isEmpty || memcmp($0.baseAddress!, text.baseAddress!, $0.count) == 0)
        }
    }
}
