// SPDX-License-Identifier: Apache-2.0

/// Okabe and Ito's colors, told apart by the colour-blind; each with its own dash and point, so that grey prints can be
/// read as well.
public enum Palette {
    static let colors = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000", "#7F7F7F"]
    /// Bands around lines that do not hide each other.
    static let mostBands = 5
    private static let dashes = [
        "1", "(12,4)", "(3,3)", "(12,4,3,4)", "(18,5)", "(6,3)", "(12,3,3,3,3,3)", "(2,5)",
    ]

    /// The colour of a line, as #rrggbb; begins anew after the last.
    public static func color(_ index: Int) -> String { colors[index % colors.count] }
    /// Beyond eight, colors come again with the next dash.
    public static func dash(_ index: Int) -> String { dashes[(index + index / colors.count) % dashes.count] }
    /// gnuplot's number of a line's points.
    public static func point(_ index: Int) -> Int { [7, 5, 9, 13, 11, 4, 6, 8][(index + index / colors.count) % 8] }

    /// A ramp from dark blue to yellow whose lightness rises evenly (after Nuñez, Anderton, Renslow's cividis): its
    /// grey print keeps the order.
    static let ramp = """
        set palette defined (0 '#00224E', 0.25 '#414D6B', 0.5 '#7D7C78', 0.75 '#BCAF6F', 1 '#FEE838')
        """

    /// Blue over white to orange for values around 0.
    static let diverging = """
        set palette defined (-1 '#D55E00', -0.5 '#F0B98F', 0 '#FFFFFF', 0.5 '#8FC1DE', 1 '#0072B2')
        """

    /// The same for scores that should be low: blue is still the better side.
    static let divergingFalling = """
        set palette defined (-1 '#0072B2', -0.5 '#8FC1DE', 0 '#FFFFFF', 0.5 '#F0B98F', 1 '#D55E00')
        """
}
