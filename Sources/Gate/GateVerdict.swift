// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// What a gate concludes. All that it prints or writes is a projection of this value.
public struct GateVerdict: Equatable, Sendable {
    /// Name of what is compared with: a revision or a file.
    public var base: String
    /// Name of what is judged.
    public var head: String
    /// Name of the profile by which it was measured: "pr" or "nightly".
    public var profile: String
    /// What each tier found, of all that was compared.
    public var findings: [Finding]
    /// Whether the suite declares that speed may be traded for quality or the other way round.
    public var acceptsTrade: Bool
    /// Cells or benchmarks that failed to run, one sentence each.
    public var failures: [String]
    /// Why nothing could be compared at all; nil otherwise.
    public var incomparable: String?
    /// Why the gate refuses to judge (stale calibration, busy machine); nil otherwise.
    public var refusal: String?
    /// What the reader should know of how this came about: tiers that were skipped, calibration, attempts.
    public var notes: [String]
    /// How often the time tier was measured; attempts are pooled.
    public var attempts: [Attempt]
    /// Where it was measured.
    public var machine: [String: String]
    /// What the gate took, of wall time.
    public var seconds: Double

    /// One measurement of the time tier.
    public struct Attempt: Equatable, Sendable {
        /// Seconds since 1970, UTC.
        public let taken: Double
        /// Why it was repeated; empty for the first.
        public let reason: String

        public init(taken: Double, reason: String) {
            self.taken = taken
            self.reason = reason
        }
    }

    public init(
        base: String, head: String, profile: String, findings: [Finding], acceptsTrade: Bool = false,
        failures: [String] = [], incomparable: String? = nil, refusal: String? = nil, notes: [String] = [],
        attempts: [Attempt] = [], machine: [String: String] = [:], seconds: Double = 0
    ) {
        self.base = base
        self.head = head
        self.profile = profile
        self.findings = findings
        self.acceptsTrade = acceptsTrade
        self.failures = failures
        self.incomparable = incomparable
        self.refusal = refusal
        self.notes = notes
        self.attempts = attempts
        self.machine = machine
        self.seconds = seconds
    }

    /// Findings that can block: history only advises.
    public var blocking: [Finding] { findings.filter { $0.tier != .history } }

    /// Findings of one judgement, over all tiers.
    public func count(_ judgement: Judgement) -> Int { findings.filter { $0.judgement == judgement }.count }

    /// The one word for all. Costs that fell while quality fell too (or both rose) are a trade, not an improvement.
    public var judgement: Judgement {
        if incomparable != nil { return .incomparable }
        let regressed = blocking.filter { $0.judgement == .regressed }
        let improved = blocking.filter { $0.judgement == .improved }
        if !regressed.isEmpty {
            let costUp = regressed.contains(where: \.isCost)
            let qualityDown = regressed.contains { $0.tier == .quality }
            let exact = regressed.contains { $0.tier == .exact }
            let costDown = improved.contains(where: \.isCost)
            let qualityUp = improved.contains { $0.tier == .quality }
            let oneForTheOther = (costUp && qualityUp && !qualityDown) || (qualityDown && costDown && !costUp)
            return oneForTheOther && !exact ? .traded : .regressed
        }
        if !improved.isEmpty { return .improved }
        if blocking.isEmpty || blocking.allSatisfy({ $0.judgement == .incomparable }) { return .incomparable }
        return blocking.contains { $0.judgement == .inconclusive } ? .inconclusive : .equivalent
    }

    /// conventions of the command line: 0 pass, 1 something failed to run, 3 regression or a trade nobody accepted, 4
    /// inconclusive if strict, 5 improvement if ratcheting, 6 incomparable, 8 refuses to judge.
    public func exitCode(strict: Bool = false, ratchet: Bool = false) -> Int32 {
        if refusal != nil { return 8 }
        switch judgement {
        case .incomparable: return !failures.isEmpty ? 1 : 6
        case .regressed: return 3
        case .traded: return acceptsTrade ? 0 : 3
        case .improved: return !failures.isEmpty ? 1 : ratchet ? 5 : 0
        case .inconclusive: return !failures.isEmpty ? 1 : strict ? 4 : 0
        case .equivalent: return failures.isEmpty ? 0 : 1
        }
    }

    /// One sentence for people.
    public var sentence: String {
        if let refusal { return "The gate refuses to judge: \(refusal)." }
        if let incomparable { return "Nothing can be compared: \(incomparable)." }
        if findings.isEmpty, let failure = failures.first { return "The gate could not judge: \(failure)." }
        let counted = Judgement.allCases.filter { count($0) > 0 }.map { "\(count($0)) \($0.rawValue)" }
        let what = counted.isEmpty ? "no comparisons" : counted.joined(separator: ", ")
        return "\(head) against \(base): \(judgement.rawValue) (\(what))."
    }

    /// The content of `verdict.json`; the exit code in it depends on both options, as `exitCode` does.
    public func json(strict: Bool = false, ratchet: Bool = false) -> ConfigValue {
        [
            "$schema": "pdmpbench-gate-1", "accepts_trade": .bool(acceptsTrade),
            "attempts": .array(
                attempts.map { ["reason": .string($0.reason), "taken": .double($0.taken)] }), "base": .string(base),
            "exit_code": .int(Int(exitCode(strict: strict, ratchet: ratchet))),
            "failures": .array(failures.map { .string($0) }), "findings": .array(findings.map(GateVerdict.json)),
            "head": .string(head), "incomparable": incomparable.map { .string($0) } ?? .null,
            "machine": .object(machine.mapValues { .string($0) }), "notes": .array(notes.map { .string($0) }),
            "profile": .string(profile), "refusal": refusal.map { .string($0) } ?? .null,
            "seconds": .double((seconds * 1000).rounded() / 1000), "sentence": .string(sentence),
            "verdict": .string(judgement.rawValue),
        ]
    }

    static func json(_ finding: Finding) -> ConfigValue {
        [
            "change": finding.change.map { .double($0) } ?? .null,
            "detectable": finding.detectable.map { .double($0) } ?? .null,
            "interval": finding.interval.map { .array([.double($0.lowerBound), .double($0.upperBound)]) } ?? .null,
            "judgement": .string(finding.judgement.rawValue), "margin": .double(finding.margin),
            "metric": .string(finding.metric), "note": .string(finding.note), "pairs": .int(finding.pairs),
            "pairs_needed": finding.pairsNeeded.map { .int($0) } ?? .null, "subject": .string(finding.subject),
            "tier": .string(finding.tier.title),
        ]
    }
}

extension Finding {
    /// "+4.9 % [+3.1 %, +6.8 %]" for costs, "−0.012 [−0.020, −0.004]" for scores; empty without a size.
    public var sizeText: String {
        guard let change, change.isFinite else { return "" }
        let text = amount(change)
        guard let interval else { return text }
        return "\(text) [\(amount(interval.lowerBound)), \(amount(interval.upperBound))]"
    }

    private func amount(_ value: Double) -> String {
        let sign = value < 0 ? "−" : "+"
        return tier == .quality
            ? sign + FixedPoint.text(abs(value), 4) : sign + FixedPoint.text(abs(value) * 100, 2) + " %"
    }

    /// One line for people: what, how much, why.
    public var line: String {
        var parts = ["\(subject): \(metric) \(judgement.rawValue)"]
        if !sizeText.isEmpty { parts.append(sizeText) }
        if pairs > 0 { parts.append("\(pairs) \(tier == .quality ? "seeds" : "pairs")") }
        if let pairsNeeded { parts.append("needs about \(pairsNeeded) \(tier == .quality ? "seeds" : "pairs")") }
        if !note.isEmpty { parts.append(note) }
        return parts.joined(separator: "; ")
    }
}
