// SPDX-License-Identifier: Apache-2.0

/// The small encoder of pictures that W2 to W5 share: three strided 3×3 convolutions, each with norm and ReLU, mean over
/// positions, linear, ReLU.
struct PictureEncoder {
    enum Stage {
        case batch(Convolution, BatchNorm)
        case group(ConvolutionBlock)
    }

    let stages: [Stage]
    let last: Linear

    /// `groups` of each stage's group norm; nil: batch norm.
    init(_ name: String, channels: Int, groups: [Int]?, _ builder: ParameterBuilder, _ list: inout ReferenceList) {
        var inputs = channels
        var stages: [Stage] = []
        for (index, outputs) in [16, 32, 64].enumerated() {
            let (place, norm): (String, String)
            if let groups {
                (place, norm) = ("\(name).block\(index + 1)", "\(name).block\(index + 1)")
                stages.append(
                    .group(ConvolutionBlock(place, inputs, outputs, stride: 2, groups: groups[index], builder)))
            } else {
                (place, norm) = ("\(name).conv\(index + 1)", "\(name).norm\(index + 1)")
                stages.append(
                    .batch(
                        Convolution(place, inputs, outputs, kernel: (3, 3), stride: (2, 2), padding: (1, 1), builder),
                        BatchNorm(norm, outputs, builder)))
            }
            list.convolution("\(name).conv\(index + 1)", inputs, outputs, kernel: 3, place: "\(place).weight")
            list.norm("\(name).norm\(index + 1)", outputs, gamma: "\(norm).gamma", beta: "\(norm).beta")
            inputs = outputs
        }
        self.stages = stages
        last = Linear("\(name).fc", 64, 128, builder, &list, .relu)
    }

    func callAsFunction(_ pictures: Node, _ context: Context) -> Node {
        var x = pictures
        for stage in stages {
            switch stage {
            case .batch(let convolution, let norm): x = norm(convolution(x, context), context, .relu)
            case .group(let block): x = block(x, context)
            }
        }
        return last(x.meanOverPositions(), context)
    }
}

/// The encoder of texts that W2, W4 and W5 share: mean of the 16 tokens' embeddings, two linear layers with ReLU. No token
/// is padding.
struct BagEncoder {
    let table: ParameterID
    let first: Linear
    let second: Linear

    init(_ name: String, _ builder: ParameterBuilder, _ list: inout ReferenceList) {
        table = builder.declare("\(name).table", Shape(1000, 64), .constant(0))
        list.table("\(name).emb.weight", 1000, 64, place: "\(name).table")
        first = Linear("\(name).fc1", 64, 128, builder, &list, .relu)
        second = Linear("\(name).fc2", 128, 128, builder, &list, .relu)
    }

    func callAsFunction(_ tokens: UnsafePointer<Int32>, rows: Int, _ context: Context) -> Node {
        let bag = context(table).embeddingMean(tokens, rows: rows, length: 16, padding: -1)
        return second(first(bag, context), context)
    }
}

/// Pictures of 32 × 32 and texts of 16 tokens: what W2, W4 and W5 read first.
struct PictureAndText {
    static let data = [
        DataSpec("image", [3, 32, 32], .pictures), DataSpec("text", [16], .integers(0..<1000)),
    ]

    let picture: PictureEncoder
    let text: BagEncoder

    init(_ builder: ParameterBuilder, _ list: inout ReferenceList) {
        picture = PictureEncoder("img", channels: 3, groups: nil, builder, &list)
        text = BagEncoder("txt", builder, &list)
    }

    /// Both features, `[rows, 128]`.
    func callAsFunction(_ batch: WorkloadBatch, _ context: Context) -> (picture: Node, text: Node) {
        (
            picture(batch.numbers(0, Shape(batch.rows, 32, 32, 3)), context),
            text(batch.integers(1), rows: batch.rows, context)
        )
    }
}
