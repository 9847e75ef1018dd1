// SPDX-License-Identifier: Apache-2.0

import Tasks

/// A task on a small latent data set with a model made for it; walks forward and back without a trainer.
final class TinyTask {
    let data: LoadedDataset
    let task: any LearningTask
    let model: MultimodalModel
    let batch: Batch
    let tape = Tape()

    init(
        _ id: String, _ options: ConfigValue = [:], data given: LoadedDataset? = nil, modalities: Int = 2,
        fusion: String = "concat", plan: ((_ modalities: [Modality]) -> ModelPlan)? = nil, rows: Int = 12
    ) throws {
        let names = ["a", "b", "c"].prefix(modalities).map { ConfigValue.string($0) }
        let entry = try tasks[id]
        let whole =
            try given
            ?? datasets["latent"].load(
                [
                    "modalities": .array(names), "dimensions": [6], "snr": [1], "classes": 3, "regime": "complementary",
                    "targetWidth": 5, "train": 24, "validation": 12, "test": 12,
                ], DatasetContext(runSeed: 0, dataRoot: nil))
        data = whole
        let signature = data.signature
        let resolved = entry.resolve(options)
        task = try entry.make(resolved.canonical, signature)
        let mlp = try encoders["mlp"].resolve(["widths": [7]]).canonical
        let choice = (id: "mlp", options: mlp)
        let textual = (id: "token-bag", options: try encoders["token-bag"].resolve(["width": 6]).canonical)
        func encoder(_ input: InputShape) -> (id: String, options: ConfigValue) {
            if case .tokens = input { textual } else { choice }
        }
        let gallery = signature.targets[.gallery].map { encoder($0.input) }
        model = try MultimodalModel(
            ModelSpec(
                inputs: signature.inputs, encoders: signature.inputs.map(encoder),
                fusion: (fusion, try fusions[fusion].resolve([:]).canonical), outputs: task.outputs,
                part: task.part(gallery), readsModalities: task.readsModalities),
            plan?(signature.modalities) ?? ModelPlan(modalities: signature.modalities), key: RandomKey(seed: 3))
        batch = Batch(signature, capacity: rows)
        batch.load(data.part(.train), Array(0..<rows)[...])
    }

    /// A moment of this batch on a tape that begins anew.
    func begin(training: Bool = false) -> (context: Context, features: ModalityMap<Node>) {
        tape.restart()
        let context = Context(
            tape: tape, parameters: model.parameters, training: training, key: RandomKey(seed: 9))
        let inputs = ModalityMap(model.plan.modalities) { batch.input($0, on: tape) }
        return (context, model.encode(inputs, context))
    }

    func logits(present: Presence = .all, training: Bool = false) throws -> Node {
        let moment = begin(training: training)
        guard let logits = task.logits(model, moment.features, present: present, batch, moment.context) else {
            throw UnknownName(kind: "logits", name: task.rows.rawValue, known: [])
        }
        return logits
    }

    /// Mean loss over the rows that count.
    func loss(_ logits: Node) -> Node {
        let targets = task.targets(batch)
        let rows = logits.shape[0]
        let counted = (0..<rows).filter { targets[$0] >= 0 }.count
        return task.losses(logits, targets, batch).mean() * (Float(rows) / Float(counted))
    }

    /// Gradients of a scalar over all parameters.
    func gradients(of loss: Node) -> [Float] {
        let gradients = Gradients(model.parameters)
        tape.backward(from: loss, into: gradients.buffer)
        return gradients.buffer.values
    }
}
