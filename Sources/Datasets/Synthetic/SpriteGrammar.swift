// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// The words that say what happens in a clip.
enum SpriteGrammar {
    private static let motions = ["right", "left", "down", "up", "wide", "narrow"]
    private static let pitches = ["deep", "low", "middle", "high", "shrill", "piercing"]
    private static let melodies = ["rising", "falling", "warbling", "rocking", "arching", "dipping"]
    private static let names = ["amber", "basil", "coral", "denim", "ember", "fjord"]

    static let captionLength = 3
    static let descriptionLength = 6

    /// The word of each id; 0 is padding.
    private static let words: [String] =
        ["", "a", "going", "it", "is", "sounds", "unknown"] + CaptionGrammar.shapes + motions + pitches + melodies
        + names

    private static let numbers = Dictionary(uniqueKeysWithValues: words.enumerated().map { ($1, Int32($0)) })

    private static func encode(_ sentence: [String]) -> [Int32] { sentence.map { numbers[$0] ?? 0 } }

    /// "a circle going left sounds low": what truly happens.
    static func description(_ event: SpriteEvent, _ options: SpritesTones.Options) -> [Int32] {
        let tones = options.audioCue == .pitch ? pitches : melodies
        return encode([
            "a", CaptionGrammar.shapes[event.sprite], "going", motions[event.motion], "sounds", tones[event.trueTone],
        ])
    }

    /// "it is coral": a name for the value of the caption's cue.
    static func caption(_ value: Int?) -> [Int32] { encode(["it", "is", value.map { names[$0] } ?? "unknown"]) }

    static func column(_ tokens: [Int32], length: Int) -> Column {
        Column(kind: .text, sampleShape: [length], values: .tokens(tokens), vocabulary: words.count, words: words)
    }
}
