// SPDX-License-Identifier: Apache-2.0

/// How wide text is drawn, so that margins fit their labels on every machine: the terminals estimate widths from the
/// number of letters, or from fonts that may be absent.
enum TextWidth {
    /// The width of a digit at 8 points.
    static let centimetres = 0.18

    /// In widths of a digit of DejaVu Sans, which is gnuplot's unit of margins.
    static func digits(_ text: String) -> Double {
        text.unicodeScalars.reduce(0) { $0 + width($1) }
    }

    /// As much of a text as `room` digits are wide; a cut is shown.
    static func shortened(_ text: String, to room: Double) -> String {
        guard digits(text) > room else { return text }
        var limit = text.count - 1
        while limit > 1, digits(Figure.shortened(text, limit)) > room { limit -= 1 }
        return Figure.shortened(text, limit)
    }

    private static func width(_ scalar: Unicode.Scalar) -> Double {
        switch scalar {
        case "i", "j", "l", "'", "|", ".", ",", ":", ";", "I", "!", " ", "/", "(", ")", "[", "]", "-", "f", "t", "r":
            0.6
        case "m", "w", "M", "W", "@", "%", "…", "—", "=", "+", "<", ">", "~", "−", "×", "±": 1.45
        case "A"..."Z", "_": 1.12
        // Ideographs and what else is drawn over a whole square.
        case "\u{1100}"..."\u{115F}", "\u{2E80}"..."\u{FFEF}", "\u{1F000}"..."\u{3FFFF}": 1.6
        default: 1
        }
    }
}
