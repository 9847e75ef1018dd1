// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Suites

/// What a command concludes; `verdict.json` is written last and whole.
public struct Verdict: Sendable, Equatable {
    /// How a suite ended, in one word.
    public enum Word: String, Sendable { case passed, failed, regressed, incomparable, interrupted, terminated }

    /// How it ended.
    public var word: Word
    /// The suite's name.
    public var suite: String
    /// Cells in all.
    public var total: Int
    /// Cells with a result.
    public var succeeded: Int
    /// Cells that failed.
    public var failed: Int
    /// Cells that cannot be.
    public var skipped: Int
    /// What differs from the baseline, a sentence each.
    public var regressions: [String]
    /// How long it took.
    public var seconds: Double

    /// The verdict over finished records; `differences` are those from the baseline, nil if none was asked for.
    public init(suite: String, records: [CellRecord], differences: [String]?, seconds: Double) {
        self.suite = suite
        total = records.count
        succeeded = records.filter { $0.result.state == .ok }.count
        failed = records.filter { $0.result.state == .failed }.count
        skipped = records.filter { $0.result.state == .notApplicable }.count
        regressions = differences ?? []
        self.seconds = seconds
        word = !regressions.isEmpty ? .regressed : failed > 0 ? .failed : .passed
    }

    /// What the program ends with.
    public var exitCode: Int32 {
        switch word {
        case .passed: 0
        case .failed: 1
        case .regressed: 3
        case .incomparable: 6
        case .interrupted: 130
        case .terminated: 143
        }
    }

    /// `verdict.json`.
    public var json: String {
        let value: ConfigValue = [
            "$schema": "pdmpbench-verdict-1",
            "cells": [
                "failed": .int(failed), "ok": .int(succeeded), "skipped": .int(skipped), "total": .int(total),
            ],
            "code_version": .string(HarnessVersion.text), "exit_code": .int(Int(exitCode)),
            "regressions": .array(regressions.map { .string($0) }),
            "seconds": .double((seconds * 1000).rounded() / 1000),
            "suite": .string(suite), "verdict": .string(word.rawValue),
        ]
        return value.canonicalJSON + "\n"
    }
}
