// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gate
import Lexicon
import Processes
import Testing

@Suite struct SuiteComparisonTests {
    private func cell(
        _ variant: String, seed: Int, accuracy: Double, fingerprint: String = "f", digest: String = "d",
        flops: Double = 100, state: String = "ok"
    ) -> ConfigValue {
        [
            "cost": ["flops": .double(flops)], "dataset": "latent",
            "fingerprint": .string("\(fingerprint)\(variant)\(seed)"),
            "fusion": "concat", "metrics": ["test/accuracy": .double(accuracy), "test/loss": 1],
            "optimizer": ["id": "sgd"],
            "parameters_sha256": .string("\(digest)\(seed)"), "seed": .int(seed), "state": .string(state),
            "task": "classification", "variant": .string(variant),
        ]
    }

    private let comparison = SuiteComparison(directions: ["test/accuracy": .higherIsBetter])

    private func cells(
        _ accuracy: (Int) -> Double, fingerprint: String = "f", digest: String = "d", flops: Double = 100
    ) -> [ConfigValue] {
        (0..<7).map {
            cell("pdmp", seed: $0, accuracy: accuracy($0), fingerprint: fingerprint, digest: digest, flops: flops)
        }
    }

    @Test func `equal bits are equivalent in both tiers`() {
        let same = cells { 0.8 + 0.001 * Double($0) }
        let findings = comparison.findings(base: same, head: same)
        #expect(findings.allSatisfy { $0.judgement == .equivalent })
        #expect(Set(findings.map(\.tier)) == [.exact, .quality])
        // Only what is judged by a direction is a comparison of quality.
        #expect(findings.filter { $0.tier == .quality }.map(\.metric) == ["test/accuracy"])
    }

    @Test func `other bits for the same specification are named with cell and metric`() throws {
        let base = cells { 0.8 + 0.001 * Double($0) }
        let head = cells({ 0.8 + 0.001 * Double($0) + ($0 == 3 ? 0.01 : 0) }, digest: "e")
        let findings = comparison.findings(base: base, head: head)
        let worst = try #require(findings.first { $0.judgement == .regressed })
        #expect(worst.tier == .exact && worst.subject == "classification / latent / concat / pdmp / sgd")
        #expect(worst.note.contains("raise the version"))
    }

    @Test func `a task may be judged by one metric of several`() {
        let base = cells { 0.8 + 0.001 * Double($0) }
        let head = cells({ 0.75 + 0.001 * Double($0 % 3) }, fingerprint: "g", digest: "e")
        var both = comparison
        both.directions["test/loss"] = .lowerIsBetter
        func judged(_ comparison: SuiteComparison) -> [String] {
            comparison.findings(base: base, head: head).filter { $0.tier == .quality }.map(\.metric)
        }
        #expect(judged(both) == ["test/accuracy", "test/loss"])
        both.taskMetrics = ["classification": "test/loss", "retrieval": "test/accuracy"]
        #expect(judged(both) == ["test/loss"])
        both.taskMetrics = ["classification": "test/absent"]
        #expect(judged(both).isEmpty)
    }

    @Test func `a changed specification is judged by its scores`() throws {
        let base = cells { 0.8 + 0.001 * Double($0) }
        let head = cells({ 0.75 + 0.001 * Double($0 % 3) }, fingerprint: "g", digest: "e")
        let worst = try #require(comparison.findings(base: base, head: head).first { $0.judgement == .regressed })
        #expect(worst.tier == .quality && worst.metric == "test/accuracy")
        #expect(worst.subject == "classification / latent / concat / pdmp / sgd")
        #expect(try #require(worst.change) < -0.04)
    }

    @Test func `lost cells, failing cells and more operations are regressions`() {
        let base = cells { _ in 0.8 }
        #expect(
            comparison.findings(base: base, head: []).contains { $0.judgement == .regressed && $0.metric == "cell" })
        let costly = comparison.findings(base: base, head: cells({ _ in 0.8 }, flops: 101))
        #expect(costly.contains { $0.metric == "FLOPs" && $0.judgement == .regressed })
        let failing = comparison.findings(
            base: base, head: base.dropLast() + [cell("pdmp", seed: 6, accuracy: .nan, state: "failed")])
        #expect(failing.contains { $0.metric == "state" && $0.judgement == .regressed })
        let new = comparison.findings(base: [], head: base)
        #expect(new.allSatisfy { $0.judgement == .incomparable })
    }

    @Test func `parameters and output bytes are compared exactly`() throws {
        func cells(_ parameters: Double, loss: Double, extra: [String: ConfigValue] = [:], fingerprint: String = "f")
            -> [ConfigValue]
        {
            self.cells({ _ in 0.8 }, fingerprint: fingerprint).map { cell in
                guard case .object(var members) = cell else { return cell }
                members["diagnostics"] = .object(["parameters": .double(parameters)].merging(extra) { $1 })
                members["curves"] = ["validation/loss": [.double(1), .double(loss)]]
                return .object(members)
            }
        }
        func found(_ base: [ConfigValue], _ head: [ConfigValue], _ metric: String) -> Finding? {
            comparison.findings(base: base, head: head).first { $0.metric == metric }
        }
        let base = cells(100, loss: 0.5)
        // What head alone records is no difference.
        let same = cells(100, loss: 0.5, extra: ["new": 1])
        #expect(found(base, same, "parameters")?.judgement == .equivalent)
        #expect(found(base, same, "output bytes")?.judgement == .equivalent)
        let other = try #require(found(base, cells(100, loss: 0.4), "output bytes"))
        #expect(other.judgement == .regressed && other.note.hasPrefix("validation/loss at seed 0"))
        let larger = try #require(found(base, cells(110, loss: 0.4, fingerprint: "g"), "parameters"))
        #expect(larger.judgement == .regressed)
        #expect(abs(try #require(larger.change) - 0.1) < 1e-12)
        #expect(found(base, cells(90, loss: 0.4, fingerprint: "g"), "parameters")?.judgement == .improved)
        // Another specification may well have other curves; a baseline has none.
        #expect(found(base, cells(110, loss: 0.4, fingerprint: "g"), "output bytes") == nil)
        #expect(found(self.cells { _ in 0.8 }, base, "output bytes") == nil)
    }

    @Test func `damaged cells are refused with their line`() throws {
        let good = cell("pdmp", seed: 0, accuracy: 1).canonicalJSON
        #expect(try SuiteComparison.cells(good + "\n", path: "x").count == 1)
        #expect(throws: GateError.cells("x", line: 2)) { try SuiteComparison.cells(good + "\n{\"seed\":\n", path: "x") }
        #expect(throws: GateError.cells("x", line: 1)) { try SuiteComparison.cells("{}\n", path: "x") }
    }
}

@Suite struct SourceTreesTests {
    @Test func `head is the working tree, base is where it left the branch`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gate-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        func git(_ arguments: String...) throws {
            let identity = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
            let outcome = try ChildProcess(try #require(ChildProcess.find("git")), identity + arguments, folder: folder)
                .run()
            #expect(outcome.status == 0, "\(arguments): \(outcome.errors)")
        }
        try git("init", "-q", "-b", "main")
        try "one".write(toFile: "\(folder)/file", atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(folder)/file")
        try git("add", ".")
        try git("commit", "-qm", "one")
        let trees = SourceTrees(
            repository: folder, folder: "\(folder)/.gate",
            plan: GatePlan(build: ["true"], program: "file", benchmarks: [], suite: nil))
        let base = try trees.base("main")
        #expect(try trees.head().tree == base.tree)
        try "two".write(toFile: "\(folder)/file", atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(folder)/file")
        try "new".write(toFile: "\(folder)/stray", atomically: true, encoding: .utf8)
        let head = try trees.head()
        #expect(head.tree != base.tree && head.name.hasPrefix("working tree"))
        #expect(try trees.untracked() == ["stray"])
        #expect(throws: GateError.self) { try trees.base("no-such-branch") }
        #expect(try trees.build(base, as: "base").program == "\(folder)/.gate/base/file")
        // A cache may bring the folders into a fresh clone, which knows nothing of them; what is equal stays as old as it is.
        let kept = "\(folder)/.gate/base/file"
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1000)], ofItemAtPath: kept)
        try FileManager.default.removeItem(atPath: "\(folder)/.git/worktrees")
        #expect(try trees.build(base, as: "base").program == kept)
        let date = try FileManager.default.attributesOfItem(atPath: kept)[.modificationDate] as? Date
        #expect(date == Date(timeIntervalSince1970: 1000))
        #expect(try trees.build(head, as: "base").program == kept)
        #expect(try String(contentsOfFile: kept, encoding: .utf8) == "two")
        #expect(try String(contentsOfFile: "\(folder)/file", encoding: .utf8) == "two")
    }
}
