// SPDX-License-Identifier: Apache-2.0

import Tasks

/// What an optimizer remembers of every parameter: buffers in the parameters' layout, and how many steps each has taken.
final class OptimizerMemory {
    let buffers: [Buffer]
    private var counts: StepCounts

    /// `buffers` of zeros.
    init(buffers: Int, parameters: Int) {
        self.buffers = (0..<buffers).map { _ in Buffer(count: parameters) }
        counts = StepCounts(count: parameters)
    }

    /// Calls `body` for each stretch of parameters of equal history, in order, with the number of the step (from 1) that
    /// it takes now and the factor of its update.
    func advance(_ segments: [UpdateSegment], _ body: (_ range: Range<Int>, _ step: Int, _ scale: Float) -> Void) {
        for segment in segments { counts.advance(segment.range) { body($0, $1, segment.scale) } }
    }

    /// The numbers of one buffer from a place on.
    func pointer(_ buffer: Int, from start: Int) -> UnsafeMutablePointer<Float> { buffers[buffer].pointer + start }

    var state: OptimizerState {
        get { OptimizerState(counts: counts, buffers: buffers.map(\.values)) }
        set {
            counts = newValue.counts
            for (buffer, values) in zip(buffers, newValue.buffers) { buffer.values = values }
        }
    }
}
