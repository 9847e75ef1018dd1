// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Processes

/// One task of a job array, "12_3".
public struct SlurmTask: Hashable, Sendable, CustomStringConvertible {
    /// The array's job number.
    public let array: String
    /// The task's number in the array.
    public let index: Int

    public init(array: String, index: Int) {
        self.array = array
        self.index = index
    }

    public var description: String { "\(array)_\(index)" }
}

/// Why a suite cannot go to the cluster.
public enum SlurmError: Error, CustomStringConvertible {
    /// Slurm's commands are not there or its controller does not answer.
    case unavailable(String)
    /// sbatch said no.
    case refused(String)
    /// The batch's folder cannot be written or read.
    case folder(String)
    /// The ledger cannot be used.
    case ledger(LedgerError)
    /// A result differs from the one that the ledger holds of the same specification.
    case violation(Fingerprint)

    public var description: String {
        switch self {
        case .unavailable(let reason): "Slurm cannot be used: \(reason)"
        case .refused(let reason): "Slurm refused the jobs: \(reason)"
        case .folder(let reason): "the folder of the jobs cannot be used: \(reason)"
        case .ledger(let error): error.description
        case .violation(let fingerprint):
            "determinism violation: run \(fingerprint.short) came back with other bits than the ledger holds"
        }
    }
}

/// Slurm's own commands: sbatch, squeue, scontrol, sacct, scancel, sinfo.
public struct Slurm: Sendable {
    public init() {}

    /// Hands a script over and returns the number of the job.
    /// - Parameters:
    ///   - script: what a node runs.
    ///   - options: of sbatch, "--array=0-9".
    public func submit(_ script: URL, _ options: [String]) throws(SlurmError) -> String {
        let answer = try Slurm.call(["sbatch", "--parsable"] + options + [script.path])
        // "12" or "12;cluster".
        let job = answer.out.split(whereSeparator: { ";\n".contains($0) }).first.map(String.init)
        guard answer.code == 0, let job, Int(job) != nil else { throw .refused(answer.complaint) }
        return job
    }

    /// Why a task that waits does so, "" for one that runs.
    public typealias Waiting = [SlurmTask: String]

    /// The tasks of these arrays that have not ended.
    public func active(_ arrays: [String]) throws(SlurmError) -> Waiting {
        guard !arrays.isEmpty else { return [:] }
        let answer = try Slurm.call([
            "squeue", "--array", "--noheader", "--jobs", arrays.joined(separator: ","), "--format", "%F|%K|%T|%r",
        ])
        if answer.code != 0 {
            // What ended a while ago is forgotten. Of several jobs squeue leaves out those without a word; of one it complains.
            if answer.complaint.contains("Invalid job id") { return [:] }
            throw .unavailable(answer.complaint)
        }
        var tasks: Waiting = [:]
        for line in answer.out.split(separator: "\n") {
            let parts = line.split(separator: "|", omittingEmptySubsequences: false)
            guard parts.count >= 4, let index = Int(parts[1]) else { continue }
            tasks[SlurmTask(array: String(parts[0]), index: index)] = parts[2] == "PENDING" ? String(parts[3]) : ""
        }
        return tasks
    }

    /// The array that was handed over under this name, if it has not ended.
    public func array(named name: String) throws(SlurmError) -> String? {
        let answer = try Slurm.call(["squeue", "--noheader", "--name", name, "--format", "%F"])
        guard answer.code == 0 else { throw .unavailable(answer.complaint) }
        return answer.out.split(separator: "\n").first.map { $0.trimmingCharacters(in: .whitespaces) }
    }

    /// How a task ended, in Slurm's words: "CANCELLED, exit 0:15".
    public func ending(of task: SlurmTask) -> String {
        if let answer = try? Slurm.call(["scontrol", "-o", "show", "job", task.description]), answer.code == 0 {
            var facts: [Substring: Substring] = [:]
            for word in answer.out.split(whereSeparator: \.isWhitespace) {
                let pair = word.split(separator: "=", maxSplits: 1)
                if pair.count == 2, facts[pair[0]] == nil { facts[pair[0]] = pair[1] }
            }
            if let state = facts["JobState"] {
                let reason = facts["Reason"].flatMap { $0 == "None" ? nil : ", \($0)" } ?? ""
                return "\(state), exit \(facts["ExitCode"] ?? "unknown")\(reason)"
            }
        }
        if let answer = try? Slurm.call(["sacct", "-n", "-P", "-X", "-j", task.description, "-o", "State,ExitCode"]),
            answer.code == 0, let line = answer.out.split(separator: "\n").first
        {
            return line.replacingOccurrences(of: "|", with: ", exit ")
        }
        return "Slurm has no record of it, as of tasks that are cancelled while they wait"
    }

    /// Takes arrays out of the queue and ends what runs of them.
    public func cancel(_ arrays: [String]) throws(SlurmError) {
        guard !arrays.isEmpty else { return }
        _ = try Slurm.call(["scancel"] + arrays)
    }

    /// What an array may have of tasks: MaxArraySize of the cluster.
    public func maximalArray() throws(SlurmError) -> Int {
        let answer = try Slurm.call(["scontrol", "show", "config"])
        guard answer.code == 0 else { throw .unavailable(answer.complaint) }
        let line = answer.out.split(separator: "\n").first { $0.hasPrefix("MaxArraySize") }
        guard let number = line?.split(separator: "=").last.flatMap({ Int($0.trimmingCharacters(in: .whitespaces)) }),
            number > 1
        else { throw .unavailable("it allows no job arrays (MaxArraySize)") }
        return number
    }

    /// Processors of a partition, or of all.
    public func processors(partition: String?) throws(SlurmError) -> Int {
        let answer = try Slurm.call(
            ["sinfo", "--noheader", "--format", "%C"] + (partition.map { ["--partition", $0] } ?? []))
        guard answer.code == 0 else { throw .unavailable(answer.complaint) }
        // "allocated/idle/other/total", a line for each group of nodes.
        let totals = answer.out.split(separator: "\n").compactMap { $0.split(separator: "/").last.flatMap { Int($0) } }
        guard let total = totals.max(), total > 0 else {
            throw .unavailable(partition.map { "there is no partition '\($0)' with nodes" } ?? "it has no nodes")
        }
        return total
    }

    // MARK: Calling

    private struct Answer {
        let code: Int32
        let out: String
        let err: String

        var complaint: String {
            let text = (err.isEmpty ? out : err).trimmingCharacters(in: .whitespacesAndNewlines)
            return text.isEmpty ? "exit code \(code)" : text.replacingOccurrences(of: "\n", with: "; ")
        }
    }

    /// Seconds after which a command of Slurm is given up: a controller that hangs must not hang us for good.
    private static let patience = 300.0

    private static func call(_ words: [String]) throws(SlurmError) -> Answer {
        let program = words[0]
        let outcome: ChildProcess.Outcome
        do {
            outcome = try ChildProcess(program, Array(words.dropFirst()), limit: patience).run()
        } catch {
            if ChildProcess.find(program) == nil {
                throw .unavailable(
                    "there is no \(program) on PATH; jobs are submitted from a machine that has Slurm's commands")
            }
            throw .unavailable("\(error)")
        }
        if outcome.exceededLimit { throw .unavailable("\(program) did not answer in \(Int(patience)) s") }
        return Answer(code: outcome.status, out: outcome.output, err: outcome.errors)
    }
}
