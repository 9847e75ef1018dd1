// SPDX-License-Identifier: Apache-2.0

import Datasets
import Foundation
import TestSupport
import Testing

@Suite(.enabled(if: Repository.hasShared, "\(Repository.absentLine)"))
struct `The real sets` {
    func load(_ name: String, from folder: String = "data") throws -> LoadedDataset {
        let root = try #require(Repository.shared).appendingPathComponent(folder).path
        let manifest = Repository.root.appendingPathComponent("Suites/data/\(name).yaml").path
        return try datasets["folder"].load(
            ["manifest": .string(manifest)], DatasetContext(runSeed: 0, dataRoot: root))
    }

    /// Test accuracy of the class whose training mean is nearest, for one modality.
    func nearestMean(_ data: LoadedDataset, _ modality: String) -> Double {
        func values(_ split: Split) -> [Float] {
            if case .dense(let values) = data.part(split).columns[Modality(modality)].values { values } else { [] }
        }
        let width = data.signature.columns[Modality(modality)].sampleShape.reduce(1, *)
        let train = values(.train)
        let test = values(.test)
        var means = [[Float]](repeating: [Float](repeating: 0, count: width), count: data.signature.classes)
        var counts = [Float](repeating: 0, count: data.signature.classes)
        for (row, label) in data.part(.train).labels.enumerated() {
            counts[Int(label)] += 1
            for d in 0..<width { means[Int(label)][d] += train[row * width + d] }
        }
        var right = 0
        for (row, label) in data.part(.test).labels.enumerated() {
            let distances = means.indices.map { candidate -> Float in
                var sum: Float = 0
                for d in 0..<width {
                    let difference = test[row * width + d] - means[candidate][d] / counts[candidate]
                    sum += difference * difference
                }
                return sum
            }
            if distances.firstIndex(of: distances.min() ?? 0) == Int(label) { right += 1 }
        }
        return Double(right) / Double(data.part(.test).count)
    }

    func balance(_ data: LoadedDataset, _ split: Split) -> [Int] {
        (0..<data.signature.classes).map { label in data.part(split).labels.filter { $0 == Int32(label) }.count }
    }

    @Test func `avdigits is balanced and both halves tell the digit`() throws {
        let data = try load("avdigits")
        #expect(data.signature.columns[Modality("image")].sampleShape == [28, 28, 1])
        #expect(data.signature.columns[Modality("audio")].sampleShape.last == 1)
        #expect(data.signature.columns[Modality("audio")].kind == .spectrogram)
        #expect(balance(data, .train) == [Int](repeating: 240, count: 10))
        #expect(balance(data, .test) == [Int](repeating: 30, count: 10))
        #expect(nearestMean(data, "image") > 0.7)
        // Sounds are not aligned in time, so means of spectrograms say little: 80 of 300, as another program found.
        #expect(abs(nearestMean(data, "audio") - 80.0 / 300) < 0.01)
        for split in Split.allCases { #expect(agrees(data, split)) }
    }

    /// Whether the labels are those of the set's own label file, which the manifest does not use.
    func agrees(_ data: LoadedDataset, _ split: Split) -> Bool {
        let word = split == .validation ? "val" : split.rawValue
        guard let path = Repository.shared?.appendingPathComponent("data/avdigits/images/\(word)-labels-idx1-ubyte"),
            let labels = try? IDX(path: path.path, name: word)
        else { return false }
        return labels.values.map(Int32.init) == data.part(split).labels
    }

    @Test func `cub10 features tell the bird`() throws {
        let data = try load("cub10-features")
        #expect(data.signature.columns[Modality("image")].sampleShape == [1024])
        #expect(data.signature.columns[Modality("text")].sampleShape == [300])
        #expect(balance(data, .train) == [Int](repeating: 36, count: 10))
        #expect(nearestMean(data, "image") > 0.75)
        #expect(nearestMean(data, "text") > 0.5)
    }

    @Test func `ravdess features are visual first`() throws {
        let data = try load("ravdess-av-features")
        #expect(data.signature.columns[Modality("visual")].sampleShape == [35])
        #expect(data.signature.columns[Modality("audio")].sampleShape == [259])
        #expect(balance(data, .train) == [64] + [Int](repeating: 128, count: 7))
        let visual = nearestMean(data, "visual")
        #expect(visual > 0.3 && visual > nearestMean(data, "audio"))
    }

    @Test func `flickr8k photos and captions load as they are`() throws {
        let data = try load("flickr8k-mini")
        #expect(Split.allCases.map { data.part($0).count } == [565, 79, 157])
        #expect(data.signature.classNames == ["adult", "child", "dog"])
        #expect(data.signature.columns[Modality("image")].sampleShape == [32, 32, 3])
        #expect(nearestMean(data, "image") > 0.36)
        let pairs = try load("flickr8k-pairs")
        #expect(Split.allCases.map { pairs.part($0).count } == [700, 100, 200])
        let captions = try load("flickr8k-captions")
        let target = try #require(captions.part(.test).targets[.sequence])
        #expect(target.references.count == 200 && target.references.allSatisfy { $0.count == 5 })
        #expect(captions.signature.targets[.gallery]?.kind == .text)
    }

    @Test func `talking faces load with their sound`() throws {
        let data = try load("grid-av-clips")
        #expect(Split.allCases.reduce(0) { $0 + data.part($1).count } == 11)
        #expect(data.signature.columns[Modality("video")].kind == .video)
        #expect(data.signature.columns[Modality("video")].sampleShape == [6, 24, 32, 1])
        #expect(data.signature.columns[Modality("audio")].sampleShape == [96, 32, 1])
        #expect(data.facts["lossy-sounds/audio"] == nil)
    }

    /// The clips once more as arrays, made by another program from the same videos.
    @Test func `frames are those that another program decoded`() throws {
        let folder = try #require(Repository.shared).appendingPathComponent("data/grid-av-clips")
        let array = try NPY(path: folder.appendingPathComponent("frames/bbaf2n.npy").path, name: "x")
        let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent("clips/bbaf2n.mp4")))
        let frames = try Frames.video(bytes, name: "x", count: 75, PictureShape(height: 72, width: 90, channels: 1))
        #expect(array.shape == [75, 72, 90] && frames.values.count == array.values.count)
        let error =
            zip(frames.values, array.values).reduce(0) { $0 + abs(Double($1.0) - $1.1) } / Double(array.values.count)
        // Scaled by another filter, so not to the bit; a frame off would be far more.
        #expect(error < 3)
    }

    @Test func `the data folder may be the set itself`() throws {
        let above = try load("cub10-features")
        let itself = try load("cub10-features", from: "data/cub10-features")
        #expect(above.signature == itself.signature)
        #expect(above.part(.test).labels == itself.part(.test).labels)
    }

    @Test func `sounds are read fast enough`() throws {
        let clock = ContinuousClock()
        let spent = try clock.measure { _ = try load("avdigits") }
        print("avdigits: 3000 images and sounds in \(spent)")
        #expect(spent < .seconds(20))
    }
}
