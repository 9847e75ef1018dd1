// SPDX-License-Identifier: Apache-2.0

import Tasks

/// Rows of a split that the lab may look at; the test split is not among them.
public enum LabRows: Sendable {
    /// Rows that are trained on; `nil`: all of them.
    case train([Int]?)
    /// The rows of the training split that the strategy had set aside (`heldOutShare`).
    case heldOut
    /// The validation split.
    case validation
}

/// Features of some rows in evaluation mode, row after row.
public struct FeatureTable: Sendable {
    /// `[rows, width]` per modality.
    public var values: ModalityMap<[Float]>
    /// Classes of the rows; −1 where there are none.
    public var labels: [Int32]
    /// How many rows there are.
    public var rows: Int { labels.count }
}

/// A run at some instant, to return to.
public struct Snapshot: Sendable {
    let parameters: [Float]
    let optimizer: OptimizerState
    let step: Int
}

/// Parameters that nobody changes: a teacher.
public final class FrozenParameters: @unchecked Sendable {
    let parameters: Parameters
    init(_ parameters: Parameters) { self.parameters = parameters }
}

/// What a strategy may do between epochs: look at the model in evaluation mode, try something and return, change
/// parameters, choose what the next epoch consists of. What it computes is charged to the run's cost.
public final class Lab {
    private unowned let trainer: Trainer

    init(_ trainer: Trainer) { self.trainer = trainer }

    /// The present epoch, from 0.
    public var epoch: Int { trainer.epoch }
    /// Epochs of the budget.
    public var epochs: Int { trainer.budget.epochs }
    /// The model in training.
    public var model: MultimodalModel { trainer.model }
    /// What is to be predicted.
    public var task: any LearningTask { trainer.task }
    /// In declared order.
    public var modalities: [Modality] { trainer.model.plan.modalities }
    /// Rows of the training split that are trained on.
    public var trainRows: [Int] { trainer.trainRows }
    /// Rows of the training split that were set aside.
    public var heldOutRows: [Int] { trainer.heldOutRows }
    /// Classes of the data set.
    public var classes: Int { trainer.data.signature.classes }
    /// This epoch's stream of the strategy.
    public var key: RandomKey { trainer.key.fold("strategy-epoch").fold(trainer.epoch) }
    /// A stream of the strategy that is the same in every epoch.
    public var runKey: RandomKey { trainer.key.fold("strategy-run") }

    // MARK: Looking

    /// Shows rows in order, in evaluation mode, without gradients.
    public func walk(_ rows: LabRows, _ body: (Forward) -> Void) {
        let (part, indices) = resolve(rows)
        trainer.evaluator.walk(trainer.model, part, rows: indices, body)
    }

    private func resolve(_ rows: LabRows) -> (DatasetPart, [Int]?) {
        switch rows {
        case .train(let chosen): (trainer.data.train, chosen ?? trainer.trainRows)
        case .heldOut: (trainer.data.train, trainer.heldOutRows)
        case .validation: (trainer.data.validation, nil)
        }
    }

    /// The features of rows.
    public func features(_ rows: LabRows) -> FeatureTable {
        let (part, indices) = resolve(rows)
        return FeatureTable(trainer.evaluator, trainer.model, part, rows: indices)
    }

    /// A vector of each row's target, `[rows, width]`; empty where targets are classes.
    public func targetVectors(_ rows: LabRows) -> [Float] {
        let (part, indices) = resolve(rows)
        var vectors: [Float] = []
        trainer.evaluator.walk(trainer.model, part, rows: indices, gallery: false) { forward in
            vectors += task.targetVectors(model, { forward.features }, forward.batch, forward.context)
        }
        return vectors
    }

    /// Mean losses over rows of whatever logits `read` names.
    public func meanLosses(_ rows: LabRows, _ read: (Forward) -> [Node]) -> [Double] {
        var sums: [Double] = []
        var counted = 0
        walk(rows) { forward in
            for (position, logits) in read(forward).enumerated() {
                if sums.count == position { sums.append(0) }
                let losses = forward.losses(logits)
                for row in 0..<losses.shape.count { sums[position] += Double(losses.pointer[row]) }
                if position == 0 { counted += forward.counted(losses.shape.count) }
            }
        }
        return sums.map { $0 / Double(max(1, counted)) }
    }

    /// The score of rows by the metric that selects models, of what a strategy predicts.
    public func score(_ rows: LabRows, of strategy: some TrainingStrategy) -> Double {
        let (part, indices) = resolve(rows)
        let evaluation = trainer.evaluator.evaluate(trainer.model, part, rows: indices, strategy)
        return task.metrics(evaluation.predictions)[trainer.measure.name] ?? .nan
    }

    /// ∂(what `objective` returns)/∂parameters on at most one batch of rows, in training mode.
    public func gradient(_ rows: LabRows, _ objective: (Forward) -> Node) -> Gradients {
        let (part, indices) = resolve(rows)
        let chosen = (indices ?? Array(0..<part.count)).prefix(trainer.batch.capacity)
        return trainer.gradient(part, chosen, key.fold("gradient"), objective)
    }

    // MARK: Trying

    /// The run as it is now.
    public func snapshot() -> Snapshot {
        Snapshot(
            parameters: trainer.model.parameters.buffer.values, optimizer: trainer.optimizer.state,
            step: trainer.step)
    }

    /// Goes back to a snapshot.
    public func restore(_ snapshot: Snapshot) {
        trainer.model.parameters.buffer.values = snapshot.parameters
        trainer.optimizer.state = snapshot.optimizer
        trainer.step = snapshot.step
    }

    /// Trains some epochs another way, on the same loop; nothing of it is recorded. Take a snapshot first.
    public func rollout(epochs: Int, with strategy: some TrainingStrategy) throws {
        var other: any TrainingStrategy = strategy
        for index in 0..<epochs {
            _ = try trainer.runEpoch(
                &other, Journal(), shuffle: trainer.key.fold("rollout").fold(epoch).fold(index), record: false)
        }
    }

    /// Gives one component the parameters that it had at some instant.
    public func adopt(_ component: Component, of snapshot: Snapshot) {
        let place = trainer.model.parameters.buffer.pointer
        for index in trainer.model.parameters.range(component) { place[index] = snapshot.parameters[index] }
    }

    // MARK: Changing

    /// The parameters with which the run began.
    public var initialParameters: [Float] { trainer.initial }

    /// θ ← share·θ₀ + (1 − share)·θ for a component.
    public func reinitialize(_ component: Component, share: Float) {
        let range = trainer.model.parameters.range(component)
        let initial = initialParameters
        let place = trainer.model.parameters.buffer.pointer
        for index in range { place[index] = share * initial[index] + (1 - share) * place[index] }
    }

    /// Forgets momentum and moments of some components; nil: all.
    public func resetOptimizer(_ components: [Component]? = nil) {
        let parameters = trainer.model.parameters
        var state = trainer.optimizer.state
        for component in parameters.components {
            guard components?.contains(component) ?? true else { continue }
            let range = parameters.range(component)
            state.counts.forget(range)
            for buffer in state.buffers.indices where state.buffers[buffer].count == parameters.count {
                for place in range { state.buffers[buffer][place] = 0 }
            }
        }
        trainer.optimizer.state = state
    }

    /// Runs training rows through the encoders in training mode without training, so that what normalization layers
    /// keep of their inputs fits parameters that were changed by hand.
    public func refreshStatistics() {
        trainer.evaluator.walk(
            trainer.model, trainer.data.train, rows: trainer.trainRows, training: key.fold("refresh")
        ) { _ in }
    }

    /// Puts numbers of another run in place, by parameter name; parameters that it does not have stay.
    public func load(_ weights: NamedWeights) {
        Lab.put(weights, into: trainer.model.parameters)
    }

    /// A model of the same layout with the numbers of other runs.
    public func teacher(_ weights: [NamedWeights]) -> FrozenParameters {
        let copy = trainer.model.parameters.copy()
        for one in weights { Lab.put(one, into: copy) }
        return FrozenParameters(copy)
    }

    private static func put(_ weights: NamedWeights, into parameters: Parameters) {
        for info in parameters.infos + parameters.states {
            guard let values = weights.values[info.name], values.count == info.count else { continue }
            for (index, value) in values.enumerated() { parameters.buffer.pointer[info.offset + index] = value }
        }
    }

    /// Chooses the samples of the epoch that begins.
    public func choose(_ samples: [TrainingSample]) { trainer.samples = samples }
}

extension Forward {
    /// The features that a teacher gives to this batch, without gradient and in evaluation mode.
    public func features(of teacher: FrozenParameters) -> ModalityMap<Node> {
        let moment = Context(tape: tape, parameters: teacher.parameters, training: false, key: context.key)
        return withoutGradient { model.encode(ModalityMap(modalities) { batch.input($0, on: tape) }, moment) }
    }
}
