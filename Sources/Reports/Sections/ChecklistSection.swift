// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Statistics

/// Questions of venues' reproducibility checklists, answered from the records where they can be.
enum ChecklistSection: ReportSection {
    static let id = "checklist"
    static let title = "Reproducibility checklist"

    struct Item: Equatable {
        let source: String
        let question: String
        /// nil: the records cannot answer.
        let answer: String?
        /// Ids of records that show it.
        let evidence: [String]
    }

    static func items(_ input: ReportInput) -> [Item] {
        let own = input.records.filter { !$0.isExternal }
        let finished = own.filter { $0.result.state == .ok }
        let some = finished.prefix(1).map(\.id)
        let seeds = Set(own.map(\.spec.seed)).count
        let perCell = input.problems.flatMap { problem in
            input.strategies(problem).map { input.finished(problem, $0).count }
        }.filter { $0 > 0 }
        let validated = finished.filter { record in record.result.metrics.keys.contains { $0.hasPrefix("validation/") }
        }
        let gigaflops = finished.reduce(0.0) { $0 + $1.result.cost.flops } / 1e9
        let sized = finished.filter { $0.result.diagnostics["parameters"] != nil }
        let digested = own.filter { !$0.spec.dataDigest.isEmpty }
        func answer(_ holds: Bool, _ text: String) -> String? { holds ? text : nil }
        return [
            Item(
                source: "NeurIPS", question: "Are all training and test details given?",
                answer: answer(
                    !own.isEmpty,
                    "Yes: every option of task, data, encoders, fusion, strategy, optimizer, schedule and budget stands in each record, defaults filled in."
                ), evidence: some),
            Item(
                source: "NeurIPS", question: "Are error bars reported, and how were they computed?",
                answer: answer(
                    seeds >= 3,
                    "Yes: \(perCell.min() ?? 0) to \(perCell.max() ?? 0) seeds per cell; Student and bootstrap intervals over seeds, paired tests with Holm's correction; below ten seeds bootstrap intervals say that they are not reliable."
                ), evidence: some),
            Item(
                source: "NeurIPS", question: "Is the compute of each run and in total reported?",
                answer: answer(
                    gigaflops > 0,
                    "Yes: \(FixedPoint.text(gigaflops, 1)) GFLOP over \(finished.count) runs; per run in section Cost, measured times in cost.md."
                ), evidence: some),
            Item(
                source: "NeurIPS", question: "Are code and data open, with instructions to reproduce?",
                answer: answer(
                    !own.isEmpty,
                    "The command stands in section How to reproduce; same suite and code give the same bits. \(digested.isEmpty ? "All data are generated." : "Loaded data carry SHA-256 digests.")"
                ), evidence: digested.isEmpty ? some : digested.prefix(1).map(\.id)),
            Item(
                source: "NeurIPS", question: "Are licences of the data respected and named?", answer: nil, evidence: []),
            Item(source: "NeurIPS", question: "Do the claims match the results?", answer: nil, evidence: []),
            Item(source: "NeurIPS", question: "Are limitations discussed?", answer: nil, evidence: []),
            Item(source: "NeurIPS", question: "Is broader impact discussed?", answer: nil, evidence: []),
            Item(
                source: "ACL", question: "Is the number of parameters of each model given?",
                answer: answer(!sized.isEmpty, "Yes: column parameters in section Cost."),
                evidence: sized.prefix(1).map(\.id)),
            Item(
                source: "ACL", question: "Is there a validation result for every test result?",
                answer: answer(
                    !finished.isEmpty && validated.count == finished.count,
                    "Yes: all \(finished.count) finished runs carry both."),
                evidence: validated.prefix(1).map(\.id)),
            Item(
                source: "ACL", question: "Are search bounds, trials and the selection criterion given?",
                answer: answer(!own.isEmpty, "Yes: section Tuning budget; epochs are chosen on the validation split."),
                evidence: some),
            Item(
                source: "ACL", question: "Is the computing infrastructure described?",
                answer: answer(
                    finished.contains { !$0.result.machine.isEmpty }, "Yes: `machine` of each record, and cost.md."),
                evidence: finished.first { !$0.result.machine.isEmpty }.map { [$0.id] } ?? []),
            Item(source: "ACL", question: "How were loaded data collected?", answer: nil, evidence: []),
            Item(
                source: "ACM", question: "Functional: documented, consistent, complete, exercisable?",
                answer: answer(
                    !own.isEmpty && own.allSatisfy { $0.result.state != .failed },
                    "Yes: no cell failed, and one command runs all of them."), evidence: some),
            Item(source: "ACM", question: "Available: archived with a DOI?", answer: nil, evidence: []),
        ]
    }

    static func blocks(_ input: ReportInput) -> [ReportBlock] {
        guard !input.records.isEmpty else { return [] }
        let rows = items(input).map { item -> [TableCell] in
            var answer = TableCell.text(item.answer ?? "author must answer")
            answer.records = item.evidence
            return [
                .text(item.source), .text(item.question), answer, .text(item.evidence.joined(separator: ", ")),
            ]
        }
        return [
            .table(
                ReportTable(
                    id: "checklist", title: "Reproducibility checklist",
                    columns: ["list", "question", "answer", "evidence (record)"], rows: rows))
        ]
    }
}
