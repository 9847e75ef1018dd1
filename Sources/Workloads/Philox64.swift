// SPDX-License-Identifier: Apache-2.0

/// Philox4x64-10 (Salmon et al., SC 2011): a stream of 64-bit words that any program can rebuild.
///
/// Word n of stream (key0, key1) is element n mod 4 of the block with counter (n/4 + 1, 0, 0, 0).
public struct Philox64: Sendable {
    /// The first word of the key.
    public let key0: UInt64
    /// The second word of the key.
    public let key1: UInt64

    /// The generator with this key.
    public init(_ key0: UInt64, _ key1: UInt64) {
        self.key0 = key0
        self.key1 = key1
    }

    /// The block of a counter.
    @inline(__always)
    public func block(_ counter: (UInt64, UInt64, UInt64, UInt64)) -> (UInt64, UInt64, UInt64, UInt64) {
        var (c0, c1, c2, c3) = counter
        var (k0, k1) = (key0, key1)
        for _ in 0..<10 {
            let a = c0.multipliedFullWidth(by: 0xD2E7_470E_E14C_6C93)
            let b = c2.multipliedFullWidth(by: 0xCA5A_8263_9512_1157)
            (c0, c1, c2, c3) = (b.high ^ c1 ^ k0, b.low, a.high ^ c3 ^ k1, a.low)
            k0 &+= 0x9E37_79B9_7F4A_7C15
            k1 &+= 0xBB67_AE85_84CA_A73B
        }
        return (c0, c1, c2, c3)
    }

    /// Words 0 ..< `count`, in order.
    @inline(__always)
    public func forEachWord(_ count: Int, _ body: (Int, UInt64) -> Void) {
        var n = 0
        while n < count {
            let words = block((UInt64(n / 4) + 1, 0, 0, 0))
            body(n, words.0)
            if n + 1 < count { body(n + 1, words.1) }
            if n + 2 < count { body(n + 2, words.2) }
            if n + 3 < count { body(n + 3, words.3) }
            n += 4
        }
    }

    /// `count` numbers in −h ..< h: (word >> 40)·2⁻²³ − 1, exact, times h, rounded once.
    public func uniform(_ count: Int, halfWidth: Float) -> [Float] {
        [Float](unsafeUninitializedCapacity: count) { buffer, filled in
            if let base = buffer.baseAddress {
                forEachWord(count) { base[$0] = (Float($1 >> 40) * 0x1p-23 - 1) * halfWidth }
            }
            filled = count
        }
    }

    /// `count` integers in `range`: lower + (word >> 33) mod width.
    public func integers(_ count: Int, in range: Range<Int>) -> [Int32] {
        let width = UInt64(range.count)
        return [Int32](unsafeUninitializedCapacity: count) { buffer, filled in
            if let base = buffer.baseAddress {
                forEachWord(count) { base[$0] = Int32(range.lowerBound) + Int32(($1 >> 33) % width) }
            }
            filled = count
        }
    }
}
