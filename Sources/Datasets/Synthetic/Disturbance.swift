// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// What may befall the rows of any generated data set, from streams of its own: labels that lie, modalities that lack.
struct Disturbance {
    /// Share of training labels that are another class, all alike.
    var labelNoise: Double
    /// Share of rows in which a modality is missing, by modality.
    var missing: [Double]

    /// The label of a training row as it is told.
    func label(_ label: Int32, classes: Int, _ split: Split, _ key: RandomKey) -> Int32 {
        guard split == .train, labelNoise > 0, classes > 1 else { return label }
        var stream = key.fold("label-noise").stream()
        guard Double(stream.uniform()) < labelNoise else { return label }
        return (label + 1 + Int32(stream.below(classes - 1))) % Int32(classes)
    }

    /// A bit for each modality that is there; never none.
    func present(_ modalities: Int, _ key: RandomKey) -> UInt32 {
        let all = UInt32(truncatingIfNeeded: (1 << modalities) - 1)
        guard missing.contains(where: { $0 > 0 }) else { return all }
        var stream = key.fold("missing").stream()
        var bits: UInt32 = 0
        for modality in 0..<modalities where Double(stream.uniform()) >= rate(modality) {
            bits |= 1 << UInt32(modality)
        }
        // One that would lack everything keeps one modality, each as likely.
        return bits == 0 ? 1 << UInt32(stream.below(modalities)) : bits
    }

    private func rate(_ modality: Int) -> Double { missing.count == 1 ? missing[0] : missing[modality] }

    /// Probability of every set of modalities that are there.
    func chances(_ modalities: Int) -> [Double] {
        var chances = (0..<(1 << modalities)).map { set -> Double in
            (0..<modalities).reduce(1) { product, modality in
                product * (set >> modality & 1 == 1 ? 1 - rate(modality) : rate(modality))
            }
        }
        for modality in 0..<modalities { chances[1 << modality] += chances[0] / Double(modalities) }
        chances[0] = 0
        return chances
    }

    /// What is wrong with the rates; nil if nothing is.
    static func problem(_ missing: [Double], modalities: Int) -> String? {
        if missing.contains(where: { !(0...1).contains($0) }) { return "'missing' must hold shares of 0 to 1" }
        return missing.count == 1 || missing.count == modalities
            ? nil : "'missing' has \(missing.count) entries for \(modalities) modalities"
    }
}

extension Column {
    /// Rows without the modality hold zeros.
    func cleared(_ position: Int, _ present: [UInt32]) -> Column {
        guard present.contains(where: { $0 >> UInt32(position) & 1 == 0 }) else { return self }
        let size = sampleShape.reduce(1, *)
        var kept = values
        switch values {
        case .dense(var numbers):
            for (row, bits) in present.enumerated() where bits >> UInt32(position) & 1 == 0 {
                for index in row * size..<(row + 1) * size { numbers[index] = 0 }
            }
            kept = .dense(numbers)
        case .tokens(var numbers):
            for (row, bits) in present.enumerated() where bits >> UInt32(position) & 1 == 0 {
                for index in row * size..<(row + 1) * size { numbers[index] = 0 }
            }
            kept = .tokens(numbers)
        }
        return Column(kind: kind, sampleShape: sampleShape, values: kept, vocabulary: vocabulary, words: words)
    }
}
