// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// What comes into an encoder, per sample.
public enum InputShape: Equatable, Sendable {
    /// Numbers: features `[D]`, images and spectrograms `[H, W, C]`, video `[T, H, W, C]`.
    case dense(Shape)
    /// Token ids, 0 is padding.
    case tokens(length: Int, vocabulary: Int)

    /// The shape in words, for messages.
    public var description: String {
        switch self {
        case .dense(let shape): "numbers of shape \(shape)"
        case .tokens(let length, let vocabulary): "\(length) tokens of \(vocabulary)"
        }
    }
}

/// A batch of one modality.
public enum EncoderInput {
    /// Numbers `[B, …]`.
    case dense(Node)
    /// Words by number, `[rows, length]`; −1 is padding.
    case tokens(UnsafePointer<Int32>, rows: Int, length: Int)
}

/// Input → a feature of each sample: a vector `[B, d]`, or tokens `[B, T, d]` that may carry a mask.
public protocol Encoder: Sendable {
    /// Keys of the encoder in YAML.
    associatedtype Options: Configurable = NoOptions
    /// Id, title and source.
    static var card: Card { get }
    /// Why it cannot read such an input whatever its options; nil if it can.
    static func misfit(_ input: InputShape) -> String?
    /// Why it cannot read such an input with these options; nil if it can.
    static func misfit(_ options: Options, _ input: InputShape) -> String?
    /// Brings names and layouts of weights that others wrote to this encoder's own; unknown ones stay as they are.
    static func adopt(_ tensors: [NamedTensor]) -> [NamedTensor]
    /// Declares its parameters for an input that fits (`misfit` is asked before).
    init(_ options: Options, _ input: InputShape, _ builder: ParameterBuilder)
    /// Width of the feature.
    var width: Int { get }
    /// The feature of each sample: `[B, d]`, or tokens `[B, T, d]`.
    func callAsFunction(_ input: EncoderInput, _ context: Context) -> Node
}

extension Encoder {
    public static func misfit(_: Options, _ input: InputShape) -> String? { misfit(input) }
    public static func adopt(_ tensors: [NamedTensor]) -> [NamedTensor] { tensors }

    static func node(_ input: EncoderInput) -> Node {
        switch input {
        case .dense(let node): return node
        case .tokens: preconditionFailure("tokens given to an encoder of numbers")
        }
    }
}

/// A file of weights needs its digest, so that a run's fingerprint knows the numbers.
func weightsProblems(_ file: String, _ digest: String) -> [String] {
    if file.isEmpty { return digest.isEmpty ? [] : ["'weightsDigest' is given without 'weights'"] }
    let isDigest = digest.utf8.count == 64 && digest.allSatisfy { $0.isHexDigit && !$0.isUppercase }
    return isDigest ? [] : ["'weights' needs 'weightsDigest', the file's SHA-256 in 64 lower-case hexadecimal digits"]
}

/// A registered encoder without its type.
public struct EncoderEntry: RegistryEntry {
    public let card: Card
    /// Its options.
    public let fields: [FieldDescription]
    /// Lays given options over the defaults.
    public let resolve: @Sendable (ConfigValue) -> (canonical: ConfigValue, issues: [FieldIssue])
    /// Why it cannot read an input; nil if it can.
    public let misfit: @Sendable (ConfigValue, InputShape) throws -> String?
    /// Brings tensors of a weights file into its own layout.
    public let adopt: @Sendable ([NamedTensor]) -> [NamedTensor]
    /// Makes the encoder and declares its parameters.
    public let make: @Sendable (ConfigValue, InputShape, ParameterBuilder) throws -> any Encoder

    init<E: Encoder>(_ type: E.Type) {
        card = E.card
        fields = E.Options.fields
        resolve = {
            let resolution = E.Options.resolve($0)
            return (resolution.canonical, resolution.issues)
        }
        misfit = { E.misfit(try E.Options.decode($0), $1) }
        adopt = { E.adopt($0) }
        make = { E(try E.Options.decode($0), $1, $2) }
    }
}
