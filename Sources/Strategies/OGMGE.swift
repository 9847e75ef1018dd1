// SPDX-License-Identifier: Apache-2.0

import Training

/// OGM with generalization enhancement: after the damping, noise of the gradient's own spread is added to the encoders.
///
///     g ← k_m · g + ξ,   ξ ~ N(0, σ²) elementwise,  σ = std(g before damping) + 1e-8, per parameter tensor
///
/// The noise goes to every modality, also where k_m = 1. Peng et al., CVPR 2022; see `OGM` for where we differ.
public struct OGMGE: TrainingStrategy {
    public static let stages: [Stage] = [.gradient]
    public static let card = Card(
        id: "ogm-ge", title: "OGM-GE", summary: "OGM plus gradient noise that keeps encoders exploring",
        reference: "Peng et al., CVPR 2022", bibtex: OGM.bibtex)

    private var modulation: OGM

    public init(_ options: OGM.Options, _ setting: Setting) { modulation = OGM(options, setting) }

    public static func misfit(_: OGM.Options, _ problem: Problem) -> String? {
        needsTwoModalities(problem)
    }

    public static func plan(_ options: OGM.Options, modalities: [Modality]) -> ModelPlan {
        OGM.plan(options, modalities: modalities)
    }

    public var scaleMode: ScaleMode { modulation.scaleMode }
    public var scaleScope: ScaleScope { modulation.scaleScope }

    public mutating func coefficients(_ forward: Forward, _ step: Step) -> ModalityMap<Float>? {
        modulation.coefficients(forward, step)
    }

    public mutating func modulate(
        _ gradients: Gradients, _ coefficients: ModalityMap<Float>?, _: Forward, _ step: Step
    ) {
        guard modulation.isActive(step.epoch), let coefficients else { return }
        for info in gradients.parameters.infos where scaleScope.contains(info) {
            guard case .encoder(let modality) = info.component, let position = coefficients.index(of: modality) else {
                continue
            }
            // The spread before damping; in update mode the gradient has not been damped.
            let damping = scaleMode == .update ? 1 : Double(coefficients.values[position])
            let deviation = (damping > 0 ? gradients.deviation(info) / damping : 0) + 1e-8
            gradients.addNoise(info, deviation: deviation, key: step.key.fold(info.name))
        }
    }
}
