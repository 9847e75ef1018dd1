// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Suites

/// What a command concludes; `verdict.json` is written last and whole.
public struct Verdict: Sendable, Equatable {
    public enum Word: String, Sendable { case passed, failed, regressed, incomparable, interrupted, terminated }

    public var word: Word
    public var suite: String
    public var total: Int
    public var succeeded: Int
    public var failed: Int
    public var skipped: Int
    public var regressions: [String]
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
