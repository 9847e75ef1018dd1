// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Lexicon
import Suites
import Workshop

extension Bench {
    struct Schema: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "schema", abstract: "Print the keys of a suite file with all options, as JSON.",
            discussion: "Example: pdmpbench schema")

        func run() throws {
            let catalog = Catalog(dataRoot: nil)
            func describe(_ fields: [FieldDescription]) -> ConfigValue {
                .object(
                    Dictionary(
                        fields.map { field in
                            (
                                field.name,
                                [
                                    "default": field.defaultValue, "help": .string(field.help),
                                    "type": .string(field.kind.text),
                                ]
                            )
                        }, uniquingKeysWith: { $1 }))
            }
            var choices: [String: ConfigValue] = [:]
            for kind in ChoiceKind.allCases {
                choices[kind.rawValue] = .object(
                    Dictionary(
                        catalog.cards(kind).map { ($0.id, describe(catalog.fields(kind, $0.id) ?? [])) },
                        uniquingKeysWith: { $1 }))
            }
            let schema: ConfigValue = [
                "budget": describe(catalog.budgetFields), "choices": .object(choices),
                "robustness": describe(catalog.robustnessFields),
                "keys": .object(
                    Dictionary(SuiteKeys.top.map { ($0.key, .string($0.help)) }, uniquingKeysWith: { $1 })),
            ]
            print(schema.canonicalJSON)
        }
    }
}
