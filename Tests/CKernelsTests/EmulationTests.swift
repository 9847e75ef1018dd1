// SPDX-License-Identifier: Apache-2.0

import CKernels
import Foundation
import TestSupport
import Testing

/// The kernels compiled for another processor and run under user-mode emulation.
enum Emulation {
    static let needed = ["clang", "ld.lld", "qemu-aarch64"]

    /// The program's place on PATH.
    static func tool(_ name: String) -> String? {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    static var missing: [String] {
        needed.filter { tool($0) == nil }
            + (FileManager.default.fileExists(atPath: "/usr/aarch64-linux-gnu/lib/crt1.o") ? [] : ["aarch64 C library"])
    }

    static let absentLine = "emulation needs \(missing.joined(separator: ", ")) ('make setup-neon')"

    static func run(_ command: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(tool(command[0])))
        process.arguments = Array(command.dropFirst())
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(command[0]) ended with \(process.terminationStatus)")
        return String(decoding: data, as: UTF8.self)
    }

    /// Compiles the kernels with Tests/Emulation/kernel_digests.c; returns level → family → digest.
    static func digests(_ target: [String], runner: [String], in folder: URL) throws -> [String: [String: String]] {
        let sources = Repository.root.appendingPathComponent("Sources/CKernels")
        let files = try FileManager.default.contentsOfDirectory(atPath: sources.path).filter { $0.hasSuffix(".c") }
            .sorted()
        let program = folder.appendingPathComponent("digests-\(target.count)").path
        _ = try run(
            ["clang"] + target + ["-O2", "-ffp-contract=off", "-I\(sources.path)/include"]
                + files.map { "\(sources.path)/\($0)" }
                + [Repository.root.appendingPathComponent("Tests/Emulation/kernel_digests.c").path]
                + ["-o", program, "-lm", "-lpthread"])
        let text = try run(runner + [program])
        var result: [String: [String: String]] = [:]
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            result[words[0], default: [:]][words[1]] = words[2]
        }
        return result
    }
}

@Suite struct `Kernels on aarch64` {
    @Test(.enabled(if: Emulation.missing.isEmpty, Comment(rawValue: Emulation.absentLine)))
    func `give the bits of this machine in every family`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("digests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let here = try Emulation.digests([], runner: ["env"], in: folder)
        let there = try Emulation.digests(
            ["--target=aarch64-linux-gnu", "-static", "-fuse-ld=lld"], runner: ["qemu-aarch64"], in: folder)
        let reference = try #require(here["scalar"])
        #expect(reference.count == 10)
        #expect(there["neon"] != nil)
        for (machine, levels) in [("this machine", here), ("aarch64", there)] {
            for level in levels.keys.sorted() {
                for family in reference.keys.sorted() {
                    #expect(
                        levels[level]?[family] == reference[family], "\(family) on \(machine), \(level)")
                }
            }
        }
    }
}
