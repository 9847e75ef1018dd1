// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Reports
import Suites
import Testing

@Suite struct Exchange {
    func read(_ text: String, _ name: String = "r.csv") throws -> [CellRecord] {
        try Sample.inFolder { folder in
            let url = folder.appendingPathComponent(name)
            try Data(text.utf8).write(to: url)
            return try ExternalResults.read(url, task: "classification")
        }
    }

    @Test func `results made elsewhere stand in the same tables, marked`() throws {
        try Sample.inFolder { folder in
            let lines = (1...5).map { "d|`x`,theirs,\($0),accuracy,0.7\($0),PyTorch 2" }
            let records = try read("dataset,method,seed,metric,value,source\n" + lines.joined(separator: "\n") + "\n")
            #expect(records.count == 5 && records.allSatisfy { $0.isExternal })
            try Data(ExternalResults.text(records).utf8).write(
                to: folder.appendingPathComponent(ExternalResults.fileName))
            let text = try Sample.write(Sample.input(Sample.clear), to: folder)
            #expect(text.contains("| theirs † | **0.730 ["), "\(text)")
            #expect(text.contains("Mann-Whitney") && !text.contains("“theirs” **"))
            #expect(try ReportCheck.problems(Sample.input(Sample.clear), folder: folder).isEmpty)
        }
    }

    @Test func `lines of JSON with several metrics`() throws {
        let records = try read(
            #"{"dataset":"d","method":"m","seed":1,"metrics":{"accuracy":0.5,"validation/accuracy":0.6}}"# + "\n\n"
                + #"{"dataset":"d","method":"m","seed":2,"metric":"accuracy","value":1}"# + "\n", "r.jsonl")
        #expect(
            records.map(\.result.metrics) == [
                ["test/accuracy": 0.5, "validation/accuracy": 0.6], ["test/accuracy": 1],
            ])
    }

    @Test func `marks, line ends and quotes of other programs are taken`() throws {
        let plain = try read("dataset,method,seed,metric,value\n\"d, one\",m,1,accuracy,0.5\n")
        #expect(plain.map(\.labels.dataset) == ["d, one"])
        let header = "\"dataset\",\"method\",\"seed\",\"metric\",\"value\""
        for text in [
            "\u{feff}dataset,method,seed,metric,value\n\"d, one\",m,1,accuracy,0.5\n",
            "\u{feff}dataset,method,seed,metric,value\r\n\"d, one\",m,1,accuracy,0.5\r\n",
            "\(header)\r\n\"d, one\",\"m\",\"1\",\"accuracy\",\"0.5\"",
        ] {
            #expect(try read(text).map(\.fingerprint) == plain.map(\.fingerprint), "\(text)")
        }
        let line = #"{"dataset":"d, one","method":"m","seed":1,"metric":"accuracy","value":0.5}"#
        for text in ["\(line)\n", "\u{feff}\(line)\r\n\r\n", "\r\n \(line)"] {
            #expect(try read(text, "r.jsonl").map(\.fingerprint) == plain.map(\.fingerprint), "\(text)")
        }
        let two = try read("\(line)\r\n\(line.replacing("\"seed\":1", with: "\"seed\":2"))\r\n", "r.jsonl")
        #expect(two.map(\.spec.seed) == [1, 2])
    }

    @Test func `what is imported twice stands once, other scores are refused`() throws {
        let first = try read("dataset,method,seed,metric,value\nd,m,1,accuracy,0.5\nd,m,2,accuracy,0.6\n")
        #expect(try ExternalResults.merged(first, with: first).map(\.fingerprint) == first.map(\.fingerprint))
        let other = try read("dataset,method,seed,metric,value\nd,m,2,accuracy,0.7\n")
        #expect(throws: InputError.self) { try ExternalResults.merged(first, with: other) }
    }

    @Test func `imported results leave the report's bounds and cautions as they were`() throws {
        try Sample.inFolder { folder in
            let input = ReportInput(
                suite: "s", question: "Q?", reproduce: "r", records: Sample.clear,
                directions: ["accuracy": .higherIsBetter], ranges: ["accuracy": 0...1], primaryMetric: "test/accuracy",
                scaleFreeOptimizers: ["sgd"], skipped: ["real: it is not there"])
            let before = try Sample.write(input, to: folder)
            let records = try read("dataset,method,seed,metric,value\nd|`x`,theirs,1,accuracy,0.7\n")
            try Data(ExternalResults.text(records).utf8).write(
                to: folder.appendingPathComponent(ExternalResults.fileName))
            let after = try Sample.write(input, to: folder)
            for sentence in ["cut off at 0 and 1", "real: it is not there"] {
                #expect(before.contains(sentence) && after.contains(sentence), "\(sentence)")
            }
        }
    }

    @Test(arguments: [
        ("dataset,method,seed,metric,value\nd,m,x,accuracy,1\n", "r.csv:2: 'seed' must be an integer"),
        ("dataset,method,seed,metric,value\nd,m,1,accuracy,nan\n", "r.csv:2: 'value' must be a finite number"),
        ("dataset,method,seed,metric,value\nd,m,1,accuracy,1e999\n", "r.csv:2: 'value' must be a finite number"),
        ("dataset,method,seed,metric,value\nd,m,1,accuracy\n", "r.csv:2: has 4 fields, the header has 5"),
        ("dataset,method,seed,metric,value\n\"d\n1\",m,1,accuracy,1\n", "r.csv:2: 'dataset' must be at most"),
        ("dataset,method,seed,metric,value\nd,m,1,accuracy,1\nd,m,1,accuracy,2\n", "r.csv:3: test/accuracy of 'm'"),
        ("dataset,method,seed,metric,value\nd,m,1,\"; rm\",1\n", "r.csv:2: '; rm' is no name of a metric"),
        ("dataset,method,seed,metric,value\n,m,1,accuracy,1\n", "r.csv:2: 'dataset' is missing"),
        ("dataset,methd,seed,metric,value\n", "r.csv:1: unknown column 'methd'; did you mean 'method'?"),
        ("dataset,method,seed,metric\n", "r.csv:1: column 'value' is missing"),
        ("dataset,method,seed,seed,metric,value\n", "r.csv:1: names a column twice"),
        ("dataset,method,seed,metric,value\n\"d,m,1\n", "r.csv:3: ends inside a quoted field"),
        ("", "r.csv:1: is empty"),
    ])
    func `hostile tables are refused with file and line`(_ text: String, _ message: String) {
        do {
            _ = try read(text)
            Issue.record("was read: \(text)")
        } catch {
            #expect("\(error)".hasSuffix("") && "\(error)".contains(message), "\(error)")
        }
    }

    @Test(arguments: [
        ("[1]", "r.jsonl:1: is not a JSON object"), ("{}", "r.jsonl:1: 'seed' must be an integer"),
        (#"{"dataset":"d","method":"m","seed":1}"#, "r.jsonl:1: needs 'metric' and 'value'"),
        ("\n{\"datset\":\"d\"}", "r.jsonl:2: unknown key 'datset'; did you mean 'dataset'?"),
        (#"{"dataset":1,"method":"m","seed":1,"metric":"a","value":1}"#, "r.jsonl:1: 'dataset' must be a string"),
        (
            #"{"dataset":"d","method":"m","seed":1,"metrics":{"a":"x"}}"#,
            "r.jsonl:1: metric 'a' must be a finite number"
        ),
        (String(repeating: "[", count: 5000), "r.jsonl:1: is not a JSON object: it is no JSON: more than 200 levels"),
        (#"{"seed":1,"metrics":{"a":1e400}}"#, "r.jsonl:1: 1e400 is larger than any number can be"),
    ])
    func `hostile lines are refused with file and line`(_ text: String, _ message: String) {
        do {
            _ = try read(text, "r.jsonl")
            Issue.record("was read: \(text)")
        } catch {
            #expect("\(error)".contains(message), "\(error)")
        }
    }

    @Test func `what is exported comes back`() throws {
        let input = Sample.input(Sample.clear)
        for (form, name) in [(Export.csv, "r.csv"), (.jsonl, "r.jsonl")] {
            let back = try read(form.text(input), name)
            #expect(back.map(\.result.metrics) == Sample.clear.map(\.result.metrics), "\(name)")
            #expect(back.map(\.labels.strategy) == Sample.clear.map(\.labels.strategy))
            #expect(back.allSatisfy { $0.result.codeVersion == "external: pdmpbench \(HarnessVersion.text)" })
        }
    }

    @Test func `other programs' forms`() throws {
        let input = Sample.input(Sample.clear)
        let bench = Export.gobench.text(input).split(separator: "\n")
        #expect(
            bench.count == 17
                && bench[1].hasPrefix(
                    "Benchmarkclassification/dataset=d|`x`/fusion=concat/method=joint 1 0.501 test/accuracy")
        )
        #expect(bench.dropFirst().allSatisfy { $0.split(separator: " ").count % 2 == 0 })
        let action = Export.githubActionBenchmark.text(input)
        let entries = try #require(try JSONSerialization.jsonObject(with: Data(action.utf8)) as? [[String: Any]])
        #expect(
            entries.count == 2 && entries[1]["name"] as? String == "d|`x`: pdmp"
                && entries[1]["unit"] as? String == "test/accuracy")
        #expect(Export.latex.text(input).contains("\\toprule"))
    }

    @Test func `damaged cells are named by line`() throws {
        try Sample.inFolder { folder in
            let url = folder.appendingPathComponent("cells.jsonl")
            try Data("{}\n".utf8).write(to: url)
            do {
                _ = try CellsReader.read(url)
                Issue.record("was read")
            } catch {
                #expect(
                    "\(error)".contains("cells.jsonl:1: is not a cell: '") && "\(error)".contains("is missing"),
                    "\(error)")
            }
        }
    }
}
