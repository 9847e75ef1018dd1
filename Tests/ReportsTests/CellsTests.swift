// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Records
import Reports
import Suites
import TestSupport
import Testing

@Suite struct `Cells of a file` {
    private static var rich: CellRecord {
        var record = Sample.record(
            "pdmp", 7, 0.625, options: ["ratio": 0.5, "names": ["a", "\u{7f}\"\n"]],
            diagnostics: ["shapley/a": -1.5e-7, "none": .nan])
        record.spec.limit = 3
        record.spec.robustness = ["noise": [0, 1]]
        record.spec.versions = [:]
        record.result.unimodal = ["split/a/accuracy": 0.1]
        record.result.companions = ["abc": 1e9]
        record.result.notes = ["tuned-choice": "ratio 0.5", "trials": "3"]
        record.result.cost.started = "2026-01-01T00:00:00Z"
        record.result.cost.finished = "2026-01-01T00:00:01Z"
        record.result.cost.peakRSSBytes = 12
        return record
    }

    @Test func `come back as they were written, all parts of them`() throws {
        try Sample.inFolder { folder in
            var records = [Self.rich] + Sample.clear
            for index in records.indices { records[index].spec.versions = [:] }
            let plain = folder.appendingPathComponent("cells.jsonl")
            try CellsFile.write(records, to: plain)
            let back = try CellsReader.read(plain)
            #expect(back.count == records.count)
            for (one, other) in zip(records, back) {
                #expect(CellsFile.line(one).canonicalJSON == CellsFile.line(other).canonicalJSON)
                #expect(one.labels == other.labels && one.fingerprint == other.fingerprint)
                #expect(one.result.notes == other.result.notes && one.result.companions == other.result.companions)
                #expect(one.result.cost == other.result.cost)
            }
            #expect(back[0].spec == records[0].spec && back[0].result.diagnostics["none"]?.isNaN == true)
            // Where the plain file is not there, the compressed one is read.
            try CellsFile.compressed(records, to: folder.appendingPathComponent("other.jsonl.gz"))
            let unpacked = try CellsReader.read(folder.appendingPathComponent("other.jsonl"))
            #expect(unpacked.map(\.result.metrics) == records.map(\.result.metrics))
            #expect(unpacked.allSatisfy { $0.result.curves.isEmpty })
        }
    }

    @Test func `curves that nobody wants are left out`() throws {
        try Sample.inFolder { folder in
            let file = folder.appendingPathComponent("cells.jsonl")
            try CellsFile.write(Sample.clear, to: file)
            let back = try CellsReader.read(file) { $0 == "validation/loss" }
            #expect(back.allSatisfy { $0.result.curves == ["validation/loss": [1, 0.5, 0.6]] })
        }
    }

    /// Pieces of every length, also such that hold no line or half of one.
    @Test func `the order and the lines' numbers do not depend on how a file is cut`() throws {
        try Sample.inFolder { folder in
            let file = folder.appendingPathComponent("cells.jsonl")
            let records = (1...40).map { Sample.record("joint", $0, Double($0) / 100) }
            try CellsFile.write(records, to: file)
            var text = try String(contentsOf: file, encoding: .utf8)
            for size in [1, 100, 700, 1500, 5000, 1 << 20] {
                #expect(try CellsReader.read(file, pieces: size).map(\.spec.seed) == Array(1...40), "\(size)")
            }
            text = "\n" + text.replacing("\"seed\":30", with: "\"seed\":\"30\"") + "{"
            try Data(text.utf8).write(to: file)
            for size in [1, 1500, 1 << 20] {
                #expect(
                    throws: InputError(
                        place: file.relativePath, line: 31, message: "is not a cell: 'seed' has another type")
                ) {
                    try CellsReader.read(file, pieces: size)
                }
            }
        }
    }

    @Test(arguments: [
        (
            "\"test/accuracy\":0.501", "\"test/accuracy\":1e400",
            "'metrics.test/accuracy' is 1e400, more than any number can be"
        ),
        ("\"test/accuracy\":0.501", "\"test/accuracy\":\"high\"", "'metrics.test/accuracy' has another type"),
        (
            "\"state\":\"ok\"", "\"state\":\"done\"",
            "'state' is 'done', and must be one of 'ok', 'failed', 'notApplicable'"
        ),
        ("\"seed\":1", "\"seed\":1.5", "'seed' has another type"),
        ("\"suite\":\"s\"", "\"suite\":\"s", "it is no JSON"), ("\"suite\":\"s\",", "", "'suite' is missing"),
        ("{\"id\":\"sgd\"", "{\"name\":\"sgd\"", "'optimizer.id' is missing"),
        ("{\"budget\"", "[\"budget\"", "it is no JSON"),
    ])
    func `what is wrong with a line is said`(_ text: String, _ other: String, _ reason: String) throws {
        try Sample.inFolder { folder in
            let file = folder.appendingPathComponent("cells.jsonl")
            let line = CellsFile.line(Sample.clear[0]).canonicalJSON
            #expect(line.contains(text))
            try Data((line + "\n" + line.replacing(text, with: other) + "\n").utf8).write(to: file)
            do {
                _ = try CellsReader.read(file)
                Issue.record("was read")
            } catch {
                #expect("\(error)".contains("cells.jsonl:2: is not a cell: \(reason)"), "\(error)")
            }
        }
    }
}

/// A report keeps only the diagnostics and curves that it reads.
@Suite struct `What a report reads` {
    private static let cells = Repository.root.appendingPathComponent("Reports/study/tasks/cells.jsonl.gz")

    private func text(_ records: [CellRecord]) throws -> String {
        try Sample.inFolder { folder in
            try Sample.write(
                ReportInput(
                    suite: "s", question: "Q?", reproduce: "r", records: records,
                    directions: ["accuracy": .higherIsBetter, "recall@1": .higherIsBetter, "loss": .lowerIsBetter],
                    primaryMetric: "test/accuracy"), to: folder)
        }
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: cells.path), "there is no study beside the sources"))
    func `gives the report that all of a real record gives`() throws {
        let all = try CellsReader.read(Self.cells).filter { $0.spec.seed % 4 == 0 }
        let told = all.map(\.told)
        #expect(all.count > 50 && told.contains { $0.result.diagnostics.count < 30 })
        #expect(try text(told) == text(all))
    }

    @Test func `holds every name that its sections ask for`() throws {
        let root = Repository.root.appendingPathComponent("Sources/Reports")
        var names: [String] = []
        for folder in ["Sections", "Figures"] {
            let place = root.appendingPathComponent(folder)
            for file in try FileManager.default.contentsOfDirectory(atPath: place.path).sorted() {
                let code = try String(contentsOf: place.appendingPathComponent(file), encoding: .utf8)
                names += code.matches(of: /diagnostics\["([^"\\]+)/).map { String($0.1) }
            }
        }
        #expect(names.count > 15)
        for name in names { #expect(ReportInput.reads(diagnostic: name), "\(name)") }
        for name in ["odc/gradient/a", "gradient-ratio/raw", "margin-dependency/a"] {
            #expect(!ReportInput.reads(diagnostic: name), "\(name)")
        }
    }
}
