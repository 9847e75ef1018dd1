// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Lexicon

/// The command line. The only place that prints and exits.
@main
struct Bench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pdmpbench",
        abstract: "Reproducible benchmarks of multimodal training strategies.",
        discussion: "Example: pdmpbench run Suites/smoke.yaml -j 2",
        version: HarnessVersion.text,
        subcommands: [
            AA.self, BaselineCommand.self, Bundle.self, Clean.self, Compare.self, DataCommand.self, Doctor.self,
            ExportCommand.self, FuzzCommand.self,
            GateCommand.self, HelpAll.self, HistoryCommand.self, ImportCommand.self, ListCommand.self, Merge.self,
            Perf.self, Plan.self,
            Plot.self, QueryCommand.self, ReportCommand.self, Reproduce.self, Run.self, Schema.self, Status.self,
            StudyCommand.self, Survive.self, TimeOne.self, Validate.self, VerifyBundle.self, VerifyDeterminism.self,
            Weights.self,
            Work.self,
        ])

    static func main() {
        signal(SIGPIPE, SIG_IGN)
        let arguments = Array(CommandLine.arguments.dropFirst())
        suggestVerb(arguments)
        do {
            var command = try parseAsRoot(arguments)
            try command.run()
        } catch let error as ExitCode {
            Foundation.exit(error.rawValue)
        } catch let error as Stop {
            Console.error(error.message)
            Foundation.exit(error.code)
        } catch {
            let code = exitCode(for: error)
            if code == .success {
                print(fullMessage(for: error))
                Foundation.exit(0)
            }
            Console.error(fullMessage(for: error))
            Foundation.exit(2)
        }
    }

    /// An unknown verb is answered with the nearest known one.
    private static func suggestVerb(_ arguments: [String]) {
        guard let verb = arguments.first, !verb.hasPrefix("-") else { return }
        let shown = configuration.subcommands.map { $0.configuration }.filter(\.shouldDisplay)
        let known = shown.compactMap(\.commandName) + ["resume", "help"]
        guard !known.contains(verb),
            ![Work.configuration, HelpAll.configuration].contains(where: { $0.commandName == verb })
        else { return }
        Console.error(
            "unknown command '\(verb)'\(NearestName.hint(verb, among: known)) (known: \(known.sorted().joined(separator: ", ")))"
        )
        Foundation.exit(2)
    }
}

/// Ends the program with a message and a code of the table in the documentation.
struct Stop: Error {
    let code: Int32
    let message: String

    static func configuration(_ message: String) -> Stop { Stop(code: 2, message: message) }
}
