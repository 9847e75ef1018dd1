// SPDX-License-Identifier: Apache-2.0

import Foundation
import Processes

/// Base and head as sibling folders whose paths are equally long, each built by the same recipe.
public struct SourceTrees: Sendable {
    /// The checkout that is gated.
    public let repository: String
    /// Holds `base` and `head`, kept from gate to gate so that builds are incremental.
    public let folder: String
    /// The build command and the program it leaves.
    public let plan: GatePlan

    public init(repository: String, folder: String, plan: GatePlan) {
        self.repository = repository
        self.folder = folder
        self.plan = plan
    }

    /// A state of the sources.
    public struct Revision: Equatable, Sendable {
        /// Commit; of a working tree with changes, a commit of them that no branch names.
        public let commit: String
        /// Its tree: equal trees are equal programs.
        public let tree: String
        /// For people: "main (a1b2c3d4e5f6)", "working tree".
        public let name: String
    }

    /// Where head left the branch of `name`.
    public func base(_ name: String) throws(GateError) -> Revision {
        let commit = try git(["merge-base", name, "HEAD"])
        return try revision(commit, "\(name) (\(commit.prefix(12)))")
    }

    /// What stands in the working tree, tracked files only; untouched by the gate.
    public func head() throws(GateError) -> Revision {
        let stash = try git(["stash", "create"])
        if stash.isEmpty {
            let commit = try git(["rev-parse", "HEAD"])
            return try revision(commit, "HEAD (\(commit.prefix(12)))")
        }
        return try revision(stash, "working tree on \(try git(["rev-parse", "HEAD"]).prefix(12))")
    }

    /// Files that git does not track and that therefore take no part.
    public func untracked() throws(GateError) -> [String] {
        try git(["ls-files", "--others", "--exclude-standard"]).split(separator: "\n").map(String.init)
    }

    private func revision(_ commit: String, _ name: String) throws(GateError) -> Revision {
        Revision(commit: commit, tree: try git(["rev-parse", "\(commit)^{tree}"]), name: name)
    }

    /// The commit of that name.
    public func named(_ name: String) throws(GateError) -> Revision {
        let commit = try git(["rev-parse", "--verify", "--quiet", "\(name)^{commit}"])
        return try revision(commit, String(commit.prefix(12)))
    }

    /// Builds the working tree where it stands; its program.
    public func buildHere() throws(GateError) -> String { try compile(repository, "working") }

    /// Checks one revision out into a folder of that name below `folder` and builds it.
    public func build(_ revision: Revision, as side: String) throws(GateError) -> (checkout: String, program: String) {
        let checkout = try checkOut(revision, side)
        return (checkout, try compile(checkout, side))
    }

    /// Checks both out and builds them; equal trees are built once.
    public func build(base: Revision, head: Revision, note: (String) -> Void) throws(GateError) -> Sides {
        let first = try checkOut(base, "base")
        let second = try checkOut(head, "head")
        note("building base")
        let program = try compile(first, "base")
        if base.tree == head.tree {
            let copy = "\(second)/\(plan.program)"
            do {
                try FileManager.default.createDirectory(
                    atPath: URL(fileURLWithPath: copy).deletingLastPathComponent().path,
                    withIntermediateDirectories: true)
                try? FileManager.default.removeItem(atPath: copy)
                try FileManager.default.copyItem(
                    atPath: URL(fileURLWithPath: program).resolvingSymlinksInPath().path, toPath: copy)
            } catch {
                throw .build("head", error.localizedDescription)
            }
            return Sides(base: program, head: copy)
        }
        note("building head")
        return Sides(base: program, head: try compile(second, "head"))
    }

    private func checkOut(_ revision: Revision, _ side: String) throws(GateError) -> String {
        let path = "\(folder)/\(side)"
        if FileManager.default.fileExists(atPath: "\(path)/.git") {
            if (try? git(["rev-parse", "--git-dir"], in: path)) == nil { try adopt(path, revision) }
            _ = try git(["checkout", "--quiet", "--force", "--detach", revision.commit], in: path)
        } else {
            try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            _ = try git(["worktree", "prune"])
            _ = try git(["worktree", "add", "--quiet", "--force", "--detach", path, revision.commit])
        }
        return path
    }

    /// A folder that a cache brought along belongs to another clone: it is made a work tree of this one, and files that are
    /// as they should be are not touched, so that a build finds them as old as they are.
    private func adopt(_ path: String, _ revision: Revision) throws(GateError) {
        let fresh = "\(path).new"
        try? FileManager.default.removeItem(atPath: fresh)
        _ = try git(["worktree", "prune"])
        _ = try git(["worktree", "add", "--quiet", "--force", "--no-checkout", "--detach", fresh, revision.commit])
        do {
            try FileManager.default.removeItem(atPath: "\(path)/.git")
            try FileManager.default.moveItem(atPath: "\(fresh)/.git", toPath: "\(path)/.git")
            try FileManager.default.removeItem(atPath: fresh)
        } catch {
            throw .git("\(path) cannot be adopted: \(error.localizedDescription)")
        }
        _ = try git(["worktree", "repair", path])
        _ = try git(["reset", "--quiet"], in: path)
    }

    private func compile(_ path: String, _ side: String) throws(GateError) -> String {
        guard let tool = plan.build.first, let command = ChildProcess.find(tool) else {
            throw .build(side, "there is no '\(plan.build.first ?? "")' on PATH")
        }
        let outcome: ChildProcess.Outcome
        do {
            outcome = try ChildProcess(command, Array(plan.build.dropFirst()), folder: path).run()
        } catch {
            throw .build(side, error.localizedDescription)
        }
        guard outcome.status == 0 else {
            let lines = (outcome.output + outcome.errors).split(separator: "\n")
            // Without an error of the compiler's: killed, perhaps for want of memory. Then how it ended says more.
            let reason =
                lines.first { $0.contains("error:") }.map(String.init)
                ?? "\(tool) ended with \(outcome.status) at: \(lines.last ?? "no message")"
            throw .build(side, reason)
        }
        let program = "\(path)/\(plan.program)"
        guard FileManager.default.isExecutableFile(atPath: program) else {
            throw .build(side, "the build left no \(plan.program)")
        }
        return program
    }

    private func git(_ arguments: [String], in place: String? = nil) throws(GateError) -> String {
        guard let git = ChildProcess.find("git") else { throw .git("not on PATH") }
        let outcome: ChildProcess.Outcome
        do {
            // A stash is a commit and needs a name; this one is never seen.
            let identity = ["-c", "user.name=pdmpbench", "-c", "user.email=gate@localhost"]
            outcome = try ChildProcess(git, identity + arguments, folder: place ?? repository).run()
        } catch {
            throw .git(error.localizedDescription)
        }
        guard outcome.status == 0 else { throw .git(outcome.complaint) }
        return outcome.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
