// SPDX-License-Identifier: Apache-2.0

import Tasks

/// What the trained model owes to each modality, measured on the test split after training and used for nothing else.
///
/// - `probe/m`: accuracy of a linear probe on the frozen feature of m (needs classes)
/// - `mean-feature/m`, `zero-input/m`: the score with only m there; the others' features are the training mean, or their
///   inputs are zero
/// - `shapley/m`: share of m in V(all) − V(∅) with absent features at their training mean; V is the task's first
///   measure, its negative where lower is better
/// - `utilization/m`: (V(all) − V(all∖m)) / V(all)
/// - `odc/ablation/m` (D7), `odc/shapley/m` (D8): dependency coefficients
/// - `gradient-snr/…`: signal-to-noise of the gradients of each encoder, the fusion, a target tower or decoder;
///   `gradient-conflict/m`: how often the fused and the unimodal gradient of an encoder point apart (training rows)
/// - `label-retrieval/m`: R-precision of retrieving the same class within one modality, where a modality or a tower stands
///   alone; by split it is `validation/label-r-precision/m`, `test/label-r-precision/m`
/// - `confidence-violations`: share of rows and modalities whose confidence rises when the modality is taken away
public struct Diagnosis {
    /// By name, as a result's `diagnostics`.
    public private(set) var numbers: [String: Double] = [:]
    /// By readout and modality, as a result's `unimodal`.
    public private(set) var unimodal: [String: Double] = [:]
    /// What stands for an absent modality.
    public let absent = "meanFeature"

    /// Measures on the test split.
    public init(_ trainer: Trainer, _ dataset: LoadedDataset, _ task: any LearningTask) throws {
        let model = trainer.model
        let modalities = model.plan.modalities
        let test = dataset.part(.test)
        guard test.count > 0 else { return }
        let evaluator = Evaluator(dataset.signature, task)
        let train = FeatureTable(evaluator, model, dataset.part(.train))
        if dataset.signature.classes > 1, Set(train.labels).count > 1 {
            let features = FeatureTable(evaluator, model, test)
            for modality in modalities {
                unimodal["probe/\(modality)/accuracy"] =
                    LinearProbe(train, modality, classes: dataset.signature.classes).accuracy(features, modality)
            }
        }
        measureGradients(trainer, dataset, task)
        if dataset.signature.classes > 1, modalities.count == 1 || task.rows == .pairs {
            compareLabels(trainer, dataset, task, evaluator)
        }
        // Two towers without a fused representation have no subsets.
        guard modalities.count > 1, modalities.count <= 30, task.rows != .pairs else { return }
        let means = train.means
        let strategy = trainer.strategy
        func predictions(_ subset: UInt32) -> Predictions {
            var result = Predictions(options: task.outputs)
            evaluator.walk(model, test) { forward in
                forward.fillAbsent(subset, means)
                result.append(strategy.predict(forward), forward)
            }
            return result
        }
        let measure = trainer.measure
        var known: [UInt32: Predictions] = [:]
        func evaluated(_ subset: UInt32) -> Predictions {
            if let found = known[subset] { return found }
            let found = predictions(subset)
            known[subset] = found
            return found
        }
        func score(_ predictions: Predictions) -> Double { task.metrics(predictions)[measure.name] ?? .nan }
        func value(_ subset: UInt32) -> Double {
            measure.direction == .higherIsBetter ? score(evaluated(subset)) : -score(evaluated(subset))
        }
        let all = UInt32(truncatingIfNeeded: (1 << modalities.count) - 1)
        let contributions = shapley(modalities.count, value)
        let full = value(all)
        numbers["shapley/full"] = full
        numbers["shapley/empty"] = value(0)
        let total = contributions.reduce(0, +)
        let positive = contributions.map { max(0, $0) }
        let positiveSum = positive.reduce(0, +)
        var ablations: [Double] = []
        for (index, modality) in modalities.enumerated() {
            numbers["shapley/\(modality)"] = contributions[index]
            if total != 0 { numbers["shapley-share/\(modality)"] = contributions[index] / total }
            if positiveSum > 0 { numbers["odc/shapley/\(modality)"] = positive[index] / positiveSum }
            let rest = all & ~(1 << UInt32(index))
            if full != 0 { numbers["utilization/\(modality)"] = (full - value(rest)) / full }
            ablations.append(max(0, evaluated(rest).meanLoss - evaluated(all).meanLoss))
            unimodal["mean-feature/\(modality)/\(measure.name)"] = score(evaluated(1 << UInt32(index)))
        }
        let ablationSum = ablations.reduce(0, +)
        if ablationSum > 0 {
            for (modality, amount) in zip(modalities, ablations) {
                numbers["odc/ablation/\(modality)"] = amount / ablationSum
            }
        }
        numbers["shapley/imbalance"] = (contributions.max() ?? 0) - (contributions.min() ?? 0)
        numbers["confidence-violations"] = Diagnosis.violations(
            evaluated(all), modalities.indices.map { evaluated(all & ~(1 << UInt32($0))) })
        for modality in modalities {
            var alone = Predictions(options: task.outputs)
            evaluator.walk(model, test, only: modality) { alone.append(strategy.predict($0), $0) }
            unimodal["zero-input/\(modality)/\(measure.name)"] = score(alone)
        }
    }

    private mutating func measureGradients(_ trainer: Trainer, _ dataset: LoadedDataset, _ task: any LearningTask) {
        let noise = GradientNoise(
            trainer.model, task, dataset.signature, dataset.part(.train), rows: trainer.trainRows,
            batchSize: trainer.budget.batchSize, trainer.strategy)
        for (component, ratio) in noise.signalToNoise {
            switch component {
            case .encoder, .fusion, .target: numbers["gradient-snr/\(component)"] = ratio
            case .auxiliary, .probe: continue
            }
        }
        for (modality, share) in noise.conflicts { numbers["gradient-conflict/\(modality)"] = share }
    }

    private mutating func compareLabels(
        _ trainer: Trainer, _ dataset: LoadedDataset, _ task: any LearningTask, _ evaluator: Evaluator
    ) {
        let modalities = trainer.model.plan.modalities
        for split in [Split.validation, .test] where dataset.part(split).count > 0 {
            var vectors = modalities.map { _ in [Float]() }
            var labels: [Int32] = []
            evaluator.walk(trainer.model, dataset.part(split), gallery: false) { forward in
                let towers = task.galleryRows(trainer.model, { forward.features }, forward.batch, forward.context)
                for position in modalities.indices {
                    let vector =
                        task.rows == .pairs ? towers[position] : forward.features.values[position].pooledFeature()
                    vectors[position].append(contentsOf: vector.buffer)
                }
                for row in 0..<forward.batch.count { labels.append(forward.batch.targets[row]) }
            }
            for (modality, values) in zip(modalities, vectors) {
                guard let score = LabelRetrieval(values, labels: labels).rPrecision else { continue }
                numbers[Diagnosis.labelPrecision(modality, split)] = score
                if split == .test { unimodal["label-retrieval/\(modality)/r-precision"] = score }
            }
        }
    }

    /// The name of a modality's label R-precision: what ranks the towers of a dual encoder.
    public static func labelPrecision(_ modality: Modality, _ split: Split) -> String {
        "\(split)/label-r-precision/\(modality)"
    }

    private static func violations(_ full: Predictions, _ reduced: [Predictions]) -> Double {
        let confidence = full.confidences
        var rising = 0
        var counted = 0
        for part in reduced {
            for (with, without) in zip(confidence, part.confidences) {
                counted += 1
                if without > with { rising += 1 }
            }
        }
        return Double(rising) / Double(max(1, counted))
    }
}

extension Forward {
    /// Puts what stands for absent modalities in place of their features.
    func fillAbsent(_ subset: UInt32, _ means: ModalityMap<[Float]>) {
        var visible = features
        for (position, mean) in means.values.enumerated() where subset >> UInt32(position) & 1 == 0 {
            let shape = features.values[position].shape
            let count = shape.count / max(1, mean.count)
            visible.values[position] = tape.leaf(
                (0..<count).flatMap { _ in mean }, shape)
        }
        replaceFeatures(visible)
    }
}

extension FeatureTable {
    /// The features of a whole split in evaluation mode.
    init(_ evaluator: Evaluator, _ model: MultimodalModel, _ part: DatasetPart, rows: [Int]? = nil) {
        let modalities = model.plan.modalities
        self.init(values: ModalityMap(modalities) { _ in [] }, labels: [])
        evaluator.walk(model, part, rows: rows, gallery: false) { forward in
            for (position, feature) in forward.features.values.enumerated() {
                values.values[position].append(contentsOf: feature.pooledFeature().buffer)
            }
            for row in 0..<forward.batch.count { labels.append(forward.batch.targets[row]) }
        }
    }

    /// Mean over rows of each modality's feature.
    var means: ModalityMap<[Float]> {
        values.map { values in
            let width = values.count / max(1, rows)
            var sums = [Double](repeating: 0, count: width)
            for row in 0..<rows { for column in 0..<width { sums[column] += Double(values[row * width + column]) } }
            return sums.map { Float($0 / Double(max(1, rows))) }
        }
    }
}

extension Predictions {
    mutating func append(_ logits: Node, _ forward: Forward) {
        append(logits, forward.targets, losses: forward.losses(logits), forward.batch)
    }

    /// The largest probability of each row.
    var confidences: [Double] {
        (0..<rows).map { row in
            let values = logits[row * options..<(row + 1) * options]
            let top = Double(values.max() ?? 0)
            return 1 / values.reduce(0) { $0 + Elementary.exp(Double($1) - top) }
        }
    }
}
