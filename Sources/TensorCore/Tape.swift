// SPDX-License-Identifier: Apache-2.0

import CKernels

/// How one operation sends its gradient back.
package struct Rule: Sendable {
    package let name: StaticString
    /// Adds the gradient of entry `index` to the gradients of its inputs.
    package let backward: @Sendable (_ tape: Tape, _ index: Int) -> Void

    package init(_ name: StaticString, _ backward: @escaping @Sendable (Tape, Int) -> Void) {
        self.name = name
        self.backward = backward
    }
}

/// Records operations in order, computes at once, walks back in reverse.
///
/// `restart()` begins the next step: places are reused in order with their storage, so a step of the same sequence of
/// operations as the one before allocates nothing. Gradients may be asked once per loss term; each walk restarts all
/// gradients without clearing memory (the first contribution overwrites, later ones add, in reverse order of recording).
public final class Tape {
    package struct Entry {
        var rule: Rule
        var shape: Shape
        var firstInput = 0
        var inputCount = 0
        /// The numbers of this node; owned unless `capacity` is 0.
        var value: UnsafeMutablePointer<Float>
        var gradient: UnsafeMutablePointer<Float>?
        /// What the rule keeps for the way back.
        var saved: UnsafeMutablePointer<Float>?
        var valueStorage: UnsafeMutablePointer<Float>?
        var savedStorage: UnsafeMutablePointer<Float>?
        var valueCapacity = 0
        /// Numbers the gradient's memory holds, 0 if it is not this entry's.
        var gradientCapacity = 0
        /// Whether the gradient stays readable when the walk has passed.
        var keepsGradient = false
        /// Whether the rule looks at nothing of the result on the way back, so that another may take its place.
        var isSpent = false
        var savedCapacity = 0
        var needsGradient = false
        /// Number of the walk that last wrote the gradient.
        var stamp = 0
        /// Place in the parameters' layout, -1 if this is no parameter.
        var parameterOffset = -1
        var integers = SIMD16<Int32>(repeating: 0)
        var factor: Float = 1
        var tokens: UnsafePointer<Int32>?
        /// Entry that says which tokens of this one are real, -1 if all are.
        var mask = -1
        /// Operations in products, forward and backward, since the tape restarted.
        var flops = 0
    }

    package private(set) var entries: UnsafeMutablePointer<Entry>
    private var capacity = 256
    /// Entries in use in this step, and entries ever initialized.
    package private(set) var count = 0
    private var initialized = 0
    private var inputs: ContiguousArray<Int32> = []
    private var walk = 0
    private var parameterNodes: ContiguousArray<Int32> = []

    /// Whether operations are kept for a way back; off while evaluating.
    public var recordsGradients = true
    /// Multiply-adds (as two operations each) of products and convolutions, forward and backward, since creation.
    public private(set) var flops = 0
    private var scratchStorage: [Buffer] = []

    /// Called when an operation begins, with its name, shape and direction; for profiles. "update" follows the last.
    public var probe: ((String) -> Void)?

    public init() {
        entries = .allocate(capacity: capacity)
        inputs.reserveCapacity(1024)
    }

    deinit {
        for index in 0..<initialized {
            ck_free(entries[index].valueStorage)
            if entries[index].gradientCapacity > 0 { ck_free(entries[index].gradient) }
            ck_free(entries[index].savedStorage)
        }
        for memory in pool { ck_free(memory.pointer) }
        entries.deinitialize(count: initialized)
        entries.deallocate()
    }

    /// Bytes held for values, gradients and what rules keep; a step like the one before adds none.
    public var reservedBytes: Int {
        let places = (0..<initialized).reduce(0) {
            $0 + entries[$1].valueCapacity + entries[$1].gradientCapacity + entries[$1].savedCapacity
        }
        let waiting = pool.reduce(0) { $0 + $1.capacity }
        return 4 * (places + waiting + scratchStorage.reduce(0) { $0 + $1.count })
    }

    /// How often it began anew; what was made before is gone.
    public private(set) var restarts = 0

    /// Forgets the recorded step, keeping its storage.
    public func restart() {
        restarts += 1
        for index in 0..<count { release(index) }
        count = 0
        inputs.removeAll(keepingCapacity: true)
        parameterNodes.removeAll(keepingCapacity: true)
    }

    // MARK: Recording

    private func place(_ rule: Rule, _ shape: Shape) -> Int {
        if let probe { probe("\(rule.name) \(shape) forward") }
        if count == capacity {
            let larger = UnsafeMutablePointer<Entry>.allocate(capacity: capacity * 2)
            larger.moveInitialize(from: entries, count: initialized)
            entries.deallocate()
            entries = larger
            capacity *= 2
        }
        if count == initialized {
            (entries + count).initialize(to: Entry(rule: rule, shape: shape, value: Tape.nothing.pointer))
            initialized += 1
        }
        entries[count].rule = rule
        entries[count].shape = shape
        entries[count].stamp = 0
        entries[count].parameterOffset = -1
        entries[count].firstInput = inputs.count
        entries[count].inputCount = 0
        entries[count].needsGradient = false
        entries[count].factor = 1
        entries[count].tokens = nil
        entries[count].mask = -1
        entries[count].flops = 0
        entries[count].gradient = nil
        entries[count].keepsGradient = false
        entries[count].isSpent = false
        count += 1
        return count - 1
    }

    nonisolated(unsafe) private static let nothing = Buffer(count: 1)

    /// A new entry with storage of its own.
    package func record(_ rule: Rule, _ shape: Shape, _ a: Node) -> Int {
        let index = place(rule, shape)
        attach(a, to: index)
        reserveValue(index)
        return index
    }

    package func record(_ rule: Rule, _ shape: Shape, _ a: Node, _ b: Node, _ c: Node? = nil) -> Int {
        let index = place(rule, shape)
        attach(a, to: index)
        attach(b, to: index)
        if let c { attach(c, to: index) }
        reserveValue(index)
        return index
    }

    package func record(_ rule: Rule, _ shape: Shape, _ list: [Node], _ more: [Node] = [], _ last: Node? = nil) -> Int {
        let index = place(rule, shape)
        for node in list { attach(node, to: index) }
        for node in more { attach(node, to: index) }
        if let last { attach(last, to: index) }
        reserveValue(index)
        return index
    }

    /// A new entry that shows the numbers of `a` without copying them.
    package func alias(_ rule: Rule, _ shape: Shape, _ a: Node, passesGradient: Bool) -> Int {
        let index = place(rule, shape)
        attach(a, to: index)
        entries[index].value = entries[a.index].value
        entries[index].needsGradient = passesGradient && entries[index].needsGradient
        return index
    }

    /// A new entry of two inputs whose numbers take the place of those of `b`, where the way back does not look at them.
    package func record(_ rule: Rule, _ a: Node, consuming b: Node) -> Int {
        let index = place(rule, entries[b.index].shape)
        attach(a, to: index)
        attach(b, to: index)
        if entries[b.index].isSpent, entries[b.index].value == entries[b.index].valueStorage {
            entries[index].value = entries[b.index].value
        } else {
            reserveValue(index)
        }
        return index
    }

    private func attach(_ node: Node, to index: Int) {
        precondition(node.tape === self && node.index < index, "a node of another tape or step")
        inputs.append(Int32(node.index))
        entries[index].inputCount += 1
        if entries[index].mask < 0, entries[node.index].mask >= 0, entries[index].shape.rank >= 3,
            entries[index].shape[0] == entries[node.index].shape[0],
            entries[index].shape[1] == entries[node.index].shape[1]
        {
            entries[index].mask = entries[node.index].mask
        }
        if recordsGradients, entries[node.index].needsGradient { entries[index].needsGradient = true }
    }

    /// An entry with storage of its own that no gradient reaches; the caller writes its numbers.
    package func recordConstant(_ shape: Shape) -> Int {
        let index = place(Tape.leaf, shape)
        reserveValue(index)
        return index
    }

    /// Counts operations of products (a multiply-add is two) for an entry.
    package func count(flops more: Int, at index: Int) {
        flops += more
        entries[index].flops += more
    }

    /// What each operation with products has cost since the tape restarted, in order, with the place of its weight among
    /// the parameters if it has one.
    public var operationCounts: [(operation: String, parameter: Int?, amount: Int)] {
        (0..<count).compactMap { index in
            guard entries[index].flops > 0 else { return nil }
            let weight = (0..<entries[index].inputCount).map { input(index, $0) }.first {
                entries[$0].parameterOffset >= 0 && entries[$0].shape.rank >= 2
            }
            return ("\(entries[index].rule.name)", weight.map { entries[$0].parameterOffset }, entries[index].flops)
        }
    }

    /// Memory for a rule in progress; `slot` tells uses apart.
    package func scratch(_ slot: Int, _ needed: Int) -> UnsafeMutablePointer<Float> {
        while scratchStorage.count <= slot { scratchStorage.append(Buffer(count: 0)) }
        if scratchStorage[slot].count < needed { scratchStorage[slot] = Buffer(count: needed) }
        return scratchStorage[slot].pointer
    }

    private func reserveValue(_ index: Int) {
        let needed = entries[index].shape.count
        if entries[index].valueCapacity < needed {
            ck_free(entries[index].valueStorage)
            entries[index].valueStorage = .numbers(needed)
            entries[index].valueCapacity = needed
        }
        if let storage = entries[index].valueStorage { entries[index].value = storage }
    }

    /// Storage for what a rule keeps.
    package func reserveSaved(_ index: Int, _ needed: Int) -> UnsafeMutablePointer<Float> {
        if entries[index].savedCapacity < needed || entries[index].savedStorage == nil {
            ck_free(entries[index].savedStorage)
            entries[index].savedStorage = .numbers(needed)
            entries[index].savedCapacity = needed
        }
        entries[index].saved = entries[index].savedStorage
        guard let saved = entries[index].savedStorage else { preconditionFailure("no storage") }
        return saved
    }

    // MARK: Leaves

    private static let leaf = Rule("leaf") { _, _ in }

    /// A copy of numbers; no gradient.
    public func constant(_ values: some Collection<Float>, _ shape: Shape) -> Node {
        precondition(values.count == shape.count, "\(values.count) values for \(shape)")
        let index = recordConstant(shape)
        for (position, value) in values.enumerated() { entries[index].value[position] = value }
        return Node(self, index)
    }

    /// The same number everywhere; no gradient.
    public func constant(repeating value: Float, _ shape: Shape) -> Node {
        let index = recordConstant(shape)
        entries[index].value.update(repeating: value, count: shape.count)
        return Node(self, index)
    }

    /// Numbers from outside; no gradient. They must stay in place until the step ends.
    public func constant(_ pointer: UnsafePointer<Float>, _ shape: Shape) -> Node {
        let index = place(Tape.leaf, shape)
        entries[index].value = UnsafeMutablePointer(mutating: pointer)
        return Node(self, index)
    }

    /// A parameter that stands at `offset` of `buffer`; the same place gives the same node within a step.
    public func parameter(_ buffer: Buffer, offset: Int, _ shape: Shape, trainable: Bool = true) -> Node {
        for known in parameterNodes {
            let entry = Int(known)
            if entries[entry].parameterOffset == offset, entries[entry].value == buffer.pointer + offset,
                entries[entry].needsGradient == (recordsGradients && trainable)
            {
                return Node(self, entry)
            }
        }
        let index = place(Tape.leaf, shape)
        entries[index].value = buffer.pointer + offset
        entries[index].needsGradient = recordsGradients && trainable
        entries[index].parameterOffset = offset
        parameterNodes.append(Int32(index))
        return Node(self, index)
    }

    /// A leaf that receives a gradient in storage of its own; for tests and probes.
    public func leaf(_ values: [Float], _ shape: Shape) -> Node {
        precondition(values.count == shape.count, "\(values.count) values for \(shape)")
        let index = place(Tape.leaf, shape)
        reserveValue(index)
        for (position, value) in values.enumerated() { entries[index].value[position] = value }
        entries[index].needsGradient = recordsGradients
        return Node(self, index)
    }

    // MARK: The way back

    package func input(_ index: Int, _ position: Int) -> Int { Int(inputs[entries[index].firstInput + position]) }
    package func value(_ index: Int) -> UnsafeMutablePointer<Float> { entries[index].value }
    package func needsGradient(_ index: Int) -> Bool { entries[index].needsGradient }

    /// The arriving gradient of an entry, nil if nothing arrived in this walk.
    package func arrived(_ index: Int) -> UnsafeMutablePointer<Float>? {
        entries[index].stamp == walk ? entries[index].gradient : nil
    }

    /// Where to put the gradient of an entry, and whether something is there already.
    package func target(_ index: Int) -> (pointer: UnsafeMutablePointer<Float>, accumulate: Int32) {
        if entries[index].stamp == walk, let gradient = entries[index].gradient { return (gradient, 1) }
        entries[index].stamp = walk
        if entries[index].parameterOffset >= 0, let base = parameterGradients {
            release(index)
            entries[index].gradient = base + entries[index].parameterOffset
        } else if entries[index].gradientCapacity < entries[index].shape.count || entries[index].gradientCapacity == 0 {
            release(index)
            let memory = borrow(entries[index].shape.count)
            entries[index].gradient = memory.pointer
            entries[index].gradientCapacity = memory.capacity
        }
        guard let gradient = entries[index].gradient else { preconditionFailure("no storage") }
        return (gradient, 0)
    }

    /// As `target`, cleared first when nothing is there: for kernels that only add.
    package func clearedTarget(_ index: Int) -> UnsafeMutablePointer<Float> {
        let (pointer, accumulate) = target(index)
        if accumulate == 0 { pointer.update(repeating: 0, count: entries[index].shape.count) }
        return pointer
    }

    private var parameterGradients: UnsafeMutablePointer<Float>?

    // MARK: Memory of gradients

    /// Memory of gradients that nobody needs at present, last used last.
    private var pool: ContiguousArray<(pointer: UnsafeMutablePointer<Float>, capacity: Int)> = []

    /// The tightest piece of the pool, the last used of equals; new memory where none fits. Steps alike ask alike, so
    /// after the first nothing is allocated.
    private func borrow(_ needed: Int) -> (pointer: UnsafeMutablePointer<Float>, capacity: Int) {
        var best = -1
        for place in pool.indices.reversed() {
            let capacity = pool[place].capacity
            if capacity >= needed, best < 0 || capacity < pool[best].capacity {
                best = place
                if capacity == needed { break }
            }
        }
        // A piece many times too large would keep a later, larger request from it.
        if best >= 0, pool[best].capacity <= 2 * max(needed, 4096) { return pool.remove(at: best) }
        return (.numbers(needed), max(1, needed))
    }

    private func release(_ index: Int) {
        if entries[index].gradientCapacity > 0, let pointer = entries[index].gradient {
            pool.append((pointer, entries[index].gradientCapacity))
        }
        entries[index].gradient = nil
        entries[index].gradientCapacity = 0
    }

    /// Gives the arrived gradient's memory to an input on which nothing has arrived yet, for rules that can compute in
    /// place. nil where that cannot be; then `target` says where to put it.
    package func handOver(_ index: Int, to input: Int) -> UnsafeMutablePointer<Float>? {
        guard entries[index].gradientCapacity > 0, !entries[index].keepsGradient, needsGradient(input),
            entries[input].stamp != walk || entries[input].gradient == nil,
            entries[input].parameterOffset < 0 || parameterGradients == nil,
            entries[index].shape.count == entries[input].shape.count
        else { return nil }
        release(input)
        entries[input].stamp = walk
        entries[input].gradient = entries[index].gradient
        entries[input].gradientCapacity = entries[index].gradientCapacity
        entries[index].gradient = nil
        entries[index].gradientCapacity = 0
        return entries[input].gradient
    }

    /// Where a rule that can compute in place puts the gradient of an input: the arrived gradient's own memory if that
    /// can be given away, else as `target`. Nothing may be read from the arrived gradient after this but at the place
    /// that is being written.
    package func inPlaceTarget(
        _ index: Int, _ input: Int
    ) -> (pointer: UnsafeMutablePointer<Float>, accumulate: Int32) {
        if let pointer = handOver(index, to: input) { return (pointer, 0) }
        return target(input)
    }

    /// Computes ∂loss/∂parameters into `gradients`, which has the parameters' layout; places the loss does not reach
    /// become 0. May be called once per loss term of a step.
    public func backward(from loss: Node, into gradients: Buffer?) {
        precondition(loss.shape.count == 1, "the loss must be a scalar, not \(loss.shape)")
        walk += 1
        parameterGradients = gradients?.pointer
        if let gradients {
            // Where this step uses only some of the parameters, the others' gradients are 0.
            var used = 0
            for node in parameterNodes where entries[Int(node)].needsGradient { used += entries[Int(node)].shape.count }
            if used < gradients.count { gradients.zero() }
        }
        if needsGradient(loss.index) {
            let (seed, _) = target(loss.index)
            seed[0] = 1
            for index in stride(from: loss.index, through: 0, by: -1)
            where entries[index].stamp == walk && entries[index].inputCount > 0 {
                if let probe { probe("\(entries[index].rule.name) \(entries[index].shape) backward") }
                entries[index].rule.backward(self, index)
                if !entries[index].keepsGradient { release(index) }
            }
        }
        guard gradients != nil else { return }
        // What was not reached holds an older step's numbers: clear it, parameter by parameter.
        for node in parameterNodes where entries[Int(node)].needsGradient && entries[Int(node)].stamp != walk {
            _ = clearedTarget(Int(node))
        }
        if let probe { probe("update") }
    }
}

/// One result on a tape.
public struct Node {
    /// Where it was recorded.
    unowned(unsafe) public let tape: Tape
    /// Its place in the order of recording.
    public let index: Int

    init(_ tape: Tape, _ index: Int) {
        self.tape = tape
        self.index = index
    }

    /// Extents of the result.
    public var shape: Shape { tape.entries[index].shape }
    /// Its numbers; valid until the tape restarts.
    public var pointer: UnsafeMutablePointer<Float> { tape.entries[index].value }
    /// Whether a parameter lies below it.
    public var needsGradient: Bool { tape.entries[index].needsGradient }

    /// Which tokens of a node `[B, T, …]` are real: `[B, T]` of 1 and 0; nil if all are. Operations that keep the tokens
    /// keep the mask.
    public var mask: Node? {
        let mask = tape.entries[index].mask
        return mask < 0 ? nil : Node(tape, mask)
    }

    /// The same node, knowing which of its tokens are real.
    public func masked(by mask: Node?) -> Node {
        if let mask {
            precondition(
                shape.rank >= 3 && mask.shape.count == shape[0] * shape[1], "mask \(mask.shape) of tokens \(shape)")
        }
        tape.entries[index].mask = mask?.index ?? -1
        return self
    }

    /// The numbers; valid until the tape restarts.
    public var buffer: UnsafeBufferPointer<Float> { UnsafeBufferPointer(start: pointer, count: shape.count) }
    /// The numbers, copied.
    public var values: [Float] { Array(buffer) }
    /// The first number, for scalars.
    public var scalar: Float { pointer[0] }
    /// Keeps the gradient of an operation's result readable after the walk; its memory is used again otherwise.
    public func keepGradient() { tape.entries[index].keepsGradient = true }

    /// The gradient that arrived in the last walk: of leaves, and of what `keepGradient` marked before.
    public var gradientPointer: UnsafeMutablePointer<Float>? { tape.arrived(index) }
    /// The gradient of the last walk, copied; nil where none was kept.
    public var gradient: [Float]? {
        gradientPointer.map { Array(UnsafeBufferPointer(start: $0, count: shape.count)) }
    }
}
