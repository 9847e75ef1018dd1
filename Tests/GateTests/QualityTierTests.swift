// SPDX-License-Identifier: Apache-2.0

import Gate
import Lexicon
import Testing

@Suite struct QualityTierTests {
    private func comparison(_ differences: [Double], identical: Bool = false, _ direction: Direction = .higherIsBetter)
        -> QualityTier.Comparison
    {
        QualityTier.Comparison(
            subject: "cell", metric: "accuracy", direction: direction, differences: differences, identical: identical)
    }

    @Test func `equal digests pass without statistics`() {
        let finding = QualityTier().findings([comparison([0, 0, 0], identical: true)])[0]
        #expect(finding.judgement == .equivalent)
        #expect(finding.note == "the same bits")
    }

    @Test func `a loss beyond the margin is a regression, whichever way the metric points`() {
        let losses = (0..<10).map { -0.02 - 0.001 * Double($0 % 3) }
        #expect(QualityTier().findings([comparison(losses)])[0].judgement == .regressed)
        #expect(QualityTier().findings([comparison(losses.map { -$0 }, .lowerIsBetter)])[0].judgement == .regressed)
        #expect(QualityTier().findings([comparison(losses.map { -$0 })])[0].judgement == .improved)
    }

    @Test func `a tiny loss within the margin is equivalent`() {
        let losses = (0..<10).map { -0.0005 - 0.0001 * Double($0 % 3) }
        #expect(QualityTier().findings([comparison(losses)])[0].judgement == .equivalent)
    }

    @Test func `few wide seeds are inconclusive and say how many it would take`() throws {
        let finding = QualityTier().findings([comparison([0.01, -0.012, 0.004, -0.003, 0.002])])[0]
        #expect(finding.judgement == .inconclusive)
        #expect(finding.note.contains("paired t"))
        #expect(try #require(finding.pairsNeeded) > 5)
    }

    @Test func `one family: more comparisons make each harder`() {
        // All seven lose more than the margin, so ranks convict it alone; beside nine others seven ranks cannot convict
        // anyone, and by the t test it is too uneven.
        let borderline = comparison([-0.0031, -0.0035, -0.004, -0.006, -0.012, -0.009, -0.0033])
        #expect(QualityTier().findings([borderline])[0].judgement == .regressed)
        let many = [borderline] + (0..<9).map { _ in comparison([0.001, -0.001, 0.002, -0.002, 0.001, -0.001, 0]) }
        #expect(QualityTier().findings(many)[0].judgement == .inconclusive)
        #expect(QualityTier().findings(many)[0].note.contains("paired t"))
    }

    @Test func `each metric may have a margin of its own`() {
        var ranks = comparison((0..<10).map { 1 + 0.1 * Double($0 % 3) }, .lowerIsBetter)
        #expect(QualityTier().findings([ranks])[0].judgement == .regressed)
        ranks.margin = 2
        let finding = QualityTier().findings([ranks])[0]
        #expect(finding.judgement == .equivalent && finding.margin == 2)
        #expect(finding.pairsNeeded != nil && finding.detectable != nil)
    }

    /// 10 seeds, per-seed deviation 0.8 points, correlation 0.5 between base and head.
    @Test func `false alarms and power at two points are as designed`() {
        func rate(_ loss: Double, _ trials: Int) -> Double {
            var alarms = 0
            for trial in 0..<trials {
                var normals = Normals(RandomKey(seed: trial).fold("quality"))
                let differences = (0..<10).map { _ in
                    let shared = normals.next()
                    let base = 0.008 * (0.5.squareRoot() * shared + 0.5.squareRoot() * normals.next())
                    let head = 0.008 * (0.5.squareRoot() * shared + 0.5.squareRoot() * normals.next())
                    return head - base - loss
                }
                if QualityTier().findings([comparison(differences)])[0].judgement == .regressed { alarms += 1 }
            }
            return Double(alarms) / Double(trials)
        }
        #expect(rate(0, 20_000) <= 0.01)
        #expect(rate(0.02, 2_000) >= 0.95)
    }
}
