// SPDX-License-Identifier: Apache-2.0

/// W5: the fused feature is the first state of a GRU that writes twelve tokens.
struct Generation: WorkloadNetwork {
    static let workload = Workload(
        number: 5, title: "generation", batch: 64, batches: 8,
        data: PictureAndText.data + [DataSpec("target", [12], .integers(1..<200))],
        gigaflops: 0.851, steps: 200, warmup: 10, makeOptimizer: Workload.adam(1e-3),
        makeNetwork: { Generation($0, &$1) })

    let encoders: PictureAndText
    let start: JoinedLinear
    let table: ParameterID
    let recurrence: GRU
    let output: Linear

    init(_ builder: ParameterBuilder, _ list: inout ReferenceList) {
        encoders = PictureAndText(builder, &list)
        start = JoinedLinear("ctx", [128, 128], 128, builder, &list, .relu)
        table = builder.declare("tok", Shape(200, 128), .constant(0))
        list.table("tok.weight", 200, 128, place: "tok")
        recurrence = GRU("gru", 128, 128, builder)
        let halfWidth = 1 / 128.0.squareRoot()
        list.matrix("gru.weight_ih_l0", 128, 384, halfWidth: halfWidth, place: "gru.weight_input")
        list.matrix("gru.weight_hh_l0", 128, 384, halfWidth: halfWidth, place: "gru.weight_state")
        list.vector("gru.bias_ih_l0", 384, halfWidth, place: "gru.bias_input")
        list.vector("gru.bias_hh_l0", 384, halfWidth, place: "gru.bias_state")
        output = Linear("out", 128, 200, builder, &list)
    }

    func loss(_ batch: WorkloadBatch, _ context: Context) -> Node {
        let (picture, text) = encoders(batch, context)
        let state = start([picture, text], context)
        // Each token is foretold from those before it; the first from token 0.
        let inputs = context(table).embedding(batch.shifted(2), rows: batch.rows, length: 12, padding: -1)
        let states = recurrence(inputs, state: state, context)
        let logits = output(states.reshaped(Shape(batch.rows * 12, 128)), context)
        return logits.crossEntropy(batch.integers(2)).mean()
    }
}
