// SPDX-License-Identifier: Apache-2.0

import Documents
import Foundation
import Gate
import Testing

@Suite struct GateConfigurationTests {
    private func read(_ text: String) throws -> GatePlan {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("gate-\(UUID().uuidString).yaml")
        defer { try? FileManager.default.removeItem(at: file) }
        try text.write(to: file, atomically: true, encoding: .utf8)
        return try GateConfiguration.read(file: file.path)
    }

    @Test func `a plan has its build, program and benchmarks`() throws {
        let plan = try read(
            """
            build: [make, -s]
            program: build/bench
            benchmarks:
              - {name: sort, arguments: [sort, --json], counted: [sort, --once], slow: [--slow, "{}"]}
              - {name: merge, arguments: [merge]}
            """)
        #expect(plan.build == ["make", "-s"] && plan.program == "build/bench" && plan.suite == nil)
        #expect(plan.benchmarks.map(\.name) == ["sort", "merge"])
        #expect(plan.benchmarks[0].slowed(5)?.arguments == ["sort", "--json", "--slow", "5.0"])
        #expect(plan.benchmarks[1].slowed(5) == nil)
        #expect(plan.quality.isEmpty && !plan.acceptsTrade && plan.function == nil)
    }

    @Test func `a plan may say what is judged, what may be traded and what is counted`() throws {
        let plan = try read(
            """
            build: [make]
            program: a
            benchmarks: []
            quality: {test/accuracy: 0.005, test/median-rank: 1}
            acceptTrade: true
            function: sort
            """)
        #expect(plan.quality == ["test/accuracy": 0.005, "test/median-rank": 1])
        #expect(plan.acceptsTrade && plan.function == "sort")
        for wrong in ["quality: [test/accuracy]", "quality: {test/accuracy: -1}", "quality: {test/accuracy: much}"] {
            #expect(throws: Diagnostics.self) { try read("build: [make]\nprogram: a\nbenchmarks: []\n\(wrong)\n") }
        }
    }

    @Test func `every mistake stands at its place`() throws {
        let text = """
            build: [make]
            program: ../../bin/sh
            benchmarks: []
            """
        #expect(throws: Diagnostics.self) { try read(text) }
        do {
            _ = try read(
                """
                build: [make]
                program: a
                benchmarks:
                  - {name: sort, argument: [x]}
                  - {name: "", arguments: [x]}
                """)
            Issue.record("was accepted")
        } catch let error as Diagnostics {
            #expect(error.list.count == 2 && error.list[0].mark.line == 4 && error.list[1].mark.line == 5)
            #expect(error.list[0].message.contains("did you mean 'arguments'"))
        }
        #expect(throws: Diagnostics.self) { try read("build: [make]\nprogram: a\n") }
    }
}
