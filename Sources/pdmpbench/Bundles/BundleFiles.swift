// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Processes
import Runner
import Suites

/// `lock.json` of a bundle: what must come out, cell by cell.
struct BundleLock {
    /// The suite's file below `suite/`.
    let suite: String
    /// Overrides and filters that belong to it, as on the command line.
    let arguments: [String]
    let codeVersion: String
    /// By fingerprint: SHA-256 over everything of a cell that is under the determinism contract.
    let cells: [String: String]

    init(suite: String, arguments: [String], records: [CellRecord]) {
        self.suite = suite
        self.arguments = arguments
        codeVersion = HarnessVersion.text
        cells = Dictionary(
            records.map { ($0.fingerprint.hex, BundleLock.digest(CellsFile.line($0))) }, uniquingKeysWith: { $1 })
    }

    init(contentsOf url: URL) throws {
        guard let data = try? Data(contentsOf: url),
            let value = try? JSONDecoder().decode(ConfigValue.self, from: data),
            let suite = value["suite"]?.stringValue, let arguments = value["arguments"]?.arrayValue,
            let version = value["code_version"]?.stringValue, let cells = value["cells"]?.objectValue
        else { throw Stop.configuration("the archive holds no lock.json of a bundle") }
        guard !suite.hasPrefix("/"), !suite.split(separator: "/").contains("..") else {
            throw Stop.configuration("the bundle's suite '\(suite)' lies outside of it")
        }
        self.suite = suite
        self.arguments = arguments.compactMap(\.stringValue)
        codeVersion = version
        self.cells = cells.compactMapValues(\.stringValue)
    }

    /// Of a line of `cells.jsonl`. Names may be another suite's, so a cell that stands under several fusions or labels
    /// counts once.
    static func digest(_ line: ConfigValue) -> String {
        var members = CellsFile.contract(line).objectValue ?? [:]
        for key in ["code_version", "dataset", "fusion", "pairing", "suite", "variant"] {
            members[key] = nil
        }
        return SHA256.hex(of: ConfigValue.object(members).canonicalJSON)
    }

    var json: String {
        let value: ConfigValue = [
            "$schema": "pdmpbench-lock-1", "arguments": .array(arguments.map { .string($0) }),
            "cells": .object(cells.mapValues { .string($0) }), "code_version": .string(codeVersion),
            "suite": .string(suite),
        ]
        return value.canonicalJSON + "\n"
    }
}

/// The files that a suite consists of, with their names below a common folder.
struct BundleFiles {
    let suite: String
    let copies: [(source: URL, name: String)]

    init(_ loaded: SuiteOptions.Loaded) throws {
        var files = loaded.files.map { URL(fileURLWithPath: $0).standardizedFileURL }
        let main = URL(fileURLWithPath: loaded.path).standardizedFileURL
        // Manifests beside the suite travel with it; those in the data folder travel with the data.
        let near = Set(files.map { $0.deletingLastPathComponent().path })
        for row in loaded.suite.rows {
            guard let name = row.spec.dataset.options["manifest"]?.stringValue, !name.hasPrefix("/") else { continue }
            for folder in loaded.catalog.manifestFolders {
                let file = URL(fileURLWithPath: folder + "/" + name).standardizedFileURL
                guard FileManager.default.fileExists(atPath: file.path) else { continue }
                if near.contains(where: { file.path.hasPrefix($0 + "/") }), !files.contains(file) { files.append(file) }
                break
            }
        }
        var common = main.deletingLastPathComponent().pathComponents
        for file in files {
            let folder = file.deletingLastPathComponent().pathComponents
            common = zip(common, folder).prefix { $0 == $1 }.map(\.0)
        }
        func name(_ file: URL) -> String { file.pathComponents.dropFirst(common.count).joined(separator: "/") }
        suite = name(main)
        copies = files.map { ($0, name($0)) }
    }
}

/// A folder that is gone when its owner is.
final class Scratch {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("pdmpbench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }
}

/// Archives, by the system's tar. The same folder makes the same bytes.
enum Archive {
    static func pack(_ folder: URL, to target: URL) throws {
        let part = target.deletingLastPathComponent().appendingPathComponent(".\(target.lastPathComponent).\(getpid())")
        defer { try? FileManager.default.removeItem(at: part) }
        let outcome = try tar([
            "--create", "--gzip", "--file", part.path, "--sort=name", "--mtime=@0", "--owner=0", "--group=0",
            "--numeric-owner", "--mode=u=rwX,go=rX", "--format=ustar", "--directory",
            folder.deletingLastPathComponent().path, folder.lastPathComponent,
        ])
        guard outcome.code == 0, rename(part.path, target.path) == 0 else {
            throw Stop(code: 1, message: "\(target.relativePath) cannot be written: \(outcome.errors)")
        }
    }

    /// Unpacks what `pack` made. An archive from a stranger may hold plain files below `bundle/` and nothing else.
    static func unpack(_ archive: URL, into folder: URL) throws -> URL {
        guard FileManager.default.fileExists(atPath: archive.path) else {
            throw Stop.configuration("\(archive.relativePath): there is no such archive")
        }
        let list = try tar(["--list", "--verbose", "--file", archive.path])
        guard list.code == 0 else {
            throw Stop.configuration("\(archive.relativePath) is no archive: \(list.errors)")
        }
        let names = try tar(["--list", "--file", archive.path]).output.split(separator: "\n")
        let kinds = list.output.split(separator: "\n").compactMap(\.first)
        guard kinds.allSatisfy({ $0 == "-" || $0 == "d" }),
            names.allSatisfy({ $0.hasPrefix("bundle/") && !$0.split(separator: "/").contains("..") })
        else { throw Stop.configuration("\(archive.relativePath) is no bundle: it holds links or paths that leave it") }
        let outcome = try tar([
            "--extract", "--file", archive.path, "--no-same-owner", "--no-same-permissions", "--directory", folder.path,
        ])
        guard outcome.code == 0 else {
            throw Stop.configuration("\(archive.relativePath) cannot be unpacked: \(outcome.errors)")
        }
        return folder.appendingPathComponent("bundle")
    }

    private static func tar(_ arguments: [String]) throws -> (code: Int32, output: String, errors: String) {
        let outcome = try ChildProcess(
            "tar", arguments, environment: ChildProcess.inherited(with: ["LC_ALL": "C", "TAR_OPTIONS": ""])
        ).run()
        let first = outcome.errors.split(separator: "\n").first.map(String.init)
        return (outcome.status, outcome.output, first ?? "")
    }
}
