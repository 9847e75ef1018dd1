// SPDX-License-Identifier: Apache-2.0

import Training

/// Temperatures and weights of an ensemble of classifiers, fitted by the mean log loss.
package struct EnsembleFit {
    /// `[rows, options]` per member.
    let members: [[Float]]
    let options: Int
    let targets: [Int32]

    package init(members: [[Float]], options: Int, targets: [Int32]) {
        self.members = members
        self.options = options
        self.targets = targets
    }

    /// The temperature in [1/16, 16] that minimizes the loss of softmax(z/T): golden-section search on log T, along
    /// which the loss has one minimum.
    package func temperature(of member: Int) -> Double {
        let ratio = 0.6180339887498949
        var low = -Elementary.log(16)
        var high = -low
        for _ in 0..<40 {
            let left = high - ratio * (high - low)
            let right = low + ratio * (high - low)
            if loss(member, 1 / Elementary.exp(left)) <= loss(member, 1 / Elementary.exp(right)) {
                high = right
            } else {
                low = left
            }
        }
        return Elementary.exp((low + high) / 2)
    }

    private func loss(_ member: Int, _ factor: Double) -> Double {
        var sum = 0.0
        for row in targets.indices where targets[row] >= 0 {
            sum -= logProbability(row) { factor * Double(members[member][row * options + $0]) }
        }
        return sum
    }

    private func logProbability(_ row: Int, _ logit: (Int) -> Double) -> Double {
        var top = -Double.infinity
        for option in 0..<options { top = max(top, logit(option)) }
        var total = 0.0
        for option in 0..<options { total += Elementary.exp(logit(option) - top) }
        return logit(Int(targets[row])) - top - Elementary.log(total)
    }

    /// Weights on the simplex that minimize the loss of p ∝ Π softmax(z_m/T_m)^{w_m}: exponentiated gradient from equal
    /// weights, 200 steps. The loss is convex in w.
    package func weights(temperatures: [Double]) -> [Double] {
        let logarithms = members.indices.map { logProbabilities($0, 1 / temperatures[$0]) }
        var weights = [Double](repeating: 1 / Double(members.count), count: members.count)
        let counted = Double(max(1, targets.filter { $0 >= 0 }.count))
        var mixture = [Double](repeating: 0, count: options)
        for step in 0..<200 {
            var slope = [Double](repeating: 0, count: members.count)
            for row in targets.indices where targets[row] >= 0 {
                for option in 0..<options {
                    mixture[option] = 0
                    for member in members.indices {
                        mixture[option] += weights[member] * logarithms[member][row * options + option]
                    }
                }
                let top = mixture.max() ?? 0
                var total = 0.0
                for option in 0..<options {
                    mixture[option] = Elementary.exp(mixture[option] - top)
                    total += mixture[option]
                }
                for member in members.indices {
                    var expected = 0.0
                    for option in 0..<options {
                        expected += mixture[option] / total * logarithms[member][row * options + option]
                    }
                    slope[member] += (expected - logarithms[member][row * options + Int(targets[row])]) / counted
                }
            }
            let rate = 2 / (1 + Double(step) / 20)
            weights = weights.indices.map { weights[$0] * Elementary.exp(-rate * slope[$0]) }
            let total = weights.reduce(0, +)
            weights = weights.map { $0 / total }
        }
        return weights
    }

    private func logProbabilities(_ member: Int, _ factor: Double) -> [Double] {
        var result = [Double](repeating: 0, count: targets.count * options)
        for row in targets.indices {
            var top = -Double.infinity
            for option in 0..<options { top = max(top, factor * Double(members[member][row * options + option])) }
            var total = 0.0
            for option in 0..<options {
                total += Elementary.exp(factor * Double(members[member][row * options + option]) - top)
            }
            let shift = top + Elementary.log(total)
            for option in 0..<options {
                result[row * options + option] = factor * Double(members[member][row * options + option]) - shift
            }
        }
        return result
    }
}
