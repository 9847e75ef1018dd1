// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// A checked suite: every cell with all defaults filled in, in the order in which they run and are listed.
public struct Suite: Sendable {
    /// Kebab-case; names the report's folder.
    public let name: String
    /// What the suite asks, one sentence; may be empty.
    public let question: String
    /// As it was named by the user.
    public let file: String
    /// In the order in which they are run and shown.
    public let cells: [Cell]
    /// Optional data sets that cannot be had here.
    public let skipped: [Skipped]

    /// An optional data set that cannot be had, and why.
    public struct Skipped: Equatable, Sendable {
        /// The data set's label.
        public let label: String
        /// Why it cannot be had.
        public let reason: String
    }

    public init(name: String, question: String, file: String, cells: [Cell], skipped: [Skipped] = []) {
        self.skipped = skipped
        self.name = name
        self.question = question
        self.file = file
        self.cells = cells
    }

    /// The first cell of every row; the row's other cells differ in their seed alone.
    public var rows: [Cell] {
        var seen: Set<RunLabels> = []
        return cells.filter { seen.insert($0.labels).inserted }
    }

    /// Only the cells that all filters admit.
    public func filtered(_ filter: CellFilter) -> Suite {
        // A strategy's id stands for all its rows, unless a row is called so itself.
        let labels = Set(cells.map(\.labels.strategy))
        let ids = filter.strategies.filter { pattern in !labels.contains { glob(pattern, $0) } }
        return Suite(
            name: name, question: question, file: file,
            cells: cells.filter { filter.admits($0, strategyIDs: ids) }, skipped: skipped)
    }

    /// The same cells over the first `rows` rows of each split, each name stamped: what comes out says on every page
    /// that it is a smoke test.
    public func limited(to rows: Int) -> Suite {
        func limited(_ spec: RunSpec) -> RunSpec {
            var spec = spec
            spec.limit = rows
            return spec
        }
        return Suite(
            name: "SMOKE-\(name)", question: "SMOKE (--limit \(rows)), not a result. \(question)", file: file,
            cells: cells.map { cell in
                var labels = cell.labels
                labels.suite = "SMOKE-\(labels.suite)"
                labels.dataset = "SMOKE \(labels.dataset)"
                var made = Cell(
                    labels: labels, spec: limited(cell.spec), companions: cell.companions.map(limited),
                    notApplicable: cell.notApplicable,
                    origins: cell.origins + [Origin(path: "limit", place: "command line: --limit \(rows)")])
                made.isOptional = cell.isOptional
                return made
            }, skipped: skipped)
    }
}

/// Which cells are meant: of each list any glob must match, an empty list admits everything.
public struct CellFilter: Sendable {
    /// Ids of tasks, or labels of data sets.
    public var tasks: [String]
    /// Globs over labels of data sets; empty is all.
    public var datasets: [String]
    /// Globs over labels of fusions; empty is all.
    public var fusions: [String]
    /// Labels or ids of strategies.
    public var strategies: [String]
    /// nil is all.
    public var seeds: Set<Int>?

    public init(
        tasks: [String] = [], datasets: [String] = [], fusions: [String] = [], strategies: [String] = [],
        seeds: Set<Int>? = nil
    ) {
        self.tasks = tasks
        self.datasets = datasets
        self.fusions = fusions
        self.strategies = strategies
        self.seeds = seeds
    }

    func admits(_ cell: Cell, strategyIDs ids: [String]) -> Bool {
        func any(_ globs: [String], _ names: String...) -> Bool {
            globs.isEmpty || globs.contains { pattern in names.contains { glob(pattern, $0) } }
        }
        return any(tasks, cell.spec.task.id, cell.labels.dataset) && any(datasets, cell.labels.dataset)
            && any(fusions, cell.labels.fusion)
            && (any(strategies, cell.labels.strategy) || ids.contains { glob($0, cell.spec.strategy.id) })
            && (seeds?.contains(cell.spec.seed) ?? true)
    }
}

/// Whether `text` matches a pattern in which `*` stands for anything.
public func glob(_ pattern: String, _ text: String) -> Bool {
    let parts = pattern.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 1 else { return pattern == text }
    guard text.hasPrefix(parts[0]) else { return false }
    var rest = text.dropFirst(parts[0].count)
    for part in parts[1..<(parts.count - 1)] where !part.isEmpty {
        guard let range = rest.range(of: part) else { return false }
        rest = rest[range.upperBound...]
    }
    return rest.count >= parts[parts.count - 1].count && rest.hasSuffix(parts[parts.count - 1])
}
