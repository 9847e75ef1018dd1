// SPDX-License-Identifier: Apache-2.0

import Tasks

/// The modalities' scores as they were last measured in this epoch.
final class ScoreKeeper {
    private var known: [Int: ModalityMap<Double>?] = [:]

    /// Each epoch begins anew, so that a restored run measures where the whole run did.
    func forget() { known = [:] }

    /// What a pass of a step sees: nothing where a measurement is due.
    func at(_ step: Int, _ pass: Int, every period: Int) -> HeldScores {
        if step % period == 0 { known[pass] = nil }
        return HeldScores(keeper: self, pass: pass)
    }

    fileprivate func scores(_ pass: Int) -> ModalityMap<Double>?? { known[pass] }
    fileprivate func keep(_ scores: ModalityMap<Double>?, _ pass: Int) { known[pass] = .some(scores) }
}

/// One pass's view of the scores that hold.
struct HeldScores {
    fileprivate let keeper: ScoreKeeper
    fileprivate let pass: Int

    /// nil where they are to be measured.
    func last(_ modalities: [Modality]) -> ModalityMap<Double>? {
        guard let known = keeper.scores(pass), let scores = known, scores.modalities == modalities else { return nil }
        return scores
    }

    func keep(_ scores: ModalityMap<Double>?) { keeper.keep(scores, pass) }
}
