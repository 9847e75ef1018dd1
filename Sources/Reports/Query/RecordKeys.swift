// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Suites

/// What records can be asked for, by name.
enum RecordKeys {
    static let plain = [
        "task", "dataset", "pairing", "fusion", "strategy", "method", "optimizer", "schedule", "seed", "state", "suite",
        "code", "origin", "metric",
    ]
    /// Keys that begin a path: `strategy.alpha`, `encoder.audio`, `budget.epochs`, `machine.cpu`.
    static let roots = [
        "strategy", "optimizer", "schedule", "dataset", "fusion", "task", "encoder", "budget", "machine",
    ]

    /// Whether a key can be asked for; options are not checked, since every strategy has its own.
    static func isKnown(_ key: String) -> Bool {
        if plain.contains(key) { return true }
        let parts = key.split(separator: ".", maxSplits: 1)
        return parts.count == 2 && roots.contains(String(parts[0]))
    }

    /// The value of a key; "" where a record has none.
    static func value(_ key: String, _ record: CellRecord, metric: String) -> String {
        switch key {
        case "task": return record.spec.task.id
        case "dataset": return record.labels.dataset
        case "pairing": return record.labels.pairing
        case "fusion": return record.labels.fusion
        case "strategy": return record.spec.strategy.id
        case "method": return record.labels.strategy
        case "optimizer": return record.spec.optimizer.id
        case "schedule": return record.spec.schedule.id
        case "seed": return String(record.spec.seed)
        case "state": return record.result.state.rawValue
        case "suite": return record.labels.suite
        case "code": return record.result.codeVersion
        case "origin": return record.isExternal ? "external" : "own"
        case "metric": return metric
        default: return path(key, record)
        }
    }

    private static func path(_ key: String, _ record: CellRecord) -> String {
        let parts = key.split(separator: ".").map(String.init)
        guard let root = parts.first else { return "" }
        let spec = record.spec
        var value: ConfigValue?
        var rest = parts.dropFirst()
        switch root {
        case "strategy": value = spec.strategy.options
        case "optimizer": value = spec.optimizer.options
        case "schedule": value = spec.schedule.options
        case "dataset": value = spec.dataset.options
        case "fusion": value = spec.fusion.options
        case "task": value = spec.task.options
        case "budget": value = spec.budget
        case "machine": return rest.first.flatMap { record.result.machine[$0] } ?? ""
        case "encoder":
            guard let name = rest.first, let encoder = spec.encoders[name] else { return "" }
            rest = rest.dropFirst()
            if rest.isEmpty { return encoder.id }
            value = encoder.options
        default: return ""
        }
        for part in rest { value = value?[part] }
        guard let value else { return "" }
        return value.stringValue ?? value.canonicalJSON
    }

    /// Everything that tells two settings apart, seeds, machines and times left out: what must not vary unseen.
    static func hidden(_ record: CellRecord, metric: String) -> [(key: String, value: String)] {
        let spec = record.spec
        var list = [
            ("task", spec.task.configValue.canonicalJSON),
            ("dataset", record.labels.dataset + spec.dataset.configValue.canonicalJSON),
            ("fusion", record.labels.fusion + spec.fusion.configValue.canonicalJSON),
            ("method", record.labels.strategy),
            ("strategy", spec.strategy.configValue.canonicalJSON),
            ("optimizer", spec.optimizer.configValue.canonicalJSON),
            ("schedule", spec.schedule.configValue.canonicalJSON), ("budget", spec.budget.canonicalJSON),
            ("code", record.result.codeVersion), ("origin", record.isExternal ? "external" : "own"),
        ]
        for modality in spec.encoders.keys.sorted() {
            list.append(("encoder.\(modality)", spec.encoders[modality]?.configValue.canonicalJSON ?? ""))
        }
        return list + [("metric", metric)]
    }
}
