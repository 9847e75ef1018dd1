// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// What must not compile is handed to the compiler.
@Suite struct `The wrong axis` {
    static let products = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    static var compiler: Bool {
        FileManager.default.fileExists(atPath: products.appendingPathComponent("Modules/Statistics.swiftmodule").path)
            && (try? run(["--version"]).code) == 0
    }

    static func run(_ arguments: [String]) throws -> (code: Int32, text: String) {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["swiftc"] + arguments
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, text)
    }

    func check(_ axis: String) throws -> (code: Int32, text: String) {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "pdmpbench-axis-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("main.swift")
        let source = """
            import Lexicon
            import Statistics
            func interval(_ scores: Strata<Problems, \(axis)>) -> ClosedRange<Double>? {
                Bootstrap.interval(scores, Bootstrap.mean, key: RandomKey(seed: 1))
            }
            """
        try Data(source.utf8).write(to: file)
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try Self.run([
            "-typecheck", "-swift-version", "6", "-package-name", "example", "-I",
            Self.products.appendingPathComponent("Modules").path, "-I",
            root.appendingPathComponent("Sources/COpenSSL").path, file.path,
        ])
    }

    @Test(.enabled(if: `The wrong axis`.compiler, "no Swift compiler on PATH"))
    func `is refused by the compiler, seeds are not`() throws {
        let seeds = try check("Seeds")
        #expect(seeds.code == 0, "\(seeds.text)")
        for axis in ["Methods", "Problems"] {
            let wrong = try check(axis)
            #expect(wrong.code != 0 && wrong.text.contains("ReplicateAxis"), "\(wrong.text)")
        }
    }
}
