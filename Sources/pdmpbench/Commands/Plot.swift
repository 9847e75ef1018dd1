// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Lexicon
import Reports
import Runner

extension Layout.Preset: ExpressibleByArgument {}

extension Bench {
    struct Plot: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "plot", abstract: "Draw figures of records.",
            usage: "pdmpbench plot <source> ... -o <folder> [options]",
            discussion: """
                A source is a report's folder, a cells.jsonl or a suite. With several, the
                scores are drawn over them in the order given (history).
                Example: pdmpbench plot Reports/smoke -o figures --kind ranks \\
                  --preset single --format pdf,tex
                """)

        @Argument(help: "Where the records are.") var sources: [String] = []
        @Option(name: .shortAndLong, help: "Folder for the figures.") var output = "figures"
        @Option(help: "Kinds of figures, separated by commas; all if left out.") var kind = ""
        @Option(help: "svg, png, pdf, eps, tex; separated by commas.") var format = "svg,png,pdf"
        @Option(help: "Width: single or double column.") var preset: Layout.Preset = .double
        @Option(help: "Only these problems; a glob over their titles.") var problem = "*"
        @Option(name: .customLong("of"), help: "Row whose phase diagrams are drawn; PDMP's if left out.") var row:
            String?
        @Option(help: "What is subtracted: a row, joint or best-balancing.") var minus: String?
        @Flag(help: "Do not list what was drawn.") var quiet = false
        @Flag(help: "List the kinds of figures.") var list = false

        func run() throws {
            if list {
                for plan in figurePlans { print("\(plan.id): \(plan.summary)") }
                print("\(HistoryFigures.plan.id): \(HistoryFigures.plan.summary)")
                return
            }
            guard !sources.isEmpty else {
                throw Stop.configuration("which records? Name a folder, for example Reports/smoke")
            }
            let formats = try names(format).map { name in
                guard let format = FigureFormat(rawValue: name) else {
                    throw Stop.configuration(
                        "unknown format '\(name)' (known: \(FigureFormat.allCases.map(\.rawValue).joined(separator: ", ")))"
                    )
                }
                return format
            }
            let loaded = try sources.map { try RecordSource.load($0) }
            let figures = loaded.count > 1 ? try history(loaded) : try single(loaded[0].input)
            if figures.isEmpty { throw Stop(code: 1, message: "the records do not allow any such figure") }
            let folder = URL(fileURLWithPath: output)
            do {
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
                _ = try figures.concurrentMap { figure, provenance in
                    try Gnuplot().draw(figure, formats: formats, provenance: provenance, into: folder)
                }
                if !quiet {
                    for (figure, _) in figures { print("\(folder.relativePath)/\(figure.name): \(figure.title)") }
                }
            } catch {
                throw Stop(code: 1, message: sentence(error))
            }
        }

        private func names(_ text: String) -> [String] {
            text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        }

        private func single(_ input: ReportInput) throws -> [(Figure, ConfigValue)] {
            let wanted = names(kind)
            for name in wanted where !figurePlans.contains(where: { $0.id == name }) {
                throw Stop.configuration(
                    "unknown kind of figure '\(name)'\(NearestName.hint(name, among: figurePlans.map(\.id))) (pdmpbench plot --list)"
                )
            }
            let problems = input.problems.filter { QueryFilter.glob(problem, input.title($0)) }
            if problems.isEmpty { throw Stop.configuration("no problem is called '\(problem)'") }
            return try plans(input, wanted).flatMap { plan in
                plan.draw(input, preset: preset, problems: problems).map {
                    ($0, FigureProvenance.of($0, plan: plan, preset: preset, input: input))
                }
            }
        }

        /// What is to be drawn; two rows of choice make it phase diagrams.
        private func plans(_ input: ReportInput, _ wanted: [String]) throws -> [FigurePlan] {
            guard row != nil || minus != nil else {
                return figurePlans.filter { wanted.isEmpty || wanted.contains($0.id) }
            }
            guard wanted == ["phase"] else { throw Stop.configuration("--of and --minus belong to --kind phase") }
            let (row, minus) = (row ?? "pdmp", minus ?? "joint")
            let known = input.strategies()
            for name in [row, minus]
            where !known.contains(name) && !(name == minus && FigurePlan.references.contains(name)) {
                throw Stop.configuration(
                    "no row is called '\(name)'\(NearestName.hint(name, among: known + FigurePlan.references))")
            }
            return [FigurePlan.phase(row, minus: minus)]
        }

        private func history(_ loaded: [RecordSource]) throws -> [(Figure, ConfigValue)] {
            let all = RecordSource.joined(loaded)
            return HistoryFigures.figures(
                loaded.map { ($0.name, $0.input) }, preset: preset,
                problem: { QueryFilter.glob(problem, $0) }
            ).map { ($0, FigureProvenance.of($0, plan: HistoryFigures.plan, preset: preset, input: all)) }
        }
    }
}
