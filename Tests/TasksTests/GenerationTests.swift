// SPDX-License-Identifier: Apache-2.0

import Tasks
import TestSupport
import Testing

@Suite struct `Generation` {
    static let kinds: [ConfigValue] = [
        ["decoder": "gru", "width": 8], ["decoder": "transformer", "width": 8, "heads": 2, "layers": 1],
    ]

    func still(_ options: ConfigValue) -> ConfigValue {
        .object((options.objectValue ?? [:]).merging(["conditioningDropout": 0]) { $1 })
    }

    @Test func `positions see what is before them, the end counts once`() throws {
        let data = try datasets["shapes-captions"].load(
            ["train": 12, "validation": 4, "test": 4, "size": 8], DatasetContext(runSeed: 0, dataRoot: nil)
        ).retargeted(Modality("text"), as: .sequence)
        let tiny = try TinyTask("generation", ["width": 4], data: data)
        let batch = tiny.batch
        guard case .tokens(let tokens) = try #require(data.part(.train).targets[.sequence]).column.values else {
            return
        }
        let length = batch.sequenceLength
        #expect(length == 8)
        var short = 0
        for row in 0..<12 {
            let words = tokens[row * 7..<(row + 1) * 7].filter { $0 > 0 }
            if words.count < 7 { short += 1 }
            let targets = (0..<length).map { batch.sequenceTargets[row * length + $0] }
            let inputs = (0..<length).map { batch.sequenceInputs[row * length + $0] }
            #expect(targets == words + [0] + [Int32](repeating: -1, count: 7 - words.count))
            #expect(inputs == [0] + words + [Int32](repeating: 0, count: 7 - words.count))
            #expect(tiny.task.sample(ofRow: row * length + 3, batch) == row)
        }
        #expect(short > 0)
    }

    @Test(arguments: kinds)
    func `gradients are those of finite differences`(options: ConfigValue) throws {
        let tiny = try TinyTask("generation", still(options), rows: 5)
        let gradients = tiny.gradients(of: tiny.loss(try tiny.logits(training: true)))
        let parameters = tiny.model.parameters
        for component in parameters.components {
            let range = parameters.range(component)
            // The largest of the component's gradients, and its neighbours.
            let top = range.max { abs(gradients[$0]) < abs(gradients[$1]) } ?? range.lowerBound
            let places = top..<min(top + 6, range.upperBound)
            let start = places.map { parameters.buffer.pointer[$0] }
            let error = try GradientCheck.error(of: Array(gradients[places]), at: start, step: 0x1p-6) { moved in
                for (place, value) in zip(places, moved) { parameters.buffer.pointer[place] = value }
                return Double(tiny.loss(try tiny.logits(training: true)).scalar)
            }
            for (place, value) in zip(places, start) { parameters.buffer.pointer[place] = value }
            #expect(error < 2e-3 && gradients[top] != 0, "\(component)")
        }
    }

    @Test(arguments: kinds)
    func `a hidden modality cannot be seen`(options: ConfigValue) throws {
        let tiny = try TinyTask("generation", options)
        func rows(_ present: [Bool], _ change: Bool) throws -> [Float] {
            let moment = tiny.begin()
            var features = moment.features
            if change { features.values[1] = features.values[1] * 3 }
            return try #require(
                tiny.task.logits(tiny.model, features, present: .some(present), tiny.batch, moment.context)
            ).values
        }
        #expect(try rows([true, false], false) == rows([true, false], true))
        #expect(try rows([true, true], false) != rows([true, true], true))
        #expect(try rows([false, false], false) == rows([false, false], true))
        #expect(try rows([false, false], false) != rows([true, false], false))
    }

    @Test(arguments: kinds)
    func `a head reaches the decoder in its modality's place`(options: ConfigValue) throws {
        let tiny = try TinyTask("generation", options, plan: { ModelPlan(modalities: $0, auxiliaryHeads: true) })
        let moment = tiny.begin()
        let second = tiny.data.signature.modalities[1]
        let head = try #require(tiny.model.auxiliary)[second](moment.features[second], moment.context)
        let rows = tiny.task.logits(head: head, of: second, tiny.model, tiny.batch, moment.context)
        let gradients = tiny.gradients(of: tiny.loss(rows))
        for info in tiny.model.parameters.infos where info.name.contains("project.") || info.name.contains("auxiliary.")
        {
            let isMoved = (info.offset..<info.offset + info.count).contains { gradients[$0] != 0 }
            #expect(isMoved == (info.name.contains(".b.")), "\(info.name)")
        }
    }

    @Test func `conditioning dropout hides a share of rows in training only`() throws {
        let tiny = try TinyTask("generation", ["width": 8, "conditioningDropout": 0.5])
        let still = try tiny.logits().values
        let shaken = try tiny.logits(training: true).values
        let again = try tiny.logits(training: true).values
        #expect(shaken == again && shaken != still)
        let width = still.count / 12
        let same = (0..<12).filter { still[$0 * width..<($0 + 1) * width] == shaken[$0 * width..<($0 + 1) * width] }
        // Both of a row's modalities stay with probability 1/4.
        #expect(same.count > 0 && same.count < 9)
    }

    @Test(arguments: kinds)
    func `greedy words are the best of teacher forcing, up to an end`(options: ConfigValue) throws {
        let tiny = try TinyTask("generation", options)
        let moment = tiny.begin()
        let written = try #require(tiny.task.write(tiny.model, moment.features, tiny.batch, moment.context) { $0[0] })
        #expect(written.count == 12 * tiny.batch.sequenceLength)
        // The first word hangs on nothing that was written before.
        let logits = try tiny.logits()
        let options = logits.shape[1]
        for row in 0..<12 {
            let place = row * tiny.batch.sequenceLength
            let values = Array(logits.values[place * options..<(place + 1) * options])
            #expect(values[Int(written[place])] == values.max())
        }
    }

    @Test func `perfect predictions have a perplexity near one and match exactly`() throws {
        let tiny = try TinyTask("generation", ["width": 8])
        let length = tiny.batch.sequenceLength
        let options = try #require(tiny.data.signature.targets[.sequence]).vocabulary
        tiny.tape.restart()
        var values = [Float](repeating: 0, count: 12 * length * options)
        var written = [Int32](repeating: 0, count: 12 * length)
        for place in 0..<12 * length {
            let target = tiny.batch.sequenceTargets[place]
            if target >= 0 { values[place * options + Int(target)] = 50 }
            written[place] = max(0, target)
        }
        let logits = tiny.tape.leaf(values, Shape(12 * length, options))
        var predictions = Predictions(options: options)
        let targets = tiny.task.targets(tiny.batch)
        predictions.append(
            logits, targets, losses: tiny.task.losses(logits, targets, tiny.batch), tiny.batch)
        #expect(tiny.task.metrics(predictions)["exact-match"] == nil)
        predictions.written = written
        let metrics = tiny.task.metrics(predictions)
        #expect(abs((metrics["perplexity"] ?? 0) - 1) < 1e-6)
        #expect(metrics["exact-match"] == 1 && metrics["rouge-l"] == 1)
    }

    @Test func `classes are spelled where there is no text`() throws {
        let data = try datasets["shapes-captions"].load(
            ["train": 30, "validation": 20, "test": 20, "size": 8, "label": "shape-color"],
            DatasetContext(runSeed: 0, dataRoot: nil))
        let bare = LoadedDataset(
            classNames: data.signature.classNames, train: bareOf(data, .train), validation: bareOf(data, .validation),
            test: bareOf(data, .test))
        let spelled = bare.spellingClasses()
        let column = try #require(spelled.part(.test).targets[.sequence]).column
        guard case .tokens(let tokens) = column.values else { return }
        for (row, label) in data.part(.test).labels.enumerated() {
            let words = tokens[row * 2..<(row + 1) * 2].map { column.words[Int($0)] }
            #expect(words.joined(separator: " ") == data.signature.classNames[Int(label)])
        }
    }

    func bareOf(_ data: LoadedDataset, _ split: Split) -> DatasetPart {
        let part = data.part(split)
        return DatasetPart(columns: part.columns, labels: part.labels, ids: part.ids)
    }
}
