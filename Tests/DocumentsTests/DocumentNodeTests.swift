// SPDX-License-Identifier: Apache-2.0

import Documents
import Lexicon
import Testing

@Suite struct DocumentNodeTests {
    @Test func `plain scalars follow the core schema and quoted ones are strings`() throws {
        let cases: [(String, ConfigValue)] = [
            ("0", 0), ("-7", -7), ("1.5", 1.5), ("-1e-3", -0.001), ("true", true), ("False", false), ("~", .null),
            ("null", .null), ("''", ""), ("\"0\"", "0"), ("'true'", "true"), ("yes", "yes"), ("no", "no"),
            ("1..4", "1..4"), ("small-cnn", "small-cnn"), ("[1, a]", [1, "a"]), ("{a: 0}", ["a": 0]),
        ]
        for (text, value) in cases {
            #expect(try Document.parse(text, name: "t").configValue == value, "\(text)")
        }
    }

    @Test func `every node knows its line and column`() throws {
        let node = try Document.parse("name: a\nlist:\n  - {id: b, n: 3}\n", name: "f.yaml")
        let element = try #require(node["list"]?.elements?.first)
        #expect(element.mark == Mark(file: "f.yaml", line: 3, column: 5))
        #expect(element["n"]?.mark == Mark(file: "f.yaml", line: 3, column: 16))
        #expect(element.members?.last?.mark == Mark(file: "f.yaml", line: 3, column: 13))
    }

    @Test func `an empty text is null`() throws {
        #expect(try Document.parse("", name: "t").configValue == .null)
        #expect(try Document.parse("# nothing\n", name: "t").configValue == .null)
    }

    @Test func `an empty value on the command line is the empty string`() throws {
        #expect(try Document.value("", name: "t").configValue == "")
        #expect(try Document.value("0", name: "t").configValue == 0)
        #expect(try Document.value("false", name: "t").configValue == false)
    }

    @Test func `diagnostics are printed in order of place`() {
        let list = Diagnostics([
            Diagnostic(Mark(file: "b", line: 9, column: 1), "later"),
            Diagnostic(Mark(file: "b", line: 2, column: 5), "second"),
            Diagnostic(Mark(file: "b", line: 2, column: 3), "first"),
            Diagnostic(Mark(file: "a", line: 0, column: 0), "whole file"),
        ])
        #expect(list.description == "a: whole file\nb:2:3: first\nb:2:5: second\nb:9:1: later")
    }

    @Test func `merging lays mappings over each other and replaces the rest`() throws {
        let base = try Document.parse("{a: {x: 1, y: 2}, l: [1, 2], k: 0}", name: "base")
        let own = try Document.parse("{a: {y: 3}, l: [9]}", name: "own")
        #expect(base.merging(own).configValue == ["a": ["x": 1, "y": 3], "l": [9], "k": 0])
    }

    @Test func `setting a path makes missing keys and refuses impossible places`() throws {
        let root = try Document.parse("{a: {x: 1}, l: [{n: 1}, {n: 2}], s: 4}", name: "t")
        let zero = try Document.value("0", name: "set")
        #expect(root.setting(["a", "x"], to: zero)?["a"]?.configValue == ["x": 0])
        #expect(root.setting(["new", "deep"], to: zero)?["new"]?.configValue == ["deep": 0])
        #expect(root.setting(["l", "1", "n"], to: zero)?["l"]?.configValue == [["n": 1], ["n": 0]])
        #expect(root.setting(["l", "2", "n"], to: zero) == nil)
        #expect(root.setting(["l", "-1"], to: zero) == nil)
        #expect(root.setting(["s", "x"], to: zero) == nil)
    }

    struct Options: Configurable {
        @Field("how many") var count: Int = 3
        @Field("how much", in: 0...1) var share: Double = 0.5
    }

    @Test func `options are read with every problem at its key`() throws {
        #expect(try Options.read(Document.parse("{count: 0}", name: "t")).count == 0)
        let error = #expect(throws: Diagnostics.self) {
            try Options.read(Document.parse("cuont: 1\nshare: 2\n", name: "t"))
        }
        #expect(error?.list.map(\.mark.line) == [1, 2])
        #expect(error?.description.contains("did you mean 'count'?") == true)
    }
}
