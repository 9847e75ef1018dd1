// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Gate
import Lexicon
import Processes
import Records
import Reports
import Suites
import Workshop

extension Bench {
    struct HistoryCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "history", abstract: "Where did speed or quality change level? Advises only.",
            usage: "pdmpbench history [<source> ...] [--commits FILE] [options]",
            discussion: """
                Without a source: the nights that gate --profile nightly added. A source is a
                report's folder, a cells.jsonl or a baseline, in order of time; --commits
                takes every committed state of such a file. Writes history.md with a figure
                for each series that changed. A series needs 30 entries to be judged.
                Example: pdmpbench history
                Example: pdmpbench history --commits Reports/baselines/bench.jsonl
                """)

        @Argument(help: "Results in order of time.") var sources: [String] = []
        @Option(help: "A baseline or cells.jsonl, whose committed states are the series.") var commits: String?
        @Option(help: "File of nights (default: history.jsonl of PDMPBENCH_HOME).") var file: String?
        @Option(help: "Only these series; globs. They are drawn, changed or not. Repeatable.") var series: [String] = []
        @Option(help: "Scores to follow; globs over names such as test/accuracy. Repeatable.") var metric: [String] = []
        @Option(name: .shortAndLong, help: "Output folder.") var output = "Reports/history"
        @Flag(help: "Say nothing but errors.") var quiet = false

        /// A page with more figures than this is not read.
        private static let mostFigures = 40

        func run() throws {
            guard [!sources.isEmpty, commits != nil, file != nil].filter({ $0 }).count <= 1 else {
                throw Stop.configuration("give sources, --commits or --file, not several of them")
            }
            let entries = try read()
            guard !entries.isEmpty else {
                throw Stop(
                    code: 6,
                    message: "there is no history yet: `pdmpbench gate --profile nightly` adds to it, or name sources")
            }
            let all = History(entries).series
            let chosen = series.isEmpty ? all : all.filter { item in series.contains { glob($0, item.name) } }
            guard !chosen.isEmpty else {
                throw Stop.configuration(
                    "--series leaves none of \(all.prefix(20).map(\.name).joined(separator: ", "))")
            }
            let folder = URL(fileURLWithPath: output)
            let drawn = draw(chosen.filter { !series.isEmpty || !$0.changes.isEmpty }, into: folder)
            try written(folder) {
                try WholeFile.write(
                    HistoryPage(entries: entries.count, series: chosen, figures: drawn.files, skipped: drawn.skipped)
                        .markdown, to: folder.appendingPathComponent("history.md"))
            }
            if quiet { return }
            for item in chosen {
                for point in item.changes { print("\(item.name): \(HistoryPage.sentence(item, point))") }
            }
            let changed = chosen.filter { !$0.changes.isEmpty }.count
            print("\(entries.count) entries, \(chosen.count) series, \(changed) of them with a change of level")
            print("report: \(folder.relativePath)/history.md (\(drawn.files.count) figures)")
        }

        // MARK: Reading

        private func read() throws -> [HistoryEntry] {
            if let commits { return try states(of: commits) }
            if !sources.isEmpty { return try sources.map(entry) }
            let path = file ?? GateSetup.historyFile
            let (entries, damaged) = try HistoryFile(URL(fileURLWithPath: path)).read()
            if !damaged.isEmpty {
                Console.note("\(path): no entry in line \(damaged.map(String.init).joined(separator: ", "))")
            }
            return entries
        }

        private func entry(_ source: String) throws -> HistoryEntry {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: source, isDirectory: &isFolder) else {
                throw Stop.configuration("\(source): there is no such file or folder")
            }
            let path = isFolder.boolValue ? "\(source)/cells.jsonl" : source
            guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
                throw Stop.configuration("\(path): cannot be read")
            }
            return try entry(text, path: path, name: URL(fileURLWithPath: source).lastPathComponent, taken: 0)
        }

        private func entry(_ text: String, path: String, name: String, taken: Double) throws -> HistoryEntry {
            do {
                return HistoryEntry(
                    name: name, taken: taken, machine: "",
                    values: HistoryEntry.values(
                        ofCells: try SuiteComparison.cells(text, path: path), directions: directions))
            } catch {
                throw Stop.configuration("\(error)")
            }
        }

        /// What is followed: what each task is judged by on the test split, or what `--metric` names.
        private var directions: [String: Direction] {
            let catalog = Catalog(dataRoot: nil)
            let known = catalog.metricDirections
            let primary = catalog.cards(.task).map { catalog.primaryMetric(task: $0.id) }
            var chosen: [String: Direction] = [:]
            for (name, direction) in known {
                for split in ["test", "validation"] {
                    let full = "\(split)/\(name)"
                    let isWanted = metric.isEmpty ? primary.contains(full) : metric.contains { glob($0, full) }
                    if isWanted { chosen[full] = direction }
                }
            }
            return chosen
        }

        /// One entry for each commit that changed the file, the oldest first.
        private func states(of path: String) throws -> [HistoryEntry] {
            func git(_ arguments: [String]) throws -> String {
                let outcome: ChildProcess.Outcome
                do {
                    outcome = try ChildProcess("git", arguments).run()
                } catch {
                    throw Stop(code: 6, message: error.description)
                }
                guard outcome.status == 0 else { throw Stop(code: 6, message: "git: \(outcome.complaint)") }
                return outcome.output
            }
            let log = try git(["log", "--reverse", "--format=%H %ct", "--diff-filter=AM", "--", path])
            return try log.split(separator: "\n").map { line in
                let parts = line.split(separator: " ").map(String.init)
                let commit = parts.first ?? ""
                return try entry(
                    git(["show", "\(commit):./\(path)"]), path: "\(commit.prefix(12)):\(path)",
                    name: String(commit.prefix(12)), taken: parts.last.flatMap { Double($0) } ?? 0)
            }
        }

        // MARK: Drawing

        /// Without gnuplot there are no figures, and the page says so.
        private func draw(_ chosen: [History.Series], into folder: URL) -> (files: [String: String], skipped: String?) {
            var files: [String: String] = [:]
            for (number, item) in chosen.prefix(Self.mostFigures).enumerated() {
                // A label every few entries: dozens of commits beside each other cannot be read.
                let gap = (item.stops.count + 11) / 12
                let stops = item.stops.enumerated().map { $0 % gap == 0 ? $1 : "" }
                func line(_ name: String, _ values: [Double]) -> HistoryPlot.Line {
                    HistoryPlot.Line(name: name, points: values.map { ($0, nil) })
                }
                guard
                    let figure = HistoryPlot.figure(
                        name: "series-\(number + 1)", title: item.name, quantity: item.name, stops: stops,
                        lines: [line("measured", item.values), line("level", item.levels)])
                else { continue }
                do {
                    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
                    try Gnuplot().draw(figure, into: folder)
                    files[item.name + item.machine] = "\(figure.name).svg"
                } catch {
                    return (files, sentence(error))
                }
            }
            let rest = chosen.count - Self.mostFigures
            return (files, rest > 0 ? "\(rest) more; choose with --series" : nil)
        }
    }
}

/// The page of a history.
struct HistoryPage {
    let entries: Int
    let series: [History.Series]
    /// By name and machine.
    let figures: [String: String]
    let skipped: String?

    var markdown: String {
        var text =
            "# History\n\n\(entries) entries, \(series.count) series. A level that changed is a hint to look, no verdict.\n\n"
        text += "| series | machine | entries | latest | changes of level |\n| --- | --- | ---: | ---: | --- |\n"
        for item in series {
            let short =
                item.values.count < ChangePoints.enough
                ? "cannot be judged: needs \(ChangePoints.enough) entries" : "none"
            let changes = item.changes.map { Self.sentence(item, $0) }.joined(separator: "; ")
            let cells = [
                item.name, item.machine.isEmpty ? "any" : item.machine, "\(item.values.count)",
                Self.number(item.values.last ?? .nan), changes.isEmpty ? short : changes,
            ]
            text += "| " + cells.map(Markdown.escape).joined(separator: " | ") + " |\n"
        }
        if let skipped { text += "\nFigures skipped: \(Markdown.escape(skipped))\n" }
        for item in series {
            guard let file = figures[item.name + item.machine] else { continue }
            text += "\n![\(Markdown.escape(item.name))](\(file))\n"
        }
        return text
    }

    /// "worse since 1a2b3c4d5e6f: 10.2 → 11.9 (+16.7 %)"
    static func sentence(_ item: History.Series, _ point: ChangePoints.Point) -> String {
        let word = item.isWorse(point) ? "worse" : "better"
        let sign = point.change < 0 ? "−" : "+"
        let share = point.change.isFinite ? "\(sign)\(FixedPoint.text(abs(point.change) * 100, 1)) %" : "from 0"
        return "\(word) since \(item.stops[point.index]): \(number(point.before)) → \(number(point.after)) (\(share))"
    }

    private static func number(_ value: Double) -> String {
        FixedPoint.text(value, abs(value) >= 100 ? 1 : abs(value) >= 1 ? 3 : 4)
    }
}
