// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// What a figure says it was made from.
public enum FigureProvenance {
    /// The part that all figures of a report share.
    static func of(_ input: ReportInput) -> [String: ConfigValue] { input.memo.provenance { made(input) } }

    private static func made(_ input: ReportInput) -> [String: ConfigValue] {
        var hash = SHA256()
        var versions: Set<String> = []
        var commits: Set<String> = []
        var changed = 0
        for record in input.records {
            hash.update("\(record.fingerprint) \(record.result.parametersSHA256)\n")
            versions.insert(record.result.codeVersion)
            if record.result.machine["dirty"] == "yes" { changed += 1 }
            if let commit = record.result.machine["commit"] { commits.insert(commit) }
        }
        return [
            "$schema": "pdmpbench-figure-1", "arguments": .array(input.arguments.map { .string($0) }),
            "code_versions": .array(versions.sorted().map { .string($0) }),
            "command": .string(input.reproduce), "commits": .array(commits.sorted().map { .string($0) }),
            "records": .int(input.records.count), "records_of_uncommitted_changes": .int(changed),
            "records_sha256": .string(hash.hex()), "suite": .string(input.suite),
        ]
    }

    static func of(
        _ figure: Figure, _ plan: FigurePlan, _ preset: Layout.Preset, _ shared: [String: ConfigValue]
    ) -> ConfigValue {
        var members = shared
        if !plan.contrast.isEmpty { members["contrast"] = .array(plan.contrast.map { .string($0) }) }
        members["figure"] = .string(figure.name)
        members["kind"] = .string(plan.id)
        members["preset"] = .string(preset.rawValue)
        members["table_sha256"] = .string(SHA256.hex(of: figure.table.text))
        return .object(members)
    }

    /// Provenance of one figure of a report.
    public static func of(_ figure: Figure, plan: FigurePlan, preset: Layout.Preset, input: ReportInput) -> ConfigValue
    {
        of(figure, plan, preset, of(input))
    }
}
