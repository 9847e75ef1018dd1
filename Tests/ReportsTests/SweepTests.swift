// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Reports
import Statistics
import Suites
import Testing

/// What reports say of swept coefficients, rankings and single modalities.
@Suite struct `Sweeps and rankings` {
    /// PDMP at five ratios of coefficients whose score has its top at 4 : 1, with what the models came to depend on.
    private func sweep(grid: Bool = false) -> [CellRecord] {
        var records: [CellRecord] = []
        for seed in 1...4 {
            records.append(Sample.record("joint", seed, 0.7))
            for power in -2...4 {
                for scale in grid ? [1.0, 2] : [1.0] {
                    let ratio = [0.25, 0.5, 1, 2, 4, 8, 16][power + 2]
                    let score = 0.8 - 0.01 * Double((power - 2) * (power - 2)) + 0.0001 * Double(seed) * scale
                    var record = Sample.record(
                        "pdmp", seed, score,
                        options: [
                            "dominant": "a", "gammaDominant": .double(ratio.squareRoot() * scale),
                            "gammaRest": .double(scale / ratio.squareRoot()),
                        ], label: "ρ \(ratio) \(scale)")
                    record.result.curves["dependency/a"] = [0.5, ratio.squareRoot() / (1 + ratio.squareRoot())]
                    record.result.curves["dependency/b"] = [0.5, 1 / (1 + ratio.squareRoot())]
                    records.append(record)
                }
            }
            // Rows that differ in words belong to no sweep.
            records.append(
                Sample.record(
                    "pdmp", seed, 0.6,
                    options: ["dominant": "mined", "gammaDominant": 2, "gammaRest": 0.5], label: "mined"))
        }
        return records
    }

    @Test func `the top of a sweep is told over the coefficients and over the measured dependency`() throws {
        let text = try Sample.markdown(sweep())
        #expect(text.contains("log₂ of gammaDominant / gammaRest | +2.000 [+2.000, +2.000] | is not 1 : 1"))
        // The measured ratio is the root of the coefficients'.
        #expect(text.contains("log₂ of measured dependency, a / b | +1.000 [+1.000, +1.000] | is not 1 : 1"))
        // A grid has many settings of one ratio and is a surface.
        #expect(!(try Sample.markdown(sweep(grid: true)).contains("is not 1 : 1")))
    }

    @Test func `rankings are told with their evidence and their agreement with the oracle`() throws {
        func ranked(_ ranking: String, _ label: String, _ scores: [Double]) -> [CellRecord] {
            (1...2).map { seed in
                Sample.record(
                    "pdmp", seed, 0.7, options: ["dominant": "mined", "ranking": .string(ranking)],
                    diagnostics: [
                        "dominant": scores[0] > scores[1] ? 0 : 1, "dominant/a": scores[0] > scores[1] ? 1 : 0,
                        "dominant/b": scores[0] > scores[1] ? 0 : 1, "no-dominance": 0,
                        "ranked-by/unimodal-runs": 1, "ranking-margin": abs(scores[0] - scores[1]),
                        "ranking-margin-low": 0.1, "ranking-margin-high": 0.4, "ranking/a": scores[0],
                        "ranking/b": scores[1],
                    ], label: label)
            }
        }
        let text = try Sample.markdown(
            ranked("oracle", "by test", [0.8, 0.6]) + ranked("few-epochs", "early", [0.3, 0.6])
                + ranked("validation", "mined", [0.7, 0.6]))
        #expect(text.contains("| early | few-epochs, unimodal runs | b (2) | +0.300 [+0.100, +0.400] | 0.00 | −1.00 |"))
        #expect(text.contains("| mined | validation, unimodal runs | a (2) | +0.100 [+0.100, +0.400] | 0.00 | 1.00 |"))
    }

    @Test func `modalities within and alone are compared by probes of the same seed`() throws {
        var records: [CellRecord] = []
        for seed in 1...2 {
            for (name, score, probe) in [("a", 0.8, 0.75), ("b", 0.5, 0.5)] {
                var alone = Sample.record(
                    "unimodal", seed, score, options: ["modality": .string(name)], label: "unimodal \(name)")
                alone.result.unimodal["probe/\(name)/accuracy"] = probe
                records.append(alone)
            }
            var joint = Sample.record("joint", seed, 0.75)
            joint.result.unimodal = ["probe/a/accuracy": 0.6, "probe/b/accuracy": 0.5]
            records.append(joint)
        }
        #expect(try Sample.markdown(records).contains("| joint | −0.050 | −0.150 | 0.000 | 0.80 | 1.00 |"))
    }

    @Test func `epochs until a run is near where joint training ends`() throws {
        var records: [CellRecord] = []
        for (seed, curve) in [(1, [0.5, 0.77, 0.8]), (2, [0.5, 0.6, 0.7])] {
            var joint = Sample.record("joint", seed, 0.8)
            joint.result.curves["validation/accuracy"] = [0.4, 0.6, 0.8]
            var other = Sample.record("pdmp", seed, 0.8)
            other.result.curves["validation/accuracy"] = curve
            records += [joint, other]
        }
        let text = try Sample.markdown(records)
        // 0.76 is reached in the second epoch of one run and never in the other.
        #expect(text.contains("runs that get there"))
        let row = text.split(separator: "\n").first { $0.hasPrefix("| pdmp |") && $0.contains("| 2.0 | 0.50 |") }
        #expect(row != nil, "\(text)")
    }

    @Test func `rank correlations`() {
        #expect(RankCorrelation.spearman([1, 2, 3, 4], [10, 20, 30, 25]) == 0.8)
        #expect(RankCorrelation.spearman([1, 2, 3], [1, 1, 1]) == nil)
        #expect(RankCorrelation.kendall([1, 2, 3, 4], [10, 20, 30, 25]).map { abs($0 - 4.0 / 6) < 1e-12 } == true)
        // One pair tied in x of three: τ_b = 2/√(2·3).
        #expect(RankCorrelation.kendall([1, 1, 2], [1, 2, 3]).map { abs($0 - 2 / 6.0.squareRoot()) < 1e-12 } == true)
    }
}
