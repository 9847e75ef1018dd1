// SPDX-License-Identifier: Apache-2.0

import Training

/// One operation, forward and backward, on fixed numbers: small enough to be timed in milliseconds and counted under
/// callgrind, so that a gate can name what became slower.
public struct OperationBenchmark: Sendable {
    /// As `pdmpbench time` calls it.
    public let name: String
    /// What is computed, with its extents.
    public let summary: String
    /// Times that one step repeats it, so that a step takes a millisecond or more.
    public let repetitions: Int
    /// Shapes of what it reads; all of them get gradients.
    let operands: [Shape]
    let body: @Sendable (OperationInputs) -> Node

    init(
        _ name: String, _ summary: String, repetitions: Int, _ operands: [Shape],
        _ body: @escaping @Sendable (OperationInputs) -> Node
    ) {
        self.name = name
        self.summary = summary
        self.repetitions = repetitions
        self.operands = operands
        self.body = body
    }

    /// The benchmark of this name.
    public static func named(_ name: String) -> OperationBenchmark? { all.first { $0.name == name } }

    /// All of them, in alphabetical order.
    public static let all: [OperationBenchmark] = [
        OperationBenchmark(
            "attention", "4 heads of 32 over 64 tokens, batch 8", repetitions: 4,
            [Shape(8, 64, 128), Shape(8, 64, 128), Shape(8, 64, 128)]
        ) {
            Node.attention(
                queries: TokenColumns($0[0]), keys: TokenColumns($0[1]), values: TokenColumns($0[2]), heads: 4)
        },
        OperationBenchmark(
            "batch-norm", "16,384 rows of 32 channels, ReLU", repetitions: 2,
            [Shape(64, 16, 16, 32), Shape(32), Shape(32)]
        ) { $0[0].batchNorm(gamma: $0[1], beta: $0[2], $0.running(32), training: true, .relu) },
        OperationBenchmark(
            "convolution-3x3", "64 → 64 channels at 16 × 16, batch 4", repetitions: 1,
            [Shape(4, 16, 16, 64), Shape(3, 3, 64, 64)]
        ) { $0[0].convolution($0[1], padding: (1, 1)) },
        OperationBenchmark(
            "convolution-7x7", "3 → 64 channels at 32 × 32, stride 2, batch 4", repetitions: 1,
            [Shape(4, 32, 32, 3), Shape(7, 7, 3, 64)]
        ) { $0[0].convolution($0[1], stride: (2, 2), padding: (3, 3)) },
        OperationBenchmark(
            "convolution-stride", "16 → 32 channels at 16 × 16, stride 2, batch 32", repetitions: 1,
            [Shape(32, 16, 16, 16), Shape(3, 3, 16, 32)]
        ) { $0[0].convolution($0[1], stride: (2, 2), padding: (1, 1)) },
        OperationBenchmark(
            "cross-entropy", "512 rows of 200 options", repetitions: 4, [Shape(512, 200)]
        ) { $0[0].crossEntropy($0.targets(512, 200)) },
        OperationBenchmark(
            "dropout", "262,144 numbers", repetitions: 2, [Shape(512, 512)]
        ) { $0[0].dropout(0.1, key: RandomKey(seed: 1)) },
        OperationBenchmark(
            "embedding-mean", "64 rows of 16 tokens out of 1,000 × 64", repetitions: 16, [Shape(1000, 64)]
        ) { $0[0].embeddingMean($0.targets(1024, 1000), rows: 64, length: 16) },
        OperationBenchmark("gelu", "262,144 numbers", repetitions: 1, [Shape(512, 512)]) { $0[0].activated(.gelu) },
        OperationBenchmark(
            "group-norm", "64 samples of 16 × 16 × 32 in 8 groups, ReLU", repetitions: 1,
            [Shape(64, 16, 16, 32), Shape(32), Shape(32)]
        ) { $0[0].groupNorm(groups: 8, gamma: $0[1], beta: $0[2], .relu) },
        OperationBenchmark(
            "gru", "12 steps of 128 hidden units, batch 16", repetitions: 1,
            [Shape(16, 12, 384), Shape(16, 128), Shape(128, 384), Shape(384)]
        ) { $0[0].gru(state: $0[1], weight: $0[2], bias: $0[3]) },
        OperationBenchmark(
            "l2-normalize", "1,024 rows of 128", repetitions: 8, [Shape(1024, 128)]
        ) { $0[0].l2Normalized() },
        OperationBenchmark(
            "layer-norm", "1,024 rows of 128", repetitions: 4, [Shape(1024, 128), Shape(128), Shape(128)]
        ) { $0[0].layerNorm(gamma: $0[1], beta: $0[2]) },
        OperationBenchmark(
            "linear", "64 × 512 → 256, bias, ReLU", repetitions: 4, [Shape(64, 512), Shape(512, 256), Shape(256)]
        ) { $0[0].linear($0[1], $0[2], .relu) },
        OperationBenchmark(
            "linear-long", "4,096 × 32 → 128", repetitions: 2, [Shape(4096, 32), Shape(32, 128), Shape(128)]
        ) { $0[0].linear($0[1], $0[2]) },
        OperationBenchmark(
            "linear-narrow", "64 × 256 → 10", repetitions: 64, [Shape(64, 256), Shape(256, 10), Shape(10)]
        ) { $0[0].linear($0[1], $0[2]) },
        OperationBenchmark(
            "max-pool", "3 × 3, stride 2, 32 × 32 × 64, batch 8", repetitions: 1, [Shape(8, 32, 32, 64)]
        ) { $0[0].maxPool((3, 3), stride: (2, 2), padding: (1, 1)) },
        OperationBenchmark("sigmoid", "262,144 numbers", repetitions: 1, [Shape(512, 512)]) {
            $0[0].activated(.sigmoid)
        },
        OperationBenchmark("softmax", "2,048 rows of 64", repetitions: 4, [Shape(2048, 64)]) { $0[0].softmax() },
    ]
}

/// What a benchmark's body works on.
struct OperationInputs {
    let nodes: [Node]
    let storage: OperationStorage

    subscript(_ position: Int) -> Node { nodes[position] }

    /// The same whole numbers in `0 ..< bound` each time.
    func targets(_ count: Int, _ bound: Int) -> UnsafePointer<Int32> { storage.targets(count, bound) }

    func running(_ channels: Int) -> RunningStatistics { storage.running(channels) }
}

/// An operation in progress: operands, gradients and tape are made once.
public final class OperationRun {
    /// What is computed.
    public let benchmark: OperationBenchmark
    private let values: Buffer
    private let gradients: Buffer
    private let tape = Tape()
    private let storage = OperationStorage()

    /// Makes operands, gradients and tape.
    public init(_ benchmark: OperationBenchmark) {
        self.benchmark = benchmark
        let count = benchmark.operands.reduce(0) { $0 + $1.count }
        values = Buffer(count: count)
        gradients = Buffer(count: count)
        var stream = RandomKey(seed: 0).fold(benchmark.name).stream()
        for index in 0..<count { values.pointer[index] = stream.uniform() - 0.5 }
    }

    /// Runs all repetitions of a step; the sum of the first gradient keeps the work honest.
    @discardableResult
    public func step() -> Float {
        for _ in 0..<benchmark.repetitions {
            tape.restart()
            var offset = 0
            let nodes = benchmark.operands.map { shape in
                defer { offset += shape.count }
                return tape.parameter(values, offset: offset, shape)
            }
            let result = benchmark.body(OperationInputs(nodes: nodes, storage: storage))
            tape.backward(from: result.shape.count == 1 ? result : result.mean(), into: gradients)
        }
        return gradients.pointer[0]
    }
}

/// Whole numbers and running statistics that outlive a step.
final class OperationStorage {
    private var numbers: [Int: UnsafeMutablePointer<Int32>] = [:]
    private var statistics: Buffer?

    deinit { for pointer in numbers.values { pointer.deallocate() } }

    func targets(_ count: Int, _ bound: Int) -> UnsafePointer<Int32> {
        if let known = numbers[count] { return UnsafePointer(known) }
        let made = UnsafeMutablePointer<Int32>.allocate(capacity: count)
        var stream = RandomKey(seed: 1).stream()
        for index in 0..<count { made[index] = Int32(stream.below(bound)) }
        numbers[count] = made
        return UnsafePointer(made)
    }

    func running(_ channels: Int) -> RunningStatistics {
        let buffer = statistics ?? Buffer(count: 2 * channels)
        statistics = buffer
        return RunningStatistics(mean: buffer.pointer, variance: buffer.pointer + channels)
    }
}
