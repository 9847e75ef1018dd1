// SPDX-License-Identifier: Apache-2.0

import TensorCore
import TestSupport
import Testing

/// Every case of losses.json.
@Suite(.enabled(if: Repository.hasShared, "\(Repository.absentLine)"))
struct `Golden losses` {
    @Test func `all cases of losses`() throws {
        try runGolden(
            "losses",
            [
                "cross_entropy": crossEntropy, "cross_entropy_class_weights": weighted,
                "cross_entropy_ignore_index": ignoring, "cross_entropy_none": unreduced,
                "soft_cross_entropy": {
                    let q = try $0.constant("prob")
                    try $0.compare($0.leaf("logits").crossEntropy(toward: q).mean())
                },
                "bce_with_logits": {
                    let target = try $0.constant("target")
                    try $0.compare($0.leaf("logits").binaryCrossEntropy(target).mean())
                },
                "mse": {
                    let difference = try $0.leaf("x") - $0.constant("t")
                    try $0.compare((difference * difference).mean())
                },
                "l1": { try $0.compare(($0.leaf("x") - $0.constant("t")).magnitude().mean()) },
                "smooth_l1": { try $0.compare(($0.leaf("x") - $0.constant("t")).huber(1).mean()) },
                "kl_distill": {
                    let teacher = try $0.constant("teacher")
                    let temperature = Float($0.number("temperature", 1))
                    try $0.compare($0.leaf("student").distillation(from: teacher, temperature: temperature).mean())
                },
                "cosine_similarity": { run in
                    try run.compare(run.leaf("a").cosineSimilarity(run.leaf("b"), epsilon: 1e-8))
                },
                "triplet_margin": triplet, "info_nce_symmetric": contrast, "info_nce_fixed_temperature": oneWay,
            ])
    }

    func crossEntropy(_ run: GoldenRun) throws {
        let smoothing = Float(run.number("label_smoothing", 0))
        try run.compare(run.leaf("logits").crossEntropy(run.indices("target").pointer, smoothing: smoothing).mean())
    }

    /// Σ over rows of the smoothed loss with a weight per class, divided by the weights of the right classes.
    func weighted(_ run: GoldenRun) throws {
        let logits = try run.leaf("logits")
        let weights = try #require(run.example.input("weight")).floats
        let target = try run.indices("target")
        let smoothing = Float(run.number("label_smoothing", 0))
        let (rows, classes) = (logits.shape[0], logits.shape[1])
        var q = [Float](repeating: 0, count: rows * classes)
        var total: Float = 0
        for row in 0..<rows {
            let right = Int(target.pointer[row])
            for option in 0..<classes {
                q[row * classes + option] =
                    weights[option] * (smoothing / Float(classes) + (option == right ? 1 - smoothing : 0))
            }
            total += weights[right]
        }
        try run.compare(logits.crossEntropy(toward: run.tape.constant(q, logits.shape)).sum() * (1 / total))
    }

    func ignoring(_ run: GoldenRun) throws {
        let ignored = Int32(run.number("ignore_index", -1))
        let target = try run.indices("target")
        let rows = target.shape[0]
        var kept = [Int32](repeating: -1, count: rows)
        for row in 0..<rows where target.pointer[row] != ignored { kept[row] = target.pointer[row] }
        let count = kept.filter { $0 >= 0 }.count
        let logits = try run.leaf("logits")
        try kept.withUnsafeBufferPointer { kept in
            try run.compare(logits.crossEntropy(try #require(kept.baseAddress)).sum() * (1 / Float(count)))
        }
    }

    func unreduced(_ run: GoldenRun) throws {
        try run.compare(run.leaf("logits").crossEntropy(run.indices("target").pointer))
    }

    /// max(0, ‖a − p + ε‖ − ‖a − n + ε‖ + margin)
    func triplet(_ run: GoldenRun) throws {
        let anchor = try run.leaf("anchor")
        let epsilon = Float(run.number("eps", 1e-6))
        func distance(_ other: Node) -> Node {
            let difference = anchor - other + epsilon
            return (difference * difference).rowSums().squareRoot()
        }
        let gap = try distance(run.leaf("positive")) - distance(run.leaf("negative"))
        try run.compare((gap + Float(run.number("margin", 1))).activated(.relu).mean())
    }

    func contrast(_ run: GoldenRun) throws {
        let (a, b) = (try run.leaf("a").l2Normalized(), try run.leaf("b").l2Normalized())
        let logits = try Node.contrastiveLogits(a, b, logScale: run.leaf("log_scale"))
        let targets = (0..<Int32(a.shape[0])).map { $0 }
        try targets.withUnsafeBufferPointer { targets in
            let loss = logits.symmetricContrast(try #require(targets.baseAddress)).mean()
            try run.compare([("logits", logits, nil), ("loss", loss, nil)])
        }
    }

    func oneWay(_ run: GoldenRun) throws {
        let temperature = Float(run.number("temperature", 1))
        let targets = (0..<5).map { Int32($0) }
        let (a, b) = (try run.leaf("a"), try run.leaf("b"))
        try targets.withUnsafeBufferPointer { targets in
            let logits = a.l2Normalized().product(b.l2Normalized(), transposeOther: true) * (1 / temperature)
            try run.compare(logits.crossEntropy(try #require(targets.baseAddress)).mean())
        }
    }
}
