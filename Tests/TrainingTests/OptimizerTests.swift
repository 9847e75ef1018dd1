// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing
import Training

@Suite struct Optimizers {
    /// The options of ours that say the same as the reference's settings; nil where we have no such optimizer.
    func choice(_ entry: [String: Any]) -> (String, ConfigValue)? {
        guard let settings = entry["settings"] as? [String: Any], let kind = entry["optimizer"] as? String else {
            return nil
        }
        var options: [String: ConfigValue] = ["weightDecay": .double(settings["weight_decay"] as? Double ?? 0)]
        options["learningRate"] = .double(settings["lr"] as? Double ?? 0)
        switch kind {
        case "SGD":
            options["momentum"] = .double(settings["momentum"] as? Double ?? 0)
            options["nesterov"] = .bool(settings["nesterov"] as? Bool ?? false)
            options["dampening"] = .double(settings["dampening"] as? Double ?? 0)
            return ("sgd", .object(options))
        case "RMSprop":
            options["momentum"] = .double(settings["momentum"] as? Double ?? 0)
            return ("rmsprop", .object(options))
        case "Adagrad": return ("adagrad", .object(options))
        case "Adam", "AdamW":
            if let betas = settings["betas"] as? [Double] {
                options["beta1"] = .double(betas[0])
                options["beta2"] = .double(betas[1])
            }
            if let epsilon = settings["eps"] as? Double { options["epsilon"] = .double(epsilon) }
            return (settings["amsgrad"] as? Bool == true ? "amsgrad" : kind.lowercased(), .object(options))
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
        let entries = try #require(golden["optimizers"] as? [[String: Any]])
        #expect(!entries.isEmpty)
        for entry in entries {
            let (id, options) = try #require(choice(entry), "nothing follows '\(entry["name"] ?? "")'")
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
        }
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

    /// Displacement of each of so many steps of Adam with these gradients.
    private func adamSteps(_ gradients: [Float]) throws -> [Double] {
        let optimizer = try optimizers["adam"].make(["learningRate": 0.001], 1)
        let (w, g) = (Buffer(count: 1), Buffer(count: 1))
        return gradients.map { gradient in
            // From 0 each time, so that a float holds the step to seven digits.
            w.pointer[0] = 0
            g.pointer[0] = gradient
            optimizer.step(w, g, [UpdateSegment(range: 0..<1, scale: 1)], rate: 1)
            return Double(-w.pointer[0]) / 0.001
        }
    }

    @Test func `a changed factor on gradients passes away under Adam`() throws {
        let steps = try adamSteps([Float](repeating: 1, count: 2000) + [Float](repeating: 2, count: 2000))
        let wanted = [(1, 1.10), (10, 1.62), (50, 1.85), (100, 1.74), (500, 1.32), (1000, 1.16), (2000, 1.05)]
        for (after, inflation) in wanted {
            #expect(abs(steps[1999 + after] - inflation) < 0.006, "\(after): \(steps[1999 + after])")
        }
    }

    @Test func `of a factor that varies only its ratio to its root mean square is left under Adam`() throws {
        var stream = RandomKey(seed: 1).stream()
        let factors = (0..<20_000).map { _ in stream.uniform() < 0.5 ? Float(0.2) : 1 }
        let steps = try adamSteps(factors)
        let mean = steps.dropFirst(5000).reduce(0, +) / Double(steps.count - 5000)
        // E[k]/√E[k²] = 0.6/√0.52, and not E[k].
        #expect(abs(mean - 0.832) < 0.02, "\(mean)")
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

    @Test func `Lion steps by the sign of its momentum`() throws {
        let lion: ConfigValue = ["learningRate": 0.1, "weightDecay": 0.5]
        // Three times w ← w·(1 − 0.05) − 0.1, whatever the gradient's size.
        let wanted = ((1 * 0.95 - 0.1) * 0.95 - 0.1) * 0.95 - 0.1
        for gradient in [Float(1e-6), 1, 1000] {
            #expect(abs(Double(try displaced("lion", lion, gradient: gradient)) - wanted) < 1e-6)
        }
        #expect(abs(Double(try displaced("lion", ["learningRate": 0.1], gradient: 0)) - 1) < 1e-9)
    }

    @Test(arguments: optimizers.ids)
    func `what a step leaves out is untouched, and later steps as if it had begun then`(_ id: String) throws {
        let entry = try optimizers[id]
        let options = entry.resolve(["weightDecay": 0.1]).canonical
        let (all, half) = (try entry.make(options, 4), try entry.make(options, 4))
        let (w, v, g) = (Buffer(count: 4), Buffer(count: 4), Buffer(count: 4))
        w.values = [1, 2, 3, 4]
        v.values = [1, 2, 3, 4]
        g.values = [0.5, -0.25, 0.125, 2]
        half.step(v, g, [UpdateSegment(range: 0..<2, scale: 1)], rate: 1)
        #expect(v.values[2...] == [3, 4])
        half.step(v, g, [UpdateSegment(range: 2..<4, scale: 1)], rate: 1)
        all.step(w, g, [UpdateSegment(range: 0..<4, scale: 1)], rate: 1)
        #expect(w.values == v.values)
        // A state of unequal steps comes back from a checkpoint.
        half.step(v, g, [UpdateSegment(range: 1..<2, scale: 1)], rate: 1)
        let copy = try entry.make(options, 4)
        copy.state = try JSONDecoder().decode(OptimizerState.self, from: JSONEncoder().encode(half.state))
        #expect(copy.state == half.state)
        let u = Buffer(count: 4)
        u.values = v.values
        half.step(v, g, [UpdateSegment(range: 0..<4, scale: 1)], rate: 1)
        copy.step(u, g, [UpdateSegment(range: 0..<4, scale: 1)], rate: 1)
        #expect(u.values == v.values)
    }

    @Test func `step counts split and join`() {
        var counts = StepCounts(count: 10)
        func advance(_ range: Range<Int>) -> [String] {
            var seen: [String] = []
            counts.advance(range) { seen.append("\($0) \($1)") }
            return seen
        }
        #expect(advance(0..<10) == ["0..<10 1"])
        #expect(advance(3..<6) == ["3..<6 2"])
        #expect(advance(0..<5) == ["0..<3 2", "3..<5 3"])
        #expect(advance(0..<10) == ["0..<3 3", "3..<5 4", "5..<6 3", "6..<10 2"])
        #expect(advance(4..<4) == [] && counts.most == 4 && counts.count == 10)
    }

    @Test(.enabled(if: Repository.hasShared, "\(Repository.absentLine)"))
    func `schedules follow the reference`() throws {
        let golden = try Repository.golden("optim")
        let known: [String: (String, ConfigValue, Int)] = [
            "step": ("step", ["factor": 0.5, "every": 3], 16),
            "multistep": ("step", ["factor": 0.1, "milestones": [0.25, 0.5625]], 16),
            "exponential": ("exponential", ["factor": 0.9], 16), "cosine": ("cosine", ["floor": 0.01], 15),
            "linear_warmup": ("warm-up", ["start": 0.25, "epochs": 4], 16),
            "warmup_cosine": ("cosine", ["floor": 0.05, "warmup": 4], 16),
            "polynomial": ("polynomial", ["power": 2], 16), "one_cycle": ("one-cycle", .null, 16),
        ]
        let entries = try #require(golden["schedules"] as? [[String: Any]])
        #expect(!entries.isEmpty)
        for entry in entries {
            let name = try #require(entry["name"] as? String)
            let (id, options, epochs) = try #require(known[name], "nothing follows '\(name)'")
            let schedule = try schedules[id].make(schedules[id].resolve(options).canonical)
            let rates = try #require(entry["lr"] as? [Double])
            let base = try #require(entry["base_lr"] as? Double)
            for (epoch, rate) in rates.enumerated() {
                #expect(abs(base * schedule.factor(epoch: epoch, of: epochs) - rate) < 1e-12, "\(name), epoch \(epoch)")
            }
        }
    }

    @Test(.enabled(if: Repository.hasShared, "\(Repository.absentLine)"))
    func `clipping follows the reference`() throws {
        let golden = try Repository.golden("optim")
        let entries = try #require(golden["clipping"] as? [[String: Any]])
        #expect(!entries.isEmpty)
        for entry in entries {
            let tensors = try #require(entry["grads"] as? [[String: Any]]).compactMap { GoldenTensor($0) }
            let reference = try #require(entry["f64"] as? [String: Any])
            let clipped = try #require(reference["clipped"] as? [[String: Any]]).compactMap { GoldenTensor($0) }
            #expect(tensors.count == 3 && clipped.count == 3)
            let builder = ParameterBuilder()
            for (index, tensor) in tensors.enumerated() {
                _ = builder.declare("p\(index)", Shape(tensor.shape), .constant(0))
            }
            let gradients = Gradients(builder.finish(key: RandomKey(seed: 1)))
            gradients.buffer.values = tensors.flatMap(\.floats)
            let norm = gradients.clip(to: try #require(entry["max_norm"] as? Double))
            #expect(abs(norm - (try #require(reference["norm"] as? Double))) < 1e-5)
            let wanted = clipped.flatMap(\.data)
            for (ours, theirs) in zip(gradients.buffer.values, wanted) { #expect(abs(Double(ours) - theirs) < 1e-6) }
        }
    }

    @Test(.enabled(if: Repository.hasShared, "\(Repository.absentLine)"))
    func `nothing of the reference file is left out, and means move as it says`() throws {
        let golden = try Repository.golden("optim")
        #expect(Set(golden.keys) == ["meta", "optimizers", "schedules", "clipping", "ema"])
        let reference = try #require(golden["ema"] as? [String: Any])
        let values = try #require(reference["values"] as? [Double])
        let wanted = try #require(reference["averages"] as? [Double])
        var mean = Float(values[0])
        for (value, average) in zip(values, wanted) {
            var x = Float(value)
            Arithmetic.scale(&mean, 1, by: 0.9)
            Arithmetic.add(&x, 1, times: 0.1, to: &mean)
            #expect(abs(Double(mean) - average) < 1e-6)
        }
    }
}
