// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon

/// Compares a figure with the one that its suite gives now.
public enum FigureReproduction {
    /// How the new figure compares with the old one.
    public enum Verdict: Equatable, Sendable {
        /// The same bytes.
        case identical
        /// Other numbers, but every estimate lies within the interval that was drawn.
        case withinInterval
        /// Other numbers, and which.
        case different(String)
    }

    /// The figure of that name; nil if the records no longer give one. Imported results of `folder` count.
    ///
    /// - Parameters:
    ///   - input: the records.
    ///   - kind: of figure.
    ///   - contrast: the two rows that a phase diagram was asked for; empty for those of the report.
    ///   - name: of the figure.
    ///   - preset: width.
    ///   - folder: where imported results lie.
    public static func draw(
        _ input: ReportInput, kind: String, contrast: [String] = [], name: String, preset: Layout.Preset,
        beside folder: URL
    ) throws -> Figure? {
        let input = try ExternalResults.joined(input, folder)
        let plan =
            contrast.count == 2
            ? FigurePlan.phase(contrast[0], minus: contrast[1]) : figurePlans.first { $0.id == kind }
        return plan?.draw(input, preset: preset).first { $0.name == name }
    }

    /// - Parameters:
    ///   - figure: drawn anew.
    ///   - tableDigest: SHA-256 of the table that was drawn.
    ///   - before: that table, if it is still there.
    public static func verdict(_ figure: Figure, tableDigest: String, before: String?) -> Verdict {
        if SHA256.hex(of: figure.table.text) == tableDigest { return .identical }
        guard let before, SHA256.hex(of: before) == tableDigest else {
            return .different("the table differs, and the one that was drawn is not beside the figure")
        }
        return compare(blocks(before), blocks(figure.table.text))
    }

    private struct Block {
        let columns: [String]
        let rows: [[String]]
    }

    private static func blocks(_ text: String) -> [Block] {
        text.components(separatedBy: "\n\n\n").compactMap { part in
            var lines = part.split(separator: "\n").map(String.init)
            guard let header = lines.first, header.hasPrefix("# ") else { return nil }
            lines.removeFirst()
            return Block(
                columns: header.dropFirst(2).split(separator: "\t").map(String.init),
                rows: lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) })
        }
    }

    private static func compare(_ before: [Block], _ after: [Block]) -> Verdict {
        guard before.map(\.columns) == after.map(\.columns) else { return .different("it has other parts") }
        var estimates = 0
        for (old, new) in zip(before, after) {
            guard let mean = old.columns.firstIndex(where: { $0 == "mean" || $0 == "difference" }),
                let low = old.columns.firstIndex(of: "low"),
                let high = old.columns.firstIndex(of: "high")
            else { continue }
            guard old.rows.count == new.rows.count else { return .different("it has other rows") }
            for (was, now) in zip(old.rows, new.rows) {
                let names = old.columns.indices.filter { Double(was[$0]) == nil }
                guard was.count == now.count, names.allSatisfy({ was[$0] == now[$0] }) else {
                    return .different("its rows have other names")
                }
                guard let value = Double(now[mean]), let from = Double(was[low]), let to = Double(was[high]) else {
                    continue
                }
                estimates += 1
                guard value >= from, value <= to else {
                    let name = names.first.map { was[$0] } ?? "a value"
                    return .different("\(name) was \(was[mean]) [\(was[low]), \(was[high])] and is \(now[mean])")
                }
            }
        }
        return estimates > 0 ? .withinInterval : .different("its numbers differ, and it has no intervals")
    }
}
