// SPDX-License-Identifier: Apache-2.0

import Documents
import Foundation
import Lexicon

/// Several suites, and the hypotheses that were stated about them before they ran.
public struct Study: Equatable, Sendable {
    /// Its title, and the default folder of its report.
    public let name: String
    /// What it wants to know, in a sentence.
    public let question: String
    /// Paths of the suites, as they may be opened from where the study's file was.
    public let suites: [String]
    /// What groups of hypotheses ask, by the part of their ids before the point; in the order of the file.
    public let questions: [Question]
    /// One family of tests.
    public let hypotheses: [Hypothesis]
    /// Figures of its suites that stand on the study's own page.
    public let figures: [FigureName]

    /// What a group of hypotheses asks.
    public struct Question: Equatable, Sendable {
        /// The part of their ids before the point: "H1".
        public let id: String
        /// The question, in words.
        public let text: String
    }

    /// A figure of one of the suites' reports.
    public struct FigureName: Equatable, Sendable {
        /// Name of the suite's file without its ending: the folder of its report.
        public let folder: String
        /// Name of the figure's file without its ending.
        public let figure: String
    }

    /// Where the report of a suite goes, below the study's own folder.
    public static func folder(_ suite: String) -> String {
        URL(fileURLWithPath: suite).deletingPathExtension().lastPathComponent
    }

    /// Reads a study's YAML; every mistake with its place.
    public static func read(file: String) throws(Diagnostics) -> Study {
        let root = try Document.parse(file: file)
        let header = try StudyHeader.read(root)
        guard let list = root["hypotheses"], let elements = list.elements, !elements.isEmpty else {
            throw Diagnostics([
                Diagnostic(root["hypotheses"]?.mark ?? root.mark, "'hypotheses' needs a list of what is asked")
            ])
        }
        let folder = URL(fileURLWithPath: file).deletingLastPathComponent().relativePath
        var problems: [Diagnostic] = []
        let paths = header.suites.map { folder == "." ? $0 : "\(folder)/\($0)" }
        for (path, node) in zip(paths, root["suites"]?.elements ?? [])
        where !FileManager.default.fileExists(atPath: path) {
            problems.append(Diagnostic(node.mark, "there is no suite \(path)"))
        }
        var hypotheses: [Hypothesis] = []
        for element in elements {
            do {
                let hypothesis = try Hypothesis.read(element)
                if hypotheses.contains(where: { $0.id == hypothesis.id }) {
                    problems.append(Diagnostic(element.mark, "two hypotheses are called '\(hypothesis.id)'"))
                }
                hypotheses.append(hypothesis)
            } catch {
                problems += error.list
            }
        }
        let folders = paths.map(Study.folder)
        if Set(folders).count != folders.count {
            problems.append(Diagnostic(root["suites"]?.mark ?? root.mark, "two suites have files of the same name"))
        }
        let questions = (root["questions"]?.members ?? []).map {
            Question(id: $0.key, text: $0.value.scalar?.stringValue ?? "")
        }
        for hypothesis in hypotheses where !questions.contains(where: { $0.id == hypothesis.group }) {
            problems.append(Diagnostic(root.mark, "'questions' does not say what '\(hypothesis.group)' asks"))
        }
        let figures = zip(header.figures, root["figures"]?.elements ?? []).compactMap { text, node -> FigureName? in
            let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
            if parts.count == 2, folders.contains(parts[0]) { return FigureName(folder: parts[0], figure: parts[1]) }
            problems.append(
                Diagnostic(
                    node.mark,
                    "'\(text)' is no figure of a suite: expected one of \(folders.joined(separator: ", ")), then / and its name"
                ))
            return nil
        }
        for (index, named) in figures.enumerated()
        where figures[..<index].contains(where: { $0.figure == named.figure }) {
            problems.append(
                Diagnostic(
                    root["figures"]?.mark ?? root.mark,
                    "'figures' names two that are called '\(named.figure)': a page can show one of them"))
        }
        guard problems.isEmpty else { throw Diagnostics(problems) }
        return Study(
            name: header.name, question: header.question, suites: paths, questions: questions, hypotheses: hypotheses,
            figures: figures)
    }
}

private struct StudyHeader: Configurable {
    @Field("names the study") var name: String = ""
    @Field("what the study asks, one sentence") var question: String = ""
    @Field("its suites: paths relative to the study's file") var suites: [String] = []
    @Field("what each group of hypotheses asks: {H1: …}") var questions: ConfigValue = [:]
    @Field("what is asked of them: see a hypothesis's keys") var hypotheses: ConfigValue = []
    @Field("figures for the study's own page: suite/figure") var figures: [String] = []
    init() {}

    func problems() -> [String] {
        var problems: [String] = []
        if name.isEmpty { problems.append("'name' is missing: expected a string") }
        if suites.isEmpty { problems.append("'suites' needs a list of at least one suite's path") }
        if Set(suites).count != suites.count { problems.append("'suites' names a suite twice") }
        return problems
    }
}

/// A statement about strategies that a test can support or contradict.
public struct Hypothesis: Configurable, Equatable, Sendable {
    /// What the test is expected to show.
    public enum Expectation: String, FieldChoice { case better, worse, equal }

    @Field("names it in tables") public var id: String = ""
    @Field("what is claimed, in words") public var claim: String = ""
    @Field("name of the suite whose records decide") public var suite: String = ""
    @Field("id of a task; '' means all") public var task: String = ""
    @Field("labels of data sets, globs; none means all") public var datasets: [String] = []
    @Field("labels of fusions, globs; none means all") public var fusions: [String] = []
    @Field("label of the strategy of which something is claimed") public var compare: String = ""
    @Field("what it is compared with; of several the one that is best on validation, problem by problem")
    public var with: [String] = []
    @Field("metric, or diagnostic of which less is better; '' means what the task is judged by")
    public var metric: String = ""
    @Field("option of the data sets with which the difference is expected to change; '' asks for the difference itself")
    public var along: String = ""
    @Field("whether the top of a balance sweep is expected elsewhere than at one to one") public var peak: Bool = false
    @Field("how the strategy is expected to compare; along an option: whether the difference rises or falls")
    public var expect: Expectation = .better
    public init() {}

    public func problems() -> [String] {
        var problems: [String] = []
        for (name, value) in [("id", id), ("claim", claim), ("suite", suite)] where value.isEmpty {
            problems.append("a hypothesis needs '\(name)'")
        }
        if peak, !compare.isEmpty || !with.isEmpty || !along.isEmpty || !metric.isEmpty || expect != .better {
            problems.append("'peak' stands alone: it compares a sweep with itself")
        }
        if !peak, compare.isEmpty || with.isEmpty {
            problems.append("a hypothesis needs 'compare' and 'with', or 'peak: true'")
        }
        if !along.isEmpty, expect == .equal { problems.append("'along' expects better (rises) or worse (falls)") }
        return problems
    }

    /// The part of the id before the point.
    public var group: String { String(id.prefix { $0 != "." }) }

    /// Whether a problem of the suite is meant.
    public func concerns(task: String, dataset: String, fusion: String) -> Bool {
        func any(_ globs: [String], _ name: String) -> Bool { globs.isEmpty || globs.contains { glob($0, name) } }
        return (self.task.isEmpty || self.task == task) && any(datasets, dataset) && any(fusions, fusion)
    }
}
