// SPDX-License-Identifier: Apache-2.0

/// The extents of a tensor, outermost first; at most eight axes, held inline.
public struct Shape: Hashable, Sendable, CustomStringConvertible {
    /// The number of axes, 0 to 8.
    public let rank: Int
    private var extents: SIMD8<Int32>

    /// A shape of these extents, outermost first.
    public init(_ extents: [Int]) {
        precondition(extents.count <= 8, "rank \(extents.count) is beyond 8")
        var inline = SIMD8<Int32>(repeating: 1)
        for (axis, extent) in extents.enumerated() { inline[axis] = Int32(extent) }
        rank = extents.count
        self.extents = inline
    }

    /// One axis.
    public init(_ a: Int) {
        rank = 1
        extents = SIMD8(Int32(a), 1, 1, 1, 1, 1, 1, 1)
    }

    /// Two axes.
    public init(_ a: Int, _ b: Int) {
        rank = 2
        extents = SIMD8(Int32(a), Int32(b), 1, 1, 1, 1, 1, 1)
    }

    /// Three axes.
    public init(_ a: Int, _ b: Int, _ c: Int) {
        rank = 3
        extents = SIMD8(Int32(a), Int32(b), Int32(c), 1, 1, 1, 1, 1)
    }

    /// Four axes.
    public init(_ a: Int, _ b: Int, _ c: Int, _ d: Int) {
        rank = 4
        extents = SIMD8(Int32(a), Int32(b), Int32(c), Int32(d), 1, 1, 1, 1)
    }

    /// A single number: no axis.
    public static let scalar = Shape(1)

    /// The extent of an axis, outermost first.
    public subscript(_ axis: Int) -> Int { Int(extents[axis < 0 ? rank + axis : axis]) }

    /// Number of elements.
    public var count: Int {
        var product = 1
        for axis in 0..<rank { product *= Int(extents[axis]) }
        return product
    }

    /// Number of rows when all axes but the last are folded into one.
    public var rows: Int { count / max(1, last) }
    /// Extent of the last axis.
    public var last: Int { rank == 0 ? 1 : Int(extents[rank - 1]) }

    /// The extents, outermost first.
    public var array: [Int] { (0..<rank).map { self[$0] } }
    public var description: String { "\(array)" }

    /// The same rows with another last axis.
    public func withLast(_ extent: Int) -> Shape {
        var shape = self
        shape.extents[rank - 1] = Int32(extent)
        return shape
    }
}
