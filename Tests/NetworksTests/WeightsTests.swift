// SPDX-License-Identifier: Apache-2.0

import Foundation
import Networks
import Testing

@Suite struct `Weights files` {
    static func file(_ header: String, _ data: [UInt8] = [], length: UInt64? = nil) -> Data {
        let claimed = length ?? UInt64(header.utf8.count)
        return Data((0..<8).map { UInt8(truncatingIfNeeded: claimed >> UInt64(8 * $0)) } + Array(header.utf8) + data)
    }

    static func parameters() -> Parameters {
        let builder = ParameterBuilder()
        _ = builder.scope("encoder.a") { Linear("layer", 3, 2, builder) }
        _ = BatchNorm("norm", 2, builder)
        return builder.finish(key: RandomKey(seed: 6))
    }

    @Test func `weights and running statistics come back`() throws {
        let first = `Weights files`.parameters()
        first.buffer.values = (0..<first.buffer.count).map { Float($0) * 0.37 - 1 }
        let data = SafeTensors.write(first.namedTensors)
        let second = `Weights files`.parameters()
        let names = try second.load(try SafeTensors.read(data))
        #expect(second.buffer.values == first.buffer.values)
        #expect(names.count == 6 && names.contains("encoder.a.layer.weight") && names.contains("norm.running_var"))
        #expect(SafeTensors.write(second.namedTensors) == data)
    }

    @Test func `a part goes where its prefix says`() throws {
        let parameters = `Weights files`.parameters()
        try parameters.load(
            [NamedTensor(name: "layer.bias", shape: [2], values: [5, 6])], prefix: "encoder.a.")
        #expect(parameters.namedTensors.first { $0.name == "encoder.a.layer.bias" }?.values == [5, 6])
    }

    @Test func `halves, doubles and brain floats are read`() throws {
        // 1, -2, 2⁻²⁴ and infinity as halves; 1.5 as a brain float; -0.25 as a double.
        let data: [UInt8] =
            [0x00, 0x3c, 0x00, 0xc0, 0x01, 0x00, 0x00, 0x7c] + [0xc0, 0x3f]
            + (0..<8).map { UInt8(truncatingIfNeeded: (-0.25).bitPattern >> UInt64(8 * $0)) }
        let header = """
            {"h":{"dtype":"F16","shape":[4],"data_offsets":[0,8]},"b":{"dtype":"BF16","shape":[],"data_offsets":[8,10]},\
            "d":{"dtype":"F64","shape":[1,1],"data_offsets":[10,18]},"__metadata__":{"by":"hand"}}
            """
        let tensors = try SafeTensors.read(`Weights files`.file(header, data))
        #expect(tensors.map(\.name) == ["h", "b", "d"])
        #expect(tensors[0].values == [1, -2, 0x1p-24, .infinity])
        #expect(tensors[1].values == [1.5] && tensors[2].values == [-0.25])
    }

    static let four: [UInt8] = [0, 0, 128, 63]
    static let hostile: [(String, Data, String)] = [
        ("nothing", Data(), "too few"),
        ("seven bytes", Data([1, 0, 0, 0, 0, 0, 0]), "too few"),
        ("a header longer than the file", file("{}", length: 900), "claims 900"),
        ("a header of 2^63 bytes", file("{}", length: 1 << 63), "claims"),
        ("an array as header", file("[1,2]"), "no JSON object"),
        ("broken JSON", file("{\"a\":"), "no list of tensors"),
        ("no shape", file("{\"a\":{\"dtype\":\"F32\",\"data_offsets\":[0,4]}}", four), "no list of tensors"),
        ("text as shape", file("{\"a\":{\"dtype\":\"F32\",\"shape\":\"1\",\"data_offsets\":[0,4]}}", four), "no list"),
        ("another type", file("{\"a\":{\"dtype\":\"I64\",\"shape\":[1],\"data_offsets\":[0,8]}}", four + four), "I64"),
        ("a negative extent", file("{\"a\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}}", four), "shape"),
        (
            "an overflowing shape",
            file("{\"a\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,4]}}", four), "shape"
        ),
        ("one offset", file("{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0]}}", four), "offsets"),
        (
            "a negative offset", file("{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[-4,0]}}", four),
            "offsets"
        ),
        (
            "offsets backwards", file("{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,0]}}", four),
            "offsets"
        ),
        ("a cut file", file("{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}", four), "cut off"),
        ("too few bytes", file("{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}", four), "4 bytes"),
        (
            "an overlap",
            file(
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
                four + four), "overlaps"
        ),
        ("a gap", file("{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}", four + four), "gap"),
        (
            "bytes behind", file("{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}", four + four),
            "belong to no"
        ),
    ]

    @Test(arguments: hostile.indices)
    func `hostile files are refused in one line`(_ index: Int) throws {
        let (name, data, words) = `Weights files`.hostile[index]
        do {
            _ = try SafeTensors.read(data)
            Issue.record("\(name) was read")
        } catch {
            #expect(error.description.contains(words), "\(name): \(error)")
            #expect(!error.description.contains("\n"))
        }
    }

    @Test func `tensors that do not fit change nothing`() throws {
        let parameters = `Weights files`.parameters()
        let before = parameters.buffer.values
        let good = NamedTensor(name: "encoder.a.layer.bias", shape: [2], values: [5, 6])
        let wrong: [([NamedTensor], String)] = [
            ([good, NamedTensor(name: "encoder.a.layer.wieght", shape: [3, 2], values: before)], "did you mean"),
            (
                [good, NamedTensor(name: "encoder.a.layer.weight", shape: [2, 3], values: [0, 0, 0, 0, 0, 0])], "[2, 3]"
            ),
            ([NamedTensor(name: "encoder.a.layer.bias", shape: [2], values: [.nan, 0])], "finite"),
            ([], "no tensors"),
        ]
        for (tensors, words) in wrong {
            do {
                try parameters.load(tensors)
                Issue.record("\(words): loaded")
            } catch {
                #expect(error.description.contains(words), "\(error)")
            }
            #expect(parameters.buffer.values == before)
        }
    }

    @Test func `a ResNet-18 of torchvision fits`() throws {
        let entry = try encoders["resnet18"]
        func make(_ seed: Int) throws -> Parameters {
            let builder = ParameterBuilder()
            _ = try entry.make(
                entry.resolve(["channels": .int(4), "norm": "batch"]).canonical, .dense(Shape([16, 16, 3])), builder)
            return builder.finish(key: RandomKey(seed: seed))
        }
        let (source, target) = (try make(1), try make(2))
        // Their names and layouts, from ours.
        var theirs = source.namedTensors.map { tensor -> NamedTensor in
            var tensor = tensor.shape.count == 4 ? tensor.transposed([3, 2, 0, 1]) : tensor
            var name = tensor.name.replacingOccurrences(of: "stem_norm", with: "bn1")
                .replacingOccurrences(of: "stem", with: "conv1").replacingOccurrences(
                    of: "shortcut_norm", with: "downsample.1"
                )
                .replacingOccurrences(of: "shortcut", with: "downsample.0").replacingOccurrences(of: "norm", with: "bn")
                .replacingOccurrences(of: "gamma", with: "weight").replacingOccurrences(of: "beta", with: "bias")
            for block in 0..<8 {
                name = name.replacingOccurrences(of: "block\(block)", with: "layer\(block / 2 + 1).\(block % 2)")
            }
            tensor.name = name
            return tensor
        }
        theirs.append(NamedTensor(name: "fc.weight", shape: [2, 1], values: [0, 0]))
        #expect(theirs.contains { $0.name == "layer2.0.downsample.1.running_var" && $0.shape == [8] })
        #expect(theirs.first { $0.name == "conv1.weight" }?.shape == [4, 3, 7, 7])
        #expect(target.buffer.values != source.buffer.values)
        let adopted = entry.adopt(theirs)
        try target.load(adopted)
        #expect(target.buffer.values == source.buffer.values && adopted.count == theirs.count - 1)
        // Our own files pass unchanged.
        #expect(entry.adopt(source.namedTensors) == source.namedTensors)
    }

    @Test func `counters beside the weights are passed over, whatever their type`() throws {
        let header = """
            {"n.num_batches_tracked":{"dtype":"I64","shape":[],"data_offsets":[0,8]},\
            "w":{"dtype":"F32","shape":[1],"data_offsets":[8,12]}}
            """
        let file = `Weights files`.file(header, [1, 0, 0, 0, 0, 0, 0, 0] + `Weights files`.four)
        #expect(try SafeTensors.read(file) == [NamedTensor(name: "w", shape: [1], values: [1])])
    }
}
