// SPDX-License-Identifier: Apache-2.0

import Datasets
import Documents
import Foundation
import Gate
import Suites
import TestSupport
import Testing

/// Whatever a page tells its reader to type is typed here.
@Suite struct `Pages of the documentation` {
    @Test(arguments: Page.read) func `commands do what the page says`(_ name: String) throws {
        let page = try Page(name)
        let scripts = page.blocks.filter { $0.language == "sh" && !$0.words.contains("no-run") }
        guard !scripts.isEmpty else { return }
        let outcomes = try PageShell().run(scripts)
        for (block, outcome) in zip(scripts, outcomes) {
            #expect(
                outcome.code == block.exitCode,
                "\(name):\(block.line): ended with \(outcome.code.map(String.init) ?? "nothing") instead of \(block.exitCode)\n\(block.text)\n\(outcome.output)"
            )
        }
        var output: String?
        for block in page.blocks {
            if let index = scripts.firstIndex(where: { $0.line == block.line }) { output = outcomes[index].output }
            guard block.language == "text", block.words.contains("output") else { continue }
            let printed = try #require(output, "\(name):\(block.line): output of no command")
            if let missing = Self.missing(block.text, in: printed) {
                Issue.record("\(name):\(block.line): not printed: \(missing)\n\(printed)")
            }
        }
    }

    /// The first line that is not printed.
    private static func missing(_ expected: String, in output: String) -> String? {
        let printed = output.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        return expected.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.first { line in
            !printed.contains { matches($0, line) }
        }
    }

    private static func matches(_ line: String, _ pattern: String) -> Bool {
        let parts = pattern.components(separatedBy: "…")
        guard parts.count > 1 else { return line == pattern }
        guard line.hasPrefix(parts[0]), line.count >= parts[0].count else { return false }
        var rest = line.dropFirst(parts[0].count)
        for part in parts.dropFirst().dropLast() {
            guard let found = rest.firstRange(of: part) else { return false }
            rest = rest[found.upperBound...]
        }
        return rest.hasSuffix(parts[parts.count - 1])
    }

    @Test func `expected output is compared line by line, with gaps`() {
        let printed = "one\n  two 2.0 s\nthree\n"
        #expect(Self.missing("one\nthree\n", in: printed) == nil)
        #expect(Self.missing("two … s\n", in: printed) == nil)
        #expect(Self.missing("…ee\n", in: printed) == nil)
        #expect(Self.missing("two … m\n", in: printed) == "two … m")
        #expect(Self.missing("on\n", in: printed) == "on")
    }

    @Test func `a session stops at the first command that ends otherwise`() throws {
        let page = Page(
            name: "none",
            text:
                "```sh\nexport A=1\ncd Docs\n```\n```sh exit=3\n(exit 3)\n```\n```sh\necho $A $PWD; false\ntrue\n```\n```sh\n:\n```\n"
        )
        let outcomes = try PageShell().run(page.blocks)
        #expect(outcomes.map(\.code) == [0, 3, 1, nil])
        #expect(outcomes[2].output.hasPrefix("1 /") && outcomes[2].output.hasSuffix("/tree/Docs\n"))
    }

    @Test func `verbs, flags and targets that are named exist`() throws {
        let reference = try CommandReference()
        #expect(try reference.problems(inScript: "pdmpbench rn x\nmake nothing\n").count == 2)
        #expect(
            try reference.problems(inScript: "A=1 .build/release/pdmpbench data export x --opt a | cat -n").count == 1)
        #expect(
            try reference.problems(inScript: "cat > x <<'X'\npdmpbench rn\nX\nmake build BASE=x # make it\n").isEmpty)
        for name in Page.all {
            let page = try Page(name)
            for block in page.blocks where block.language == "sh" {
                let problems = try reference.problems(inScript: block.text)
                #expect(problems.isEmpty, "\(name):\(block.line)")
            }
            for span in page.codeSpans {
                let words = ShellWords.commands(span).first ?? []
                if span.hasPrefix("--") {
                    let flag = String(span.prefix { $0 != " " && $0 != "=" })
                    #expect(try reference.isFlag(flag), "\(name): `\(span)`")
                } else {
                    #expect(try reference.problems(inCommand: words).isEmpty, "\(name): `\(span)`")
                }
            }
        }
    }

    @Test func `files of the tree that are named exist`() throws {
        for name in Page.all where name != "CHANGELOG.md" {
            let page = try Page(name)
            for span in page.codeSpans {
                let path = String(span.prefix { $0 != " " })
                let roots = ["Sources/", "Tests/", "Docs/", "Suites/", "Benchmarks/", "Reports/baselines/"]
                guard roots.contains(where: path.hasPrefix), !path.contains("/Name"), !path.contains("/name."),
                    !path.contains("*")
                else {
                    continue
                }
                #expect(
                    FileManager.default.fileExists(atPath: Repository.root.appendingPathComponent(path).path),
                    "\(name): `\(path)`")
            }
        }
    }

    @Test func `messages that no command of the page provokes stand in the program`() throws {
        let kept = ["Sources", "Makefile"].map { Repository.root.appendingPathComponent($0) }
        var texts = ""
        for file in FileManager.default.enumerator(at: kept[0], includingPropertiesForKeys: nil)?.allObjects ?? [] {
            guard let url = file as? URL, url.pathExtension == "swift" else { continue }
            texts += try String(contentsOf: url, encoding: .utf8)
        }
        texts += try String(contentsOf: kept[1], encoding: .utf8)
        var checked = 0
        for block in try Page("Docs/faq.md").blocks where block.language == "text" && !block.words.contains("output") {
            // The compiler's own.
            for line in block.text.split(separator: "\n") where !line.hasPrefix("fatal error:") {
                for part in line.components(separatedBy: "…") where !part.isEmpty {
                    // Reasons in the middle come from elsewhere.
                    let pieces = part.components(separatedBy: "database is locked")
                    for piece in pieces.map({ $0.trimmingCharacters(in: .whitespaces) }) where !piece.isEmpty {
                        #expect(texts.contains(piece), "Docs/faq.md:\(block.line): '\(piece)'")
                    }
                    checked += 1
                }
            }
        }
        #expect(checked >= 4)
    }

    @Test func `links lead to pages, files and headings`() throws {
        #expect(Page(name: "x", text: "# A b, `c` (d)!\n## A b\n## A b\n").anchors == ["a-b-c-d", "a-b", "a-b-1"])
        var checked = 0
        for name in Page.all {
            let page = try Page(name)
            let folder = Repository.root.appendingPathComponent(name).deletingLastPathComponent()
            for link in page.links where !link.contains("://") {
                let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
                let target =
                    parts[0].isEmpty ? nil : folder.appendingPathComponent(String(parts[0])).standardizedFileURL
                if let target {
                    #expect(FileManager.default.fileExists(atPath: target.path), "\(name) links to \(link)")
                }
                if parts.count == 2 {
                    let other =
                        try target.map { try Page(name: $0.path, text: String(contentsOf: $0, encoding: .utf8)) }
                        ?? page
                    #expect(other.anchors.contains(String(parts[1])), "\(name) links to \(link)")
                }
                checked += 1
            }
        }
        #expect(checked > 20)
    }

    @Test func `YAML is what it is said to be`() throws {
        var kinds: Set<String> = []
        for name in Page.read {
            for block in try Page(name).blocks where block.language == "yaml" {
                let place = "\(name):\(block.line)"
                let node = try Document.parse(block.text, name: place)
                let keys = Set((node.members ?? []).map(\.key))
                if keys.contains("modalities") {
                    kinds.insert("data set")
                    #expect(throws: Never.self, "\(place)") {
                        _ = try Manifest.read(node)
                        for member in node["modalities"]?.members ?? [] { _ = try ManifestModality.read(member.value) }
                        for member in node["targets"]?.members ?? [] { _ = try ManifestModality.read(member.value) }
                    }
                } else if keys.contains("benchmarks") {
                    kinds.insert("gate")
                    let program = try Program(["gate.yaml": block.text])
                    #expect(throws: Never.self, "\(place)") {
                        _ = try GateConfiguration.read(file: program.path("gate.yaml"))
                    }
                } else if keys.contains("hypotheses") {
                    kinds.insert("study")
                    let program = try Program([
                        "study.yaml": block.text, "first.yaml": "name: first", "second.yaml": "name: second",
                    ])
                    #expect(throws: Never.self, "\(place)") { _ = try Study.read(file: program.path("study.yaml")) }
                } else {
                    kinds.insert("suite")
                    let plan = try PageShell().run(["plan", "page.yaml"], with: "page.yaml", block.text)
                    #expect(plan.code == 0 && !plan.out.isEmpty, "\(place): \(plan.err)")
                }
            }
        }
        #expect(kinds == ["data set", "gate", "study", "suite"])
    }
}
