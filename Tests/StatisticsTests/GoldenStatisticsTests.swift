// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Statistics
import TestSupport
import Testing

/// Every entry of the reference file is either compared or named here as description; an unknown one fails.
@Suite(.enabled(if: Repository.hasShared, "\(Repository.absentLine)"))
struct `Reference statistics` {
    typealias Object = [String: Any]

    final class Deviations {
        var largest: [String: Double] = [:]
        func check(_ name: String, _ found: Double, _ wanted: Any?, _ tolerance: Double = 1e-10) {
            guard let wanted = wanted as? Double else {
                Issue.record("\(name): the reference has no number")
                return
            }
            let deviation = abs(found - wanted)
            largest[name] = max(largest[name] ?? 0, deviation)
            #expect(deviation <= tolerance, "\(name): \(found), reference \(wanted)")
        }
    }

    func doubles(_ value: Any?) throws -> [Double] { try #require(value as? [Double]) }
    func object(_ value: Any?) throws -> Object { try #require(value as? Object) }
    func matrix(_ value: Any?) throws -> [[Double]] {
        let tensor = try #require(GoldenTensor(value))
        return (0..<tensor.shape[0]).map { Array(tensor.data[($0 * tensor.shape[1])..<(($0 + 1) * tensor.shape[1])]) }
    }

    @Test func `all of the file agrees`() throws {
        let deviations = Deviations()
        let golden = try Repository.golden("stats")
        for name in golden.keys.sorted() where name != "meta" {
            let block = try object(golden[name])
            switch name {
            case "wilcoxon": try wilcoxon(block, deviations)
            case "wilcoxon_ties_zeros": try tiesAndZeros(block, deviations)
            case "mann_whitney": try mannWhitney(block, deviations)
            case "mann_whitney_ties": try mannWhitneyTies(block, deviations)
            case "friedman_nemenyi", "friedman_ties": try friedman(block, deviations)
            case "nemenyi_q": try nemenyi(block, deviations)
            case "multiple_testing": try multiple(block, deviations)
            case "t_tests": try means(block, deviations)
            case "sign_test":
                deviations.check(
                    "sign test",
                    CountTests.sign(
                        wins: try #require(block["wins"] as? Int), losses: try #require(block["losses"] as? Int)),
                    block["p_two_sided"])
            case "mcnemar":
                let (b, c) = (try #require(block["b"] as? Int), try #require(block["c"] as? Int))
                deviations.check("McNemar", CountTests.mcNemar(onlyFirst: b, onlySecond: c), block["exact_p"])
                let test = CountTests.mcNemarChiSquared(onlyFirst: b, onlySecond: c)
                deviations.check("McNemar χ²", test.statistic, block["chi2_continuity"])
                deviations.check("McNemar χ²", test.p, block["chi2_p"])
            case "distributions": try distributions(block, deviations)
            case "interval_estimates": try intervals(block, deviations)
            default: Issue.record("the reference file has '\(name)', which no test handles")
            }
        }
        // The page tells the next power of ten.
        let page = try String(contentsOf: Repository.root.appendingPathComponent("Docs/reports.md"), encoding: .utf8)
        let table = deviations.largest.keys.sorted().map { name in
            (line: "| \(name) | ", largest: deviations.largest[name] ?? 0)
        }
        for row in table {
            let told = page.components(separatedBy: row.line).dropFirst().first?.prefix { $0 != " " }
            guard let bound = told.flatMap({ Double($0) }), row.largest <= bound else {
                let all = table.map { row in
                    "\(row.line)1e\(Int(log10(max(row.largest, 1e-16)).rounded(.up))) |  (\(row.largest))"
                }
                Issue.record("Docs/reports.md does not say:\n\(all.joined(separator: "\n"))")
                break
            }
        }
    }

    func wilcoxon(_ block: Object, _ deviations: Deviations) throws {
        let differences = zip(try doubles(block["a"]), try doubles(block["b"])).map { $0 - $1 }
        for key in block.keys.sorted() where !["a", "b", "note"].contains(key) {
            let wanted = try object(block[key])
            let test: Wilcoxon
            switch key {
            case "two_sided_exact": test = Wilcoxon(differences)
            case "greater_exact": test = Wilcoxon(differences, .greater)
            case "less_exact": test = Wilcoxon(differences, .less)
            case "two_sided_normal": test = Wilcoxon(normal: differences, continuity: false)
            case "two_sided_normal_continuity": test = Wilcoxon(normal: differences, continuity: true)
            default:
                Issue.record("wilcoxon: '\(key)' is not handled")
                continue
            }
            deviations.check("Wilcoxon", test.p, wanted["p"])
            deviations.check(
                "Wilcoxon", key.hasPrefix("two") ? test.statistic : test.positive, wanted["statistic"])
        }
    }

    func tiesAndZeros(_ block: Object, _ deviations: Deviations) throws {
        let differences = try doubles(block["differences"])
        for key in block.keys.sorted() where key != "differences" {
            let zeros: Wilcoxon.Zeros
            switch key {
            case "normal_wilcox": zeros = .dropped
            case "normal_pratt": zeros = .pratt
            case "normal_zsplit": zeros = .split
            default:
                Issue.record("wilcoxon_ties_zeros: '\(key)' is not handled")
                continue
            }
            let test = Wilcoxon(normal: differences, continuity: false, zeros: zeros)
            let wanted = try object(block[key])
            deviations.check("Wilcoxon with ties and zeros", test.p, wanted["p"])
            deviations.check("Wilcoxon with ties and zeros", test.statistic, wanted["statistic"])
        }
    }

    func mannWhitney(_ block: Object, _ deviations: Deviations) throws {
        let (x, y) = (try doubles(block["x"]), try doubles(block["y"]))
        for key in block.keys.sorted() where !["x", "y", "note"].contains(key) {
            let test: TestResult
            switch key {
            case "two_sided_exact": test = MannWhitney.exact(x, y)
            case "greater_exact": test = MannWhitney.exact(x, y, .greater)
            case "two_sided_normal_continuity": test = MannWhitney.normal(x, y, continuity: true)
            case "two_sided_normal": test = MannWhitney.normal(x, y, continuity: false)
            default:
                Issue.record("mann_whitney: '\(key)' is not handled")
                continue
            }
            let wanted = try object(block[key])
            deviations.check("Mann-Whitney", test.p, wanted["p"])
            deviations.check("Mann-Whitney", test.statistic, wanted["U1"])
        }
    }

    func mannWhitneyTies(_ block: Object, _ deviations: Deviations) throws {
        let (x, y) = (try doubles(block["x"]), try doubles(block["y"]))
        for key in block.keys.sorted() where !["x", "y", "note"].contains(key) {
            switch key {
            case "two_sided_normal_continuity":
                let wanted = try object(block[key])
                let test = MannWhitney.test(x, y)
                deviations.check("Mann-Whitney with ties", test.p, wanted["p"])
                deviations.check("Mann-Whitney with ties", test.statistic, wanted["U1"])
            case "cliffs_delta": deviations.check("Cliff's δ", EffectSize.cliffsDelta(x, y), block[key])
            case "a12": deviations.check("A12", EffectSize.superiority(x, y), block[key])
            default: Issue.record("mann_whitney_ties: '\(key)' is not handled")
            }
        }
    }

    func friedman(_ block: Object, _ deviations: Deviations) throws {
        let test = try #require(Friedman(try matrix(block["scores"])))
        for key in block.keys.sorted() where !["scores", "note"].contains(key) {
            switch key {
            case "chi2": deviations.check("Friedman", test.statistic, block[key])
            case "p": deviations.check("Friedman", test.p, block[key])
            case "mean_ranks":
                for (found, wanted) in zip(test.meanRanks, try doubles(block[key])) {
                    deviations.check("mean ranks", found, wanted)
                }
            case "nemenyi_p":
                let pairs = Nemenyi.pairs(test)
                for (row, wanted) in zip(pairs, try matrix(block[key])) {
                    for (found, value) in zip(row, wanted) { deviations.check("Nemenyi p", found, value, 1e-6) }
                }
            case "q_alpha_0_05":
                deviations.check("Nemenyi q", Nemenyi.criticalValue(0.05, methods: test.methods), block[key], 1e-6)
            case "critical_difference_0_05":
                deviations.check(
                    "critical difference",
                    Nemenyi.criticalDifference(0.05, methods: test.methods, blocks: test.blocks), block[key], 1e-6)
            case "iman_davenport_F": deviations.check("Iman-Davenport", test.f, block[key])
            case "iman_davenport_p": deviations.check("Iman-Davenport", test.fP, block[key])
            case "kendalls_w": deviations.check("Kendall's W", test.concordance, block[key])
            default: Issue.record("friedman: '\(key)' is not handled")
            }
        }
    }

    func nemenyi(_ block: Object, _ deviations: Deviations) throws {
        for key in block.keys.sorted() where key != "note" {
            let alpha = try #require(Double(key.replacingOccurrences(of: "alpha_", with: "")))
            let table = try object(block[key])
            for count in table.keys.sorted() {
                deviations.check(
                    "Nemenyi q", Nemenyi.criticalValue(alpha, methods: try #require(Int(count))), table[count], 1e-6)
            }
        }
    }

    func multiple(_ block: Object, _ deviations: Deviations) throws {
        let p = try doubles(block["p"])
        for key in block.keys.sorted() where key != "p" && key != "note" {
            let adjusted: [Double]
            switch key {
            case "holm": adjusted = MultipleTesting.holm(p)
            case "bonferroni": adjusted = MultipleTesting.bonferroni(p)
            case "benjamini_hochberg": adjusted = MultipleTesting.benjaminiHochberg(p)
            case "hochberg": adjusted = MultipleTesting.hochberg(p)
            case "holm_reject_at_0_05":
                // The third's adjusted value is exactly at α on paper; the reference rejects p ≤ α.
                #expect(MultipleTesting.holm(p).map { $0 <= 0.05 } == block[key] as? [Bool])
                continue
            default:
                Issue.record("multiple_testing: '\(key)' is not handled")
                continue
            }
            for (found, wanted) in zip(adjusted, try doubles(block[key])) {
                deviations.check("multiple testing", found, wanted, 1e-12)
            }
        }
    }

    func means(_ block: Object, _ deviations: Deviations) throws {
        let (a, b) = (try doubles(block["a"]), try doubles(block["b"]))
        for key in block.keys.sorted() where !["a", "b", "note"].contains(key) {
            let test: TestResult
            switch key {
            case "paired": test = MeanTests.paired(a, b)
            case "student": test = MeanTests.student(a, b)
            case "welch": test = MeanTests.welch(a, b)
            case "one_sample_0_7": test = MeanTests.oneSample(a, mean: 0.7)
            case "cohens_d_paired":
                deviations.check("Cohen's d", EffectSize.cohensD(zip(a, b).map { $0 - $1 }), block[key])
                continue
            case "mean_ci95":
                let interval = try #require(MeanInterval(a).interval)
                let wanted = try doubles(block[key])
                deviations.check("t interval", interval.lowerBound, wanted[0])
                deviations.check("t interval", interval.upperBound, wanted[1])
                continue
            default:
                Issue.record("t_tests: '\(key)' is not handled")
                continue
            }
            let wanted = try object(block[key])
            deviations.check("t tests", test.statistic, wanted["statistic"])
            deviations.check("t tests", test.p, wanted["p"])
            deviations.check("t tests", try #require(test.degrees), wanted["df"])
        }
    }

    func distributions(_ block: Object, _ deviations: Deviations) throws {
        for key in block.keys.sorted() {
            for row in try #require(block[key] as? [[Double]]) {
                switch key {
                case "normal_cdf": deviations.check(key, Normal.cumulative(row[0]), row[1])
                case "normal_quantile": deviations.check(key, Normal.quantile(row[0]), row[1])
                case "chi2_sf": deviations.check(key, ChiSquared.survival(row[0], degrees: row[1]), row[2])
                case "t_sf": deviations.check(key, 1 - StudentT.cumulative(row[0], degrees: row[1]), row[2])
                case "f_sf":
                    deviations.check(key, FisherF.survival(row[0], numerator: row[1], denominator: row[2]), row[3])
                case "studentized_range_sf_inf_df":
                    deviations.check(key, StudentizedRange.survival(row[0], count: Int(row[1])), row[2], 1e-6)
                default: Issue.record("distributions: '\(key)' is not handled")
                }
            }
        }
    }

    func intervals(_ block: Object, _ deviations: Deviations) throws {
        let runs = try matrix(block["scores"])
        func strata(_ runs: [[Double]]) -> Strata<Problems, Seeds> {
            Strata(
                runs[0].indices.map { "task \($0)" },
                runs[0].indices.map { task in Series(Array(runs.indices), runs.map { $0[task] }) })
        }
        let scores = strata(runs)
        let described: Set<String> = [
            "scores", "other_scores", "axes", "note", "percentile_note", "resample_indices", "iqm_ci95_tolerance",
        ]
        for key in block.keys.sorted() where !described.contains(key) {
            switch key {
            case "iqm", "rliable_iqm":
                deviations.check("IQM", Descriptive.interquartileMean(scores.values), block[key])
            case "mean", "rliable_mean": deviations.check("mean", Descriptive.mean(scores.values), block[key])
            case "median_of_task_means", "rliable_median":
                deviations.check("median of means", Descriptive.medianOfMeans(scores), block[key])
            case "optimality_gap_1", "rliable_optimality_gap":
                deviations.check("optimality gap", Descriptive.optimalityGap(scores.values), block[key])
            case "rliable_probability_of_improvement":
                deviations.check(
                    "probability of improvement",
                    EffectSize.probabilityOfImprovement(scores, over: strata(try matrix(block["other_scores"]))),
                    block[key])
            case "iqm_of_10", "iqm_of_7":
                let example = try object(block[key])
                deviations.check("IQM", Descriptive.interquartileMean(try doubles(example["values"])), example["iqm"])
            case "replicate_iqm", "percentile_2_5", "percentile_97_5":
                let replicates = try given(block, runs)
                if key == "replicate_iqm" {
                    for (found, wanted) in zip(replicates, try doubles(block[key])) {
                        deviations.check("replicates", found, wanted)
                    }
                } else {
                    deviations.check(
                        "percentiles", Descriptive.quantile(replicates, key == "percentile_2_5" ? 0.025 : 0.975),
                        block[key])
                }
            case "iqm_ci95_200000_replicates":
                let interval = try #require(
                    Bootstrap.interval(
                        scores, Bootstrap.interquartileMean, method: .percentile, count: 20_000, key: RandomKey(seed: 2)
                    ))
                let tolerance = try #require(block["iqm_ci95_tolerance"] as? Double)
                let wanted = try doubles(block[key])
                deviations.check("bootstrap interval", interval.lowerBound, wanted[0], tolerance)
                deviations.check("bootstrap interval", interval.upperBound, wanted[1], tolerance)
            default: Issue.record("interval_estimates: '\(key)' is not handled")
            }
        }
    }

    /// IQM of each replicate drawn by the reference's own indices.
    func given(_ block: Object, _ runs: [[Double]]) throws -> [Double] {
        let indices = try #require(GoldenTensor(block["resample_indices"]))
        let (count, size, tasks) = (indices.shape[0], indices.shape[1], indices.shape[2])
        return (0..<count).map { replicate in
            Descriptive.interquartileMean(
                (0..<size * tasks).map { element in
                    runs[Int(indices.data[replicate * size * tasks + element])][element % tasks]
                })
        }
    }
}
