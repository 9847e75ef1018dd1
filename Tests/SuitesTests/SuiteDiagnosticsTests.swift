// SPDX-License-Identifier: Apache-2.0

import Foundation
import Suites
import Testing

@Suite struct SuiteDiagnosticsTests {
    @Test func `three mistakes give three diagnostics, each at its place`() throws {
        let files = try SuiteFiles([
            "a.yaml": """
            name: three
            datasets: [latent]
            strategies:
              - jiont
              - {id: ogm, options: {alpha: 11}}
            budgte: {epochs: 3}
            seeds: [1]
            """
        ])
        let problems = files.problems()
        #expect(problems.count == 3)
        #expect(problems.first?.hasPrefix("a.yaml:4:5: ") == true)
        #expect(problems.first?.contains("did you mean 'joint'?") == true)
        #expect(problems.dropFirst().first?.hasPrefix("a.yaml:5:") == true)
        #expect(problems.dropFirst().first?.contains("0 … 10") == true)
        #expect(problems.last?.hasPrefix("a.yaml:6:1: ") == true)
        #expect(problems.last?.contains("did you mean 'budget'?") == true)
    }

    @Test(arguments: [
        "name: Bad_Name", "name: ''", "name: 3", "question: [a]", "seeds: []", "seeds: [1, 1]", "seeds: 4..1",
        "seeds: -9223372036854775808..9223372036854775807", "datasets: []", "datasets: latent",
        "strategies: {id: joint}", "fusions: [concat, concat]", "strategies: [joint, joint]", "task: [a]",
        "budget: {epochs: 0}", "budget: 3", "encoders: {smell: mlp}", "encoders: [mlp]", "datasets: [absent]",
        "strategies: [{id: ogm, sweep: {alpha: []}}]", "strategies: [{id: ogm, sweep: {alhpa: [1]}}]",
        "strategies: [{label: x}]", "datasets: [{id: latent, encoders: {image: mlp}}]", "extra: 1",
    ]) func `a suite with a mistake is refused`(_ line: String) throws {
        let key = line.prefix { $0 != ":" }
        let others = SuiteFiles.plain.split(separator: "\n").filter { !$0.hasPrefix(key + ":") }
        let files = try SuiteFiles(["a.yaml": others.joined(separator: "\n") + "\n" + line + "\n"])
        #expect(!files.problems().isEmpty)
    }

    @Test(arguments: ["name", "datasets", "strategies", "seeds"])
    func `a required key that is missing is named`(_ key: String) throws {
        let kept = SuiteFiles.plain.split(separator: "\n").filter { !$0.hasPrefix(key + ":") }
        let files = try SuiteFiles(["a.yaml": kept.joined(separator: "\n")])
        #expect(files.problems().contains { $0.contains("'\(key)'") })
    }

    @Test func `data that cannot be had is a diagnostic at its entry`() throws {
        let files = try SuiteFiles(["a.yaml": SuiteFiles.plain.replacing("[latent]", with: "[latent, absent]")])
        #expect(files.problems() == ["a.yaml:2:20: data set 'absent': the folder is not there"])
    }

    @Test func `an include cycle is told in full`() throws {
        let files = try SuiteFiles([
            "a.yaml": "include: b.yaml\n", "b.yaml": "include: c.yaml\n", "c.yaml": "include: a.yaml\n",
        ])
        #expect(files.problems().contains { $0.contains("a.yaml → b.yaml → c.yaml → a.yaml") })
    }

    @Test func `an include must exist and be relative`() throws {
        let files = try SuiteFiles(["a.yaml": "include: nothing.yaml\n", "b.yaml": "include: /etc/hostname\n"])
        #expect(files.problems("a.yaml").first?.hasPrefix("a.yaml:1:1: ") == true)
        #expect(files.problems("b.yaml").first?.contains("relative") == true)
    }

    @Test func `a problem in an included file is placed in that file`() throws {
        let files = try SuiteFiles([
            "a.yaml": "include: b.yaml\nname: own\n", "b.yaml": SuiteFiles.plain.replacing("joint", with: "jiont"),
        ])
        #expect(files.problems().count == 1)
        #expect(files.problems().first?.hasPrefix("b.yaml:3:") == true)
    }
}
