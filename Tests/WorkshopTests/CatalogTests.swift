// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Suites
import Testing
import Workshop

@Suite struct `The catalog` {
    /// A folder with files, gone when the test ends.
    final class Files {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("catalog-\(UUID().uuidString)")

        init(_ files: [String: String]) throws {
            for name in files.keys.sorted() { try write(name, files[name] ?? "") }
        }

        deinit { try? FileManager.default.removeItem(at: folder) }

        func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

        func write(_ name: String, _ text: String) throws {
            let url = folder.appendingPathComponent(name)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
            // Old enough to be trusted.
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSinceNow: -3600)], ofItemAtPath: url.path)
        }
    }

    static let suite = """
        name: plain
        datasets: [{id: latent, options: {train: 32, validation: 16, test: 16}}]
        fusions: [concat, sum]
        strategies: [joint, unimodal, late-fusion, pdmp]
        budget: {epochs: 1}
        seeds: [1, 2]
        """

    @Test func `models without a fusion are the same run under every fusion`() throws {
        let files = try Files(["a.yaml": Self.suite])
        let catalog = Catalog(dataRoot: nil)
        let suite = try SuiteReader.read(try SuiteSource(file: files.path("a.yaml")), catalog)
        func names(_ strategy: String, _ fusion: String) -> [String] {
            suite.cells.filter { $0.spec.strategy.id == strategy && $0.labels.fusion == fusion }
                .map(\.fingerprint.hex)
        }
        for strategy in ["unimodal", "late-fusion"] {
            #expect(names(strategy, "concat") == names(strategy, "sum") && !names(strategy, "sum").isEmpty)
        }
        for strategy in ["joint", "pdmp"] { #expect(names(strategy, "concat") != names(strategy, "sum")) }
        // A ranking's companions are the suite's own unimodal runs.
        let pdmp = try #require(suite.cells.first { $0.spec.strategy.id == "pdmp" })
        let companions = Set(pdmp.companions.map(\.fingerprint.hex))
        #expect(companions.isSuperset(of: names("unimodal", "concat")))
        let cell = try #require(suite.cells.first { $0.spec.strategy.id == "late-fusion" })
        let result = Worker(catalog).run(cell.spec, companions: [:])
        #expect(result.state == .ok, "\(result.reason)")
    }

    static let manifest = "name: set\ntable: items.csv\nmodalities: {text: {kind: text, column: words}}\n"
    static let table =
        "split,label,words\n"
        + ["train", "val", "test"].flatMap { split in (0..<4).map { "\(split),\($0 % 2),w\($0) x\n" } }.joined()

    @Test func `a manifest is looked for beside the suite, in data there, and in the data folder`() throws {
        let files = try Files([
            "suites/a.yaml": "", "suites/beside.yaml": Self.manifest, "suites/items.csv": Self.table,
            "suites/data/below.yaml": Self.manifest, "suites/data/items.csv": Self.table,
            "root/far.yaml": Self.manifest, "root/items.csv": Self.table,
        ])
        let catalog = Catalog(dataRoot: files.path("root"), suites: [files.path("suites/a.yaml")])
        for name in ["beside.yaml", "below.yaml", "data/below.yaml", "far.yaml", files.path("root/far.yaml")] {
            let choice = Choice("folder", catalog.resolve(.dataset, "folder", ["manifest": .string(name)]).canonical)
            #expect(
                try catalog.describe(dataset: choice, task: Choice("classification")).modalities == ["text"], "\(name)")
        }
        let absent = Choice("folder", catalog.resolve(.dataset, "folder", ["manifest": "none.yaml"]).canonical)
        let error = #expect(throws: (any Error).self) {
            try catalog.describe(dataset: absent, task: Choice("classification"))
        }
        #expect(error.map { "\($0)" }?.contains("looked for") == true)
    }

    @Test func `digests of unchanged data are remembered, those of changed data are not`() throws {
        let files = try Files(["set/dataset.yaml": Self.manifest, "set/items.csv": Self.table])
        let cache = files.path("cache")
        let catalog = Catalog(dataRoot: nil, manifestFolders: [files.path("set")], digestCache: cache)
        let choice = Choice("folder", catalog.resolve(.dataset, "folder", ["manifest": "dataset.yaml"]).canonical)
        let first = try catalog.describe(dataset: choice, task: Choice("classification")).digest
        let entries = try FileManager.default.contentsOfDirectory(atPath: cache)
        #expect(entries.count == 1 && first.utf8.count == 64)
        // What stands in the cache is what is answered.
        let mark = String(repeating: "0", count: 64)
        try files.write("cache/\(entries[0])", mark)
        #expect(try catalog.describe(dataset: choice, task: Choice("classification")).digest == mark)
        try files.write("set/items.csv", Self.table + "test,1,more\n")
        let changed = try catalog.describe(dataset: choice, task: Choice("classification")).digest
        #expect(changed != mark && changed != first)
        // Without a cache the digest is that of the bytes.
        let plain = Catalog(dataRoot: nil, manifestFolders: [files.path("set")])
        #expect(try plain.describe(dataset: choice, task: Choice("classification")).digest == changed)
    }
}
