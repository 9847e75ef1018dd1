// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// One draw of code books; makes rows and knows their likelihood.
struct LatentWorld {
    /// A possible origin of a modality's row: its mean before noise, given a label.
    private struct Origin {
        var label: Int
        var weight: Double
        /// Where the mean begins in `means`.
        var mean: Int
    }

    private let options: Latent.Options
    private let key: RandomKey
    /// Per modality: means of `dimension` numbers, one after the other, and which label has which with what weight.
    private var means: [[Double]] = []
    private var origins: [[Origin]] = []

    init(_ options: Latent.Options, key: RandomKey) {
        self.options = options
        self.key = key
        for m in options.modalities.indices { addModality(m) }
    }

    private var isMixture: Bool { options.regime == .easyButWeak }
    private var easyModality: Int { options.modalities.count - 1 }

    private mutating func addModality(_ m: Int) {
        let width = options.dimension(m)
        var stream = key.fold("code").fold(options.modalities[m]).stream()
        var table: [Double] = []
        var list: [Origin] = []
        func gaussian(_ scale: Double) -> [Double] { (0..<width).map { _ in scale * stream.normal() } }

        switch options.regime {
        case .redundant, .spurious:
            for label in 0..<options.classes {
                list.append(Origin(label: label, weight: 1, mean: table.count))
                table += gaussian(options.signal(m))
            }
        case .unique:
            let shared = (0..<options.classes).map { _ in gaussian(options.signal(m)) }
            let own = (0..<options.uniqueClasses).map { _ in gaussian(options.signal(m)) }
            for label in 0..<options.labels {
                list.append(Origin(label: label, weight: 1, mean: table.count))
                let base = shared[label / options.uniqueClasses]
                // Only the first modality knows the unique factor.
                table += m == 0 ? zip(base, own[label % options.uniqueClasses]).map(+) : base
            }
        case .mixed:
            // One mean for each pair of the shared and the own factor.
            let shared = (0..<options.classes).map { _ in gaussian(options.signal(m)) }
            let own = (0..<options.classes).map { _ in gaussian(options.signal(m)) }
            for base in shared { for other in own { table += zip(base, other).map(+) } }
        case .complementary, .synergistic:
            // One mean per value of the modality's own factor; which labels go with it depends on the others.
            for _ in 0..<options.classes { table += gaussian(options.signal(m)) }
        case .easyButWeak:
            if m == easyModality {
                for label in 0..<options.classes {
                    list.append(Origin(label: label, weight: options.easyShare, mean: table.count))
                    table += gaussian(options.easySpread * options.easyGain)
                }
                for label in 0..<options.classes {
                    list.append(Origin(label: label, weight: 1 - options.easyShare, mean: table.count))
                }
                table += [Double](repeating: 0, count: width)
            } else {
                let weight = 1 / Double(options.prototypes)
                for label in 0..<options.classes {
                    for _ in 0..<options.prototypes {
                        list.append(Origin(label: label, weight: weight, mean: table.count))
                        table += (0..<width).map { _ in stream.word() & 1 == 0 ? -options.signal(m) : options.signal(m)
                        }
                    }
                }
            }
        }
        means.append(table)
        origins.append(list)
    }

    // MARK: Rows

    func part(_ split: Split, _ count: Int) -> DatasetPart {
        let made = rows(key.fold(split.rawValue), count, training: split == .train)
        let modalities = options.modalities.map { Modality($0) }
        let disturbance = options.disturbance
        let present = (0..<count).map { disturbance.present(modalities.count, key.fold(split.rawValue).fold($0)) }
        let columns = ModalityMap(modalities) { modality -> Column in
            let m = options.modalities.firstIndex(of: modality.name) ?? 0
            let width = options.dimension(m)
            let values = options.isScrambled(m) ? scrambled(made.values[m], m) : made.values[m]
            let factor = options.factor(m)
            return Column(kind: .features, sampleShape: [width], values: .dense(values.map { Float(factor * $0) }))
                .cleared(m, present)
        }
        let labels = made.labels.map { Int32($0) }
        let told = labels.enumerated().map {
            disturbance.label($1, classes: options.labels, split, key.fold(split.rawValue).fold($0))
        }
        let sets = options.several ? made.labels.map { factorLabels($0) } : []
        return DatasetPart(
            columns: columns, labels: options.several ? sets.map { $0[0] } : told,
            ids: (0..<count).map { "\(split)-\($0)" }, items: labels,
            targets: [
                .gallery: TargetColumn(
                    column: embeddings(made.labels, key.fold("target").fold(split.rawValue)), items: labels),
                .sequence: TargetColumn(column: LatentSpelling(options).column(made.labels), items: labels),
            ], present: present, labelSets: sets)
    }

    /// The label of each modality's factor, where each is one of its own; the first factor counts slowest.
    private func factorLabels(_ label: Int) -> [Int32] {
        var rest = label
        var values: [Int32] = []
        for m in options.modalities.indices.reversed() {
            values.append(Int32(m * options.classes + rest % options.classes))
            rest /= options.classes
        }
        return values.reversed()
    }

    /// code(label) + noise, a row each.
    private func embeddings(_ labels: [Int], _ key: RandomKey) -> Column {
        let width = options.targetWidth
        var stream = self.key.fold("target-code").stream()
        let codes = (0..<options.labels * width).map { _ in stream.normal() }
        var values: [Float] = []
        values.reserveCapacity(labels.count * width)
        for (row, label) in labels.enumerated() {
            var stream = key.fold(row).stream()
            for d in 0..<width {
                values.append(Float(codes[label * width + d] + options.targetNoise * stream.normal()))
            }
        }
        return Column(kind: .features, sampleShape: [width], values: .dense(values))
    }

    private func rows(_ key: RandomKey, _ count: Int, training: Bool) -> (values: [[Double]], labels: [Int]) {
        var values = options.modalities.map { _ in [Double]() }
        var labels: [Int] = []
        for m in values.indices { values[m].reserveCapacity(count * options.dimension(m)) }
        for row in 0..<count {
            var stream = key.fold(row).stream()
            let factors = options.modalities.map { _ in stream.below(options.classes) }
            let shared = options.regime == .mixed ? stream.below(options.classes) : 0
            let label = self.label(factors, shared, &stream)
            labels.append(label)
            for m in options.modalities.indices {
                let start = mean(m, label, factors, shared, training, &stream)
                for d in 0..<options.dimension(m) {
                    values[m].append(means[m][start + d] + options.noise * stream.normal())
                }
            }
        }
        return (values, labels)
    }

    private func label(_ factors: [Int], _ shared: Int, _ stream: inout RandomStream) -> Int {
        switch options.regime {
        case .mixed: mixedLabel(factors, shared, Double(stream.uniform()))
        case .complementary: factors.reduce(0) { $0 * options.classes + $1 }
        case .synergistic: factors.reduce(0, +) % options.classes
        default: stream.below(options.labels)
        }
    }

    /// One of the factors, by where a number in [0, 1) falls among the shares.
    private func mixedLabel(_ factors: [Int], _ shared: Int, _ draw: Double) -> Int {
        var rest = draw - options.redundancy
        if rest < 0 { return shared }
        for (m, share) in options.uniqueShares.enumerated() {
            rest -= share
            if rest < 0 { return factors[m] }
        }
        return factors.reduce(0, +) % options.classes
    }

    /// Where the mean of this modality's row begins.
    private func mean(
        _ m: Int, _ label: Int, _ factors: [Int], _ shared: Int, _ training: Bool, _ stream: inout RandomStream
    ) -> Int {
        let width = options.dimension(m)
        switch options.regime {
        case .mixed: return (shared * options.classes + factors[m]) * width
        case .redundant, .unique: return label * width
        case .complementary, .synergistic: return factors[m] * width
        case .spurious:
            guard m == easyModality else { return label * width }
            let follows = training && Double(stream.uniform()) < options.spuriousShare
            return (follows ? label : stream.below(options.classes)) * width
        case .easyButWeak:
            if m == easyModality {
                let there = Double(stream.uniform()) < options.easyShare
                return (there ? label : options.classes) * width
            }
            return (label * options.prototypes + stream.below(options.prototypes)) * width
        }
    }

    /// A fixed random ReLU network of two layers that keeps the width: x ← W₂·relu(W₁·x).
    private func scrambled(_ rows: [Double], _ m: Int) -> [Double] {
        let width = options.dimension(m)
        let hidden = 2 * width
        var stream = key.fold("network").fold(options.modalities[m]).stream()
        let first = (0..<hidden * width).map { _ in stream.normal() * (2 / Double(width)).squareRoot() }
        let second = (0..<width * hidden).map { _ in stream.normal() * (1 / Double(hidden)).squareRoot() }
        var result: [Double] = []
        result.reserveCapacity(rows.count)
        for start in stride(from: 0, to: rows.count, by: width) {
            let middle = (0..<hidden).map { h -> Double in
                var sum = 0.0
                for d in 0..<width { sum += first[h * width + d] * rows[start + d] }
                return max(0, sum)
            }
            for d in 0..<width {
                var sum = 0.0
                for h in 0..<hidden { sum += second[d * hidden + h] * middle[h] }
                result.append(sum)
            }
        }
        return result
    }

    // MARK: Bayes accuracy

    /// Accuracy of the classifier that knows the generator, per modality and with all, by Monte Carlo on the test
    /// distribution (before the optional network, which cannot add information).
    func bayes(rows count: Int) -> [String: Double] {
        let made = rows(key.fold("bayes"), count, training: false)
        var facts: [String: Double] = [:]
        let all = Array(options.modalities.indices)
        for (name, used) in options.modalities.enumerated().map({ ($1, [$0]) }) + [("joint", all)] {
            var right = 0
            for row in 0..<count {
                let present = options.disturbance.present(all.count, key.fold("bayes").fold(row))
                let used = used.filter { present >> UInt32($0) & 1 == 1 }
                let likelihoods = used.map { m -> [Double] in
                    let width = options.dimension(m)
                    return logLikelihoods(m, made.values[m][row * width..<(row + 1) * width])
                }
                if best(likelihoods, used) == made.labels[row] { right += 1 }
            }
            facts["bayes/\(name)"] = Double(right) / Double(count)
        }
        return facts
    }

    /// log p(x | mean number i) for every mean of a modality, up to a constant.
    private func logLikelihoods(_ m: Int, _ x: ArraySlice<Double>) -> [Double] {
        let width = options.dimension(m)
        return stride(from: 0, to: means[m].count, by: width).map { start in
            var sum = 0.0
            for (d, value) in x.enumerated() {
                let difference = value - means[m][start + d]
                sum += difference * difference
            }
            return -sum / (2 * options.noise * options.noise)
        }
    }

    /// The label with the largest posterior, given the likelihoods of the modalities in `used`.
    private func best(_ likelihoods: [[Double]], _ used: [Int]) -> Int {
        var scores: [Double]
        switch options.regime {
        case .complementary, .synergistic: scores = factorScores(likelihoods, used)
        case .mixed: scores = mixedScores(likelihoods, used)
        default:
            scores = [Double](repeating: 0, count: options.labels)
            for (position, m) in used.enumerated() {
                // Spurious: in the test distribution the last modality is independent of the label.
                if options.regime == .spurious, m == easyModality { continue }
                let top = likelihoods[position].max() ?? 0
                var sums = [Double](repeating: 0, count: options.labels)
                for origin in origins[m] {
                    sums[origin.label] +=
                        origin.weight * Elementary.exp(likelihoods[position][origin.mean / options.dimension(m)] - top)
                }
                for label in scores.indices { scores[label] += Elementary.log(max(sums[label], 1e-300)) }
            }
        }
        var winner = 0
        for label in scores.indices where scores[label] > scores[winner] { winner = label }
        return winner
    }

    /// Posterior of the label in the regime mixed: a sum over the shared factor; given it, the modalities' own factors are
    /// independent.
    private func mixedScores(_ likelihoods: [[Double]], _ used: [Int]) -> [Double] {
        let classes = options.classes
        // Likelihood of shared and own factor, by modality; one that is not seen is uniform.
        let tables = options.modalities.indices.map { m -> [Double] in
            guard let position = used.firstIndex(of: m) else { return [Double](repeating: 1, count: classes * classes) }
            let top = likelihoods[position].max() ?? 0
            return likelihoods[position].map { Elementary.exp($0 - top) }
        }
        var scores = [Double](repeating: 0, count: classes)
        for shared in 0..<classes {
            let own = tables.map { Array($0[shared * classes..<(shared + 1) * classes]) }
            let sums = own.map { $0.reduce(0, +) }
            let weight = sums.reduce(1, *)
            guard weight > 0 else { continue }
            let chances = zip(own, sums).map { table, sum in table.map { $0 / sum } }
            scores[shared] += weight * options.redundancy
            for (m, share) in options.uniqueShares.enumerated() {
                for value in 0..<classes { scores[value] += weight * share * chances[m][value] }
            }
            var total = [Double](repeating: 0, count: classes)
            total[0] = 1
            for table in chances {
                var next = [Double](repeating: 0, count: classes)
                for (before, chance) in total.enumerated() {
                    for (value, other) in table.enumerated() { next[(before + value) % classes] += chance * other }
                }
                total = next
            }
            for value in 0..<classes { scores[value] += weight * options.synergy * total[value] }
        }
        return scores
    }

    /// Posterior of the label where each modality has a factor of its own: a sum over all factor values.
    private func factorScores(_ likelihoods: [[Double]], _ used: [Int]) -> [Double] {
        // Distribution of the partial label after each modality; a modality that is not seen is uniform.
        var partial: [Double] = [1]
        for m in options.modalities.indices {
            var weights = [Double](repeating: 1, count: options.classes)
            if let position = used.firstIndex(of: m) {
                let top = likelihoods[position].max() ?? 0
                weights = likelihoods[position].map { Elementary.exp($0 - top) }
            }
            if options.regime == .complementary {
                partial = partial.flatMap { before in weights.map { before * $0 } }
            } else {
                var next = [Double](repeating: 0, count: options.classes)
                for (sum, before) in partial.enumerated() {
                    for (value, weight) in weights.enumerated() {
                        next[(sum + value) % options.classes] += before * weight
                    }
                }
                partial = next
            }
        }
        return partial
    }
}
