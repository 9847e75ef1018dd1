// SPDX-License-Identifier: Apache-2.0

/// Mean of the classes' F1 = 2·tp / (2·tp + fp + fn), in [0, 1].
///
/// Classes are those that occur among labels or choices; an undefined F1 counts as 0 (scikit-learn's convention).
public func macroF1(_ choices: [Int], _ labels: [Int]) -> Double {
    precondition(choices.count == labels.count, "\(choices.count) choices, \(labels.count) labels")
    guard let top = (choices + labels).max() else { return 0 }
    var hits = [Int](repeating: 0, count: top + 1)
    var chosen = hits
    var present = hits
    for (choice, label) in zip(choices, labels) {
        chosen[choice] += 1
        present[label] += 1
        if choice == label { hits[label] += 1 }
    }
    var sum = 0.0
    var classes = 0
    for index in 0...top where chosen[index] + present[index] > 0 {
        sum += 2 * Double(hits[index]) / Double(chosen[index] + present[index])
        classes += 1
    }
    return classes == 0 ? 0 : sum / Double(classes)
}
