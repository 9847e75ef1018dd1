// SPDX-License-Identifier: Apache-2.0

import Tasks
import TestSupport
import Testing

@Suite struct Metrics {
    @Test(.enabled(if: Repository.hasShared, "\(Repository.absentLine)"))
    func `agree with the reference values`() throws {
        let golden = try Repository.golden("metrics")
        let block = try #require(golden["classification"] as? [String: Any])
        let labels = try #require(GoldenTensor(block["labels"])).data.map { Int($0) }
        let choices = try #require(GoldenTensor(block["predictions"])).data.map { Int($0) }
        #expect(abs(accuracy(choices, labels) - (block["accuracy"] as? Double ?? 0)) < 1e-12)
        #expect(abs(macroF1(choices, labels) - (block["macro_f1"] as? Double ?? 0)) < 1e-12)
        let absent = try #require(golden["f1_absent_class"] as? [String: Any])
        let found = macroF1(try #require(absent["predictions"] as? [Int]), try #require(absent["labels"] as? [Int]))
        #expect(abs(found - (absent["macro_f1"] as? Double ?? 0)) < 1e-12)
    }

    @Test func `equal logits choose the first option`() {
        let predictions = Predictions(options: 3, logits: [1, 1, 0, 0, 2, 2], targets: [0, 1])
        #expect(predictions.choices == [0, 1])
    }
}
