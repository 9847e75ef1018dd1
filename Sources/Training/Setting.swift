// SPDX-License-Identifier: Apache-2.0

import Tasks

/// What a strategy is told about the run it is made for.
public struct Setting: Sendable {
    public let problem: Problem
    public let seed: Int
    public let optimizer: String
    /// Options per decision row.
    public let outputs: Int
    public let epochs: Int
    public let stepsPerEpoch: Int
    public let validationRows: Int
    /// Name of the metric that selects models, "accuracy".
    public let selectionMetric: Measure
    /// The optimizer's rate before its schedule.
    public let learningRate: Double
    public let companions: CompanionResults

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

public enum TrainingError: Error, Equatable, CustomStringConvertible {
    case diverged(epoch: Int, step: Int)
    case missingCompanion(String, metric: String)
    case notApplicable(String)
    case unknownModality(String, known: [String])
    case emptySplit(String)
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
