// SPDX-License-Identifier: Apache-2.0

import Tasks

/// What each modality contributes to a value of subsets of modalities (Shapley 1953):
///
///     Shap_m = Σ_{S ∌ m} |S|! (M − |S| − 1)! / M! · (V(S ∪ m) − V(S))
///
/// The shares add up to V(all) − V(∅). Subsets are bit masks. Up to six modalities exactly, beyond that by 200 random
/// orders, which keep the sum.
public func shapley(_ count: Int, _ value: (UInt32) -> Double) -> [Double] {
    var known: [UInt32: Double] = [:]
    func worth(_ subset: UInt32) -> Double {
        if let found = known[subset] { return found }
        let found = value(subset)
        known[subset] = found
        return found
    }
    var shares = [Double](repeating: 0, count: count)
    if count > 6 {
        let orders = 200
        for index in 0..<orders {
            var subset: UInt32 = 0
            for member in RandomKey(seed: 0).fold("shapley").fold(index).permutation(count) {
                let larger = subset | 1 << UInt32(member)
                shares[member] += (worth(larger) - worth(subset)) / Double(orders)
                subset = larger
            }
        }
        return shares
    }
    var factorial = [1.0]
    for number in 1...max(1, count) { factorial.append(factorial[number - 1] * Double(number)) }
    for member in 0..<count {
        let bit: UInt32 = 1 << UInt32(member)
        for subset in 0..<(UInt32(1) << UInt32(count)) where subset & bit == 0 {
            let size = subset.nonzeroBitCount
            let weight = factorial[size] * factorial[count - size - 1] / factorial[count]
            shares[member] += weight * (worth(subset | bit) - worth(subset))
        }
    }
    return shares
}
