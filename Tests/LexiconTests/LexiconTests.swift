// SPDX-License-Identifier: Apache-2.0

import Lexicon
import TestSupport
import Testing

@Suite struct `Random keys` {
    @Test(.enabled(if: Repository.hasShared, "\(Repository.absentLine)"))
    func `give the published words`() throws {
        let rows = try #require(try Repository.golden("rng")["philox4x32_10"] as? [[String: Any]])
        #expect(rows.count >= 3)
        for row in rows {
            let words = try ["counter", "key", "output"].map { name in
                try #require(row[name] as? [String]).map { try #require(UInt32($0, radix: 16)) }
            }
            let block = Philox.block(
                counter: SIMD4(words[0][0], words[0][1], words[0][2], words[0][3]), key: SIMD2(words[1][0], words[1][1])
            )
            #expect((0..<4).map { block[$0] } == words[2])
        }
    }

    @Test func `known answer of the zero key`() {
        let block = Philox.block(counter: SIMD4(0, 0, 0, 0), key: SIMD2(0, 0))
        #expect(block == SIMD4(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8))
    }

    @Test func `a stream reads the words of its key in order`() {
        let key = RandomKey(seed: 7).fold("shuffle").fold(3)
        var stream = key.stream()
        for index in 0..<20 { #expect(stream.word() == key.word(index)) }
        #expect(key != RandomKey(seed: 7).fold("shuffle").fold(4))
    }

    @Test func `a permutation holds each number once`() {
        #expect(RandomKey(seed: 1).permutation(100).sorted() == Array(0..<100))
        #expect(RandomKey(seed: 1).permutation(100) == RandomKey(seed: 1).permutation(100))
        #expect(RandomKey(seed: 1).permutation(100) != RandomKey(seed: 2).permutation(100))
    }
}

@Suite struct `Options` {
    struct Example: Configurable {
        @Field("a rate", in: 0...1) var rate: Float = 0.1
        @Field("a count", in: 1...9) var count: Int = 2
        @Field("names") var names: [String] = ["a"]
    }

    @Test func `lay given keys over the defaults`() throws {
        let resolution = Example.resolve(["rate": 0, "names": ["x", "y"]])
        let value = try #require(resolution.value)
        #expect(value.rate == 0 && value.count == 2 && value.names == ["x", "y"])
        #expect(resolution.canonical.canonicalJSON == #"{"count":2,"names":["x","y"],"rate":0}"#)
    }

    @Test func `report every mistake with its key`() {
        let issues = Example.resolve(["ratee": 0.5, "count": 10, "names": "x"]).issues
        #expect(issues.map(\.key) == ["count", "names", "ratee"])
        #expect(issues[0].message.contains("1 … 9"))
        #expect(issues[1].message.contains("list of string"))
        #expect(issues[2].message.contains("did you mean 'rate'?"))
    }
}

@Suite struct `Text of numbers` {
    @Test(arguments: [(0.1235, 3, "0.124"), (-0.0004, 3, "0.000"), (1, 0, "1"), (-2.5, 1, "−2.5"), (.nan, 2, "–")])
    func `is rounded half away from zero`(_ value: Double, _ decimals: Int, _ text: String) {
        #expect(FixedPoint.text(value, decimals) == text)
    }

    @Test func `shortest round trip in JSON`() {
        #expect(ConfigValue.double(0.1).canonicalJSON == "0.1")
        #expect(ConfigValue.double(2).canonicalJSON == "2")
        #expect(ConfigValue.double(.nan).canonicalJSON == "null")
        #expect(ConfigValue.string("a\"\n\u{1}").canonicalJSON == #""a\"\n\u0001""#)
        #expect(JSONText.quoted("é\\\r\t\u{7f}") == #""é\\\r\t\u007f""# && JSONText.quoted("é 😀") == "\"é 😀\"")
    }

    @Test func `SHA-256 of abc`() {
        #expect(SHA256.hex(of: "abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
}

@Suite struct `Work side by side` {
    private struct Odd: Error, Equatable { let number: Int }

    @Test func `answers stand in the order of the questions`() {
        #expect(Array(0..<1000).concurrentMap { $0 * 2 } == (0..<1000).map { $0 * 2 })
        #expect([Int]().concurrentMap { $0 }.isEmpty)
    }

    @Test func `the first of several errors is told`() {
        #expect(throws: Odd(number: 3)) {
            try [0, 2, 3, 4, 5, 7].concurrentMap { number in
                guard number % 2 == 0 else { throw Odd(number: number) }
                return number
            }
        }
    }
}
