// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Statistics
import Suites

/// Which modality was found to be the dominant one, how sure that is.
enum RankingsSection: ReportSection {
    static let id = "rankings"
    static let title = "Rankings of modalities"

    static func blocks(_ input: ReportInput) -> [ReportBlock] {
        var rows: [[TableCell]] = []
        for problem in input.problems {
            let oracle = input.strategies(problem).first { label in
                input.example(problem, label)?.spec.strategy.options["ranking"]?.stringValue == "oracle"
            }
            let truth = oracle.map { input.finished(problem, $0) } ?? []
            for strategy in input.strategies(problem) {
                let records = input.finished(problem, strategy).filter {
                    $0.result.diagnostics["dominant"] != nil
                        && $0.spec.strategy.options["dominant"]?.stringValue ?? "mined" == "mined"
                }
                guard let first = records.first, !first.isExternal else { continue }
                let ids = records.map(\.id)
                func mean(_ name: String, _ decimals: Int = 3) -> TableCell {
                    .mean(
                        records.compactMap { record in record.result.diagnostics[name].map { (record.id, $0) } },
                        decimals)
                }
                let margins = records.compactMap { $0.result.diagnostics["ranking-margin"] }
                let lows = records.compactMap { $0.result.diagnostics["ranking-margin-low"] }
                let highs = records.compactMap { $0.result.diagnostics["ranking-margin-high"] }
                let interval =
                    lows.isEmpty || highs.isEmpty ? nil : Descriptive.mean(lows)...Descriptive.mean(highs)
                rows.append([
                    .text(input.title(problem)), .text(strategy), .text(evidence(first)),
                    TableCell(.text(dominants(records)), records: ids),
                    .estimate(margins.isEmpty ? nil : Descriptive.mean(margins), interval, signed: true, records: ids),
                    mean("no-dominance", 2),
                    .mean(agreement(records, truth), 2),
                ])
            }
        }
        guard !rows.isEmpty else { return [] }
        let columns = [
            "problem", "strategy", "ranked by", "dominant (runs)", "margin of the first", "without dominance",
            "τ with the oracle",
        ]
        let (kept, cells) = ImbalanceSection.withoutEmpty(columns, rows)
        return [
            .text(
                "*Margin*: score of the best modality minus that of the second, with its bootstrap interval; *without dominance*: share of runs in which that interval holds 0, so that the ranking is not to be trusted. τ: Kendall's τ_b with the ranking by test scores, where the suite has it. What the runs behind a ranking cost stands under Cost."
            ),
            .table(ReportTable(id: "rankings", title: "Rankings of modalities", columns: kept, rows: cells)),
        ]
    }

    private static func evidence(_ record: CellRecord) -> String {
        let options = record.spec.strategy.options
        let mark = "ranked-by/"
        let source = record.result.diagnostics.keys.sorted().first { $0.hasPrefix(mark) }
        let ranking = options["ranking"]?.stringValue
        return [ranking, source.map { String($0.dropFirst(mark.count)).replacing("-", with: " ") }].compactMap { $0 }
            .joined(separator: ", ")
    }

    private static func names(_ record: CellRecord) -> [String] {
        record.spec.encoders.keys.sorted().filter { record.result.diagnostics["dominant/\($0)"] != nil }
    }

    /// 1 for the dominant modality, 0 for the others, by name.
    private static func chosen(_ record: CellRecord) -> [Double] {
        names(record).map { record.result.diagnostics["dominant/\($0)"] ?? 0 }
    }

    /// "a (5)", most frequent first.
    private static func dominants(_ records: [CellRecord]) -> String {
        guard let names = records.first.map(names) else { return "" }
        let counts = names.indices.map { place in
            records.reduce(0) { $0 + (chosen($1)[place] == 1 ? 1 : 0) }
        }
        return counts.indices.filter { counts[$0] > 0 }.sorted { (counts[$1], $0) < (counts[$0], $1) }
            .map { "\(names[$0]) (\(counts[$0]))" }.joined(separator: ", ")
    }

    /// τ_b of each run's ranking with that of the same seed by test scores.
    private static func agreement(_ records: [CellRecord], _ truth: [CellRecord]) -> [(String, Double)] {
        records.compactMap { record in
            guard let other = truth.first(where: { $0.spec.seed == record.spec.seed }) else { return nil }
            let names = names(record)
            func scores(_ record: CellRecord) -> [Double] {
                let found = names.compactMap { record.result.diagnostics["ranking/\($0)"] }
                // A draw tells the first alone.
                return found.count == names.count ? found : chosen(record)
            }
            return RankCorrelation.kendall(scores(record), scores(other)).map { (record.id, $0) }
        }
    }
}
