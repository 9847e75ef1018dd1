// SPDX-License-Identifier: Apache-2.0

import Foundation
import Statistics

/// The two-stage test of costs: many benchmarks are screened with few pairs; those that look slower, or of which few pairs
/// cannot tell, are tested again with fresh pairs, corrected over the nominated only. Data that nominate never convict, so the family of the second stage
/// is the nominated and not all.
public struct TwoStage: Sendable {
    /// Numbers of pairs, levels and margins.
    public let profile: GateProfile
    /// Margin by benchmark where calibration found more spread between sessions than its pairs explain.
    public let margins: [String: Double]

    /// Two stages of a profile, with margins that calibration widened.
    public init(_ profile: GateProfile, margins: [String: Double] = [:]) {
        self.profile = profile
        self.margins = margins
    }

    /// Above this margin a benchmark cannot gate.
    public static let unfit = 0.05

    /// The relative change that counts as none for this benchmark.
    public func margin(of benchmark: String) -> Double { max(profile.margin, margins[benchmark] ?? 0) }

    /// What a comparison may be suspected of.
    public enum Suspicion: CaseIterable, Sendable {
        /// Head takes more than base.
        case slower
        /// Head takes less than base.
        case faster

        func p(_ times: PairedTimes, beyond margin: Double) -> Double {
            self == .slower ? times.slower(beyond: margin) : times.faster(beyond: margin)
        }
    }

    /// What the first stage nominates for: slower or faster beyond the margin at the screening level, or slower because its
    /// few pairs cannot exclude a loss: one process that the machine disturbed is enough for that. nil for nothing.
    /// Where several attempts are pooled, what one of them nominated stays nominated.
    public func suspicion(_ screening: PairedTimes, benchmark: String) -> Suspicion? {
        let margin = margin(of: benchmark)
        let attempts = stride(from: profile.screeningPairs, to: screening.pairs.count, by: profile.screeningPairs)
        let seen = attempts.map { PairedTimes(Array(screening.pairs.prefix($0))) } + [screening]
        for times in seen {
            for suspicion in Suspicion.allCases where suspicion.p(times, beyond: margin) <= profile.screeningLevel {
                return suspicion
            }
            if !excludesLoss(times) { return .slower }
        }
        return nil
    }

    /// Whether the upper 95 % bound of the change lies below what counts as equivalent.
    private func excludesLoss(_ times: PairedTimes) -> Bool {
        SignedRankInterval.upperBound(times.differences, level: 0.95).map { exp($0) - 1 < profile.equivalence } ?? false
    }

    /// A benchmark with its pairs of both stages.
    public struct Evidence: Sendable {
        /// The benchmark's name.
        public var benchmark: String
        /// "time" or "memory".
        public var metric: String
        /// Pairs of the first stage.
        public var screening: PairedTimes
        /// nil: it was not nominated.
        public var confirming: PairedTimes?

        public init(benchmark: String, metric: String, screening: PairedTimes, confirming: PairedTimes? = nil) {
            self.benchmark = benchmark
            self.metric = metric
            self.screening = screening
            self.confirming = confirming
        }

        /// What a log holds of a benchmark.
        public init(_ log: PairLog, _ benchmark: String, _ quantity: PairLog.Quantity) {
            self.init(
                benchmark: benchmark, metric: quantity.rawValue, screening: log.times(.screening, benchmark, quantity),
                confirming: log[.confirming, benchmark].isEmpty
                    ? nil : log.times(.confirming, benchmark, quantity))
        }
    }

    /// Judges all benchmarks of a session together. The family of the second stage is what the first nominated, each for
    /// what it was nominated for: the memory of a benchmark whose time is suspected is measured again and not tested.
    public func findings(_ evidence: [Evidence]) -> [Finding] {
        let suspicions = evidence.map { $0.confirming == nil ? nil : suspicion($0.screening, benchmark: $0.benchmark) }
        let nominated = evidence.indices.filter { suspicions[$0] != nil }
        let raw = nominated.map { index in
            let item = evidence[index]
            guard let confirming = item.confirming, let suspicion = suspicions[index] else { return 1.0 }
            return suspicion.p(confirming, beyond: margin(of: item.benchmark))
        }
        let adjusted = Dictionary(uniqueKeysWithValues: zip(nominated, MultipleTesting.holm(raw)))
        return evidence.indices.map { index in
            let isConfirmed = adjusted[index].map { $0 <= profile.confirmingLevel } ?? false
            return finding(evidence[index], confirmed: isConfirmed ? suspicions[index] : nil)
        }
    }

    private func finding(_ item: Evidence, confirmed: Suspicion?) -> Finding {
        let margin = margin(of: item.benchmark)
        // What convicts is the second stage alone; what describes is the most data of one kind.
        let times = item.confirming ?? item.screening
        var finding = Finding(
            tier: .time, subject: item.benchmark, metric: item.metric, judgement: .inconclusive, change: times.change,
            interval: times.interval(), pairs: times.differences.count, margin: margin,
            detectable: detectable(times, margin: margin))
        if margin > TwoStage.unfit {
            finding.note = "unfit to gate: calibration asks for a margin of \(percent(margin))"
        } else if let confirmed {
            finding.judgement = confirmed == .slower ? .regressed : .improved
            finding.note = caution(finding.change)
        } else if excludesLoss(times) {
            finding.judgement = .equivalent
        } else {
            finding.pairsNeeded = pairsNeeded(times, margin: margin)
            finding.note = "too noisy to exclude a loss of \(percent(profile.equivalence))"
        }
        return finding
    }

    /// Small changes may come from where the linker put things.
    private func caution(_ change: Double?) -> String {
        guard let change, abs(change) < 0.03 else { return "" }
        return "below 3 %: may be the layout of the binary"
    }

    /// The change that a second stage with this spread finds nine times in ten (normal approximation, the signed-rank
    /// test's efficiency of 3/π).
    func detectable(_ times: PairedTimes, margin: Double) -> Double {
        let deviation = Descriptive.deviation(times.differences)
        guard deviation.isFinite else { return .infinity }
        let z = Normal.quantile(1 - profile.confirmingLevel) + Normal.quantile(0.9)
        let error = deviation / (3 / Double.pi * Double(profile.confirmingPairs)).squareRoot()
        return (1 + margin) * exp(z * error) - 1
    }

    /// Pairs with which a change of the equivalence bound would be found nine times in ten.
    func pairsNeeded(_ times: PairedTimes, margin: Double) -> Int? {
        let deviation = Descriptive.deviation(times.differences)
        let distance = log(1 + profile.equivalence) - log(1 + margin)
        guard deviation.isFinite, distance > 0 else { return nil }
        let z = Normal.quantile(1 - profile.confirmingLevel) + Normal.quantile(0.9)
        let count = z * deviation / distance
        return Int((count * count * Double.pi / 3).rounded(.up)) + 1
    }
}

func percent(_ share: Double) -> String {
    let tenths = (share * 1000).rounded() / 10
    return tenths == tenths.rounded() ? "\(Int(tenths)) %" : "\(tenths) %"
}
