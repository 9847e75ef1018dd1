// SPDX-License-Identifier: Apache-2.0

/// How a parameter lies in the definition of the workloads, and how the product keeps it.
enum ReferenceLayout {
    /// The same order in both.
    case plain
    /// `[out, in]` here, `[in, out]` in the product; several inputs stand one behind the other.
    case linear
    /// `[out, in, height, width]` here, `[height, width, in, out]` in the product.
    case convolution
}

/// One parameter of a workload's definition.
public struct ReferenceTensor {
    /// The parameter's address.
    public let name: String
    /// Extents in the workload's definition.
    public let shape: [Int]
    let start: Start
    let layout: ReferenceLayout
    /// Names of the product's parameters that hold it; more than one where a linear map reads several inputs.
    let places: [String]

    enum Start {
        /// Half-width, rounded to Float32 from Float64.
        case uniform(Double)
        case constant(Float)
    }

    /// How many numbers it has.
    public var count: Int { shape.reduce(1, *) }

    /// Initial values in the definition's order; `stream` is the workload's 2000 + number and the place in the list.
    func initial(_ stream: Philox64) -> [Float] {
        switch start {
        case .uniform(let halfWidth): stream.uniform(count, halfWidth: Float(halfWidth))
        case .constant(let value): [Float](repeating: value, count: count)
        }
    }

    /// Calls `body` with (place in the definition's order, place in the product's) for the `index`-th holder, whose
    /// parameter has `rows` rows when it is linear.
    @inline(__always)
    private func forEachPair(firstRow: Int, rows: Int, _ body: (Int, Int) -> Void) {
        switch layout {
        case .plain:
            for position in 0..<count { body(position, position) }
        case .linear:
            let (outputs, inputs) = (shape[0], shape[1])
            for row in 0..<rows {
                for output in 0..<outputs { body(output * inputs + firstRow + row, row * outputs + output) }
            }
        case .convolution:
            let (outputs, inputs, area) = (shape[0], shape[1], shape[2] * shape[3])
            for tap in 0..<area {
                for input in 0..<inputs {
                    for output in 0..<outputs {
                        body((output * inputs + input) * area + tap, (tap * inputs + input) * outputs + output)
                    }
                }
            }
        }
    }

    private func forEachHolder(_ parameters: Parameters, _ body: (ParameterInfo, _ firstRow: Int, _ rows: Int) -> Void)
    {
        var firstRow = 0
        for place in places {
            guard let info = parameters.infos.first(where: { $0.name == place }) else {
                preconditionFailure("\(name): the model has no parameter '\(place)'")
            }
            let rows = layout == .linear ? info.shape[0] : 0
            body(info, firstRow, rows)
            firstRow += rows
        }
    }

    /// Writes values in the definition's order into a buffer of the parameters' layout.
    func write(_ values: [Float], to buffer: Buffer, _ parameters: Parameters) {
        values.withUnsafeBufferPointer { source in
            guard let source = source.baseAddress else { return }
            forEachHolder(parameters) { info, firstRow, rows in
                let target = buffer.pointer + info.offset
                forEachPair(firstRow: firstRow, rows: rows) { target[$1] = source[$0] }
            }
        }
    }

    /// Reads values in the definition's order from a buffer of the parameters' layout.
    func read(from buffer: Buffer, _ parameters: Parameters) -> [Float] {
        [Float](unsafeUninitializedCapacity: count) { values, filled in
            if let target = values.baseAddress {
                forEachHolder(parameters) { info, firstRow, rows in
                    let source = buffer.pointer + info.offset
                    forEachPair(firstRow: firstRow, rows: rows) { target[$0] = source[$1] }
                }
            }
            filled = count
        }
    }
}

/// The parameters of a workload in the order of its definition.
struct ReferenceList {
    private(set) var tensors: [ReferenceTensor] = []

    /// Weight `[out, Σ inputs]` and bias, both with half-width 1/√Σ inputs. `weights` names the product's weights where
    /// they are not `<name>.weight`.
    mutating func linear(_ name: String, _ inputs: Int, _ outputs: Int, weights: [String]? = nil) {
        let halfWidth = 1 / Double(inputs).squareRoot()
        tensors.append(
            ReferenceTensor(
                name: "\(name).weight", shape: [outputs, inputs], start: .uniform(halfWidth), layout: .linear,
                places: weights ?? ["\(name).weight"]))
        vector("\(name).bias", outputs, halfWidth, place: "\(name).bias")
    }

    /// A linear layer that the product keeps under another name.
    mutating func layer(_ name: String, _ inputs: Int, _ outputs: Int, place: String) {
        let halfWidth = 1 / Double(inputs).squareRoot()
        matrix("\(name).weight", inputs, outputs, halfWidth: halfWidth, place: "\(place).weight")
        vector("\(name).bias", outputs, halfWidth, place: "\(place).bias")
    }

    mutating func vector(_ name: String, _ count: Int, _ halfWidth: Double, place: String) {
        tensors.append(
            ReferenceTensor(name: name, shape: [count], start: .uniform(halfWidth), layout: .plain, places: [place]))
    }

    /// Weight without bias; half-width 1/√(in·k²), or √(6/(out·k²)) if `wide`.
    mutating func convolution(
        _ name: String, _ inputs: Int, _ outputs: Int, kernel: Int, wide: Bool = false, place: String
    ) {
        let area = Double(kernel * kernel)
        let halfWidth = wide ? (6 / (Double(outputs) * area)).squareRoot() : 1 / (Double(inputs) * area).squareRoot()
        tensors.append(
            ReferenceTensor(
                name: "\(name).weight", shape: [outputs, inputs, kernel, kernel], start: .uniform(halfWidth),
                layout: .convolution, places: [place]))
    }

    /// γ = 1 and β = 0.
    mutating func norm(_ name: String, _ channels: Int, gamma: String, beta: String) {
        for (suffix, value, place) in [("weight", Float(1), gamma), ("bias", Float(0), beta)] {
            tensors.append(
                ReferenceTensor(
                    name: "\(name).\(suffix)", shape: [channels], start: .constant(value), layout: .plain,
                    places: [place]))
        }
    }

    /// Rows of half-width √3, or another.
    mutating func table(_ name: String, _ rows: Int, _ width: Int, halfWidth: Double = 3.0.squareRoot(), place: String)
    {
        tensors.append(
            ReferenceTensor(
                name: name, shape: [rows, width], start: .uniform(halfWidth), layout: .plain, places: [place]))
    }

    /// Weight `[out, in]` alone.
    mutating func matrix(_ name: String, _ inputs: Int, _ outputs: Int, halfWidth: Double, place: String) {
        tensors.append(
            ReferenceTensor(
                name: name, shape: [outputs, inputs], start: .uniform(halfWidth), layout: .linear, places: [place]))
    }

    mutating func scalar(_ name: String, _ value: Float, place: String) {
        tensors.append(
            ReferenceTensor(name: name, shape: [], start: .constant(value), layout: .plain, places: [place]))
    }
}
