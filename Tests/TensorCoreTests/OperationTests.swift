// SPDX-License-Identifier: Apache-2.0

import Foundation
import TensorCore
import TestSupport
import Testing

/// One operation on small inputs.
struct SmallOperation: Sendable, CustomTestStringConvertible {
    let name: String
    let shapes: [[Int]]
    /// Keeps inputs above 0, for logarithms and quotients.
    var positive = false
    let apply: @Sendable ([Node]) -> Node

    var testDescription: String { name }

    init(_ name: String, _ shapes: [[Int]], positive: Bool = false, _ apply: @escaping @Sendable ([Node]) -> Node) {
        self.name = name
        self.shapes = shapes
        self.positive = positive
        self.apply = apply
    }

    func values(_ input: Int) -> [Float] {
        let count = shapes[input].reduce(1, *)
        // No two alike and none near 0, so that no kink lies within a step.
        return (0..<count).map { place in
            let x = Float((place * 29 + input * 13) % 97) * 0.02 - 0.97
            return positive ? abs(x) + 0.3 : x
        }
    }

    static let words: [Int32] = [1, 4, 0, 2, 2, 3]

    /// Calls `body` with words that stay in place for the whole process.
    nonisolated(unsafe) static let wordPlace: UnsafePointer<Int32> = {
        let place = UnsafeMutablePointer<Int32>.allocate(capacity: words.count)
        place.update(from: words, count: words.count)
        return UnsafePointer(place)
    }()

    static func halfMask(_ x: Node) -> Node {
        x.tape.constant((0..<x.shape[0] * x.shape[1]).map { $0 % 3 == 2 ? 0 : 1 }, Shape(x.shape[0], x.shape[1]))
    }

    static let all: [SmallOperation] = [
        SmallOperation("linear", [[3, 5], [5, 4], [4]]) { $0[0].linear($0[1], $0[2], .tanh) },
        SmallOperation("linear of several", [[3, 2], [3, 4], [2, 3], [4, 3], [3]]) {
            Node.linear([$0[0], $0[1]], [$0[2], $0[3]], $0[4], .sigmoid)
        },
        SmallOperation("linear with GELU", [[3, 5], [5, 4], [4]]) { $0[0].linear($0[1], $0[2], .gelu) },
        SmallOperation("sum in place", [[3, 5], [5, 4], [3, 4]]) {
            .sum($0[2], consuming: $0[0].linear($0[1], nil))
        },
        SmallOperation("rectified sum in place", [[3, 5], [5, 4], [3, 4]]) {
            .rectifiedSum($0[2], consuming: $0[0].linear($0[1], nil))
        },
        SmallOperation("convolution", [[2, 5, 4, 3], [3, 2, 3, 4], [4]]) {
            $0[0].convolution($0[1], $0[2], stride: (2, 1), padding: (1, 1))
        },
        SmallOperation("grouped dilated convolution", [[1, 6, 6, 4], [2, 2, 2, 6], [6]]) {
            $0[0].convolution($0[1], $0[2], stride: (1, 1), padding: (1, 1), dilation: 2, groups: 2)
        },
        SmallOperation("convolution over sequences", [[2, 7, 3], [3, 3, 2], [2]]) {
            $0[0].convolution1D($0[1], $0[2], stride: 2, padding: 1)
        },
        SmallOperation("convolution over volumes", [[1, 3, 4, 3, 2], [2, 3, 2, 2, 3], [3]]) {
            $0[0].convolution3D($0[1], $0[2], stride: (1, 2, 1), padding: (1, 1, 0))
        },
        SmallOperation("max pooling", [[1, 5, 6, 3]]) { $0[0].maxPool((3, 2), stride: (2, 2), padding: (1, 0)) },
        SmallOperation("average pooling", [[1, 5, 6, 3]]) {
            $0[0].averagePool((3, 2), stride: (2, 2), padding: (1, 1), countPadding: false)
        },
        SmallOperation("adaptive pooling", [[1, 5, 7, 3]]) { $0[0].adaptiveAveragePool(2, 3) },
        SmallOperation("mean over positions", [[2, 3, 2, 5]]) { $0[0].meanOverPositions() },
        SmallOperation("mean over tokens", [[2, 3, 5]]) { $0[0].masked(by: halfMask($0[0])).meanOverTokens() },
        SmallOperation("maximum over tokens", [[2, 3, 5]]) { $0[0].maxOverTokens() },
        SmallOperation("group norm", [[2, 4, 6], [6], [6]]) { $0[0].groupNorm(groups: 2, gamma: $0[1], beta: $0[2]) },
        SmallOperation("batch norm", [[2, 5, 3], [3], [3]]) {
            $0[0].batchNorm(gamma: $0[1], beta: $0[2], running, training: true, moving: false)
        },
        SmallOperation("batch norm in evaluation", [[2, 5, 3], [3], [3]]) {
            $0[0].batchNorm(gamma: $0[1], beta: $0[2], running, training: false)
        },
        SmallOperation("layer norm", [[2, 3, 6], [6], [6]]) { $0[0].layerNorm(gamma: $0[1], beta: $0[2]) },
        SmallOperation("RMS norm", [[3, 6], [6]]) { $0[0].rmsNorm(gamma: $0[1]) },
        SmallOperation("unit rows", [[3, 6]]) { $0[0].l2Normalized() },
        SmallOperation("softmax", [[3, 5]]) { $0[0].softmax() },
        SmallOperation("log softmax", [[3, 5]]) { $0[0].logSoftmax() },
        SmallOperation("GELU", [[3, 5]]) { $0[0].activated(.gelu) },
        SmallOperation("exact GELU", [[3, 5]]) { $0[0].exactGELU() },
        SmallOperation("softplus", [[3, 5]]) { $0[0].softplus() },
        SmallOperation("silu", [[3, 5]]) { $0[0].silu() },
        SmallOperation("leaky ReLU", [[3, 5]]) { $0[0].leakyReLU(0.1) },
        SmallOperation("exponential", [[3, 5]]) { $0[0].exponential() },
        SmallOperation("logarithm", [[3, 5]], positive: true) { $0[0].logarithm() },
        SmallOperation("logarithm with a floor", [[3, 5]], positive: true) { $0[0].logarithm(floor: 0.5) },
        SmallOperation("square root", [[3, 5]], positive: true) { $0[0].squareRoot(epsilon: 0.1) },
        SmallOperation("magnitude", [[3, 5]]) { $0[0].magnitude() },
        SmallOperation("quotient", [[3, 5], [3, 5]], positive: true) { $0[0] / $0[1] },
        SmallOperation("difference and product", [[3, 5], [3, 5]]) { ($0[0] - $0[1]) * $0[0] + 0.5 },
        SmallOperation("columns", [[3, 5]]) { $0[0].columns(1..<4) * $0[0].columns(2..<5) },
        SmallOperation("rows", [[4, 3]]) { $0[0].rows(1..<3) * $0[0].rows(2..<4) },
        SmallOperation("concatenation", [[3, 2], [3, 4]]) { Node.concatenated([$0[0], $0[1], $0[0]]) },
        SmallOperation("tokens one after another", [[2, 3, 4], [2, 4]]) { Node.concatenatedTokens([$0[0], $0[1]]) },
        SmallOperation("transposition", [[2, 3, 4]]) { $0[0].transposed() },
        SmallOperation("repetition", [[2, 4]]) { $0[0].repeated(3) },
        SmallOperation("one token", [[2, 3, 4]]) { $0[0].token(1) },
        SmallOperation("frames", [[2, 3, 4]]) { $0[0].frames(from: -1, count: 3, step: 2) },
        SmallOperation("row on rows", [[2, 3, 4], [5, 4]]) { $0[0].plusRow($0[1]) },
        SmallOperation("row times rows", [[2, 3, 4], [4]]) { $0[0].timesRow($0[1]) },
        SmallOperation("scaled rows", [[3, 4], [3]]) { $0[0].scaledRows(by: $0[1]) },
        SmallOperation("learned temperature", [[3, 4], [1]]) { $0[0].scaled(byExp: $0[1], in: -2...2) },
        SmallOperation("learned factor", [[3, 4], [1]]) { $0[0].scaled(by: $0[1]) },
        SmallOperation("chosen options", [[3, 3]]) { $0[0].chosen(diagonal) },
        SmallOperation("row maxima", [[3, 5]]) { $0[0].rowMaxima() },
        SmallOperation("negative distances", [[3, 4]]) { $0[0].negativeDistances(centerPlace, count: 2) },
        SmallOperation("products", [[2, 3, 4], [2, 4, 5]]) { $0[0].product($0[1]) },
        SmallOperation("products with a transposed", [[2, 3, 4], [5, 4]]) {
            $0[0].product($0[1], transposeOther: true)
        },
        SmallOperation("outer product", [[2, 3], [2, 4]]) { $0[0].outer($0[1]) },
        SmallOperation("mean", [[3, 4]]) { $0[0].mean() },
        SmallOperation("row sums", [[3, 4]]) { $0[0].rowSums() },
        SmallOperation("embedding", [[5, 3]]) { $0[0].embedding(wordPlace, rows: 2, length: 3, padding: -1) },
        SmallOperation("embedding mean", [[5, 3]]) { $0[0].embeddingMean(wordPlace, rows: 2, length: 3) },
        SmallOperation("dropout", [[3, 8]]) { $0[0].dropout(0.4, key: RandomKey(seed: 3)) },
        SmallOperation("packed causal attention", [[2, 3, 12]]) {
            Node.attention(
                queries: TokenColumns($0[0], 0..<4), keys: TokenColumns($0[0], 4..<8),
                values: TokenColumns($0[0], 8..<12), heads: 2, AttentionView(causal: true))
        },
        SmallOperation("attention with dropout over masked keys", [[2, 2, 4], [2, 3, 4], [2, 3, 6]]) {
            var view = AttentionView(mask: halfMask($0[1]))
            view.dropout = 0.3
            view.key = RandomKey(seed: 9)
            return Node.attention(
                queries: TokenColumns($0[0]), keys: TokenColumns($0[1]), values: TokenColumns($0[2]), heads: 2, view)
        },
        SmallOperation("attention of tokens to themselves as they are", [[2, 3, 4]]) {
            Node.attention(
                queries: TokenColumns($0[0]), keys: TokenColumns($0[0]), values: TokenColumns($0[0]), heads: 2)
        },
        SmallOperation("GRU", [[2, 3, 6], [2, 2], [2, 6], [6]]) {
            $0[0].gru(state: $0[1], weight: $0[2], bias: $0[3], mask: halfMask($0[0]))
        },
        SmallOperation("LSTM", [[2, 3, 8], [2, 4], [2, 8], [8]]) {
            $0[0].lstm(state: $0[1], weight: $0[2], bias: $0[3], mask: halfMask($0[0]))
        },
        SmallOperation("cross-entropy", [[2, 5]]) { $0[0].crossEntropy(wordPlace, smoothing: 0.1) },
        SmallOperation("symmetric contrast", [[3, 4], [3, 4], [1]]) {
            Node.contrastiveLogits($0[0].l2Normalized(), $0[1].l2Normalized(), logScale: $0[2] + 1)
                .symmetricContrast(diagonal)
        },
        SmallOperation("hidden options", [[3, 3]]) {
            $0[0].withoutOptions($0[0].tape.constant([0, 1, 0, 0, 0, 0, 1, 0, 0], Shape(3, 3))).crossEntropy(diagonal)
        },
        SmallOperation("distillation", [[3, 4]]) {
            $0[0].distillation(from: $0[0].tape.constant((0..<12).map { Float($0 % 5) }, Shape(3, 4)), temperature: 2)
        },
        SmallOperation("binary cross-entropy", [[3, 4]]) {
            $0[0].binaryCrossEntropy($0[0].tape.constant((0..<12).map { Float($0 % 2) }, Shape(3, 4)))
        },
        SmallOperation("Huber loss", [[3, 4]]) { ($0[0] * 2).huber(0.72) },
        SmallOperation("cosine similarity", [[3, 4], [3, 4]]) { $0[0].cosineSimilarity($0[1]) },
    ]

    static let centers: [Float] = [0.5, -0.25, 1, 0.125, -1, 0.75, 0.25, -0.5]

    nonisolated(unsafe) static let centerPlace: UnsafePointer<Float> = {
        let place = UnsafeMutablePointer<Float>.allocate(capacity: centers.count)
        place.update(from: centers, count: centers.count)
        return UnsafePointer(place)
    }()

    /// Of three channels: mean 0, variance 1.5.
    nonisolated(unsafe) static let running: RunningStatistics = {
        let place = UnsafeMutablePointer<Float>.allocate(capacity: 6)
        for index in 0..<6 { place[index] = index < 3 ? 0 : 1.5 }
        return RunningStatistics(mean: place, variance: place + 3)
    }()

    nonisolated(unsafe) static let diagonal: UnsafePointer<Int32> = {
        let place = UnsafeMutablePointer<Int32>.allocate(capacity: 3)
        for index in 0..<3 { place[index] = Int32(index) }
        return UnsafePointer(place)
    }()
}

@Suite(.serialized) struct `Operations` {
    static func weight(_ place: Int) -> Float { Float((place * 7) % 5) * 0.4 - 0.7 }

    /// Value, and gradient of every input, of the weighted sum of the result.
    static func run(_ operation: SmallOperation) -> (value: [Float], gradients: [[Float]]) {
        let tape = TensorCore.Tape()
        let inputs = operation.shapes.indices.map { tape.leaf(operation.values($0), Shape(operation.shapes[$0])) }
        let y = operation.apply(inputs)
        let weights = tape.constant((0..<y.shape.count).map(weight), y.shape)
        tape.backward(from: (y * weights).sum(), into: nil)
        return (y.values, inputs.map { $0.gradient ?? [] })
    }

    /// Central differences of the float64 form, with a step whose error is far below float32's: what is left is the
    /// rounding of the operation itself.
    @Test(arguments: SmallOperation.all)
    func `values and gradients are those of the float64 form`(_ operation: SmallOperation) throws {
        let form = try #require(OperationReferences.all[operation.name], "no float64 form of \(operation.name)")
        let (value, gradients) = Operations.run(operation)
        let inputs = operation.shapes.indices.map {
            Doubles(operation.shapes[$0], operation.values($0).map(Double.init))
        }
        let expected = form(inputs)
        try #require(value.count == expected.values.count)
        for (found, wanted) in zip(value, expected.values) {
            #expect(
                abs(Double(found) - wanted) <= Operations.tolerance * max(1, abs(wanted)), "\(found) for \(wanted)")
        }
        for input in operation.shapes.indices {
            let slopes = inputs[input].values.indices.map { place in
                let step = 1e-5
                func sum(_ moved: Double) -> Double {
                    var inputs = inputs
                    inputs[input].values[place] += moved
                    return form(inputs).values.enumerated().reduce(0) {
                        $0 + $1.element * Double(Operations.weight($1.offset))
                    }
                }
                return (sum(step) - sum(-step)) / (2 * step)
            }
            let scale = slopes.reduce(1) { max($0, abs($1)) }
            for (found, wanted) in zip(gradients[input], slopes) {
                #expect(
                    abs(Double(found) - wanted) <= Operations.tolerance * scale,
                    "input \(input): \(found) for \(wanted)")
            }
        }
    }

    /// Some tens of roundings of float32 on sums of some tens of terms near 1.
    static let tolerance = 1e-5

    /// A rule on the way back that no small operation uses would go unchecked.
    @Test func `every rule of this room is checked`() throws {
        let folder = Repository.root.appendingPathComponent("Sources/TensorCore")
        var rules: Set<String> = []
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) where file.hasSuffix(".swift") {
            let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
            for part in text.components(separatedBy: "Rule(\"").dropFirst() {
                rules.insert(String(part.prefix { $0 != "\"" }))
            }
        }
        var used: Set<String> = []
        for operation in SmallOperation.all {
            let tape = TensorCore.Tape()
            tape.probe = { used.insert(String($0.prefix { $0 != " " })) }
            let inputs = operation.shapes.indices.map { tape.leaf(operation.values($0), Shape(operation.shapes[$0])) }
            _ = operation.apply(inputs)
        }
        #expect(rules.count > 40)
        // A leaf has no way back.
        #expect(rules.subtracting(used).sorted() == [], "add an operation that uses it to SmallOperation.all")
    }

    @Test(arguments: SmallOperation.all)
    func `every instruction set gives the same bits`(_ operation: SmallOperation) throws {
        let best = InstructionSets.active
        defer { try? InstructionSets.select(best) }
        var first: [[UInt32]]?
        for level in InstructionSets.available {
            try InstructionSets.select(level)
            let (value, gradients) = Operations.run(operation)
            let bits = ([value] + gradients).map { $0.map(\.bitPattern) }
            if let first {
                #expect(bits == first, "\(operation.name): \(level) differs")
            } else {
                first = bits
            }
        }
    }

    @Test(arguments: SmallOperation.all)
    func `a gradient that arrives twice is added`(_ operation: SmallOperation) {
        let (_, once) = Operations.run(operation)
        let tape = TensorCore.Tape()
        let inputs = operation.shapes.indices.map { tape.leaf(operation.values($0), Shape(operation.shapes[$0])) }
        let (a, b) = (operation.apply(inputs), operation.apply(inputs))
        let weights = tape.constant((0..<a.shape.count).map(Operations.weight), a.shape)
        tape.backward(from: (a * weights).sum() + (b * weights).sum(), into: nil)
        for (input, gradient) in inputs.map({ $0.gradient ?? [] }).enumerated() {
            for (twice, single) in zip(gradient, once[input]) {
                #expect(abs(twice - 2 * single) <= 1e-5 * max(1, abs(single)), "\(operation.name), input \(input)")
            }
        }
    }
}
