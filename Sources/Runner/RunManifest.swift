// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Records
import Suites

/// `manifest.json`: everything about how a report's records were made that is not in the records. It names times and
/// machines, so it is under no contract.
public struct RunManifest: Sendable {
    /// What was run.
    public var suite: Suite
    /// The suite's file and what it includes, as they were named.
    public var files: [String]
    /// The command line, word by word.
    public var command: [String]
    /// What `Machine` and `Provenance` say, instruction set and gnuplot included.
    public var machine: [String: String]
    /// Variables that the program reads.
    public var environment: [String: String]
    /// "thread", "process" or "slurm".
    public var executor: String
    /// Runs at a time.
    public var jobs: Int
    /// When training began.
    public var started: Date
    /// When the report was written.
    public var finished: Date
    /// Runs trained now, and runs that were known.
    public var trained: Int
    /// Runs that the ledger held.
    public var known: Int

    public init(
        suite: Suite, files: [String], command: [String], machine: [String: String], environment: [String: String],
        executor: String, jobs: Int, started: Date, finished: Date, trained: Int, known: Int
    ) {
        self.suite = suite
        self.files = files
        self.command = command
        self.machine = machine
        self.environment = environment
        self.executor = executor
        self.jobs = jobs
        self.started = started
        self.finished = finished
        self.trained = trained
        self.known = known
    }

    /// `manifest.json`.
    public var json: String {
        func texts(_ values: [String: String]) -> ConfigValue { .object(values.mapValues { .string($0) }) }
        let value: ConfigValue = [
            "$schema": "pdmpbench-manifest-1",
            "cells": ["known": .int(known), "total": .int(suite.cells.count), "trained": .int(trained)],
            "command": .array(command.map { .string($0) }), "data": .object(data), "environment": texts(environment),
            "executor": .string(executor), "finished": .string(finished.ISO8601Format()),
            "harness": [
                "compiler": .string(HarnessVersion.compiler), "schema": .int(HarnessVersion.schema),
                "version": .string(HarnessVersion.text),
            ],
            "jobs": .int(jobs), "machine": texts(machine), "resolved": .array(suite.rows.map(RunManifest.row)),
            "smoke_limit": suite.cells.first?.spec.limit.map { .int($0) } ?? .null,
            "started": .string(started.ISO8601Format()),
            "suite": [
                "files": .array(
                    files.map { ["path": .string($0), "sha256": RunManifest.digest($0).map { .string($0) } ?? .null] }),
                "name": .string(suite.name),
            ],
        ]
        return value.canonicalJSON + "\n"
    }

    /// By label: the digest of the files, or of the specification that generates the data.
    private var data: [String: ConfigValue] {
        var list: [String: ConfigValue] = [:]
        for row in suite.rows where list[row.labels.dataset] == nil {
            let spec = row.spec
            let generator: ConfigValue = [
                "choice": spec.dataset.configValue, "version": .int(spec.versions["dataset/\(spec.dataset.id)"] ?? 0),
            ]
            list[row.labels.dataset] =
                spec.dataDigest.isEmpty
                ? ["generator_sha256": .string(SHA256.hex(of: generator.canonicalJSON))]
                : ["files_sha256": .string(spec.dataDigest)]
        }
        return list
    }

    /// Every value of a row with its origin; the row's seeds differ in nothing else.
    private static func row(_ cell: Cell) -> ConfigValue {
        [
            "dataset": .string(cell.labels.dataset), "fusion": .string(cell.labels.fusion),
            "values": .object(
                Dictionary(
                    cell.values.filter { $0.path != "seed" }.map { path, value, place in
                        (path, ["origin": .string(place), "value": value])
                    }, uniquingKeysWith: { $1 })),
            "variant": .string(cell.labels.strategy),
        ]
    }

    private static func digest(_ file: String) -> String? {
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: file)) else { return nil }
        return data.withUnsafeBytes { SHA256.hex(of: $0) }
    }
}
