// SPDX-License-Identifier: Apache-2.0

import Processes

extension ChildProcess {
    /// What a measured process sees: nothing of the user's, so that base and head and tomorrow see the same. `padding`
    /// moves the stack, which moves alignment, which moves time: it is drawn anew for each process.
    public static func pinned(padding: Int = 0) -> [String: String] {
        var environment = [
            "LC_ALL": "C", "TZ": "UTC", "SWIFT_DETERMINISTIC_HASHING": "1", "MALLOC_ARENA_MAX": "1",
            "PATH": inherited["PATH"] ?? "/usr/bin:/bin", "HOME": "/nonexistent",
        ]
        if padding > 0 { environment["PDMPBENCH_PADDING"] = String(repeating: "x", count: padding) }
        return environment
    }
}
