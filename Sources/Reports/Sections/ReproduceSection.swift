// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// The command and the digest of everything this report rests on.
enum ReproduceSection: ReportSection {
    static let title = "How to reproduce"

    static func body(_ input: ReportInput) -> String? {
        let digests = input.records.map { "\($0.fingerprint) \($0.result.parametersSHA256)\n" }.joined()
        return """
            ```sh
            \(input.reproduce)
            ```

            Same suite, same code version: the same bits, whatever the number of workers, the instruction set and the machine. Digest over all \(input.records.count) cells' specifications and final parameters: `\(SHA256.hex(of: digests))`. The cells stand in `cells.jsonl`; each figure has its data (`.tsv`) and script (`.gp`) beside it.

            """
    }
}
