// SPDX-License-Identifier: Apache-2.0

import Training

/// Diagnosing and re-learning: an encoder whose features cluster by class on training rows but not on validation rows has
/// memorized; it is softly reset towards its first weights.
///
///     purity = (1/N) Σ_clusters max_class count     k-means with as many clusters as classes on features in [−1, 1]
///     gap_m = |purity_train − purity_validation|,  w_m = tanh(λ·gap_m)
///     θ_m ← w_m·θ_m^init + (1 − w_m)·θ_m            every `period` epochs, at most `resets` times; heads untouched
///
/// Where samples have no classes, clusters of their targets stand in (gallery items, the partner towers' embeddings, mean token
/// vectors): min(64, N/20) of N training rows at the epoch of the diagnosis; a validation row belongs to the nearest.
///
/// After a reset the encoder's momentum is forgotten and what normalization layers keep of their inputs is refreshed by
/// one pass over the training rows.
///
/// Wei et al., "Diagnosing and Re-learning for Balanced Multimodal Learning", ECCV 2024. `variant: released` resets neither
/// momentum nor statistics. Validation rows are those of the validation split.
public struct Relearning: TrainingStrategy {
    public static let stages: [Stage] = [.parameters]
    public static let card = Card(
        id: "diagnosing-relearning", title: "D&R", summary: "softly resets encoders that memorize, between epochs",
        reference: "Wei et al., ECCV 2024",
        bibtex: """
            @inproceedings{wei2024diagnosing,
              title = {Diagnosing and Re-learning for Balanced Multimodal Learning},
              author = {Wei, Yake and Li, Siwei and Feng, Ruoxuan and Hu, Di},
              booktitle = {European Conference on Computer Vision},
              year = {2024}
            }
            """)

    public struct Options: Configurable {
        @Field("how strongly a gap resets", in: 0...1000) public var lambda: Double = 3
        @Field("share of the run between diagnoses", in: 0.001...1) public var period: Double = 0.2
        @Field("at most so many resets", in: 0...1000) public var resets: Int = 3
        @Field("'paper', or 'released': momentum and statistics stay") public var variant: Variant = .paper
        public init() {}
    }

    public struct State: Codable, Equatable, Sendable {
        public var resets = 0
        /// Reset strength of each modality at each diagnosis.
        public var strengths: [[Double]] = []
    }

    public var state = State()
    let options: Options
    private let modalities: [Modality]
    private let hasClasses: Bool

    public init(_ options: Options, _ setting: Setting) {
        self.options = options
        modalities = setting.modalities
        hasClasses = setting.problem.hasClasses
    }

    public var variant: Variant { options.variant }

    public var findings: [String: Double] {
        var found = ["resets": Double(state.resets)]
        for (index, strengths) in state.strengths.enumerated() {
            for (modality, strength) in zip(modalities, strengths) { found["reset-\(index)/\(modality)"] = strength }
        }
        return found
    }

    public mutating func epochEnded(_ lab: Lab) {
        let period = max(1, Int((options.period * Double(lab.epochs)).rounded()))
        guard lab.epoch > 0, lab.epoch % period == 0, state.resets < options.resets, options.lambda > 0 else { return }
        var train = lab.features(.train(nil))
        var validation = lab.features(.validation)
        var classes = lab.classes
        if !hasClasses {
            classes = max(2, min(64, train.rows / 20))
            let groups = KMeans(
                lab.targetVectors(.train(nil)), rows: train.rows, clusters: min(classes, train.rows),
                lab.key.fold("targets"))
            train.labels = groups.assignment.map { Int32($0) }
            validation.labels = groups.nearest(lab.targetVectors(.validation), rows: validation.rows).map { Int32($0) }
        }
        var strengths: [Double] = []
        for modality in lab.modalities {
            let key = lab.key.fold("purity").fold(modality.name)
            let gap = abs(
                purity(train, modality, classes: classes, key.fold(0))
                    - purity(validation, modality, classes: classes, key.fold(1)))
            let strength = Relearning.strength(gap, lambda: options.lambda)
            strengths.append(strength)
            lab.reinitialize(.encoder(modality), share: Float(strength))
            if options.variant == .paper { lab.resetOptimizer([.encoder(modality)]) }
        }
        if options.variant == .paper { lab.refreshStatistics() }
        state.strengths.append(strengths)
        state.resets += 1
    }

    /// w = tanh(λ·gap).
    package static func strength(_ gap: Double, lambda: Double) -> Double { Elementary.tanh(lambda * gap) }

    private func purity(_ table: FeatureTable, _ modality: Modality, classes: Int, _ key: RandomKey) -> Double {
        let clusters = KMeans(
            scaled(table.values[modality], rows: table.rows), rows: table.rows, clusters: min(classes, table.rows), key)
        return clusterPurity(clusters.assignment, table.labels)
    }

    /// Each dimension between −1 and 1; constant ones become 0.
    private func scaled(_ values: [Float], rows: Int) -> [Float] {
        let width = values.count / max(1, rows)
        var result = values
        for column in 0..<width {
            var low = Float.infinity
            var high = -Float.infinity
            for row in 0..<rows {
                low = min(low, values[row * width + column])
                high = max(high, values[row * width + column])
            }
            let span = high - low
            for row in 0..<rows {
                let place = row * width + column
                result[place] = span > 0 ? 2 * (values[place] - low) / span - 1 : 0
            }
        }
        return result
    }
}

/// Share of rows that belong to the most frequent label of their cluster.
package func clusterPurity(_ clusters: [Int], _ labels: [Int32]) -> Double {
    guard let top = clusters.max(), let most = labels.max(), !labels.isEmpty else { return 0 }
    var counts = [[Int]](repeating: [Int](repeating: 0, count: Int(most) + 1), count: top + 1)
    for (cluster, label) in zip(clusters, labels) { counts[cluster][Int(label)] += 1 }
    return Double(counts.reduce(0) { $0 + ($1.max() ?? 0) }) / Double(labels.count)
}
