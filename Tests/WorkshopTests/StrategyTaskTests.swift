// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Suites
import TestSupport
import Testing
import Workshop

/// Every strategy of the registry on every task that is no classification: the same bits twice, or a reason why not.
@Suite struct `Every strategy on every task` {
    static let forms: [String: String] = [
        "retrieval": "{id: retrieval, options: {width: 6}}", "dual": "{id: dual-retrieval, options: {width: 6}}",
        "gru": "{id: generation, options: {width: 8}}",
        "transformer": "{id: generation, options: {decoder: transformer, width: 8, heads: 2, layers: 1}}",
    ]

    static let strategies = Catalog(dataRoot: nil).cards(.strategy).map(\.id).filter { $0 != "tuned" }

    func cells(_ form: String, _ strategy: String) throws -> [Cell] {
        let text = """
            name: tiny
            task: \(Self.forms[form] ?? "")
            datasets:
              - id: latent
                options: {dimensions: [6], snr: [1], noise: 1, classes: 3, train: 48, validation: 24, test: 24}
            encoders: {"*": {id: mlp, options: {widths: [6]}}}
            strategies: [\(strategy)]
            optimizers: [{id: sgd, options: {learningRate: 0.02}}]
            budget: {epochs: 2, batchSize: 16}
            seeds: [1]
            """
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("pdmpbench-\(UUID().uuidString).yaml")
        try Data(text.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try SuiteReader.read(try SuiteSource(file: file.path), Catalog(dataRoot: nil)).cells
    }

    func run(_ cell: Cell) -> RunResult {
        let worker = Worker(Catalog(dataRoot: nil))
        var results: [Fingerprint: RunResult] = [:]
        for companion in cell.companions { results[companion.fingerprint] = worker.run(companion, companions: results) }
        return worker.run(cell.spec, companions: results)
    }

    @Test(arguments: strategies, forms.keys.sorted())
    func `gives the same bits twice, or says why not`(strategy: String, form: String) throws {
        for cell in try cells(form, strategy) {
            if let reason = cell.notApplicable {
                #expect(reason.count > 20 && !reason.contains("\n"), "\(reason)")
                continue
            }
            let result = run(cell)
            #expect(result.state == .ok, "\(result.reason)")
            #expect(result.metrics.values.allSatisfy { $0.isFinite } && !result.metrics.isEmpty)
            let again = run(cell)
            #expect(again.parametersSHA256 == result.parametersSHA256 && again.metrics == result.metrics)
        }
    }
}
