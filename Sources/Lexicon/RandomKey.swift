// SPDX-License-Identifier: Apache-2.0

/// The key of one stream of random numbers; there is no global generator.
///
/// Streams are Philox4x32-10 (Salmon et al., "Parallel Random Numbers: As Easy as 1, 2, 3", SC 2011): a keyed
/// bijection of a counter, so element `i` of a stream is a function of the key and of `i` alone. Keys are derived by
/// folding words (run seed → purpose → epoch → step → index), so that no consumer can disturb another.
public struct RandomKey: Hashable, Sendable {
    /// The low half.
    public let word0: UInt32
    /// The high half.
    public let word1: UInt32

    /// The key with these two words.
    public init(_ word0: UInt32, _ word1: UInt32) {
        self.word0 = word0
        self.word1 = word1
    }

    /// The root key of a run.
    public init(seed: Int) {
        let bits = UInt64(bitPattern: Int64(seed))
        self.init(UInt32(truncatingIfNeeded: bits), UInt32(truncatingIfNeeded: bits >> 32))
    }

    /// Folds in a number, as an epoch, a step or an index.
    public func fold(_ number: Int) -> RandomKey { fold(UInt64(bitPattern: Int64(number)), domain: 1) }

    /// Folds in a word; its 64-bit FNV-1a hash over UTF-8 stands for it.
    public func fold(_ word: String) -> RandomKey {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        return fold(hash, domain: 2)
    }

    private func fold(_ bits: UInt64, domain: UInt32) -> RandomKey {
        let block = Philox.block(
            counter: SIMD4(
                UInt32(truncatingIfNeeded: bits), UInt32(truncatingIfNeeded: bits >> 32), domain, 0x7064_6d70),
            key: SIMD2(word0, word1))
        return RandomKey(block[0], block[1])
    }

    /// Word `index` of this stream: element `index mod 4` of block `index / 4`.
    public func word(_ index: Int) -> UInt32 {
        let block = UInt64(index) >> 2
        let counter = SIMD4(UInt32(truncatingIfNeeded: block), UInt32(truncatingIfNeeded: block >> 32), 0, 0)
        return Philox.block(counter: counter, key: SIMD2(word0, word1))[index & 3]
    }

    /// A sequential reader of this stream.
    public func stream() -> RandomStream { RandomStream(key: self) }

    /// A uniformly random order of `0 ..< count` (Fisher–Yates).
    public func permutation(_ count: Int) -> [Int] {
        var order = Array(0..<count)
        var stream = stream()
        for last in stride(from: count - 1, to: 0, by: -1) { order.swapAt(last, stream.below(last + 1)) }
        return order
    }
}

/// Reads a keyed stream from its beginning; conforms to Swift's protocol so that it can drive library algorithms.
public struct RandomStream: RandomNumberGenerator, Sendable {
    let key: RandomKey
    /// Words consumed so far.
    public private(set) var drawn = 0
    private var block = SIMD4<UInt32>()

    init(key: RandomKey) { self.key = key }

    /// The next 32 random bits.
    public mutating func word() -> UInt32 {
        if drawn & 3 == 0 {
            let index = UInt64(drawn) >> 2
            block = Philox.block(
                counter: SIMD4(UInt32(truncatingIfNeeded: index), UInt32(truncatingIfNeeded: index >> 32), 0, 0),
                key: SIMD2(key.word0, key.word1))
        }
        defer { drawn += 1 }
        return block[drawn & 3]
    }

    public mutating func next() -> UInt64 {
        let low = UInt64(word())
        return low | UInt64(word()) << 32
    }

    /// A number in `0 ..< bound`, without bias (Lemire 2019).
    public mutating func below(_ bound: Int) -> Int {
        precondition(bound > 0 && bound <= Int(UInt32.max), "bound \(bound)")
        let bound32 = UInt32(bound)
        var product = UInt64(word()) * UInt64(bound32)
        if UInt32(truncatingIfNeeded: product) < bound32 {
            let threshold = (0 &- bound32) % bound32
            while UInt32(truncatingIfNeeded: product) < threshold { product = UInt64(word()) * UInt64(bound32) }
        }
        return Int(product >> 32)
    }

    /// A number in [0, 1) with 24 random bits.
    public mutating func uniform() -> Float { Float(word() >> 8) * 0x1p-24 }
}

/// The Philox4x32-10 block function.
public enum Philox {
    /// Ten rounds over a counter; the four words are independent of each other.
    public static func block(counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
        var c0 = counter[0]
        var c1 = counter[1]
        var c2 = counter[2]
        var c3 = counter[3]
        var k0 = key[0]
        var k1 = key[1]
        for _ in 0..<10 {
            let product0 = UInt64(0xd251_1f53) * UInt64(c0)
            let product1 = UInt64(0xcd9e_8d57) * UInt64(c2)
            c0 = UInt32(truncatingIfNeeded: product1 >> 32) ^ c1 ^ k0
            c2 = UInt32(truncatingIfNeeded: product0 >> 32) ^ c3 ^ k1
            c1 = UInt32(truncatingIfNeeded: product1)
            c3 = UInt32(truncatingIfNeeded: product0)
            k0 = k0 &+ 0x9e37_79b9
            k1 = k1 &+ 0xbb67_ae85
        }
        return SIMD4(c0, c1, c2, c3)
    }
}
