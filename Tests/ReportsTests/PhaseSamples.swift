// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Reports
import Suites

extension Sample {
    /// A record whose data set has options, and whose validation score may differ from the test's.
    static func record(
        _ strategy: String, _ seed: Int, _ score: Double, dataset: String, task: String = "classification",
        metric: String = "test/accuracy", data: ConfigValue, validation: Double? = nil
    ) -> CellRecord {
        var record = record(strategy, seed, score, dataset: dataset, task: task, metric: metric)
        record.spec.dataset = Choice("latent", data)
        if let validation {
            record.result.metrics[metric.replacing("test/", with: "validation/")] = validation
        }
        return record
    }

    /// The report without figures where the range of the metric is known.
    static func markdown(_ records: [CellRecord], ranges: [String: ClosedRange<Double>]) throws -> String {
        let input = ReportInput(
            suite: "s", question: "Q?", reproduce: "pdmpbench run s.yaml", records: records,
            directions: ["accuracy": .higherIsBetter], ranges: ranges, primaryMetric: "test/accuracy")
        return try inFolder { try write(input, to: $0) }
    }
}
