// SPDX-License-Identifier: Apache-2.0

import Tasks

/// What a strategy is told about the run it is made for.
public struct Setting: Sendable {
    /// What is to be learned, and by what kind of model.
    public let problem: Problem
    /// The run's seed.
    public let seed: Int
    /// Id of the optimizer.
    public let optimizer: String
    /// Options per decision row.
    public let outputs: Int
    /// Epochs of the budget.
    public let epochs: Int
    /// Batches of an epoch.
    public let stepsPerEpoch: Int
    /// Rows of the validation split.
    public let validationRows: Int
    /// Name of the metric that selects models, "accuracy".
    public let selectionMetric: Measure
    /// The optimizer's rate before its schedule.
    public let learningRate: Double
    /// What the runs asked for by `companions` brought back.
    public let companions: CompanionResults

    /// In declared order.
    public var modalities: [Modality] { problem.modalities }

    public init(
        problem: Problem, seed: Int, optimizer: String, outputs: Int, epochs: Int, stepsPerEpoch: Int,
        validationRows: Int, selectionMetric: Measure, learningRate: Double,
        companions: CompanionResults
    ) {
        self.problem = problem
        self.seed = seed
        self.optimizer = optimizer
        self.outputs = outputs
        self.epochs = epochs
        self.stepsPerEpoch = stepsPerEpoch
        self.validationRows = validationRows
        self.selectionMetric = selectionMetric
        self.learningRate = learningRate
        self.companions = companions
    }
}

/// Why a run has no result.
public enum TrainingError: Error, Equatable, CustomStringConvertible {
    /// The loss is not finite.
    case diverged(epoch: Int, step: Int)
    /// A run that is needed did not bring this metric.
    case missingCompanion(String, metric: String)
    /// The strategy cannot act here, with the reason.
    case notApplicable(String)
    /// A name that is no modality of the data.
    case unknownModality(String, known: [String])
    /// A split without rows.
    case emptySplit(String)
    /// A checkpoint that does not fit.
    case checkpoint(String)

    public var description: String {
        switch self {
        case .diverged(let epoch, let step):
            "the loss is not finite at epoch \(epoch), step \(step): lower the learning rate or set budget.clipNorm"
        case .missingCompanion(let name, let metric):
            "the companion run \(name) brought no \(metric): it failed or was not run; see its entry in the report"
        case .notApplicable(let reason): reason
        case .unknownModality(let name, let known):
            "there is no modality '\(name)'\(NearestName.hint(name, among: known)) (known: \(known.joined(separator: ", ")))"
        case .emptySplit(let split): "the \(split) split has no rows"
        case .checkpoint(let reason): "the checkpoint does not fit: \(reason)"
        }
    }
}
