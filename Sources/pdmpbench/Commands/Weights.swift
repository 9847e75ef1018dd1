// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Lexicon
import Records
import Suites
import Workshop

extension Bench {
    struct Weights: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "weights", abstract: "Write what a cell learned to a .safetensors file, or look into one.",
            discussion: """
                An encoder may begin with such a file: {id: vit-tiny, options: {weights:
                image.safetensors, weightsDigest: <SHA-256>}}, the file lying below --data.
                Example: pdmpbench weights export Suites/smoke.yaml --cell '*joint*seed 1' -o joint.safetensors
                """,
            subcommands: [Export.self, Show.self])

        struct Export: ParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "Train a cell and write its parameters and running statistics.",
                usage: "pdmpbench weights export <suite> --cell <cell> -o <file> [options]",
                discussion: """
                    The cell is trained again, which gives the same bits; if the ledger knows
                    another result of it, exit 7 and nothing is written. --part encoder.image
                    takes that encoder alone, named as the option 'weights' reads it.
                    Example: pdmpbench weights export Suites/smoke.yaml --cell 3fa1 --part encoder.image -o image.safetensors
                    """)

            @OptionGroup var options: SuiteOptions
            @Option(help: "The beginning of a fingerprint, or a glob over the cell's name as plan prints them.")
            var cell: String
            @Option(help: "Only what lies below this address, such as encoder.image.") var part: String?
            @Option(name: [.short, .long], help: "The file to write.") var output: String

            func run() throws {
                try selectInstructionSet()
                let loaded = try options.load()
                let matching = loaded.suite.cells.filter {
                    $0.fingerprint.hex.hasPrefix(cell) || glob(cell, $0.name)
                }
                guard let chosen = matching.first, matching.count == 1 else {
                    throw Stop.configuration(
                        matching.isEmpty
                            ? "no cell of '\(loaded.suite.name)' is called '\(cell)': see pdmpbench plan \(loaded.path)"
                            : "\(matching.count) cells are called '\(cell)', the first two '\(matching[0].name)' and '\(matching[1].name)': name one"
                    )
                }
                if let reason = chosen.notApplicable { throw Stop.configuration("\(chosen.name): \(reason)") }
                let weights: TrainedWeights
                do {
                    weights = try Worker(loaded.catalog).weights(of: chosen.spec, part: part)
                } catch {
                    throw Stop.configuration("\(chosen.name): \(error)")
                }
                if let known = try openLedger().results([chosen.fingerprint])[chosen.fingerprint],
                    known.state == .ok, known.parametersSHA256 != weights.parametersSHA256
                {
                    throw Stop(
                        code: 7,
                        message:
                            "\(chosen.name): the ledger has the parameters \(known.parametersSHA256), trained again they are \(weights.parametersSHA256)"
                    )
                }
                do {
                    try WholeFile.write(weights.data, to: URL(fileURLWithPath: output))
                } catch {
                    throw Stop(code: 1, message: "\(output) cannot be written: \(error.localizedDescription)")
                }
                print("\(output): \(weights.tensors) tensors, \(weights.numbers) numbers, SHA-256 \(weights.sha256)")
            }
        }

        struct Show: ParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "List what a .safetensors file holds.",
                discussion: "Example: pdmpbench weights show image.safetensors")

            @Argument(help: "The file.") var file: String

            func run() throws {
                guard let data = FileManager.default.contents(atPath: file) else {
                    throw Stop.configuration("\(file) cannot be read")
                }
                do {
                    let contents = try TrainedWeights.contents(of: data)
                    for tensor in contents.tensors { print("\(tensor.name)  \(tensor.shape)") }
                    print("SHA-256 \(contents.sha256)")
                } catch {
                    throw Stop.configuration("\(file): \(error)")
                }
            }
        }
    }
}
