// SPDX-License-Identifier: Apache-2.0

/// W3: eight frames and a spectrogram, group norm, gated fusion.
struct VideoAudio: WorkloadNetwork {
    static let workload = Workload(
        number: 3, title: "video-audio", batch: 32, batches: 8,
        data: [
            DataSpec("video", [8, 1, 32, 32], .pictures), DataSpec("audio", [1, 40, 64], .pictures),
            DataSpec("y", [], .integers(0..<10)),
        ],
        gigaflops: 1.266, steps: 200, warmup: 10, makeOptimizer: Workload.sgd(0.05),
        makeNetwork: { VideoAudio($0, &$1) })

    let video: PictureEncoder
    let audio: PictureEncoder
    let gate: JoinedLinear
    let fromVideo: Linear
    let fromAudio: Linear
    let head: Linear

    init(_ builder: ParameterBuilder, _ list: inout ReferenceList) {
        video = PictureEncoder("vid", channels: 1, groups: [4, 8, 8], builder, &list)
        audio = PictureEncoder("aud", channels: 1, groups: [4, 8, 8], builder, &list)
        gate = JoinedLinear("gate", [128, 128], 128, builder, &list, .sigmoid)
        fromVideo = Linear("fv", 128, 128, builder, &list, .tanh)
        fromAudio = Linear("fa", 128, 128, builder, &list, .tanh)
        head = Linear("head", 128, 10, builder, &list)
    }

    func loss(_ batch: WorkloadBatch, _ context: Context) -> Node {
        let frames = video(batch.numbers(0, Shape(batch.rows * 8, 32, 32, 1)), context)
        let v = frames.reshaped(Shape([batch.rows, 8, 128])).meanOverPositions()
        let a = audio(batch.numbers(1, Shape(batch.rows, 40, 64, 1)), context)
        let g = gate([v, a], context)
        // g·tanh(v') + (1 − g)·tanh(a')
        let (left, right) = (fromVideo(v, context), fromAudio(a, context))
        let fused = right + g * (left + right * -1)
        return head(fused, context).crossEntropy(batch.integers(2)).mean()
    }
}
