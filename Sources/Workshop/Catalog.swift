// SPDX-License-Identifier: Apache-2.0

import Foundation
import Strategies
import Suites

/// Answers the office's questions about the lab: names, options, what fits what, what must run first.
public struct Catalog: SuiteCatalog {
    /// The folder that `--data` names.
    public let dataRoot: String?
    /// Where manifests of data sets are looked for.
    public let manifestFolders: [String]
    let library: DatasetLibrary
    private let digestCache: String?

    /// What stands for the fusion of a model that has none.
    static let unfused = Choice("unfused")

    /// - Parameters:
    ///   - dataRoot: the folder of loaded data.
    ///   - suites: files of the suite; its data sets' manifests lie beside them, in `data/` there, or in `dataRoot`.
    ///   - digestCache: folder where digests of unchanged data files are remembered.
    public init(dataRoot: String?, suites: [String] = [], digestCache: String? = nil) {
        var folders: [String] = []
        for file in suites {
            let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
            for place in [folder, folder + "/data"] where !folders.contains(place) { folders.append(place) }
        }
        self.init(
            dataRoot: dataRoot, manifestFolders: suites.isEmpty ? [] : folders + (dataRoot.map { [$0] } ?? []),
            digestCache: digestCache)
    }

    public init(dataRoot: String?, manifestFolders: [String], digestCache: String? = nil) {
        self.digestCache = digestCache
        self.dataRoot = dataRoot
        self.manifestFolders = manifestFolders
        library = DatasetLibrary(dataRoot: dataRoot, manifestFolders: manifestFolders)
    }

    public func cards(_ kind: ChoiceKind) -> [Card] {
        switch kind {
        case .task: tasks.entries.map(\.card)
        case .dataset: datasets.entries.map(\.card)
        case .encoder: encoders.entries.map(\.card)
        case .fusion: fusions.entries.map(\.card)
        case .strategy: (strategies.entries.map(\.card) + [Tuning.card]).sorted { $0.id < $1.id }
        case .optimizer: optimizers.entries.map(\.card)
        case .schedule: schedules.entries.map(\.card)
        }
    }

    public func fields(_ kind: ChoiceKind, _ id: String) -> [FieldDescription]? {
        switch kind {
        case .task: try? tasks[id].fields
        case .dataset: try? datasets[id].fields
        case .encoder: try? encoders[id].fields
        case .fusion: try? fusions[id].fields
        case .strategy: id == Tuning.card.id ? Tuning.Options.fields : try? strategies[id].fields
        case .optimizer: try? optimizers[id].fields
        case .schedule: try? schedules[id].fields
        }
    }

    public func resolve(
        _ kind: ChoiceKind, _ id: String, _ given: ConfigValue
    ) -> (canonical: ConfigValue, issues: [FieldIssue]) {
        do {
            return switch kind {
            case .task: try tasks[id].resolve(given)
            case .dataset: try datasets[id].resolve(given)
            case .encoder: try encoders[id].resolve(given)
            case .fusion: try fusions[id].resolve(given)
            case .strategy: try id == Tuning.card.id ? Tuning.resolve(given) : strategies[id].resolve(given)
            case .optimizer: try optimizers[id].resolve(given)
            case .schedule: try schedules[id].resolve(given)
            }
        } catch {
            return (.null, [FieldIssue(key: nil, message: "\(error)")])
        }
    }

    public var budgetFields: [FieldDescription] { Budget.fields }

    public func resolveBudget(_ given: ConfigValue) -> (canonical: ConfigValue, issues: [FieldIssue]) {
        let resolution = Budget.resolve(given)
        return (resolution.canonical, resolution.issues)
    }

    public func describe(dataset: Choice) throws -> DatasetDescription {
        let entry = try datasets[dataset.id]
        let context = DatasetContext(
            runSeed: 0, dataRoot: dataRoot, manifestFolders: manifestFolders, digestCache: digestCache)
        return DatasetDescription(
            modalities: try entry.modalities(dataset.options, context).map(\.name),
            digest: try entry.digest(dataset.options, context))
    }

    public func defaultEncoder(dataset: Choice, modality: String) throws -> String {
        let signature = try library.signature(dataset)
        guard let index = signature.modalities.firstIndex(where: { $0.name == modality }) else {
            throw TrainingError.unknownModality(modality, known: signature.modalities.map(\.name))
        }
        return switch signature.columns.values[index].kind {
        case .features, .video: MLP.card.id
        case .image, .spectrogram: SmallCNN.card.id
        case .text: TokenBag.card.id
        }
    }

    public func misfit(_ spec: RunSpec) -> String? {
        do {
            if let tuning = try Tuning(spec) { return misfit(tuning.trials[0]) }
            let signature = try library.signature(spec.dataset)
            for (modality, input) in signature.inputs.entries {
                guard let encoder = spec.encoders[modality.name] else { return "no encoder for \(modality)" }
                if let reason = try encoders[encoder.id].misfit(encoder.options, input) {
                    return "encoder \(encoder.id) does not fit modality \(modality): \(reason)"
                }
            }
            let reason = try strategies[spec.strategy.id].misfit(spec.strategy.options, try problem(spec))
            return reason.map { "\(spec.strategy.id): \($0)" }
        } catch {
            return "\(error)"
        }
    }

    public func companions(_ spec: RunSpec) throws -> [RunSpec] {
        if let tuning = try Tuning(spec) {
            var found: [RunSpec] = []
            var seen: Set<Fingerprint> = []
            func add(_ runs: [RunSpec]) {
                for run in runs where seen.insert(run.fingerprint).inserted { found.append(run) }
            }
            for trial in tuning.trials {
                for run in tuning.runs(trial) {
                    let run = try essence(run)
                    add(try companions(run) + [run])
                }
                add(try companions(trial))
            }
            return found
        }
        return try plainCompanions(spec)
    }

    private func plainCompanions(_ spec: RunSpec) throws -> [RunSpec] {
        try strategies[spec.strategy.id].companions(spec.strategy.options, try problem(spec), spec.seed).map {
            try specification($0, beside: spec)
        }
    }

    /// What a strategy must know of a specification to say whether it can act there.
    func problem(_ spec: RunSpec) throws -> Problem {
        let signature = try library.signature(spec.dataset)
        let task = try tasks[spec.task.id].make(spec.task.options, signature)
        return Problem(
            modalities: signature.modalities, task: spec.task.id, rows: task.rows, fusion: spec.fusion.id,
            splits: try spec.fusion == Catalog.unfused || fusions[spec.fusion.id].splits,
            hasClasses: signature.classes > 1)
    }

    /// The run of a companion on the problem of `spec`.
    func specification(_ companion: Companion, beside spec: RunSpec) throws -> RunSpec {
        let entry = try strategies[companion.strategy]
        let resolved = entry.resolve(companion.options)
        guard resolved.issues.isEmpty else { throw ConfigurationError(issues: resolved.issues) }
        var other = spec
        other.strategy = Choice(companion.strategy, resolved.canonical)
        other.seed = companion.seed
        if companion.epochShare < 1, var budget = spec.budget.objectValue, let epochs = budget["epochs"]?.intValue {
            budget["epochs"] = .int(max(1, Int((Double(epochs) * companion.epochShare).rounded())))
            other.budget = .object(budget)
        }
        other.versions = spec.versions.filter { !$0.key.hasPrefix("strategy/") }
        other.versions["strategy/\(companion.strategy)"] = entry.card.version
        return try essence(other)
    }

    public func essence(_ spec: RunSpec) throws -> RunSpec {
        if let tuning = try Tuning(spec) {
            // The version of what is tuned belongs to the row.
            var row = spec
            let id = tuning.options.strategy
            row.versions["strategy/\(id)"] = try strategies[id].card.version
            return row
        }
        let modalities = try library.signature(spec.dataset).modalities
        guard try !strategies[spec.strategy.id].plan(spec.strategy.options, modalities).fused else { return spec }
        var essence = spec
        essence.fusion = Catalog.unfused
        essence.versions = spec.versions.filter { !$0.key.hasPrefix("fusion/") }
        return essence
    }

    /// Directions by metric name, without the split.
    public var metricDirections: [String: Direction] {
        var directions: [String: Direction] = [:]
        for entry in tasks.entries {
            for measure in entry.measures { directions[measure.name] = measure.direction }
        }
        return directions
    }

    /// The metric a task is judged by, with its split: "test/accuracy".
    public func primaryMetric(task: String) -> String {
        "test/" + ((try? tasks[task].measures.first?.name) ?? "loss")
    }
}
