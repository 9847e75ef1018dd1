// SPDX-License-Identifier: Apache-2.0

import Foundation
import TensorCore

/// The only way to a data set's files: no path leaves the folder.
struct DataFolder {
    let root: URL

    init(_ path: String) { root = URL(fileURLWithPath: path).resolvingSymlinksInPath() }

    /// The full path of a file that a table or a manifest names.
    func path(_ name: String) throws(FormatError) -> String {
        guard !name.isEmpty, !name.hasPrefix("/"), !name.contains("\0") else {
            throw FormatError(name, "a path must be relative to the data set's folder")
        }
        let target = root.appendingPathComponent(name).resolvingSymlinksInPath().standardizedFileURL.path
        let base = root.standardizedFileURL.path
        guard target.hasPrefix(base.hasSuffix("/") ? base : base + "/") else {
            throw FormatError(name, "this path leaves the data set's folder")
        }
        return target
    }
}
