// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// Subtracts the mean and divides by the deviation, both of the train split alone; a constant feature becomes 0.
enum Standardization {
    /// Values are rows of `period` features.
    ///
    /// - Parameter absent: by split and value, whole samples that are not there: they count for nothing and stay 0.
    static func apply(_ values: inout [Split: [Float]], period: Int, absent: [Split: [Bool]] = [:]) {
        func isAbsent(_ split: Split, _ index: Int, _ count: Int) -> Bool {
            guard let flags = absent[split], !flags.isEmpty else { return false }
            return flags[index / (count / flags.count)]
        }
        let train = values[.train] ?? []
        let missing = absent[.train]?.filter { $0 }.count ?? 0
        let perSample = train.count / max(1, absent[.train]?.count ?? train.count)
        let rows = Double(max(1, (train.count - missing * perSample) / period))
        var means = [Double](repeating: 0, count: period)
        for (index, value) in train.enumerated() where missing == 0 || !isAbsent(.train, index, train.count) {
            means[index % period] += Double(value) / rows
        }
        var squares = [Double](repeating: 0, count: period)
        for (index, value) in train.enumerated() where missing == 0 || !isAbsent(.train, index, train.count) {
            let difference = Double(value) - means[index % period]
            squares[index % period] += difference * difference / rows
        }
        let rates = squares.map { $0 > 1e-12 ? 1 / $0.squareRoot() : 0 }
        for split in Split.allCases {
            guard let own = values[split] else { continue }
            let lacks = absent[split]?.contains(true) ?? false
            values[split] = own.enumerated().map {
                lacks && isAbsent(split, $0, own.count)
                    ? 0 : Float((Double($1) - means[$0 % period]) * rates[$0 % period])
            }
        }
    }
}
