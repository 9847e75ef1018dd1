// SPDX-License-Identifier: Apache-2.0

import Documents
import Foundation
import Lexicon
import Testing

/// Texts of strangers: each gives one clear error, soon, and never a crash.
@Suite(.timeLimit(.minutes(1))) struct HostileDocumentTests {
    private func fails(_ text: String) -> Diagnostics? {
        do {
            _ = try Document.parse(text, name: "h")
            return nil
        } catch {
            return error
        }
    }

    @Test func `broken syntax is reported at its line`() throws {
        let error = try #require(fails("a: 1\nb: [1, 2\nc: 3\n"))
        #expect(error.list.count == 1)
        #expect((error.list.first?.mark.line ?? 0) >= 2)
    }

    @Test func `a key that stands twice is an error`() throws {
        #expect(try #require(fails("a: 1\nb: 2\na: 3\n")).description.contains("twice"))
    }

    @Test func `two documents in one file are an error`() {
        #expect(fails("a: 1\n---\nb: 2\n") != nil)
    }

    @Test func `aliases that multiply are refused`() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...9 {
            let copies = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(copies)]\n"
        }
        #expect(fails(text) != nil)
        #expect(fails(text + "? *a9\n: 1\n") != nil)
        #expect(fails("a: &x 1\nb: [2, *x]\n")?.description == "h:2:8: aliases are not used here; write the value out")
    }

    @Test func `stars and ampersands in prose are no aliases`() {
        #expect(fails("a: Q&A about *this*\nb: 2 * 3\n'*': 1\n") == nil)
    }

    @Test func `nesting without end is refused`() {
        #expect(fails(String(repeating: "[", count: 200) + String(repeating: "]", count: 200)) != nil)
        #expect(fails(String(repeating: "[", count: 100_000)) != nil)
    }

    @Test func `keys that are no words are errors`() {
        #expect(fails("? [a, b]\n: 1\n") != nil)
    }

    @Test func `numbers beyond the largest are errors`() {
        #expect(fails("a: 1e999\n") != nil)
    }

    @Test func `a missing file and one that is no text are said in one line`() throws {
        let missing = #expect(throws: Diagnostics.self) { try Document.parse(file: "/nonexistent/suite.yaml") }
        #expect(missing?.description == "/nonexistent/suite.yaml: there is no such file")
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).yaml")
        defer { try? FileManager.default.removeItem(at: url) }
        try Data([0xff, 0xfe, 0x00, 0xc3]).write(to: url)
        let binary = #expect(throws: Diagnostics.self) { try Document.parse(file: url.path) }
        #expect(binary?.list.count == 1)
    }
}
