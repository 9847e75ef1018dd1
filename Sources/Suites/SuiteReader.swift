// SPDX-License-Identifier: Apache-2.0

import Documents
import Lexicon

/// The keys of a suite file, in one place: the reader, the schema and the messages use this table.
public enum SuiteKeys {
    /// Keys of a suite, with a sentence each.
    public static let top: [(key: String, help: String)] = [
        ("budget", "epochs, batchSize, clipNorm, selection"),
        (
            "datasets",
            "list of data sets: an id, or {id, label, options, encoders, task, budget, optimizers, optional}"
        ),
        ("encoders", "by modality: an id, or {id, options}; '*' stands for all others"),
        ("fusions", "list of fusions; concat if left out"),
        ("include", "another suite file, relative to this one; keys given here win"),
        ("name", "kebab-case; names the report's folder"),
        ("optimizers", "list of optimizers; sgd if left out"),
        ("question", "what the suite asks, one sentence"),
        ("robustness", "missing, noise: how trained models are damaged when they are tested"),
        ("schedule", "learning-rate schedule; constant if left out"),
        ("seeds", "list of integers, or \"first..last\""),
        ("strategies", "list of strategies: an id, or {id, label, options, sweep, optimizers}"),
        ("task", "an id, or {id, options}"),
    ]
    /// Keys of anything that is chosen.
    public static let choice = ["id", "label", "options"]
    /// Keys of a data set.
    public static let dataset = choice + ["budget", "encoders", "optimizers", "optional", "task"]
    /// Keys of a strategy.
    public static let strategy = choice + ["optimizers", "sweep"]
}

/// Checks a suite against the catalog and multiplies it out. Everything that is wrong is reported at once.
public struct SuiteReader {
    private let catalog: any SuiteCatalog
    private let source: SuiteSource
    private var problems: [Diagnostic] = []

    /// A reader that asks `catalog` what there is.
    public init(_ source: SuiteSource, _ catalog: any SuiteCatalog) {
        self.source = source
        self.catalog = catalog
    }

    /// Reads, checks, multiplies out.
    public static func read(_ source: SuiteSource, _ catalog: any SuiteCatalog) throws(Diagnostics) -> Suite {
        var reader = SuiteReader(source, catalog)
        return try reader.suite()
    }

    private struct Named {
        var label: String
        var choice: Choice
        var mark: Mark
        /// Of the id and the options: "id", "options.alpha".
        var origins: [Origin] = []
        /// Labels of the optimizers it is combined with; nil is all.
        var optimizers: [String]?
    }

    private struct Problem {
        var named: Named
        var modalities: [String]
        var pairing: String
        var digest: String
        var encoders: [String: Choice]
        var task: Choice
        var budget: ConfigValue
        /// Labels of the optimizers it is trained with; nil is all.
        var optimizers: [String]?
        var isOptional: Bool
        /// Of data set, encoders, task and budget: "dataset.id", "encoders.audio.id".
        var origins: [Origin]
    }

    /// What a problem has unless it says otherwise.
    private struct Common {
        var encoders: [(modality: String, named: Named)]
        /// nil where the suite's own is a mistake.
        var task: Named?
        var budget: (value: ConfigValue, origins: [Origin])?
    }

    /// Optional data sets that cannot be had, with the reason.
    private var skipped: [Suite.Skipped] = []

    private mutating func complain(_ mark: Mark, _ message: String) { problems.append(Diagnostic(mark, message)) }

    private mutating func suite() throws(Diagnostics) -> Suite {
        let root = source.root
        checkKeys(root, SuiteKeys.top.map(\.key), of: "a suite")
        let name = text("name", required: true) ?? ""
        if let node = root["name"], node.scalar?.stringValue != nil,
            name.isEmpty || !name.allSatisfy({ $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") })
        {
            complain(node.mark, "'name' must be kebab-case (a–z, 0–9, -), found '\(name)'")
        }
        let question = text("question", required: false) ?? ""
        let task = single(.task, "task", fallback: "classification")
        let schedule = single(.schedule, "schedule", fallback: "constant")
        let budget = readBudget()
        let robustness = readRobustness()
        let optimizers = list(.optimizer, "optimizers", fallback: "sgd")
        let fusions = list(.fusion, "fusions", fallback: "concat")
        let encoders = readEncoders(root["encoders"])
        let seeds = readSeeds()
        let datasets = readDatasets(Common(encoders: encoders, task: task, budget: budget))
        let strategies = readStrategies(modalities: datasets.map(\.modalities))
        checkOptimizers(
            strategies.map { ("strategy '\($0.label)'", $0.mark, $0.optimizers ?? []) }
                + datasets.map { ("data set '\($0.named.label)'", $0.named.mark, $0.optimizers ?? []) },
            among: optimizers)
        guard problems.isEmpty, let schedule else { throw Diagnostics(problems) }

        let common =
            schedule.origins.map { $0.below("schedule") } + (robustness?.origins ?? [])
            + [Origin("seed", root["seeds"]?.mark)]
        var cells: [Cell] = []
        for problem in datasets {
            let optimizers = optimizers.filter { problem.optimizers?.contains($0.label) ?? true }
            for fusion in fusions {
                for strategy in strategies where applies(strategy, to: problem) {
                    let own = optimizers.filter { strategy.optimizers?.contains($0.label) ?? true }
                    for optimizer in own {
                        let origins =
                            common + problem.origins + fusion.origins.map { $0.below("fusion") }
                            + strategy.origins.map { $0.below("strategy") }
                            + optimizer.origins.map { $0.below("optimizer") }
                        cells += row(
                            name, problem, fusion, strategy, optimizer, seeds,
                            schedule: schedule.choice, robustness: robustness?.value,
                            manyOptimizers: own.count > 1, origins)
                    }
                }
            }
        }
        if cells.isEmpty { complain(root.mark, "the suite has no cells") }
        if !problems.isEmpty { throw Diagnostics(problems) }
        return Suite(name: name, question: question, file: source.file, cells: cells, skipped: skipped)
    }

    // MARK: Cells

    /// `unimodal` without a modality was expanded to every modality of any data set; keep those of this one.
    private func applies(_ strategy: Named, to problem: Problem) -> Bool {
        guard strategy.choice.id == "unimodal", let name = strategy.choice.options["modality"]?.stringValue else {
            return true
        }
        return problem.modalities.contains(name)
    }

    /// The cells of one row. Nothing but the seed differs, so what does not depend on it is asked once.
    private mutating func row(
        _ suite: String, _ problem: Problem, _ fusion: Named, _ strategy: Named, _ optimizer: Named, _ seeds: [Int],
        schedule: Choice, robustness: ConfigValue?, manyOptimizers: Bool, _ origins: [Origin]
    ) -> [Cell] {
        guard let first = seeds.first else { return [] }
        let task = problem.task
        var versions = [
            "task/\(task.id)": version(.task, task.id),
            "dataset/\(problem.named.choice.id)": version(.dataset, problem.named.choice.id),
            "fusion/\(fusion.choice.id)": version(.fusion, fusion.choice.id),
            "strategy/\(strategy.choice.id)": version(.strategy, strategy.choice.id),
            "optimizer/\(optimizer.choice.id)": version(.optimizer, optimizer.choice.id),
            "schedule/\(schedule.id)": version(.schedule, schedule.id),
        ]
        for encoder in problem.encoders.values { versions["encoder/\(encoder.id)"] = version(.encoder, encoder.id) }
        let whole = RunSpec(
            task: task, dataset: problem.named.choice, dataDigest: problem.digest, encoders: problem.encoders,
            fusion: fusion.choice, strategy: strategy.choice, optimizer: optimizer.choice, schedule: schedule,
            budget: problem.budget, seed: first, versions: versions, robustness: robustness)
        let labels = RunLabels(
            suite: suite, dataset: problem.named.label, pairing: problem.pairing,
            fusion: fusion.label, strategy: manyOptimizers ? "\(strategy.label) · \(optimizer.label)" : strategy.label)
        do {
            let misfit = catalog.misfit(whole)
            let spec = misfit == nil ? try catalog.essence(whole) : whole
            let alone = try misfit != nil || catalog.companions(whole).isEmpty
            let series = FingerprintSeries(spec)
            return try seeds.map { seed in
                var own = spec
                own.seed = seed
                var companions: [RunSpec] = []
                if !alone {
                    var asked = whole
                    asked.seed = seed
                    companions = try catalog.companions(asked)
                }
                var cell = Cell(
                    labels, own, series.fingerprint(seed: seed), companions, notApplicable: misfit, origins)
                cell.isOptional = problem.isOptional
                return cell
            }
        } catch {
            complain(strategy.mark, "\(error)")
            return []
        }
    }

    private func version(_ kind: ChoiceKind, _ id: String) -> Int {
        catalog.cards(kind).first { $0.id == id }?.version ?? 0
    }

    // MARK: Parts

    private mutating func checkKeys(_ node: DocumentNode, _ known: [String], of what: String) {
        for member in node.members ?? [] where !known.contains(member.key) {
            complain(
                member.mark,
                "unknown key '\(member.key)' in \(what)\(NearestName.hint(member.key, among: known)) (known: \(known.joined(separator: ", ")))"
            )
        }
    }

    private mutating func text(_ key: String, required: Bool) -> String? {
        guard let node = source.root[key] else {
            if required { complain(source.root.mark, "'\(key)' is missing: expected a string") }
            return nil
        }
        guard let value = node.scalar?.stringValue else {
            complain(node.mark, "'\(key)' must be a string, found a \(node.typeName)")
            return nil
        }
        return value
    }

    /// An id, or {id, label, options, …}.
    private mutating func choice(_ kind: ChoiceKind, _ node: DocumentNode, _ keys: [String] = SuiteKeys.choice)
        -> Named?
    {
        let id: String
        var label: String?
        var options = DocumentNode(.scalar(.null), node.mark)
        var idMark = node.mark
        if let name = node.scalar?.stringValue {
            id = name
        } else if node.members != nil {
            checkKeys(node, keys, of: "a \(kind.rawValue)")
            guard let given = node["id"], let name = given.scalar?.stringValue else {
                complain(node["id"]?.mark ?? node.mark, "a \(kind.rawValue) needs 'id': the name of one")
                return nil
            }
            id = name
            idMark = given.mark
            if let given = node["label"] {
                label = given.scalar?.stringValue
                if label == nil { complain(given.mark, "'label' must be a string, found a \(given.typeName)") }
            }
            if let given = node["options"] { options = given }
        } else {
            complain(node.mark, "a \(kind.rawValue) must be a name or a mapping with 'id', found a \(node.typeName)")
            return nil
        }
        let ids = catalog.cards(kind).map(\.id)
        guard ids.contains(id) else {
            complain(idMark, UnknownName(kind: kind.rawValue, name: id, known: ids).description)
            return nil
        }
        let resolved = catalog.resolve(kind, id, options.configValue)
        problems += options.diagnostics(resolved.issues).map {
            Diagnostic($0.mark, "\(kind.rawValue) '\(id)': \($0.message)")
        }
        let origins =
            [Origin("id", idMark)]
            + Origin.options(resolved.canonical, given: options).map { $0.below("options") }
        return resolved.issues.isEmpty
            ? Named(label: label ?? id, choice: Choice(id, resolved.canonical), mark: idMark, origins: origins) : nil
    }

    /// What stands for a key that is left out.
    private mutating func fallback(_ kind: ChoiceKind, _ id: String) -> Named? {
        guard var named = choice(kind, DocumentNode(.scalar(.string(id)), source.root.mark)) else { return nil }
        named.origins = named.origins.map { Origin($0.path, nil) }
        return named
    }

    private mutating func single(_ kind: ChoiceKind, _ key: String, fallback id: String) -> Named? {
        if let node = source.root[key] { choice(kind, node) } else { fallback(kind, id) }
    }

    private mutating func list(_ kind: ChoiceKind, _ key: String, fallback id: String) -> [Named] {
        guard let node = source.root[key] else { return fallback(kind, id).map { [$0] } ?? [] }
        guard let elements = node.elements, !elements.isEmpty else {
            complain(node.mark, "'\(key)' must be a list with at least one \(kind.rawValue), found a \(node.typeName)")
            return []
        }
        var names: [Named] = []
        for element in elements {
            if let named = choice(kind, element) { names.append(named) }
        }
        checkUnique(names, of: kind.rawValue)
        return names
    }

    private mutating func checkUnique(_ names: [Named], of what: String) {
        for (index, name) in names.enumerated() where names[..<index].contains(where: { $0.label == name.label }) {
            complain(name.mark, "two entries are called '\(name.label)': give each \(what) its own 'label'")
        }
    }

    private mutating func readBudget() -> (value: ConfigValue, origins: [Origin])? {
        budget(source.root["budget"] ?? DocumentNode(.scalar(.null), source.root.mark))
    }

    private mutating func budget(_ node: DocumentNode) -> (value: ConfigValue, origins: [Origin])? {
        let resolved = catalog.resolveBudget(node.configValue)
        problems += node.diagnostics(resolved.issues).map { Diagnostic($0.mark, "budget: \($0.message)") }
        guard resolved.issues.isEmpty else { return nil }
        return (resolved.canonical, Origin.options(resolved.canonical, given: node).map { $0.below("budget") })
    }

    /// nil where the suite does not ask for any.
    private mutating func readRobustness() -> (value: ConfigValue, origins: [Origin])? {
        guard let node = source.root["robustness"] else { return nil }
        let resolved = catalog.resolveRobustness(node.configValue)
        problems += node.diagnostics(resolved.issues).map { Diagnostic($0.mark, "robustness: \($0.message)") }
        guard resolved.issues.isEmpty else { return nil }
        return (resolved.canonical, Origin.options(resolved.canonical, given: node).map { $0.below("robustness") })
    }

    private mutating func readSeeds() -> [Int] {
        guard let node = source.root["seeds"] else {
            complain(source.root.mark, "'seeds' is missing: expected a list of integers or \"first..last\"")
            return []
        }
        if let range = node.scalar?.stringValue.flatMap(SeedRange.parse) { return Array(range) }
        let seeds = node.elements?.compactMap { $0.scalar?.intValue } ?? []
        guard !seeds.isEmpty, seeds.count == node.elements?.count, Set(seeds).count == seeds.count else {
            complain(node.mark, "'seeds' must be different integers, or \"first..last\"")
            return []
        }
        return seeds
    }

    private mutating func readEncoders(_ node: DocumentNode?) -> [(modality: String, named: Named)] {
        guard let node else { return [] }
        guard let members = node.members else {
            complain(node.mark, "'encoders' must be a mapping from modality to encoder, found a \(node.typeName)")
            return []
        }
        var list: [(String, Named)] = []
        for member in members {
            if var named = choice(.encoder, member.value) {
                named.mark = member.mark
                list.append((member.key, named))
            }
        }
        return list
    }

    private mutating func readDatasets(_ common: Common) -> [Problem] {
        guard let node = source.root["datasets"] else {
            complain(source.root.mark, "'datasets' is missing: expected a list of data sets")
            return []
        }
        guard let elements = node.elements, !elements.isEmpty else {
            complain(node.mark, "'datasets' must be a list with at least one data set, found a \(node.typeName)")
            return []
        }
        var list: [Problem] = []
        var complete = true
        for element in elements {
            let own = readEncoders(element["encoders"])
            let task = element["task"].map { choice(.task, $0) } ?? common.task
            // A problem's own budget is laid over the suite's.
            let budget =
                element["budget"].map { own in
                    self.budget((source.root["budget"] ?? DocumentNode(.mapping([]), own.mark)).merging(own))
                } ?? common.budget
            guard let named = choice(.dataset, element, SuiteKeys.dataset), let task, let budget else {
                complete = false
                continue
            }
            let isOptional = flag(element, "optional")
            do {
                let taskOrigins = task.origins.map { $0.below("task") } + budget.origins
                let task = task.choice
                let description = try catalog.describe(dataset: named.choice, task: task)
                let slots = description.modalities + description.slots
                for (modality, encoder) in own where modality != "*" && !slots.contains(modality) {
                    complain(encoder.mark, unknownModality(modality, slots))
                }
                var chosen: [String: Choice] = [:]
                var origins = taskOrigins + named.origins.map { $0.below("dataset") }
                for modality in slots {
                    let given =
                        own.first { $0.modality == modality } ?? own.first { $0.modality == "*" }
                        ?? common.encoders.first { $0.modality == modality }
                        ?? common.encoders.first { $0.modality == "*" }
                    if let given {
                        chosen[modality] = given.named.choice
                        origins += given.named.origins.map { $0.below("encoders.\(modality)") }
                    } else {
                        let id = try catalog.defaultEncoder(
                            dataset: named.choice, task: task, slot: modality)
                        chosen[modality] = Choice(id, catalog.resolve(.encoder, id, .null).canonical)
                        origins.append(Origin("encoders.\(modality)", nil))
                    }
                }
                list.append(
                    Problem(
                        named: named, modalities: description.modalities, pairing: description.pairing,
                        digest: description.digest, encoders: chosen, task: task, budget: budget.value,
                        optimizers: element["optimizers"].flatMap { optimizerLabels($0, of: "data set") },
                        isOptional: isOptional, origins: origins))
            } catch {
                if isOptional {
                    skipped.append(Suite.Skipped(label: named.label, reason: "\(error)"))
                    continue
                }
                complete = false
                complain(named.mark, "data set '\(named.label)': \(error)")
            }
        }
        if complete {
            let known = Array(Set(list.flatMap { $0.encoders.keys })).sorted()
            for (modality, encoder) in common.encoders
            where skipped.isEmpty && modality != "*" && !known.contains(modality) {
                complain(encoder.mark, unknownModality(modality, known))
            }
        }
        // One data set may stand in several tasks under one name.
        for id in Set(list.map(\.task.id)).sorted() {
            checkUnique(list.filter { $0.task.id == id }.map(\.named), of: "data set")
        }
        return list
    }

    private mutating func flag(_ node: DocumentNode, _ key: String) -> Bool {
        guard let given = node[key] else { return false }
        guard case .bool(let value)? = given.scalar else {
            complain(given.mark, "'\(key)' must be true or false, found a \(given.typeName)")
            return false
        }
        return value
    }

    private func unknownModality(_ name: String, _ known: [String]) -> String {
        "no data set has a modality '\(name)'\(NearestName.hint(name, among: known)) (known: \(known.joined(separator: ", ")))"
    }

    private mutating func readStrategies(modalities: [[String]]) -> [Named] {
        guard let node = source.root["strategies"] else {
            complain(source.root.mark, "'strategies' is missing: expected a list of strategies")
            return []
        }
        guard let elements = node.elements, !elements.isEmpty else {
            complain(node.mark, "'strategies' must be a list with at least one strategy, found a \(node.typeName)")
            return []
        }
        var list: [Named] = []
        for element in elements {
            for variant in variants(of: element) {
                guard var named = choice(.strategy, variant, SuiteKeys.strategy) else { continue }
                named.optimizers = variant["optimizers"].flatMap { optimizerLabels($0, of: "strategy") }
                if named.choice.id == "unimodal", named.choice.options["modality"]?.stringValue == "" {
                    list += eachModality(named, modalities)
                } else {
                    list.append(named)
                }
            }
        }
        checkUnique(list, of: "strategy")
        return list
    }

    /// `unimodal` alone stands for one run per modality.
    private func eachModality(_ named: Named, _ modalities: [[String]]) -> [Named] {
        var seen: [String] = []
        for name in modalities.flatMap({ $0 }) where !seen.contains(name) { seen.append(name) }
        return seen.map { modality in
            let resolved = catalog.resolve(.strategy, "unimodal", ["modality": .string(modality)])
            var each = named
            each.label = "\(named.label) (\(modality))"
            each.choice = Choice("unimodal", resolved.canonical)
            each.origins = named.origins.map { $0.path == "options.modality" ? Origin($0.path, named.mark) : $0 }
            return each
        }
    }

    /// `optimizers: [label]` of an entry.
    private mutating func optimizerLabels(_ node: DocumentNode, of what: String) -> [String]? {
        let labels = node.elements?.compactMap { $0.scalar?.stringValue } ?? []
        guard !labels.isEmpty, labels.count == node.elements?.count else {
            complain(node.mark, "'optimizers' of a \(what) must list labels of the suite's optimizers")
            return nil
        }
        return labels
    }

    private mutating func checkOptimizers(
        _ uses: [(what: String, mark: Mark, labels: [String])], among optimizers: [Named]
    ) {
        let known = optimizers.map(\.label)
        guard !known.isEmpty else { return }
        for use in uses {
            for label in use.labels where !known.contains(label) {
                complain(
                    use.mark,
                    "\(use.what): the suite has no optimizer '\(label)'\(NearestName.hint(label, among: known)) (known: \(known.joined(separator: ", ")))"
                )
            }
        }
    }

    /// `sweep: {key: [values]}` multiplies an entry out; the label tells the values.
    private mutating func variants(of node: DocumentNode) -> [DocumentNode] {
        guard let sweep = node["sweep"] else { return [node] }
        guard let axes = sweep.members, !axes.isEmpty, axes.allSatisfy({ !($0.value.elements ?? []).isEmpty }) else {
            complain(sweep.mark, "'sweep' must map option names to lists of values")
            return []
        }
        let base = DocumentNode(.mapping((node.members ?? []).filter { $0.key != "sweep" }), node.mark)
        var results: [(node: DocumentNode, label: String)] = [
            (base, node["label"]?.scalar?.stringValue ?? node["id"]?.scalar?.stringValue ?? "")
        ]
        for axis in axes {
            results = results.flatMap { result in
                (axis.value.elements ?? []).compactMap { value in
                    result.node.setting(["options", axis.key], to: DocumentNode(value.kind, value.mark)).map {
                        (
                            $0,
                            "\(result.label) \(axis.key)=\(value.scalar.map(display) ?? value.configValue.canonicalJSON)"
                        )
                    }
                }
            }
        }
        return results.compactMap { result in
            result.node.setting(["label"], to: DocumentNode(.scalar(.string(result.label)), node.mark))
        }
    }

    private func display(_ value: ConfigValue) -> String { value.stringValue ?? value.canonicalJSON }
}
