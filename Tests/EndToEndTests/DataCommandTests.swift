// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@Suite struct `Data commands` {
    static let small = ["--option", "train=8", "--option", "validation=4", "--option", "test=4", "--option", "size=8"]

    @Test func `a generated set goes to disk, is sound, and trains from there`() throws {
        let suite = """
            name: disk
            datasets: [{id: folder, label: set, options: {manifest: set/dataset.yaml}}, {id: folder, label: none, options: {manifest: none.yaml}, optional: true}]
            encoders: {image: {id: mlp, options: {widths: [4]}}, text: {id: token-bag, options: {width: 4}}}
            strategies: [joint, blind]
            budget: {epochs: 1}
            seeds: [1]
            """
        let program = try Program(["disk.yaml": suite])
        let cache = ["PDMPBENCH_CACHE_DIR": program.path("cache")]
        let made = try program.run(["data", "export", "shapes-captions", "-o", "set"] + Self.small, environment: cache)
        #expect(made.code == 0, "\(made.err)")
        #expect(program.exists("set/croissant.json") && program.exists("set/image/train-7.png"))
        let again = try program.run(
            ["data", "export", "shapes-captions", "-o", "set"] + Self.small, environment: cache)
        #expect(again.code == 2 && again.err.contains("is not empty"))
        let check = try program.run(["data", "check", "set"], environment: cache)
        #expect(
            check.code == 0 && check.out.contains("sound: set, train 8, validation 4, test 4"),
            "\(check.out)\(check.err)")
        let look = try program.run(["data", "describe", "set", "--format", "json", "-o", "look"], environment: cache)
        #expect(look.code == 0 && look.out.contains("\"problems\":[]"))
        #expect(program.exists("look/report.md") && program.exists("look/samples/image.png"))
        let run = try program.run(["run", "disk.yaml", "-o", "out"], environment: cache)
        #expect(run.code == 0, "\(run.err)")
        let report = try program.read("out/report.md")
        #expect(report.contains("skipped: none") && report.contains("## Against trivial baselines"))
    }

    @Test func `a changed file is found`() throws {
        let program = try Program()
        let cache = ["PDMPBENCH_CACHE_DIR": program.path("cache")]
        _ = try program.run(["data", "export", "latent", "-o", "set", "--option", "train=8"], environment: cache)
        var table = try program.read("set/items.csv")
        table = table.replacingOccurrences(of: "train-0,train", with: "train-0,test")
        try program.write("set/items.csv", Data(table.utf8))
        let check = try program.run(["data", "check", "set"], environment: cache)
        #expect(
            check.code == 1 && check.out.contains("items.csv: its checksum is not that of SHA256SUMS"), "\(check.out)")
    }

    @Test func `what is not there or misspelled says so`() throws {
        let program = try Program(["empty/readme.txt": "nothing"])
        for (arguments, words) in [
            (["data", "describe", "latnt"], "did you mean 'latent'?"),
            (["data", "describe", "empty"], "has no table of items"),
            (["data", "export", "latent", "-o", "x", "--option", "clases=3"], "did you mean 'classes'?"),
            (["data", "export", "empty", "-o", "x"], "is no generated data set"),
            (
                ["data", "prepare", "tuxpaint", "--stamps", "nowhere", "-o", "x"],
                "apt-get install tuxpaint-stamps-default"
            ),
            (["fuzz", "--target", "cvs"], "did you mean 'csv'?"),
        ] {
            let result = try program.run(arguments)
            #expect(result.code == 2 && result.err.contains(words), "\(arguments): \(result.err)")
        }
    }

    @Test func `mutated inputs are counted`() throws {
        let result = try Program().run(["fuzz", "--inputs", "200", "--target", "csv", "--target", "tar"])
        #expect(result.code == 0 && result.out.contains("csv: 200 inputs") && result.out.contains("tar: 200 inputs"))
    }

    @Test func `stamps become a set without shared descriptions`() throws {
        let program = try Program()
        let cache = ["PDMPBENCH_CACHE_DIR": program.path("cache")]
        // Two folders of thirty stamps; every third shares its description with the one before.
        let set = try program.run(
            ["data", "export", "shapes-captions", "-o", "set"] + Self.small, environment: cache)
        #expect(set.code == 0)
        let picture = try Data(contentsOf: program.folder.appendingPathComponent("set/image/train-0.png"))
        for folder in ["animals", "food"] {
            for index in 0..<30 {
                let said = index % 3 == 2 ? index - 1 : index
                try program.write("stamps/\(folder)/\(index).png", picture)
                try program.write(
                    "stamps/\(folder)/\(index).txt",
                    Data("A \(folder) number \(said).\nfr.utf8=\(folder) \(index)\n".utf8))
            }
        }
        let made = try program.run(
            ["data", "prepare", "tuxpaint", "--stamps", "stamps", "-o", "root"], environment: cache)
        #expect(made.code == 0 && made.out.contains("60 pictures"), "\(made.err)")
        let rows = try program.read("root/tuxpaint/text.csv").split(separator: "\n").dropFirst().map {
            $0.split(separator: ",").map(String.init)
        }
        #expect(rows.count == 60 && Set(rows.map { $0[1] }) == ["train", "val", "test"])
        var splits: [String: Set<String>] = [:]
        for row in rows { splits[row[5], default: []].insert(row[1]) }
        #expect(splits.count == 40 && splits.values.allSatisfy { $0.count == 1 })
        let check = try program.run(["data", "check", "root/tuxpaint"], environment: cache)
        // All pictures are the same one here, which is what the check complains of.
        #expect(check.out.contains("has the same bytes as"))
    }
}
