// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Plots
import Testing

@Suite struct Figures {
    static let hostile = [
        #""; system("touch pwned"); #"#, "`touch pwned`$(touch pwned)", "'; system('touch pwned') #",
        "a\nsystem 'touch pwned'\t@x {^_} ü 日本 \\input{x} %d", "%s 50 % %",
    ]

    func inFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "pdmpbench-plot-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    func files(_ folder: URL) throws -> [String: Data] {
        var files: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            files[name] = try Data(contentsOf: folder.appendingPathComponent(name))
        }
        return files
    }

    @Test func `there is one of every kind`() {
        #expect(Gallery.figures().count == 19)
        #expect(Set(Gallery.figures().map(\.name)).count == 19)
    }

    @Test(.enabled(if: Gnuplot.version != nil, "gnuplot is not installed"), arguments: Figures.hostile)
    func `hostile labels are drawn as text`(_ label: String) throws {
        try inFolder { folder in
            let figures = Gallery.figures(label)
            for figure in figures { try Gnuplot().draw(figure, formats: [.svg, .tex], into: folder) }
            let files = try files(folder)
            #expect(files.count == figures.count * 6 && files["pwned"] == nil, "\(files.keys.sorted())")
            for (name, data) in files where name.hasSuffix(".tex") {
                #expect(data.range(of: Data(#"\input{x}"#.utf8)) == nil, "\(name) lets a label command LaTeX")
            }
        }
    }

    @Test(.enabled(if: Gnuplot.version != nil, "gnuplot is not installed"), arguments: Layout.Preset.allCases)
    func `come out the same a second later, in every format`(_ preset: Layout.Preset) throws {
        let kept = ProcessInfo.processInfo.environment["PDMPBENCH_KEEP_FIGURES"]
        try inFolder { folder in
            var drawn: [[String: Data]] = []
            for round in ["a", "b"] {
                let target = folder.appendingPathComponent(round)
                try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
                let begun = Date()
                for figure in Gallery.figures(preset: preset) {
                    try Gnuplot().draw(
                        figure, formats: preset == .double ? FigureFormat.allCases : [.svg, .png],
                        provenance: ["suite": "s <&>"], into: target)
                }
                drawn.append(try files(target))
                let rest = 1.05 - Date().timeIntervalSince(begun)
                if round == "a", rest > 0 { Thread.sleep(forTimeInterval: rest) }
                if let kept {
                    let copy = URL(fileURLWithPath: kept).appendingPathComponent("\(preset)-\(round)")
                    try? FileManager.default.removeItem(at: copy)
                    try FileManager.default.copyItem(at: target, to: copy)
                }
            }
            #expect(drawn[0].count == 19 * (preset == .double ? 9 : 4))
            for (name, data) in drawn[0] { #expect(drawn[1][name] == data, "\(name)") }
        }
    }

    @Test(.enabled(if: Gnuplot.version != nil, "gnuplot is not installed"))
    func `are drawn again by their own script`() throws {
        try inFolder { folder in
            for figure in Gallery.figures().prefix(3) {
                try Gnuplot().draw(figure, formats: [.svg, .png], provenance: ["suite": "s"], into: folder)
            }
            let before = try files(folder)
            for name in before.keys where name.hasSuffix(".svg") || name.hasSuffix(".png") {
                try FileManager.default.removeItem(at: folder.appendingPathComponent(name))
            }
            for name in before.keys where name.hasSuffix(".gp") {
                let process = Process()
                process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
                process.arguments = ["gnuplot", name]
                process.currentDirectoryURL = folder
                try process.run()
                process.waitUntilExit()
                #expect(process.terminationStatus == 0)
            }
            let after = try files(folder)
            #expect(after.count == before.count)
            for (name, data) in before where name.hasSuffix(".png") {
                // Ours is gnuplot's with one chunk more before the last.
                let plain = try #require(after[name])
                #expect(data.starts(with: plain.dropLast(12)) && data.suffix(12) == plain.suffix(12), "\(name)")
            }
        }
    }

    @Test(.enabled(if: Gnuplot.version != nil, "gnuplot is not installed"))
    func `say what they were made from`() throws {
        try inFolder { folder in
            let figure = Gallery.figures()[1]
            let provenance: ConfigValue = [
                "cells": ["abc", "d<&>e", .string(String(repeating: "ü", count: 300))], "suite": "a \"quoted\" name",
            ]
            try Gnuplot().draw(figure, formats: FigureFormat.allCases, provenance: provenance, into: folder)
            var told = 0
            for name in try files(folder).keys.sorted() where !name.hasSuffix(".tsv") {
                let data = try Data(contentsOf: folder.appendingPathComponent(name))
                #expect(FigureFormat.provenance(in: data) == provenance, "\(name)")
                told += 1
            }
            #expect(told == 8)
            #expect(FigureFormat.provenance(in: Data("<svg></svg>".utf8)) == nil)
        }
    }

    @Test func `a missing gnuplot is an error of its own`() throws {
        try inFolder { folder in
            #expect(throws: PlotError.self) {
                try Gnuplot(program: "no-such-gnuplot").draw(Gallery.figures()[0], into: folder)
            }
            let left = try files(folder)
            #expect(left.isEmpty)
        }
    }

    @Test func `dominated methods are those that another beats at no more cost`() {
        let points = [("a", 1.0, 0.5), ("b", 2.0, 0.6), ("c", 2.0, 0.5), ("d", 3.0, 0.6)].map {
            ParetoPlot.Point(name: $0.0, cost: $0.1, quality: $0.2, interval: nil)
        }
        #expect(ParetoPlot.dominated(points, .higherIsBetter) == [false, false, true, true])
        #expect(ParetoPlot.dominated(points, .lowerIsBetter) == [false, true, true, true])
    }

    @Test func `names that a cut would make equal stay different`() throws {
        let names = ["0.25", "0.5", "0.75"].flatMap { signal in
            ["0.25", "0.5", "2"].map { scale -> String in "redundant data, signal \(signal), scale \(scale)" }
        }
        let figure = try #require(
            HeatMapPlot.figure(
                name: "map", title: "t", quantity: "q", rows: names, columns: ["a", "b"],
                values: [[Double?]](repeating: [0, 1], count: names.count), preset: .single))
        let line = try #require(figure.commands.split(separator: "\n").first { $0.hasPrefix("set ytics") })
        let labels = line.split(separator: "'").map(String.init).filter { $0.contains("0.") }
        #expect(labels.count == 9 && Set(labels).count == 9, "\(labels)")
        #expect(labels.allSatisfy { !$0.contains("…") && !$0.contains("signal") && !$0.contains("scale") }, "\(labels)")
        // Names that are different as they are stand as they are.
        let short = try #require(
            HeatMapPlot.figure(
                name: "map", title: "t", quantity: "q", rows: ["one name", "another name"], columns: ["a"],
                values: [[0], [1]]))
        #expect(short.commands.contains("one name") && short.commands.contains("another name"))
    }
}
