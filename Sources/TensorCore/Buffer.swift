// SPDX-License-Identifier: Apache-2.0

import CKernels

extension UnsafeMutablePointer<Float> {
    /// Room for numbers, aligned to 64 bytes or more, to be released by `ck_free`.
    static func numbers(_ count: Int) -> UnsafeMutablePointer<Float> {
        guard let memory = ck_allocate(max(1, count) * 4) else { preconditionFailure("no memory for \(count) numbers") }
        return memory.bindMemory(to: Float.self, capacity: max(1, count))
    }
}

/// Owned, 64-byte aligned storage for numbers that live as long as a model: parameters, gradients, moments.
public final class Buffer {
    /// The first number, aligned for the widest vectors.
    public let pointer: UnsafeMutablePointer<Float>
    /// How many numbers there are.
    public let count: Int

    /// `count` zeros.
    public init(count: Int) {
        self.count = count
        pointer = .numbers(count)
        pointer.initialize(repeating: 0, count: max(1, count))
    }

    deinit { ck_free(pointer) }

    /// All numbers, copied.
    public var values: [Float] {
        get { Array(UnsafeBufferPointer(start: pointer, count: count)) }
        set {
            precondition(newValue.count == count, "\(newValue.count) values for \(count) places")
            newValue.withUnsafeBufferPointer { source in
                if let base = source.baseAddress { pointer.update(from: base, count: count) }
            }
        }
    }

    /// Copies all numbers; counts must agree.
    public func copy(from other: Buffer) {
        precondition(other.count == count, "\(other.count) values for \(count) places")
        pointer.update(from: other.pointer, count: count)
    }

    /// Sets all numbers to 0.
    public func zero() { pointer.update(repeating: 0, count: count) }

    /// The little-endian bytes.
    public var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: pointer, count: count * 4) }
}
