// SPDX-License-Identifier: Apache-2.0

/// How much of the decision rests on one modality as training goes on; half is marked.
public enum DependencyPlot {
    /// How much of the decision rests on one modality, epoch by epoch; nil where there is nothing to draw.
    public static func figure(
        name: String, title: String, modality: String, lines: [CurvePlot.Line], preset: Layout.Preset = .double
    ) -> Figure? {
        CurvePlot.figure(
            name: name, title: title, quantity: "dependency on \(modality) (share)", lines: lines, range: 0...1,
            reference: 0.5, preset: preset)
    }
}
