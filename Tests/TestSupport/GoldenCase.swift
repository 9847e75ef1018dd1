// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A tensor of a reference file: shape and numbers in C order.
public struct GoldenTensor {
    public let shape: [Int]
    public let data: [Double]

    public init?(_ object: Any?) {
        guard let object = object as? [String: Any], let shape = object["shape"] as? [Int],
            let data = object["data"] as? [Double] ?? (object["data"] as? [Bool])?.map({ $0 ? 1 : 0 })
        else { return nil }
        self.shape = shape
        self.data = data
    }

    public var floats: [Float] { data.map { Float($0) } }

    /// Largest error of `values` in units of max(1, largest |reference|).
    public func error(_ values: [Float]) -> Double {
        guard values.count == data.count else { return .infinity }
        let scale = max(1, data.map(abs).max() ?? 1)
        return (zip(values, data).map { abs(Double($0) - $1) }.max() ?? 0) / scale
    }

    /// The same numbers with axes in another order.
    public func transposed(_ axes: [Int]) -> GoldenTensor {
        let target = axes.map { shape[$0] }
        var strides = [Int](repeating: 1, count: shape.count)
        for axis in stride(from: shape.count - 2, through: 0, by: -1) {
            strides[axis] = strides[axis + 1] * shape[axis + 1]
        }
        var index = [Int](repeating: 0, count: shape.count)
        var values: [Double] = []
        for _ in data.indices {
            values.append(data[zip(axes, index).reduce(0) { $0 + strides[$1.0] * $1.1 }])
            for axis in target.indices.reversed() {
                index[axis] += 1
                if index[axis] < target[axis] { break }
                index[axis] = 0
            }
        }
        return GoldenTensor(target, values)
    }

    private init(_ shape: [Int], _ data: [Double]) {
        self.shape = shape
        self.data = data
    }
}

/// One case of layers.json, losses.json or sequence.json.
public struct GoldenCase {
    public let name: String
    public let attributes: [String: Any]
    private let object: [String: Any]

    public static func all(_ file: String) throws -> [GoldenCase] {
        let cases = try Repository.golden(file)["cases"] as? [[String: Any]] ?? []
        return cases.map {
            GoldenCase(name: $0["name"] as? String ?? "", attributes: $0["attrs"] as? [String: Any] ?? [:], object: $0)
        }
    }

    public func input(_ name: String) -> GoldenTensor? { tensor("inputs", name) }
    public func indices(_ name: String) -> GoldenTensor? { tensor("indices", name) }
    public func upstream(_ name: String) -> GoldenTensor? { tensor("upstream", name) }
    public func output(_ name: String) -> GoldenTensor? { reference("outputs", name) }
    public func gradient(_ name: String) -> GoldenTensor? { reference("grads", name) }

    /// Inputs whose gradient is given.
    public var gradientNames: [String] {
        (((object["f64"] as? [String: Any])?["grads"] as? [String: Any])?.keys).map { $0.sorted() } ?? []
    }

    private func tensor(_ group: String, _ name: String) -> GoldenTensor? {
        GoldenTensor((object[group] as? [String: Any])?[name])
    }

    private func reference(_ group: String, _ name: String) -> GoldenTensor? {
        GoldenTensor(((object["f64"] as? [String: Any])?[group] as? [String: Any])?[name])
    }

    /// An attribute that is one number or one per axis.
    public func pair(_ name: String, default fallback: Int) -> (Int, Int) {
        if let list = attributes[name] as? [Int], list.count == 2 { return (list[0], list[1]) }
        let one = attributes[name] as? Int ?? fallback
        return (one, one)
    }
}
