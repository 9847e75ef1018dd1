// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Reports
import Suites
import Testing

/// What a report warns of.
@Suite struct `Cautions` {
    private func record(
        _ seed: Int, selected: Double, epochs: Int = 20, selection: String = "best", mode: String = "gradient",
        optimizer: String = "adam"
    ) -> CellRecord {
        var record = Sample.record(
            "pdmp", seed, 0.5, options: ["mode": .string(mode)], diagnostics: ["selected-epoch": selected])
        record.spec.budget = ["epochs": .int(epochs), "selection": .string(selection)]
        record.spec.optimizer = Choice(optimizer)
        return record
    }

    private func text(_ records: [CellRecord]) throws -> String {
        let input = ReportInput(
            suite: "s", question: "Q?", reproduce: "pdmpbench run s.yaml", records: records,
            directions: ["accuracy": .higherIsBetter], primaryMetric: "test/accuracy", scaleFreeOptimizers: ["adam"])
        return try Sample.inFolder { try Sample.write(input, to: $0) }
    }

    @Test func `coefficients on gradients that the optimizer undoes are told`() throws {
        let told = "`adam` divides a steady factor on gradients out again, and so undoes the coefficients of `pdmp`"
        #expect(try text([record(1, selected: 3)]).contains(told))
        #expect(try text([record(1, selected: 3, mode: "cotangent")]).contains(told))
        for safe in [record(1, selected: 3, mode: "update"), record(1, selected: 3, optimizer: "sgd")] {
            #expect(try !text([safe]).contains("Cautions"))
        }
    }

    @Test func `problems are told of which a quarter of the runs is best at the end`() throws {
        // Of 20 epochs the last two, 18 and 19 from 0, are the last tenth.
        let late =
            [record(1, selected: 18, optimizer: "sgd")] + (2...4).map { record($0, selected: 17, optimizer: "sgd") }
        let report = try text(late)
        #expect(report.contains("share that is best at the end"))
        #expect(report.contains("| 4 | 0.25 |"))
        let fifth = late + [record(5, selected: 2, optimizer: "sgd")]
        #expect(try !text(fifth).contains("Cautions"))
        let last = (1...4).map { record($0, selected: 19, selection: "last", optimizer: "sgd") }
        #expect(try !text(last).contains("Cautions"))
    }
}
