// SPDX-License-Identifier: Apache-2.0

/// W7: two small vision transformers over patches, fused by attention of one to the other.
struct TransformerPair: WorkloadNetwork {
    static let workload = Workload(
        number: 7, title: "transformer", batch: 32, batches: 8,
        data: [
            DataSpec("patch_a", [64, 192], .numbers), DataSpec("patch_b", [64, 80], .numbers),
            DataSpec("y", [], .integers(0..<10)),
        ],
        gigaflops: 23.841, steps: 40, warmup: 5, makeOptimizer: Workload.adamW(3e-4, weightDecay: 0.05),
        makeNetwork: { TransformerPair($0, &$1) })

    /// Patches → tokens.
    struct Tower {
        let embedding: Linear
        let positions: PositionTable
        let blocks: [TransformerBlock]
        let norm: LayerNorm

        init(_ name: String, _ inputs: Int, _ builder: ParameterBuilder, _ list: inout ReferenceList) {
            embedding = Linear("\(name).embed", inputs, 128, builder, &list)
            positions = PositionTable("\(name).pos", length: 64, width: 128, builder)
            list.table("\(name).pos", 64, 128, halfWidth: 0.02 * 3.0.squareRoot(), place: "\(name).pos.weight")
            var blocks: [TransformerBlock] = []
            for index in 0..<4 {
                let block = "\(name).block\(index)"
                blocks.append(TransformerBlock(block, width: 128, heads: 4, builder))
                list.norm("\(block).ln1", 128, gamma: "\(block).norm1.gamma", beta: "\(block).norm1.beta")
                list.layer("\(block).qkv", 128, 384, place: "\(block).attention.qkv")
                list.layer("\(block).proj", 128, 128, place: "\(block).attention.output")
                list.norm("\(block).ln2", 128, gamma: "\(block).norm2.gamma", beta: "\(block).norm2.beta")
                list.layer("\(block).fc1", 128, 512, place: "\(block).mlp.first")
                list.layer("\(block).fc2", 512, 128, place: "\(block).mlp.second")
            }
            self.blocks = blocks
            norm = LayerNorm("\(name).ln", 128, builder)
            list.norm("\(name).ln", 128, gamma: "\(name).ln.gamma", beta: "\(name).ln.beta")
        }

        func callAsFunction(_ patches: Node, _ context: Context) -> Node {
            var x = positions(embedding(patches, context), context)
            for block in blocks { x = block(x, context) }
            return norm(x, context)
        }
    }

    let a: Tower
    let b: Tower
    let queryNorm: LayerNorm
    let memoryNorm: LayerNorm
    let cross: CrossAttention
    let innerNorm: LayerNorm
    let inner: FeedForward
    let lastNorm: LayerNorm
    let head: Linear

    init(_ builder: ParameterBuilder, _ list: inout ReferenceList) {
        a = Tower("a", 192, builder, &list)
        b = Tower("b", 80, builder, &list)
        queryNorm = LayerNorm("x.ln_q", 128, builder)
        memoryNorm = LayerNorm("x.ln_kv", 128, builder)
        cross = CrossAttention("x.cross", width: 128, heads: 4, builder)
        innerNorm = LayerNorm("x.ln2", 128, builder)
        inner = FeedForward("x.mlp", width: 128, inner: 512, builder)
        lastNorm = LayerNorm("x.ln", 128, builder)
        for name in ["x.ln_q", "x.ln_kv"] { list.norm(name, 128, gamma: "\(name).gamma", beta: "\(name).beta") }
        list.layer("x.q", 128, 128, place: "x.cross.query")
        list.layer("x.kv", 128, 256, place: "x.cross.kv")
        list.layer("x.proj", 128, 128, place: "x.cross.output")
        list.norm("x.ln2", 128, gamma: "x.ln2.gamma", beta: "x.ln2.beta")
        list.layer("x.fc1", 128, 512, place: "x.mlp.first")
        list.layer("x.fc2", 512, 128, place: "x.mlp.second")
        list.norm("x.ln", 128, gamma: "x.ln.gamma", beta: "x.ln.beta")
        head = Linear("head", 128, 10, builder, &list)
    }

    func loss(_ batch: WorkloadBatch, _ context: Context) -> Node {
        let left = a(batch.numbers(0, Shape([batch.rows, 64, 192])), context)
        let right = b(batch.numbers(1, Shape([batch.rows, 64, 80])), context)
        let memory = cross.memory(memoryNorm(right, context), context)
        var x = Node.sum(left, consuming: cross(queryNorm(left, context), memory: memory, context))
        x = .sum(x, consuming: inner(innerNorm(x, context), context))
        return head(lastNorm(x, context).meanOverTokens(), context).crossEntropy(batch.integers(2)).mean()
    }
}
