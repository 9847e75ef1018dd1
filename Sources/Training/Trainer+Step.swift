// SPDX-License-Identifier: Apache-2.0

import Tasks

extension Trainer {
    /// One update on the loaded batch. Returns the loss that curves show.
    func run(
        _ pass: Pass, _ step: Step, _ presence: [UInt32]?, _ strategy: inout any TrainingStrategy, record: Bool
    ) throws -> Double {
        let moment = Step(
            epoch: step.epoch, epochs: step.epochs, index: step.index, inEpoch: step.inEpoch,
            stepsPerEpoch: step.stepsPerEpoch, rate: step.rate, pass: pass,
            key: pass.index == 0 ? step.key : step.key.fold(pass.index), journal: step.journal)
        tape.restart()
        let dropout = key.fold("dropout").fold(step.index)
        let context = Context(
            tape: tape, parameters: model.parameters, training: true,
            key: pass.index == 0 ? dropout : dropout.fold(pass.index),
            trains: pass.trains.map(model.parameters.mask) ?? .max)
        let modalities = pass.modalities ?? model.plan.modalities
        var encoded = model.encode(ModalityMap(modalities) { batch.input($0, on: tape) }, context)
        let gated = strategy.scaleMode == .cotangent
        if gated { encoded = encoded.map { $0.gradientScale(1) } }
        let forward = Forward(
            model, task, batch, context, encoded,
            held: task.scoreEvery > 1 ? heldScores.at(step.inEpoch, pass.index, every: task.scoreEvery) : nil)
        if let presence { forward.scaleSamples(factors(presence, modalities)) }
        try strategy.features(forward, moment)
        var objective = try strategy.objective(forward, moment)
        if let probes = forward.probeLogits {
            for probe in probes.values { objective.add(1, forward.meanLoss(probe)) }
        }
        let coefficients = strategy.coefficients(forward, moment)
        if gated, let coefficients {
            for (modality, factor) in coefficients.entries { encoded[modality].setGradientScale(factor) }
        }
        try differentiate(objective, &strategy, forward, moment)
        let watches = record && norms.watches(step.index)
        if watches { norms.before(gradients, forward) }
        if budget.clipNorm > 0, budget.clipBeforeScale { clip(moment) }
        if let coefficients {
            if strategy.scaleMode == .gradient { scaleGradients(coefficients, strategy.scaleScope) }
            for (modality, factor) in coefficients.entries { moment.log("coefficient/\(modality)", Double(factor)) }
        }
        try strategy.modulate(gradients, coefficients, forward, moment)
        if watches { norms.after(gradients) }
        if budget.clipNorm > 0, !budget.clipBeforeScale { clip(moment) }
        planSegments(
            pass, strategy.scaleMode == .update ? coefficients : nil, strategy.scaleScope, strategy.rateFactors)
        optimizer.step(model.parameters.buffer, gradients.buffer, segments, rate: step.rate)
        if watches { norms.updated(model.parameters) }
        strategy.updated(forward, moment)
        return Double(objective.reported.scalar)
    }

    /// ∂objective/∂parameters on some rows, in training mode; the parameters stay.
    func gradient(
        _ part: DatasetPart, _ rows: ArraySlice<Int>, _ key: RandomKey, _ objective: (Forward) -> Node
    ) -> Gradients {
        batch.load(part, rows)
        tape.restart()
        let context = Context(tape: tape, parameters: model.parameters, training: true, key: key)
        let encoded = model.encode(ModalityMap(model.plan.modalities) { batch.input($0, on: tape) }, context)
        let result = Gradients(model.parameters)
        // Nodes may point to what the forward holds.
        withExtendedLifetime(Forward(model, task, batch, context, encoded)) { forward in
            tape.backward(from: objective(forward), into: result.buffer)
        }
        return result
    }

    private func factors(_ presence: [UInt32], _ modalities: [Modality]) -> [[Float]] {
        modalities.map { modality in
            let bit = UInt32(model.plan.modalities.firstIndex(of: modality) ?? 0)
            return presence.map { $0 >> bit & 1 == 1 ? 1 : 0 }
        }
    }

    /// Gradients of the objective: one way back for terms of the same components, or one per term for `combine`.
    private func differentiate(
        _ objective: Objective, _ strategy: inout any TrainingStrategy, _ forward: Forward, _ step: Step
    ) throws {
        let terms = objective.terms
        if strategy.separatesTerms {
            for (index, term) in terms.enumerated() { walk(term.loss, term.components, into: scratch(index)) }
            try strategy.combine(Array(termGradients[..<terms.count]), objective, into: gradients, forward, step)
            return
        }
        guard terms.contains(where: { $0.components != nil }) else {
            tape.backward(from: Node.weightedSum(terms.map { ($0.weight, $0.loss) }), into: gradients.buffer)
            return
        }
        gradients.buffer.zero()
        var done = [Bool](repeating: false, count: terms.count)
        for index in terms.indices where !done[index] {
            let same = terms.indices.filter { !done[$0] && terms[$0].components == terms[index].components }
            for other in same { done[other] = true }
            let loss = Node.weightedSum(same.map { (terms[$0].weight, terms[$0].loss) })
            let part = scratch(0)
            walk(loss, terms[index].components, into: part)
            gradients.add(part)
        }
    }

    private func scratch(_ index: Int) -> Gradients {
        while termGradients.count <= index { termGradients.append(Gradients(model.parameters)) }
        return termGradients[index]
    }

    private func walk(_ loss: Node, _ components: [Component]?, into target: Gradients) {
        tape.backward(from: loss, into: target.buffer)
        guard let components else { return }
        for component in model.parameters.components where !components.contains(component) {
            target.clear(component)
        }
    }

    private func scaleGradients(_ coefficients: ModalityMap<Float>, _ scope: ScaleScope) {
        for info in model.parameters.infos where scope.contains(info) {
            guard case .encoder(let modality) = info.component, let position = coefficients.index(of: modality),
                coefficients.values[position] != 1
            else { continue }
            Arithmetic.scale(gradients.buffer.pointer + info.offset, info.count, by: coefficients.values[position])
        }
    }

    /// Clips the whole gradient but for probes, which watch and must not be felt.
    private func clip(_ step: Step) {
        let norm: Double
        if model.probes == nil {
            norm = gradients.clip(to: budget.clipNorm)
        } else {
            let parts = model.parameters.components.filter { if case .probe = $0 { false } else { true } }
            let squares = parts.reduce(0) { sum, part in
                let norm = gradients.norm(part)
                return sum + norm * norm
            }
            norm = squares.squareRoot()
            if norm > budget.clipNorm {
                for part in parts { gradients.scale(part, by: Float(budget.clipNorm / (norm + 1e-6))) }
            }
        }
        step.log("clipped", norm > budget.clipNorm ? 1 : 0)
    }

    /// The parameters that this pass trains, cut into ranges of equal update factor.
    private func planSegments(
        _ pass: Pass, _ coefficients: ModalityMap<Float>?, _ scope: ScaleScope, _ rates: [Component: Float]
    ) {
        segments.removeAll(keepingCapacity: true)
        let parameters = model.parameters
        if coefficients == nil, pass.trains == nil, rates.isEmpty {
            segments.append(UpdateSegment(range: 0..<parameters.count, scale: 1))
            return
        }
        for component in parameters.components {
            if let trains = pass.trains, !trains.contains(component) { continue }
            let rate = rates[component] ?? 1
            for info in parameters.infos where info.component == component {
                var scale = rate
                if case .encoder(let modality) = component, scope.contains(info), let coefficients,
                    let position = coefficients.index(of: modality)
                {
                    scale *= coefficients.values[position]
                }
                if let last = segments.last, last.scale == scale, last.range.upperBound == info.offset {
                    segments[segments.count - 1].range = last.range.lowerBound..<(info.offset + info.count)
                } else {
                    segments.append(UpdateSegment(range: info.offset..<(info.offset + info.count), scale: scale))
                }
            }
        }
    }
}
