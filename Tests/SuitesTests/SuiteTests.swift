// SPDX-License-Identifier: Apache-2.0

import Documents
import Foundation
import Lexicon
import Suites
import TestSupport
import Testing

@Suite struct `Suite sources` {
    func folder(_ files: [String: String]) throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "pdmpbench-suite-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, text) in files { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
        return folder
    }

    @Test func `an include is merged deeply, own keys win`() throws {
        let folder = try folder([
            "base.yaml": "name: base\nbudget: {epochs: 3, batchSize: 8}\n",
            "own.yaml": "include: base.yaml\nbudget: {epochs: 9}\n",
        ])
        defer { try? FileManager.default.removeItem(at: folder) }
        let source = try SuiteSource(file: folder.appendingPathComponent("own.yaml").path)
        #expect(source.root.configValue == ["name": "base", "budget": ["epochs": 9, "batchSize": 8]])
    }

    @Test func `a cycle is reported with its chain`() throws {
        let folder = try folder(["a.yaml": "include: b.yaml\n", "b.yaml": "include: a.yaml\n"])
        defer { try? FileManager.default.removeItem(at: folder) }
        let error = #expect(throws: Diagnostics.self) {
            try SuiteSource(file: folder.appendingPathComponent("a.yaml").path)
        }
        #expect(error?.description.contains("a.yaml → b.yaml → a.yaml") == true)
    }

    @Test(arguments: [
        ("budget.epochs=0", ConfigValue.int(0)), ("budget.flag=false", false), ("budget.text=", ""),
        ("budget.rate=-0.5", -0.5),
    ])
    func `settings reach any place`(_ setting: String, _ value: ConfigValue) throws {
        let folder = try folder(["a.yaml": "budget: {epochs: 3}\n"])
        defer { try? FileManager.default.removeItem(at: folder) }
        let source = try SuiteSource(file: folder.appendingPathComponent("a.yaml").path, settings: [setting])
        let key = String(setting.dropFirst("budget.".count).prefix { $0 != "=" })
        #expect(source.root["budget"]?[key]?.configValue == value)
    }
}

@Suite struct Fingerprints {
    func specification(seed: Int, options: ConfigValue) -> RunSpec {
        RunSpec(
            task: Choice("classification"), dataset: Choice("latent", options), dataDigest: "",
            encoders: ["a": Choice("mlp")],
            fusion: Choice("concat"), strategy: Choice("joint"), optimizer: Choice("sgd"), schedule: Choice("constant"),
            budget: ["epochs": 2], seed: seed, versions: ["strategy/joint": 1])
    }

    @Test func `do not hang on the order of keys`() {
        let one = specification(seed: 1, options: ["a": 1, "b": 2])
        let two = specification(seed: 1, options: ["b": 2, "a": 1])
        #expect(one.fingerprint == two.fingerprint)
        #expect(one.fingerprint != specification(seed: 2, options: ["a": 1, "b": 2]).fingerprint)
        #expect(one.fingerprint.hex.count == 64)
    }
}
