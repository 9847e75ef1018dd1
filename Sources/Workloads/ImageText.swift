// SPDX-License-Identifier: Apache-2.0

/// W2: pictures and texts, batch norm, concatenation.
struct ImageText: WorkloadNetwork {
    static let workload = Workload(
        number: 2, title: "cnn-image-text", batch: 64, batches: 8,
        data: PictureAndText.data + [DataSpec("y", [], .integers(0..<10))],
        gigaflops: 0.268, steps: 200, warmup: 10, makeOptimizer: Workload.sgd(0.05),
        makeNetwork: { ImageText($0, &$1) })

    let encoders: PictureAndText
    let head: JoinedLinear

    init(_ builder: ParameterBuilder, _ list: inout ReferenceList) {
        encoders = PictureAndText(builder, &list)
        head = JoinedLinear("head", [128, 128], 10, builder, &list)
    }

    func loss(_ batch: WorkloadBatch, _ context: Context) -> Node {
        let (picture, text) = encoders(batch, context)
        return head([picture, text], context).crossEntropy(batch.integers(2)).mean()
    }
}
