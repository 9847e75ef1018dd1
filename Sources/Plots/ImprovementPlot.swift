// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The chance that a run of each method beats one of the reference, with intervals; one half means no difference.
public enum ImprovementPlot {
    /// The chance that a run of each row beats one of the reference; nil for no rows.
    public static func figure(
        name: String, title: String, reference: String, rows: [IntervalPlot.Row], preset: Layout.Preset = .double
    ) -> Figure? {
        guard
            let figure = IntervalPlot.figure(
                name: name, title: title, quantity: "probability that a run beats \(reference)", rows: rows,
                reference: 0.5, preset: preset)
        else { return nil }
        return Figure(
            name: name, title: title, layout: figure.layout, table: figure.table,
            commands: figure.commands.replacingOccurrences(
                of: "\nplot ", with: "\nset xrange [-0.03:1.03]\nset xtics 0, 0.25, 1\nplot "))
    }
}
