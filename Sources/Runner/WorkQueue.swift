// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// The dependency graph of a plan: hands out orders whose needs are met, in the order of the plan.
struct WorkQueue {
    private let orders: [WorkOrder]
    private var missing: [Int]
    private var dependents: [Fingerprint: [Int]] = [:]
    /// Binary heap of the numbers of orders that may begin, the smallest first.
    private var ready: [Int] = []
    /// Orders that were not handed out yet.
    private(set) var waiting: Int

    /// Needs that no order of the plan brings are taken as met.
    init(_ orders: [WorkOrder]) {
        self.orders = orders
        waiting = orders.count
        missing = [Int](repeating: 0, count: orders.count)
        let made = Set(orders.map(\.fingerprint))
        for (index, order) in orders.enumerated() {
            for need in Set(order.needs) where made.contains(need) && need != order.fingerprint {
                missing[index] += 1
                dependents[need, default: []].append(index)
            }
            if missing[index] == 0 { push(index) }
        }
    }

    /// The first order that may begin; nil if none may now.
    mutating func next() -> WorkOrder? {
        guard let index = pop() else { return nil }
        waiting -= 1
        return orders[index]
    }

    /// A run ended, however it did: what waited for it alone may begin.
    mutating func finished(_ fingerprint: Fingerprint) {
        for index in dependents.removeValue(forKey: fingerprint) ?? [] {
            missing[index] -= 1
            if missing[index] == 0 { push(index) }
        }
    }

    private mutating func push(_ value: Int) {
        ready.append(value)
        var place = ready.count - 1
        while place > 0, ready[place] < ready[(place - 1) / 2] {
            ready.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    private mutating func pop() -> Int? {
        guard let first = ready.first, let last = ready.popLast() else { return nil }
        guard !ready.isEmpty else { return first }
        ready[0] = last
        var place = 0
        while true {
            let left = 2 * place + 1
            guard left < ready.count else { break }
            let child = left + 1 < ready.count && ready[left + 1] < ready[left] ? left + 1 : left
            guard ready[child] < ready[place] else { break }
            ready.swapAt(place, child)
            place = child
        }
        return first
    }
}
