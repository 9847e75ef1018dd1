// SPDX-License-Identifier: Apache-2.0

import CKernels

/// The kernel table in use.
@inline(__always) var kernels: ck_table { ck_active().pointee }

/// The instruction sets that this machine can run; results are the same bits on each.
public enum InstructionSets {
    /// Weakest first; the last is the default.
    public static var available: [String] {
        (0..<Int(ck_level_count())).compactMap { ck_level(Int32($0)).map { String(cString: $0.pointee.name) } }
    }

    /// The instruction set in use.
    public static var active: String { String(cString: ck_active().pointee.name) }

    /// Forces a path for the whole process. Throws if this machine has no such path.
    public static func select(_ name: String) throws(UnknownName) {
        guard ck_select(name) == 0 else {
            throw UnknownName(kind: "instruction set", name: name, known: available)
        }
    }
}
