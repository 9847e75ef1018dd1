// SPDX-License-Identifier: Apache-2.0

import Documents
import Foundation
import Lexicon

/// Compares a written report with the records beside it: every number must follow from records that are there.
public enum ReportCheck {
    /// Every disagreement, one sentence each; none means that the report holds.
    ///
    /// - Parameters:
    ///   - input: made from the records of the report's own folder.
    ///   - folder: of the report.
    public static func problems(_ input: ReportInput, folder: URL) throws -> [String] {
        let input = try ExternalResults.joined(input, folder)
        let report = folder.appendingPathComponent("report.md")
        guard let markdown = try? String(contentsOf: report, encoding: .utf8) else {
            return ["\(report.relativePath): there is no report"]
        }
        let written = try read(folder.appendingPathComponent("sources.jsonl"))
        let known = Set(input.records.map(\.id))
        var problems: [String] = []
        var missing: Set<String> = []
        for entry in written.entries {
            for record in entry.records where !known.contains(record) && missing.insert(record).inserted {
                problems.append(
                    "\(entry.place): '\(entry.text)' rests on record \(record), which cells.jsonl does not hold")
            }
        }
        let text = ReportText(input, figures: written.figures, skipped: written.skipped)
        let before = Dictionary(written.entries.map { ($0.place, $0.text) }) { first, _ in first }
        for entry in text.entries {
            if let old = before[entry.place], old != entry.text, entry.place.contains(" / ") {
                problems.append("\(entry.place): the report says '\(old)', the records give '\(entry.text)'")
            }
        }
        if problems.isEmpty, text.markdown != markdown {
            let wanted = text.markdown.split(separator: "\n", omittingEmptySubsequences: false)
            let found = markdown.split(separator: "\n", omittingEmptySubsequences: false)
            let line =
                zip(wanted, found).enumerated().first { $0.element.0 != $0.element.1 }?.offset
                ?? min(wanted.count, found.count)
            problems.append(
                "\(report.relativePath):\(line + 1): says '\(line < found.count ? found[line] : "")', the records give '\(line < wanted.count ? wanted[line] : "")'"
            )
        }
        return problems
    }

    private static func read(_ url: URL) throws -> (
        figures: [ReportText.Drawn], skipped: String?, entries: [ReportText.Source]
    ) {
        guard let text = try? String(contentsOf: url, encoding: .utf8) else {
            throw InputError(place: url.relativePath, line: nil, message: "cannot be read: render the report again")
        }
        var figures: [ReportText.Drawn] = []
        var skipped: String?
        var entries: [ReportText.Source] = []
        var groups: [[String]] = []
        for (number, line) in text.split(separator: "\n").enumerated() {
            func damaged() -> InputError {
                InputError(
                    place: url.relativePath, line: number + 1, message: "is not an entry: render the report again")
            }
            guard let value = try? JSONScanner.value(line) else { throw damaged() }
            if number == 0 {
                skipped = value["skipped"]?.stringValue
                figures = (value["figures"]?.arrayValue ?? []).compactMap { figure in
                    guard let name = figure["name"]?.stringValue, let section = figure["section"]?.stringValue,
                        let title = figure["title"]?.stringValue
                    else { return nil }
                    return ReportText.Drawn(name: name, title: title, section: section)
                }
                continue
            }
            guard let place = value["place"]?.stringValue, let text = value["text"]?.stringValue else {
                throw damaged()
            }
            let records: [String]
            if let group = value["group"]?.intValue {
                guard groups.indices.contains(group) else { throw damaged() }
                records = groups[group]
            } else {
                records = (value["records"]?.arrayValue ?? []).compactMap(\.stringValue)
                groups.append(records)
            }
            entries.append(ReportText.Source(place: place, text: text, records: records))
        }
        return (figures, skipped, entries)
    }
}

/// Input that cannot be used: file, line, what is wrong.
public struct InputError: Error, CustomStringConvertible, Equatable {
    /// A file of the folder.
    public let place: String
    /// From 1; nil where the file as a whole is meant.
    public let line: Int?
    /// What does not follow from the records.
    public let message: String

    public init(place: String, line: Int?, message: String) {
        self.place = place
        self.line = line
        self.message = message
    }

    public var description: String { "\(place):\(line.map { "\($0):" } ?? "") \(message)" }
}
