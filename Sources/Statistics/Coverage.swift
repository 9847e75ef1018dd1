// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// Simulation of how often an interval holds the truth: what says that the intervals of a report are honest.
public enum Coverage {
    /// Normal scores of known mean on several problems, with a spread and level of each problem's own.
    public static func ofMean(
        problems: Int, seeds: Int, trials: Int, count: Int = 400, key: RandomKey,
        interval: (Strata<Problems, Seeds>, RandomKey) -> ClosedRange<Double>?
    ) -> Double {
        var held = 0
        for trial in 0..<trials {
            let trialKey = key.fold(trial)
            var stream = trialKey.fold("scores").stream()
            var truth = 0.0
            let series = (0..<problems).map { problem -> Series<Seeds> in
                let level = 0.3 + 0.1 * Double(problem)
                truth += level / Double(problems)
                return Series(
                    Array(0..<seeds),
                    (0..<seeds).map { _ in
                        level + 0.02 * Double(1 + problem % 3)
                            * Normal.quantile((Double(stream.word()) + 0.5) / 4_294_967_296)
                    })
            }
            let strata = Strata<Problems, Seeds>((0..<problems).map { "p\($0)" }, series)
            if interval(strata, trialKey)?.contains(truth) == true { held += 1 }
        }
        return Double(held) / Double(trials)
    }
}
