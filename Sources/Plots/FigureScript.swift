// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// The gnuplot script that ships with a figure: the commands once, drawn in each format in turn.
enum FigureScript {
    static let provenanceMark = "# provenance: "

    /// The script loads itself for the next format; `gnuplot -e "format='png'" NAME.gp` begins at another.
    static func text(_ figure: Figure, file: String, formats: [FigureFormat], provenance: ConfigValue) -> String {
        let latex = formats.allSatisfy(\.isLaTeX)
        let commands = TextMark.resolve(figure.commands) { latex ? TextMark.latex($0) : $0 }
        var text = """
            # Draws \(figure.name) (\(formats.map(\.rawValue).joined(separator: ", "))) from \(figure.name).tsv: gnuplot \(file)
            \(provenanceMark)\(provenance.canonicalJSON)
            set encoding utf8
            if (!exists("format")) { format = '\(formats.first?.rawValue ?? "")' }

            """
        for format in formats {
            text += """
                if (format eq '\(format.rawValue)') {
                  set terminal \(format.terminal(figure.layout))
                  set output '\(format.output(figure.name))'
                }

                """
        }
        text += "\n\(commands)\n\nunset output\nreset\n"
        let next = zip(formats, formats.dropFirst()).map { "format eq '\($0.rawValue)' ? '\($1.rawValue)' : " }
        text += "format = \(next.joined())''\n"
        return text + """
            if (strlen(format)) {
              load '\(file)'
            }
            if (exists("format")) { if (!strlen(format)) { undefine format } }

            """
    }
}
