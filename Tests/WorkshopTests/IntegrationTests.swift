// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Suites
import TestSupport
import Testing
import Workshop

/// The integration table of PDMP, from the committed suite: coefficients √ρ and 1/√ρ on two modalities. The reference
/// means over six seeds come from an independent simulation, so tolerances are about twice the spread of such a mean.
@Suite struct `PDMP integration` {
    struct Row {
        var accuracy = 0.0
        var mass = 0.0
        var margin = 0.0
    }

    static let ratios = ["1/16", "1/4", "1", "4", "16"]

    /// Means over the suite's seeds, for rising ρ.
    func rows(_ mode: String, _ optimizer: String) throws -> [Row] {
        let file = Repository.root.appendingPathComponent("Suites/pdmp-integration.yaml").path
        let catalog = Catalog(dataRoot: nil)
        let suite = try SuiteReader.read(try SuiteSource(file: file), catalog)
        #expect(suite.cells.count == 90)
        let worker = Worker(catalog)
        return try Self.ratios.map { ratio in
            // A row that has one optimizer only is not called after it.
            let names = ["\(mode) \(ratio)", "\(mode) \(ratio) · \(optimizer)"]
            let cells = suite.cells.filter { names.contains($0.labels.strategy) && $0.spec.optimizer.id == optimizer }
            try #require(cells.count == 6, "\(names)")
            var row = Row()
            for cell in cells {
                let result = worker.run(cell.spec, companions: [:])
                #expect(result.state == .ok, "\(result.reason)")
                row.accuracy += (result.metrics["test/accuracy"] ?? .nan) / 6
                row.mass += (result.diagnostics["dependency/a"] ?? .nan) / 6
                row.margin += (result.diagnostics["margin-dependency/a"] ?? .nan) / 6
            }
            return row
        }
    }

    @Test func `SGD follows the coefficients`() throws {
        let rows = try rows("gradient", "sgd")
        check(
            rows, accuracy: [0.770, 0.781, 0.785, 0.787, 0.777], mass: [0.550, 0.576, 0.611, 0.649, 0.688],
            margin: [0.665, 0.688, 0.712, 0.736, 0.764])
        // Five thousandths are the spread of a mean over six seeds.
        #expect(rows[3].accuracy >= rows[1].accuracy - 0.005)
    }

    @Test func `Adam ignores gradient coefficients`() throws {
        let rows = try rows("gradient", "adam")
        for row in rows {
            #expect(abs(row.accuracy - rows[2].accuracy) < 1e-3)
            #expect(abs(row.mass - rows[2].mass) < 1e-3)
            #expect(abs(row.margin - rows[2].margin) < 1e-3)
        }
        #expect(abs(rows[2].accuracy - 0.813) < 0.04 && abs(rows[2].mass - 0.632) < 0.05)
    }

    @Test func `Adam follows update coefficients`() throws {
        let rows = try rows("update", "adam")
        check(
            rows, accuracy: [0.766, 0.796, 0.813, 0.814, 0.802], mass: [0.543, 0.591, 0.632, 0.673, 0.712],
            margin: [0.602, 0.659, 0.708, 0.759, 0.805])
    }

    private func check(_ rows: [Row], accuracy: [Double], mass: [Double], margin: [Double]) {
        for (index, row) in rows.enumerated() {
            #expect(abs(row.accuracy - accuracy[index]) < 0.04, "row \(index): accuracy \(row.accuracy)")
            #expect(abs(row.mass - mass[index]) < 0.05, "row \(index): D1 \(row.mass)")
            #expect(abs(row.margin - margin[index]) < 0.07, "row \(index): D2 \(row.margin)")
            if index > 0 {
                #expect(row.mass > rows[index - 1].mass)
                #expect(row.margin > rows[index - 1].margin)
            }
        }
        let best = rows.max { $0.accuracy < $1.accuracy }
        #expect((best?.mass ?? 0) > 0.5)
    }
}
