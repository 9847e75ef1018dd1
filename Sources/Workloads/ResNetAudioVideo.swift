// SPDX-License-Identifier: Apache-2.0

/// W6: two ResNet-18 with batch norm, over a frame and a spectrogram, concatenation: the usual audio-visual model.
struct ResNetAudioVideo: WorkloadNetwork {
    static let workload = Workload(
        number: 6, title: "resnet18-av", batch: 16, batches: 4,
        data: [
            DataSpec("frame", [3, 112, 112], .pictures), DataSpec("spec", [1, 128, 128], .pictures),
            DataSpec("y", [], .integers(0..<6)),
        ],
        gigaflops: 99.574, steps: 14, warmup: 3, makeOptimizer: Workload.sgd(1e-3, weightDecay: 1e-4),
        makeNetwork: { ResNetAudioVideo($0, &$1) })

    let frame: ResNet18
    let spectrogram: ResNet18
    let head: JoinedLinear

    init(_ builder: ParameterBuilder, _ list: inout ReferenceList) {
        frame = Self.encoder("vis", Shape([112, 112, 3]), builder, &list)
        spectrogram = Self.encoder("aud", Shape([128, 128, 1]), builder, &list)
        head = JoinedLinear("head", [512, 512], 6, builder, &list)
    }

    private static func encoder(
        _ name: String, _ shape: Shape, _ builder: ParameterBuilder, _ list: inout ReferenceList
    ) -> ResNet18 {
        var options = ResNet18.Options()
        options.norm = .batch
        func norm(_ reference: String, _ channels: Int, _ place: String) {
            list.norm("\(name).\(reference)", channels, gamma: "\(name).\(place).gamma", beta: "\(name).\(place).beta")
        }
        func convolution(_ reference: String, _ inputs: Int, _ outputs: Int, _ kernel: Int, _ place: String) {
            list.convolution(
                "\(name).\(reference)", inputs, outputs, kernel: kernel, wide: true, place: "\(name).\(place).weight")
        }
        convolution("conv1", shape[2], 64, 7, "stem")
        norm("bn1", 64, "stem_norm")
        var inputs = 64
        for index in 0..<8 {
            let outputs = 64 << (index / 2)
            let (block, place) = ("layer\(index / 2 + 1).\(index % 2)", "block\(index)")
            convolution("\(block).conv1", inputs, outputs, 3, "\(place).conv1")
            norm("\(block).bn1", outputs, "\(place).norm1")
            convolution("\(block).conv2", outputs, outputs, 3, "\(place).conv2")
            norm("\(block).bn2", outputs, "\(place).norm2")
            if inputs != outputs {
                convolution("\(block).down.conv", inputs, outputs, 1, "\(place).shortcut")
                norm("\(block).down.bn", outputs, "\(place).shortcut_norm")
            }
            inputs = outputs
        }
        return builder.scope(name) { ResNet18(options, .dense(shape), builder) }
    }

    func loss(_ batch: WorkloadBatch, _ context: Context) -> Node {
        let v = frame(.dense(batch.numbers(0, Shape(batch.rows, 112, 112, 3))), context)
        let a = spectrogram(.dense(batch.numbers(1, Shape(batch.rows, 128, 128, 1))), context)
        return head([v, a], context).crossEntropy(batch.integers(2)).mean()
    }
}
