// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Reports
import Suites
import Testing

@Suite struct Queries {
    static let records =
        Sample.clear
        + (1...3).map { Sample.record("ogm", $0, 0.7, dataset: "e", task: "retrieval", metric: "test/recall@1") }
        + (1...3).map {
            Sample.record("ogm", $0, 0.9, dataset: "e", task: "retrieval", metric: "test/recall@5", label: "ogm b")
        }

    func table(_ query: String, rows: [String] = ["method"], columns: [String] = ["dataset"], ignored: [String] = [])
        throws -> (
            text: String, warnings: [String]
        )
    {
        let result = try Projection(rows: rows, columns: columns, ignored: ignored)
            .table(Sample.input(Self.records), try QueryFilter(query))
        return (TableSyntax.csv.text(result.table), result.warnings)
    }

    @Test func `filter and project`() throws {
        let (text, warnings) = try table("task:retrieval method:(pdmp OR ogm*) metric:recall@*", columns: ["task"])
        #expect(
            text == "method,retrieval,retrieval low,retrieval high\nogm,0.700,0.700,0.700\nogm b,0.900,0.900,0.900\n")
        #expect(warnings.isEmpty)
    }

    @Test func `a key that varies inside a cell is told`() throws {
        let (_, warnings) = try table("metric:test/accuracy", rows: ["task"], columns: [])
        #expect(
            warnings.count == 1 && warnings[0].contains("method") && warnings[0].contains("classification"),
            "\(warnings)")
        #expect(
            try table("metric:test/accuracy", rows: ["task"], columns: [], ignored: ["method", "strategy"])
                .warnings.isEmpty)
    }

    @Test func `without a metric each task's own is meant`() throws {
        let (text, _) = try table("", rows: ["method"], columns: ["metric"])
        #expect(text.hasPrefix("method,test/accuracy,"))
    }

    @Test func `operators`() throws {
        func count(_ query: String) throws -> Int {
            try table(query, rows: ["seed"]).text.split(separator: "\n").count - 1
        }
        #expect(try count("seed:1 metric:*") == 1)
        #expect(try count("(seed:1 OR seed:2) AND metric:accuracy") == 2)
        #expect(try count("-seed:1 metric:accuracy") == 7)
        #expect(try count("NOT (seed:1 OR seed:2) metric:accuracy") == 6)
        #expect(try count("seed:(1 OR 2 OR 3) metric:\"test/accuracy\"") == 3)
        #expect(try count("origin:external metric:accuracy") == 0)
    }

    @Test(arguments: [
        ("metod:pdmp", "did you mean 'method'?"), ("method", "expected ':'"), ("method:", "expected a value"),
        ("(method:a", "not closed"), ("method:(a OR", "expected a value"), ("method:a )", "unexpected"),
        ("method:\"a", "quote is not closed"), ("OR", "expected key:value"),
    ])
    func `mistakes are shown where they are`(_ query: String, _ part: String) {
        do {
            _ = try QueryFilter(query)
            Issue.record("'\(query)' was understood")
        } catch {
            #expect(error.description.contains(part) && error.description.contains("^"), "\(error.description)")
        }
    }

    @Test func `deep nesting is refused, not followed`() {
        #expect(throws: QueryError.self) {
            try QueryFilter(String(repeating: "(", count: 2000) + "seed:1" + String(repeating: ")", count: 1990))
        }
        #expect(throws: QueryError.self) { try QueryFilter(String(repeating: "- ", count: 1500) + "seed:1") }
    }

    @Test(arguments: [
        ("metric:acuracy", ["no record has metric 'acuracy'; did you mean 'accuracy'?"]),
        ("method:(pdpm OR joint) metric:accuracy", ["no record has method 'pdpm'; did you mean 'pdmp'?"]),
        ("strategy.gama:1", ["no record has 'strategy.gama'; did you mean 'strategy.gamma'?"]),
        ("seed:99 -method:nobody", ["no record has seed '99'"]), ("method:pdmp metric:test/*", []),
    ])
    func `words that no record has are answered with the nearest`(_ text: String, _ sentences: [String]) throws {
        let records = Sample.clear + [Sample.record("ogm", 1, 0.5, options: ["gamma": 2])]
        #expect(try QueryFilter(text).unanswered(Sample.input(records)) == sentences)
    }

    @Test func `unknown projection keys are named`() {
        #expect(throws: QueryError.self) { try Projection(rows: ["methd"], columns: []) }
        #expect(throws: Never.self) {
            try Projection(rows: ["strategy.alpha", "encoder.a"], columns: ["budget.selection"])
        }
    }

    @Test func `comparisons pair seeds, correct, and know other machines`() throws {
        let same = ResultComparison(Sample.input(Sample.clear), Sample.input(Sample.clear))
        #expect(same.identical == same.compared && same.machines.isEmpty)
        let better = Sample.clear.map { record in
            var record = record
            record.result.metrics["test/accuracy"]? += 0.05 + Double(record.spec.seed) / 5000
            record.result.parametersSHA256 += "x"
            record.result.machine["cpu"] = "y"
            return record
        }
        let comparison = ResultComparison(Sample.input(Sample.clear), Sample.input(better))
        #expect(comparison.identical == 0 && comparison.machines.count == 2)
        let text = TableSyntax.csv.text(comparison.table)
        #expect(text.split(separator: "\n").dropFirst().allSatisfy { $0.hasSuffix(",better") }, "\(text)")
    }
}
