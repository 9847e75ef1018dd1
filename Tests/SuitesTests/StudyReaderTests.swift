// SPDX-License-Identifier: Apache-2.0

import Documents
import Foundation
import Suites
import Testing

@Suite struct `A study's file` {
    private func read(_ text: String) throws -> Study {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "pdmpbench-study-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data("name: one".utf8).write(to: folder.appendingPathComponent("one.yaml"))
        let file = folder.appendingPathComponent("study.yaml")
        try Data(text.utf8).write(to: file)
        return try Study.read(file: file.path)
    }

    private let text = """
        name: mine
        suites: [one.yaml]
        questions: {H1: "Is it so?"}
        hypotheses:
          - {id: H1.1, claim: it is, suite: one, compare: pdmp, with: [joint], expect: worse}
        figures: [one/ranks]
        """

    @Test func `names suites, hypotheses and figures`() throws {
        let study = try read(text)
        #expect(study.name == "mine" && study.suites.count == 1 && study.suites[0].hasSuffix("/one.yaml"))
        #expect(study.hypotheses.map(\.expect) == [.worse] && study.hypotheses[0].group == "H1")
        #expect(study.questions.map(\.id) == ["H1"] && study.questions[0].text == "Is it so?")
        #expect(study.figures.map(\.folder) == ["one"] && study.figures[0].figure == "ranks")
        #expect(study.hypotheses[0].concerns(task: "retrieval", dataset: "x", fusion: "sum"))
    }

    @Test(arguments: [
        ("suites: [one.yaml]", "suites: [two.yaml]", 2, "there is no suite"),
        ("suites: [one.yaml]", "suites: []", 1, "at least one suite"),
        ("expect: worse", "expect: wors", 5, "'worse'"),
        ("compare: pdmp, ", "", 5, "needs 'compare' and 'with'"),
        ("compare: pdmp, with: [joint], expect: worse", "peak: true, with: [joint]", 5, "'peak' stands alone"),
        ("expect: worse", "along: snr, expect: equal", 5, "rises"),
        ("{H1: \"Is it so?\"}", "{H2: x}", 1, "does not say what 'H1' asks"),
        ("one/ranks", "two/ranks", 6, "no figure of a suite"),
        ("[one/ranks]", "[one/ranks, one/ranks]", 6, "called 'ranks'"),
        ("hypotheses:", "hypothesis:", 4, "hypotheses"),
        ("claim: it is, ", "", 5, "needs 'claim'"),
    ])
    func `tells mistakes in their place`(_ old: String, _ new: String, _ line: Int, _ message: String) throws {
        do {
            _ = try read(text.replacing(old, with: new))
            Issue.record("'\(new)' was accepted")
        } catch let error as Diagnostics {
            #expect(error.list.contains { $0.mark.line == line && $0.message.contains(message) }, "\(error)")
        }
    }

    @Test func `has each hypothesis once`() throws {
        let twice = text.replacing(
            "figures:", with: "  - {id: H1.1, claim: b, suite: one, compare: a, with: [b]}\nfigures:")
        #expect(throws: Diagnostics.self) { try read(twice) }
    }
}
