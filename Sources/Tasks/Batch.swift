// SPDX-License-Identifier: Apache-2.0

import Datasets
import Networks

/// Some rows of a data set, gathered into storage that is kept from batch to batch.
public final class Batch {
    private let signature: DatasetSignature
    private let inputs: [RowStorage]
    private let galleryStorage: RowStorage?
    private let sequenceStorage: TokenSequences?
    private let classStorage: UnsafeMutableBufferPointer<Int32>
    private let placeStorage: UnsafeMutableBufferPointer<Int32>
    /// Made when it is first asked for: its size is the square of the capacity.
    private var hiddenStorage: UnsafeMutableBufferPointer<Float>?
    /// Most rows that it can hold.
    public let capacity: Int
    /// Rows in use.
    public private(set) var count = 0
    /// The split that the rows come from, and their numbers there.
    public private(set) var part: DatasetPart?
    /// Rows of the split that it holds, in order.
    public private(set) var indices: [Int] = []
    /// The gallery that rows are compared with in evaluation; nil: the batch itself.
    public package(set) var gallery: Gallery?
    private var kept: [String: (node: Node, restarts: Int, trains: UInt64)] = [:]

    /// Memory for batches of a data set.
    public init(_ signature: DatasetSignature, capacity: Int) {
        self.signature = signature
        self.capacity = capacity
        inputs = signature.columns.values.map { RowStorage($0, capacity: capacity) }
        galleryStorage = signature.targets[.gallery].map { RowStorage($0, capacity: capacity) }
        sequenceStorage = signature.targets[.sequence].map {
            TokenSequences(length: $0.sampleShape[0] + 1, capacity: capacity)
        }
        classStorage = .allocate(capacity: max(1, capacity))
        classStorage.initialize(repeating: 0)
        placeStorage = .allocate(capacity: max(1, capacity))
        placeStorage.initialize(repeating: 0)
    }

    deinit {
        classStorage.deallocate()
        placeStorage.deallocate()
        hiddenStorage?.deallocate()
        answerStorage?.deallocate()
    }

    /// The class of each row.
    public var targets: UnsafePointer<Int32> { UnsafePointer(start(classStorage)) }

    /// Copies the rows `indices` of `part`.
    ///
    /// - Parameters:
    ///   - part: the split that they are of.
    ///   - indices: row numbers in it, as many as the batch has rows or fewer.
    ///   - variation: the key of this step's augmentation; nil leaves the rows as they are.
    public func load(_ part: DatasetPart, _ indices: ArraySlice<Int>, variation: RandomKey? = nil) {
        precondition(indices.count <= capacity, "\(indices.count) rows for \(capacity) places")
        count = indices.count
        self.part = part
        self.indices = Array(indices)
        for (storage, column) in zip(inputs, part.columns.values) { storage.copy(column, indices) }
        if let column = part.targets[.gallery]?.column { galleryStorage?.copy(column, indices) }
        if let column = part.targets[.sequence]?.column { sequenceStorage?.copy(column, indices) }
        for (row, index) in indices.enumerated() { classStorage[row] = part.labels[index] }
        sameness = nil
        known = nil
        guard let variation else { return }
        for (position, column) in part.columns.values.enumerated() {
            guard let augmentation = column.augmentation else { continue }
            let key = variation.fold(signature.modalities[position].name)
            for (row, index) in indices.enumerated() where part.has(position, index) {
                inputs[position].vary(row, augmentation, key.fold(row))
            }
        }
    }

    /// Whether each row has each of some modalities, `[modality][row]` of 1 and 0; nil where none lacks.
    public func presence(of modalities: [Modality]) -> [[Float]]? {
        guard let part, !part.present.isEmpty else { return nil }
        let factors = modalities.map { modality -> [Float] in
            let position = part.columns.index(of: modality) ?? 0
            return indices.map { part.has(position, $0) ? 1 : 0 }
        }
        return factors.contains { $0.contains(0) } ? factors : nil
    }

    // MARK: Several questions a sample

    private var answerStorage: UnsafeMutableBufferPointer<Int32>?
    /// The number of questions whose answers `answerStorage` holds for the rows at hand.
    private var known: Int?

    /// The right answer of each question of each row, `[rows, questions]`.
    func answers(_ questions: Int, _ truth: (DatasetPart, Int) -> [Int32]) -> UnsafePointer<Int32> {
        let wanted = max(1, capacity * questions)
        if let old = answerStorage, old.count != wanted {
            old.deallocate()
            answerStorage = nil
            known = nil
        }
        let storage = answerStorage ?? .allocate(capacity: wanted)
        if answerStorage == nil { storage.initialize(repeating: -1) }
        answerStorage = storage
        if known != questions, let part {
            for (row, index) in indices.enumerated() {
                for (question, answer) in truth(part, index).enumerated() {
                    storage[row * questions + question] = answer
                }
            }
            known = questions
        }
        return UnsafePointer(start(storage))
    }

    /// Sets the inputs of all modalities but one to zero (text: to padding).
    public func clear(except modality: Modality) {
        for (storage, other) in zip(inputs, signature.modalities) where other != modality { storage.clear() }
    }

    /// Number of token ids of a modality, padding included; 0 for numbers.
    public func vocabulary(_ modality: Modality) -> Int { signature.columns[modality].vocabulary }

    /// Shows the loaded input of each row of one modality with the row's number in its split, to be changed in place.
    public func change(
        _ modality: Modality, numbers: (Int, UnsafeMutableBufferPointer<Float>) -> Void,
        tokens: (Int, UnsafeMutableBufferPointer<Int32>) -> Void
    ) {
        guard let position = signature.modalities.firstIndex(of: modality) else {
            preconditionFailure("no modality '\(modality)'")
        }
        for (row, index) in indices.enumerated() {
            inputs[position].change(row, { numbers(index, $0) }, { tokens(index, $0) })
        }
    }

    /// The rows of one modality, on a tape.
    public func input(_ modality: Modality, on tape: Tape) -> EncoderInput {
        guard let position = signature.modalities.firstIndex(of: modality) else {
            preconditionFailure("no modality '\(modality)'")
        }
        return inputs[position].input(count, on: tape)
    }

    /// What stands for the rows of a modality that is absent: zeros, or nothing but padding.
    public func absentInput(_ modality: Modality, on tape: Tape) -> EncoderInput {
        guard let position = signature.modalities.firstIndex(of: modality) else {
            preconditionFailure("no modality '\(modality)'")
        }
        return inputs[position].absent(count, on: tape)
    }

    // MARK: Retrieval

    /// The rows' own gallery items.
    public func galleryItems(on tape: Tape) -> EncoderInput {
        guard let galleryStorage else { preconditionFailure("the data set has no gallery") }
        return galleryStorage.input(count, on: tape)
    }

    /// The place of each row's item in the gallery.
    public var galleryTargets: UnsafePointer<Int32> {
        let first = gallery?.start ?? 0
        for row in 0..<count { placeStorage[row] = Int32(first + row) }
        return UnsafePointer(start(placeStorage))
    }

    private var sameness: Sameness?

    /// `[rows, rows]`: 1 where another row's item is right as well, so that it is no wrong answer.
    ///
    /// - Parameters:
    ///   - role: whose items are compared: the gallery's, or (nil) the rows' own.
    ///   - tape: where the value is put.
    public func falseNegatives(_ role: TargetRole?, on tape: Tape) -> Node {
        let hidden = hiddenStorage ?? .allocate(capacity: max(1, capacity * capacity))
        if hiddenStorage == nil { hidden.initialize(repeating: 0) }
        hiddenStorage = hidden
        if sameness == nil, let part {
            let target = role.flatMap { part.targets[$0] }
            let own = Sameness(
                items: target?.items ?? part.items, target.map { [$0.column] } ?? part.columns.values, rows: indices)
            sameness = own
            for row in 0..<count {
                for other in 0..<count {
                    hidden[row * count + other] = row != other && own.same(row, other) ? 1 : 0
                }
            }
        }
        return tape.constant(UnsafePointer(start(hidden)), Shape(count, count))
    }

    // MARK: Generation

    /// Positions of a sequence, its end included.
    public var sequenceLength: Int { sequenceStorage?.length ?? 0 }

    /// What is before each position: `[rows, sequenceLength]`, 0 at the beginning.
    public var sequenceInputs: UnsafePointer<Int32> {
        guard let sequenceStorage else { preconditionFailure("the data set has no sequences") }
        return UnsafePointer(start(sequenceStorage.inputs))
    }

    /// The token of each position: 0 where the text ends, −1 behind its end.
    public var sequenceTargets: UnsafePointer<Int32> {
        guard let sequenceStorage else { preconditionFailure("the data set has no sequences") }
        return UnsafePointer(start(sequenceStorage.targets))
    }

    // MARK: Within a step

    /// What was made on this tape since it began, for the same trained components; made now if it was not.
    func cached(_ name: String, _ context: Context, _ make: () -> Node) -> Node {
        let tape = context.tape
        if let known = kept[name], known.restarts == tape.restarts, known.trains == context.trains,
            known.node.tape === tape, known.node.needsGradient || !tape.recordsGradients
        {
            return known.node
        }
        let node = make()
        kept[name] = (node, tape.restarts, context.trains)
        return node
    }

    private func start<Element>(_ storage: UnsafeMutableBufferPointer<Element>) -> UnsafeMutablePointer<Element> {
        guard let base = storage.baseAddress else { preconditionFailure("no storage") }
        return base
    }
}

/// Room for the rows of one column.
private final class RowStorage {
    private let column: ColumnSignature
    private let size: Int
    private let dense: Buffer?
    private let tokens: UnsafeMutableBufferPointer<Int32>?
    /// Made when it is first asked for.
    private var padding: UnsafeMutableBufferPointer<Int32>?

    init(_ column: ColumnSignature, capacity: Int) {
        self.column = column
        size = column.sampleShape.reduce(1, *)
        if column.kind == .text {
            dense = nil
            let storage = UnsafeMutableBufferPointer<Int32>.allocate(capacity: max(1, size * capacity))
            storage.initialize(repeating: 0)
            tokens = storage
        } else {
            dense = Buffer(count: size * capacity)
            tokens = nil
        }
    }

    deinit {
        tokens?.deallocate()
        padding?.deallocate()
    }

    func clear() {
        dense?.zero()
        tokens?.update(repeating: 0)
    }

    func change(
        _ row: Int, _ numbers: (UnsafeMutableBufferPointer<Float>) -> Void,
        _ words: (UnsafeMutableBufferPointer<Int32>) -> Void
    ) {
        if let tokens = tokens?.baseAddress {
            words(UnsafeMutableBufferPointer(start: tokens + row * size, count: size))
        } else if let dense {
            numbers(UnsafeMutableBufferPointer(start: dense.pointer + row * size, count: size))
        }
    }

    func copy(_ source: Column, _ indices: ArraySlice<Int>) {
        switch source.values {
        case .dense(let values): copy(values, dense?.pointer, indices)
        case .tokens(let values): copy(values, tokens?.baseAddress, indices)
        }
    }

    /// Varies a row that was copied.
    func vary(_ row: Int, _ augmentation: Augmentation, _ key: RandomKey) {
        guard let dense else { return }
        augmentation.apply(dense.pointer + row * size, column.sampleShape, column.kind, key)
    }

    private func copy<Element>(
        _ values: [Element], _ target: UnsafeMutablePointer<Element>?, _ indices: ArraySlice<Int>
    ) {
        guard let target else { return }
        values.withUnsafeBufferPointer { source in
            guard let base = source.baseAddress else { return }
            for (row, index) in indices.enumerated() {
                (target + row * size).update(from: base + index * size, count: size)
            }
        }
    }

    func input(_ rows: Int, on tape: Tape) -> EncoderInput {
        if let tokens = tokens?.baseAddress {
            return .tokens(UnsafePointer(tokens), rows: rows, length: column.sampleShape[0])
        }
        guard let dense else { preconditionFailure("no storage") }
        return .dense(tape.constant(UnsafePointer(dense.pointer), Shape([rows] + column.sampleShape)))
    }

    func absent(_ rows: Int, on tape: Tape) -> EncoderInput {
        guard let tokens else {
            return .dense(tape.constant(repeating: 0, Shape([rows] + column.sampleShape)))
        }
        let nothing = padding ?? .allocate(capacity: tokens.count)
        if padding == nil { nothing.initialize(repeating: 0) }
        padding = nothing
        guard let base = nothing.baseAddress else { preconditionFailure("no storage") }
        return .tokens(UnsafePointer(base), rows: rows, length: column.sampleShape[0])
    }
}

/// Token sequences as teacher forcing needs them: what is before each position, and what stands there.
private final class TokenSequences {
    let length: Int
    let inputs: UnsafeMutableBufferPointer<Int32>
    let targets: UnsafeMutableBufferPointer<Int32>

    init(length: Int, capacity: Int) {
        self.length = length
        inputs = .allocate(capacity: max(1, length * capacity))
        inputs.initialize(repeating: 0)
        targets = .allocate(capacity: max(1, length * capacity))
        targets.initialize(repeating: -1)
    }

    deinit {
        inputs.deallocate()
        targets.deallocate()
    }

    func copy(_ column: Column, _ indices: ArraySlice<Int>) {
        guard case .tokens(let tokens) = column.values else { return }
        let own = length - 1
        for (row, index) in indices.enumerated() {
            var ended = false
            for position in 0..<length {
                let token = position < own ? tokens[index * own + position] : 0
                targets[row * length + position] = ended ? -1 : token
                inputs[row * length + position] = position == 0 || ended ? 0 : tokens[index * own + position - 1]
                if token == 0 { ended = true }
            }
        }
    }
}

extension ColumnSignature {
    /// What an encoder reads.
    public var input: InputShape {
        kind == .text ? .tokens(length: sampleShape[0], vocabulary: vocabulary) : .dense(Shape(sampleShape))
    }
}

extension DatasetSignature {
    /// What encoders read, per modality.
    public var inputs: ModalityMap<InputShape> { columns.map(\.input) }
}
