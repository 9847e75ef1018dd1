// SPDX-License-Identifier: Apache-2.0

/// Prints numbers for people: the same rounding in every table, in every format, on every machine.
public enum FixedPoint {
    /// `value` with `decimals` digits after the point, half away from zero on the shortest decimal's digits;
    /// "–" if not finite.
    public static func text(_ value: Double, _ decimals: Int = 3) -> String {
        guard value.isFinite else { return value.isNaN ? "–" : (value > 0 ? "∞" : "−∞") }
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        let scaled = (abs(value) * scale)
        guard scaled < 9e15 else { return "\(value)" }
        var units = Int64((scaled + scaled.ulp).rounded(.toNearestOrAwayFromZero))
        let negative = value < 0 && units != 0
        let divisor = Int64(scale)
        let whole = units / divisor
        units %= divisor
        var fraction = String(units)
        fraction = String(repeating: "0", count: max(0, decimals - fraction.count)) + fraction
        return (negative ? "−" : "") + String(whole) + (decimals > 0 ? "." + fraction : "")
    }

    /// With an explicit sign, for differences.
    public static func signed(_ value: Double, _ decimals: Int = 3) -> String {
        let text = text(value, decimals)
        return value > 0 && value.isFinite && text.contains { $0 != "0" && $0 != "." } ? "+" + text : text
    }
}

/// The version of the harness; results carry it.
public enum HarnessVersion {
    /// MAJOR.MINOR.PATCH of the program.
    public static let text = "0.1.0"
    /// Version of `cells.jsonl`, the ledger and `verdict.json`, apart from the program's.
    public static let schema = 1

    /// The compiler that built this program, to the minor version.
    public static var compiler: String {
        #if compiler(>=6.4)
            "Swift 6.4 or later"
        #elseif compiler(>=6.3)
            "Swift 6.3"
        #elseif compiler(>=6.2)
            "Swift 6.2"
        #else
            "Swift 6.1"
        #endif
    }
}
