// SPDX-License-Identifier: Apache-2.0

import Documents
import Foundation
import Lexicon
import Reports
import Statistics
import Suites
import Testing

/// What becomes of hypotheses that were stated about records.
@Suite struct `Hypotheses of a study` {
    private func hypothesis(_ id: String = "H1.1", _ change: (inout Hypothesis) -> Void = { _ in }) -> Hypothesis {
        var made = Hypothesis()
        made.id = id
        made.claim = "PDMP is better"
        made.suite = "s"
        made.compare = "pdmp"
        made.with = ["joint"]
        change(&made)
        return made
    }

    private func judge(_ hypotheses: [Hypothesis], _ records: [CellRecord]) -> [HypothesisOutcome] {
        HypothesisOutcome.judge(hypotheses, ["s": Sample.input(records)])
    }

    /// Twelve seeds on which PDMP differs from joint training by `gain` on each data set.
    private func records(_ gains: [String: Double], task: String = "classification", metric: String = "test/accuracy")
        -> [CellRecord]
    {
        (1...12).flatMap { seed in
            gains.keys.sorted().flatMap { dataset in
                let base = 0.5 + Double(seed) / 1000
                return [
                    Sample.record("joint", seed, base, dataset: dataset, task: task, metric: metric),
                    Sample.record(
                        "pdmp", seed, base + (gains[dataset] ?? 0) + Double(seed % 3) / 1e4, dataset: dataset,
                        task: task,
                        metric: metric),
                ]
            }
        }
    }

    @Test func `a difference of all seeds supports, contradicts or is a tie`() {
        let better = hypothesis()
        let worse = hypothesis("H1.2") { $0.expect = .worse }
        let equal = hypothesis("H1.3") { $0.expect = .equal }
        let all = [better, worse, equal]
        #expect(judge(all, records(["x": 0.1])).map(\.verdict) == [.supported, .contradicted, .contradicted])
        #expect(judge(all, records(["x": -0.1])).map(\.verdict) == [.contradicted, .supported, .contradicted])
        // Differences of either sign, far below the margin.
        let even = (1...12).flatMap { seed in
            [Sample.record("joint", seed, 0.5), Sample.record("pdmp", seed, 0.5 + (seed % 2 == 0 ? 0.001 : -0.001))]
        }
        #expect(judge(all, even).map(\.verdict) == [.tie, .tie, .supported])
    }

    @Test func `a metric is found by its name, with or without its split`() {
        for metric in ["accuracy", "test/accuracy"] {
            let asked = hypothesis { $0.metric = metric }
            #expect(judge([asked], records(["x": 0.1])).map(\.verdict) == [.supported])
        }
        let mistyped = hypothesis { $0.metric = "acuracy" }
        #expect(
            judge([mistyped], records(["x": 0.1])).map(\.verdict)
                == [.missing("no run has the metric 'acuracy'; did you mean 'accuracy'?")])
    }

    @Test func `a seed's number is the mean over the problems that are meant`() throws {
        let made = records(["x": 0.1, "y": 0.3, "z": -0.9])
        let outcome = try #require(
            judge([hypothesis { $0.datasets = ["x", "y*"] }], made).first)
        #expect(abs((outcome.estimate ?? 0) - 0.2001) < 1e-9 && outcome.problems == 2 && outcome.seeds == 12)
        #expect(outcome.unit == "accuracy")
    }

    @Test func `what should be low is turned, and several metrics are counted as won and lost`() throws {
        let low = records(["x": -0.2], task: "generation", metric: "test/perplexity")
        let falling = try #require(judge([hypothesis()], low).first)
        #expect(falling.verdict == .supported && (falling.estimate ?? 0) > 0.19)
        let mixed = try #require(judge([hypothesis()], low + records(["y": 0.1])).first)
        #expect(mixed.estimate == 1 && mixed.unit == "share of problems won − lost" && mixed.problems == 2)
        let half = try #require(judge([hypothesis()], low + records(["y": -0.1])).first)
        #expect(half.estimate == 0)
    }

    @Test func `of several references the one that is best on validation counts`() throws {
        var made = records(["x": 0.1])
        for seed in 1...12 {
            // Better on test, worse on validation: not chosen.
            var lucky = Sample.record("ogm", seed, 0.9, dataset: "x")
            lucky.result.metrics["validation/accuracy"] = 0.1
            made.append(lucky)
        }
        let outcome = try #require(judge([hypothesis { $0.with = ["ogm", "joint"] }], made).first)
        #expect(abs((outcome.estimate ?? 0) - 0.1001) < 1e-9)
    }

    @Test func `a diagnostic is better when it is lower`() throws {
        let made = (1...12).flatMap { seed in
            [("joint", 0.5), ("pdmp", 0.4)].map { name, value in
                Sample.record(name, seed, 0.7, diagnostics: ["stability/roughness": value + Double(seed) / 1e3])
            }
        }
        let outcome = try #require(judge([hypothesis { $0.metric = "stability/roughness" }], made).first)
        #expect(outcome.verdict == .supported && abs((outcome.estimate ?? 0) - 0.1) < 1e-9)
    }

    @Test func `a trend is the rank correlation of each seed's differences with an option`() throws {
        func made(_ gain: (Double) -> Double, option: (Double) -> ConfigValue) -> [CellRecord] {
            (1...12).flatMap { seed in
                [0.25, 0.5, 1, 2].flatMap { value -> [CellRecord] in
                    let options: ConfigValue = ["snr": option(value)]
                    let base = 0.5 + Double(seed) / 1000
                    return [
                        Sample.record("joint", seed, base, dataset: "d\(value)", data: options),
                        Sample.record("pdmp", seed, base + gain(value), dataset: "d\(value)", data: options),
                    ]
                }
            }
        }
        let asked = hypothesis {
            $0.along = "snr"
            $0.expect = .worse
        }
        let falling = try #require(judge([asked], made({ -$0 / 10 }, option: { [1.0, .double($0)] })).first)
        #expect(falling.estimate == -1 && falling.verdict == .supported && falling.unit == "τ_b along snr")
        let rising = try #require(judge([asked], made({ $0 / 10 }, option: { .double($0) })).first)
        #expect(rising.estimate == 1 && rising.verdict == .contradicted)
        let same = try #require(judge([asked], made({ $0 }, option: { _ in 1.0 })).first)
        #expect(same.verdict == .missing("'snr' is the same on all problems"))
        let several = try #require(judge([asked], made({ $0 }, option: { [.double($0), .double(-$0)] })).first)
        #expect(several.verdict == .missing("several entries of 'snr' differ"))
    }

    @Test func `all that was stated is one family, also what cannot be asked`() throws {
        // Five seeds of one sign have p = 1/16; alone that is not enough, and six seeds are.
        let six = (1...6).flatMap { seed in
            [Sample.record("joint", seed, 0.5), Sample.record("pdmp", seed, 0.6 + Double(seed) / 100)]
        }
        let alone = try #require(judge([hypothesis()], six).first)
        #expect(alone.verdict == .supported && abs((alone.p ?? 0) - 1.0 / 32) < 1e-12)
        let absent = hypothesis("H1.2") { $0.suite = "elsewhere" }
        let two = judge([hypothesis(), absent], six)
        #expect(abs((two[0].p ?? 0) - 1.0 / 16) < 1e-12 && two[0].verdict == .undecidable(needs: 7))
        #expect(two[1].verdict == .missing("the suite 'elsewhere' has no records"))
    }

    @Test func `the top of a sweep is judged by its interval`() throws {
        func sweep(top: Double) -> [CellRecord] {
            (1...5).flatMap { seed in
                (-3...3).map { power in
                    let ratio = [0.125, 0.25, 0.5, 1, 2, 4, 8][power + 3]
                    let distance = Double(power) - top - Double(seed - 3) / 10
                    return Sample.record(
                        "pdmp", seed, 0.8 - 0.01 * distance * distance,
                        options: [
                            "gammaDominant": .double(ratio.squareRoot()), "gammaRest": .double(1 / ratio.squareRoot()),
                        ], label: "ρ \(ratio)")
                }
            }
        }
        let asked = hypothesis {
            $0.peak = true
            $0.compare = ""
            $0.with = []
        }
        let aside = try #require(judge([asked], sweep(top: 2)).first)
        #expect(aside.verdict == .supported && abs((aside.estimate ?? 0) - 2) < 1e-6 && aside.p == nil)
        #expect(judge([asked], sweep(top: 0)).first?.verdict == .open(seeds: nil))
        #expect(
            judge([asked], Sample.clear).first?.verdict
                == .missing("no problem has a balance sweep, of two coefficients or of targetRatio"))
    }

    @Test func `the page holds every outcome with its records, and the same bytes each time`() throws {
        let study = try Sample.inFolder { folder -> Study in
            let file = folder.appendingPathComponent("study.yaml")
            try Data("name: s\n".utf8).write(to: folder.appendingPathComponent("s.yaml"))
            try Data(StudyText.plain.utf8).write(to: file)
            return try Study.read(file: file.path)
        }
        let page = StudyPage(
            study, [.init(folder: "s", input: Sample.input(Sample.clear))], command: "pdmpbench study x")
        try Sample.inFolder { folder in
            #expect(try page.write(to: folder) == ["s/ranks"])
            let text = try String(contentsOf: folder.appendingPathComponent("report.md"), encoding: .utf8)
            #expect(text.contains("| H1 Does it help? | 2 | 1 | 0 | 0 | 0 | 1 |"))
            #expect(text.contains("| H1.1 | PDMP is better | accuracy | 1 | 8 |"))
            #expect(text.contains("supported") && text.contains("not asked: no records of these problems"))
            let sources = try String(contentsOf: folder.appendingPathComponent("sources.jsonl"), encoding: .utf8)
            #expect(sources.contains("hypotheses-h1 / H1.1, PDMP is better, accuracy / p"))
            _ = try page.write(to: folder)
            #expect(try String(contentsOf: folder.appendingPathComponent("report.md"), encoding: .utf8) == text)
            let table = try String(
                contentsOf: folder.appendingPathComponent("tables/hypotheses-h1.csv"), encoding: .utf8)
            #expect(
                table.hasPrefix(",claim,measured by,problems,seeds,difference,difference low,difference high,p,verdict")
            )
        }
    }
}

/// Studies as text.
enum StudyText {
    static let plain = """
        name: study
        question: What comes out?
        suites: [s.yaml]
        questions: {H1: Does it help?}
        hypotheses:
          - {id: H1.1, claim: PDMP is better, suite: s, compare: pdmp, with: [joint]}
          - {id: H1.2, claim: elsewhere too, suite: s, datasets: [none], compare: pdmp, with: [joint]}
        figures: [s/ranks]
        """
}
