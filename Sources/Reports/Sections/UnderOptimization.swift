// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Statistics
import Suites

/// What joint training leaves behind of each modality: the whole against the best modality alone, and linear probes of encoders
/// against probes of the same encoders trained alone.
enum UnderOptimization {
    static let legend =
        "*Against the best alone*: the score minus that of the best modality trained alone; below 0 the whole is worse than one part. *Probe gap*: accuracy of a linear probe on the encoder minus that on the same encoder trained alone, same seeds; *retention*: their ratio."

    /// nil unless each modality was trained alone in the suite.
    static func table(_ input: ReportInput, _ problem: Problem) -> ReportTable? {
        let alone = input.unimodal(problem)
        guard alone.count > 1, alone.count == input.modalities(problem).count else { return nil }
        let direction = input.direction(problem)
        let single = alone.map { Descriptive.mean(input.scores(problem, $0.strategy).map(\.value)) }
        guard single.allSatisfy(\.isFinite),
            let best = single.reduce(
                nil, { known, value in known.map { direction.prefers(value, to: $0) ? value : $0 } ?? value })
        else { return nil }
        let bestRecords = alone.flatMap { input.finished(problem, $0.strategy).map(\.id) }
        let rows = input.strategies(problem).compactMap { strategy -> [TableCell]? in
            let records = input.finished(problem, strategy)
            guard let first = records.first, !first.isExternal, first.spec.strategy.id != "unimodal" else { return nil }
            let mean = Descriptive.mean(input.scores(problem, strategy).map(\.value))
            let gap = direction == .higherIsBetter ? mean - best : best - mean
            let probes = alone.map { pair -> (gap: TableCell, retention: TableCell) in
                let own = probe(records, pair.modality)
                let reference = Dictionary(
                    probe(input.finished(problem, pair.strategy), pair.modality).map { ($0.seed, $0) }
                ) { first, _ in first }
                let pairs = own.compactMap { one in reference[one.seed].map { (one, $0) } }
                let ids = pairs.flatMap { [$0.0.record, $0.1.record] }
                let below = Descriptive.mean(pairs.map { $0.1.value })
                return (
                    .number(
                        pairs.isEmpty ? nil : Descriptive.mean(pairs.map { $0.0.value - $0.1.value }), signed: true,
                        records: ids),
                    .number(
                        pairs.isEmpty || below == 0 ? nil : Descriptive.mean(pairs.map { $0.0.value }) / below, 2,
                        records: ids)
                )
            }
            return [.text(strategy), .number(gap, signed: true, records: records.map(\.id) + bestRecords)]
                + probes.map(\.gap) + probes.map(\.retention)
        }
        guard !rows.isEmpty else { return nil }
        let names = alone.map(\.modality)
        let columns =
            ["strategy", "against the best alone"] + names.map { "\($0): probe gap" } + names.map { "\($0): retention" }
        let (kept, cells) = ImbalanceSection.withoutEmpty(columns, rows)
        return ReportTable(
            id: "under-optimization-\(Figure.slug(input.title(problem)))",
            title: "Under-optimization: \(input.title(problem))", columns: kept, rows: cells)
    }

    private static func probe(
        _ records: [CellRecord], _ modality: String
    ) -> [(seed: Int, value: Double, record: String)] {
        records.compactMap { record in
            record.result.unimodal["probe/\(modality)/accuracy"].map { (record.spec.seed, $0, record.id) }
        }
    }
}
