// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Suites

/// Committed expectations of the exact tier: digests and metrics per cell. They do not depend on the machine.
public struct Baseline: Sendable {
    /// By fingerprint, as canonical JSON.
    public let expected: [String: ConfigValue]

    /// Reads a file that `text` wrote.
    public init(contentsOf url: URL) throws(BaselineError) {
        let text: String
        do {
            text = try String(contentsOf: url, encoding: .utf8)
        } catch {
            throw .missing(url.relativePath)
        }
        var expected: [String: ConfigValue] = [:]
        for (number, line) in text.split(separator: "\n").enumerated() {
            guard let value = try? JSONDecoder().decode(ConfigValue.self, from: Data(line.utf8)),
                let fingerprint = value["fingerprint"]?.stringValue
            else { throw .damaged(url.relativePath, line: number + 1) }
            expected[fingerprint] = value
        }
        self.expected = expected
    }

    /// One line a cell: fingerprint, labels, state, metrics, digest.
    public static func text(_ records: [CellRecord]) -> String {
        records.map { entry($0).canonicalJSON + "\n" }.joined()
    }

    static func entry(_ record: CellRecord) -> ConfigValue {
        [
            "dataset": .string(record.labels.dataset), "fingerprint": .string(record.fingerprint.hex),
            "fusion": .string(record.labels.fusion),
            "metrics": .object(record.result.metrics.mapValues { .double($0) }),
            "parameters_sha256": .string(record.result.parametersSHA256), "seed": .int(record.spec.seed),
            "state": .string(record.result.state.rawValue), "variant": .string(record.labels.strategy),
        ]
    }

    /// Every difference, one sentence each; none means that the exact tier passes.
    public func differences(from records: [CellRecord]) -> [String] {
        var differences: [String] = []
        var seen: Set<String> = []
        for record in records {
            let name =
                "\(record.labels.dataset) / \(record.labels.fusion) / \(record.labels.strategy) / seed \(record.spec.seed)"
            seen.insert(record.fingerprint.hex)
            guard let wanted = expected[record.fingerprint.hex] else {
                differences.append("\(name): not in the baseline (the specification changed, or the cell is new)")
                continue
            }
            differences += CellDifference.between(wanted, Baseline.entry(record)).map { "\(name): \($0)" }
        }
        for fingerprint in expected.keys.sorted() where !seen.contains(fingerprint) {
            let name = expected[fingerprint]?["variant"]?.stringValue ?? "?"
            differences.append("\(name) (\(fingerprint.prefix(12))): in the baseline, but not in this suite")
        }
        return differences
    }
}

/// Why there is nothing to compare with.
public enum BaselineError: Error, CustomStringConvertible {
    /// There is no such file.
    case missing(String)
    /// A line that is no cell of a baseline.
    case damaged(String, line: Int)

    public var description: String {
        switch self {
        case .missing(let path):
            "there is no baseline at \(path): make one with `pdmpbench run SUITE --save-baseline \(path)`"
        case .damaged(let path, let line): "\(path):\(line): is not a baseline entry"
        }
    }
}
