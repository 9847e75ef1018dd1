// SPDX-License-Identifier: Apache-2.0

/// One of the reference training jobs on which engines are timed and checked against each other.
public struct Workload: Sendable {
    /// 1 for W1; part of the keys of its random numbers.
    public let number: Int
    /// What it trains, in words.
    public let title: String
    /// Samples in a batch.
    public let batch: Int
    /// Batches that are walked in turn.
    public let batches: Int
    /// Data tensors of its definition.
    public let data: [DataSpec]
    /// 10⁹ multiply-adds, counted as two, of products and convolutions in one step, without data gradients of inputs.
    public let gigaflops: Double
    /// Steps and, at their beginning, steps of warm-up of a usual measurement.
    public let steps: Int
    /// Steps that are not timed.
    public let warmup: Int
    let makeOptimizer: @Sendable (_ parameters: Int) -> any Optimizer
    let makeNetwork: @Sendable (ParameterBuilder, inout ReferenceList) -> any WorkloadNetwork

    /// W1 to W7.
    public var name: String { "W\(number)" }
    /// Samples in all batches.
    public var samples: Int { batch * batches }

    /// All of them, in order.
    public static let all: [Workload] = [
        MLPConcat.workload, ImageText.workload, VideoAudio.workload, Retrieval.workload, Generation.workload,
        ResNetAudioVideo.workload, TransformerPair.workload,
    ]

    /// The workload of this name, in small letters or large.
    public static func named(_ name: String) -> Workload? { all.first { $0.name == name.uppercased() } }
}

/// The model of a workload, built from the product's layers.
protocol WorkloadNetwork {
    /// The scalar loss of a batch.
    func loss(_ batch: WorkloadBatch, _ context: Context) -> Node
}

extension Workload {
    static func sgd(_ rate: Double, weightDecay: Float = 0) -> @Sendable (Int) -> any Optimizer {
        { parameters in
            var options = SGD.Options()
            options.learningRate = rate
            options.momentum = 0.9
            options.weightDecay = weightDecay
            return SGD(options, parameters: parameters)
        }
    }

    static func adam(_ rate: Double) -> @Sendable (Int) -> any Optimizer {
        { parameters in
            var options = AdamOptions()
            options.learningRate = rate
            return Adam(options, parameters: parameters)
        }
    }

    static func adamW(_ rate: Double, weightDecay: Float) -> @Sendable (Int) -> any Optimizer {
        { parameters in
            var options = AdamOptions()
            options.learningRate = rate
            options.weightDecay = weightDecay
            return AdamW(options, parameters: parameters)
        }
    }
}
