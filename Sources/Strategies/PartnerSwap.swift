// SPDX-License-Identifier: Apache-2.0

import Training

/// Scores the towers of a dual encoder without labels: each learns, from its first parameters, to find the other tower as
/// joint training left it; the one that gets further knows more of the pair.
///
/// A joint run of the whole length on the same loop gives the partners; then each tower is trained for half the length.
/// Everything is undone in the end, and charged to the run.
struct PartnerSwap {
    /// By modality, the validation score of the tower against its frozen partner.
    let scores: [Double]

    init(_ lab: Lab) throws {
        let start = lab.snapshot()
        lab.resetOptimizer()
        try lab.rollout(epochs: lab.epochs, with: TowerTraining(trains: nil))
        let joint = lab.snapshot()
        var scores: [Double] = []
        for modality in lab.modalities {
            lab.restore(start)
            lab.resetOptimizer()
            for component in lab.model.parameters.components where component != .encoder(modality) {
                lab.adopt(component, of: joint)
            }
            let one = TowerTraining(trains: [.encoder(modality)])
            try lab.rollout(epochs: max(1, lab.epochs / 2), with: one)
            scores.append(lab.score(.validation, of: one))
        }
        lab.restore(start)
        self.scores = scores
    }
}

/// Joint training of some components.
private struct TowerTraining: TrainingStrategy {
    static let card = Card(id: "tower", title: "Tower", summary: "joint training of some components of a dual encoder")

    private let trained: [Component]?

    init(trains components: [Component]?) { trained = components }
    init(_: NoOptions, _: Setting) { self.init(trains: nil) }

    func passes(_: Step) -> [Pass] { [Pass(trains: trained)] }
}
