// SPDX-License-Identifier: Apache-2.0

import Foundation
import Suites
import Testing

/// What a data set of a suite may have of its own.
@Suite struct `Problems of a suite` {
    @Test func `have a task, a budget and optimizers of their own`() throws {
        let text = """
            name: many
            task: classification
            budget: {epochs: 3, batchSize: 8}
            datasets:
              - latent
              - {id: latent, task: search, budget: {epochs: 5}, optimizers: [slow]}
            optimizers: [{id: sgd, label: fast}, {id: sgd, label: slow, options: {learningRate: 0.01}}]
            strategies: [joint]
            seeds: [1]
            """
        let suite = try SuiteFiles(["a.yaml": text]).read()
        #expect(suite.cells.map(\.spec.task.id) == ["classification", "classification", "search"])
        #expect(suite.cells.map(\.labels.strategy) == ["joint · fast", "joint · slow", "joint"])
        #expect(suite.cells.map { $0.spec.budget["epochs"]?.intValue } == [3, 3, 5])
        #expect(suite.cells.map { $0.spec.budget["batchSize"]?.intValue } == [8, 8, 8])
        let origins = try #require(suite.cells.last).origins
        #expect(origins.contains { $0.path == "budget.epochs" && $0.place.contains("a.yaml:6") })
        #expect(origins.contains { $0.path == "task.id" && $0.place.contains("a.yaml:6") })
    }

    @Test func `are wrong in their own place`() throws {
        let text = """
            name: many
            datasets:
              - {id: latent, optimizers: [slow]}
              - {id: pictures, task: serch, optional: perhaps}
              - {id: pictures, label: other, budget: {epochs: 0}}
            strategies: [joint]
            seeds: [1]
            """
        let problems = try SuiteFiles(["a.yaml": text]).problems()
        #expect(problems.contains { $0.contains("no optimizer 'slow'") })
        #expect(problems.contains { $0.hasPrefix("a.yaml:4") && $0.contains("'serch'; did you mean 'search'?") })
        #expect(problems.contains { $0.hasPrefix("a.yaml:5") && $0.contains("budget") })
    }

    @Test func `may be left out where they are not to be had`() throws {
        let text = """
            name: many
            datasets: [latent, {id: absent, optional: true}]
            strategies: [joint]
            seeds: [1]
            """
        let suite = try SuiteFiles(["a.yaml": text]).read()
        #expect(suite.cells.count == 1 && !suite.cells[0].isOptional)
        #expect(suite.skipped.map(\.label) == ["absent"] && suite.skipped[0].reason == "the folder is not there")
        let strict = try SuiteFiles(["a.yaml": text.replacing(", optional: true", with: "")])
        #expect(strict.problems().contains { $0.contains("the folder is not there") })
        let there = try SuiteFiles(["a.yaml": text.replacing("absent", with: "pictures")]).read()
        #expect(there.cells.map(\.isOptional) == [false, true] && there.skipped.isEmpty)
    }
}
