// SPDX-License-Identifier: Apache-2.0

/// One data tensor of a workload's definition.
public struct DataSpec: Sendable {
    /// Part of the key of its numbers.
    public let name: String
    /// Extents of one sample; pictures are `[…, channels, height, width]`.
    public let shape: [Int]
    /// How its numbers are drawn.
    public let kind: Kind

    /// Ways of drawing.
    public enum Kind: Sendable, Equatable {
        /// Uniform of unit variance.
        case numbers
        /// Uniform pictures: kept with channels last.
        case pictures
        /// Uniform integers of a range.
        case integers(Range<Int>)
    }

    init(_ name: String, _ shape: [Int], _ kind: Kind) {
        self.name = name
        self.shape = shape
        self.kind = kind
    }

    var count: Int { shape.reduce(1, *) }
}

/// All samples of a workload, in the product's layout.
final class WorkloadData {
    enum Tensor {
        case numbers(Buffer)
        case integers(UnsafeMutablePointer<Int32>)
    }

    let specs: [DataSpec]
    private(set) var tensors: [Tensor] = []
    /// 0 ..< samples.
    let places: UnsafeMutablePointer<Int32>
    /// Sequences of integers one place later, with 0 in front; nil for what is no such sequence.
    private(set) var shifted: [UnsafeMutablePointer<Int32>?] = []

    /// `number`: the workload's; tensor j is stream (1000 + number, j).
    init(_ specs: [DataSpec], number: Int, samples: Int) {
        self.specs = specs
        places = .allocate(capacity: samples)
        for sample in 0..<samples { (places + sample).initialize(to: Int32(sample)) }
        for (index, spec) in specs.enumerated() {
            let stream = Philox64(UInt64(1000 + number), UInt64(index))
            let count = samples * spec.count
            switch spec.kind {
            case .integers(let range):
                let pointer = UnsafeMutablePointer<Int32>.allocate(capacity: count)
                pointer.initialize(from: stream.integers(count, in: range), count: count)
                tensors.append(.integers(pointer))
                shifted.append(spec.shape.isEmpty ? nil : Self.shift(pointer, samples, spec.count))
            case .numbers, .pictures:
                let buffer = Buffer(count: count)
                let channels = spec.kind == .pictures ? spec.shape[spec.shape.count - 3] : 1
                let area =
                    spec.kind == .pictures ? spec.shape[spec.shape.count - 2] * spec.shape[spec.shape.count - 1] : 1
                let halfWidth = Float(3.0.squareRoot())
                let target = buffer.pointer
                if channels == 1 {
                    stream.forEachWord(count) { target[$0] = (Float($1 >> 40) * 0x1p-23 - 1) * halfWidth }
                } else {
                    stream.forEachWord(count) { position, word in
                        let (picture, inside) = position.quotientAndRemainder(dividingBy: channels * area)
                        let (channel, pixel) = inside.quotientAndRemainder(dividingBy: area)
                        target[(picture * area + pixel) * channels + channel] =
                            (Float(word >> 40) * 0x1p-23 - 1) * halfWidth
                    }
                }
                tensors.append(.numbers(buffer))
                shifted.append(nil)
            }
        }
    }

    private static func shift(
        _ tokens: UnsafeMutablePointer<Int32>, _ rows: Int, _ length: Int
    ) -> UnsafeMutablePointer<Int32> {
        let result = UnsafeMutablePointer<Int32>.allocate(capacity: rows * length)
        for place in 0..<rows * length {
            (result + place).initialize(to: place % length == 0 ? 0 : tokens[place - 1])
        }
        return result
    }

    deinit {
        places.deallocate()
        for sequence in shifted { sequence?.deallocate() }
        for tensor in tensors {
            if case .integers(let pointer) = tensor { pointer.deallocate() }
        }
    }
}

/// The rows of one step.
struct WorkloadBatch {
    let data: WorkloadData
    let first: Int
    let rows: Int
    let tape: Tape

    /// Numbers of tensor `index` as `[rows, shape…]`, under the shape the model reads.
    func numbers(_ index: Int, _ shape: Shape) -> Node {
        guard case .numbers(let buffer) = data.tensors[index] else { preconditionFailure("tensor \(index) is integer") }
        precondition(shape.count == rows * data.specs[index].count, "\(data.specs[index].name) as \(shape)")
        return tape.constant(buffer.pointer + first * data.specs[index].count, shape)
    }

    /// Sequences of tensor `index` one place later, with 0 in front.
    func shifted(_ index: Int) -> UnsafePointer<Int32> {
        guard let pointer = data.shifted[index] else { preconditionFailure("tensor \(index) is no sequence") }
        return UnsafePointer(pointer + first * data.specs[index].count)
    }

    func integers(_ index: Int) -> UnsafePointer<Int32> {
        guard case .integers(let pointer) = data.tensors[index] else { preconditionFailure("tensor \(index) is real") }
        return UnsafePointer(pointer + first * data.specs[index].count)
    }
}
