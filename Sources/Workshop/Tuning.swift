// SPDX-License-Identifier: Apache-2.0

import Strategies
import Suites

/// A row of a suite that stands for a strategy with the best of several settings.
///
/// Trials are ordinary runs, remembered like any other; the setting with the best mean validation score over the tuning
/// seeds is trained with the row's own seed. Every strategy has six trials, so that none is tuned harder than another.
struct Tuning {
    static let card = Card(
        id: "tuned", title: "Tuned", summary: "a strategy with the best of six settings, chosen on validation")

    struct Options: Configurable {
        @Field("the strategy that is tuned") var strategy: String = "joint"
        @Field("options that all trials share") var options: ConfigValue = [:]
        @Field("seeds of the trials; the best mean validation score wins") var tuningSeeds: [Int] = [1]
        init() {}
        func problems() -> [String] {
            var problems: [String] = []
            if TuningGrids.trials(strategy, epochs: 1) == nil {
                problems.append(
                    UnknownName(kind: "strategy to tune", name: strategy, known: strategies.ids).description)
            } else if let entry = try? strategies[strategy] {
                problems += entry.resolve(options).issues.map { "options: \($0.message)" }
            }
            if tuningSeeds.isEmpty || Set(tuningSeeds).count != tuningSeeds.count {
                problems.append("'tuningSeeds' must name at least one seed, each once")
            }
            return problems
        }
    }

    static func resolve(_ given: ConfigValue) -> (canonical: ConfigValue, issues: [FieldIssue]) {
        let resolution = Options.resolve(given)
        return (resolution.canonical, resolution.issues)
    }

    let options: Options
    /// The specification of each trial with the row's own seed.
    let trials: [RunSpec]
    /// What each trial tries.
    let settings: [TuningTrial]

    /// nil if the row is not tuned.
    init?(_ spec: RunSpec) throws {
        guard spec.strategy.id == Tuning.card.id else { return nil }
        let options = try Options.decode(spec.strategy.options)
        self.options = options
        let entry = try strategies[options.strategy]
        let epochs = spec.budget["epochs"]?.intValue ?? 1
        settings = TuningGrids.trials(options.strategy, epochs: epochs) ?? []
        trials = try settings.map { trial in
            var members = options.options.objectValue ?? [:]
            for (name, value) in trial.options.objectValue ?? [:] { members[name] = value }
            let resolved = entry.resolve(.object(members))
            guard resolved.issues.isEmpty else { throw ConfigurationError(issues: resolved.issues) }
            var other = spec
            other.strategy = Choice(options.strategy, resolved.canonical)
            other.versions["strategy/\(Tuning.card.id)"] = nil
            other.versions["strategy/\(options.strategy)"] = entry.card.version
            var rates = spec.optimizer.options.objectValue ?? [:]
            if trial.rate != 1, let rate = rates["learningRate"]?.doubleValue {
                rates["learningRate"] = (rate * trial.rate).configValue
            }
            if let decay = trial.weightDecay, rates["weightDecay"] != nil { rates["weightDecay"] = .double(decay) }
            other.optimizer = Choice(spec.optimizer.id, .object(rates))
            return other
        }
    }

    /// The runs of a trial, one per tuning seed.
    func runs(_ trial: RunSpec) -> [RunSpec] {
        options.tuningSeeds.map { seed in
            var run = trial
            run.seed = seed
            return run
        }
    }
}
