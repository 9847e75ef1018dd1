// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Statistics
import Suites

/// Where the score over a swept coefficient has its top: over the coefficient, and over what the models came to depend on.
enum SweepsSection: ReportSection {
    static let id = "sweeps"
    static let title = "Sweeps"

    static func blocks(_ input: ReportInput) -> [ReportBlock] {
        var rows: [[TableCell]] = []
        var surfaces = false
        for problem in input.problems {
            if let sweep = SweepFigures.sweep(input, problem), sweep.options.count == 2 {
                surfaces = surfaces || SweepFigures.positions(sweep) == nil
            }
            let curves = [SweepFigures.overCoefficient(input, problem), SweepFigures.overDependency(input, problem)]
            for case let curve? in curves {
                let interval = curve.interval
                rows.append([
                    .text(input.title(problem)), .text("log₂ of \(curve.swept)"),
                    .estimate(curve.peak, interval, signed: true, records: curve.records),
                    .text(verdict(curve, interval)),
                    .number(
                        RankCorrelation.spearman(curve.positions, curve.means), 2, signed: true, records: curve.records),
                ])
            }
        }
        if rows.isEmpty {
            return surfaces ? [.text("The surface shows means over seeds; the best one is framed.")] : []
        }
        return [
            .text(
                "The top of the parabola through the means, in log₂; its 95 % interval draws seeds again, all positions of a seed together. *Measured dependency*: what the logits' mass says of the first modality against the second, mean over the last tenth of the epochs. ρ is Spearman's correlation of position and score."
            ),
            .table(
                ReportTable(
                    id: "sweeps", title: "Sweeps", columns: ["problem", "over", "top", "the best balance", "ρ"],
                    rows: rows)),
        ]
    }

    private static func verdict(_ curve: SweepFigures.Curve, _ interval: ClosedRange<Double>?) -> String {
        guard let interval else { return "no top within reach, or too few seeds" }
        if !curve.isBalance { return "" }
        return interval.contains(0) ? "may be 1 : 1" : "is not 1 : 1"
    }
}
