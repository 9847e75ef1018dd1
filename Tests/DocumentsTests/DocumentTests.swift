// SPDX-License-Identifier: Apache-2.0

import Documents
import Testing

@Suite struct Documents {
    @Test func `know the place of every value`() throws {
        let node = try Document.parse("a: 1\nb:\n  - x\n  - 'no'\n", name: "s.yaml")
        #expect(node["a"]?.scalar == 1 && node["b"]?.elements?.map(\.mark.line) == [3, 4])
        #expect(node["b"]?.configValue == ["x", "no"])
    }

    @Test(arguments: ["a: 1\na: 2\n", "a: [1, 2", "\t- x", "a: 1e999"])
    func `refuse what is broken with a place`(_ text: String) {
        let error = #expect(throws: Diagnostics.self) { try Document.parse(text, name: "s.yaml") }
        #expect(error?.list.first?.mark.file == "s.yaml")
    }

    @Test func `do not explode`() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1...9 {
            text +=
                "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ") + "]\n"
        }
        #expect(throws: Diagnostics.self) { try Document.parse(text, name: "bomb.yaml") }
    }
}
