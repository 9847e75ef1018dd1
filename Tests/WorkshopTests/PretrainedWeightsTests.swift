// SPDX-License-Identifier: Apache-2.0

import Foundation
import Strategies
import Suites
import Testing
import Workshop

/// Encoders that begin with the weights of a file.
@Suite struct `Pretrained weights` {
    static let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pretrained-\(UUID().uuidString)")

    /// One cell that trains nothing: the rate is 0.
    static func run(_ weights: String, data: Bool = true) throws -> RunResult {
        let text = """
            name: pretrained
            question: Do encoders begin with the weights of a file?
            task: classification
            datasets: [{id: shapes-captions, options: {size: 16, train: 16, validation: 8, test: 8}}]
            encoders:
              image: {id: log-mel-cnn, options: {channels: 4, width: 3\(weights)}}
              text: token-bag
            fusions: [concat]
            strategies: [joint]
            optimizers: [{id: sgd, options: {learningRate: 0, weightDecay: 0}}]
            budget: {epochs: 1, batchSize: 16, selection: last}
            seeds: [1]
            """
        let file = folder.appendingPathComponent("suite-\(UUID().uuidString).yaml")
        try Data(text.utf8).write(to: file)
        let catalog = Catalog(dataRoot: data ? folder.path : nil)
        let suite = try SuiteReader.read(try SuiteSource(file: file.path), catalog)
        return Worker(catalog).run(try #require(suite.cells.first).spec, companions: [:])
    }

    @Test func `begin, or say why not`() throws {
        try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: Self.folder) }
        let builder = ParameterBuilder()
        let entry = try encoders["log-mel-cnn"]
        _ = try entry.make(
            entry.resolve(["channels": 4, "width": 3]).canonical, .dense(Shape([16, 16, 3])), builder)
        let source = builder.finish(key: RandomKey(seed: 99))
        let data = SafeTensors.write(source.namedTensors)
        try data.write(to: Self.folder.appendingPathComponent("image.safetensors"))
        var hash = SHA256()
        data.withUnsafeBytes { hash.update($0) }
        let digest = hash.hex()

        let plain = try Self.run("")
        let begun = try Self.run(", weights: image.safetensors, weightsDigest: \(digest)")
        #expect(plain.state == .ok && begun.state == .ok, "\(plain.reason) \(begun.reason)")
        #expect(plain.parametersSHA256 != begun.parametersSHA256)
        #expect(plain.metrics["test/loss"] != begun.metrics["test/loss"])

        let zeros = String(repeating: "0", count: 64)
        let refused = [
            (", weights: image.safetensors, weightsDigest: \"\(zeros)\"", true, digest),
            (", weights: none.safetensors, weightsDigest: \(digest)", true, "none.safetensors"),
            (", weights: ../image.safetensors, weightsDigest: \(digest)", true, "leaves"),
            (", weights: image.safetensors, weightsDigest: \(digest)", false, "--data"),
        ]
        for (options, data, words) in refused {
            let result = try Self.run(options, data: data)
            #expect(result.state == .failed && result.reason.contains(words), "\(options): \(result.reason)")
        }
    }
}
