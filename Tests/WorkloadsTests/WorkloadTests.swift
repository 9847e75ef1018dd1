// SPDX-License-Identifier: Apache-2.0

import AllocationCounter
import Foundation
import TestSupport
import Testing
import Workloads

@Suite struct `Philox 4x64` {
    @Test func `gives the published known answer`() {
        // Random123, kat_vectors: counter and key all ones.
        let ones = UInt64.max
        let block = Philox64(ones, ones).block((ones, ones, ones, ones))
        #expect(block == (0x87b0_92c3_013f_e90b, 0x438c_3c67_be8d_0224, 0x9cc7_d7c6_9cd7_77b6, 0xa09c_aebf_594f_0ba0))
        let zero = Philox64(0, 0).block((0, 0, 0, 0))
        #expect(zero == (0x1655_4d9e_ca36_314c, 0xdb20_fe9d_672d_0fdc, 0xd7e7_72ce_e186_176b, 0x7e68_b68a_ec7b_a23b))
    }

    @Test func `a stream of any length is the beginning of a longer one`() {
        let stream = Philox64(1001, 2)
        let long = stream.integers(40, in: 3..<10)
        for count in 0...9 { #expect(stream.integers(count, in: 3..<10) == Array(long.prefix(count))) }
        #expect(long.allSatisfy { 3..<10 ~= $0 })
        #expect(stream.uniform(5, halfWidth: 2) == stream.uniform(5, halfWidth: 1).map { $0 * 2 })
    }
}

/// One workload of the reference file.
struct WorkloadReference: CustomTestStringConvertible, @unchecked Sendable {
    let name: String
    let object: [String: Any]
    var testDescription: String { name }

    static let all: [WorkloadReference] = {
        guard Repository.hasShared, let file = try? Repository.golden("workloads"),
            let list = file["workloads"] as? [[String: Any]]
        else { return [] }
        return list.map { WorkloadReference(name: $0["name"] as? String ?? "", object: $0) }
    }()

    func doubles(_ key: String) -> [Double] { object[key] as? [Double] ?? [] }
    func named(_ key: String) -> [String: Double] { object[key] as? [String: Double] ?? [:] }
    func list(_ key: String) -> [[String: Any]] { object[key] as? [[String: Any]] ?? [] }
}

@Suite(.enabled(if: Repository.hasShared, Comment(rawValue: Repository.absentLine)))
struct `Reference workloads` {
    @Test(arguments: WorkloadReference.all)
    func `train on the defined bytes`(_ reference: WorkloadReference) throws {
        let workload = try #require(Workload.named(reference.name))
        let data = reference.list("data")
        #expect(data.count == workload.data.count)
        for (index, (spec, entry)) in zip(workload.data, data).enumerated() {
            #expect(spec.name == entry["tensor"] as? String)
            #expect([workload.samples] + spec.shape == entry["shape"] as? [Int])
            let stream = Philox64(UInt64(1000 + workload.number), UInt64(index))
            let count = workload.samples * spec.shape.reduce(1, *)
            let digest =
                switch spec.kind {
                case .integers(let range):
                    stream.integers(count, in: range).map { Int64($0).littleEndian }.withUnsafeBytes {
                        SHA256.hex(of: $0)
                    }
                case .numbers, .pictures:
                    stream.uniform(count, halfWidth: Float(3.0.squareRoot())).withUnsafeBytes { SHA256.hex(of: $0) }
                }
            #expect(digest == entry["sha256"] as? String, "\(reference.name) \(spec.name)")
        }
        let run = WorkloadRun(workload)
        let parameters = reference.list("parameters")
        #expect(run.references.map(\.name) == parameters.map { $0["tensor"] as? String ?? "" })
        #expect(run.parameters.count == reference.object["parameter_count"] as? Int)
        for (tensor, entry) in zip(run.references, parameters) {
            #expect(tensor.shape == entry["shape"] as? [Int], "\(tensor.name)")
            #expect(
                run.values(tensor).withUnsafeBytes { SHA256.hex(of: $0) } == entry["sha256"] as? String,
                "\(tensor.name)")
        }
        #expect(run.weightHash == reference.object["weight_hash_initial"] as? String)
    }

    /// Steps that are compared: few where a step takes long.
    static let steps = ["W6": 1, "W7": 2]

    @Test(arguments: WorkloadReference.all)
    func `show the losses and gradient norms of float64`(_ reference: WorkloadReference) throws {
        let run = WorkloadRun(try #require(Workload.named(reference.name)))
        let losses = reference.doubles("losses_f64")
        let bound = max(1e-5, 10 * (reference.object["losses_max_abs_error_f32"] as? Double ?? 0))
        let relative = max(1e-4, 10 * (reference.object["gradient_norms_max_rel_error_f32"] as? Double ?? 0))
        let norms = reference.named("gradient_norms_step1_f64")
        #expect(norms.count == run.references.count)
        for (step, expected) in losses.prefix(Self.steps[reference.name] ?? losses.count).enumerated() {
            let loss = run.step()
            #expect(abs(Double(loss) - expected) <= bound, "step \(step + 1): \(loss) for \(expected)")
            guard step == 0 else { continue }
            for tensor in run.references {
                let (norm, expected) = (run.gradientNorm(tensor), norms[tensor.name] ?? .nan)
                // Some gradients are 0 in exact arithmetic, such as that of a key's bias under softmax.
                #expect(
                    abs(norm - expected) <= max(1e-6, relative * expected), "\(tensor.name): \(norm) for \(expected)")
            }
        }
    }
}

@Suite(.serialized) struct `Steps` {
    /// From here on memory is for numbers; lists of a few nodes are smaller.
    static let smallest = 1024

    @Test(arguments: ["W1", "W2", "W3", "W4", "W5", "W7"])
    func `after the first allocate no memory for numbers`(_ name: String) throws {
        let run = WorkloadRun(try #require(Workload.named(name)))
        allocations_begin(Self.smallest)
        _ = run.step()
        #expect(allocations_end() > 0, "the counter sees the first step's memory")
        _ = run.step()
        allocations_begin(Self.smallest)
        _ = run.step()
        #expect(allocations_end() == 0)
    }

    /// Steps that every level takes; W7 on the scalar level and W6 take too long here: `pdmpbench perf --isa-matrix`.
    @Test(arguments: [("W1", 10), ("W2", 4), ("W3", 1), ("W4", 2), ("W5", 1), ("W7", 1)])
    func `give the same weights on every instruction set`(_ name: String, _ steps: Int) throws {
        let workload = try #require(Workload.named(name))
        let before = InstructionSets.active
        defer { try? InstructionSets.select(before) }
        var hashes: [String: String] = [:]
        for level in InstructionSets.available where !(name == "W7" && level == "scalar") {
            try InstructionSets.select(level)
            let run = WorkloadRun(workload)
            for _ in 0..<steps { _ = run.step() }
            hashes[level] = run.weightHash
        }
        #expect(Set(hashes.values).count == 1, "\(hashes)")
    }

    /// What every machine must find after 50 steps (W7: 5) on its best instruction set; `Docs/determinism.md` shows the
    /// same for every level.
    @Test(arguments: [
        ("W1", 50, "2eca0834a0cc28d2"), ("W2", 50, "fdfe87c496e1b6f3"), ("W3", 50, "6a1386dea26ffc4a"),
        ("W4", 50, "a3744eeb9b2c06c4"),
        ("W5", 50, "af4700da4a67c1fa"), ("W7", 5, "7ce93ff008a0ab34"),
    ])
    func `end with the weights that are written down`(_ name: String, _ steps: Int, _ expected: String) throws {
        let run = WorkloadRun(try #require(Workload.named(name)))
        for _ in 0..<steps { _ = run.step() }
        #expect(run.weightHash == expected)
    }
}
