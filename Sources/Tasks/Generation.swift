// SPDX-License-Identifier: Apache-2.0

import Datasets
import Networks

/// A text is written word by word from what all modalities show.
///
/// Trained by teacher forcing, the loss being the mean over all words together (the end of a text counts as a word).
/// During training each modality is hidden from the decoder in a tenth of the rows, independently, so that a decoder that
/// sees one modality or none is not a surprise to it; this belongs to the task and has a stream of its own. Texts are
/// written greedily, or by a beam of candidates, up to a length.
public struct Generation: LearningTask {
    public static let card = Card(
        id: "generation", title: "Generation",
        summary: "a decoder writes a text; NLL, exact match, BLEU, ROUGE-L, CIDEr-D",
        reference: "Li et al., ICML 2022")
    public static let measures =
        ["nll", "perplexity", "exact-match", "bleu", "rouge-l", "cider-d"].compactMap {
            (try? Tasks.metrics[$0])?.measure
        } + [
            Measure("loss", .lowerIsBetter)
        ]

    /// Kinds of decoders.
    public enum Decoder: String, FieldChoice {
        /// A recurrent layer that begins with the fused vector.
        case gru
        /// A causal transformer that looks at the features of all modalities; it takes no fusion.
        case transformer
    }

    public struct Options: Configurable {
        @Field("modality that becomes the text; '' takes the data set's own, or spells the class's name")
        public var target: String = ""
        @Field("what writes") public var decoder: Decoder = .gru
        @Field("width of the decoder", in: 1...4096) public var width: Int = 64
        @Field("transformer: blocks", in: 1...64) public var layers: Int = 2
        @Field("transformer: attention heads", in: 1...64) public var heads: Int = 4
        @Field("share of the training rows in which each modality is hidden from the decoder", in: 0...0.9)
        public var conditioningDropout: Float = 0.1
        @Field(
            "steps of training between two measurements of the modalities' scores, which cost a pass each",
            in: 1...100_000)
        public var scoreEvery: Int = 4
        @Field("candidates that a text is searched with; 1 is greedy", in: 1...32) public var beam: Int = 1
        @Field("power of the length by which a candidate's log p is divided", in: 0...2) public var lengthPenalty:
            Double =
                0
        public init() {}

        public func problems() -> [String] {
            decoder == .transformer && width % heads != 0 ? ["'width' must be a multiple of 'heads'"] : []
        }

        /// As the decoder's own options.
        var choice: (id: String, options: ConfigValue) {
            switch decoder {
            case .gru: ("gru", ["embedding": .int(width), "hidden": .int(width)])
            case .transformer:
                ("transformer", ["width": .int(width), "layers": .int(layers), "heads": .int(heads)])
            }
        }
    }

    public let outputs: Int
    private let options: Options
    private let text: ColumnSignature?

    public init(_ options: Options, _ signature: DatasetSignature) throws {
        self.options = options
        outputs = options.width
        text = signature.targets[.sequence]
    }

    public static func target(_ options: Options) -> (role: TargetRole, modality: String)? {
        (.sequence, options.target)
    }

    public static func misfit(_: Options, _ signature: DatasetSignature) -> String? {
        guard let text = signature.targets[.sequence] else { return "the data set has no text to write and no classes" }
        return text.kind == .text ? nil : "what is to be written must be a text, not \(text.kind.rawValue)"
    }

    public var rows: DecisionRows { .tokens }
    public var hidesModalities: Bool { true }
    public var scoreEvery: Int { options.scoreEvery }

    public func part(_: (id: String, options: ConfigValue)?) -> TaskPart {
        guard let text else { return .none }
        let choice = options.choice
        return .decoder(
            id: choice.id, options: choice.options, vocabulary: text.vocabulary, length: text.sampleShape[0] + 1)
    }

    public func logits(
        _ model: MultimodalModel, _ features: ModalityMap<Node>, present: Presence, _ batch: Batch, _ context: Context
    ) -> Node? {
        guard model.plan.fused, let decoder = model.task.decoder(nil) else { return nil }
        let visible = conditioned(present, share: options.conditioningDropout, features.count, batch, context)
        return decode(decoder, memory(model, decoder, features, visible, context), batch, context)
    }

    public func logits(
        alone modality: Modality, _ model: MultimodalModel, _ features: ModalityMap<Node>, _ batch: Batch,
        _ context: Context
    ) -> Node? {
        guard model.plan.fused, let decoder = model.task.decoder(nil) else { return nil }
        let alone = Presence.some(features.modalities.map { $0 == modality })
        return decode(decoder, memory(model, decoder, features, alone, context), batch, context)
    }

    public func logits(
        head output: Node, of modality: Modality, _ model: MultimodalModel, _ batch: Batch, _ context: Context
    )
        -> Node
    {
        guard let decoder = model.task.decoder(modality) else { preconditionFailure("a model without a decoder") }
        // A decoder that looks at features sees the output in its modality's place.
        let names = model.plan.fused ? model.plan.modalities : [modality]
        let conditioning = Conditioning(
            features: ModalityMap(names) { _ in output }, present: .some(names.map { $0 == modality }), vector: output)
        return decode(decoder, decoder.remember(conditioning, context), batch, context)
    }

    /// What the decoder says when it sees one modality alone. Not shares: they do not add up.
    public func shares(
        _ model: MultimodalModel, _ features: ModalityMap<Node>, _ batch: Batch, _ context: Context
    ) -> ModalityMap<Node>? {
        let rows = features.modalities.compactMap { logits(alone: $0, model, features, batch, context) }
        return rows.count == features.count ? ModalityMap(features.modalities, rows) : nil
    }

    private func decode(_ decoder: any SequenceDecoder, _ memory: DecoderMemory, _ batch: Batch, _ context: Context)
        -> Node
    {
        decoder(batch.sequenceInputs, length: batch.sequenceLength, memory, context)
    }

    private func memory(
        _ model: MultimodalModel, _ decoder: any SequenceDecoder, _ features: ModalityMap<Node>, _ present: Presence,
        _ context: Context
    ) -> DecoderMemory {
        decoder.remember(
            Conditioning(
                features: features, present: present,
                vector: model.fusion.map { $0(features, present: present, context) }),
            context)
    }

    /// The mean of the decoder's vectors of a text's tokens.
    public func targetVectors(
        _ model: MultimodalModel, _: () -> ModalityMap<Node>, _ batch: Batch, _ context: Context
    ) -> [Float] {
        guard let decoder = model.task.decoder(nil) else { return [] }
        let (rows, length) = (batch.count, batch.sequenceLength)
        let vectors = decoder.embedding(batch.sequenceInputs, rows: rows, length: length, context).values
        let width = vectors.count / max(1, rows * length)
        return (0..<rows).flatMap { row in
            // What is 0 is the beginning, or stands behind the end.
            let written = (0..<length).filter { batch.sequenceInputs[row * length + $0] > 0 }
            return (0..<width).map { column in
                written.reduce(Float(0)) { $0 + vectors[(row * length + $1) * width + column] }
                    / Float(max(1, written.count))
            }
        }
    }

    public func targets(_ batch: Batch) -> UnsafePointer<Int32> { batch.sequenceTargets }
    public func sample(ofRow row: Int, _ batch: Batch) -> Int { row / batch.sequenceLength }

    public func losses(_ logits: Node, _ targets: UnsafePointer<Int32>, _: Batch) -> Node {
        logits.crossEntropy(targets)
    }

    public func write(
        _ model: MultimodalModel, _ features: ModalityMap<Node>, _ batch: Batch, _ context: Context,
        mixture: @escaping ([Node]) -> Node
    ) -> [Int32]? {
        let length = batch.sequenceLength
        let count = features.count
        let present =
            batch.presence(of: features.modalities).map { factors in
                Presence.rows(
                    context.tape.constant(
                        (0..<batch.count * count).map { factors[$0 % count][$0 / count] }, Shape(batch.count, count)))
            } ?? .all
        if model.plan.fused, let decoder = model.task.decoder(nil) {
            return written(decoder, memory(model, decoder, features, present, context), length, context)
        }
        guard !model.plan.fused, let heads = model.auxiliary else { return nil }
        let members = model.plan.modalities.compactMap { modality -> DecoderEnsemble.Member? in
            guard let decoder = model.task.decoder(modality) else { return nil }
            let output = heads[modality](features[modality].pooledFeature(), context)
            let conditioning = Conditioning(features: ModalityMap([modality], [output]), vector: output)
            return DecoderEnsemble.Member(decoder: decoder, memory: decoder.remember(conditioning, context))
        }
        if members.count == 1 { return written(members[0].decoder, members[0].memory, length, context) }
        return DecoderEnsemble(members, mixture: mixture).greedy(length: length, begin: 0, end: 0, context)
    }

    private func written(
        _ decoder: any SequenceDecoder, _ memory: DecoderMemory, _ length: Int, _ context: Context
    ) -> [Int32] {
        options.beam > 1
            ? decoder.beam(
                memory, beams: options.beam, lengthPenalty: options.lengthPenalty, length: length, begin: 0, end: 0,
                context)
            : decoder.greedy(memory, length: length, begin: 0, end: 0, context)
    }

    public func metrics(_ predictions: Predictions) -> [String: Double] {
        let nll = predictions.meanLoss
        var values = ["loss": nll, "nll": nll, "perplexity": Elementary.exp(min(nll, 700))]
        guard let part = predictions.part, let target = part.targets[.sequence], !predictions.written.isEmpty,
            case .tokens(let tokens) = target.column.values
        else { return values }
        let words = target.column.words
        let own = target.column.sampleShape[0]
        let length = own + 1
        func text(_ ids: ArraySlice<Int32>) -> [String] {
            PairVocabulary.text(ids.prefix { $0 > 0 }.map { words[Int($0)] })
        }
        let evidence = TextEvidence(
            hypotheses: predictions.indices.indices.map {
                text(predictions.written[$0 * length..<($0 + 1) * length])
            },
            references: predictions.indices.map { row in
                target.references.isEmpty ? [text(tokens[row * own..<(row + 1) * own])] : target.references[row]
            })
        for name in ["exact-match", "bleu", "rouge-l", "cider-d"] {
            if let value = (try? Tasks.metrics[name])?.value(evidence) { values[name] = value }
        }
        return values
    }
}
