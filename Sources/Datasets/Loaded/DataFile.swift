// SPDX-License-Identifier: Apache-2.0

/// The bytes of a file below a folder; a path that leaves it is refused.
public func fileBytes(_ name: String, below folder: String) throws -> [UInt8] {
    try DataFolder(folder).bytes(name, limit: 4 << 30)
}
