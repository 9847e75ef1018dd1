// SPDX-License-Identifier: Apache-2.0

import Tasks

/// Where the logits of one modality alone come from; recorded with every result.
public enum UnimodalSource: String, Codable, Sendable {
    /// Shares of a fusion that add up to its logits.
    case split
    /// Heads of their own that are trained with their encoders.
    case heads = "auxTrained"
    /// Linear heads on detached features, trained by their own loss; encoders do not feel them.
    case probe = "auxProbe"
    /// What a decoder says with the other modalities hidden from it.
    case hidden = "maskMemory"
}

/// A batch on its way through the model, in the words that strategies use for every task: decision rows of logits with
/// one right option each (`LearningTask` says what they are), the loss, and the same for each modality or subset alone.
public final class Forward {
    /// The model that was shown the batch.
    public let model: MultimodalModel
    /// What is to be predicted.
    public let task: any LearningTask
    /// What was shown.
    public let batch: Batch
    /// Tape, parameters and whether this is training.
    public let context: Context
    /// As they left the encoders.
    public let encoded: ModalityMap<Node>
    /// As the fusion sees them.
    public private(set) var features: ModalityMap<Node>
    private var presence = Presence.all
    private var ownTargets: UnsafeMutableBufferPointer<Int32>?
    private var fused: Node?
    private var heads: ModalityMap<Node>?
    private var probed: ModalityMap<Node>?
    private var read: ModalityMap<Node>??
    private var alone: ModalityMap<Node>?
    private var diagonalTargets: UnsafePointer<Int32>?
    private var kept: [UnsafeMutableBufferPointer<Int32>] = []
    private let held: HeldScores?
    private var padded: (present: ModalityMap<Node>, absent: ModalityMap<Node>)?

    init(
        _ model: MultimodalModel, _ task: any LearningTask, _ batch: Batch, _ context: Context,
        _ encoded: ModalityMap<Node>, held: HeldScores? = nil
    ) {
        self.held = held
        self.model = model
        self.task = task
        self.batch = batch
        self.context = context
        self.encoded = encoded
        for feature in encoded.values { feature.keepGradient() }
        features = encoded
        if let factors = batch.presence(of: encoded.modalities) { scaleSamples(factors) }
    }

    deinit {
        ownTargets?.deallocate()
        for storage in kept { storage.deallocate() }
    }

    /// Where the operations were recorded.
    public var tape: Tape { context.tape }
    /// In declared order.
    public var modalities: [Modality] { features.modalities }

    // MARK: Features

    /// Puts other features between encoders and fusion.
    public func replaceFeatures(_ changed: ModalityMap<Node>) { features = changed }

    /// Multiplies each sample's feature of each modality by a factor, `factors[modality][sample]`: with 0 the modality is
    /// absent there.
    public func scaleSamples(_ factors: [[Float]]) {
        guard factors.contains(where: { $0.contains { $0 != 1 } }) else { return }
        for (position, factor) in factors.enumerated() where factor.contains(where: { $0 != 1 }) {
            features.values[position] = features.values[position].scaledRows(
                by: tape.constant(factor, Shape(factor.count)))
        }
        let members = factors.count
        var flags = (0..<batch.count * members).map { factors[$0 % members][$0 / members] == 0 ? Float(0) : 1 }
        if case .rows(let before) = presence { for index in flags.indices { flags[index] *= before.pointer[index] } }
        if flags.contains(0) { presence = .rows(tape.constant(flags, Shape(batch.count, members))) }
    }

    /// Takes samples out of every loss and score of this step.
    public func leaveOut(_ samples: (Int) -> Bool) {
        let rows = logitRows
        let storage = ownTargets ?? .allocate(capacity: max(1, rows))
        if ownTargets == nil { storage.initialize(repeating: -1) }
        let source = task.targets(batch)
        for row in 0..<rows { storage[row] = samples(task.sample(ofRow: row, batch)) ? -1 : source[row] }
        ownTargets = storage
    }

    // MARK: Decision rows

    private var logitRows: Int { logits.shape[0] }

    /// The right option of each decision row, −1 where a row does not count.
    public var targets: UnsafePointer<Int32> {
        ownTargets?.baseAddress.map { UnsafePointer($0) } ?? task.targets(batch)
    }

    /// Decision rows that count among the first `rows`.
    public func counted(_ rows: Int) -> Int {
        var count = 0
        for row in 0..<rows where targets[row] >= 0 { count += 1 }
        return count
    }

    /// One loss per decision row; 0 where the row does not count.
    public func losses(_ logits: Node) -> Node { task.losses(logits, targets, batch) }

    /// The mean loss over the rows that count; 0 if none does.
    public func meanLoss(_ logits: Node) -> Node { mean(losses(logits)) }

    /// The mean over the decision rows that count of a number per row.
    public func mean(_ perRow: Node) -> Node {
        let rows = perRow.shape.count
        let counted = counted(rows)
        if counted == rows { return perRow.mean() }
        let flags = (0..<rows).map { targets[$0] >= 0 ? Float(1) : 0 }
        return weighingRows(perRow, flags).mean() * (Float(rows) / Float(max(1, counted)))
    }

    /// The fused decision rows; nil if the model has no fusion.
    public var fusedLogits: Node? {
        if fused == nil {
            fused = task.logits(model, features, present: presence, batch, context)
        }
        return fused
    }

    /// What a model predicts unless its strategy says otherwise: the fused rows, else the mean of the heads' rows.
    public var logits: Node {
        if let fusedLogits { return fusedLogits }
        guard let heads = auxiliaryLogits?.values, var total = heads.first else {
            preconditionFailure("a model without fusion and heads")
        }
        if heads.count == 1 { return total }
        for head in heads.dropFirst() { total = total + head }
        return total * (1 / Float(heads.count))
    }

    /// The decision rows of each modality's own head; nil if the model has none.
    public var auxiliaryLogits: ModalityMap<Node>? {
        if heads == nil, let own = model.auxiliary {
            heads = ModalityMap(modalities) {
                task.logits(head: own[$0](features[$0].pooledFeature(), context), of: $0, model, batch, context)
            }
        }
        return heads
    }

    /// The decision rows of the linear readouts of detached features; nil if the model has none.
    public var probeLogits: ModalityMap<Node>? {
        if probed == nil, let own = model.probes {
            // A probe is trained against the gallery as it is; it does not move it.
            let still = context.freezing(.target).freezing(.fusion)
            probed = ModalityMap(modalities) {
                task.logits(
                    head: own[$0](encoded[$0].pooledFeature().stopGradient(), context), of: $0, model, batch, still)
            }
        }
        return probed
    }

    // MARK: One modality alone

    /// How `unimodalLogits` are had; nil where they are not.
    public var source: UnimodalSource? {
        if !model.plan.fused { return model.auxiliary == nil ? nil : .heads }
        if unimodalLogits == nil { return nil }
        if task.hidesModalities { return .hidden }
        return splits ? .split : (model.probes != nil ? .probe : .heads)
    }

    private var splits: Bool { splitLogits != nil }
    private var detachedShares: ModalityMap<Node>??

    /// Shares without gradient.
    private var splitLogits: ModalityMap<Node>? {
        if let detachedShares { return detachedShares }
        let made = withoutGradient { task.shares(model, features, batch, context) }
        detachedShares = .some(made)
        return made
    }

    /// Each modality's own decision rows without gradient: shares of the fusion where it can be split, else probes,
    /// else heads. nil where there are none.
    public var unimodalLogits: ModalityMap<Node>? {
        if let read { return read }
        let made = !model.plan.fused ? auxiliaryLogits : splitLogits ?? probeLogits ?? auxiliaryLogits
        read = .some(made)
        return made
    }

    /// Each modality's own decision rows to train by: shares of the fusion, with gradient, where it can be split, else
    /// heads of their own.
    public var trainedUnimodalLogits: ModalityMap<Node>? {
        guard model.plan.fused, splits else { return auxiliaryLogits }
        return task.shares(model, features, batch, context)
    }

    /// S_m: mean over rows of softmax(z_m)[target], per modality; for token rows, where most options follow from the
    /// prefix alone, the mean information gain over the prior, max(0, mean of log s_m − log s_∅) + 1e-3. nil where
    /// there are no unimodal logits.
    ///
    /// In training a task may have scores measured every few steps only (`LearningTask.scoreEvery`); in between they are
    /// the last ones.
    public var scores: ModalityMap<Double>? {
        if let held, let last = held.last(modalities) { return last }
        let measured = measuredScores
        held?.keep(measured)
        return measured
    }

    private var measuredScores: ModalityMap<Double>? {
        guard let unimodalLogits else { return nil }
        guard task.rows == .tokens else { return unimodalLogits.map { meanTargetProbability($0, targets) } }
        let prior = withoutGradient { logits(present: [Bool](repeating: false, count: features.count)) }
        guard let prior else { return nil }
        let base = meanTargetLogProbability(prior, targets)
        return unimodalLogits.map { max(0, meanTargetLogProbability($0, targets) - base) + 1e-3 }
    }

    // MARK: Subsets

    /// The decision rows with only some modalities present, the others' features at zero; nil if the model has no
    /// fusion.
    public func logits(present: [Bool], in moment: Context? = nil) -> Node? {
        logits(present: present, of: features, in: moment)
    }

    /// As `logits(present:)` for other features.
    public func logits(present: [Bool], of features: ModalityMap<Node>, in moment: Context? = nil) -> Node? {
        let moment = moment ?? context
        if !model.plan.fused { return headLogits(present: present) }
        return task.logits(
            model, features, present: present.contains(false) ? .some(present) : .all, batch, moment)
    }

    /// As `logits(present:)` with absent modalities' raw inputs at zero instead of their features, everything in
    /// evaluation mode (running statistics and dropout stand still), with gradient. Each modality is encoded twice more, once
    /// for all subsets.
    public func logits(inputsPresent present: [Bool]) -> Node? {
        let moment = Context(
            tape: tape, parameters: context.parameters, training: false, key: context.key, trains: context.trains)
        let both: (present: ModalityMap<Node>, absent: ModalityMap<Node>)
        if let padded {
            both = padded
        } else {
            both = (
                model.encode(ModalityMap(modalities) { batch.input($0, on: tape) }, moment),
                model.encode(ModalityMap(modalities) { batch.absentInput($0, on: tape) }, moment)
            )
            padded = both
        }
        let chosen = ModalityMap(
            modalities,
            present.enumerated().map { $1 ? both.present.values[$0] : both.absent.values[$0] })
        return task.logits(model, chosen, present: .all, batch, moment)
    }

    /// Each modality's own decision rows through the fusion's parameters, with gradient; a model without fusion answers
    /// with its heads.
    public var aloneLogits: ModalityMap<Node> {
        if let alone { return alone }
        let made = aloneLogits(in: context)
        alone = made
        return made
    }

    /// As `aloneLogits` in another moment, for example with the fusion held constant.
    public func aloneLogits(in moment: Context) -> ModalityMap<Node> {
        guard model.plan.fused else { return auxiliaryLogits ?? features }
        return ModalityMap(modalities) {
            task.logits(alone: $0, model, features, batch, moment) ?? features[$0]
        }
    }

    /// A model without fusion averages the heads that are present; none of them is no information.
    private func headLogits(present: [Bool]) -> Node? {
        guard let heads = auxiliaryLogits?.values else { return nil }
        let chosen = zip(present, heads).filter(\.0).map(\.1)
        guard var total = chosen.first else { return tape.constant(repeating: 0, heads[0].shape) }
        for head in chosen.dropFirst() { total = total + head }
        return chosen.count == 1 ? total : total * (1 / Float(chosen.count))
    }

    // MARK: Numbers for rows

    /// Each row (or number) of a node times a constant of its own.
    public func weighingRows(_ node: Node, _ weights: [Float]) -> Node {
        node.scaledRows(by: tape.constant(weights, Shape(weights.count)))
    }

    /// A number per row, 0 where `keeps` says no.
    public func keepingRows(_ perRow: Node, _ keeps: (Int) -> Bool) -> Node {
        weighingRows(perRow, (0..<perRow.shape.count).map { keeps($0) ? 1 : 0 })
    }

    /// The same constant row for all rows: `[rows, n]`.
    public func repeated(_ row: [Float], rows: Int) -> Node {
        tape.constant((0..<rows).flatMap { _ in row }, Shape(rows, row.count))
    }

    /// (softmax(logits) − one-hot target)/rows, 0 in rows that do not count: the gradient of the mean loss with respect to
    /// the logits, as a node that can be differentiated.
    public func residual(_ logits: Node) -> Node {
        let (rows, options) = (logits.shape[0], logits.shape[1])
        let counted = Float(max(1, counted(rows)))
        var right = [Float](repeating: 0, count: rows * options)
        var weights = [Float](repeating: 0, count: rows)
        for row in 0..<rows where targets[row] >= 0 {
            right[row * options + Int(targets[row])] = 1
            weights[row] = 1 / counted
        }
        return weighingRows(logits.softmax() - tape.constant(right, logits.shape), weights)
    }

    /// Target i for sample i: what a contrast within the batch compares with.
    public var diagonal: UnsafePointer<Int32> {
        let known = diagonalTargets ?? keeping((0..<batch.count).map { Int32($0) })
        diagonalTargets = known
        return known
    }

    /// Labels that stay in place as long as losses may read them.
    public func keeping(_ labels: [Int32]) -> UnsafePointer<Int32> {
        let storage = UnsafeMutableBufferPointer<Int32>.allocate(capacity: max(1, labels.count))
        _ = storage.initialize(from: labels)
        kept.append(storage)
        guard let base = storage.baseAddress else { preconditionFailure("no storage") }
        return UnsafePointer(base)
    }

    /// Runs `body` without keeping a way back.
    public func withoutGradient<Result>(_ body: () -> Result) -> Result {
        let before = tape.recordsGradients
        tape.recordsGradients = false
        defer { tape.recordsGradients = before }
        return body()
    }
}

/// Mean over the rows that count of softmax(logits)[target].
public func meanTargetProbability(_ logits: Node, _ targets: UnsafePointer<Int32>) -> Double {
    meanOverTargets(logits, targets) { Double($0) }
}

/// Mean over the rows that count of log softmax(logits)[target].
public func meanTargetLogProbability(_ logits: Node, _ targets: UnsafePointer<Int32>) -> Double {
    meanOverTargets(logits, targets) { Elementary.log(max(Double($0), 1e-30)) }
}

private func meanOverTargets(
    _ logits: Node, _ targets: UnsafePointer<Int32>, _ value: (Float) -> Double
) -> Double {
    let rows = logits.shape[0]
    let options = logits.shape[1]
    return withUnsafeTemporaryAllocation(of: Float.self, capacity: max(1, logits.shape.count)) { scratch in
        guard let base = scratch.baseAddress, rows > 0 else { return 0 }
        Arithmetic.softmax(UnsafePointer(logits.pointer), rows: rows, options: options, into: base)
        var sum = 0.0
        var counted = 0
        for row in 0..<rows where targets[row] >= 0 {
            sum += value(base[row * options + Int(targets[row])])
            counted += 1
        }
        return counted == 0 ? 0 : sum / Double(counted)
    }
}
