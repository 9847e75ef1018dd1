// SPDX-License-Identifier: Apache-2.0

import Training

/// One setting that a tuned row of a suite tries.
public struct TuningTrial: Equatable, Sendable, CustomStringConvertible {
    /// Options of the strategy; what is not named keeps its default.
    public let options: ConfigValue
    /// Factor on the suite's learning rate.
    public let rate: Double
    /// Weight decay instead of the suite's.
    public let weightDecay: Double?

    /// A setting to be tried.
    public init(_ options: ConfigValue = [:], rate: Double = 1, weightDecay: Double? = nil) {
        self.options = options
        self.rate = rate
        self.weightDecay = weightDecay
    }

    /// What differs from the suite's own setting.
    public var description: String {
        var parts = options.objectValue.map { $0.isEmpty ? [] : [options.canonicalJSON] } ?? []
        if rate != 1 { parts.append("rate × \(rate.configValue.canonicalJSON)") }
        if let weightDecay { parts.append("decay \(ConfigValue.double(weightDecay).canonicalJSON)") }
        return parts.isEmpty ? "as it is" : parts.joined(separator: ", ")
    }
}

/// Six trials for each strategy, so that none is tuned harder than another. One without a grid of its own tries rates and
/// decays, as joint training does.
public enum TuningGrids {
    /// The trials of a strategy in a run of so many epochs; nil where there is no such strategy.
    public static func trials(_ strategy: String, epochs: Int) -> [TuningTrial]? {
        let half = max(0, epochs / 2 - 1)
        let quarter = max(0, epochs / 4 - 1)
        let all = max(0, epochs - 1)
        return switch strategy {
        case "late-fusion":
            product(["logits", "probabilities", "weighted"], [false, true]) {
                TuningTrial(["average": .string($0), "calibrate": .bool($1)])
            }
        case "pdmp":
            [(1.5, 0.75), (2, 0.5), (2, 1), (3, 0.5), (4, 0.25), (1, 0.5)].map {
                TuningTrial(["gammaDominant": .double($0.0), "gammaRest": .double($0.1)])
            }
        case "ogm", "ogm-ge":
            product([0.1, 0.5, 0.8], [half, all]) { TuningTrial(["alpha": .double($0), "lastEpoch": .int($1)]) }
        case "agm":
            [(0.1, all), (0.5, all), (1, all), (2.5, all), (0.5, quarter), (1, quarter)].map {
                TuningTrial(["alpha": .double($0.0), "lastEpoch": .int($0.1)])
            }
        case "pmr": product([0.5, 1, 2], [1e-3, 1e-2]) { TuningTrial(["alpha": .double($0), "mu": .double($1)]) }
        case "gradient-blending":
            product(["offline", "online-2", "online-5"], [true, false]) { name, guarded in
                name == "offline"
                    ? TuningTrial(["estimate": "offline", "guarded": .bool(guarded)])
                    : TuningTrial([
                        "estimate": "online", "guarded": .bool(guarded), "window": name == "online-2" ? 2 : 5,
                        "superEpoch": 5,
                    ])
            }
        case "mmpareto":
            product([1, 1.5, 2], [1.0, 3]) { TuningTrial(["gamma": .double($0), "headRate": .double($1)]) }
        case "mla":
            product(["fixed", "entropy"], [true, false]) {
                TuningTrial(["inference": .string($0), "normalizeP": .bool($1)])
            } + [true, false].map { TuningTrial(["normalizeP": .bool($0)], rate: 3) }
        case "diagnosing-relearning":
            product([1.0, 3, 5], [1.0 / 9, 0.2]) { TuningTrial(["lambda": .double($0), "period": .double($1)]) }
        case "arl":
            product([1.0, 3, 5], [4.0, 8]) { TuningTrial(["auxWeight": .double($0), "temperature": .double($1)]) }
        case "dgl": [1, 2, 3, 4, 5, 8].map { TuningTrial(["alpha": .double($0)]) }
        case "cggm":
            product([1, 1.3], [0.05, 0.1, 0.2]) { TuningTrial(["rho": .double($0), "lambda": .double($1)]) }
        case "mmcosine": [5, 10, 15, 20, 30, 64].map { TuningTrial(["scale": .double($0)]) }
        case "umt":
            [0.1, 1, 5, 10, 50, 100].map { TuningTrial(["lambda": .double($0), "normalized": true]) }
        case "mbsd":
            product([0.1, 0.3, 1], [true, false]) {
                TuningTrial(["divergenceWeight": .double($0), "logitWeight": .double($1 ? $0 : 0)])
            }
        case "cml":
            product([0.01, 0.1, 1], [false, true]) { TuningTrial(["lambda": .double($0), "gate": .bool($1)]) }
        case "lfm":
            product(["heuristic", "learned"], [0.07, 0.2, 0]) { schedule, temperature in
                temperature == 0
                    ? TuningTrial(["schedule": .string(schedule), "alignment": "jensen-shannon"])
                    : TuningTrial(["schedule": .string(schedule), "temperature": .double(temperature)])
            }
        case "reconboost":
            product([2.0, 4, 5], [1, 4]) {
                TuningTrial(["ownWeight": .double($0), "stageEpochs": .int($1), "rectificationEpochs": .int($1)])
            }
        case "opm":
            product([0.3, 0.5], [0.5, 1]) { TuningTrial(["base": .double($0), "lambda": .double($1)]) }
                + [0.5, 1].map { TuningTrial(["execution": .double($0)]) }
        case "greedy":
            product([1e-3, 1e-2, 1e-1], [5, 20]) { TuningTrial(["tolerance": .double($0), "steps": .int($1)]) }
        case "amco":
            product([0.5, 0.6, 0.7], [0.3, 0.6]) { TuningTrial(["threshold": .double($0), "ramp": .double($1)]) }
        case "valuation":
            product(["sample", "modality"], [2, 5, 10]) {
                TuningTrial(["level": .string($0), "warmup": .int(min($1, all))])
            }
        case "inforeg":
            product([[0.95, 0.1], [0.5, 0.5], [0.1, 0.95]], [0.02, 0.05]) { pull, threshold in
                TuningTrial(["pull": .array(pull.map { .double($0) }), "threshold": .double(threshold)])
            }
        default:
            strategies.ids.contains(strategy)
                ? product([0.3, 1, 3], [1e-4, 5e-4]) { TuningTrial(rate: $0, weightDecay: $1) } : nil
        }
    }

    private static func product<A, B>(_ a: [A], _ b: [B], _ make: (A, B) -> TuningTrial) -> [TuningTrial] {
        a.flatMap { first in b.map { make(first, $0) } }
    }
}
