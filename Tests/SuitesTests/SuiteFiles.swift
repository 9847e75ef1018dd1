// SPDX-License-Identifier: Apache-2.0

import Documents
import Foundation
import Suites

/// Suite files in a folder of their own, gone when the test ends.
final class SuiteFiles {
    let folder: URL

    init(_ files: [String: String] = [:]) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("suites-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for name in files.keys.sorted() {
            try Data((files[name] ?? "").utf8).write(to: folder.appendingPathComponent(name))
        }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func read(_ name: String = "a.yaml", _ settings: [String] = []) throws -> Suite {
        try SuiteReader.read(
            SuiteSource(file: folder.appendingPathComponent(name).path, settings: settings), FakeCatalog())
    }

    /// What is wrong, without the folder's name.
    func problems(_ name: String = "a.yaml", _ settings: [String] = []) -> [String] {
        do {
            _ = try read(name, settings)
            return []
        } catch let error as Diagnostics {
            return error.list.map { $0.description.replacing(folder.path + "/", with: "") }
        } catch {
            return ["\(error)"]
        }
    }

    static let plain = """
        name: plain
        datasets: [latent]
        strategies: [joint]
        seeds: [1]
        """
}
