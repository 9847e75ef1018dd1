// SPDX-License-Identifier: Apache-2.0

/// The words of generated captions and the sentences they make. The vocabulary is the same for every data set of the
/// generator, whichever shapes and colours it uses.
public enum CaptionGrammar {
    /// Words for shapes.
    public static let shapes = ["circle", "square", "triangle", "cross", "diamond", "ring"]
    /// Words for colours.
    public static let colors = ["red", "green", "blue", "yellow", "purple", "orange", "cyan", "white"]
    /// Words for sizes.
    public static let sizes = ["small", "large"]
    /// Words for places.
    public static let positions = ["left", "right", "top", "bottom", "center"]
    /// Stands for a shape that the caption does not name.
    public static let unnamed = "thing"

    /// Another word of the same meaning.
    static let synonyms: [String: String] = [
        "circle": "disc", "square": "box", "triangle": "wedge", "cross": "plus", "diamond": "rhombus", "ring": "hoop",
        "red": "crimson", "green": "emerald", "blue": "azure", "yellow": "golden", "purple": "violet",
        "orange": "amber", "cyan": "turquoise", "white": "pale", "small": "tiny", "large": "big",
    ]

    /// A word in capitals stands for what the picture shows.
    static let templates = [
        "a SIZE COLOR SHAPE at the POSITION", "there is a COLOR SHAPE", "the POSITION shows a SIZE COLOR SHAPE",
        "COLOR SHAPE at the POSITION", "this is a SIZE COLOR SHAPE",
    ].map { $0.split(separator: " ").map(String.init) }

    /// All that is to be seen, in one fixed form without synonyms.
    static func description(_ scene: ShapeScene) -> [String] {
        ["a", sizes[scene.size], colors[scene.color], shapes[scene.shape], "at", "the", positions[scene.position]]
    }

    /// All words; the id of a word is its place plus one, 0 is padding.
    public static let words: [String] = {
        let content = shapes + colors + sizes
        let other = ["a", "at", "is", "shows", "the", "there", "this", unnamed]
        return other + positions + content + content.compactMap { synonyms[$0] }
    }()

    /// Longest caption in words.
    public static let longest = templates.map(\.count).max() ?? 0

    /// Number of ids, padding included.
    public static var vocabulary: Int { words.count + 1 }

    private static let numbers = Dictionary(uniqueKeysWithValues: words.enumerated().map { ($1, Int32($0 + 1)) })

    /// Ids of the words, padded to `longest`.
    static func encode(_ caption: [String]) -> [Int32] {
        let ids = caption.prefix(longest).map { numbers[$0] ?? 0 }
        return ids + [Int32](repeating: 0, count: longest - ids.count)
    }

    /// The sentence behind ids, without padding.
    public static func text(_ ids: some Sequence<Int32>) -> String {
        ids.filter { $0 > 0 && Int($0) <= words.count }.map { words[Int($0) - 1] }.joined(separator: " ")
    }
}
