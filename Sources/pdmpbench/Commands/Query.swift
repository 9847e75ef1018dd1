// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Lexicon
import Reports
import Runner

/// A form in which a table is printed.
enum TableFormat: String, ExpressibleByArgument, CaseIterable {
    case text, md, csv, latex, json

    func text(_ table: ReportTable) -> String {
        switch self {
        case .text: aligned(table)
        case .md: TableSyntax.markdown.text(table)
        case .csv: TableSyntax.csv.text(table)
        case .latex: TableSyntax.latex.text(table)
        case .json: json(table)
        }
    }

    /// Columns as wide as they need to be; numbers to the right.
    private func aligned(_ table: ReportTable) -> String {
        let rows = [table.columns] + table.rows.map { row in row.map { TableSyntax.plain($0) } }
        let widths = table.columns.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            row.indices.map { column in
                let space = String(repeating: " ", count: widths[column] - row[column].count)
                return column == 0 ? row[column] + space : space + row[column]
            }.joined(separator: "  ").trimmingTrailingSpace + "\n"
        }.joined()
    }

    private func json(_ table: ReportTable) -> String {
        let rows = table.rows.map { row in
            ConfigValue.object(
                Dictionary(zip(table.columns, row.map(value))) { first, _ in first })
        }
        return ConfigValue.array(rows).canonicalJSON + "\n"
    }

    private func value(_ cell: TableCell) -> ConfigValue {
        switch cell.content {
        case .text(let text): .string(text)
        case .count(let count): .int(count)
        case .number(let value, _, _), .probability(let value): .double(value)
        case .missing: .null
        case .estimate(let value, let interval, _, _):
            [
                "high": interval.map { .double($0.upperBound) } ?? .null,
                "low": interval.map { .double($0.lowerBound) } ?? .null, "value": .double(value),
            ]
        }
    }
}

extension String {
    fileprivate var trimmingTrailingSpace: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}

extension Bench {
    struct QueryCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "query", abstract: "Ask records: filter them, put keys in rows and columns.",
            usage: "pdmpbench query [<filter>] [options]",
            discussion: """
                A filter is key:value, key:(a OR b), * for anything, -key:value for not.
                Keys: task dataset pairing fusion strategy method optimizer schedule
                seed state suite code origin metric, and paths into options such as
                strategy.alpha, encoder.audio, budget.epochs, machine.cpu.
                Scores that share a cell are averaged; a warning tells when they differ
                in more than the seed.
                Example: pdmpbench query 'method:(pdmp OR ogm*) metric:accuracy' \\
                  --in Reports/smoke --row method --col dataset
                """)

        @Argument(help: "Which records and metrics; everything if left out.") var filter = ""
        @Option(name: .customLong("in"), help: "Folder, cells.jsonl or suite; Reports/* if left out.")
        var sources: [String] = []
        @Option(name: .customLong("row"), help: "Keys of the rows, separated by commas.") var rows = "method"
        @Option(name: .customLong("col"), help: "Keys of the columns, separated by commas.") var columns = "dataset"
        @Option(help: "Keys that may vary inside a cell.") var ignore = ""
        @Option(help: "text, md, csv, latex or json.") var format: TableFormat = .text
        @Option(name: .shortAndLong, help: "File to write; - is standard output.") var output: String?

        func run() throws {
            func keys(_ text: String) -> [String] {
                text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
            }
            let question: QueryFilter
            let projection: Projection
            do {
                question = try QueryFilter(filter)
                projection = try Projection(rows: keys(rows), columns: keys(columns), ignored: keys(ignore))
            } catch {
                throw Stop.configuration("\(error)")
            }
            let input = RecordSource.joined(try paths().map { try RecordSource.load($0) })
            let (table, warnings) = projection.table(input, question)
            for warning in warnings.prefix(20) { Console.note("warning: \(warning)") }
            if warnings.count > 20 { Console.note("and \(warnings.count - 20) more warnings") }
            let unanswered = question.unanswered(input)
            if table.rows.isEmpty {
                let why = unanswered.isEmpty ? "" : ": " + unanswered.joined(separator: "; ")
                throw Stop(code: 1, message: "no record answers '\(filter)'\(why)")
            }
            for sentence in unanswered { Console.note("warning: \(sentence)") }
            try deliver(format.text(table), to: output)
        }

        private func paths() throws -> [String] {
            if !sources.isEmpty { return sources }
            let folders = ((try? FileManager.default.contentsOfDirectory(atPath: "Reports")) ?? []).sorted()
                .map { "Reports/\($0)" }
                .filter { FileManager.default.fileExists(atPath: "\($0)/cells.jsonl") }
            if folders.isEmpty {
                throw Stop.configuration("there is no Reports/*/cells.jsonl here: name a folder or suite with --in")
            }
            return folders
        }
    }
}
