// SPDX-License-Identifier: Apache-2.0

import Tasks
import TestSupport
import Testing

@Suite struct `Retrieval by a fused query` {
    @Test func `shares over the common length add up to the similarities`() {
        // q̃₁ = (3, 0), q̃₂ = (0, 4), gallery rows (0.6, 0.8) and (1, 0), τ = 0.1.
        let tape = Tape()
        let parts = Retrieval.unitParts([tape.leaf([3, 0], Shape(1, 2)), tape.leaf([0, 4], Shape(1, 2))])
        let gallery = tape.leaf([0.6, 0.8, 1, 0], Shape(2, 2))
        let scale = tape.leaf([Float(Elementary.log(10))], Shape(1))
        let rows = parts.map { Node.contrastiveLogits($0, gallery, logScale: scale).values }
        let wanted: [[Float]] = [[3.6, 6], [6.4, 0]]
        for (row, expected) in zip(rows, wanted) {
            for (found, value) in zip(row, expected) { #expect(abs(found - value) < 1e-5) }
        }
        let whole = Node.contrastiveLogits(
            tape.leaf([3, 4], Shape(1, 2)).l2Normalized(), gallery, logScale: scale
        ).values
        #expect(abs(whole[0] - 10) < 1e-5 && abs(whole[1] - 6) < 1e-5)
    }

    @Test(arguments: [2, 3])
    func `shares of a model add up, and a lone modality is its own whole`(modalities: Int) throws {
        let tiny = try TinyTask("retrieval", modalities: modalities)
        let moment = tiny.begin()
        let whole = try #require(
            tiny.task.logits(tiny.model, moment.features, present: .all, tiny.batch, moment.context))
        let shares = try #require(tiny.task.shares(tiny.model, moment.features, tiny.batch, moment.context))
        for place in 0..<whole.shape.count where whole.values[place] > Node.hiddenLogit {
            let sum = shares.values.reduce(Float(0)) { $0 + $1.pointer[place] }
            #expect(abs(sum - whole.pointer[place]) < 1e-4)
        }
    }

    @Test func `items that are right as well are hidden`() throws {
        let tiny = try TinyTask("retrieval")
        let logits = try tiny.logits()
        let labels = tiny.data.part(.train).labels
        for row in 0..<12 {
            for column in 0..<12 {
                let isHidden = logits.pointer[row * 12 + column] == Node.hiddenLogit
                #expect(isHidden == (row != column && labels[row] == labels[column]))
            }
        }
    }

    @Test func `gradients are those of finite differences`() throws {
        for (id, part) in [("retrieval", "target"), ("dual-retrieval", "project")] {
            let tiny = try TinyTask(id, ["width": 4, "temperature": 0.5])
            let gradients = tiny.gradients(of: tiny.loss(try tiny.logits()))
            let parameters = tiny.model.parameters
            for name in ["log-scale", part, "encoder.a"] {
                let info = try #require(parameters.infos.first { $0.name.contains(name) && $0.count < 60 })
                let range = info.offset..<info.offset + min(info.count, 12)
                let start = range.map { parameters.buffer.pointer[$0] }
                let error = try GradientCheck.error(of: Array(gradients[range]), at: start, step: 0x1p-7) { moved in
                    for (place, value) in zip(range, moved) { parameters.buffer.pointer[place] = value }
                    return Double(tiny.loss(try tiny.logits()).scalar)
                }
                for (place, value) in zip(range, start) { parameters.buffer.pointer[place] = value }
                // A ReLU that bends within the step costs some thousandths.
                #expect(error < 1e-2, "\(id), \(info.name)")
            }
        }
    }

    @Test func `texts that are equal word for word are the same item`() throws {
        // Every description of a clip occurs several times among many clips.
        let data = try datasets["sprites-tones"].load(
            ["classes": 2, "train": 24, "validation": 4, "test": 4, "size": 8, "frames": 2],
            DatasetContext(runSeed: 0, dataRoot: nil))
        let tiny = try TinyTask("retrieval", data: data)
        let logits = try tiny.logits()
        let target = try #require(data.part(.train).targets[.gallery])
        guard case .tokens(let tokens) = target.column.values else { return }
        let length = target.column.sampleShape[0]
        for row in 0..<12 {
            for column in 0..<12 where row != column {
                let isSame =
                    tokens[row * length..<(row + 1) * length] == tokens[column * length..<(column + 1) * length]
                #expect((logits.pointer[row * 12 + column] == Node.hiddenLogit) == isSame)
            }
        }
    }

    @Test func `what does not fit says why`() throws {
        let data = try datasets["latent"].load(
            ["train": 8, "validation": 4, "test": 4], DatasetContext(runSeed: 0, dataRoot: nil))
        let bare = DatasetSignature(columns: data.signature.columns, classNames: ["one"])
        #expect(try tasks["retrieval"].misfit([:], bare)?.contains("no gallery") == true)
        #expect(try tasks["generation"].misfit([:], bare)?.contains("no text") == true)
        #expect(try tasks["classification"].misfit([:], bare)?.contains("no classes") == true)
        let lone = data.retargeted(Modality("b"), as: .gallery).signature
        #expect(try tasks["dual-retrieval"].misfit([:], lone)?.contains("compares two modalities") == true)
        for id in tasks.ids where !["multi-label", "prediction"].contains(id) {
            #expect(try tasks[id].misfit([:], data.signature) == nil)
        }
        #expect(try tasks["prediction"].misfit([:], data.signature)?.contains("no frame") == true)
    }
}

@Suite struct `Retrieval by two towers` {
    @Test func `the loss of a direction has its tower's whole gradient and no other's`() throws {
        let tiny = try TinyTask("dual-retrieval")
        let whole = tiny.gradients(of: tiny.loss(try tiny.logits()))
        let parameters = tiny.model.parameters
        for modality in tiny.data.signature.modalities {
            let moment = tiny.begin()
            let rows = try #require(tiny.task.shares(tiny.model, moment.features, tiny.batch, moment.context))
            let part = tiny.gradients(of: tiny.loss(rows[modality]))
            for component in parameters.components {
                for place in parameters.range(component) {
                    let wanted = component == .encoder(modality) ? whole[place] : 0
                    #expect(abs(part[place] - wanted) < 1e-6, "\(component)")
                }
            }
        }
        #expect(parameters.range(.fusion).contains { whole[$0] != 0 })
    }

    @Test func `the second direction is the transpose of the first`() throws {
        let tiny = try TinyTask("dual-retrieval")
        let moment = tiny.begin()
        let rows = try #require(tiny.task.shares(tiny.model, moment.features, tiny.batch, moment.context)).values
        for row in 0..<12 {
            for column in 0..<12 {
                #expect(abs(rows[0].pointer[row * 12 + column] - rows[1].pointer[column * 12 + row]) < 1e-5)
            }
        }
    }
}
