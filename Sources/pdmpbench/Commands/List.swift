// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Lexicon
import Suites
import Workshop

extension Bench {
    struct ListCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List what a suite can choose from.",
            discussion: "Example: pdmpbench list strategies --format json")

        enum Kind: String, ExpressibleByArgument, CaseIterable {
            case tasks, datasets, encoders, fusions, strategies, optimizers, schedules

            var choice: ChoiceKind {
                switch self {
                case .tasks: .task
                case .datasets: .dataset
                case .encoders: .encoder
                case .fusions: .fusion
                case .strategies: .strategy
                case .optimizers: .optimizer
                case .schedules: .schedule
                }
            }
        }

        enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

        @Argument(help: "What to list: \(Kind.allCases.map(\.rawValue).joined(separator: ", ")).") var kind: Kind
        @Option(help: "text or json.") var format: Format = .text
        @Flag(help: "Print BibTeX entries.") var cite = false

        func run() throws {
            let catalog = Catalog(dataRoot: nil)
            for card in catalog.cards(kind.choice) {
                let fields = catalog.fields(kind.choice, card.id) ?? []
                if cite {
                    if !card.bibtex.isEmpty { print(card.bibtex + "\n") }
                } else if format == .json {
                    print(json(card, fields).canonicalJSON)
                } else {
                    print("\(card.id): \(card.summary)\(card.reference.isEmpty ? "" : " [\(card.reference)]")")
                    for field in fields {
                        print(
                            "    \(field.name): \(field.kind.text), default \(field.defaultValue.canonicalJSON)\(range(field)). \(field.help)"
                        )
                    }
                }
            }
        }

        private func range(_ field: FieldDescription) -> String {
            guard let range = field.range else { return "" }
            let upper = range.upperBound == .greatestFiniteMagnitude ? "" : JSONText.number(range.upperBound)
            return ", \(JSONText.number(range.lowerBound))…\(upper)"
        }

        private func json(_ card: Card, _ fields: [FieldDescription]) -> ConfigValue {
            [
                "bibtex": .string(card.bibtex), "id": .string(card.id),
                "options": .array(
                    fields.map { field in
                        [
                            "default": field.defaultValue, "help": .string(field.help), "name": .string(field.name),
                            "range": field.range.map { [.double($0.lowerBound), .double($0.upperBound)] } ?? .null,
                            "type": .string(field.kind.text),
                        ]
                    }),
                "reference": .string(card.reference), "summary": .string(card.summary), "title": .string(card.title),
                "version": .int(card.version),
            ]
        }
    }
}
