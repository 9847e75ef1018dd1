// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Lexicon
import Suites
import Workshop

extension Bench {
    struct ListCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List what a suite can choose from.",
            discussion: """
                'methods' is another word for strategies; 'all' lists everything.
                Example: pdmpbench list strategies --format json
                """)

        enum Kind: String, ExpressibleByArgument, CaseIterable {
            case all, tasks, datasets, encoders, fusions, strategies, methods, optimizers, schedules

            var choices: [ChoiceKind] {
                switch self {
                case .all: [.task, .dataset, .encoder, .fusion, .strategy, .optimizer, .schedule]
                case .tasks: [.task]
                case .datasets: [.dataset]
                case .encoders: [.encoder]
                case .fusions: [.fusion]
                case .strategies, .methods: [.strategy]
                case .optimizers: [.optimizer]
                case .schedules: [.schedule]
                }
            }
        }

        enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, md }

        @Argument(help: "What to list.") var kind: Kind
        @Option(help: "text, json or md.") var format: Format = .text
        @Flag(help: "Print BibTeX entries.") var cite = false

        func run() throws {
            let catalog = Catalog(dataRoot: nil)
            if format == .md, !cite {
                print(CatalogPage.markdown(catalog, kind.choices), terminator: "")
                return
            }
            let found = kind.choices.flatMap { kind in catalog.cards(kind).map { (kind, $0) } }
            if cite {
                // Forms of one method share an entry.
                var seen: Set<String> = []
                for (_, card) in found where !card.bibtex.isEmpty && seen.insert(card.bibtex).inserted {
                    print(card.bibtex + "\n")
                }
                return
            }
            if format == .json {
                let entries = found.map { kind, card in
                    ListCommand.json(
                        kind, card, catalog.stages(kind, card.id), catalog.fields(kind, card.id) ?? []
                    ).canonicalJSON
                }
                print("[\n" + entries.joined(separator: ",\n") + "\n]")
                return
            }
            for (kind, card) in found {
                let stages = catalog.stages(kind, card.id)
                print(
                    "\(card.id): \(card.summary)\(stages.isEmpty ? "" : " (\(stages.joined(separator: ", ")))")\(card.reference.isEmpty ? "" : " [\(card.reference)]")"
                )
                for field in catalog.fields(kind, card.id) ?? [] {
                    print(
                        "    \(field.name): \(field.kind.text), default \(field.defaultValue.canonicalJSON)\(field.rangeText.map { ", " + $0 } ?? ""). \(field.help)"
                    )
                }
            }
        }

        private static func json(
            _ kind: ChoiceKind, _ card: Card, _ stages: [String], _ fields: [FieldDescription]
        ) -> ConfigValue {
            [
                "bibtex": .string(card.bibtex), "id": .string(card.id), "kind": .string(kind.rawValue),
                "options": .array(
                    fields.map { field in
                        [
                            "default": field.defaultValue, "help": .string(field.help), "name": .string(field.name),
                            "range": field.range.map { [.double($0.lowerBound), .double($0.upperBound)] } ?? .null,
                            "type": .string(field.kind.text),
                        ]
                    }),
                "reference": .string(card.reference), "stages": .array(stages.map { .string($0) }),
                "summary": .string(card.summary), "title": .string(card.title),
                "version": .int(card.version),
            ]
        }
    }

    /// Prints the page of all commands; `make docs` keeps it.
    struct HelpAll: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "help-all", abstract: "Print the help of every command, as Markdown.", shouldDisplay: false)

        func run() throws {
            print("# Commands\n\n<!-- Written by `make docs`; do not edit. -->\n")
            print("```text\n\(Bench.helpMessage(columns: 80))\n```")
            for command in Bench.configuration.subcommands where command.configuration.shouldDisplay {
                let name = command.configuration.commandName ?? ""
                print("\n## \(name)\n\n```text\n\(Bench.helpMessage(for: command, columns: 80))\n```")
            }
        }
    }
}

/// `Docs/catalog.md`: everything that can be chosen, with options, ranges and sources.
private enum CatalogPage {
    static func markdown(_ catalog: Catalog, _ kinds: [ChoiceKind]) -> String {
        var text = "# Catalog\n\n<!-- Written by `make docs`; do not edit. -->\n\nWhat a suite can choose from. "
        text += "Ids and option names are the words of the YAML file.\n"
        for kind in kinds {
            let cards = catalog.cards(kind)
            text += "\n## \(title(kind)) (\(cards.count))\n"
            for card in cards {
                text += entry(card, catalog.stages(kind, card.id), catalog.fields(kind, card.id) ?? [])
            }
        }
        if kinds.count > 1 {
            text += "\n## Budget\n\nThe keys of `budget:`.\n\n" + table(catalog.budgetFields)
            text +=
                "\n## Robustness\n\nThe keys of `robustness:`, which damages trained models when they are tested.\n\n"
            text += table(catalog.robustnessFields)
        }
        return text
    }

    private static func title(_ kind: ChoiceKind) -> String {
        switch kind {
        case .task: "Tasks"
        case .dataset: "Data sets"
        case .encoder: "Encoders"
        case .fusion: "Fusions"
        case .strategy: "Strategies"
        case .optimizer: "Optimizers"
        case .schedule: "Schedules"
        }
    }

    private static func entry(_ card: Card, _ stages: [String], _ fields: [FieldDescription]) -> String {
        var text = "\n### `\(card.id)`\n\n\(card.title): \(cell(card.summary))"
        text += card.summary.hasSuffix(".") ? "" : "."
        if !stages.isEmpty { text += " Acts on: \(stages.joined(separator: ", "))." }
        if !card.reference.isEmpty { text += " \(cell(card.reference))." }
        text += "\n"
        return fields.isEmpty ? text : text + "\n" + table(fields)
    }

    private static func table(_ fields: [FieldDescription]) -> String {
        var text = "| option | type | default | range | meaning |\n| --- | --- | --- | --- | --- |\n"
        for field in fields {
            text +=
                "| `\(field.name)` | \(cell(field.kind.text)) | `\(cell(field.defaultValue.canonicalJSON))` | \(field.rangeText ?? "") | \(cell(field.help)) |\n"
        }
        return text
    }

    private static func cell(_ text: String) -> String { text.replacingOccurrences(of: "|", with: "\\|") }
}

extension FieldDescription {
    /// "0 … 1", "0 …", nil without a range.
    fileprivate var rangeText: String? {
        range.map { range in
            let upper = range.upperBound == .greatestFiniteMagnitude ? "" : " " + JSONText.number(range.upperBound)
            return "\(JSONText.number(range.lowerBound)) …\(upper)"
        }
    }
}
