// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Records
import Suites
import Testing

@Suite struct `The ledger and what is written from it` {
    static func record(seed: Int, accuracy: Double = 0.5, digest: String = "abc") -> CellRecord {
        let spec = RunSpec(
            task: Choice("classification"), dataset: Choice("latent"), dataDigest: "", encoders: [:],
            fusion: Choice("concat"), strategy: Choice("joint"), optimizer: Choice("sgd"), schedule: Choice("constant"),
            budget: [:], seed: seed, versions: [:])
        return CellRecord(
            labels: RunLabels(suite: "s", dataset: "d", pairing: "a-b", fusion: "concat", strategy: "joint"),
            spec: spec,
            fingerprint: spec.fingerprint,
            result: RunResult(
                state: .ok, metrics: ["test/accuracy": accuracy, "test/odd": .nan], parametersSHA256: digest))
    }

    func folder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "pdmpbench-records-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    @Test func `a stored result comes back, also after reopening`() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let record = Self.record(seed: 1)
        try Ledger(folder: folder.path).store(record.spec, record.result, at: Date(timeIntervalSince1970: 0))
        let again = try Ledger(folder: folder.path)
        let found = try again.results([record.fingerprint, Fingerprint(hex: "none")])
        #expect(found.count == 1 && found[record.fingerprint]?.metrics["test/accuracy"] == 0.5)
        #expect(found[record.fingerprint]?.metrics["test/odd"]?.isNaN == true)
        #expect(try again.integrity() == "ok" && again.counts() == ["ok": 1])
    }

    @Test func `a baseline notices digests, metrics, missing and new cells`() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let url = folder.appendingPathComponent("baseline.jsonl")
        try WholeFile.write(Baseline.text([Self.record(seed: 1), Self.record(seed: 2)]), to: url)
        let baseline = try Baseline(contentsOf: url)
        #expect(baseline.differences(from: [Self.record(seed: 1), Self.record(seed: 2)]).isEmpty)
        #expect(baseline.differences(from: [Self.record(seed: 1, digest: "other"), Self.record(seed: 2)]).count == 1)
        #expect(
            baseline.differences(from: [Self.record(seed: 1, accuracy: 0.5000001), Self.record(seed: 2)]).count == 1)
        #expect(baseline.differences(from: [Self.record(seed: 1)]).count == 1)
        #expect(baseline.differences(from: [1, 2, 3].map { Self.record(seed: $0) }).count == 1)
        #expect(throws: BaselineError.self) { try Baseline(contentsOf: folder.appendingPathComponent("none")) }
    }

    @Test func `a cell's line has sorted keys and no NaN`() {
        let line = CellsFile.line(Self.record(seed: 1)).canonicalJSON
        #expect(line.hasPrefix(#"{"budget":"#) && line.contains(#""test/odd":null"#))
        #expect(line.contains(#""cost":{"flops":0,"peak_rss_bytes":0,"seconds":0}"#))
    }

    @Test func `exit codes follow the verdict`() {
        var failed = Self.record(seed: 1)
        failed.result.state = .failed
        #expect(Verdict(suite: "s", records: [Self.record(seed: 1)], differences: [], seconds: 1).exitCode == 0)
        #expect(Verdict(suite: "s", records: [failed], differences: nil, seconds: 1).exitCode == 1)
        #expect(Verdict(suite: "s", records: [failed], differences: ["x"], seconds: 1).exitCode == 3)
    }
}
