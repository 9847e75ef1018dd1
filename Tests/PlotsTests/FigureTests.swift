// SPDX-License-Identifier: Apache-2.0

import Foundation
import Plots
import Testing

@Suite struct Figures {
    static let hostile = [
        #""; system("touch pwned"); #"#, "`touch pwned`", "$(touch pwned)", "'; system('touch pwned') #",
        "a\nsystem 'touch pwned'", "@x {^_} ü 日本",
    ]

    func folder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "pdmpbench-plot-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    func figures(_ label: String) -> [Figure] {
        [
            CurvePlot.figure(
                name: label, title: label, quantity: label,
                lines: [.init(name: label, seeds: [[0.1, 0.2], [0.2, 0.3]])]),
            IntervalPlot.figure(
                name: "i" + label, title: label, quantity: label, rows: [.init(name: label, values: [1, 2, 3])],
                reference: 2),
            BarPlot.figure(name: "b" + label, title: label, quantity: label, groups: [label], series: [(label, [0.3])]),
        ].compactMap { $0 }
    }

    @Test(.enabled(if: Gnuplot.version != nil, "gnuplot is not installed"), arguments: Figures.hostile)
    func `draw hostile labels as text`(_ label: String) throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        for figure in figures(label) { try Gnuplot().draw(figure, into: folder) }
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(files.count == 12 && !files.contains("pwned"))
    }

    @Test(.enabled(if: Gnuplot.version != nil, "gnuplot is not installed"))
    func `come out the same again`() throws {
        let (first, second) = (try folder(), try folder())
        defer { for folder in [first, second] { try? FileManager.default.removeItem(at: folder) } }
        for figure in figures("same") {
            try Gnuplot().draw(figure, into: first)
            try Gnuplot().draw(figure, into: second)
        }
        for file in try FileManager.default.contentsOfDirectory(atPath: first.path) {
            let data = try Data(contentsOf: first.appendingPathComponent(file))
            #expect(data == (try Data(contentsOf: second.appendingPathComponent(file))), "\(file)")
        }
    }

    @Test func `a missing gnuplot is an error of its own`() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(throws: PlotError.self) { try Gnuplot(program: "no-such-gnuplot").draw(figures("x")[0], into: folder) }
    }
}
