// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// ResNet-18 (He et al., CVPR 2016): a stem, four stages of two basic blocks, mean over positions.
///
/// Convolutions have no bias and begin by He's rule over fan-out; norms begin at 1 and 0. The feature has 512 channels
/// (8 times `channels`), or `width` after one more linear layer.
public struct ResNet18: Encoder {
    public static let card = Card(
        id: "resnet18", title: "ResNet-18",
        summary: "18-layer residual network; reads images and spectrograms [H, W, C]",
        reference: "He et al., CVPR 2016")

    public struct Options: Configurable {
        @Field("what normalizes: groups of channels of one sample, or each channel over the batch")
        public var norm: NormKind = .group
        @Field("groups of a group norm; must divide 'channels'", in: 1...64) public var groups: Int = 32
        @Field("channels of the first stage; the others have 2, 4 and 8 times as many", in: 1...256)
        public var channels: Int = 64
        @Field("full: 7×7 stride 2 and 3×3 max pooling; small: 3×3 stride 1, for images below 64×64")
        public var stem: Stem = .full
        @Field("width of a last linear layer; 0: none, the feature is 8 times 'channels' wide", in: 0...4096)
        public var width: Int = 0
        @Field("weights to begin with: a .safetensors file below --data, named by the encoder's own addresses")
        public var weights: String = ""
        @Field("SHA-256 of that file") public var weightsDigest: String = ""
        public init() {}
        public func problems() -> [String] {
            weightsProblems(weights, weightsDigest)
                + (norm == .group && channels % groups != 0 ? ["'groups' must divide 'channels'"] : [])
        }
    }

    /// How pictures enter: 7×7 with stride 2 and pooling, or 3×3.
    public enum Stem: String, FieldChoice { case full, small }

    let first: Convolution
    let firstNorm: ChannelNorm
    let stem: Stem
    let blocks: [ResidualBlock]
    let last: Linear?
    public let width: Int

    public static func misfit(_ input: InputShape) -> String? {
        guard case .dense(let shape) = input, shape.rank == 3 else {
            return "it reads images or spectrograms [H, W, C], not \(input.description)"
        }
        return shape[0] < 16 || shape[1] < 16 ? "it needs at least 16×16 positions, not \(shape[0])×\(shape[1])" : nil
    }

    public init(_ options: Options, _ input: InputShape, _ builder: ParameterBuilder) {
        guard case .dense(let shape) = input else { preconditionFailure("misfit was not asked") }
        let (channels, norm, groups) = (options.channels, options.norm, options.groups)
        first =
            options.stem == .full
            ? Convolution("stem", shape[2], channels, kernel: (7, 7), stride: (2, 2), padding: (3, 3), builder)
            : Convolution("stem", shape[2], channels, kernel: (3, 3), padding: (1, 1), builder)
        firstNorm = ChannelNorm(norm, "stem_norm", channels, groups: groups, builder)
        stem = options.stem
        var inputs = channels
        blocks = (0..<8).map { index in
            let outputs = channels << (index / 2)
            defer { inputs = outputs }
            return ResidualBlock(
                "block\(index)", inputs, outputs, stride: index % 2 == 0 && index > 0 ? 2 : 1, norm: norm,
                groups: groups, builder)
        }
        last = options.width == 0 ? nil : Linear("linear", inputs, options.width, builder, .relu)
        width = options.width == 0 ? inputs : options.width
    }

    public func callAsFunction(_ input: EncoderInput, _ context: Context) -> Node {
        var x = firstNorm(first(Self.node(input), context), context, .relu)
        if stem == .full { x = x.maxPool((3, 3), stride: (2, 2), padding: (1, 1)) }
        for block in blocks { x = block(x, context) }
        let pooled = x.meanOverPositions()
        return last.map { $0(pooled, context) } ?? pooled
    }
}

/// act(norm(conv(act(norm(conv(x))))) + shortcut(x)); the shortcut is a 1×1 convolution with norm where shapes change.
struct ResidualBlock: Sendable {
    let first: Convolution
    let firstNorm: ChannelNorm
    let second: Convolution
    let secondNorm: ChannelNorm
    let shortcut: (convolution: Convolution, norm: ChannelNorm)?

    init(
        _ name: String, _ inputs: Int, _ outputs: Int, stride: Int, norm: NormKind, groups: Int,
        _ builder: ParameterBuilder
    ) {
        (first, firstNorm, second, secondNorm) = builder.scope(name) {
            (
                Convolution(
                    "conv1", inputs, outputs, kernel: (3, 3), stride: (stride, stride), padding: (1, 1), builder),
                ChannelNorm(norm, "norm1", outputs, groups: groups, builder),
                Convolution("conv2", outputs, outputs, kernel: (3, 3), padding: (1, 1), builder),
                ChannelNorm(norm, "norm2", outputs, groups: groups, builder)
            )
        }
        shortcut = builder.scope(name) {
            stride == 1 && inputs == outputs
                ? nil
                : (
                    Convolution("shortcut", inputs, outputs, kernel: (1, 1), stride: (stride, stride), builder),
                    ChannelNorm(norm, "shortcut_norm", outputs, groups: groups, builder)
                )
        }
    }

    func callAsFunction(_ x: Node, _ context: Context) -> Node {
        let inner = firstNorm(first(x, context), context, .relu)
        let main = secondNorm(second(inner, context), context)
        let side = shortcut.map { $0.norm($0.convolution(x, context), context) } ?? x
        return Node.rectifiedSum(side, consuming: main)
    }
}
