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
    ///   - preparedCache: folder where decoded and preprocessed files are kept.
    ///   - progress: told now and then how far a load is.
    public init(
        dataRoot: String?, suites: [String] = [], digestCache: String? = nil, preparedCache: String? = nil,
        progress: (@Sendable (_ what: String, _ done: Int, _ all: Int) -> Void)? = nil
    ) {
        var folders: [String] = []
        for file in suites {
            let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
            for place in [folder, folder + "/data"] where !folders.contains(place) { folders.append(place) }
        }
        self.init(
            dataRoot: dataRoot, manifestFolders: suites.isEmpty ? [] : folders + (dataRoot.map { [$0] } ?? []),
            digestCache: digestCache, preparedCache: preparedCache, progress: progress)
    }

    /// - Parameters:
    ///   - dataRoot: folder below which manifests find their data.
    ///   - manifestFolders: where manifests are looked for, in order.
    ///   - digestCache: file that remembers digests of unchanged data; nil remembers none.
    ///   - preparedCache: folder that keeps decoded files; nil keeps none.
    ///   - progress: hears how far a long load is.
    public init(
        dataRoot: String?, manifestFolders: [String], digestCache: String? = nil, preparedCache: String? = nil,
        progress: (@Sendable (_ what: String, _ done: Int, _ all: Int) -> Void)? = nil
    ) {
        self.digestCache = digestCache
        self.dataRoot = dataRoot
        self.manifestFolders = manifestFolders
        library = DatasetLibrary(
            dataRoot: dataRoot, manifestFolders: manifestFolders, preparedCache: preparedCache, progress: progress)
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

    /// Where a strategy acts; empty for everything else.
    public func stages(_ kind: ChoiceKind, _ id: String) -> [String] {
        kind == .strategy ? (try? strategies[id].stages.map(\.rawValue)) ?? [] : []
    }

    public var budgetFields: [FieldDescription] { Budget.fields }

    public func resolveBudget(_ given: ConfigValue) -> (canonical: ConfigValue, issues: [FieldIssue]) {
        let resolution = Budget.resolve(given)
        return (resolution.canonical, resolution.issues)
    }

    public var robustnessFields: [FieldDescription] { RobustnessOptions.fields }

    public func resolveRobustness(_ given: ConfigValue) -> (canonical: ConfigValue, issues: [FieldIssue]) {
        let resolution = RobustnessOptions.resolve(given)
        return (resolution.canonical, resolution.issues)
    }

    public func describe(dataset: Choice, task: Choice) throws -> DatasetDescription {
        let entry = try datasets[dataset.id]
        let context = DatasetContext(
            runSeed: 0, dataRoot: dataRoot, manifestFolders: manifestFolders, digestCache: digestCache)
        let declared = try entry.modalities(dataset.options, context).map(\.name)
        let target = try tasks[task.id].target(task.options)
        if let name = target?.modality, !name.isEmpty, !declared.contains(name) {
            throw TrainingError.unknownModality(name, known: declared)
        }
        do {
            _ = try library.signature(dataset, for: task)
        } catch let error as FormatError {
            throw error
        } catch {
            // Whether the task fits the data is asked for each cell.
        }
        let slot = try gallerySlot(task)
        return DatasetDescription(
            modalities: declared.filter { $0 != target?.modality }, pairing: declared.joined(separator: "-"),
            slots: slot.map { [$0] } ?? [],
            digest: try entry.digest(dataset.options, context))
    }

    /// What the encoder of gallery items is called among a problem's encoders: by its modality, or "target"; nil where the
    /// task has no gallery.
    private func gallerySlot(_ task: Choice) throws -> String? {
        guard let target = try tasks[task.id].target(task.options), target.role == .gallery else { return nil }
        return target.modality.isEmpty ? "target" : target.modality
    }

    /// The encoder of gallery items; nil where the task has none.
    func galleryEncoder(_ spec: RunSpec) throws -> (id: String, options: ConfigValue)? {
        guard let slot = try gallerySlot(spec.task), let choice = spec.encoders[slot] else { return nil }
        return (choice.id, choice.options)
    }

    public func defaultEncoder(dataset: Choice, task: Choice, slot: String) throws -> String {
        let signature = try library.signature(dataset, for: task)
        let column: ColumnSignature
        if let index = signature.modalities.firstIndex(where: { $0.name == slot }) {
            column = signature.columns.values[index]
        } else if let gallery = signature.targets[.gallery], try gallerySlot(task) == slot {
            column = gallery
        } else if try gallerySlot(task) == slot {
            // Whether the task fits the data is asked for each cell.
            return MLP.card.id
        } else {
            throw TrainingError.unknownModality(slot, known: signature.modalities.map(\.name))
        }
        return switch column.kind {
        case .features: MLP.card.id
        case .video: FrameCNN.card.id
        case .image, .spectrogram: SmallCNN.card.id
        case .text: TokenBag.card.id
        }
    }

    public func misfit(_ spec: RunSpec) -> String? {
        do {
            if let tuning = try Tuning(spec) { return misfit(tuning.trials[0]) }
            let spec = try posedAlone(spec)
            let signature = try library.signature(spec.dataset, for: spec.task)
            if let reason = try tasks[spec.task.id].misfit(spec.task.options, signature) {
                return "\(spec.task.id): \(reason)"
            }
            if let gallery = signature.targets[.gallery], let encoder = try galleryEncoder(spec),
                let reason = try encoders[encoder.id].misfit(encoder.options, gallery.input)
            {
                return "encoder \(encoder.id) does not fit the gallery: \(reason)"
            }
            for (modality, input) in signature.inputs.entries {
                guard let encoder = spec.encoders[modality.name] else { return "no encoder for \(modality)" }
                if let reason = try encoders[encoder.id].misfit(encoder.options, input) {
                    return "encoder \(encoder.id) does not fit modality \(modality): \(reason)"
                }
            }
            if let reason = try headless(spec, signature) { return "\(spec.strategy.id): \(reason)" }
            let reason = try strategies[spec.strategy.id].misfit(spec.strategy.options, try problem(spec))
            return reason.map { "\(spec.strategy.id): \($0)" }
        } catch {
            return "\(error)"
        }
    }

    /// Why a strategy that gives each modality a head of its own finds no place for it; nil if it does.
    private func headless(_ spec: RunSpec, _ signature: DatasetSignature) throws -> String? {
        let plan = try strategies[spec.strategy.id].plan(spec.strategy.options, signature.modalities)
        guard plan.auxiliaryHeads || plan.unimodal == .probed || !plan.fused else { return nil }
        return try tasks[spec.task.id].make(spec.task.options, signature).rows == .pairs
            ? "it needs a head for each modality, and two towers are compared without any" : nil
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
        let signature = try library.signature(spec.dataset, for: spec.task)
        let task = try tasks[spec.task.id].make(spec.task.options, signature)
        return Problem(
            modalities: signature.modalities, task: spec.task.id, rows: task.rows, fusion: spec.fusion.id,
            splits: try !task.readsModalities && (spec.fusion == Catalog.unfused || fusions[spec.fusion.id].splits),
            hasClasses: signature.classes > 1)
    }

    /// The run of a companion on the problem of `spec`.
    func specification(_ companion: Companion, beside spec: RunSpec) throws -> RunSpec {
        let entry = try strategies[companion.strategy]
        let resolved = entry.resolve(companion.options)
        guard resolved.issues.isEmpty else { throw ConfigurationError(issues: resolved.issues) }
        var other = try companion.task.map { try posed(spec, as: $0) } ?? spec
        other.strategy = Choice(companion.strategy, resolved.canonical)
        other.seed = companion.seed
        if companion.epochShare < 1, var budget = spec.budget.objectValue, let epochs = budget["epochs"]?.intValue {
            budget["epochs"] = .int(max(1, Int((Double(epochs) * companion.epochShare).rounded())))
            other.budget = .object(budget)
        }
        other.versions = other.versions.filter { !$0.key.hasPrefix("strategy/") }
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
        let spec = try posedAlone(spec)
        let signature = try library.signature(spec.dataset, for: spec.task)
        let isFused = try strategies[spec.strategy.id].plan(spec.strategy.options, signature.modalities).fused
        let takesFusion = try tasks[spec.task.id].make(spec.task.options, signature).part(nil).takesFusion
        if isFused, takesFusion { return spec }
        var essence = spec
        essence.fusion = Catalog.unfused
        essence.versions = spec.versions.filter { !$0.key.hasPrefix("fusion/") }
        return essence
    }

    /// The specification under another task, with that task's defaults.
    private func posed(_ spec: RunSpec, as task: String) throws -> RunSpec {
        let entry = try tasks[task]
        var other = spec
        other.task = Choice(task, entry.resolve([:]).canonical)
        other.versions = spec.versions.filter { !$0.key.hasPrefix("task/") }
        other.versions["task/\(task)"] = entry.card.version
        return other
    }

    /// One tower of a dual encoder has no task alone; where samples have classes, it learns these.
    private func posedAlone(_ spec: RunSpec) throws -> RunSpec {
        guard spec.strategy.id == Unimodal.card.id, spec.task.id == DualRetrieval.card.id,
            try library.signature(spec.dataset, for: spec.task).classes > 1
        else { return spec }
        return try posed(spec, as: Classification.card.id)
    }

    /// Directions by metric name, without the split.
    public var metricDirections: [String: Direction] {
        var directions: [String: Direction] = [:]
        for entry in tasks.entries {
            for measure in entry.measures { directions[measure.name] = measure.direction }
        }
        return directions
    }

    /// Ids of optimizers that divide a steady factor on gradients out again.
    public var scaleFreeOptimizers: Set<String> {
        Set(optimizers.entries.filter(\.forgetsScale).map(\.card.id))
    }

    /// Where the values of metrics lie, by name without the split; unknown ones are left out.
    public var metricRanges: [String: ClosedRange<Double>] {
        var ranges: [String: ClosedRange<Double>] = [
            "loss": 0...Double.greatestFiniteMagnitude, "micro-f1": 0...1, "mse": 0...Double.greatestFiniteMagnitude,
        ]
        for entry in tasks.entries {
            for measure in entry.measures where ranges[measure.name] == nil {
                // A dual encoder measures each direction by the metric of one.
                let name = measure.name.replacing("-forward", with: "").replacing("-backward", with: "")
                ranges[measure.name] = (try? metrics[name])?.range
            }
        }
        return ranges
    }

    /// The metric a task is judged by, with its split: "test/accuracy".
    public func primaryMetric(task: String) -> String {
        "test/" + ((try? tasks[task].measures.first?.name) ?? "loss")
    }
}
