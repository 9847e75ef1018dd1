// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Testing
import Training

@Suite struct Optimizers {
    /// The options of ours that say the same as the reference's settings; nil where we have no such optimizer.
    func choice(_ entry: [String: Any]) -> (String, ConfigValue)? {
        guard let settings = entry["settings"] as? [String: Any], let kind = entry["optimizer"] as? String,
            settings["dampening"] == nil, settings["amsgrad"] == nil
        else { return nil }
        var options: [String: ConfigValue] = ["weightDecay": .double(settings["weight_decay"] as? Double ?? 0)]
        options["learningRate"] = .double(settings["lr"] as? Double ?? 0)
        switch kind {
        case "SGD":
            options["momentum"] = .double(settings["momentum"] as? Double ?? 0)
            options["nesterov"] = .bool(settings["nesterov"] as? Bool ?? false)
            return ("sgd", .object(options))
        case "Adam", "AdamW":
            if let betas = settings["betas"] as? [Double] {
                options["beta1"] = .double(betas[0])
                options["beta2"] = .double(betas[1])
            }
            if let epsilon = settings["eps"] as? Double { options["epsilon"] = .double(epsilon) }
            return (kind.lowercased(), .object(options))
        default: return nil
        }
    }

    @Test(.enabled(if: Repository.hasShared, "\(Repository.absentLine)"))
    func `follow the reference trajectories`() throws {
        let golden = try Repository.golden("optim")
        let meta = try #require(golden["meta"] as? [String: Any])
        let a = try #require(meta["a"] as? [Double])
        let c = try #require(meta["c"] as? [Double])
        let start = try #require(meta["w0"] as? [Double])
        var checked = 0
        for entry in try #require(golden["optimizers"] as? [[String: Any]]) {
            guard let (id, options) = choice(entry) else { continue }
            let optimizer = try optimizers[id].make(options, 4)
            let wanted = try #require(GoldenTensor(entry["f64"]))
            let w = Buffer(count: 4)
            let g = Buffer(count: 4)
            w.values = start.map { Float($0) }
            for step in 0..<10 {
                g.values = (0..<4).map { Float(a[$0] * (Double(w.pointer[$0]) - c[$0])) }
                optimizer.step(w, g, [UpdateSegment(range: 0..<4, scale: 1)], rate: 1)
                for index in 0..<4 {
                    let reference = wanted.data[step * 4 + index]
                    #expect(
                        abs(Double(w.pointer[index]) - reference) <= 2e-6 * max(1, abs(reference)),
                        "\(entry["name"] ?? "") step \(step)")
                }
            }
            checked += 1
        }
        #expect(checked == 10)
    }

    /// Constant gradient 1, three steps from 1 with rate 0.1.
    func displaced(_ id: String, _ options: ConfigValue, gradient: Float, scale: Float = 1) throws -> Float {
        let optimizer = try optimizers[id].make(options, 1)
        let w = Buffer(count: 1)
        let g = Buffer(count: 1)
        w.pointer[0] = 1
        g.pointer[0] = gradient
        for _ in 0..<3 { optimizer.step(w, g, [UpdateSegment(range: 0..<1, scale: scale)], rate: 1) }
        return w.pointer[0]
    }

    @Test func `SGD follows a scaled gradient, AdamW does not`() throws {
        let sgd: ConfigValue = ["learningRate": 0.1, "momentum": 0.9, "weightDecay": 0]
        for (factor, wanted) in [(Float(1), Float(0.439)), (2, -0.122), (0.5, 0.7195)] {
            #expect(abs(try displaced("sgd", sgd, gradient: factor) - wanted) < 1e-6)
        }
        let adamw: ConfigValue = ["learningRate": 0.1, "weightDecay": 0.01]
        for factor in [Float(1), 2, 0.5] {
            #expect(abs(try displaced("adamw", adamw, gradient: factor) - 0.697303) < 1e-6)
        }
        #expect(abs(try displaced("adamw", adamw, gradient: 1, scale: 2) - 0.397603) < 1e-6)
    }

    @Test func `schedules fall where they say`() throws {
        let step = try schedules["step"].make(["factor": 0.1, "milestones": [0.7]])
        #expect((0..<10).map { step.factor(epoch: $0, of: 10) } == [1, 1, 1, 1, 1, 1, 1, 0.1, 0.1, 0.1])
        let every = try schedules["step"].make(["factor": 0.5, "every": 3])
        #expect((0..<7).map { every.factor(epoch: $0, of: 16) } == [1, 1, 1, 0.5, 0.5, 0.5, 0.25])
        let cosine = try schedules["cosine"].make(["floor": 0.05, "warmup": 4])
        #expect(cosine.factor(epoch: 0, of: 16) == 0.25 && cosine.factor(epoch: 4, of: 16) == 1)
        #expect(abs(cosine.factor(epoch: 10, of: 16) - (0.05 + 0.95 * 0.5)) < 1e-12)
    }
}
