// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Records
import Suites
import Testing

@Suite struct FilesTests {
    @Test func `a line of cells has the agreed keys and null for what is no number`() throws {
        let line = CellsFile.line(Samples.record(3, metrics: ["a": .nan, "b": 0.5]))
        let keys = Set(try #require(line.objectValue).keys)
        #expect(
            keys.isSuperset(of: [
                "fingerprint", "suite", "task", "pairing", "dataset", "encoders", "fusion", "strategy", "variant",
                "optimizer", "seed", "state", "reason", "metrics", "unimodal", "curves", "diagnostics",
                "parameters_sha256", "cost", "machine", "code_version",
            ]))
        #expect(line["metrics"]?.canonicalJSON == #"{"a":null,"b":0.5}"#)
        #expect(line["cost"]?.canonicalJSON == #"{"flops":0,"peak_rss_bytes":0,"seconds":0}"#)
        #expect(try JSONDecoder().decode(ConfigValue.self, from: Data(line.canonicalJSON.utf8))["seed"] == 3)
    }

    @Test func `cost and machine are the only keys outside the contract`() {
        var other = Samples.record(1)
        other.result.cost.seconds = 9
        other.result.machine = ["cpu": "x"]
        #expect(CellsFile.contract(other) == CellsFile.contract(Samples.record(1)))
        #expect(CellsFile.line(other) != CellsFile.line(Samples.record(1)))
    }

    @Test func `the file has one line a record, in the given order`() throws {
        let folder = Samples.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("cells.jsonl")
        try CellsFile.write([Samples.record(2), Samples.record(1)], to: file)
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        #expect(lines.count == 2 && lines[0].contains("\"seed\":2") && lines[1].contains("\"seed\":1"))
    }

    @Test func `verdicts know their exit codes`() {
        func verdict(_ records: [CellRecord], _ differences: [String]?) -> Verdict {
            Verdict(suite: "s", records: records, differences: differences, seconds: 1)
        }
        let good = Samples.record(1)
        #expect(verdict([good, Samples.record(2, .notApplicable)], []).exitCode == 0)
        #expect(verdict([good, Samples.record(2, .failed)], nil).exitCode == 1)
        #expect(verdict([good], ["differs"]).exitCode == 3)
        var absent = verdict([good], nil)
        absent.word = .incomparable
        #expect(absent.exitCode == 6)
        #expect(
            verdict([good, Samples.record(2, .notApplicable)], nil).json.contains(
                #""cells":{"failed":0,"ok":1,"skipped":1,"total":2}"#))
    }

    @Test func `a file is written whole and leaves nothing beside it`() throws {
        let folder = Samples.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let url = folder.appendingPathComponent("deep/file.txt")
        try WholeFile.write("one", to: url)
        try WholeFile.write("two", to: url)
        #expect(try String(contentsOf: url, encoding: .utf8) == "two")
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: url.deletingLastPathComponent().path) == ["file.txt"])
    }
}
