// SPDX-License-Identifier: Apache-2.0

/// Ranks from 1; equal values share the mean of their ranks.
public func midranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] == values[$1] ? $0 < $1 : values[$0] < values[$1] }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
        var end = start
        while end + 1 < order.count, values[order[end + 1]] == values[order[start]] { end += 1 }
        for position in start...end { ranks[order[position]] = Double(start + end) / 2 + 1 }
        start = end + 1
    }
    return ranks
}

/// Σ (t³ − t) over groups of tied values, from ranks or values.
func tieSum(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    var sum = 0.0
    var start = 0
    while start < sorted.count {
        var end = start
        while end + 1 < sorted.count, sorted[end + 1] == sorted[start] { end += 1 }
        let size = Double(end - start + 1)
        sum += size * size * size - size
        start = end + 1
    }
    return sum
}

/// Values as whole multiples of 1e-12 of the largest: differences of decimals that are equal on paper become equal.
func snapped(_ values: [Double]) -> [Double] {
    let largest = values.reduce(0) { max($0, abs($1)) }
    guard largest > 0, largest.isFinite else { return values }
    return values.map { ($0 / largest * 1e12).rounded() }
}
