// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// Gaussian codes of latent factors: the ground truth is known, so is what a perfect classifier reaches.
///
///     x_m = scale_m · (snr_m · code_m(factor) + noise · ε)
///
/// Each regime says which factor each modality carries and what the label is. Codes have unit-variance Gaussian
/// entries. *easy-but-weak* is a mixture of its own: the hard modalities carry random sign prototypes of their class
/// (several per class, so no linear encoder separates them), the last one a class mean that is there only in a share
/// of the rows; it is learned first and knows less.
///
/// For retrieval the target embedding is a code of the label and noise of its own, for generation a sentence spells the
/// label's factors ("a is v2 and b is v0"). Rows of one label have the same target, so "bayes/joint" is the ceiling of
/// R@1 and of exact match as well.
public struct Latent: DatasetSource {
    public static let card = Card(
        id: "latent", title: "Latent factors",
        summary: "Gaussian codes of known factors; six regimes of what each modality knows")

    /// Which factors each modality carries, and what the class is of them.
    public enum Regime: String, FieldChoice {
        /// y = s, every modality carries s.
        case redundant
        /// y = (s, u): the first modality carries both, the others s alone.
        case unique
        /// y = (u_1 … u_M): each modality carries its own factor.
        case complementary
        /// y = (u_1 + … + u_M) mod C: no modality alone tells anything.
        case synergistic
        /// The last modality is learned first but knows less.
        case easyButWeak = "easy-but-weak"
        /// The last modality follows the label in training only.
        case spurious
        /// y is one of: a factor that all carry, a modality's own factor, the sum of all own factors modulo C; which, is
        /// drawn for each row by `redundancy`, `uniqueness` and `synergy`.
        case mixed
    }

    public struct Options: Configurable {
        @Field("which modality knows what") public var regime: Regime = .redundant
        @Field("names of the modalities") public var modalities: [String] = ["a", "b"]
        @Field("classes of the shared factor (complementary: of each modality's own)", in: 2...1000)
        public var classes: Int = 4
        @Field("classes of the unique factor (regime unique)", in: 2...1000) public var uniqueClasses: Int = 2
        @Field("width of each modality; one number serves all") public var dimensions: [Int] = [16]
        @Field("signal per modality; one number serves all") public var snr: [Double] = [1.0, 0.6]
        @Field("standard deviation of the noise", in: 0.001...1000) public var noise: Double = 2
        @Field(
            "factor on each modality's input, signal and noise alike: a small one tells as much but is learned late; one number serves all"
        )
        public var scale: [Double] = [1]
        @Field("prototypes per class of the hard modalities (easy-but-weak)", in: 1...1000)
        public var prototypes: Int = 16
        @Field("share of rows in which the easy modality says anything (easy-but-weak)", in: 0...1)
        public var easyShare: Double = 0.6
        @Field("standard deviation of the easy modality's class means (easy-but-weak)", in: 0...1000)
        public var easySpread: Double = 0.6
        @Field("factor on the easy modality's class mean where it is there (easy-but-weak)", in: 0...1000)
        public var easyGain: Double = 1.5
        @Field("share of training rows in which the spurious modality follows the label", in: 0...1)
        public var spuriousShare: Double = 0.9
        @Field("pass each modality through a fixed random two-layer ReLU network") public var nonlinear: Bool = false
        @Field("modalities that pass through that network, so that they are learned late; 'nonlinear' means all")
        public var scrambled: [String] = []
        @Field("share of rows whose label is the factor that all carry (mixed)", in: 0...1)
        public var redundancy: Double = 0.4
        @Field("share of rows whose label is a modality's own factor, per modality; one number serves all (mixed)")
        public var uniqueness: [Double] = [0.2]
        @Field("share of rows whose label is the sum of all own factors (mixed)", in: 0...1)
        public var synergy: Double = 0.2
        @Field("each modality's factor is a label of its own, so that a row has several (complementary)")
        public var several: Bool = false
        @Field("share of training labels that are another class", in: 0...1) public var labelNoise: Double = 0
        @Field("share of rows in which a modality is missing, per modality; one number serves all")
        public var missing: [Double] = [0]
        @Field("width of the target embedding (retrieval)", in: 1...100_000) public var targetWidth: Int = 16
        @Field("standard deviation of the target embedding's noise; its code has 1 (retrieval)", in: 0...1000)
        public var targetNoise: Double = 0.5
        @Field("rows to train on", in: 1...10_000_000) public var train: Int = 800
        @Field("rows to select on", in: 1...10_000_000) public var validation: Int = 400
        @Field("rows to test on", in: 1...10_000_000) public var test: Int = 2000
        @Field("which data of this description") public var seed: Int = 0
        @Field("draw the data anew for each run seed") public var perSeed: Bool = false
        public init() {}

        public func problems() -> [String] {
            var problems: [String] = []
            if modalities.isEmpty || Set(modalities).count != modalities.count || modalities.contains("") {
                problems.append("'modalities' must be names, each once")
            }
            for (name, count) in [("dimensions", dimensions.count), ("snr", snr.count), ("scale", scale.count)]
            where count != 1 && count != modalities.count {
                problems.append("'\(name)' has \(count) entries for \(modalities.count) modalities")
            }
            if dimensions.contains(where: { $0 < 1 || $0 > 100_000 }) { problems.append("'dimensions' must be ≥ 1") }
            if snr.contains(where: { $0 < 0 || !$0.isFinite }) { problems.append("'snr' must be ≥ 0") }
            if scale.contains(where: { $0 <= 0 || !$0.isFinite }) { problems.append("'scale' must be above 0") }
            var labels = Double(classes)
            if regime == .complementary {
                labels = (0..<modalities.count).reduce(1.0) { product, _ in product * Double(classes) }
            }
            if regime == .unique { labels *= Double(uniqueClasses) }
            if labels > 4096 { problems.append("the label would have \(Int(min(labels, 1e9))) classes; 4096 at most") }
            if let problem = Disturbance.problem(missing, modalities: modalities.count) { problems.append(problem) }
            for name in scrambled where !modalities.contains(name) {
                problems.append(
                    "'scrambled' names '\(name)', which is no modality (known: \(modalities.joined(separator: ", ")))")
            }
            if several, regime != .complementary { problems.append("'several' needs the regime complementary") }
            if several, labelNoise > 0 { problems.append("'labelNoise' is for rows of one label, not 'several'") }
            if regime == .mixed {
                if uniqueness.count != 1, uniqueness.count != modalities.count {
                    problems.append("'uniqueness' has \(uniqueness.count) entries for \(modalities.count) modalities")
                } else if abs(redundancy + synergy + uniqueShares.reduce(0, +) - 1) > 1e-6
                    || uniqueShares.contains(where: { $0 < 0 })
                {
                    problems.append(
                        "'redundancy', 'synergy' and 'uniqueness' (once for each modality) must be shares that add up to 1"
                    )
                }
            }
            if regime == .easyButWeak, modalities.count < 2 {
                problems.append("'easy-but-weak' needs two modalities or more")
            }
            return problems
        }

        /// The share of each modality's own factor.
        var uniqueShares: [Double] {
            uniqueness.count == 1 ? modalities.map { _ in uniqueness[0] } : uniqueness
        }

        var disturbance: Disturbance { Disturbance(labelNoise: labelNoise, missing: missing) }

        func isScrambled(_ m: Int) -> Bool { nonlinear || scrambled.contains(modalities[m]) }

        func dimension(_ m: Int) -> Int { dimensions.count == 1 ? dimensions[0] : dimensions[m] }
        func signal(_ m: Int) -> Double { snr.count == 1 ? snr[0] : snr[m] }

        func factor(_ m: Int) -> Double { scale.count == 1 ? scale[0] : scale[m] }

        var labels: Int {
            switch regime {
            case .redundant, .synergistic, .easyButWeak, .spurious, .mixed: classes
            case .unique: classes * uniqueClasses
            case .complementary: (0..<modalities.count).reduce(1) { product, _ in product * classes }
            }
        }
    }

    public static func modalities(_ options: Options, _: DatasetContext) -> [Modality] {
        options.modalities.map { Modality($0) }
    }

    public static func digest(_: Options, _: DatasetContext) -> String { "" }
    public static func dependsOnSeed(_ options: Options) -> Bool { options.perSeed }

    public static func load(_ options: Options, _ context: DatasetContext) -> LoadedDataset {
        var key = RandomKey(seed: options.seed).fold("latent")
        if options.perSeed { key = key.fold("run").fold(context.runSeed) }
        let world = LatentWorld(options, key: key)
        return LoadedDataset(
            classNames: options.several
                ? options.modalities.flatMap { name in (0..<options.classes).map { "\(name) \($0)" } }
                : (0..<options.labels).map { "class \($0)" },
            train: world.part(.train, options.train), validation: world.part(.validation, options.validation),
            test: world.part(.test, options.test), facts: world.bayes(rows: 2000))
    }
}
