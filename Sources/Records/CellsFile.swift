// SPDX-License-Identifier: Apache-2.0

import Documents
import Foundation
import Lexicon
import Suites

/// `cells.jsonl`: one object per cell, keys sorted, in the order of the suite.
public enum CellsFile {
    /// Writes one object a line, in the order given.
    public static func write(_ records: [CellRecord], to url: URL) throws {
        try WholeFile.write(to: url) { append in
            for record in records {
                var text = ""
                write(record, to: &text)
                try append(text + "\n")
            }
        }
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
    public static func line(_ record: CellRecord) -> ConfigValue { .object(members(record).mapValues(\.value)) }

    /// The same as text, written without a tree: of 10⁵ cells most is numbers.
    public static func write(_ record: CellRecord, to text: inout String) {
        let members = members(record)
        for (index, key) in members.keys.sorted().enumerated() {
            text += index == 0 ? "{" : ","
            JSONText.append(quoted: key, to: &text)
            text += ":"
            members[key]?.write(to: &text)
        }
        text += "}"
    }

    /// A value of a line, as it stands in the record.
    private enum Member {
        case value(ConfigValue)
        case numbers([String: Double])
        case curves([String: [Double]])

        var value: ConfigValue {
            switch self {
            case .value(let value): value
            case .numbers(let values): .object(values.mapValues { .double($0) })
            case .curves(let values): .object(values.mapValues { .array($0.map { .double($0) }) })
            }
        }

        func write(to text: inout String) {
            switch self {
            case .value(let value): value.write(to: &text)
            case .numbers(let values): Self.object(values, to: &text) { JSONText.append(number: $0, to: &$1) }
            case .curves(let values):
                Self.object(values, to: &text) { curve, text in
                    text += "["
                    for (index, value) in curve.enumerated() {
                        if index > 0 { text += "," }
                        JSONText.append(number: value, to: &text)
                    }
                    text += "]"
                }
            }
        }

        private static func object<Value>(
            _ values: [String: Value], to text: inout String, _ write: (Value, inout String) -> Void
        ) {
            text += "{"
            var isFirst = true
            for (key, value) in values.sorted(by: { $0.key < $1.key }) {
                if !isFirst { text += "," }
                isFirst = false
                JSONText.append(quoted: key, to: &text)
                text += ":"
                write(value, &text)
            }
            text += "}"
        }
    }

    private static func members(_ record: CellRecord) -> [String: Member] {
        let result = record.result
        var members = promised(record)
        var cost: [String: ConfigValue] = [
            "flops": .double(result.cost.flops), "peak_rss_bytes": .int(result.cost.peakRSSBytes),
            "seconds": .double(result.cost.seconds),
        ]
        if let started = result.cost.started { cost["started"] = .string(started) }
        if let finished = result.cost.finished { cost["finished"] = .string(finished) }
        members["cost"] = .value(.object(cost))
        members["machine"] = .value(.object(result.machine.mapValues { .string($0) }))
        return members
    }

    /// A line without `cost` and `machine`: what the determinism contract covers.
    public static func contract(_ line: ConfigValue) -> ConfigValue {
        guard case .object(var members) = line else { return line }
        for key in ["cost", "machine"] { members[key] = nil }
        return .object(members)
    }

    /// Everything but `cost` and `machine`: what the determinism contract covers.
    public static func contract(_ record: CellRecord) -> [String: ConfigValue] { promised(record).mapValues(\.value) }

    private static func promised(_ record: CellRecord) -> [String: Member] {
        let spec = record.spec
        let result = record.result
        var members: [String: Member] = [
            "budget": .value(spec.budget), "code_version": .value(.string(result.codeVersion)),
            "curves": .curves(result.curves), "data_digest": .value(.string(spec.dataDigest)),
            "dataset": .value(.string(record.labels.dataset)), "dataset_options": .value(spec.dataset.configValue),
            "diagnostics": .numbers(result.diagnostics),
            "encoders": .value(.object(spec.encoders.mapValues(\.configValue))),
            "fingerprint": .value(.string(record.fingerprint.hex)), "fusion": .value(.string(record.labels.fusion)),
            "fusion_options": .value(spec.fusion.configValue), "metrics": .numbers(result.metrics),
            "optimizer": .value(spec.optimizer.configValue), "pairing": .value(.string(record.labels.pairing)),
            "parameters_sha256": .value(.string(result.parametersSHA256)), "reason": .value(.string(result.reason)),
            "schedule": .value(spec.schedule.configValue), "schema": .value(.int(HarnessVersion.schema)),
            "seed": .value(.int(spec.seed)), "state": .value(.string(result.state.rawValue)),
            "strategy": .value(.string(spec.strategy.id)), "strategy_options": .value(spec.strategy.options),
            "suite": .value(.string(record.labels.suite)), "task": .value(.string(spec.task.id)),
            "task_options": .value(spec.task.options), "unimodal": .numbers(result.unimodal),
            "variant": .value(.string(record.labels.strategy)),
        ]
        if let companions = result.companions { members["companions"] = .numbers(companions) }
        if let notes = result.notes { members["notes"] = .value(.object(notes.mapValues { .string($0) })) }
        if let limit = spec.limit { members["limit"] = .value(.int(limit)) }
        if let robustness = spec.robustness { members["robustness"] = .value(robustness) }
        return members
    }
}
