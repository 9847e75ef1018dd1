// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// The sentence that spells a label's factors: "a is v2 and b is v0". All but the values stands there every time, so
/// that most words are known before anything is seen.
struct LatentSpelling {
    /// Factors by name with the number of their values; the label counts the last one fastest.
    private let factors: [(name: String, values: Int)]

    init(_ options: Latent.Options) {
        switch options.regime {
        case .redundant, .easyButWeak, .spurious, .mixed: factors = [("shared", options.classes)]
        case .synergistic: factors = [("sum", options.classes)]
        case .unique: factors = [("shared", options.classes), ("unique", options.uniqueClasses)]
        case .complementary: factors = options.modalities.map { ($0, options.classes) }
        }
    }

    /// The word of each id; 0 is padding.
    private var words: [String] {
        let values = factors.map(\.values).max() ?? 0
        return ["", "and", "is"] + factors.map(\.name) + (0..<values).map { "v\($0)" }
    }

    /// `[rows, words of a sentence]`
    func column(_ labels: [Int]) -> Column {
        let words = words
        var tokens: [Int32] = []
        for label in labels {
            var rest = label
            var values: [Int] = []
            for factor in factors.reversed() {
                values.append(rest % factor.values)
                rest /= factor.values
            }
            for (position, value) in values.reversed().enumerated() {
                if position > 0 { tokens.append(1) }
                tokens += [Int32(3 + position), 2, Int32(3 + factors.count + value)]
            }
        }
        return Column(
            kind: .text, sampleShape: [4 * factors.count - 1], values: .tokens(tokens), vocabulary: words.count,
            words: words)
    }
}
