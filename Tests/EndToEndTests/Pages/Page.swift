// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport

/// A page of the documentation, taken apart.
struct Page: Sendable {
    /// What stands between two fences. The words behind the language say what a test does with it:
    ///
    ///     sh            run, must end with 0; `sh exit=3`: must end with 3; `sh no-run`: commands and flags must exist
    ///     text output   each line stands in the output of the block before; … stands for anything
    ///     yaml          a suite is planned; a data set's or the gate's file is read
    struct Block: Sendable {
        let language: String
        let words: [String]
        let text: String
        /// Line of the page, counted from 1, at which its text begins.
        let line: Int

        /// The code that the last command must end with.
        var exitCode: Int32 {
            words.compactMap { $0.hasPrefix("exit=") ? Int32($0.dropFirst(5)) : nil }.first ?? 0
        }
    }

    /// Where it stands, from the root of the tree.
    let name: String
    let blocks: [Block]
    /// The text outside of blocks.
    let prose: String

    init(_ name: String) throws {
        let text = try String(contentsOf: Repository.root.appendingPathComponent(name), encoding: .utf8)
        self.init(name: name, text: text)
    }

    init(name: String, text: String) {
        self.name = name
        var blocks: [Block] = []
        var prose: [Substring] = []
        var open: (language: String, words: [String], indent: Int, line: Int)?
        var inside: [Substring] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let bare = line.drop { $0 == " " }
            if let fence = open {
                if bare.hasPrefix("```") {
                    blocks.append(
                        Block(
                            language: fence.language, words: fence.words,
                            text: inside.map { $0 + "\n" }.joined(), line: fence.line))
                    open = nil
                } else {
                    let indent = line.prefix { $0 == " " }.count
                    inside.append(line.dropFirst(min(indent, fence.indent)))
                }
            } else if bare.hasPrefix("```") {
                let words = bare.drop { $0 == "`" }.split(separator: " ").map(String.init)
                open = (words.first ?? "", Array(words.dropFirst()), line.count - bare.count, index + 2)
                inside = []
                prose.append("")
            } else {
                prose.append(line)
            }
        }
        self.blocks = blocks
        self.prose = prose.joined(separator: "\n")
    }

    /// Pages that people read from the top, commands and all.
    static let read: [String] = ["README.md"] + files(below: "Docs")

    /// All pages.
    static let all: [String] =
        read + ["CHANGELOG.md", "SECURITY.md"] + files(below: "Suites") + files(below: "Benchmarks")

    private static func files(below folder: String) -> [String] {
        let place = Repository.root.appendingPathComponent(folder).path
        let names = FileManager.default.enumerator(atPath: place)?.compactMap { $0 as? String } ?? []
        return names.filter { $0.hasSuffix(".md") }.map { "\(folder)/\($0)" }.sorted()
    }

    /// Text between single backticks, line breaks as spaces.
    var codeSpans: [String] {
        prose.split(separator: "\n\n").flatMap { paragraph in
            let parts = paragraph.split(separator: "`", omittingEmptySubsequences: false)
            return stride(from: 1, to: parts.count - 1, by: 2).map {
                parts[$0].replacing("\n", with: " ").trimmingCharacters(in: .whitespaces)
            }
        }
    }

    /// Where its links lead, as they are written.
    var links: [String] {
        prose.components(separatedBy: "](").dropFirst().map { String($0.prefix { $0 != ")" }) }
    }

    /// What a link may name behind '#': each heading in small letters, spaces as hyphens, punctuation left out.
    var anchors: Set<String> {
        var found: Set<String> = []
        for line in prose.split(separator: "\n") where line.hasPrefix("#") {
            let title = line.drop { $0 == "#" }.drop { $0 == " " }
            let slug = title.lowercased().compactMap { letter -> Character? in
                if letter == " " { return "-" }
                return letter.isLetter || letter.isNumber || letter == "-" || letter == "_" ? letter : nil
            }
            let name = String(slug)
            var counted = name
            var number = 1
            while !found.insert(counted).inserted {
                counted = "\(name)-\(number)"
                number += 1
            }
        }
        return found
    }
}
