// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Gate
import Lexicon
import Processes
import Records

/// Saved expectations: `Reports/baselines/NAME.jsonl`.
enum BaselineStore {
    static let folder = "Reports/baselines"

    /// A path is taken as it is, a name stands for its file in the store.
    static func url(of name: String) -> URL {
        name.contains("/") || name.hasSuffix(".jsonl")
            ? URL(fileURLWithPath: name) : URL(fileURLWithPath: "\(folder)/\(name).jsonl")
    }

    static func names() -> [String] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return files.filter { $0.hasSuffix(".jsonl") }.map { String($0.dropLast(6)) }.sorted()
    }

    static func read(_ name: String) throws -> [ConfigValue] {
        let url = url(of: name)
        guard let text = try? String(contentsOf: url, encoding: .utf8) else {
            throw Stop(
                code: 6,
                message:
                    "there is no baseline at \(url.relativePath)\(NearestName.hint(name, among: names())) (saved: \(names().joined(separator: ", ")))"
            )
        }
        do {
            return try SuiteComparison.cells(text, path: url.relativePath)
        } catch {
            throw Stop(code: 6, message: "\(error)")
        }
    }
}

extension Bench {
    struct BaselineCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "baseline", abstract: "Save, list, show and remove expectations of the gate.",
            discussion: "Example: pdmpbench baseline save bench Suites/bench.yaml",
            subcommands: [Save.self, List.self, Show.self, Remove.self])

        struct Save: ParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "Run a suite and keep its digests and metrics.",
                discussion: "Example: pdmpbench baseline save bench Suites/bench.yaml")
            @Argument(help: "Name, or a path that ends in .jsonl.") var name: String
            @Argument(help: "The suite's YAML file.") var suite: String
            @Option(name: .shortAndLong, help: "Runs at a time.") var jobs = ProcessInfo.processInfo
                .activeProcessorCount

            func run() throws {
                let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
                    "pdmpbench-baseline-\(getpid())")
                defer { try? FileManager.default.removeItem(at: folder) }
                let url = BaselineStore.url(of: name)
                let outcome = try ChildProcess(
                    Program.url.path,
                    [
                        "run", suite, "-j", "\(jobs)", "-o", folder.path, "--save-baseline", url.path, "--quiet",
                    ]
                ).run()
                guard outcome.status == 0 else { throw Stop(code: outcome.status, message: outcome.errors) }
                print("saved \(url.relativePath): \(try BaselineStore.read(url.path).count) cells")
            }
        }

        struct List: ParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "List what is saved.", discussion: "Example: pdmpbench baseline list")
            func run() throws {
                for name in BaselineStore.names() { print("\(name)\t\(try BaselineStore.read(name).count) cells") }
            }
        }

        struct Show: ParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "Print the cells of one.", discussion: "Example: pdmpbench baseline show bench")
            @Argument(help: "Name or path.") var name: String
            func run() throws {
                for cell in try BaselineStore.read(name) {
                    let metrics = cell["metrics"]?.canonicalJSON ?? "{}"
                    let labels = ["dataset", "fusion", "variant"].map { cell[$0]?.stringValue ?? "?" }
                    print(
                        "\(labels.joined(separator: " / ")) / seed \(cell["seed"]?.intValue ?? 0)\t\(cell["parameters_sha256"]?.stringValue?.prefix(16) ?? "")\t\(metrics)"
                    )
                }
            }
        }

        struct Remove: ParsableCommand {
            static let configuration = CommandConfiguration(
                commandName: "rm", abstract: "Remove one.", discussion: "Example: pdmpbench baseline rm old")
            @Argument(help: "Name.") var name: String
            func run() throws {
                _ = try BaselineStore.read(name)
                try FileManager.default.removeItem(at: BaselineStore.url(of: name))
                print("removed \(BaselineStore.url(of: name).relativePath)")
            }
        }
    }
}
