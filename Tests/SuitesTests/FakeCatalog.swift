// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Suites

/// A small catalog that stands for the lab: two data sets, a few options, one misfit, one companion.
struct FakeCatalog: SuiteCatalog {
    struct Nothing: Configurable {}
    struct Alpha: Configurable { @Field("strength", in: 0...10) var alpha: Double = 0.5 }
    struct Width: Configurable { @Field("units", in: atLeast(1)) var width: Int = 16 }
    struct Rate: Configurable { @Field("step size", in: 0...10) var learningRate: Double = 0.1 }
    struct Regime: Configurable { @Field("which world") var regime: String = "redundant" }
    struct Single: Configurable { @Field("which one; all if empty") var modality: String = "" }
    struct Budget: Configurable {
        @Field("passes over the data", in: atLeast(1)) var epochs: Int = 10
        @Field("rows a step", in: atLeast(1)) var batchSize: Int = 32
    }
    struct Damage: Configurable { @Field("shares of rows", in: 0...1) var missing: [Double] = [] }
    struct Absent: Error, CustomStringConvertible { let description = "the folder is not there" }

    private func type(_ kind: ChoiceKind, _ id: String) -> (any Configurable.Type)? {
        switch (kind, id) {
        case (.task, "classification"), (.task, "search"), (.fusion, "concat"), (.fusion, "sum"), (.strategy, "joint"),
            (.schedule, "constant"), (.schedule, "step"), (.dataset, "absent"), (.strategy, "ranked"):
            Nothing.self
        case (.dataset, "latent"), (.dataset, "pictures"): Regime.self
        case (.encoder, "mlp"), (.encoder, "small-cnn"): Width.self
        case (.strategy, "ogm"): Alpha.self
        case (.strategy, "unimodal"): Single.self
        case (.optimizer, "sgd"), (.optimizer, "adamw"): Rate.self
        default: nil
        }
    }

    func cards(_ kind: ChoiceKind) -> [Card] {
        [
            "absent", "adamw", "classification", "concat", "constant", "joint", "latent", "mlp", "ogm", "pictures",
            "ranked", "search",
            "sgd", "small-cnn", "step", "sum", "unimodal",
        ]
        .filter { type(kind, $0) != nil }.map { Card(id: $0, title: $0, summary: "") }
    }

    func fields(_ kind: ChoiceKind, _ id: String) -> [FieldDescription]? { type(kind, id).map { $0.fields } }

    func resolve(_ kind: ChoiceKind, _ id: String, _ given: ConfigValue) -> (
        canonical: ConfigValue, issues: [FieldIssue]
    ) {
        func open<Options: Configurable>(_ type: Options.Type) -> (canonical: ConfigValue, issues: [FieldIssue]) {
            let resolution = type.resolve(given)
            return (resolution.canonical, resolution.issues)
        }
        return type(kind, id).map { open($0) } ?? (.null, [FieldIssue(key: nil, message: "unknown")])
    }

    var budgetFields: [FieldDescription] { Budget.fields }

    func resolveBudget(_ given: ConfigValue) -> (canonical: ConfigValue, issues: [FieldIssue]) {
        let resolution = Budget.resolve(given)
        return (resolution.canonical, resolution.issues)
    }

    var robustnessFields: [FieldDescription] { Damage.fields }

    func resolveRobustness(_ given: ConfigValue) -> (canonical: ConfigValue, issues: [FieldIssue]) {
        let resolution = Damage.resolve(given)
        return (resolution.canonical, resolution.issues)
    }

    func describe(dataset: Choice, task _: Choice) throws -> DatasetDescription {
        if dataset.id == "absent" { throw Absent() }
        return DatasetDescription(
            modalities: dataset.id == "pictures" ? ["image", "text"] : ["audio", "video"],
            digest: dataset.id == "pictures" ? "d1" : "")
    }

    func defaultEncoder(dataset: Choice, task _: Choice, slot: String) -> String {
        slot == "image" ? "small-cnn" : "mlp"
    }

    func misfit(_ spec: RunSpec) -> String? {
        spec.strategy.id == "ogm" && spec.fusion.id == "sum" ? "needs concatenation" : nil
    }

    func companions(_ spec: RunSpec) -> [RunSpec] {
        guard spec.strategy.id == "ranked" else { return [] }
        return spec.encoders.keys.sorted().map { modality in
            var companion = spec
            companion.strategy = Choice("unimodal", ["modality": .string(modality)])
            return companion
        }
    }
}
