// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// Subtracts the mean and divides by the deviation, both of the train split alone; a constant feature becomes 0.
enum Standardization {
    /// Values are rows of `period` features.
    static func apply(_ values: inout [Split: [Float]], period: Int) {
        let train = values[.train] ?? []
        let rows = Double(max(1, train.count / period))
        var means = [Double](repeating: 0, count: period)
        for (index, value) in train.enumerated() { means[index % period] += Double(value) / rows }
        var squares = [Double](repeating: 0, count: period)
        for (index, value) in train.enumerated() {
            let difference = Double(value) - means[index % period]
            squares[index % period] += difference * difference / rows
        }
        let rates = squares.map { $0 > 1e-12 ? 1 / $0.squareRoot() : 0 }
        for split in Split.allCases {
            guard let own = values[split] else { continue }
            values[split] = own.enumerated().map {
                Float((Double($1) - means[$0 % period]) * rates[$0 % period])
            }
        }
    }
}
