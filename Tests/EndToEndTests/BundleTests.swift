// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@Suite struct Bundles {
    @Test func `a bundle is reproduced bit by bit elsewhere, and a forged one is not`() throws {
        let here = try Program([
            "suites/tiny.yaml": "include: ../base.yaml\nname: tiny\n", "base.yaml": Program.tiny,
        ])
        #expect(try here.run(["bundle", "suites/tiny.yaml"]).code == 1)
        let overrides = ["--set", "budget.epochs=1", "-m", "joint", "-m", "pdmp"]
        _ = try here.run(["run", "suites/tiny.yaml", "-o", "out"] + overrides)
        let packed = try here.run(["bundle", "suites/tiny.yaml", "-o", "a.tar.gz"] + overrides)
        #expect(packed.code == 0, "\(packed.err)")
        _ = try here.run(["bundle", "suites/tiny.yaml", "-o", "b.tar.gz"] + overrides)
        let (first, second) = (
            here.folder.appendingPathComponent("a.tar.gz"), here.folder.appendingPathComponent("b.tar.gz")
        )
        #expect(try Data(contentsOf: first) == Data(contentsOf: second))

        let there = try Program()
        try there.write("a.tar.gz", try Data(contentsOf: first))
        let same = try there.run(["verify-bundle", "a.tar.gz", "--all", "-j", "2"])
        #expect(same.code == 0 && same.out.contains("4 of 4 cells are identical"), "\(same.err)")
        let again = try there.run(["reproduce", "a.tar.gz", "--all"])
        #expect(again.code == same.code && again.out == same.out, "\(again.err)")
        #expect(try there.run(["reproduce", "a.tar.gz"]).code == 2)
        let part = try there.run(["verify-bundle", "a.tar.gz", "-m", "joint", "--seed", "2"])
        #expect(part.code == 0 && part.out.contains("1 of 1 cells are identical"), "\(part.err)")
        #expect(try there.run(["verify-bundle", "a.tar.gz"]).code == 2)

        // Another digest for one cell, then another fingerprint.
        func forged(_ change: (String) -> String) throws -> Program.Outcome {
            let forger = try Program()
            try forger.write("a.tar.gz", try Data(contentsOf: first))
            func tar(_ words: [String]) throws {
                let done = try forger.run(["tar"] + words, program: URL(fileURLWithPath: "/usr/bin/env"))
                #expect(done.code == 0)
            }
            try tar(["-xf", "a.tar.gz"])
            try forger.write("bundle/lock.json", Data(change(try forger.read("bundle/lock.json")).utf8))
            try tar(["-czf", "c.tar.gz", "bundle"])
            return try forger.run(["verify-bundle", "c.tar.gz", "--all"])
        }
        let differs = try forged { lock in
            let start =
                lock.firstRange(of: "\"cells\":{\"").map { lock.index($0.upperBound, offsetBy: 67) } ?? lock.endIndex
            let end = lock.index(start, offsetBy: 4)
            return lock.replacingCharacters(in: start..<end, with: lock[start..<end] == "0000" ? "1111" : "0000")
        }
        #expect(differs.code == 7 && differs.err.contains("different: latent / concat /"), "\(differs.err)")
        let other = try forged { $0.replacingOccurrences(of: "\"cells\":{\"", with: "\"cells\":{\"x") }
        #expect(other.code == 6 && other.err.contains("incomparable: 1 of 4"), "\(other.err)")
    }

    @Test func `what is no bundle is refused in one line`() throws {
        let program = try Program(["text": "no archive", "bundle/lock.json": "{}"])
        _ = try program.run(["ln", "-s", "/etc/passwd", "bundle/link"], program: URL(fileURLWithPath: "/usr/bin/env"))
        _ = try program.run(
            ["tar", "-czf", "link.tar.gz", "bundle"], program: URL(fileURLWithPath: "/usr/bin/env"))
        _ = try program.run(
            ["tar", "-czf", "other.tar.gz", "text"], program: URL(fileURLWithPath: "/usr/bin/env"))
        for (name, words) in [
            ("none", "no such archive"), ("text", "is no archive"), ("link.tar.gz", "links or paths"),
            ("other.tar.gz", "links or paths"),
        ] {
            let result = try program.run(["verify-bundle", name, "--all"])
            #expect(result.code == 2 && result.err.contains(words), "\(name): \(result.err)")
            #expect(result.err.split(separator: "\n").count == 1)
        }
    }
}
