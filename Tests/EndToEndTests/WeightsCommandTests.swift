// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite struct `Weights on the command line` {
    /// One cell of one epoch; `more` are options of the image's encoder.
    static func suite(_ more: String = "") -> String {
        """
        name: weights
        task: classification
        datasets: [{id: shapes-captions, options: {size: 16, train: 16, validation: 8, test: 8}}]
        encoders:
          image: {id: log-mel-cnn, options: {channels: 4, width: 3\(more)}}
          text: token-bag
        fusions: [concat]
        strategies: [joint]
        budget: {epochs: 1, batchSize: 16}
        seeds: [1]
        """
    }

    @Test func `go out, are looked into, and come in again`() throws {
        let program = try Program(["first.yaml": Self.suite()])
        #expect(try program.run(["run", "first.yaml", "-o", "out"]).code == 0)
        let whole = try program.run(["weights", "export", "first.yaml", "--cell", "*joint*", "-o", "all.safetensors"])
        #expect(whole.code == 0, "\(whole.err)")
        let part = try program.run([
            "weights", "export", "first.yaml", "--cell", "*", "--part", "encoder.image", "-o",
            "towers/image.safetensors",
        ])
        #expect(part.code == 0, "\(part.err)")
        let digest = String(part.out.split(separator: " ").last?.prefix(64) ?? "")
        let shown = try program.run(["weights", "show", "towers/image.safetensors"])
        #expect(shown.code == 0 && shown.out.contains("conv0.weight  [3, 3, 3, 4]\n"), "\(shown.out)")
        #expect(shown.out.hasSuffix("SHA-256 \(digest)\n"))
        let all = try program.run(["weights", "show", "all.safetensors"]).out
        #expect(all.contains("encoder.image.conv0.weight  [3, 3, 3, 4]\n") && all.contains("encoder.text."))
        try program.write(
            "second.yaml",
            Data(Self.suite(", weights: towers/image.safetensors, weightsDigest: \"\(digest)\"").utf8))
        let again = try program.run(["run", "second.yaml", "--data", ".", "-o", "again"])
        #expect(again.code == 0, "\(again.err)")
        let cells = try program.read("again/cells.jsonl")
        #expect(cells.contains("\"state\":\"ok\""))
        func parameters(_ text: String) -> String? {
            text.firstRange(of: "\"parameters_sha256\":\"").map { String(text[$0.upperBound...].prefix(64)) }
        }
        #expect(parameters(cells) != nil)
        #expect(parameters(cells) != parameters(try program.read("out/cells.jsonl")))
    }

    @Test func `say what is wrong and write nothing`() throws {
        let program = try Program(["first.yaml": Self.suite(), "lie.safetensors": "no header at all"])
        for (arguments, words) in [
            (["--cell", "*none*"], "no cell of 'weights' is called '*none*'"),
            (["--cell", "*", "--part", "encoder.imge"], "did you mean 'encoder.image'?"),
        ] {
            let result = try program.run(["weights", "export", "first.yaml", "-o", "w.safetensors"] + arguments)
            #expect(result.code == 2 && result.err.contains(words), "\(result.err)")
            #expect(!program.exists("w.safetensors"))
        }
        let result = try program.run(["weights", "show", "lie.safetensors"])
        #expect(result.code == 2 && result.err.contains("lie.safetensors: not a safetensors file"), "\(result.err)")
        #expect(try program.run(["weights", "show", "absent.safetensors"]).code == 2)
    }
}
