// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Records
import Suites
import Testing

@Suite struct BaselineTests {
    private func differences(_ before: [CellRecord], _ after: [CellRecord]) throws -> [String] {
        let folder = Samples.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let url = folder.appendingPathComponent("b.jsonl")
        try WholeFile.write(Baseline.text(before), to: url)
        return try Baseline(contentsOf: url).differences(from: after)
    }

    @Test func `the same records differ in nothing, awkward numbers included`() throws {
        let records = [
            Samples.record(1, metrics: ["a": 0.1, "b": .nan, "c": 1e300, "d": -0.0, "e": 1.0 / 3]), Samples.record(2),
        ]
        #expect(try differences(records, records).isEmpty)
    }

    @Test func `one ulp, another digest, another state, each is a difference`() throws {
        let before = [Samples.record(1)]
        #expect(try differences(before, [Samples.record(1, metrics: ["test/accuracy": (0.75).nextUp])]).count == 1)
        #expect(try differences(before, [Samples.record(1, digest: "abd")]).count == 1)
        #expect(try differences(before, [Samples.record(1, .failed)]).count == 1)
    }

    @Test func `a cell or a metric on one side only is a difference`() throws {
        #expect(try differences([Samples.record(1)], [Samples.record(1), Samples.record(2)]).count == 1)
        #expect(try differences([Samples.record(1), Samples.record(2)], [Samples.record(1)]).count == 1)
        let two = Samples.record(1, metrics: ["test/accuracy": 0.75, "test/f1": 0.5])
        #expect(try differences([Samples.record(1)], [two]).count == 1)
        #expect(try differences([two], [Samples.record(1)]).count == 1)
    }

    @Test func `a missing and a damaged file are said so`() throws {
        let folder = Samples.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let url = folder.appendingPathComponent("b.jsonl")
        let missing = #expect(throws: BaselineError.self) { try Baseline(contentsOf: url) }
        #expect(missing?.description.contains("--save-baseline") == true)
        try WholeFile.write(Baseline.text([Samples.record(1)]) + "{\"finger", to: url)
        let damaged = #expect(throws: BaselineError.self) { try Baseline(contentsOf: url) }
        #expect(damaged?.description.contains("b.jsonl:2") == true)
    }
}
