// SPDX-License-Identifier: Apache-2.0

import Tasks

/// A batch on its way through the model: features, logits, and on request each modality's own logits.
public final class Forward {
    public let model: MultimodalModel
    public let task: any LearningTask
    public let batch: Batch
    public let context: Context
    public let features: ModalityMap<Node>
    private var fused: Node?
    private var auxiliary: ModalityMap<Node>?
    private var split: ModalityMap<Node>??

    init(
        _ model: MultimodalModel, _ task: any LearningTask, _ batch: Batch, _ context: Context,
        _ features: ModalityMap<Node>
    ) {
        self.model = model
        self.task = task
        self.batch = batch
        self.context = context
        self.features = features
    }

    /// Logits of the fusion; nil if the model has none.
    public var fusedLogits: Node? {
        if fused == nil { fused = model.fusion?(features, context) }
        return fused
    }

    /// Logits of each modality's own head; nil if the model has none.
    public var auxiliaryLogits: ModalityMap<Node>? {
        if auxiliary == nil, let heads = model.auxiliary {
            auxiliary = ModalityMap(features.modalities) { heads[$0](features[$0], context) }
        }
        return auxiliary
    }

    /// What a model predicts unless its strategy says otherwise: the fused logits, else the mean of the heads' logits.
    public var logits: Node {
        if let fusedLogits { return fusedLogits }
        guard let heads = auxiliaryLogits?.values, var total = heads.first else {
            preconditionFailure("a model without fusion and heads")
        }
        if heads.count == 1 { return total }
        for head in heads.dropFirst() { total = total + head }
        return total * (1 / Float(heads.count))
    }

    /// Each modality's share of the logits ("split" readout) without gradient; a model without fusion answers with its
    /// heads. nil if the fusion cannot be split.
    public var unimodalLogits: ModalityMap<Node>? {
        if let split { return split }
        let made = withoutGradient { () -> ModalityMap<Node>? in
            guard let fusion = model.fusion else { return auxiliaryLogits }
            let shares = features.modalities.compactMap { fusion.share(of: $0, features, context) }
            return shares.count == features.count ? ModalityMap(features.modalities, shares) : nil
        }
        split = .some(made)
        return made
    }

    /// S_m: mean over rows of softmax(z_m)[target], per modality. nil where there are no unimodal logits.
    public var scores: ModalityMap<Double>? {
        unimodalLogits?.map { meanTargetProbability($0, batch.targets) }
    }

    /// Runs `body` without keeping a way back.
    public func withoutGradient<Result>(_ body: () -> Result) -> Result {
        let before = context.tape.recordsGradients
        context.tape.recordsGradients = false
        defer { context.tape.recordsGradients = before }
        return body()
    }
}

/// Mean over rows of softmax(logits)[target].
public func meanTargetProbability(_ logits: Node, _ targets: UnsafePointer<Int32>) -> Double {
    let rows = logits.shape[0]
    let options = logits.shape[1]
    return withUnsafeTemporaryAllocation(of: Float.self, capacity: max(1, logits.shape.count)) { scratch in
        guard let base = scratch.baseAddress, rows > 0 else { return 0 }
        Arithmetic.softmax(UnsafePointer(logits.pointer), rows: rows, options: options, into: base)
        var sum = 0.0
        for row in 0..<rows { sum += Double(base[row * options + Int(targets[row])]) }
        return sum / Double(rows)
    }
}

/// What is minimized: weighted scalar terms. The first is the task's own loss and is what curves show.
public struct Objective {
    public var terms: [(weight: Float, loss: Node)]
    public init(_ loss: Node) { terms = [(1, loss)] }
    public init(terms: [(weight: Float, loss: Node)]) { self.terms = terms }
}
