// SPDX-License-Identifier: Apache-2.0

import Foundation

/// How busy the machine is at this moment. Load averages tell of the last minute, and a build that has just ended fills it.
public enum MachineLoad {
    /// Processors' worth of work that is done now, watched for `seconds`; nil where the system does not tell.
    public static func cores(over seconds: Double = 1) -> Double? {
        guard let before = Ticks.now else { return nil }
        usleep(UInt32(min(max(seconds, 0), 60) * 1e6))
        guard let after = Ticks.now, after.total > before.total else { return nil }
        let share = (after.busy - before.busy) / (after.total - before.total)
        return share * Double(ProcessInfo.processInfo.activeProcessorCount)
    }

    /// Time of all processors since the system started. What a hypervisor took away counts as busy.
    struct Ticks {
        let busy: Double
        let total: Double

        static var now: Ticks? { (try? String(contentsOfFile: "/proc/stat", encoding: .utf8)).flatMap(Ticks.init) }

        /// The first line of /proc/stat: user nice system idle iowait irq softirq steal …
        init?(_ text: String) {
            let words = text.split(separator: "\n").first?.split(separator: " ") ?? []
            let numbers = words.dropFirst().prefix(8).compactMap { Double($0) }
            guard words.first == "cpu", numbers.count >= 5 else { return nil }
            total = numbers.reduce(0, +)
            busy = total - numbers[3] - numbers[4]
        }
    }
}
