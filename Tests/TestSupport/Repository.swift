// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Where tests find things that are not part of the build.
public enum Repository {
    /// The package's folder.
    public static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The folder of reference values and real data beside the project; nil where it is absent. Tests that need it
    /// are then disabled with the line `absentLine`.
    public static let shared: URL? = {
        let named = ProcessInfo.processInfo.environment["PDMPBENCH_SHARED"].map { URL(fileURLWithPath: $0) }
        let folder = named ?? root.deletingLastPathComponent().appendingPathComponent("shared")
        return FileManager.default.fileExists(atPath: folder.appendingPathComponent("golden").path) ? folder : nil
    }()

    public static var hasShared: Bool { shared != nil }
    public static let absentLine =
        "the reference folder 'shared' is absent: not beside the project, nor at PDMPBENCH_SHARED"

    /// A reference file's JSON.
    public static func golden(_ name: String) throws -> [String: Any] {
        guard let shared else { throw CocoaError(.fileNoSuchFile) }
        let data = try Data(contentsOf: shared.appendingPathComponent("golden/\(name).json"))
        guard let object = try JSONSerialization.jsonObject(with: data) as? [String: Any] else {
            throw CocoaError(.fileReadCorruptFile)
        }
        return object
    }
}
