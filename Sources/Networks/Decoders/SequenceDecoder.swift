// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// What a decoder is made for.
public struct DecoderShape: Sendable {
    /// Different tokens.
    public var vocabulary: Int
    /// Most positions of a target.
    public var length: Int
    /// Widths of the features that condition it.
    public var widths: ModalityMap<Int>

    public init(vocabulary: Int, length: Int, widths: ModalityMap<Int>) {
        self.vocabulary = vocabulary
        self.length = length
        self.widths = widths
    }
}

/// What a decoder is told of a batch.
public struct Conditioning {
    /// By modality, vectors or tokens.
    public var features: ModalityMap<Node>
    /// Which of them may be looked at.
    public var present: Presence
    /// The fused vector `[B, d]` of decoders that begin with one.
    public var vector: Node?

    public init(features: ModalityMap<Node>, present: Presence = .all, vector: Node? = nil) {
        self.features = features
        self.present = present
        self.vector = vector
    }
}

/// What stays the same at all positions: an initial state, or keys and values of a memory.
public struct DecoderMemory {
    let nodes: [Node?]
    /// Rows of the batch.
    public let rows: Int
}

/// How far decoding has come.
public final class DecoderState {
    let memory: DecoderMemory
    let capacity: Int
    /// Tokens taken so far.
    var length = 0
    var hidden: Buffer?
    var caches: [KeyValueCache] = []

    init(_ memory: DecoderMemory, capacity: Int) {
        self.memory = memory
        self.capacity = capacity
    }
}

/// Fused context → a sequence of tokens, one after another.
///
/// Inputs are the targets moved by one: position t sees the begin token and the first t target tokens and answers with
/// logits for token t.
public protocol SequenceDecoder: Sendable {
    /// Keys of the decoder in YAML.
    associatedtype Options: Configurable = NoOptions
    /// Id, title and source.
    static var card: Card { get }
    /// Width of the fused vector it begins with; nil if it looks at the tokens of the features itself, so that the model
    /// needs no fusion.
    static func vectorWidth(_ options: Options) -> Int?
    /// Declares its parameters.
    init(_ options: Options, _ shape: DecoderShape, _ builder: ParameterBuilder)
    /// The vectors of tokens that it reads.
    var embedding: Embedding { get }
    /// Once for a batch and a presence of modalities.
    func remember(_ conditioning: Conditioning, _ context: Context) -> DecoderMemory
    /// All positions in one pass (teacher forcing): inputs `[rows, length]` → logits `[rows · length, vocabulary]`.
    func callAsFunction(
        _ inputs: UnsafePointer<Int32>, length: Int, _ memory: DecoderMemory, _ context: Context
    ) -> Node
    /// The state before the first token.
    func begin(_ memory: DecoderMemory, capacity: Int) -> DecoderState
    /// One more position, without gradient: the next input of each row → logits `[rows, vocabulary]`, the bits that
    /// teacher forcing gives at this position.
    func next(_ inputs: UnsafePointer<Int32>, _ state: DecoderState, _ context: Context) -> Node
}

extension SequenceDecoder {
    public func begin(_ memory: DecoderMemory, capacity: Int) -> DecoderState {
        DecoderState(memory, capacity: capacity)
    }

    /// The most likely token at each position given those before: `[rows · length]`. The first of equals wins; a row that
    /// has said `end` goes on with `padding`.
    public func greedy(
        _ memory: DecoderMemory, length: Int, begin first: Int32, end: Int32?, padding: Int32 = 0, _ context: Context
    ) -> [Int32] {
        DecoderEnsemble([DecoderEnsemble.Member(decoder: self, memory: memory)]) { $0[0] }
            .greedy(length: length, begin: first, end: end, padding: padding, context)
    }
}

/// Decoders that write one text together: at each position the logits of all are made into one row.
public struct DecoderEnsemble {
    /// One decoder with what it looks at.
    public struct Member {
        /// Who writes.
        public let decoder: any SequenceDecoder
        /// What it looks at.
        public let memory: DecoderMemory

        public init(decoder: any SequenceDecoder, memory: DecoderMemory) {
            self.decoder = decoder
            self.memory = memory
        }
    }

    let members: [Member]
    let mixture: ([Node]) -> Node

    /// - Parameters:
    ///   - members: what decodes side by side, each from features of its own.
    ///   - mixture: logits `[rows, vocabulary]` of each member → those that decide.
    public init(_ members: [Member], mixture: @escaping ([Node]) -> Node) {
        self.members = members
        self.mixture = mixture
    }

    /// As `SequenceDecoder.greedy`; every member is told what all have written.
    public func greedy(
        length: Int, begin first: Int32, end: Int32?, padding: Int32 = 0, _ context: Context
    ) -> [Int32] {
        let rows = members.first?.memory.rows ?? 0
        let states = members.map { $0.decoder.begin($0.memory, capacity: length) }
        var words = [Int32](repeating: padding, count: rows * length)
        var open = [Bool](repeating: true, count: rows)
        var inputs = [Int32](repeating: first, count: rows)
        for position in 0..<length where open.contains(true) {
            let said = inputs.withUnsafeBufferPointer { inputs -> [Node] in
                guard let inputs = inputs.baseAddress else { return [] }
                return zip(members, states).map { $0.decoder.next(inputs, $1, context) }
            }
            guard !said.isEmpty else { break }
            let logits = mixture(said)
            let options = logits.shape[1]
            for row in 0..<rows where open[row] {
                let values = logits.pointer + row * options
                var best = 0
                for option in 1..<max(1, options) where values[option] > values[best] { best = option }
                words[row * length + position] = Int32(best)
                inputs[row] = Int32(best)
                if Int32(best) == end { open[row] = false }
            }
        }
        return words
    }
}

/// A registered decoder without its type.
public struct DecoderEntry: RegistryEntry {
    public let card: Card
    /// Its options.
    public let fields: [FieldDescription]
    /// Lays given options over the defaults.
    public let resolve: @Sendable (ConfigValue) -> (canonical: ConfigValue, issues: [FieldIssue])
    /// Width of the fused vector that it begins with; nil where it looks at features.
    public let vectorWidth: @Sendable (ConfigValue) throws -> Int?
    /// Makes the decoder and declares its parameters.
    public let make: @Sendable (ConfigValue, DecoderShape, ParameterBuilder) throws -> any SequenceDecoder

    init<D: SequenceDecoder>(_ type: D.Type) {
        card = D.card
        fields = D.Options.fields
        resolve = {
            let resolution = D.Options.resolve($0)
            return (resolution.canonical, resolution.issues)
        }
        vectorWidth = { D.vectorWidth(try D.Options.decode($0)) }
        make = { D(try D.Options.decode($0), $1, $2) }
    }
}

/// All decoders, one line each.
public let decoders = Registry<DecoderEntry>(
    "decoder",
    [
        DecoderEntry(GRUDecoder.self),
        DecoderEntry(TransformerDecoder.self),
    ])
