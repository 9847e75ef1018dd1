// SPDX-License-Identifier: Apache-2.0

import TensorCore
import TestSupport
import Testing

/// Every case of sequence.json.
@Suite(.enabled(if: Repository.hasShared, "\(Repository.absentLine)"))
struct `Golden sequences` {
    @Test func `all cases of sequence`() throws {
        try runGolden(
            "sequence",
            [
                "embedding_repeated": { try embedding($0, padding: -1) },
                "embedding_padding_idx_0": { try embedding($0, padding: 0) },
                "embedding_mean_pool": embeddingMean, "gru_cell": gruCell, "gru_sequence": gruSequence,
                "lstm_cell": lstmCell, "lstm_sequence": lstmSequence, "mha": attention, "attention_core": attentionCore,
                "transformer_block_preln": block,
            ])
    }

    func embedding(_ run: GoldenRun, padding: Int32) throws {
        let (tokens, shape) = try run.indices("idx")
        try run.compare(run.leaf("w").embedding(tokens, rows: shape[0], length: shape[1], padding: padding))
    }

    /// The mean over all tokens, none of which is padding there.
    func embeddingMean(_ run: GoldenRun) throws {
        let (tokens, shape) = try run.indices("idx")
        try run.compare(run.leaf("w").embeddingMean(tokens, rows: shape[0], length: shape[1], padding: -1))
    }

    func gruCell(_ run: GoldenRun) throws {
        let x = try run.leaf("x")
        let gates = try x.reshaped(Shape(x.shape[0], 1, x.shape[1])).linear(run.leaf("w_ih", [1, 0]), run.leaf("b_ih"))
        let y = try gates.gru(state: run.leaf("h"), weight: run.leaf("w_hh", [1, 0]), bias: run.leaf("b_hh"))
        try run.compare(y.token(0))
    }

    func gruSequence(_ run: GoldenRun) throws {
        let gates = try run.leaf("x").linear(run.leaf("w_ih", [1, 0]), run.leaf("b_ih"))
        let y = try gates.gru(state: run.leaf("h0"), weight: run.leaf("w_hh", [1, 0]), bias: run.leaf("b_hh"))
        try run.compare([("y", y, nil), ("h_last", y.token(y.shape[1] - 1), nil)])
    }

    func lstmCell(_ run: GoldenRun) throws {
        let x = try run.leaf("x")
        let gates = try x.reshaped(Shape(x.shape[0], 1, x.shape[1])).linear(run.leaf("w_ih", [1, 0]), run.leaf("b_ih"))
        let state = try Node.concatenated([run.leaf("h"), run.leaf("c")])
        let both = try gates.lstm(state: state, weight: run.leaf("w_hh", [1, 0]), bias: run.leaf("b_hh")).token(0)
        try run.compare([("h_next", both.columns(0..<4), nil), ("c_next", both.columns(4..<8), nil)])
    }

    func lstmSequence(_ run: GoldenRun) throws {
        let gates = try run.leaf("x").linear(run.leaf("w_ih", [1, 0]), run.leaf("b_ih"))
        let state = try Node.concatenated([run.leaf("h0"), run.leaf("c0")])
        let both = try gates.lstm(state: state, weight: run.leaf("w_hh", [1, 0]), bias: run.leaf("b_hh"))
        let last = both.token(both.shape[1] - 1)
        try run.compare([
            ("y", both.columns(0..<4), nil), ("h_last", last.columns(0..<4), nil), ("c_last", last.columns(4..<8), nil),
        ])
    }

    func attention(_ run: GoldenRun) throws {
        let x = try run.leaf("x")
        let width = x.shape[2]
        let heads = Int(run.number("heads", 1))
        let (w, b) = (try run.leaf("w_qkv", [1, 0]), try run.leaf("b_qkv"))
        var view = AttentionView(causal: run.example.attributes["causal"] as? Bool ?? false)
        if run.example.indices("mask") != nil {
            let mask = try run.indices("mask")
            view.mask = run.tape.constant(
                (0..<x.shape[0] * x.shape[1]).map { mask.pointer[$0] == 0 ? 1 : 0 }, Shape(mask.shape))
        }
        let mixed: Node
        if run.example.input("kv") != nil {
            let kv = try run.leaf("kv").linear(w, b)
            mixed = Node.attention(
                queries: TokenColumns(x.linear(w, b), 0..<width), keys: TokenColumns(kv, width..<2 * width),
                values: TokenColumns(kv, 2 * width..<3 * width), heads: heads, view)
        } else {
            mixed = packedAttention(x.linear(w, b), width, heads, view)
        }
        try run.compare(mixed.linear(run.leaf("w_o", [1, 0]), run.leaf("b_o")))
    }

    func packedAttention(_ qkv: Node, _ width: Int, _ heads: Int, _ view: AttentionView) -> Node {
        Node.attention(
            queries: TokenColumns(qkv, 0..<width), keys: TokenColumns(qkv, width..<2 * width),
            values: TokenColumns(qkv, 2 * width..<3 * width), heads: heads, view)
    }

    /// Given by head; ours has the heads side by side.
    func attentionCore(_ run: GoldenRun) throws {
        let axes = [0, 2, 1, 3]
        func tokens(_ name: String) throws -> TokenColumns {
            let node = try run.leaf(name, axes)
            return TokenColumns(node.reshaped(Shape(node.shape[0], node.shape[1], node.shape[2] * node.shape[3])))
        }
        let y = try Node.attention(
            queries: tokens("q"), keys: tokens("k"), values: tokens("v"), heads: 2,
            AttentionView(causal: run.example.attributes["causal"] as? Bool ?? false))
        try run.compare(y.reshaped(Shape(y.shape[0], y.shape[1], 2, y.shape[2] / 2)), axes)
    }

    func block(_ run: GoldenRun) throws {
        let x = try run.leaf("x")
        let qkv = try x.layerNorm(gamma: run.leaf("ln1_w"), beta: run.leaf("ln1_b"))
            .linear(run.leaf("w_qkv", [1, 0]), run.leaf("b_qkv"))
        let mixed = packedAttention(qkv, x.shape[2], Int(run.number("heads", 1)), AttentionView())
        let middle = try x + mixed.linear(run.leaf("w_o", [1, 0]), run.leaf("b_o"))
        let inner = try middle.layerNorm(gamma: run.leaf("ln2_w"), beta: run.leaf("ln2_b"))
            .linear(run.leaf("w1", [1, 0]), run.leaf("b1")).activated(.gelu)
        try run.compare(middle + inner.linear(run.leaf("w2", [1, 0]), run.leaf("b2")))
    }
}
