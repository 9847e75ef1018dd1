// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// One modality of all splits as it was loaded, with the rows that lack it.
struct LoadedColumn {
    var columns: [Split: Column]
    /// By split and row, whether the modality is not there; empty where it always is.
    var absent: [Split: [Bool]]
}

/// Gathers rows of equal shape; the numbers of rows without the modality are 0.
struct ColumnBuilder {
    var shape: [Int] = []
    private var values: [Split: [Float]] = [:]
    private var absent: [Split: [Bool]] = [:]
    /// Rows that were absent before the shape was known.
    private var waiting: [Split: Int] = [:]

    /// False if the row has another shape than those before.
    mutating func add(_ row: [Float], _ own: [Int], _ split: Split) -> Bool {
        if shape.isEmpty {
            shape = own
            for split in Split.allCases {
                values[split] = [Float](repeating: 0, count: (waiting[split] ?? 0) * row.count)
            }
        }
        guard own == shape else { return false }
        values[split, default: []] += row
        absent[split, default: []].append(false)
        return true
    }

    mutating func skip(_ split: Split) {
        absent[split, default: []].append(true)
        if shape.isEmpty {
            waiting[split, default: 0] += 1
        } else {
            values[split, default: []] += [Float](repeating: 0, count: shape.reduce(1, *))
        }
    }

    /// Throws if no row was there at all.
    func close(_ table: String) throws(FormatError) {
        if shape.isEmpty { throw FormatError(table, "has a modality that no item has") }
    }

    /// With the statistics of the rows of train that are there.
    mutating func standardize(period: Int) { Standardization.apply(&values, period: period, absent: absent) }

    func column(_ kind: ColumnKind) -> LoadedColumn {
        LoadedColumn(
            columns: Dictionary(
                uniqueKeysWithValues: Split.allCases.map {
                    ($0, Column(kind: kind, sampleShape: shape, values: .dense(values[$0] ?? [])))
                }), absent: absent)
    }
}
