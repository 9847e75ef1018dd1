// SPDX-License-Identifier: Apache-2.0

import Documents
import Foundation
import Lexicon
import Suites

/// `cells.jsonl`: one object per cell, keys sorted, in the order of the suite.
public enum CellsFile {
    /// Writes one object a line, in the order given.
    public static func write(_ records: [CellRecord], to url: URL) throws {
        try WholeFile.write(lines: records.lazy.map { line($0).canonicalJSON + "\n" }, to: url)
    }

    /// `cells.jsonl.gz`: what the determinism contract covers, without curves.
    public static func compressed(_ records: [CellRecord], to url: URL) throws {
        try Gzip.write(to: url) { append in
            for var record in records {
                record.result.curves = [:]
                try append(ConfigValue.object(contract(record)).canonicalJSON + "\n")
            }
        }
    }

    /// The lines of a file.
    public static func read(_ url: URL) throws -> [ConfigValue] {
        try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map {
            try JSONDecoder().decode(ConfigValue.self, from: Data($0.utf8))
        }
    }

    /// The object of one cell, keys sorted.
    public static func line(_ record: CellRecord) -> ConfigValue {
        let result = record.result
        var object = contract(record)
        var cost: [String: ConfigValue] = [
            "flops": .double(result.cost.flops), "peak_rss_bytes": .int(result.cost.peakRSSBytes),
            "seconds": .double(result.cost.seconds),
        ]
        if let started = result.cost.started { cost["started"] = .string(started) }
        if let finished = result.cost.finished { cost["finished"] = .string(finished) }
        object["cost"] = .object(cost)
        object["machine"] = .object(result.machine.mapValues { .string($0) })
        return .object(object)
    }

    /// A line without `cost` and `machine`: what the determinism contract covers.
    public static func contract(_ line: ConfigValue) -> ConfigValue {
        guard case .object(var members) = line else { return line }
        for key in ["cost", "machine"] { members[key] = nil }
        return .object(members)
    }

    /// Everything but `cost` and `machine`: what the determinism contract covers.
    public static func contract(_ record: CellRecord) -> [String: ConfigValue] {
        let spec = record.spec
        let result = record.result
        func numbers(_ values: [String: Double]) -> ConfigValue { .object(values.mapValues { .double($0) }) }
        var members: [String: ConfigValue] = [
            "budget": spec.budget, "code_version": .string(result.codeVersion),
            "curves": .object(result.curves.mapValues { .array($0.map { .double($0) }) }),
            "data_digest": .string(spec.dataDigest), "dataset": .string(record.labels.dataset),
            "dataset_options": spec.dataset.configValue, "diagnostics": numbers(result.diagnostics),
            "encoders": .object(spec.encoders.mapValues(\.configValue)),
            "fingerprint": .string(record.fingerprint.hex), "fusion": .string(record.labels.fusion),
            "fusion_options": spec.fusion.configValue, "metrics": numbers(result.metrics),
            "optimizer": spec.optimizer.configValue, "pairing": .string(record.labels.pairing),
            "parameters_sha256": .string(result.parametersSHA256), "reason": .string(result.reason),
            "schedule": spec.schedule.configValue, "schema": .int(HarnessVersion.schema), "seed": .int(spec.seed),
            "state": .string(result.state.rawValue), "strategy": .string(spec.strategy.id),
            "strategy_options": spec.strategy.options, "suite": .string(record.labels.suite),
            "task": .string(spec.task.id), "task_options": spec.task.options, "unimodal": numbers(result.unimodal),
            "variant": .string(record.labels.strategy),
        ]
        if let companions = result.companions { members["companions"] = numbers(companions) }
        if let notes = result.notes { members["notes"] = .object(notes.mapValues { .string($0) }) }
        if let limit = spec.limit { members["limit"] = .int(limit) }
        if let robustness = spec.robustness { members["robustness"] = robustness }
        return members
    }
}
