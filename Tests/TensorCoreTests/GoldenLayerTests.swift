// SPDX-License-Identifier: Apache-2.0

import TensorCore
import TestSupport
import Testing

/// Every case of layers.json: outputs and gradients within 2e-6 of the largest float64 value.
@Suite(.enabled(if: Repository.hasShared, "\(Repository.absentLine)"))
struct `Golden layers` {
    @Test func `all cases of layers`() throws {
        try runGolden(
            "layers",
            [
                "linear": linear, "conv1d": convolution1D, "conv2d": convolution2D, "conv3d": convolution3D,
                "batchnorm": batchNorm, "groupnorm": groupNorm, "layernorm": layerNorm, "rmsnorm": rmsNorm,
                "relu": { try $0.compare($0.leaf("x").activated(.relu)) },
                "gelu_tanh": { try $0.compare($0.leaf("x").activated(.gelu)) },
                "gelu_erf": { try $0.compare($0.leaf("x").exactGELU()) },
                "sigmoid": { try $0.compare($0.leaf("x").activated(.sigmoid)) },
                "tanh": { try $0.compare($0.leaf("x").activated(.tanh)) },
                "silu": { try $0.compare($0.leaf("x").silu()) },
                "softplus": { try $0.compare($0.leaf("x").softplus()) },
                "leaky_relu_0_01": { try $0.compare($0.leaf("x").leakyReLU(0.01)) },
                "exp": { try $0.compare($0.leaf("x").exponential()) },
                "log_softmax": { try $0.compare($0.leaf("x").logSoftmax()) },
                "softmax": { try $0.compare($0.leaf("x").softmax()) },
                "maxpool": maxPool, "avgpool": averagePool,
                "global_avgpool": { try $0.compare($0.leaf("x", GoldenRun.imageAxes).meanOverPositions()) },
                "adaptive_avgpool_3x2": {
                    try $0.compare($0.leaf("x", GoldenRun.imageAxes).adaptiveAveragePool(3, 2), GoldenRun.imageAxes)
                },
                "max_over_time": { try $0.compare($0.leaf("x").maxOverTokens()) },
                "l2_normalize": { try $0.compare($0.leaf("x").l2Normalized(epsilon: 1e-12)) },
                "gated_fusion": gatedFusion, "bilinear": bilinear,
            ])
    }

    func linear(_ run: GoldenRun) throws {
        try run.compare(run.leaf("x").linear(run.leaf("w", [1, 0]), run.optionalLeaf("b")))
    }

    func convolution1D(_ run: GoldenRun) throws {
        let y = try run.leaf("x", [0, 2, 1]).convolution1D(
            run.leaf("w", [2, 1, 0]), run.optionalLeaf("b"), stride: Int(run.number("stride", 1)),
            padding: Int(run.number("padding", 0)))
        try run.compare(y, [0, 2, 1])
    }

    func convolution2D(_ run: GoldenRun) throws {
        let x = try run.leaf("x", GoldenRun.imageAxes)
        let w = try run.leaf("w", GoldenRun.kernelAxes)
        let b = try run.optionalLeaf("b")
        let (stride, padding) = (
            run.example.pair("stride", default: 1), run.example.pair("padding", default: 0)
        )
        let dilation = Int(run.number("dilation", 1))
        let groups = Int(run.number("groups", 1))
        let y =
            dilation == 1 && groups == 1
            ? x.convolution(w, b, stride: stride, padding: padding)
            : x.convolution(w, b, stride: stride, padding: padding, dilation: dilation, groups: groups)
        try run.compare(y, GoldenRun.imageAxes)
    }

    func convolution3D(_ run: GoldenRun) throws {
        let padding = Int(run.number("padding", 0))
        let y = try run.leaf("x", [0, 2, 3, 4, 1]).convolution3D(
            run.leaf("w", [2, 3, 4, 1, 0]), run.optionalLeaf("b"), padding: (padding, padding, padding))
        try run.compare(y, [0, 2, 3, 4, 1])
    }

    func batchNorm(_ run: GoldenRun) throws {
        let image = run.example.name.hasSuffix("4d")
        let x = try run.leaf("x", image ? GoldenRun.imageAxes : nil)
        let (gamma, beta) = (try run.leaf("gamma"), try run.leaf("beta"))
        var mean = try #require(run.example.input("running_mean")).floats
        var variance = try #require(run.example.input("running_var")).floats
        try mean.withUnsafeMutableBufferPointer { mean in
            try variance.withUnsafeMutableBufferPointer { variance in
                let running = RunningStatistics(
                    mean: try #require(mean.baseAddress), variance: try #require(variance.baseAddress))
                let y = x.batchNorm(
                    gamma: gamma, beta: beta, running, training: run.example.attributes["training"] as? Bool == true)
                try run.compare(y, image ? GoldenRun.imageAxes : nil)
            }
        }
        #expect(try #require(run.example.output("running_mean_after")).error(mean) < 2e-6)
        #expect(try #require(run.example.output("running_var_after")).error(variance) < 2e-6)
    }

    func groupNorm(_ run: GoldenRun) throws {
        let y = try run.leaf("x", GoldenRun.imageAxes).groupNorm(
            groups: Int(run.number("groups", 1)), gamma: run.leaf("gamma"), beta: run.leaf("beta"))
        try run.compare(y, GoldenRun.imageAxes)
    }

    func layerNorm(_ run: GoldenRun) throws {
        let y = try run.leaf("x").layerNorm(gamma: run.leaf("gamma"), beta: run.leaf("beta"))
        // Where the mean is 100 times the spread, the gradient's bound is wider.
        try run.compare(y, gradientBound: run.example.name == "layernorm_offset" ? 1e-5 : 2e-6)
    }

    func rmsNorm(_ run: GoldenRun) throws {
        try run.compare(run.leaf("x").rmsNorm(gamma: run.leaf("gamma"), epsilon: Float(run.number("eps", 1e-6))))
    }

    func maxPool(_ run: GoldenRun) throws {
        let y = try run.leaf("x", GoldenRun.imageAxes).maxPool(
            run.example.pair("kernel_size", default: 1), stride: run.example.pair("stride", default: 1),
            padding: run.example.pair("padding", default: 0))
        try run.compare(y, GoldenRun.imageAxes)
    }

    func averagePool(_ run: GoldenRun) throws {
        let y = try run.leaf("x", GoldenRun.imageAxes).averagePool(
            run.example.pair("kernel_size", default: 1), stride: run.example.pair("stride", default: 1),
            padding: run.example.pair("padding", default: 0),
            countPadding: run.example.attributes["count_include_pad"] as? Bool ?? true)
        try run.compare(y, GoldenRun.imageAxes)
    }

    /// g = σ([v, a]·W_g + b_g), g·tanh(v·W_v + b_v) + (1 − g)·tanh(a·W_a + b_a)
    func gatedFusion(_ run: GoldenRun) throws {
        let (v, a) = (try run.leaf("v"), try run.leaf("a"))
        let gate = try Node.concatenated([v, a]).linear(run.leaf("wg", [1, 0]), run.leaf("bg"), .sigmoid)
        let left = try v.linear(run.leaf("wv", [1, 0]), run.leaf("bv"), .tanh)
        let right = try a.linear(run.leaf("wa", [1, 0]), run.leaf("ba"), .tanh)
        try run.compare(gate * left + right - gate * right)
    }

    func bilinear(_ run: GoldenRun) throws {
        let products = try run.leaf("a").outer(run.leaf("b"))
        let w = try run.leaf("w", [1, 2, 0])
        try run.compare(
            products.linear(w.reshaped(Shape(w.shape[0] * w.shape[1], w.shape[2])), run.leaf("bias")))
    }
}
