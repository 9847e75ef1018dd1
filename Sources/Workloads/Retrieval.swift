// SPDX-License-Identifier: Apache-2.0

/// W4: two encoders, rows of unit length, symmetric contrast with a learned temperature.
struct Retrieval: WorkloadNetwork {
    static let workload = Workload(
        number: 4, title: "dual-encoder", batch: 128, batches: 8, data: PictureAndText.data, gigaflops: 0.573,
        steps: 200, warmup: 10, makeOptimizer: Workload.adam(1e-3), makeNetwork: { Retrieval($0, &$1) })

    let encoders: PictureAndText
    let fromPicture: Linear
    let fromText: Linear
    let logScale: ParameterID

    init(_ builder: ParameterBuilder, _ list: inout ReferenceList) {
        encoders = PictureAndText(builder, &list)
        fromPicture = Linear("proj_i", 128, 128, builder, &list)
        fromText = Linear("proj_t", 128, 128, builder, &list)
        logScale = builder.declare("logit_scale", Shape(1), .constant(0))
        list.scalar("logit_scale", Float(Elementary.log(1 / 0.07)), place: "logit_scale")
    }

    func loss(_ batch: WorkloadBatch, _ context: Context) -> Node {
        let (picture, text) = encoders(batch, context)
        let logits = Node.contrastiveLogits(
            fromPicture(picture, context).l2Normalized(), fromText(text, context).l2Normalized(),
            logScale: context(logScale))
        return logits.symmetricContrast(batch.data.places).mean()
    }
}
