// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Suites
import Testing

@Suite struct OriginTests {
    @Test func `a value comes from its line, the command line, or a default`() throws {
        let files = try SuiteFiles([
            "a.yaml": "include: b.yaml\nname: own\nstrategies:\n  - id: ogm\n    options:\n      alpha: 2\n",
            "b.yaml": SuiteFiles.plain + "\nbudget: {epochs: 9}\n",
        ])
        let cell = try #require(try files.read("a.yaml", ["budget.batchSize=5"]).cells.first)
        let places = Dictionary(
            uniqueKeysWithValues: cell.values.map { ($0.path, $0.place.replacing(files.folder.path + "/", with: "")) })
        #expect(places["strategy.id"] == "a.yaml:4" && places["strategy.options.alpha"] == "a.yaml:6")
        #expect(places["budget.epochs"] == "b.yaml:5")
        #expect(places["budget.batchSize"] == "command line: --set budget.batchSize=5")
        #expect(places["optimizer.options.learningRate"] == "default" && places["fusion.id"] == "default")
        #expect(places["versions.strategy/ogm"] == "derived" && places["seed"] == "b.yaml:4")
        #expect(cell.values.map(\.path) == cell.values.map(\.path).sorted())
    }

    @Test func `a strategy may name its optimizers`() throws {
        let text =
            SuiteFiles.plain.replacing("[joint]", with: "[joint, {id: ogm, optimizers: [adamw]}]")
            + "\noptimizers: [sgd, adamw]\n"
        let cells = try SuiteFiles(["a.yaml": text]).read().cells
        #expect(cells.map(\.labels.strategy) == ["joint · sgd", "joint · adamw", "ogm"])
        let wrong = try SuiteFiles(["a.yaml": text.replacing("[adamw]}", with: "[adam]}")]).problems()
        #expect(wrong.count == 1 && wrong[0].contains("did you mean 'adamw'?"), "\(wrong)")
        #expect(try SuiteFiles(["a.yaml": text.replacing("[adamw]}", with: "3}")]).problems().count == 1)
    }

    @Test func `fingerprints of a row are those of its specifications`() throws {
        let text = SuiteFiles.plain.replacing("[1]", with: "[-3, 0, 12]").replacing("[joint]", with: "[joint, ranked]")
        for cell in try SuiteFiles(["a.yaml": text]).read().cells
            + SuiteFiles(["a.yaml": text]).read().limited(to: 3).cells
        {
            #expect(cell.fingerprint == cell.spec.fingerprint)
        }
    }

    @Test func `a limit changes every fingerprint and stamps every name`() throws {
        let suite = try SuiteFiles(["a.yaml": SuiteFiles.plain]).read()
        let limited = suite.limited(to: 7)
        #expect(limited.name == "SMOKE-plain" && limited.cells[0].labels.dataset == "SMOKE latent")
        #expect(limited.cells[0].spec.limit == 7 && limited.cells[0].fingerprint != suite.cells[0].fingerprint)
        #expect(limited.cells[0].fingerprint != suite.limited(to: 8).cells[0].fingerprint)
        #expect(limited.cells[0].values.contains { $0.path == "limit" && $0.place == "command line: --limit 7" })
    }

    @Test func `an id stands for all rows of a strategy unless a row is called so`() throws {
        let text = SuiteFiles.plain.replacing(
            "[joint]", with: "[{id: ogm, label: one}, {id: ogm, label: two}, {id: joint, label: ogm}]")
        let suite = try SuiteFiles(["a.yaml": text]).read()
        #expect(suite.filtered(CellFilter(strategies: ["ogm"])).cells.map(\.labels.strategy) == ["ogm"])
        #expect(
            suite.filtered(CellFilter(strategies: ["t*", "joint"])).cells.map(\.labels.strategy) == ["two", "ogm"])
        #expect(suite.filtered(CellFilter(tasks: ["class*"], fusions: ["concat"])).cells.count == 3)
        #expect(suite.filtered(CellFilter(fusions: ["sum"])).cells.isEmpty)
    }

    @Test func `two specifications are told apart key by key`() {
        let before: ConfigValue = ["a": ["x": 1, "y": 2], "b": "same", "gone": 1]
        let after: ConfigValue = ["a": ["x": 1, "y": 3], "b": "same", "new": [1, 2]]
        #expect(
            SpecDifference.changes(from: before, to: after).map(\.description)
                == ["a.y: 2 → 3", "gone: 1 → absent", "new: absent → [1,2]"])
        #expect(SpecDifference.changes(from: ["n": 2], to: ["n": 2.0]).isEmpty)
        let nearest = SpecDifference.nearest(to: after, among: [[:], before, after])
        #expect(nearest?.index == 2 && nearest?.changes.isEmpty == true)
    }
}
