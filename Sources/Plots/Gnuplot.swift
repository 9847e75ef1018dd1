// SPDX-License-Identifier: Apache-2.0

import Foundation
import GnuplotShim
import Lexicon
import Processes

/// Why there is no figure.
public enum PlotError: Error, CustomStringConvertible {
    /// gnuplot cannot be started.
    case missing(reason: String)
    /// gnuplot complained, or left no whole file.
    case failed(figure: String, reason: String)

    public var description: String {
        switch self {
        case .missing(let reason): "gnuplot cannot be started (\(reason)); install gnuplot-nox"
        case .failed(let figure, let reason): "gnuplot could not draw '\(figure)': \(reason)"
        }
    }
}

/// Draws one script, checks that every output is whole, and puts the files in place together.
public struct Gnuplot: Sendable {
    let program: String

    /// - Parameter program: a name on PATH, or a path.
    public init(program: String = "gnuplot") { self.program = program }

    /// What `gnuplot --version` answers; nil if there is none.
    public static var version: String? {
        let outcome = try? ChildProcess("gnuplot", ["--version"], errors: .discarded, limit: 60).run()
        guard let outcome, outcome.status == 0 else { return nil }
        return outcome.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Leaves the figure in each format, its script and its table in `folder`; all of them or none.
    ///
    /// - Parameters:
    ///   - figure: what is drawn.
    ///   - formats: one file each.
    ///   - provenance: what the figure was made from; stands in the script and inside the SVG.
    ///   - folder: is made where it is not there.
    public func draw(
        _ figure: Figure, formats: [FigureFormat] = FigureFormat.standard, provenance: ConfigValue = [:],
        into folder: URL
    ) throws {
        let files = FileManager.default
        let scratch = folder.appendingPathComponent(".drawing-\(figure.name)-\(getpid())")
        try files.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? files.removeItem(at: scratch) }
        let name = figure.name
        try Data(figure.table.text.utf8).write(to: scratch.appendingPathComponent("\(name).tsv"))
        let plain = formats.filter { !$0.isLaTeX }
        let latex = formats.filter(\.isLaTeX)
        var scripts: [String] = []
        for (ending, chosen) in [("gp", plain), ("latex.gp", latex)] where !chosen.isEmpty {
            let file = "\(name).\(ending)"
            let script = FigureScript.text(figure, file: file, formats: chosen, provenance: provenance)
            try Data(script.utf8).write(to: scratch.appendingPathComponent(file))
            try run(figure, script: file, in: scratch)
            scripts.append(file)
        }
        var outputs: [String] = []
        for format in formats {
            for output in format.outputs(name) {
                try format.finish(scratch.appendingPathComponent(output), figure: name, provenance: provenance)
                outputs.append(output)
            }
        }
        for file in ["\(name).tsv"] + scripts + outputs {
            let target = folder.appendingPathComponent(file)
            guard rename(scratch.appendingPathComponent(file).path, target.path) == 0 else {
                throw PlotError.failed(figure: name, reason: "cannot write \(target.relativePath)")
            }
        }
    }

    private func run(_ figure: Figure, script: String, in scratch: URL) throws {
        let log = scratch.appendingPathComponent("log")
        var reason: Int32 = 0
        guard let session = plot_begin(program, scratch.path, log.path, &reason) else {
            throw PlotError.missing(reason: String(cString: strerror(reason)))
        }
        // Loading the file stops at the first error, and is what a person does by hand.
        let sent = plot_send(session, "load '\(script)'")
        let code = plot_end(session)
        let messages = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
        guard sent == 0, code == 0, messages.isEmpty else {
            throw PlotError.failed(
                figure: figure.name,
                reason: "exit \(code): \(messages.trimmingCharacters(in: .whitespacesAndNewlines).suffix(400))")
        }
    }
}
