// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon

/// Where results were made; provenance, never part of a result.
public enum Machine {
    /// Processor, cores, kernel, C library, compiler, by word.
    public static func describe() -> [String: String] {
        var facts: [String: String] = [
            "compiler": HarnessVersion.compiler, "cores": "\(ProcessInfo.processInfo.activeProcessorCount)",
        ]
        if let text = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8),
            let line = text.split(separator: "\n").first(where: { $0.hasPrefix("model name") }),
            let value = line.split(separator: ":").last
        {
            facts["cpu"] = value.trimmingCharacters(in: .whitespaces)
        }
        var name = utsname()
        if uname(&name) == 0 {
            facts["kernel"] = text(of: name.release)
            facts["architecture"] = text(of: name.machine)
        }
        facts["libc"] = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { buffer in
            confstr(Int32(_CS_GNU_LIBC_VERSION), buffer.baseAddress, buffer.count) > 0
                ? buffer.baseAddress.map { String(cString: $0) } : nil
        }
        if let governor = try? String(
            contentsOfFile: "/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", encoding: .utf8)
        {
            facts["governor"] = governor.trimmingCharacters(in: .whitespacesAndNewlines)
        }
        return facts
    }

    private static func text<T>(of tuple: T) -> String {
        withUnsafeBytes(of: tuple) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
}
