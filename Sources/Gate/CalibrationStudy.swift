// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Statistics

/// What sessions say of the gate: how often it cries wolf, how often it finds what is there, what moves meanwhile.
/// Judged from the pairs anew, so that it is always of the rules as they are.
public struct CalibrationStudy: Sendable {
    /// The rules by which the sessions are judged.
    public let profile: GateProfile
    /// In order of time.
    public let sessions: [CalibrationSession]
    private let test: TwoStage

    /// Of sessions of one machine and recipe.
    public init(_ profile: GateProfile, _ sessions: [CalibrationSession]) {
        self.profile = profile
        self.sessions = sessions
        test = TwoStage(profile)
    }

    /// Hits of trials with the exact 95 % interval of their probability.
    public struct Rate: Equatable, Sendable {
        /// How often it happened.
        public let hits: Int
        /// How often it could have happened.
        public let trials: Int

        public init(hits: Int, trials: Int) {
            self.hits = hits
            self.trials = trials
        }

        /// Hits of trials, 0 to 1; not a number without trials.
        public var share: Double { trials == 0 ? .nan : Double(hits) / Double(trials) }
        /// Of Clopper and Pearson, exact, 95 %.
        public var interval: ClosedRange<Double> { ClopperPearson.interval(hits: hits, trials: trials) }
    }

    /// All sessions of one slowdown.
    public struct Row: Sendable {
        /// Per cent.
        public let slowdown: Double
        /// Sessions that call any benchmark slower or hungrier, of all.
        public let alarms: Rate
        /// Benchmarks called slower, of all: false alarms without a slowdown, power with one.
        public let slower: Rate
        /// Benchmarks called hungrier for memory, of all: always false.
        public let hungrier: Rate
        /// Benchmarks that the first stage nominated, of all.
        public let nominated: Rate
        /// Times that could not be decided, of all.
        public let inconclusive: Rate
        /// Called slower, by benchmark.
        public let byBenchmark: [String: Rate]
        /// Median over sessions.
        public let seconds: Double
        /// Median over benchmarks and sessions of the estimated change.
        public let change: Double
    }

    /// By rising slowdown.
    public var rows: [Row] { Set(sessions.map(\.slowdown)).sorted().map(row) }

    private func row(_ slowdown: Double) -> Row {
        let chosen = sessions.filter { $0.slowdown == slowdown }
        var (alarms, slower, hungrier, nominated, inconclusive, trials) = (0, 0, 0, 0, 0, 0)
        var byBenchmark: [String: (hits: Int, trials: Int)] = [:]
        var changes: [Double] = []
        for session in chosen {
            let findings = findings(of: session.log)
            alarms += findings.contains { $0.judgement == .regressed } ? 1 : 0
            nominated += session.log.benchmarks(.confirming).count
            for finding in findings where finding.metric == PairLog.Quantity.time.rawValue {
                let hit = finding.judgement == .regressed ? 1 : 0
                trials += 1
                slower += hit
                inconclusive += finding.judgement == .inconclusive ? 1 : 0
                byBenchmark[finding.subject, default: (0, 0)].hits += hit
                byBenchmark[finding.subject, default: (0, 0)].trials += 1
                if let change = finding.change { changes.append(change) }
            }
            hungrier +=
                findings.filter {
                    $0.metric == PairLog.Quantity.memory.rawValue && $0.judgement == .regressed
                }.count
        }
        return Row(
            slowdown: slowdown, alarms: Rate(hits: alarms, trials: chosen.count),
            slower: Rate(hits: slower, trials: trials), hungrier: Rate(hits: hungrier, trials: trials),
            nominated: Rate(hits: nominated, trials: trials), inconclusive: Rate(hits: inconclusive, trials: trials),
            byBenchmark: byBenchmark.mapValues { Rate(hits: $0.hits, trials: $0.trials) },
            seconds: chosen.isEmpty ? .nan : Descriptive.median(chosen.map(\.seconds)),
            change: changes.isEmpty ? .nan : Descriptive.median(changes))
    }

    private func findings(of log: PairLog) -> [Finding] {
        test.findings(
            log.benchmarks(.screening).flatMap { name in
                PairLog.Quantity.allCases.map { TwoStage.Evidence(log, name, $0) }
            })
    }

    /// The A/A sessions.
    private var same: [CalibrationSession] { sessions.filter { $0.slowdown == 0 } }

    /// By how much the machine's speed moved within each A/A session: the range over rounds of the mean log time of base,
    /// over all benchmarks.
    public var drifts: [Double] {
        same.compactMap { session in
            let names = session.log.benchmarks(.screening)
            let series = names.map { name in session.log[.screening, name].map { log($0.base.milliseconds) } }
            guard let pairs = series.map(\.count).min(), pairs > 1 else { return nil }
            let means = (0..<pairs).map { pair in Descriptive.mean(series.map { $0[pair] - Descriptive.mean($0) }) }
            return (means.max() ?? 0) - (means.min() ?? 0)
        }
    }

    /// What running second costs: the median over benchmarks of each A/A session's slot effect.
    public var slotEffects: [Double] {
        same.compactMap { session in
            let effects = session.log.benchmarks(.screening).map {
                session.log.times(.screening, $0).slotEffect
            }
            return effects.isEmpty ? nil : Descriptive.median(effects)
        }
    }

    /// What is known of one benchmark from the A/A sessions.
    public struct BenchmarkRow: Sendable {
        /// As in `gate.yaml`.
        public let name: String
        /// Median over sessions of the deviation of a pair's log ratio.
        public let deviation: Double
        /// Spread between sessions beyond what pairs explain.
        public let excess: Double
        /// What the gate tolerates of it, as a share of time: the profile's, or twice the excess spread.
        public let margin: Double
        /// The smallest change that the second stage finds nine times in ten, at this deviation.
        public let detectable: Double
    }

    /// In order of name.
    public var benchmarks: [BenchmarkRow] {
        let excess = Calibration.excess(estimates)
        let names = Set(same.flatMap { $0.log.benchmarks(.screening) }).sorted()
        return names.map { name in
            let times = same.map { $0.log.times(.screening, name) }.filter { $0.differences.count > 1 }
            let margin = max(profile.margin, 2 * (excess[name] ?? 0))
            return BenchmarkRow(
                name: name, deviation: Descriptive.median(times.map { Descriptive.deviation($0.differences) }),
                excess: excess[name] ?? 0, margin: margin,
                detectable: Descriptive.median(times.map { test.detectable($0, margin: margin) }))
        }
    }

    private var estimates: [Calibration.Estimate] {
        same.flatMap { session in
            session.log.benchmarks(.screening).map {
                Calibration.Estimate(benchmark: $0, session.log.times(.screening, $0))
            }
        }
    }

    /// What the gate asks for its margins and its right to judge; nil without A/A sessions.
    public var calibration: Calibration? {
        guard let row = rows.first(where: { $0.slowdown == 0 }), let last = same.last else { return nil }
        return Calibration(
            taken: last.taken, machine: last.machine, profile: profile.name, sessions: row.alarms.trials,
            alarms: row.alarms.hits, nominations: row.nominated.hits,
            comparisons: row.slower.trials + row.hungrier.trials, excess: Calibration.excess(estimates))
    }

    // MARK: The page

    /// - Parameter machine: its description, for people.
    public func markdown(machine: String) -> String {
        func percent(_ value: Double, _ decimals: Int) -> String { FixedPoint.text(100 * value, decimals) + " %" }
        func rate(_ rate: Rate) -> String {
            let bounds =
                "[\(FixedPoint.text(100 * rate.interval.lowerBound, 2)), \(FixedPoint.text(100 * rate.interval.upperBound, 2))]"
            return "\(rate.hits) of \(rate.trials): \(percent(rate.share, 1)) \(bounds)"
        }
        var text = "# Gate calibration, profile \(profile.name)\n\n\(GateMarkdown.escaped(machine))\n\n"
        text += """
            The same program on both sides, head slowed on purpose where it says so (a spin in the timed code). Brackets are
            exact 95 % intervals of Clopper and Pearson in per cent.

            | head slowed by | sessions with an alarm | benchmarks called slower | estimated change, median | called hungrier | nominated | not decided | seconds a session |
            | ---: | --- | --- | ---: | --- | --- | --- | ---: |

            """
        for row in rows {
            let cells = [
                row.slowdown == 0 ? "0 % (A/A)" : "\(FixedPoint.text(row.slowdown, 1)) %", rate(row.alarms),
                rate(row.slower), percent(row.change, 2), "\(row.hungrier.hits) of \(row.hungrier.trials)",
                rate(row.nominated), "\(row.inconclusive.hits) of \(row.inconclusive.trials)",
                FixedPoint.text(row.seconds, 1),
            ]
            text += "| " + cells.joined(separator: " | ") + " |\n"
        }
        guard !same.isEmpty else { return text }
        let drifts = drifts
        let slots = slotEffects
        if !drifts.isEmpty, !slots.isEmpty {
            text += """

                Drift of the machine's speed within an A/A session: \(percent(Descriptive.median(drifts), 2)) (median), \
                \(percent(drifts.max() ?? 0, 2)) (largest). Running second costs \(percent(Descriptive.median(slots), 2)) \
                (median over sessions).

                """
        }
        let others = rows.filter { $0.slowdown > 0 }
        text +=
            "\n| benchmark | deviation of a pair | spread between sessions beyond it | margin | smallest detectable change |"
        text += others.map { " found at \(FixedPoint.text($0.slowdown, 1)) % |" }.joined() + "\n"
        text += "| --- | ---: | ---: | ---: | ---: |" + others.map { _ in " ---: |" }.joined() + "\n"
        for row in benchmarks {
            var cells = [
                GateMarkdown.escaped(row.name), percent(row.deviation, 2), percent(row.excess, 2),
                percent(row.margin, 2), percent(row.detectable, 1),
            ]
            cells += others.map { other in
                other.byBenchmark[row.name].map { "\($0.hits) of \($0.trials)" } ?? "–"
            }
            text += "| " + cells.joined(separator: " | ") + " |\n"
        }
        return text
    }
}
