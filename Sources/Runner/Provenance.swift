// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Processes

/// What of the surroundings belongs to a record of how results were made.
public enum Provenance {
    /// The checkout that a program was built in: the commit it stands at, and whether files differ from it.
    /// Empty where the program does not lie in a checkout, or git does not answer.
    public static func checkout(of program: URL) -> [String: String] { root(of: program).map(describe) ?? [:] }

    /// The root of the checkout that a program was built in; nil where it does not lie in one.
    public static func root(of program: URL) -> URL? {
        var folder = program.deletingLastPathComponent()
        while folder.path != "/" {
            let files = FileManager.default
            if files.fileExists(atPath: folder.appendingPathComponent("Package.swift").path),
                files.fileExists(atPath: folder.appendingPathComponent(".git").path)
            {
                return folder
            }
            folder = folder.deletingLastPathComponent()
        }
        return nil
    }

    private static func describe(_ folder: URL) -> [String: String] {
        guard let commit = git(["rev-parse", "HEAD"], in: folder) else { return [:] }
        var facts = ["commit": commit.trimmingCharacters(in: .whitespacesAndNewlines)]
        guard let status = git(["status", "--porcelain"], in: folder), let diff = git(["diff", "HEAD"], in: folder)
        else { return facts }
        facts["dirty"] = status.isEmpty ? "no" : "yes"
        if !status.isEmpty { facts["diff_sha256"] = SHA256.hex(of: status + diff) }
        return facts
    }

    private static func git(_ arguments: [String], in folder: URL) -> String? {
        let outcome = try? ChildProcess(
            "git", ["-C", folder.path] + arguments,
            environment: ChildProcess.inherited(with: ["GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"]), errors: .discarded
        ).run()
        return outcome?.status == 0 ? outcome?.output : nil
    }

    /// The variables that could matter, as they are set.
    public static func environment() -> [String: String] {
        let names = [
            "LANG", "LC_ALL", "MALLOC_ARENA_MAX", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "SOURCE_DATE_EPOCH",
            "SWIFT_DETERMINISTIC_HASHING", "TZ",
        ]
        return ProcessInfo.processInfo.environment.filter { name, _ in
            names.contains(name) || (name.hasPrefix("PDMPBENCH_") && name != "PDMPBENCH_PADDING")
        }
    }
}
