// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// What happens in one clip, and what is shown of it.
struct SpriteEvent {
    var label = 0
    /// What truly happens; equal for clips of the same description.
    var motion = 0
    var sprite = 0
    var trueTone = 0
    /// What is shown; nil where the modality lacks.
    var shownMotion: Int?
    var shownSprite: Int?
    var tone: Int?
    var word: Int?
    var item = 0
    /// By how much later than the clip's middle the sprite passes the middle of its path, in shares of the clip.
    var moment = 0.0
    /// The same of the moment at which the sound swells.
    var swell = 0.0
}

/// Factors, cues and their errors: draws events and knows what the best observer reaches.
struct SpriteWorld {
    private enum Cue { case motion, sprite, tone, word }

    private struct Sense {
        var name: String
        /// Cue and the factor that it shows.
        var cues: [(cue: Cue, factor: Int)]
        var absent: Double
        var wrong: Double
    }

    private let regime: SpritesTones.Regime
    private let classes: Int
    private let senses: [Sense]
    private let factors: Int
    private let options: SpritesTones.Options

    init(_ options: SpritesTones.Options) {
        regime = options.regime
        self.options = options
        classes = options.classes
        var number = 0
        func numbered(_ cues: [Cue]) -> [(cue: Cue, factor: Int)] {
            cues.map { cue in
                defer { if options.regime != .redundant { number += 1 } }
                return (cue, number)
            }
        }
        let seen: [Cue] =
            switch options.videoCue {
            case .motion: [.motion]
            case .sprite: [.sprite]
            case .motionSprite: [.motion, .sprite]
            }
        var senses = [
            Sense(name: "video", cues: numbered(seen), absent: options.absentVideo, wrong: options.wrongVideo),
            Sense(name: "audio", cues: numbered([.tone]), absent: options.absentAudio, wrong: options.wrongAudio),
        ]
        if options.caption {
            senses.append(
                Sense(name: "text", cues: numbered([.word]), absent: options.absentText, wrong: options.wrongText))
        }
        self.senses = senses
        factors = max(1, number)
    }

    /// Number of classes of the label.
    var labels: Int {
        switch regime {
        case .complementary: (0..<factors).reduce(1) { product, _ in product * classes }
        case .synchrony: 2
        case .redundant, .synergistic: classes
        }
    }

    private func label(_ values: [Int]) -> Int {
        switch regime {
        case .redundant: values[0]
        case .complementary: values.reduce(0) { $0 * classes + $1 }
        case .synergistic: values.reduce(0, +) % classes
        case .synchrony: 0
        }
    }

    /// The ground's brightness in a row whose ground tells the label, or pretends to; nil where it is drawn as ever.
    func spuriousGround(_ label: Int, _ split: Split, _ key: RandomKey) -> Double? {
        guard options.spurious > 0 else { return nil }
        var stream = key.fold("spurious").stream()
        let follows = split == .train && Double(stream.uniform()) < options.spurious
        return 0.15 + 0.5 * (Double(follows ? label : stream.below(labels)) + 0.5) / Double(labels)
    }

    /// When the sprite passes and when the sound swells, from a stream of its own.
    private func time(_ event: inout SpriteEvent, _ key: RandomKey) {
        guard options.timing > 0 else { return }
        var stream = key.fold("time").stream()
        // The two moments of a row are those of one draw, or of two that lie well apart.
        let early = -options.timing * (0.5 + 0.5 * Double(stream.uniform()))
        let late = options.timing * (0.5 + 0.5 * Double(stream.uniform()))
        let isEarly = stream.below(2) == 0
        let lies = Double(stream.uniform()) < (regime == .synchrony ? 0.5 : options.outOfStep)
        event.moment = isEarly ? early : late
        event.swell = isEarly != lies ? early : late
        if regime == .synchrony { event.label = lies ? 1 : 0 }
    }

    func draw(_ stream: inout RandomStream, _ key: RandomKey) -> SpriteEvent {
        let values = (0..<factors).map { _ in stream.below(classes) }
        var event = SpriteEvent(label: label(values))
        // What is no cue is drawn at random and shown as it is.
        event.motion = stream.below(classes)
        event.sprite = stream.below(classes)
        event.shownMotion = event.motion
        event.shownSprite = event.sprite
        for sense in senses {
            let isAbsent = Double(stream.uniform()) < sense.absent
            for (cue, factor) in sense.cues {
                let value = values[factor]
                let isWrong = Double(stream.uniform()) < sense.wrong
                let other = (value + 1 + stream.below(classes - 1)) % classes
                let shown = isAbsent ? nil : isWrong ? other : value
                switch cue {
                case .motion: (event.motion, event.shownMotion) = (value, shown)
                case .sprite: (event.sprite, event.shownSprite) = (value, shown)
                case .tone: (event.trueTone, event.tone) = (value, shown)
                case .word: event.word = shown
                }
            }
            if sense.name == "video", isAbsent {
                event.shownMotion = nil
                event.shownSprite = nil
            }
        }
        event.item = (event.motion * classes + event.sprite) * classes + event.trueTone
        time(&event, key)
        return event
    }

    /// Accuracy of the observer who perceives without error and knows how often cues lie: per modality and of all.
    ///
    ///     Σ over what can be perceived of max over labels of Σ over the label's states of p(state) · p(perceived | state)
    func bayes() -> [String: Double] {
        var facts: [String: Double] = [:]
        let chances = options.disturbance.chances(senses.count)
        /// Over what is there of the senses that are used.
        func mean(_ used: [Int]) -> Double {
            var known: [[Int]: Double] = [:]
            return chances.enumerated().reduce(0) { sum, entry in
                guard entry.element > 0 else { return sum }
                let there = used.filter { entry.offset >> $0 & 1 == 1 }
                let own = known[there] ?? accuracy(there)
                known[there] = own
                return sum + entry.element * own
            }
        }
        for (position, sense) in senses.enumerated() { facts["bayes/\(sense.name)"] = mean([position]) }
        facts["bayes/joint"] = mean(Array(senses.indices))
        return facts
    }

    private func accuracy(_ used: [Int]) -> Double {
        // One sense tells when something happens; only both tell whether it happens at once.
        if regime == .synchrony { return used.contains(0) && used.contains(1) ? 1 : 0.5 }
        let states = tuples(factors)
        // p(perceived | state) of every perception, grown sense by sense.
        var rows = [[Double](repeating: 1 / Double(states.count), count: states.count)]
        for sense in used.map({ senses[$0] }) {
            let perceptions: [[Int]?] = [nil] + tuples(sense.cues.count).map { $0 }
            rows = rows.flatMap { row in
                perceptions.map { perception in
                    zip(row, states).map { $0 * probability(of: perception, sense, $1) }
                }
            }
        }
        let labels = states.map { label($0) }
        return rows.reduce(0) { sum, row in
            var byLabel = [Double](repeating: 0, count: self.labels)
            for (weight, label) in zip(row, labels) { byLabel[label] += weight }
            return sum + (byLabel.max() ?? 0)
        }
    }

    private func probability(of perception: [Int]?, _ sense: Sense, _ state: [Int]) -> Double {
        guard let perception else { return sense.absent }
        return zip(perception, sense.cues).reduce(1 - sense.absent) { product, entry in
            let isRight = entry.0 == state[entry.1.factor]
            return product * (isRight ? 1 - sense.wrong : sense.wrong / Double(classes - 1))
        }
    }

    /// All tuples of `count` values.
    private func tuples(_ count: Int) -> [[Int]] {
        (0..<count).reduce([[]]) { tuples, _ in tuples.flatMap { tuple in (0..<classes).map { tuple + [$0] } } }
    }
}
