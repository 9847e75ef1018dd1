// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Statistics

/// What sessions say of the gate: how often it cries wolf, how often it finds what is there, what moves meanwhile.
/// Judged from the pairs anew, so that it is always of the rules as they are.
///
/// A benchmark that a session does not slow is A/A evidence beside those that it slows. It is judged with the profile's own
/// margin, since a margin that was learned from these sessions would flatter their false alarms; what is slowed is judged
/// with the margins that the gate would use.
public struct CalibrationStudy: Sendable {
    /// The rules by which the sessions are judged.
    public let profile: GateProfile
    /// In order of time.
    public let sessions: [CalibrationSession]
    /// Spread between sessions that pairs do not explain, by benchmark.
    public let excess: [String: Double]
    private let trials: [Trial]

    /// Of sessions of one machine and recipe.
    public init(_ profile: GateProfile, _ sessions: [CalibrationSession]) {
        self.profile = profile
        self.sessions = sessions
        let excess = Calibration.excess(
            sessions.flatMap { session in
                session.same.map { Calibration.Estimate(benchmark: $0, session.log.times(.screening, $0)) }
            })
        self.excess = excess
        let plain = TwoStage(profile)
        let gate = TwoStage(profile, margins: excess.mapValues { 2 * $0 })
        trials = sessions.indices.flatMap { Trial.all(of: sessions[$0], number: $0, plain: plain, gate: gate) }
    }

    /// One benchmark in one session.
    private struct Trial: Sendable {
        let session: Int
        let benchmark: String
        /// Per cent; 0 is A/A.
        let slowdown: Double
        let isNominated: Bool
        let time: Finding
        let memory: Finding

        static func all(of session: CalibrationSession, number: Int, plain: TwoStage, gate: TwoStage) -> [Trial] {
            let names = session.log.benchmarks(.screening)
            func findings(_ test: TwoStage, _ quantity: PairLog.Quantity) -> [Finding] {
                let evidence = names.flatMap { name in
                    PairLog.Quantity.allCases.map { TwoStage.Evidence(session.log, name, $0) }
                }
                return test.findings(evidence).filter { $0.metric == quantity.rawValue }
            }
            let (plainTime, plainMemory) = (findings(plain, .time), findings(plain, .memory))
            let (gateTime, gateMemory) = (findings(gate, .time), findings(gate, .memory))
            return names.indices.map { index in
                let slowdown = session.slowed[names[index]] ?? 0
                return Trial(
                    session: number, benchmark: names[index], slowdown: slowdown,
                    isNominated: !session.log[.confirming, names[index]].isEmpty,
                    time: slowdown > 0 ? gateTime[index] : plainTime[index],
                    memory: slowdown > 0 ? gateMemory[index] : plainMemory[index])
            }
        }
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

    /// All benchmarks that were slowed by the same.
    public struct Row: Sendable {
        /// Per cent; 0 is A/A.
        public let slowdown: Double
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
        /// Median of the estimated changes.
        public let change: Double
    }

    /// By rising slowdown.
    public var rows: [Row] {
        Set(trials.map(\.slowdown)).sorted().map { slowdown in
            let chosen = trials.filter { $0.slowdown == slowdown }
            func rate(_ of: [Trial], _ isHit: (Trial) -> Bool) -> Rate {
                Rate(hits: of.filter(isHit).count, trials: of.count)
            }
            let changes = chosen.compactMap(\.time.change)
            return Row(
                slowdown: slowdown, slower: rate(chosen) { $0.time.judgement == .regressed },
                hungrier: rate(chosen) { $0.memory.judgement == .regressed },
                nominated: rate(chosen, \.isNominated),
                inconclusive: rate(chosen) { $0.time.judgement == .inconclusive },
                byBenchmark: Dictionary(grouping: chosen, by: \.benchmark).mapValues { group in
                    rate(group) { $0.time.judgement == .regressed }
                },
                change: changes.isEmpty ? .nan : Descriptive.median(changes))
        }
    }

    /// Sessions that call a benchmark slower or hungrier that nobody slowed, of all.
    public var alarms: Rate {
        let alarming = trials.filter {
            $0.memory.judgement == .regressed || ($0.slowdown == 0 && $0.time.judgement == .regressed)
        }
        return Rate(hits: Set(alarming.map(\.session)).count, trials: sessions.count)
    }

    /// By how much the machine's speed moved within each session: the range over rounds of the mean log time of base, which
    /// nobody slows, over all benchmarks.
    public var drifts: [Double] {
        sessions.compactMap { session in
            let names = session.log.benchmarks(.screening)
            let series = names.map { name in session.log[.screening, name].map { log($0.base.milliseconds) } }
            guard let pairs = series.map(\.count).min(), pairs > 1 else { return nil }
            let means = (0..<pairs).map { pair in Descriptive.mean(series.map { $0[pair] - Descriptive.mean($0) }) }
            return (means.max() ?? 0) - (means.min() ?? 0)
        }
    }

    /// What running second costs: the median over benchmarks of each session's slot effect.
    public var slotEffects: [Double] {
        sessions.compactMap { session in
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

    /// In order of name; those that some session left as they are.
    public var benchmarks: [BenchmarkRow] {
        Set(sessions.flatMap(\.same)).sorted().map { name in
            let times = sessions.filter { $0.same.contains(name) }.map { $0.log.times(.screening, name) }
            let margin = max(profile.margin, 2 * (excess[name] ?? 0))
            let test = TwoStage(profile)
            return BenchmarkRow(
                name: name, deviation: Descriptive.median(times.map { Descriptive.deviation($0.differences) }),
                excess: excess[name] ?? 0, margin: margin,
                detectable: Descriptive.median(times.map { test.detectable($0, margin: margin) }))
        }
    }

    /// What the gate asks for its margins and its right to judge; nil without sessions.
    public var calibration: Calibration? {
        guard let row = rows.first(where: { $0.slowdown == 0 }), let last = sessions.last else { return nil }
        return Calibration(
            taken: last.taken, machine: last.machine, profile: profile.name, sessions: alarms.trials,
            alarms: alarms.hits, nominations: row.nominated.hits, comparisons: row.slower.trials + row.hungrier.trials,
            excess: excess)
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
        let alarms = alarms
        text += """
            The same program on both sides; in \(sessions.filter { !$0.slowed.isEmpty }.count) of \(sessions.count) sessions \
            a few benchmarks of head slowed on purpose (a spin in the timed code), others in each session. Brackets are exact \
            95 % intervals of Clopper and Pearson in per cent.

            Sessions with a false alarm: \(rate(alarms)).

            | head slowed by | benchmarks called slower | estimated change, median | called hungrier | nominated | not decided |
            | ---: | --- | ---: | --- | --- | --- |

            """
        for row in rows {
            let cells = [
                row.slowdown == 0 ? "0 % (A/A)" : "\(FixedPoint.text(row.slowdown, 1)) %", rate(row.slower),
                percent(row.change, 2), "\(row.hungrier.hits) of \(row.hungrier.trials)", rate(row.nominated),
                rate(row.inconclusive),
            ]
            text += "| " + cells.joined(separator: " | ") + " |\n"
        }
        guard !sessions.isEmpty else { return text }
        let drifts = drifts
        let slots = slotEffects
        text += """

            A session takes \(FixedPoint.text(Descriptive.median(sessions.map(\.seconds)), 0)) s (median).
            """
        if !drifts.isEmpty, !slots.isEmpty {
            text += """
                 Drift of the machine's speed within a session: \(percent(Descriptive.median(drifts), 2)) (median), \
                \(percent(drifts.max() ?? 0, 2)) (largest). Running second costs \(percent(Descriptive.median(slots), 2)) \
                (median over sessions).
                """
        }
        text += "\n"
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
