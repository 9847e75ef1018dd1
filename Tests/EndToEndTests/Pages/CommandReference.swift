// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// What the program and the Makefile understand, by their own help; says what in a text they would not.
final class CommandReference {
    private var known: [[String]: Set<String>] = [:]
    private let targets: Set<String>
    private let program: Program

    init() throws {
        program = try Program()
        let makefile = try String(contentsOf: Repository.root.appendingPathComponent("Makefile"), encoding: .utf8)
        targets = Set(
            makefile.split(separator: "\n").compactMap { line in
                let name = line.prefix { $0.isLowercase || $0 == "-" }
                return !name.isEmpty && line.dropFirst(name.count).hasPrefix(":") ? String(name) : nil
            })
    }

    /// Problems of a shell script's commands.
    func problems(inScript text: String) throws -> [String] {
        try ShellWords.commands(text).flatMap { try problems(inCommand: $0) }
    }

    /// Problems of one command: an unknown verb, flag or target; nothing for other programs' commands.
    func problems(inCommand words: [String]) throws -> [String] {
        let words = Array(words.drop { $0.contains("=") && !$0.hasPrefix("-") || $0 == "env" })
        guard let first = words.first else { return [] }
        if first == "make" { return unknownTargets(words.dropFirst()) }
        guard first == "pdmpbench" || first.hasSuffix("/pdmpbench") else { return [] }
        var verbs: [String] = []
        for word in words.dropFirst() {
            guard word.allSatisfy({ $0.isLowercase || $0 == "-" }), !word.hasPrefix("-") else { break }
            guard try isVerb(word, after: verbs) else { break }
            verbs.append(word)
        }
        if verbs.isEmpty, let verb = words.dropFirst().first, !verb.hasPrefix("-"), verb != "…" {
            return ["unknown verb '\(verb)'"]
        }
        let flags = try flags(of: verbs)
        return words.dropFirst(1 + verbs.count).compactMap { word in
            guard word.hasPrefix("-"), word.count > 1, !word.dropFirst().allSatisfy({ $0.isNumber }) else { return nil }
            let flag = String(word.prefix { $0 != "=" && $0 != "…" })
            // -j2 is -j 2.
            let short = !flag.hasPrefix("--") ? String(flag.prefix(2)) : flag
            return flags.contains(short)
                ? nil : "unknown flag '\(flag)' of '\((["pdmpbench"] + verbs).joined(separator: " "))'"
        }
    }

    /// Whether any verb has this flag.
    func isFlag(_ flag: String) throws -> Bool {
        if flag == "--help" || flag == "--version" { return true }
        let text = try program.run(["help-all"]).out
        let verbs = text.split(separator: "\n").filter { $0.hasPrefix("## ") }.map { String($0.dropFirst(3)) }
        return try verbs.contains { verb in
            if try flags(of: [verb]).contains(flag) { return true }
            return try subcommands(of: [verb]).contains { try flags(of: [verb, $0]).contains(flag) }
        }
    }

    private func unknownTargets(_ words: ArraySlice<String>) -> [String] {
        words.filter { !$0.contains("=") && !$0.hasPrefix("-") && !targets.contains($0) }.map {
            "unknown make target '\($0)'"
        }
    }

    private var helps: [[String]: String] = [:]

    private func help(_ verbs: [String]) throws -> String {
        if let text = helps[verbs] { return text }
        let text = try program.run(verbs + ["--help"]).out
        helps[verbs] = text
        return text
    }

    private func subcommands(of verbs: [String]) throws -> [String] {
        guard let list = try help(verbs).components(separatedBy: "SUBCOMMANDS:").dropFirst().first else { return [] }
        return list.split(separator: "\n").filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }.flatMap { line in
            line.dropFirst(2).components(separatedBy: "  ")[0].components(separatedBy: ", ")
        }
    }

    private func isVerb(_ word: String, after verbs: [String]) throws -> Bool {
        try subcommands(of: verbs).contains(word) || (verbs.isEmpty && ["help", "help-all"].contains(word))
    }

    private func flags(of verbs: [String]) throws -> Set<String> {
        if let flags = known[verbs] { return flags }
        var flags: Set<String> = ["--help", "-h", "--version"]
        for line in try help(verbs).split(separator: "\n") where line.hasPrefix("  -") {
            let names = line.dropFirst(2).components(separatedBy: "  ")[0]
            for name in names.split(whereSeparator: { $0 == " " || $0 == "," }) where name.hasPrefix("-") {
                flags.insert(String(name))
            }
        }
        known[verbs] = flags
        return flags
    }
}

/// The commands of a shell script as words: enough of the shell's grammar for what stands in documentation.
enum ShellWords {
    static func commands(_ script: String) -> [[String]] {
        var commands: [[String]] = []
        var ending: String?
        for line in script.replacing("\\\n", with: " ").split(separator: "\n") {
            if let word = ending {
                if line.trimmingCharacters(in: .whitespaces) == word { ending = nil }
                continue
            }
            if let start = line.firstRange(of: "<<") {
                ending = line[start.upperBound...].trimmingCharacters(in: CharacterSet(charactersIn: "-'\" "))
            }
            commands += split(line)
        }
        return commands
    }

    /// The commands of one line.
    private static func split(_ line: Substring) -> [[String]] {
        var commands: [[String]] = []
        var words: [String] = []
        var word = ""
        var isWord = false
        var quote: Character?
        func endWord() {
            if isWord { words.append(word) }
            word = ""
            isWord = false
        }
        func endCommand() {
            endWord()
            if !words.isEmpty { commands.append(words) }
            words = []
        }
        reading: for letter in line {
            if let mark = quote {
                if letter == mark { quote = nil } else { word.append(letter) }
                continue
            }
            switch letter {
            case "'", "\"":
                quote = letter
                isWord = true
            case " ", "\t": endWord()
            case "|", "&", ";", "<", ">", "(", ")": endCommand()
            case "#" where !isWord: break reading
            default:
                word.append(letter)
                isWord = true
            }
        }
        endCommand()
        return commands
    }
}
