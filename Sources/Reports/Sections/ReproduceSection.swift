// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// The command and the digest of everything this report rests on.
enum ReproduceSection: ReportSection {
    static let id = "reproduce"
    static let title = "How to reproduce"

    static func blocks(_ input: ReportInput) -> [ReportBlock] {
        var hash = SHA256()
        for record in input.records { hash.update("\(record.fingerprint) \(record.result.parametersSHA256)\n") }
        return [
            .text("```sh\n\(input.reproduce.split(whereSeparator: \.isNewline).joined(separator: " "))\n```"),
            .text(
                "Same suite, same code version: the same bits, whatever the number of workers, the instruction set and the machine. Digest over all \(input.records.count) cells' specifications and final parameters: `\(hash.hex())`. The cells stand in `cells.jsonl`; each figure has its data (`.tsv`) and script (`.gp`) beside it, each table stands in `tables/` as CSV and LaTeX. `sources.jsonl` names the records behind every number, and `pdmpbench report --check` compares all of it with the cells."
            ),
        ]
    }
}
