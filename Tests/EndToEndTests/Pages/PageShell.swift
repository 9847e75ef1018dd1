// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// A reader's shell: the tree in a folder of its own with the built program, in which the commands of a page are run one after
/// the other. Nothing is built there: `swift build` finds the work done.
final class PageShell {
    struct Outcome {
        /// nil: never reached.
        let code: Int32?
        let output: String
    }

    private let program: Program
    private var tree: URL { program.folder.appendingPathComponent("tree") }
    private var log: URL { program.folder.appendingPathComponent("log") }

    init() throws {
        program = try Program()
        let files = FileManager.default
        try files.createDirectory(at: tree, withIntermediateDirectories: true)
        try files.createDirectory(at: log, withIntermediateDirectories: true)
        for entry in try files.contentsOfDirectory(atPath: Repository.root.path).sorted() {
            let (from, to) = (Repository.root.appendingPathComponent(entry), tree.appendingPathComponent(entry))
            switch entry {
            case "Sources", "Tests", "Benchmarks": try files.createSymbolicLink(at: to, withDestinationURL: from)
            case "Docs", "Suites": try files.copyItem(at: from, to: to)
            case "Reports":
                try files.createDirectory(at: to, withIntermediateDirectories: true)
                try files.copyItem(
                    at: from.appendingPathComponent("baselines"), to: to.appendingPathComponent("baselines"))
            default:
                var isFolder: ObjCBool = false
                let isThere = files.fileExists(atPath: from.path, isDirectory: &isFolder)
                if isThere, !isFolder.boolValue { try files.copyItem(at: from, to: to) }
            }
        }
        try files.createDirectory(
            at: tree.appendingPathComponent(".build/release"), withIntermediateDirectories: true)
        try files.createSymbolicLink(
            at: tree.appendingPathComponent(".build/release/pdmpbench"), withDestinationURL: Program.url)
        try program.write("bin/swift", Data(Self.compiler.utf8))
        try files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path("bin/swift"))
    }

    private static let compiler = """
        #!/bin/sh
        # The program is built already.
        [ "$1" = build ] || { echo "a page may build, not: swift $*" >&2; exit 1; }

        """

    /// Runs the blocks as one session; stops at the first that ends otherwise than it should.
    func run(_ blocks: [Page.Block]) throws -> [Outcome] {
        var session = "set -o pipefail\ntrap 'code=$?; [ -z \"$block\" ] || echo $code > \"$log/$block.code\"' EXIT\n"
        for (index, block) in blocks.enumerated() {
            try program.write("log/\(index).sh", Data(block.text.utf8))
            let (before, after) = block.exitCode == 0 ? ("set -e; ", "; set +e; echo 0") : ("", "; echo $?")
            session += "block=\(index); \(before). \"$log/\(index).sh\" > \"$log/\(index).out\" 2>&1"
            session += "\(after) > \"$log/\(index).code\"; block=\n"
            if block.exitCode != 0 { session += "[ $(cat \"$log/\(index).code\") = \(block.exitCode) ] || exit\n" }
        }
        try program.write("log/session.sh", Data(session.utf8))
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        let shell = try program.start(
            ["bash", "--noprofile", "--norc", log.appendingPathComponent("session.sh").path],
            environment: [
                "log": log.path, "PDMPBENCH_HOME": "", "TERM": "dumb",
                "PATH": "\(program.path("bin")):\(tree.path)/.build/release:\(path)",
            ], program: URL(fileURLWithPath: "/usr/bin/env"), in: tree)
        shell.waitUntilExit()
        return blocks.indices.map { index in
            let code = (try? program.read("log/\(index).code")).flatMap { Int32($0.prefix { $0.isNumber }) }
            return Outcome(code: code, output: (try? program.read("log/\(index).out")) ?? "")
        }
    }

    /// Writes a file into the tree and runs the program there.
    func run(_ arguments: [String], with name: String, _ text: String) throws -> Program.Outcome {
        try program.write("tree/\(name)", Data(text.utf8))
        return try program.run(arguments, environment: ["PDMPBENCH_HOME": ""], in: tree)
    }
}
