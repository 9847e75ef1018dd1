// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon

/// What was drawn and what was not.
public struct ReportOutcome: Equatable, Sendable {
    /// File names below `figures/`, without ending.
    public let figures: [String]
    /// Why figures are missing; nil if none is.
    public let skipped: String?
}

/// Writes `report.md` and its figures. Same records, same bytes; costs stand in `cost.md`, which may differ.
public struct ReportWriter {
    private let input: ReportInput
    private let gnuplot: Gnuplot

    public init(_ input: ReportInput, gnuplot: Gnuplot = Gnuplot()) {
        self.input = input
        self.gnuplot = gnuplot
    }

    public func write(to folder: URL) throws -> ReportOutcome {
        let figureFolder = folder.appendingPathComponent("figures")
        try FileManager.default.createDirectory(at: figureFolder, withIntermediateDirectories: true)
        var drawn: [Figure] = []
        var skipped: String?
        for figure in FigureSet.figures(input) {
            do {
                try gnuplot.draw(figure, into: figureFolder)
                drawn.append(figure)
            } catch let error as PlotError {
                skipped = error.description
                if case .missing = error { break }
            }
        }
        var text = "# \(Markdown.escape(input.suite))\n\n"
        if !input.question.isEmpty { text += "\(Markdown.escape(input.question))\n\n" }
        for section in sections {
            guard let body = section.body(input) else { continue }
            text += "## \(section.title)\n\n\(body)\n"
            if section == ImbalanceSection.self { text += figures(drawn, skipped) }
        }
        try write(text, to: folder.appendingPathComponent("report.md"))
        try write(cost, to: folder.appendingPathComponent("cost.md"))
        return ReportOutcome(figures: drawn.map(\.name), skipped: skipped)
    }

    private func figures(_ drawn: [Figure], _ skipped: String?) -> String {
        var text = "## Figures\n\n"
        if let skipped { text += "figures skipped: \(Markdown.escape(skipped))\n\n" }
        for figure in drawn { text += "![\(Markdown.escape(figure.title))](figures/\(figure.name).svg)\n\n" }
        return text
    }

    private var cost: String {
        var rows: [[String]] = []
        for problem in input.problems {
            for strategy in input.strategies(problem) {
                let records = input.finished(problem, strategy)
                guard !records.isEmpty else { continue }
                let count = Double(records.count)
                let seconds = records.reduce(0) { $0 + $1.result.cost.seconds } / count
                let flops = records.reduce(0) { $0 + $1.result.cost.flops } / count
                rows.append([
                    Markdown.escape(input.title(problem)), Markdown.escape(strategy), FixedPoint.text(flops / 1e9, 2),
                    FixedPoint.text(seconds, 2),
                ])
            }
        }
        return
            "# Cost of \(Markdown.escape(input.suite))\n\nMeans per run, as measured when it was trained; not part of the determinism contract.\n\n"
            + Markdown.table(["problem", "strategy", "GFLOP", "seconds"], rows)
    }

    private func write(_ text: String, to url: URL) throws {
        let temporary = url.deletingLastPathComponent().appendingPathComponent(".\(url.lastPathComponent).\(getpid())")
        try Data(text.utf8).write(to: temporary)
        guard rename(temporary.path, url.path) == 0 else {
            throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: url.path])
        }
    }
}
