// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// Features of all modalities → decision logits, or a fused vector of any width; includes the task head.
///
/// A feature is a vector `[B, d]` or tokens `[B, T, d]` that may carry a mask. Fusions of vectors take the mean over the
/// tokens that count; attention takes a vector as one token.
public protocol Fusion: Sendable {
    /// Keys of the fusion in YAML.
    associatedtype Options: Configurable = NoOptions
    /// Id, title and source.
    static var card: Card { get }
    /// What absence of a modality means here: its feature is zero, or its tokens are not looked at.
    static var absence: Readout { get }
    /// Whether its logits are the sum of one share per modality.
    static var splits: Bool { get }
    /// Share of the training rows in which each modality is hidden from it, so that a missing one is no surprise; tasks see
    /// to it.
    var conditioningDropout: Float { get }
    /// Declares its parameters for features of these widths.
    init(_ options: Options, widths: ModalityMap<Int>, outputs: Int, _ builder: ParameterBuilder)
    /// `[B, outputs]` from the modalities that are there. Features of absent ones are not used.
    func callAsFunction(_ features: ModalityMap<Node>, present: Presence, _ context: Context) -> Node
    /// What one modality contributes to the logits ("split"): the shares of all modalities add up to the logits.
    /// nil where the fusion cannot be split.
    func share(of modality: Modality, _ features: ModalityMap<Node>, _ context: Context) -> Node?
    /// The constant part of a share, `[outputs]`; dependency coefficients leave it out.
    func shareBias(of modality: Modality, _ parameters: Parameters) -> [Float]?
    /// Parameters that only one modality's share uses; empty where the fusion cannot be split.
    func shareParameters(of modality: Modality) -> [ParameterID]
    /// The logits with one modality in every place of the fusion ("selfFuse"); nil where it does not fit.
    func selfFused(_ modality: Modality, _ features: ModalityMap<Node>, _ context: Context) -> Node?
}

extension Fusion {
    public static var absence: Readout { .zeroFeature }
    public static var splits: Bool { false }
    public var conditioningDropout: Float { 0 }
    public func shareParameters(of _: Modality) -> [ParameterID] { [] }

    /// `[B, outputs]` from all modalities.
    public func callAsFunction(_ features: ModalityMap<Node>, _ context: Context) -> Node {
        self(features, present: .all, context)
    }

    public func share(of _: Modality, _: ModalityMap<Node>, _: Context) -> Node? { nil }
    public func shareBias(of _: Modality, _: Parameters) -> [Float]? { nil }

    public func selfFused(_ modality: Modality, _ features: ModalityMap<Node>, _ context: Context) -> Node? {
        let own = features[modality]
        guard features.values.allSatisfy({ $0.shape.last == own.shape.last }) else { return nil }
        return self(features.map { _ in own }, present: .all, context)
    }

    /// The logits of one modality alone, read as `mode` says; nil where this fusion has no such readout.
    public func readout(
        _ mode: Readout, of modality: Modality, _ features: ModalityMap<Node>, _ context: Context
    ) -> Node? {
        switch mode {
        case .split: return share(of: modality, features, context)
        case .selfFuse: return selfFused(modality, features, context)
        case .zeroFeature, .maskMemory:
            guard mode == Self.absence else { return nil }
            return self(features, present: .some(features.modalities.map { $0 == modality }), context)
        }
    }

    /// The logits of one modality through this fusion's own parameters: with the others absent where that says
    /// something, else with its feature in every place.
    public func alone(_ modality: Modality, _ features: ModalityMap<Node>, _ context: Context) -> Node {
        let absent = Presence.some(features.modalities.map { $0 == modality })
        if Self.splits || Self.absence == .maskMemory { return self(features, present: absent, context) }
        return selfFused(modality, features, context) ?? self(features, present: absent, context)
    }
}

/// How the logits of one modality alone are read from a trained fusion.
public enum Readout: String, FieldChoice {
    /// Its additive part: exact, for fusions that are sums.
    case split
    /// The features of the others are zero.
    case zeroFeature = "zero-feature"
    /// Its feature stands in every place.
    case selfFuse = "self-fuse"
    /// The tokens of the others are not looked at.
    case maskMemory = "mask-memory"
}

/// Which modalities a fusion is given.
public enum Presence {
    /// Every modality.
    case all
    /// The same in every row, in declared order.
    case some([Bool])
    /// 1 or 0 by row and modality, `[B, M]`.
    case rows(Node)

    /// Whether a modality may be there at all.
    func includes(_ position: Int) -> Bool {
        if case .some(let flags) = self { flags[position] } else { true }
    }

    /// By row, `[B, 1]`; nil where it is the same for all.
    func column(_ position: Int) -> Node? {
        if case .rows(let flags) = self { flags.columns(position..<position + 1) } else { nil }
    }
}

extension Node {
    /// One vector for each row: the mean over tokens that count, or the vector itself.
    public func pooledFeature() -> Node { shape.rank == 3 ? meanOverTokens() : self }

    /// Tokens `[B, T, d]`; a vector is one.
    func featureTokens() -> Node { shape.rank == 3 ? self : reshaped(Shape(shape[0], 1, shape[1])) }
}

/// Vectors of the modalities; zeros where one is absent.
func presentVectors(_ features: ModalityMap<Node>, _ present: Presence) -> ModalityMap<Node> {
    ModalityMap(
        features.modalities,
        features.values.enumerated().map { position, feature in
            guard present.includes(position) else {
                return feature.tape.constant(repeating: 0, Shape(feature.shape[0], feature.shape.last))
            }
            let vector = feature.pooledFeature()
            return present.column(position).map { vector.scaledRows(by: $0) } ?? vector
        })
}

/// Tokens of the modalities that may be there, by position; masks say which count in which row.
func presentTokens(_ features: [Node], _ present: Presence) -> [(position: Int, tokens: Node)] {
    features.enumerated().filter { present.includes($0.offset) }.map { position, feature in
        let tokens = feature.featureTokens()
        guard let column = present.column(position) else { return (position, tokens) }
        let (batch, length) = (tokens.shape[0], tokens.shape[1])
        let real =
            feature.mask?.reshaped(Shape(batch, length)) ?? tokens.tape.constant(repeating: 1, Shape(batch, length))
        // A node of its own, so that the feature keeps its own mask.
        return (position, tokens.reshaped(tokens.shape).masked(by: real.scaledRows(by: column)))
    }
}

/// A fusion as the registry holds it, its types put away.
public struct FusionEntry: RegistryEntry {
    public let card: Card
    /// Its options.
    public let fields: [FieldDescription]
    /// Lays given options over the defaults.
    public let resolve: @Sendable (ConfigValue) -> (canonical: ConfigValue, issues: [FieldIssue])
    /// Whether its logits are a sum of one share per modality.
    public let splits: Bool
    /// Makes the fusion and declares its parameters.
    public let make: @Sendable (ConfigValue, ModalityMap<Int>, Int, ParameterBuilder) throws -> any Fusion

    init<F: Fusion>(_ type: F.Type) {
        card = F.card
        fields = F.Options.fields
        splits = F.splits
        resolve = {
            let resolution = F.Options.resolve($0)
            return (resolution.canonical, resolution.issues)
        }
        make = { F(try F.Options.decode($0), widths: $1, outputs: $2, $3) }
    }
}

/// All fusions, one line each.
public let fusions = Registry<FusionEntry>(
    "fusion",
    [
        FusionEntry(AttentionFusion.self),
        FusionEntry(Bilinear.self),
        FusionEntry(Concat.self),
        FusionEntry(CrossAttentionFusion.self),
        FusionEntry(FiLM.self),
        FusionEntry(Gated.self),
        FusionEntry(LateLogits.self),
        FusionEntry(Sum.self),
    ])
