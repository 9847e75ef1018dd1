// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@Suite struct Documentation {
    func page(_ name: String) throws -> String {
        try String(contentsOf: Repository.root.appendingPathComponent(name), encoding: .utf8)
    }

    @Test(arguments: [("Docs/catalog.md", ["list", "all", "--format", "md"]), ("Docs/commands.md", ["help-all"])])
    func `a written page is current`(_ name: String, _ arguments: [String]) throws {
        let made = try Program().run(arguments).out
        #expect(try page(name) == made, "\(name) is not what the program says: run make docs")
    }

    @Test func `the tutorial shows the strategy that is compiled`() throws {
        let code = try page("Tests/StrategiesTests/Example/Handicap.swift")
        let tutorial = try page("Docs/tutorial-strategy.md")
        #expect(
            tutorial.contains("```swift\n\(code)```"), "Docs/tutorial-strategy.md quotes another text than the file")
    }

    @Test func `every kind of figure stands in the page of figures`() throws {
        let page = try page("Docs/figures.md")
        let kinds = try Program().run(["plot", "--list"]).out.split(separator: "\n").compactMap {
            $0.split(separator: ":").first
        }
        #expect(kinds.count >= 18)
        for kind in kinds { #expect(page.contains("| `\(kind)` |"), "\(kind)") }
    }

    @Test func `every committed suite is sound`() throws {
        let suites = Repository.root.appendingPathComponent("Suites")
        let program = try Program()
        var checked = 0
        for case let name as String in try #require(FileManager.default.enumerator(atPath: suites.path))
        where name.hasSuffix(".yaml") && !name.hasPrefix("data/") {
            let file = suites.appendingPathComponent(name).path
            // Suites over loaded data need it.
            let loads = try String(contentsOfFile: file, encoding: .utf8).contains("manifest:")
            if loads, Repository.shared == nil { continue }
            // What `make data` prepares is not among the shared sets.
            if name == "tuxpaint.yaml" { continue }
            // A study names suites and is none; all data sets of its real suite are optional, and may all be absent.
            if name.hasPrefix("study/"), name.hasSuffix("/study.yaml") || loads { continue }
            let data = Repository.shared.map { ["--data", $0.appendingPathComponent("data").path] } ?? []
            let result = try program.run(["validate", file] + data)
            #expect(result.code == 0, "\(name): \(result.err)")
            checked += 1
        }
        #expect(checked >= 3)
    }

    @Test(.enabled(if: Repository.hasShared, Comment(rawValue: Repository.absentLine)))
    func `a suite of loaded data is deterministic wherever it is run from`() throws {
        let shared = try #require(Repository.shared)
        let result = try Program().run([
            "verify-determinism", Repository.root.appendingPathComponent("Suites/avdigits.yaml").path, "--data",
            shared.appendingPathComponent("data").path, "--seed", "1", "--limit", "96", "-m", "joint", "-m", "ogm",
        ])
        #expect(result.code == 0, "\(result.err)")
    }
}
