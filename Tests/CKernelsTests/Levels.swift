// SPDX-License-Identifier: Apache-2.0

import CKernels
import Lexicon
import Testing

/// Every instruction-set level this machine can run, weakest first.
var levels: [ck_table] { (0..<ck_level_count()).compactMap { ck_level($0)?.pointee } }

/// Keyed numbers in -2 ..< 2.
func numbers(_ count: Int, _ stream: inout RandomStream) -> [Float] {
    (0..<count).map { _ in Float.random(in: -2..<2, using: &stream) }
}

/// Runs `body` on every level and requires the same bits from all; returns the last level's outputs.
@discardableResult
func sameBits(_ what: String, _ body: (ck_table) -> [[Float]]) -> [[Float]] {
    var first: [[UInt32]]?
    var last: [[Float]] = []
    for level in levels {
        last = body(level)
        let bits = last.map { $0.map(\.bitPattern) }
        if let first {
            #expect(bits == first, "\(what): \(String(cString: level.name)) differs from scalar")
        } else {
            first = bits
        }
    }
    return last
}

/// An output buffer filled by `body`. It starts as NaN so that an element never written is seen.
func output(_ count: Int, _ body: (UnsafeMutablePointer<Float>) -> Void) -> [Float] {
    filled([Float](repeating: .nan, count: count), body)
}

/// A copy of `start` changed by `body`.
func filled(_ start: [Float], _ body: (UnsafeMutablePointer<Float>) -> Void) -> [Float] {
    var values = start + [12345]
    values.withUnsafeMutableBufferPointer { buffer in
        if let base = buffer.baseAddress { body(base) }
    }
    #expect(values.removeLast() == 12345, "a kernel wrote behind its output")
    return values
}
