// SPDX-License-Identifier: Apache-2.0

import Datasets
import Networks

/// Some rows of a data set, gathered into storage that is kept from batch to batch.
public final class Batch {
    private let signature: DatasetSignature
    private var dense: [Buffer?]
    private var tokens: [UnsafeMutableBufferPointer<Int32>?]
    private let targetStorage: UnsafeMutableBufferPointer<Int32>
    private let rowSizes: [Int]
    public let capacity: Int
    /// Rows in use.
    public private(set) var count = 0

    public init(_ signature: DatasetSignature, capacity: Int) {
        self.signature = signature
        self.capacity = capacity
        rowSizes = signature.columns.values.map { $0.sampleShape.reduce(1, *) }
        dense = []
        tokens = []
        for (column, size) in zip(signature.columns.values, rowSizes) {
            if column.kind == .text {
                dense.append(nil)
                let storage = UnsafeMutableBufferPointer<Int32>.allocate(capacity: max(1, size * capacity))
                storage.initialize(repeating: 0)
                tokens.append(storage)
            } else {
                dense.append(Buffer(count: size * capacity))
                tokens.append(nil)
            }
        }
        targetStorage = .allocate(capacity: max(1, capacity))
        targetStorage.initialize(repeating: 0)
    }

    deinit {
        for storage in tokens { storage?.deallocate() }
        targetStorage.deallocate()
    }

    /// The class of each row.
    public var targets: UnsafePointer<Int32> {
        guard let base = targetStorage.baseAddress else { preconditionFailure("no storage") }
        return UnsafePointer(base)
    }

    /// Copies the rows `indices` of `part`.
    public func load(_ part: DatasetPart, _ indices: ArraySlice<Int>) {
        precondition(indices.count <= capacity, "\(indices.count) rows for \(capacity) places")
        count = indices.count
        for (position, column) in part.columns.values.enumerated() {
            let size = rowSizes[position]
            switch column.values {
            case .dense(let source):
                guard let target = dense[position]?.pointer else { continue }
                source.withUnsafeBufferPointer { source in
                    guard let base = source.baseAddress else { return }
                    for (row, index) in indices.enumerated() {
                        (target + row * size).update(from: base + index * size, count: size)
                    }
                }
            case .tokens(let source):
                guard let target = tokens[position]?.baseAddress else { continue }
                source.withUnsafeBufferPointer { source in
                    guard let base = source.baseAddress else { return }
                    for (row, index) in indices.enumerated() {
                        (target + row * size).update(from: base + index * size, count: size)
                    }
                }
            }
        }
        for (row, index) in indices.enumerated() { targetStorage[row] = part.labels[index] }
    }

    /// Sets the inputs of all modalities but one to zero (text: to padding).
    public func clear(except modality: Modality) {
        for (position, other) in signature.modalities.enumerated() where other != modality {
            dense[position]?.zero()
            tokens[position]?.update(repeating: 0)
        }
    }

    /// The rows of one modality, on a tape.
    public func input(_ modality: Modality, on tape: Tape) -> EncoderInput {
        guard let position = signature.modalities.firstIndex(of: modality) else {
            preconditionFailure("no modality '\(modality)'")
        }
        let column = signature.columns.values[position]
        if let tokens = tokens[position]?.baseAddress {
            return .tokens(UnsafePointer(tokens), rows: count, length: column.sampleShape[0])
        }
        guard let storage = dense[position] else { preconditionFailure("no storage") }
        return .dense(tape.constant(storage.pointer, Shape([count] + column.sampleShape)))
    }
}

extension DatasetSignature {
    /// What encoders read, per modality.
    public var inputs: ModalityMap<InputShape> {
        columns.map { column in
            column.kind == .text
                ? .tokens(length: column.sampleShape[0], vocabulary: column.vocabulary)
                : .dense(Shape(column.sampleShape))
        }
    }
}
