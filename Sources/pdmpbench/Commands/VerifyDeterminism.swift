// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Lexicon
import Processes
import Runner
import Suites
import Workshop

extension Bench {
    struct VerifyDeterminism: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "verify-determinism",
            abstract: "Prove on this machine that results do not depend on the way.",
            usage: "pdmpbench verify-determinism <suite> [options]",
            discussion: """
                Runs the suite in fresh processes with other worker counts, instruction
                sets, working directories, environment sizes and hash seeds, and compares.
                Exit 7 names the first cell, epoch and curve that differ.
                Example: pdmpbench verify-determinism Suites/smoke.yaml
                """)

        @OptionGroup var options: SuiteOptions
        @Flag(help: .hidden) var selfTest = false

        func run() throws {
            _ = try options.load()
            let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("pdmpbench-verify-\(getpid())")
            defer { try? FileManager.default.removeItem(at: scratch) }
            var variants = InstructionSets.available.reversed().enumerated().map { index, isa in
                Variant(name: "\(isa), -j \(index % 2 + 1)", isa: isa, jobs: index % 2 + 1, padding: index * 1500)
            }
            if variants.count == 1 {
                variants.append(Variant(name: "again, -j 2", isa: variants[0].isa, jobs: 2, padding: 4000))
            }
            var reference: [ConfigValue] = []
            for (index, variant) in variants.enumerated() {
                let folder = scratch.appendingPathComponent("\(index)")
                let cells = try execute(variant, in: folder, disturbed: selfTest && index == 1)
                if index == 0 {
                    reference = cells
                } else if let difference = firstDifference(reference, cells) {
                    Console.error(
                        "determinism violation between '\(variants[0].name)' and '\(variant.name)': \(difference)")
                    throw ExitCode(7)
                }
                print("\(variant.name): \(cells.count) cells\(index == 0 ? "" : ", same bits")")
            }
            print("deterministic: \(reference.count) cells, \(variants.count) ways, same bits")
        }

        private struct Variant {
            let name: String
            let isa: String
            let jobs: Int
            let padding: Int
        }

        private func execute(_ variant: Variant, in folder: URL, disturbed: Bool) throws -> [ConfigValue] {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            var arguments = [
                "run", URL(fileURLWithPath: try options.path()).path, "-j", "\(variant.jobs)", "-o", "out", "--quiet",
            ]
            arguments += options.narrowing
            if let data = options.dataRoot { arguments += ["--data", URL(fileURLWithPath: data).path] }
            // One way is in processes of their own, whatever the others are.
            if variant.jobs > 1 { arguments += ["--executor", "process"] }
            // The self-test shows that a difference is found: one run trains a hair longer steps.
            if disturbed { arguments += ["--set", "budget.clipNorm=0.05"] }
            let environment = ChildProcess.inherited(with: [
                "PDMPBENCH_HOME": folder.appendingPathComponent("home").path, "PDMPBENCH_ISA": variant.isa,
                "PDMPBENCH_PADDING": String(repeating: "x", count: variant.padding),
            ])
            let outcome = try ChildProcess(
                Program.url.path, arguments, environment: environment, folder: folder.path, output: .inherited,
                errors: .inherited
            ).run()
            guard outcome.status == 0 || outcome.status == 1 else {
                throw Stop(
                    code: outcome.status, message: "the run '\(variant.name)' ended with \(outcome.status)")
            }
            return try CellsFile.read(folder.appendingPathComponent("out/cells.jsonl")).map {
                guard case .object(var cell) = CellsFile.contract($0) else {
                    throw Stop(code: 1, message: "cells.jsonl of '\(variant.name)' is damaged")
                }
                // The self-test's disturbance is no part of the comparison; its effect is.
                if selfTest { for key in ["budget", "fingerprint"] { cell[key] = nil } }
                return .object(cell)
            }
        }

        private func firstDifference(_ a: [ConfigValue], _ b: [ConfigValue]) -> String? {
            if a.count != b.count { return "\(a.count) cells against \(b.count)" }
            for (left, right) in zip(a, b) where left != right {
                let name = ["dataset", "fusion", "variant", "seed"].map { left[$0]?.canonicalJSON ?? "?" }.joined(
                    separator: " / ")
                let curves = left["curves"]?.objectValue ?? [:]
                var first: (epoch: Int, curve: String)?
                for curve in curves.keys.sorted() {
                    let before = curves[curve]?.arrayValue ?? []
                    let after = right["curves"]?[curve]?.arrayValue ?? []
                    guard let epoch = before.indices.first(where: { $0 >= after.count || before[$0] != after[$0] })
                    else { continue }
                    if epoch < first?.epoch ?? Int.max { first = (epoch, curve) }
                }
                if let first { return "\(name): first at epoch \(first.epoch) in '\(first.curve)'" }
                let keys = (left.objectValue ?? [:]).keys.sorted().filter { left[$0] != right[$0] }
                return "\(name): \(keys.joined(separator: ", "))"
            }
            return nil
        }
    }
}
