// SPDX-License-Identifier: Apache-2.0

/// Names of rows and columns that have to be cut, so that no two of them become the same.
enum Labels {
    /// The names as they are where a cut leaves them different; else without the words that all have at the same place, and
    /// with the other words cut alike, as far as `limit` asks for. Digits are never cut: names of one family differ in them.
    static func distinct(_ names: [String], limit: Int) -> [String] {
        let wanted = Set(names).count
        guard Set(names.map { Figure.shortened($0, limit) }).count < wanted else { return names }
        let words = names.map { $0.split(separator: " ").map(String.init) }
        let places = words.map(\.count).min() ?? 0
        let isEven = words.allSatisfy { $0.count == places }
        let told = words.map { own in
            isEven
                ? (0..<places).filter { place in words.contains { $0[place] != words[0][place] } }.map { own[$0] } : own
        }
        let longest = told.joined().map(\.count).max() ?? 0
        for letters in stride(from: longest, through: 1, by: -1) {
            let cut = told.map { $0.map { shortened($0, letters) }.joined(separator: " ") }
            if cut.allSatisfy({ $0.count <= limit }), Set(cut).count == wanted { return cut }
        }
        let room = limit - String(names.count).count - 3
        return names.enumerated().map { "\(Figure.shortened($1, max(2, room))) (\($0 + 1))" }
    }

    /// A word of so many letters, with the commas behind it; words with digits stay.
    private static func shortened(_ word: String, _ letters: Int) -> String {
        if word.contains(where: \.isNumber) { return word }
        let end = word.reversed().prefix { !$0.isLetter && !$0.isNumber }.count
        return String(word.dropLast(end).prefix(letters)) + word.suffix(end)
    }
}
