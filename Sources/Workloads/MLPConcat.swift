// SPDX-License-Identifier: Apache-2.0

/// W1: two modalities of plain numbers, two-layer perceptrons, concatenation.
struct MLPConcat: WorkloadNetwork {
    static let workload = Workload(
        number: 1, title: "mlp-concat", batch: 64, batches: 8,
        data: [
            DataSpec("x_a", [512], .numbers), DataSpec("x_b", [300], .numbers), DataSpec("y", [], .integers(0..<10)),
        ],
        gigaflops: 0.079, steps: 200, warmup: 10, makeOptimizer: Workload.sgd(0.05),
        makeNetwork: { MLPConcat($0, &$1) })

    let encoders: [[Linear]]
    let head: JoinedLinear

    init(_ builder: ParameterBuilder, _ list: inout ReferenceList) {
        var encoders: [[Linear]] = []
        for (name, inputs) in [("enc_a", 512), ("enc_b", 300)] {
            encoders.append([
                Linear("\(name).fc1", inputs, 256, builder, &list, .relu),
                Linear("\(name).fc2", 256, 128, builder, &list, .relu),
            ])
        }
        self.encoders = encoders
        head = JoinedLinear("head", [128, 128], 10, builder, &list)
    }

    func loss(_ batch: WorkloadBatch, _ context: Context) -> Node {
        let features = encoders.enumerated().map { index, layers in
            let x = batch.numbers(index, Shape(batch.rows, index == 0 ? 512 : 300))
            return layers[1](layers[0](x, context), context)
        }
        return head(features, context).crossEntropy(batch.integers(2)).mean()
    }
}
