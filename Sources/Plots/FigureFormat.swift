// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon

/// A form in which a figure can be had.
public enum FigureFormat: String, CaseIterable, Sendable {
    /// For pages; for slides; for papers; for old LaTeX.
    case svg, png, pdf, eps
    /// cairolatex: a `.tex` file to include, whose texts LaTeX sets, and the drawing as PDF beside it.
    case tex

    /// What a report holds.
    public static let standard: [FigureFormat] = [.svg, .png, .pdf]

    var isLaTeX: Bool { self == .tex }

    /// gnuplot's terminal. Text is 8 point on paper whatever the width: vector fonts everywhere, 48 pixels to the cm on
    /// screens, 96 in PNG.
    func terminal(_ layout: Layout) -> String {
        let (width, height) = (layout.preset.width, layout.height)
        func pixels(_ length: Double, _ density: Double) -> Int { Int((length * density).rounded()) }
        let centimetres = "\(Figure.number(width))cm,\(Figure.number(height))cm"
        return switch self {
        case .svg:
            "svg size \(pixels(width, 48)),\(pixels(height, 48)) fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'"
        case .png:
            "pngcairo size \(pixels(width, 96)),\(pixels(height, 96)) noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'"
        case .pdf: "pdfcairo size \(centimetres) noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6"
        case .eps:
            "epscairo size \(centimetres) noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6"
        case .tex: "cairolatex pdf size \(centimetres) font ',8' linewidth 1"
        }
    }

    /// The file that `set output` names.
    func output(_ name: String) -> String { isLaTeX ? "\(name)-latex.tex" : "\(name).\(rawValue)" }

    /// All files that come out.
    public func outputs(_ name: String) -> [String] {
        isLaTeX ? ["\(name)-latex.tex", "\(name)-latex.pdf"] : [output(name)]
    }

    /// Checks that a drawn file is whole, and takes out what differs from one drawing to the next.
    func finish(_ url: URL, figure: String, provenance: ConfigValue) throws {
        var data = try Data(contentsOf: url)
        let kind = url.pathExtension
        let ending: [UInt8] =
            switch kind {
            case "svg": Array("</svg>".utf8)
            case "png": [0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]
            case "tex": Array("\\endgroup".utf8)
            default: Array("%%EOF".utf8)
            }
        guard data.suffix(ending.count + 8).range(of: Data(ending)) != nil else {
            throw PlotError.failed(figure: figure, reason: "\(url.lastPathComponent) is cut off (is the disk full?)")
        }
        switch kind {
        case "pdf": FigureFormat.fixDate(&data, after: "/CreationDate (D:", digits: 14)
        case "eps": FigureFormat.fixLine(&data, "%%CreationDate: ")
        default: break
        }
        EmbeddedProvenance.insert(provenance, into: &data, kind: kind)
        try data.write(to: url)
    }

    /// Overwrites the digits in place: the length stays, so the file's offsets stay right.
    private static func fixDate(_ data: inout Data, after mark: String, digits: Int) {
        var from = data.startIndex
        while let found = data.range(of: Data(mark.utf8), in: from..<data.endIndex) {
            let end = min(data.endIndex, found.upperBound + digits)
            data.replaceSubrange(
                found.upperBound..<end, with: Data("20000101000000".utf8.prefix(end - found.upperBound)))
            from = end
        }
    }

    private static func fixLine(_ data: inout Data, _ mark: String) {
        guard let found = data.range(of: Data(mark.utf8)),
            let end = data[found.upperBound...].firstIndex(of: UInt8(ascii: "\n"))
        else { return }
        data.replaceSubrange(found.upperBound..<end, with: Data("Sat Jan  1 00:00:00 2000".utf8))
    }

    /// What a drawn figure of any format, or a figure's script, says it was made from; nil where it says nothing.
    public static func provenance(in data: Data) -> ConfigValue? { EmbeddedProvenance.read(data) }
}
