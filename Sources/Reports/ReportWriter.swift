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

/// Writes `report.md` with its figures and tables. Same records, same bytes; costs that a clock measured stand in
/// `cost.md`, which may differ.
public struct ReportWriter {
    private let input: ReportInput
    private let gnuplot: Gnuplot
    private let preset: Layout.Preset

    /// A writer of what `input` holds.
    public init(_ input: ReportInput, gnuplot: Gnuplot = Gnuplot(), preset: Layout.Preset = .double) {
        self.input = input
        self.gnuplot = gnuplot
        self.preset = preset
    }

    /// Problems that figures of single problems are drawn for; `pdmpbench plot` draws the others.
    static let problemsDrawn = 8

    /// External results that lie in the folder as `external.jsonl` stand in the same tables.
    public func write(to folder: URL) throws -> ReportOutcome {
        let input = try ExternalResults.joined(input, folder)
        let figureFolder = folder.appendingPathComponent("figures")
        let tableFolder = folder.appendingPathComponent("tables")
        for place in [figureFolder, tableFolder] {
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        }
        let provenance = FigureProvenance.of(input)
        var drawn: [(figure: Figure, section: String)] = []
        var skipped: String?
        let problems = Array(input.problems.prefix(Self.problemsDrawn))
        let (pen, width) = (gnuplot, preset)
        let planned = figurePlans.concurrentMap { plan in
            plan.draw(input, preset: width, problems: problems).map { (figure: $0, plan: plan) }
        }.flatMap { $0 }
        let failures = Failures()
        DispatchQueue.concurrentPerform(iterations: planned.count) { index in
            if failures.isHopeless { return }
            let (figure, plan) = planned[index]
            do {
                try pen.draw(
                    figure, provenance: FigureProvenance.of(figure, plan, width, provenance), into: figureFolder)
            } catch {
                failures.note(index, error)
            }
        }
        for (index, one) in planned.enumerated() {
            switch failures[index] {
            case nil: drawn.append((one.figure, one.plan.section))
            case let error as PlotError: skipped = skipped ?? error.description
            case let error?: throw error
            }
        }
        if failures.isHopeless { drawn = [] }
        let text = ReportText(input, figures: drawn.map { ReportText.Drawn($0.figure, $0.section) }, skipped: skipped)
        for table in text.tables {
            for (syntax, ending) in [(TableSyntax.csv, "csv"), (.latex, "tex")] {
                try Self.write(syntax.text(table), to: tableFolder.appendingPathComponent("\(table.id).\(ending)"))
            }
        }
        removeStrays(figureFolder, keeping: Set(drawn.map(\.figure.name)))
        removeStrays(tableFolder, keeping: Set(text.tables.map(\.id)))
        try Self.write(text.markdown, to: folder.appendingPathComponent("report.md"))
        try Self.write(lines: text.sourceLines, to: folder.appendingPathComponent("sources.jsonl"))
        try Self.write(MeasuredCost.markdown(input), to: folder.appendingPathComponent("cost.md"))
        return ReportOutcome(figures: drawn.map(\.figure.name), skipped: skipped)
    }

    /// Figures and tables of an earlier report of this folder that are no longer part of it.
    private func removeStrays(_ folder: URL, keeping names: Set<String>) {
        let endings = [
            ".latex.gp", "-latex.tex", "-latex.pdf", ".svg", ".png", ".pdf", ".eps", ".gp", ".tsv", ".csv", ".tex",
        ]
        for file in (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [] {
            guard let ending = endings.first(where: { file.hasSuffix($0) }),
                !names.contains(String(file.dropLast(ending.count)))
            else { continue }
            try? FileManager.default.removeItem(at: folder.appendingPathComponent(file))
        }
    }

    static func write(_ text: String, to url: URL) throws { try write(lines: CollectionOfOne(text), to: url) }

    /// Writes texts one after the other, so that a large file is never in memory as a whole.
    static func write(lines: some Sequence<String>, to url: URL) throws {
        let temporary = url.deletingLastPathComponent().appendingPathComponent(".\(url.lastPathComponent).\(getpid())")
        try Data().write(to: temporary)
        let file = try FileHandle(forWritingTo: temporary)
        var piece = Data()
        for line in lines {
            piece.append(contentsOf: line.utf8)
            guard piece.count >= 1 << 20 else { continue }
            try file.write(contentsOf: piece)
            piece.removeAll(keepingCapacity: true)
        }
        try file.write(contentsOf: piece)
        try file.close()
        guard rename(temporary.path, url.path) == 0 else {
            throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: url.path])
        }
    }
}

/// What went wrong while figures were drawn side by side.
private final class Failures: @unchecked Sendable {
    private let lock = NSLock()
    private var errors: [Int: any Error] = [:]
    private var missing = false

    /// Whether there is nothing to draw with.
    var isHopeless: Bool {
        lock.lock()
        defer { lock.unlock() }
        return missing
    }

    func note(_ index: Int, _ error: any Error) {
        lock.lock()
        defer { lock.unlock() }
        errors[index] = error
        if case PlotError.missing? = error as? PlotError { missing = true }
    }

    subscript(index: Int) -> (any Error)? {
        lock.lock()
        defer { lock.unlock() }
        return errors[index]
    }
}
