// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Suites

extension QueryFilter {
    /// What is asked for and no record has, a sentence each with the nearest name; empty where every word is known, though
    /// perhaps not together.
    public func unanswered(_ input: ReportInput) -> [String] {
        asked.flatMap { key, patterns -> [String] in
            let values = Self.values(key, input)
            if values.allSatisfy(\.isEmpty) {
                return ["no record has '\(key)'\(NearestName.hint(key, among: Self.paths(key, input)))"]
            }
            return patterns.filter { pattern in !values.contains { Self.glob(pattern, $0) } }.map { pattern in
                "no record has \(key) '\(pattern)'\(NearestName.hint(pattern, among: values))"
            }
        }
    }

    /// The terms that must hold, in order.
    private var asked: [(key: String, patterns: [String])] {
        switch self {
        case .all, .not: []
        case .term(let key, let patterns): [(key, patterns)]
        case .and(let filters), .or(let filters): filters.flatMap(\.asked)
        }
    }

    /// Every value of a key, each once; metrics with and without their split.
    private static func values(_ key: String, _ input: ReportInput) -> [String] {
        var found: Set<String> = []
        for record in input.records {
            guard key == "metric" else {
                found.insert(RecordKeys.value(key, record, metric: ""))
                continue
            }
            let result = record.result
            for (names, prefix) in [
                (result.metrics.keys, ""), (result.unimodal.keys, "unimodal/"),
                (result.diagnostics.keys, "diagnostics/"),
            ] {
                for name in names {
                    found.insert(prefix + name)
                    found.insert(ReportInput.name(name))
                }
            }
        }
        return found.sorted()
    }

    /// Paths that begin like a key and that records have.
    private static func paths(_ key: String, _ input: ReportInput) -> [String] {
        guard let root = key.split(separator: ".").first.map(String.init) else { return [] }
        var found: Set<String> = []
        for record in input.exampleRecords {
            let spec = record.spec
            let names: [String]
            switch root {
            case "strategy": names = spec.strategy.options.names
            case "optimizer": names = spec.optimizer.options.names
            case "schedule": names = spec.schedule.options.names
            case "dataset": names = spec.dataset.options.names
            case "fusion": names = spec.fusion.options.names
            case "task": names = spec.task.options.names
            case "budget": names = spec.budget.names
            case "machine": names = Array(record.result.machine.keys)
            case "encoder": names = Array(spec.encoders.keys)
            default: names = []
            }
            for name in names { found.insert("\(root).\(name)") }
        }
        return found.sorted()
    }
}

extension ConfigValue {
    /// The keys of a mapping.
    fileprivate var names: [String] { objectValue.map { Array($0.keys) } ?? [] }
}
