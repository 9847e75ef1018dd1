// SPDX-License-Identifier: Apache-2.0

import Documents
import Foundation
import Lexicon
import Testing

@Suite struct `JSON, scanned` {
    private func scanning<Value>(_ text: String, _ body: (inout JSONScanner) throws -> Value) throws -> Value {
        try Data(text.utf8).withUnsafeBytes { bytes in
            var scanner = JSONScanner(bytes)
            return try body(&scanner)
        }
    }

    @Test(arguments: [
        #"{"a":[1,-2,0.5,1e3,-0.0],"b":{"c":null,"d":true,"e":false},"f":""}"#, "[]", "{}", " [ 1 , 2 ] ", "0",
        #"["\u00e9","\ud83d\ude00","\"\\\/\b\f\n\r\t","é😀","\u0000"]"#, "9007199254740993", "12345678901234567890",
        "-9223372036854775808", "1.7976931348623157e308", "5e-324", "0.1", "123456789.125",
    ])
    func `a value is what Foundation reads`(_ text: String) throws {
        let expected = try JSONDecoder().decode([ConfigValue].self, from: Data("[\(text)]".utf8))[0]
        #expect(try JSONScanner.value(text) == expected)
    }

    /// A division of two exact numbers and the C library must agree to the last bit.
    @Test func `numbers keep their bits`() throws {
        var stream = RandomKey(seed: 11).fold("numbers").stream()
        for _ in 0..<20_000 {
            let bits = UInt64(stream.word()) << 32 | UInt64(stream.word())
            let wild = Double(bitPattern: bits)
            let small = Double(stream.word()) / 4_294_967_296
            let decimal = (small * 1e6).rounded() / 1e6
            for value in [wild, small, decimal, -small * 1000] where value.isFinite {
                let read = try scanning("\(value)") { try $0.number() }
                #expect(read.bitPattern == value.bitPattern, "\(value)")
            }
        }
    }

    @Test func `what nobody asks for is passed over`() throws {
        let found = try scanning(#"{"no":[{"x":[1,"]"]},1e999],"yes":7,"more":"\""}"#) { scanner in
            var found: [Int] = []
            try scanner.object { scanner, key in
                if try key.string() == "yes" { found.append(try scanner.integer()) } else { try scanner.skip() }
            }
            try scanner.end()
            return found
        }
        #expect(found == [7])
        let raw = try scanning(#" {"a": [1, 2]} "#) { String(decoding: try $0.skip(), as: UTF8.self) }
        #expect(raw == #"{"a": [1, 2]}"#)
    }

    @Test(arguments: [
        ("", "its end at character 1"), ("[1,]", "no value at character 4"), ("{\"a\" 1}", "no ':' behind a key"),
        ("[1 2]", "neither ',' nor ']'"), ("01", "begins with 0"), ("-", "its end"), ("1.", "its end"),
        ("[1.x]", "no digit"), ("\"a", "its end"), ("\"\\x\"", "an unknown escape"),
        ("\"\\ud83d\"", "an unknown escape"),
        ("\"a\tb\"", "a control character"), ("tru", "its end"), ("nul!", "no 'null'"),
        ("1 1", "something behind the end"),
        ("{\"a\":1,\"a\":2}", "a second 'a'"), ("NaN", "no value"),
        (String(repeating: "[", count: 9000), "more than 200"),
    ])
    func `what is no JSON is told with its place`(_ text: String, _ reason: String) {
        do {
            let value = try JSONScanner.value(text)
            Issue.record("was read as \(value)")
        } catch {
            #expect("\(error)".hasPrefix("it is no JSON: ") && "\(error)".contains(reason), "\(error)")
        }
    }

    @Test func `a number beyond all numbers is told as it is written`() {
        for text in ["1e400", "-1e400"] {
            #expect(throws: JSONScanner.Failure.tooLarge(text)) { try JSONScanner.value(text) }
        }
        #expect(throws: JSONScanner.Failure.otherType) { try scanning("\"x\"") { try $0.number() } }
        #expect(throws: JSONScanner.Failure.otherType) { try scanning("1.5") { try $0.integer() } }
        #expect(throws: JSONScanner.Failure.otherType) { try scanning("[1]") { try $0.object { _, _ in } } }
    }

    @Test func `bytes that are no text are refused`() {
        for bytes in [[0x22, 0xff, 0x22], [0x22, 0xed, 0xa0, 0x80, 0x22]] as [[UInt8]] {
            #expect(throws: JSONScanner.Failure.self) {
                try bytes.withUnsafeBytes { bytes in
                    var scanner = JSONScanner(bytes)
                    return try scanner.value()
                }
            }
        }
    }
}
