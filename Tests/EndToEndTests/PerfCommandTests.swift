// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// What `perf` prints and writes; how long anything takes is no matter of a test.
@Suite struct `Timing the reference workloads` {
    static let keys = [
        "ceiling_gflops", "first_step_s", "gflops", "losses", "median_ms", "min_ms", "p90_ms", "peak_rss_mb",
        "samples_per_s", "steps", "threads", "total_s", "weight_hash", "workload",
    ]

    @Test func `leaves a report with a figure, and prints the keys that all engines print`() throws {
        let program = try Program()
        let result = try program.run([
            "perf", "--workload", "W1", "--workload", "w2", "--steps", "3", "--warmup", "1", "--format", "json", "-o",
            "perf",
        ])
        #expect(result.code == 0, "\(result.err)")
        let records = try #require(
            JSONSerialization.jsonObject(with: Data(try program.read("perf/perf.json").utf8)) as? [[String: Any]])
        #expect(records.count == 2)
        #expect(records.map { $0["workload"] as? String } == ["W1", "W2"])
        for record in records {
            #expect(record.keys.sorted() == Self.keys)
            for key in Self.keys where !["losses", "weight_hash", "workload"].contains(key) {
                #expect((record[key] as? Double ?? 0) > 0, "\(key)")
            }
            #expect((record["losses"] as? [String: Double])?.keys.sorted() == ["1", "2"])
        }
        let lines = result.out.split(separator: "\n")
        #expect(lines.count == 2)
        for (line, record) in zip(lines, records) {
            #expect(line.contains("\"weight_hash\":\"\(record["weight_hash"] as? String ?? "?")\""))
        }
        let text = try program.read("perf/perf.md")
        #expect(text.contains("| W1 mlp-concat |") && text.contains("| W2 cnn-image-text |"))
        guard text.contains("step-time.svg") else { return }
        let figure = try program.read("perf/step-time.svg")
        #expect(figure.hasSuffix("</svg>\n") || figure.hasSuffix("</svg>\n\n"))
        for word in ["ms per step", "W1", "W2"] { #expect(figure.contains(word)) }
    }

    @Test func `compares instruction sets, and runs side by side`() throws {
        let program = try Program()
        let matrix = try program.run(["perf", "--isa-matrix", "--workload", "W1", "--steps", "2"])
        #expect(matrix.code == 0, "\(matrix.err)")
        let cells = matrix.out.split(separator: "\n").last?.split(separator: " ").dropFirst(2).map(String.init) ?? []
        #expect(cells.count >= 1 && Set(cells).count == 1, "\(matrix.out)")
        guard ProcessInfo.processInfo.activeProcessorCount > 1 else { return }
        let pair = try program.run(["perf", "--side-by-side", "--workload", "W1", "--steps", "4"])
        #expect(pair.code == 0, "\(pair.err)")
        #expect(pair.out.split(separator: "\n").last?.hasPrefix("W1  ") ?? false)
        #expect(pair.out.split(separator: "%").count == 3, "\(pair.out)")
    }

    @Test(arguments: [
        (["--workload", "W9"], "unknown workload 'W9'"), (["--steps", "0"], "--steps must be at least 1"),
        (["--side-by-side", "--profile"], "--side-by-side goes with none of"),
        (["--isa-matrix", "-o", "x"], "it goes with neither"),
    ])
    func `refuses what it cannot do`(_ arguments: [String], _ words: String) throws {
        let result = try Program().run(["perf"] + arguments)
        #expect(result.code == 2 && result.err.contains(words), "\(result.err)")
    }
}
