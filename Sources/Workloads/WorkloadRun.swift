// SPDX-License-Identifier: Apache-2.0

/// A workload in progress: data, model, optimizer, one step at a time.
public final class WorkloadRun {
    /// What is trained.
    public let workload: Workload
    /// Its parameters as the definition lays them out.
    public let references: [ReferenceTensor]
    /// Its parameters as they are trained.
    public let parameters: Parameters
    /// Where steps are recorded.
    public let tape = Tape()
    /// Steps done.
    public private(set) var steps = 0

    private let network: any WorkloadNetwork
    private let data: WorkloadData
    private let gradients: Gradients
    private let optimizer: any Optimizer
    private let segments: [UpdateSegment]

    /// Data, parameters and optimizer at step 0.
    public init(_ workload: Workload) {
        self.workload = workload
        let builder = ParameterBuilder()
        var list = ReferenceList()
        network = workload.makeNetwork(builder, &list)
        references = list.tensors
        parameters = builder.finishZeroed()
        precondition(
            references.reduce(0) { $0 + $1.count } == parameters.count,
            "\(workload.name): the definition has other parameters than the model")
        for (index, tensor) in references.enumerated() {
            let stream = Philox64(UInt64(2000 + workload.number), UInt64(index))
            tensor.write(tensor.initial(stream), to: parameters.buffer, parameters)
        }
        data = WorkloadData(workload.data, number: workload.number, samples: workload.samples)
        gradients = Gradients(parameters)
        optimizer = workload.makeOptimizer(parameters.count)
        segments = [UpdateSegment(range: 0..<parameters.count, scale: 1)]
    }

    /// Forward, loss, backward, update. Returns the loss before the update.
    public func step() -> Float {
        let loss = backward()
        optimizer.step(parameters.buffer, gradients.buffer, segments, rate: 1)
        steps += 1
        return loss
    }

    /// Forward, loss, backward of the step that comes next, without its update.
    @discardableResult
    public func backward() -> Float {
        tape.restart()
        let context = Context(tape: tape, parameters: parameters, training: true, key: RandomKey(seed: 0))
        let batch = WorkloadBatch(
            data: data, first: steps % workload.batches * workload.batch, rows: workload.batch, tape: tape)
        let loss = network.loss(batch, context)
        tape.backward(from: loss, into: gradients.buffer)
        return loss.scalar
    }

    /// A parameter in the definition's order.
    public func values(_ tensor: ReferenceTensor) -> [Float] { tensor.read(from: parameters.buffer, parameters) }

    /// 2-norm of the last step's gradient of a parameter.
    public func gradientNorm(_ tensor: ReferenceTensor) -> Double {
        tensor.read(from: gradients.buffer, parameters).reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
    }

    /// The first 16 digits of SHA-256 over all parameters' little-endian bytes, in the definition's order.
    public var weightHash: String {
        var hash = SHA256()
        for tensor in references { values(tensor).withUnsafeBytes { hash.update($0) } }
        return String(hash.hex().prefix(16))
    }
}
