// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Records
import Suites

/// The shared folder of one submission. It alone ties the submitter to the jobs: either may die and come back.
///
///     batch.json                     which program was submitted
///     levels.json                    for each array, the fingerprints of each task
///     orders/<level>/<task>.jsonl    the runs of a task, one a line
///     level-<level>.sh               the script of an array
///     arrays/<level>                 the job's number, once Slurm has taken it
///     results/<fingerprint>.json     whole files, one a run
///     logs/<level>-<task>.log        what a task said
public struct SlurmBatch: Sendable {
    /// A run of a task.
    struct Order: Codable {
        var spec: RunSpec
        /// Fingerprints of companions.
        var needs: [Fingerprint]
        /// Those that were known when the batch was made, by fingerprint.
        var known: [String: RunResult]
    }

    struct Manifest: Codable, Equatable {
        var schema = "pdmpbench/slurm-batch/1"
        var id: String
        var suite: String
        var program: String
        /// Of the program that was submitted; a job runs no other.
        var programSHA256: String
    }

    /// Where its orders, results and logs are.
    public let folder: URL
    let manifest: Manifest

    /// Lays the orders out: companions one level below the runs that need them, each level one array.
    /// - Parameters:
    ///   - runsPerTask: as many or, where the arrays would grow beyond `maximalArray`, more.
    init(
        in home: URL, id: String, suite: String, program: URL, orders: [WorkOrder],
        known: [Fingerprint: RunResult], runsPerTask: Int, maximalArray: Int
    ) throws {
        folder = home.appendingPathComponent(id)
        var levelOf: [Fingerprint: Int] = [:]
        var byLevel: [[WorkOrder]] = []
        // Companions stand before those that need them.
        for order in orders {
            let level = order.needs.compactMap { levelOf[$0].map { $0 + 1 } }.max() ?? 0
            levelOf[order.fingerprint] = level
            while byLevel.count <= level { byLevel.append([]) }
            byLevel[level].append(order)
        }
        var levels: [[[Fingerprint]]] = []
        for (level, orders) in byLevel.enumerated() {
            let each = max(runsPerTask, (orders.count + maximalArray - 1) / maximalArray)
            var tasks: [[Fingerprint]] = []
            for start in stride(from: 0, to: orders.count, by: each) {
                let part = orders[start..<min(start + each, orders.count)]
                let lines = try part.map { order in
                    let companions = order.needs.compactMap { need in known[need].map { (need.hex, $0) } }
                    return String(
                        decoding: try WorkLine.encode(
                            Order(
                                spec: order.spec, needs: order.needs,
                                known: Dictionary(companions, uniquingKeysWith: { $1 }))), as: UTF8.self)
                }
                try WholeFile.write(
                    lines: lines, to: folder.appendingPathComponent("orders/\(level)/\(tasks.count).jsonl"))
                tasks.append(part.map(\.fingerprint))
            }
            levels.append(tasks)
        }
        manifest = Manifest(
            id: id, suite: suite, program: program.path,
            programSHA256: try Self.digest(program))
        for name in ["results", "logs", "arrays"] {
            try FileManager.default.createDirectory(
                at: folder.appendingPathComponent(name), withIntermediateDirectories: true)
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        try WholeFile.write(
            String(decoding: try encoder.encode(levels), as: UTF8.self),
            to: folder.appendingPathComponent("levels.json"))
        // Last: a folder without it was never submitted.
        try WholeFile.write(
            String(decoding: try encoder.encode(manifest), as: UTF8.self), to: Self.manifestFile(folder))
    }

    /// For each array, the fingerprints of each task.
    func levels() throws -> [[[Fingerprint]]] {
        try JSONDecoder().decode(
            [[[Fingerprint]]].self, from: Data(contentsOf: folder.appendingPathComponent("levels.json")))
    }

    private static func digest(_ program: URL) throws -> String {
        try Data(contentsOf: program, options: .mappedIfSafe).withUnsafeBytes { SHA256.hex(of: $0) }
    }

    /// A batch that an earlier process submitted.
    public init(opening folder: URL) throws {
        self.folder = folder
        manifest = try JSONDecoder().decode(Manifest.self, from: Data(contentsOf: Self.manifestFile(folder)))
    }

    private static func manifestFile(_ folder: URL) -> URL { folder.appendingPathComponent("batch.json") }

    /// Those below `home` that still may bring results, oldest first.
    static func open(in home: URL) -> [SlurmBatch] { all(in: home).filter { !$0.isClosed } }

    /// Everything that `run` will not look at again.
    public static func closed(in home: URL) -> [URL] { all(in: home).filter(\.isClosed).map(\.folder) }

    private static func all(in home: URL) -> [SlurmBatch] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: home.path)) ?? []
        return names.sorted().compactMap { try? SlurmBatch(opening: home.appendingPathComponent($0)) }
    }

    private var closedMark: URL { folder.appendingPathComponent("closed") }

    private var isClosed: Bool { FileManager.default.fileExists(atPath: closedMark.path) }

    /// Its logs stay; nothing else of it is needed.
    func markClosed() { try? WholeFile.write("", to: closedMark) }

    // MARK: Arrays

    func name(_ level: Int) -> String { "pdmpbench-\(manifest.id)-\(level)" }

    func noteArray(_ level: Int, _ job: String) throws {
        try WholeFile.write(job, to: folder.appendingPathComponent("arrays/\(level)"))
    }

    /// The job's number; nil if the submitter ended before it could write it.
    func array(_ level: Int) -> String? {
        try? String(contentsOf: folder.appendingPathComponent("arrays/\(level)"), encoding: .utf8)
    }

    func log(_ level: Int, _ task: Int) -> URL { folder.appendingPathComponent("logs/\(level)-\(task).log") }

    /// The script of one array.
    func script(_ level: Int, arguments: [String], environment: [String: String]) throws -> URL {
        let file = folder.appendingPathComponent("level-\(level).sh")
        func quoted(_ text: String) -> String { "'" + text.replacingOccurrences(of: "'", with: #"'\''"#) + "'" }
        var lines = ["#!/bin/bash", "# Runs of \(manifest.suite.filter { !$0.isNewline }); written by pdmpbench."]
        lines += environment.sorted { $0.key < $1.key }.map { "export \($0.key)=\(quoted($0.value))" }
        let words =
            [manifest.program, "work"] + arguments + ["--batch", folder.path, "--level", "\(level)", "--array-task"]
        lines.append("exec " + words.map(quoted).joined(separator: " ") + #" "$SLURM_ARRAY_TASK_ID""#)
        try WholeFile.write(lines.joined(separator: "\n") + "\n", to: file)
        return file
    }

    // MARK: Results

    private func file(_ fingerprint: Fingerprint) -> URL {
        folder.appendingPathComponent("results/\(fingerprint.hex).json")
    }

    /// Fingerprints of the results that are there.
    func finished() throws -> [Fingerprint] {
        try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent("results").path)
            .filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }.sorted()
            .map { Fingerprint(hex: String($0.dropLast(".json".count))) }
    }

    func result(_ fingerprint: Fingerprint) throws -> RunResult {
        try WorkLine.decode(RunResult.self, Data(contentsOf: file(fingerprint)))
    }

    private func orders(_ level: Int, _ task: Int) throws -> [Order] {
        try Data(contentsOf: folder.appendingPathComponent("orders/\(level)/\(task).jsonl"))
            .split(separator: UInt8(ascii: "\n")).map { try WorkLine.decode(Order.self, Data($0)) }
    }

    /// Everything was brought in.
    func takeAway() { try? FileManager.default.removeItem(at: folder) }

    // MARK: The job's side

    /// Does what one task of an array was made for. What has a result already, from before the job was put back into the
    /// queue, is not done again.
    /// - Parameters:
    ///   - level: number of the array; later ones wait for earlier ones.
    ///   - task: number within the array.
    ///   - worker: trains.
    ///   - machine: description of the node, for records.
    ///   - program: the one that runs.
    public func perform(
        level: Int, task: Int, worker: any RunWorker, machine: [String: String], program: URL
    ) throws {
        guard try Self.digest(program) == manifest.programSHA256 else {
            throw SlurmError.folder(
                "\(program.path) was built anew after these jobs were submitted; run the suite again")
        }
        for order in try orders(level, task) {
            let fingerprint = order.spec.fingerprint
            guard !FileManager.default.fileExists(atPath: file(fingerprint).path) else { continue }
            var companions: [Fingerprint: RunResult] = [:]
            for need in order.needs {
                guard let known = order.known[need.hex] ?? (try? result(need)) else {
                    throw SlurmError.folder("the run \(need.short) that \(fingerprint.short) needs did not come back")
                }
                companions[need] = known
            }
            var outcome = worker.timed(order.spec, companions: companions, machine: machine)
            if let node = ProcessInfo.processInfo.environment["SLURMD_NODENAME"] { outcome.machine["node"] = node }
            try WholeFile.write(
                String(decoding: try WorkLine.encode(outcome), as: UTF8.self), to: file(fingerprint))
        }
    }
}
