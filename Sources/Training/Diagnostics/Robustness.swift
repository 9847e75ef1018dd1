// SPDX-License-Identifier: Apache-2.0

import Tasks

/// What a suite's `robustness:` asks: how a trained model is damaged when it is tested.
public struct RobustnessOptions: Configurable {
    @Field("shares of test rows from which a modality is missing: its numbers are 0, its text is padding", in: 0...1)
    public var missing: [Double] = []
    @Field(
        "noise on a modality: its deviation in units of the modality's own; of a text, the share of tokens exchanged",
        in: 0...1000) public var noise: [Double] = []
    public init() {}

    public func problems() -> [String] {
        var problems: [String] = []
        for (name, levels) in [("missing", missing), ("noise", noise)] where Set(levels).count != levels.count {
            problems.append("'\(name)' must name different levels")
        }
        if missing.isEmpty && noise.isEmpty { problems.append("'missing' or 'noise' must name at least one level") }
        return problems
    }
}

/// The score on the test split as one modality is damaged, after training and used for nothing else:
/// `robustness/m/missing/0.5`, `robustness/m/noise/2`.
///
/// Draws hang on the seed, the modality and the row alone. So the rows without a modality at one level are among those
/// at every higher level, and noise of twice the level is the same noise twice as large: a curve has no noise of its own.
public struct Robustness {
    /// Scores by damage, severity and modality.
    public private(set) var numbers: [String: Double] = [:]

    /// - Parameters:
    ///   - options: which damage, how much of it.
    ///   - trainer: has the trained model.
    ///   - dataset: whose test rows are damaged.
    ///   - task: by whose metric it is judged.
    ///   - seed: of the run.
    public init(
        _ options: RobustnessOptions, _ trainer: Trainer, _ dataset: LoadedDataset, _ task: any LearningTask, seed: Int
    ) {
        let test = dataset.part(.test)
        guard test.count > 0 else { return }
        let evaluator = Evaluator(dataset.signature, task)
        let measure = trainer.measure
        func score(_ damage: @escaping (Batch) -> Void) -> Double {
            var predictions = Predictions(options: task.outputs)
            evaluator.walk(trainer.model, test, damage: damage) { predictions.append(trainer.strategy.predict($0), $0) }
            return task.metrics(predictions)[measure.name] ?? .nan
        }
        for modality in trainer.model.plan.modalities {
            let key = RandomKey(seed: seed).fold("robustness").fold(modality.name)
            func record(_ kind: String, _ level: Double, _ score: Double) {
                numbers["robustness/\(modality)/\(kind)/\(JSONText.number(level))"] = score
            }
            for share in options.missing {
                record("missing", share, score { Robustness.remove(modality, share, key.fold("missing"), $0) })
            }
            guard !options.noise.isEmpty else { continue }
            let deviation = Robustness.deviation(dataset.part(.train).columns[modality])
            for level in options.noise {
                record(
                    "noise", level, score { Robustness.disturb(modality, level, deviation, key.fold("noise"), $0) })
            }
        }
    }

    private static func remove(_ modality: Modality, _ share: Double, _ key: RandomKey, _ batch: Batch) {
        func isMissing(_ row: Int) -> Bool {
            var stream = key.fold(row).stream()
            return Double(stream.uniform()) < share
        }
        batch.change(
            modality, numbers: { row, values in if isMissing(row) { values.update(repeating: 0) } },
            tokens: { row, tokens in if isMissing(row) { tokens.update(repeating: 0) } })
    }

    private static func disturb(
        _ modality: Modality, _ level: Double, _ deviation: Double, _ key: RandomKey, _ batch: Batch
    ) {
        guard level > 0 else { return }
        let vocabulary = batch.vocabulary(modality)
        batch.change(
            modality,
            numbers: { row, values in
                var stream = key.fold(row).stream()
                for index in values.indices { values[index] += Float(level * deviation * stream.normal()) }
            },
            tokens: { row, tokens in
                guard vocabulary > 1 else { return }
                var stream = key.fold(row).stream()
                for index in tokens.indices {
                    // Both are drawn for every place, so that a higher level exchanges more and changes nothing else.
                    let chance = Double(stream.uniform())
                    let other = Int32(1 + stream.below(vocabulary - 1))
                    if tokens[index] != 0, chance < level { tokens[index] = other }
                }
            })
    }

    /// Standard deviation over all numbers of a column; 0 for a text.
    private static func deviation(_ column: Column) -> Double {
        guard case .dense(let values) = column.values, !values.isEmpty else { return 0 }
        let mean = values.reduce(0.0) { $0 + Double($1) } / Double(values.count)
        let squares = values.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
        return (squares / Double(values.count)).squareRoot()
    }
}
