// SPDX-License-Identifier: Apache-2.0

import TensorCore
import TestSupport
import Testing

/// One reference case on a tape: leaves made from its inputs, then outputs and gradients compared.
final class GoldenRun {
    let example: GoldenCase
    let tape = TensorCore.Tape()
    private var leaves: [(name: String, node: Node, axes: [Int]?)] = []
    private var integers: [[Int32]] = []
    private var pointers: [UnsafeMutablePointer<Int32>] = []

    init(_ example: GoldenCase) { self.example = example }

    deinit { for pointer in pointers { pointer.deallocate() } }

    /// Channels last.
    static let imageAxes = [0, 2, 3, 1]
    static let kernelAxes = [2, 3, 1, 0]

    /// A leaf whose gradient is compared; `axes` is our order of the reference's axes.
    func leaf(_ name: String, _ axes: [Int]? = nil) throws -> Node {
        let tensor = try #require(example.input(name), "\(example.name): no input '\(name)'")
        let own = axes.map { tensor.transposed($0) } ?? tensor
        let node = tape.leaf(own.floats, own.shape.isEmpty ? .scalar : Shape(own.shape))
        leaves.append((name, node, axes))
        return node
    }

    func optionalLeaf(_ name: String) throws -> Node? { example.input(name) == nil ? nil : try leaf(name) }

    /// Numbers without gradient.
    func constant(_ name: String) throws -> Node {
        let tensor = try #require(example.input(name), "\(example.name): no input '\(name)'")
        return tape.constant(tensor.floats, Shape(tensor.shape))
    }

    /// Integers that stay in place for the run, and their shape.
    func indices(_ name: String) throws -> (pointer: UnsafePointer<Int32>, shape: [Int]) {
        let tensor = try #require(example.indices(name), "\(example.name): no indices '\(name)'")
        let pointer = UnsafeMutablePointer<Int32>.allocate(capacity: max(1, tensor.data.count))
        for (place, value) in tensor.data.enumerated() { pointer[place] = Int32(value) }
        pointers.append(pointer)
        return (UnsafePointer(pointer), tensor.shape)
    }

    /// A number among the attributes.
    func number(_ name: String, _ fallback: Double) -> Double {
        (example.attributes[name] as? Double) ?? (example.attributes[name] as? Int).map { Double($0) } ?? fallback
    }

    /// Whether the case's errors are within the bounds; the first output must be all there is unless named.
    func compare(_ outputs: [(name: String, node: Node, axes: [Int]?)], gradientBound: Double = 2e-6) throws {
        var loss: Node?
        for (name, node, axes) in outputs {
            let wanted = try #require(example.output(name), "\(example.name): no output '\(name)'")
            let error = (axes.map { wanted.transposed($0) } ?? wanted).error(node.values)
            #expect(error < 2e-6, "\(example.name): '\(name)' is off by \(error)")
            var term: Node?
            if let upstream = example.upstream(name) {
                let weights = axes.map { upstream.transposed($0) } ?? upstream
                term = (node * tape.constant(weights.floats, node.shape)).sum()
            } else if wanted.data.count == 1 {
                term = node.sum()
            }
            if let term { loss = loss.map { $0 + term } ?? term }
        }
        tape.backward(from: try #require(loss), into: nil)
        let compared = leaves.filter { example.gradient($0.name) != nil }
        #expect(
            Set(compared.map(\.name)) == Set(example.gradientNames),
            "\(example.name): gradients of \(example.gradientNames)")
        for (name, node, axes) in compared {
            let wanted = try #require(example.gradient(name))
            let found = try #require(node.gradient, "\(example.name): no gradient of '\(name)'")
            let error = (axes.map { wanted.transposed($0) } ?? wanted).error(found)
            #expect(error < gradientBound, "\(example.name): gradient of '\(name)' is off by \(error)")
        }
    }

    func compare(_ y: Node, _ axes: [Int]? = nil, gradientBound: Double = 2e-6) throws {
        try compare([("y", y, axes)], gradientBound: gradientBound)
    }
}

/// Runs every case of a file; one that nobody knows fails.
func runGolden(_ file: String, _ handlers: [String: (GoldenRun) throws -> Void]) throws {
    let cases = try GoldenCase.all(file)
    #expect(!cases.isEmpty)
    for example in cases {
        // "conv2d_3x3_s1_p1" → "conv2d": the longest handler name that begins the case's name.
        let names = handlers.keys.filter { example.name.hasPrefix($0) }
        guard let name = names.max(by: { $0.count < $1.count }), let handler = handlers[name] else {
            Issue.record("\(file): nothing computes '\(example.name)'")
            continue
        }
        try handler(GoldenRun(example))
    }
}
