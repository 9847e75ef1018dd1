// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// Features of all modalities → decision logits; includes the task head.
public protocol Fusion: Sendable {
    associatedtype Options: Configurable = NoOptions
    static var card: Card { get }
    init(_ options: Options, widths: ModalityMap<Int>, outputs: Int, _ builder: ParameterBuilder)
    func callAsFunction(_ features: ModalityMap<Node>, _ context: Context) -> Node
    /// What one modality contributes to the logits ("split"): the shares of all modalities add up to the logits.
    /// nil where the fusion cannot be split.
    func share(of modality: Modality, _ features: ModalityMap<Node>, _ context: Context) -> Node?
    /// The constant part of a share, `[outputs]`; dependency coefficients leave it out.
    func shareBias(of modality: Modality, _ parameters: Parameters) -> [Float]?
}

public struct FusionEntry: RegistryEntry {
    public let card: Card
    public let fields: [FieldDescription]
    public let resolve: @Sendable (ConfigValue) -> (canonical: ConfigValue, issues: [FieldIssue])
    public let make: @Sendable (ConfigValue, ModalityMap<Int>, Int, ParameterBuilder) throws -> any Fusion

    init<F: Fusion>(_ type: F.Type) {
        card = F.card
        fields = F.Options.fields
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
        FusionEntry(Concat.self),
        FusionEntry(Sum.self),
    ])
