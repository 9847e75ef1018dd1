// SPDX-License-Identifier: Apache-2.0

/// Counts of samples by right class (row) and chosen class (column).
public struct ConfusionMatrix: Equatable, Sendable {
    /// How many classes there are.
    public let classes: Int
    /// `[true class, predicted class]`
    public let counts: [Int]

    /// Classes run from 0 to the largest that occurs, or to `classes` − 1 where that is given.
    public init(_ choices: [Int], _ labels: [Int], classes: Int? = nil) {
        precondition(choices.count == labels.count, "\(choices.count) choices, \(labels.count) labels")
        self.classes = max(classes ?? 0, ((choices + labels).max() ?? -1) + 1)
        var counts = [Int](repeating: 0, count: self.classes * self.classes)
        for (choice, label) in zip(choices, labels) { counts[label * self.classes + choice] += 1 }
        self.counts = counts
    }

    /// Rows in all.
    public var total: Int { counts.reduce(0, +) }
    /// Rows of a class that were predicted as such.
    public func hits(_ label: Int) -> Int { counts[label * classes + label] }
    /// Samples of this class.
    public func present(_ label: Int) -> Int { (0..<classes).reduce(0) { $0 + counts[label * classes + $1] } }
    /// Samples for which this class was chosen.
    public func chosen(_ label: Int) -> Int { (0..<classes).reduce(0) { $0 + counts[$1 * classes + label] } }

    /// Classes among labels or choices.
    var occurring: [Int] { (0..<classes).filter { present($0) + chosen($0) > 0 } }

    /// F1 = 2·tp / (2·tp + fp + fn) of a class; 0 where undefined.
    public func f1(_ label: Int) -> Double { ratio(2 * hits(label), present(label) + chosen(label)) }
    /// Share of the rows predicted as a class that are of it; 0 where none were.
    public func precision(_ label: Int) -> Double { ratio(hits(label), chosen(label)) }
    /// Share of a class's rows that were predicted as such; 0 where it has none.
    public func recall(_ label: Int) -> Double { ratio(hits(label), present(label)) }

    private func ratio(_ part: Int, _ whole: Int) -> Double { whole == 0 ? 0 : Double(part) / Double(whole) }
}

/// Mean of a list, 0 for none.
func mean(_ values: [Double]) -> Double { values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count) }
