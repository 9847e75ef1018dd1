// SPDX-License-Identifier: Apache-2.0

import CKernels

/// The two gated recurrences.
enum Recurrence {
    case gru, lstm

    /// Gates side by side in a projection.
    var gates: Int { self == .gru ? 3 : 4 }
    /// States side by side: h, or h and c.
    var states: Int { self == .gru ? 1 : 2 }
    /// Numbers a hidden unit keeps of a step for the way back.
    var kept: Int { self == .gru ? 4 : 5 }
}

extension Node {
    /// A gated recurrent layer over whole sequences (Cho et al., EMNLP 2014, in the form with the reset gate behind the
    /// product): `self` is x·W_ih + b_ih `[B, T, 3H]` with the gates r, z, n side by side, `state` the initial h `[B, H]`,
    /// `weight` W_hh `[H, 3H]`, `bias` b_hh `[3H]` → h of every step `[B, T, H]`.
    ///
    ///     n = tanh(W_in x + b_in + r·(W_hn h + b_hn))     h' = (1 − z)·n + z·h
    ///
    /// Steps that `mask` `[B, T]` marks 0 leave the state as it was, so the last step always holds the final state.
    public func gru(state: Node, weight: Node, bias: Node, mask: Node? = nil) -> Node {
        recurrent(.gru, state, weight, bias, mask)
    }

    /// A long short-term memory layer (Hochreiter & Schmidhuber 1997): `self` is x·W_ih + b_ih `[B, T, 4H]` with the gates
    /// i, f, g, o side by side, `state` h and c side by side `[B, 2H]`, `weight` `[H, 4H]`, `bias` `[4H]`
    /// → h and c of every step `[B, T, 2H]`.
    public func lstm(state: Node, weight: Node, bias: Node, mask: Node? = nil) -> Node {
        recurrent(.lstm, state, weight, bias, mask)
    }

    private func recurrent(_ kind: Recurrence, _ state: Node, _ weight: Node, _ bias: Node, _ mask: Node?) -> Node {
        let (batch, steps) = (shape[0], shape[1])
        let hidden = weight.shape[0]
        let gates = kind.gates * hidden
        let width = kind.states * hidden
        precondition(
            shape.rank == 3 && shape[2] == gates && weight.shape[1] == gates && bias.shape.count == gates
                && state.shape == Shape(batch, width),
            "recurrence: gates \(shape), state \(state.shape), weight \(weight.shape), bias \(bias.shape)")
        precondition(mask.map { $0.shape.count == batch * steps } ?? true, "recurrence: mask")
        let index = tape.record(
            kind == .gru ? Node.gruRule : Node.lstmRule, Shape(batch, steps, width), [self, state, weight, bias], [],
            mask)
        if let mask { tape.entries[index].mask = mask.index }
        let kept = tape.reserveSaved(index, batch * steps * kind.kept * hidden)
        let output = tape.value(index)
        let recurrent = tape.scratch(0, batch * gates)
        let rows = Int32(batch)
        let keptWidth = kind.kept * hidden
        for step in 0..<steps {
            let before = step == 0 ? state.pointer : output + (step - 1) * width
            let stride = Int32(step == 0 ? width : steps * width)
            kernels.gemm(
                0, 0, rows, Int32(gates), Int32(hidden), before, stride, weight.pointer, Int32(gates), recurrent,
                Int32(gates), bias.pointer, CK_IDENTITY, 0)
            let shown = mask.map { UnsafePointer($0.pointer + step) }
            switch kind {
            case .gru:
                kernels.gru_step(
                    rows, Int32(hidden), pointer + step * gates, Int32(steps * gates), recurrent, shown, Int32(steps),
                    before, stride, output + step * width, Int32(steps * width), kept + step * keptWidth,
                    Int32(steps * keptWidth))
            case .lstm:
                kernels.lstm_step(
                    rows, Int32(hidden), pointer + step * gates, Int32(steps * gates), recurrent, shown, Int32(steps),
                    before, stride, output + step * width, Int32(steps * width), kept + step * keptWidth,
                    Int32(steps * keptWidth))
            }
        }
        tape.count(flops: 2 * batch * steps * gates * hidden, at: index)
        return Node(tape, index)
    }

    private static let gruRule = Rule("gru") { tape, index in tape.recurrentBackward(.gru, index) }
    private static let lstmRule = Rule("lstm") { tape, index in tape.recurrentBackward(.lstm, index) }
}

extension Tape {
    /// Back through time; the products with the weights wait until the end, one for all steps.
    fileprivate func recurrentBackward(_ kind: Recurrence, _ index: Int) {
        guard let arrived = arrived(index), let kept = entries[index].saved else { return }
        let (batch, steps) = (entries[index].shape[0], entries[index].shape[1])
        let (x, state, weight, bias) = (input(index, 0), input(index, 1), input(index, 2), input(index, 3))
        let mask = entries[index].inputCount > 4 ? value(input(index, 4)) : nil
        let hidden = entries[weight].shape[0]
        let gates = kind.gates * hidden
        let width = kind.states * hidden
        let keptWidth = kind.kept * hidden
        let output = value(index)
        let rows = Int32(batch)
        let whole = batch * steps

        let slopes = scratch(0, whole * gates)  // of h·W_hh + b_hh, all steps
        let running = scratch(1, 2 * batch * width)  // gradient of the state, before and after a step
        var (now, before) = (running, running + batch * width)
        now.update(repeating: 0, count: batch * width)
        let (gateTarget, accumulate) = target(x)
        for step in stride(from: steps - 1, through: 0, by: -1) {
            for row in 0..<batch {
                let place = now + row * width
                kernels.add(Int32(width), place, arrived + (row * steps + step) * width, place)
            }
            let old = step == 0 ? value(state) : output + (step - 1) * width
            let oldStride = Int32(step == 0 ? width : steps * width)
            let shown = mask.map { UnsafePointer($0 + step) }
            let own = slopes + step * gates
            switch kind {
            case .gru:
                kernels.gru_step_gradient(
                    rows, Int32(hidden), kept + step * keptWidth, Int32(steps * keptWidth), shown, Int32(steps), old,
                    oldStride, now, gateTarget + step * gates, Int32(steps * gates), accumulate, own,
                    Int32(steps * gates), before)
            case .lstm:
                kernels.lstm_step_gradient(
                    rows, Int32(hidden), kept + step * keptWidth, Int32(steps * keptWidth), shown, Int32(steps), old,
                    oldStride, now, gateTarget + step * gates, Int32(steps * gates), accumulate, own,
                    Int32(steps * gates), before)
            }
            if step > 0 || needsGradient(state) {
                kernels.gemm(
                    0, 1, rows, Int32(hidden), Int32(gates), own, Int32(steps * gates), value(weight), Int32(gates),
                    before, Int32(width), nil, CK_IDENTITY, 1)
                count(flops: 2 * batch * hidden * gates, at: index)
            }
            swap(&now, &before)
        }
        if needsGradient(state) {
            let (place, accumulate) = target(state)
            if accumulate == 1 {
                kernels.add(Int32(batch * width), place, now, place)
            } else {
                place.update(from: now, count: batch * width)
            }
        }
        if needsGradient(bias) {
            let (place, accumulate) = target(bias)
            kernels.sum_columns(Int32(whole), Int32(gates), slopes, place, accumulate)
        }
        if needsGradient(weight) {
            // The h before each step, in the order of the slopes.
            let old = scratch(2, whole * hidden)
            for row in 0..<batch {
                (old + row * steps * hidden).update(from: value(state) + row * width, count: hidden)
                for step in 1..<max(1, steps) {
                    (old + (row * steps + step) * hidden).update(
                        from: output + (row * steps + step - 1) * width, count: hidden)
                }
            }
            let (place, accumulate) = target(weight)
            kernels.gemm(
                1, 0, Int32(hidden), Int32(gates), Int32(whole), old, Int32(hidden), slopes, Int32(gates), place,
                Int32(gates), nil, CK_IDENTITY, accumulate)
            count(flops: 2 * whole * hidden * gates, at: index)
        }
    }
}
