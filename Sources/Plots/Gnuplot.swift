// SPDX-License-Identifier: Apache-2.0

import Foundation
import GnuplotShim

public enum PlotError: Error, CustomStringConvertible {
    case missing(reason: String)
    case failed(figure: String, reason: String)

    public var description: String {
        switch self {
        case .missing(let reason): "gnuplot cannot be started (\(reason)); install gnuplot-nox"
        case .failed(let figure, let reason): "gnuplot could not draw '\(figure)': \(reason)"
        }
    }
}

/// Draws one script, checks that every output is whole, and puts the files in place together.
public struct Gnuplot {
    let program: String

    public init(program: String = "gnuplot") { self.program = program }

    /// What `gnuplot --version` answers; nil if there is none.
    public static var version: String? {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["gnuplot", "--version"]
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { return nil }
        return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private static let terminals = [
        ("svg", "set terminal svg size 840,520 dynamic noenhanced font 'DejaVu Sans,12' background 'white'"),
        ("png", "set terminal pngcairo size 840,520 noenhanced font 'DejaVu Sans,11' background 'white'"),
    ]

    /// Leaves `name.svg`, `name.png`, `name.gp` and `name.tsv` in `folder`.
    public func draw(_ figure: Figure, into folder: URL) throws {
        let files = FileManager.default
        let scratch = folder.appendingPathComponent(".drawing-\(figure.name)-\(getpid())")
        try files.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? files.removeItem(at: scratch) }
        let name = figure.name
        try Data(figure.table.utf8).write(to: scratch.appendingPathComponent("\(name).tsv"))
        var script = "# Draws \(name).svg and \(name).png from \(name).tsv: gnuplot \(name).gp\nset encoding utf8\n"
        for (suffix, terminal) in Gnuplot.terminals {
            script +=
                "\(terminal)\nset output '\(name).\(suffix)'\n\(figure.commands)\nunset output\nreset session\nset encoding utf8\n"
        }
        try Data(script.utf8).write(to: scratch.appendingPathComponent("\(name).gp"))

        let log = scratch.appendingPathComponent("log")
        var reason: Int32 = 0
        guard let session = plot_begin(program, scratch.path, log.path, &reason) else {
            throw PlotError.missing(reason: String(cString: strerror(reason)))
        }
        // Loading the file stops at the first error, and is what a person does by hand.
        let sent = plot_send(session, "load '\(name).gp'")
        let code = plot_end(session)
        let messages = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
        guard sent == 0, code == 0, messages.isEmpty else {
            throw PlotError.failed(figure: name, reason: "exit \(code): \(messages.prefix(400))")
        }
        let endings: [(String, Data)] = [
            ("svg", Data("</svg>".utf8)), ("png", Data([0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82])),
        ]
        for (suffix, ending) in endings {
            let data = try Data(contentsOf: scratch.appendingPathComponent("\(name).\(suffix)"))
            guard data.suffix(ending.count + 4).range(of: ending) != nil else {
                throw PlotError.failed(figure: name, reason: "\(suffix) is cut off (is the disk full?)")
            }
        }
        for suffix in ["tsv", "gp", "png", "svg"] {
            let target = folder.appendingPathComponent("\(name).\(suffix)")
            guard rename(scratch.appendingPathComponent("\(name).\(suffix)").path, target.path) == 0 else {
                throw PlotError.failed(figure: name, reason: "cannot write \(target.relativePath)")
            }
        }
    }
}
