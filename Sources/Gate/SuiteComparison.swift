// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Records
import Statistics

/// Compares the cells of two runs of one suite: bits first, then scores of paired seeds.
public struct SuiteComparison: Sendable {
    /// Direction of each metric that is judged, by its name with the split, "test/accuracy"; others are left to the exact
    /// tier.
    public var directions: [String: Direction]
    /// Losses that are tolerated of single metrics; the tier's own of the others.
    public var margins: [String: Double]
    /// What each task is judged by, where that is all that counts; a cell that does not tell its task is judged by all.
    public var taskMetrics: [String: String]
    /// The rule that judges scores whose bits differ.
    public var quality: QualityTier

    public init(
        directions: [String: Direction], margins: [String: Double] = [:], taskMetrics: [String: String] = [:],
        quality: QualityTier = QualityTier()
    ) {
        self.directions = directions
        self.taskMetrics = taskMetrics
        self.margins = margins
        self.quality = quality
    }

    /// Reads the objects of a `cells.jsonl`.
    public static func cells(_ text: String, path: String) throws(GateError) -> [ConfigValue] {
        var cells: [ConfigValue] = []
        for (number, line) in text.split(separator: "\n").enumerated() {
            guard let value = try? JSONDecoder().decode(ConfigValue.self, from: Data(line.utf8)),
                value["fingerprint"]?.stringValue != nil, value["seed"]?.intValue != nil
            else { throw .cells(path, line: number + 1) }
            cells.append(value)
        }
        return cells
    }

    /// What tells cells apart besides the seed, as far as base knows it: baselines keep less than records.
    private static func labels(_ base: [ConfigValue]) -> [String] {
        ["task", "dataset", "fusion", "variant", "optimizer"].filter { key in base.allSatisfy { $0[key] != nil } }
    }

    /// A cell without its seed: "classification / latent / concat / pdmp / sgd".
    private static func subject(_ cell: ConfigValue, _ labels: [String]) -> String {
        labels.map { cell[$0]?.stringValue ?? cell[$0]?["id"]?.stringValue ?? "?" }.joined(separator: " / ")
    }

    private struct Key: Hashable {
        let subject: String
        let seed: Int
    }

    /// A finding of bits for each group of cells, and one for each judged score of those whose bits differ; pairs share their
    /// seed.
    ///
    /// - Parameters:
    ///   - base: cells as `cells(_:path:)` reads them, or lines of a baseline.
    ///   - head: the same of what is judged.
    public func findings(base: [ConfigValue], head: [ConfigValue]) -> [Finding] {
        let labels = Self.labels(base)
        var known: [Key: ConfigValue] = [:]
        for cell in base { known[Key(subject: Self.subject(cell, labels), seed: cell["seed"]?.intValue ?? 0)] = cell }
        var subjects: [String] = []
        var pairs: [String: [(base: ConfigValue, head: ConfigValue)]] = [:]
        var findings: [Finding] = []
        var unmatched: [String] = []
        for cell in head {
            let subject = Self.subject(cell, labels)
            guard let partner = known.removeValue(forKey: Key(subject: subject, seed: cell["seed"]?.intValue ?? 0))
            else {
                unmatched.append(subject)
                continue
            }
            if pairs[subject] == nil { subjects.append(subject) }
            pairs[subject, default: []].append((partner, cell))
        }
        var comparisons: [QualityTier.Comparison] = []
        for subject in subjects {
            let cells = pairs[subject] ?? []
            findings += exact(subject, cells)
            for metric in metrics(cells) {
                guard let direction = directions[metric] else { continue }
                let scored = cells.compactMap { pair -> Double? in
                    guard let before = pair.base["metrics"]?[metric]?.doubleValue,
                        let after = pair.head["metrics"]?[metric]?.doubleValue
                    else { return nil }
                    return after - before
                }
                guard !scored.isEmpty else { continue }
                comparisons.append(
                    QualityTier.Comparison(
                        subject: subject, metric: metric, direction: direction, differences: scored,
                        identical: cells.allSatisfy(Self.sameBits), margin: margins[metric]))
            }
        }
        findings += quality.findings(comparisons)
        for subject in unmatched.uniqued() {
            findings.append(
                Finding(
                    tier: .exact, subject: subject, metric: "cell", judgement: .incomparable,
                    note: "base has no such cell"))
        }
        let lost = base.map { Self.subject($0, labels) }.uniqued().filter { pairs[$0] == nil }
        for subject in lost {
            findings.append(
                Finding(
                    tier: .exact, subject: subject, metric: "cell", judgement: .regressed,
                    note: "head no longer has this cell"))
        }
        return findings
    }

    private func metrics(_ cells: [(base: ConfigValue, head: ConfigValue)]) -> [String] {
        var names: Set<String> = []
        for cell in cells { names.formUnion((cell.head["metrics"]?.objectValue ?? [:]).keys) }
        let task = cells.first?.head["task"]?.stringValue
        guard let only = task.flatMap({ taskMetrics[$0] }) else { return names.sorted() }
        return names.contains(only) ? [only] : []
    }

    static func sameBits(_ pair: (base: ConfigValue, head: ConfigValue)) -> Bool {
        CellDifference.between(pair.base, pair.head).isEmpty
    }

    /// Bits, states and operation counts. Equal specifications must give equal bits; where the specification or a card's
    /// version changed, scores are compared instead.
    private func exact(_ subject: String, _ cells: [(base: ConfigValue, head: ConfigValue)]) -> [Finding] {
        var findings: [Finding] = []
        let broken = cells.filter { $0.base["fingerprint"] == $0.head["fingerprint"] && !Self.sameBits($0) }
        if let first = broken.first {
            let seeds = broken.map { "\($0.head["seed"]?.intValue ?? 0)" }.joined(separator: ", ")
            findings.append(
                Finding(
                    tier: .exact, subject: subject,
                    metric: CellDifference.between(first.base, first.head).first?.name ?? "digest",
                    judgement: .regressed,
                    pairs: cells.count,
                    note:
                        "other bits for the same specification at seeds \(seeds); if it is meant, raise the version of the card that changed"
                ))
        } else if cells.allSatisfy(Self.sameBits) {
            findings.append(
                Finding(
                    tier: .exact, subject: subject, metric: "digest", judgement: .equivalent, pairs: cells.count))
        }
        for pair in cells where pair.head["state"] != pair.base["state"] && pair.head["state"]?.stringValue == "failed"
        {
            findings.append(
                Finding(
                    tier: .exact, subject: subject, metric: "state", judgement: .regressed, pairs: 1,
                    note: pair.head["reason"]?.stringValue ?? "the run fails"))
        }
        findings += [
            changed("FLOPs", subject, cells) { $0["cost"]?["flops"]?.doubleValue },
            changed("parameters", subject, cells) { $0["diagnostics"]?["parameters"]?.doubleValue },
            broken.isEmpty ? outputs(subject, cells) : nil,
        ].compactMap { $0 }
        return findings
    }

    /// A number of which more costs more, in the cell that changed the most; nil where the cells do not tell it.
    private func changed(
        _ metric: String, _ subject: String, _ cells: [(base: ConfigValue, head: ConfigValue)],
        _ number: (ConfigValue) -> Double?
    ) -> Finding? {
        let changes = cells.compactMap { pair -> Double? in
            guard let before = number(pair.base), before > 0, let after = number(pair.head), after > 0 else {
                return nil
            }
            return after / before - 1
        }
        guard let worst = changes.max(), let best = changes.min() else { return nil }
        let change = worst > 0 ? worst : best
        return Finding(
            tier: .exact, subject: subject, metric: metric,
            judgement: change > 0 ? .regressed : change < 0 ? .improved : .equivalent, change: change,
            pairs: changes.count)
    }

    /// What a record says beside metrics and digest, to the byte: curves, diagnostics, scores of single modalities. What
    /// only one side records is no difference. nil where nothing can be compared.
    private func outputs(_ subject: String, _ cells: [(base: ConfigValue, head: ConfigValue)]) -> Finding? {
        let same = cells.filter { $0.base["fingerprint"] == $0.head["fingerprint"] }
        var compared = 0
        var differing: String?
        for pair in same {
            for member in ["curves", "diagnostics", "unimodal"] {
                guard let before = pair.base[member]?.objectValue, let after = pair.head[member]?.objectValue else {
                    continue
                }
                compared += 1
                let name = before.keys.sorted().first { key in
                    after[key].map { $0.canonicalJSON != before[key]?.canonicalJSON } ?? false
                }
                if differing == nil, let name { differing = "\(name) at seed \(pair.head["seed"]?.intValue ?? 0)" }
            }
        }
        guard compared > 0 else { return nil }
        return Finding(
            tier: .exact, subject: subject, metric: "output bytes",
            judgement: differing == nil ? .equivalent : .regressed, pairs: same.count,
            note: differing.map { "\($0) differs for the same specification" } ?? "")
    }
}

extension [String] {
    /// Each once, in the order of first appearance.
    func uniqued() -> [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
