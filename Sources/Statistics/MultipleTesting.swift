// SPDX-License-Identifier: Apache-2.0

/// Adjustments of one family of p-values, in the order given.
public enum MultipleTesting {
    /// Holm's step-down: the smallest p times m, the next times m − 1 …, never falling.
    public static func holm(_ values: [Double]) -> [Double] {
        var running = 0.0
        return walk(values, order(values)) { p, rank in
            running = max(running, min(1, Double(values.count - rank) * p))
            return running
        }
    }

    /// p values times their number, at most 1, in the order given.
    public static func bonferroni(_ values: [Double]) -> [Double] { values.map { min(1, $0 * Double(values.count)) } }

    /// Hochberg's step-up, for independent or positively dependent tests.
    public static func hochberg(_ values: [Double]) -> [Double] {
        var running = 1.0
        return walk(values, order(values).reversed()) { p, step in
            running = min(running, Double(step + 1) * p)
            return running
        }
    }

    /// False discovery rate (Benjamini and Hochberg 1995).
    public static func benjaminiHochberg(_ values: [Double]) -> [Double] {
        var running = 1.0
        let count = Double(values.count)
        return walk(values, order(values).reversed()) { p, step in
            running = min(running, count / (count - Double(step)) * p)
            return running
        }
    }

    private static func order(_ values: [Double]) -> [Int] {
        values.indices.sorted { values[$0] == values[$1] ? $0 < $1 : values[$0] < values[$1] }
    }

    private static func walk(_ values: [Double], _ order: [Int], _ adjust: (Double, Int) -> Double) -> [Double] {
        var adjusted = values
        for (step, index) in order.enumerated() { adjusted[index] = adjust(values[index], step) }
        return adjusted
    }
}
