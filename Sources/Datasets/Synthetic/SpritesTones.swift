// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// Short clips: a coloured sprite moves over a grey ground while a tone sounds.
///
/// A *cue* is what a modality shows of the class: the video moves the sprite in a way (`motion`) or shows one of several
/// (`sprite`) or both; the sound has a pitch (learned at once) or is a melody of equal pitches in different orders
/// (needs time). A caption may be a third modality; its cue is a word. Each modality lacks in a share of the rows, and
/// each cue is wrong in a share of the rest, so that what an observer reaches who sees and hears without error is known
/// exactly ("bayes/video", "bayes/audio", "bayes/joint"); noise takes the more from it the stronger it is.
///
/// For retrieval and generation the target says what truly happened: "a circle going left sounds low".
public struct SpritesTones: DatasetSource {
    public static let card = Card(
        id: "sprites-tones", title: "Sprites and tones",
        summary: "rendered clips of moving sprites with synthesized tones; noise, gaps and errors in either")

    /// Which cue knows what of the class.
    public enum Regime: String, FieldChoice {
        /// One factor, shown by every cue.
        case redundant
        /// Each cue has a factor of its own and the class is all of them.
        case complementary
        /// Each cue has a factor of its own and the class is their sum modulo `classes`.
        case synergistic
        /// The class is whether the sound swells while the sprite passes the middle of its path, or at another time.
        case synchrony
    }

    /// What of a clip shows the factor.
    public enum VideoCue: String, FieldChoice {
        /// How the sprite moves, or what it looks like.
        case motion, sprite
        /// Movement and looks together.
        case motionSprite = "motion-sprite"
    }

    /// What of a sound tells the factor.
    public enum AudioCue: String, FieldChoice {
        /// A tone's height.
        case pitch
        /// The order of a low and a high note.
        case melody
        /// How fast a tone's frequency is modulated.
        case fm
        /// How many bursts of noise there are.
        case burst
    }

    public struct Options: Configurable {
        @Field("which modality knows what") public var regime: Regime = .redundant
        @Field("values of each factor", in: 2...6) public var classes: Int = 4
        @Field("what of the class the video shows") public var videoCue: VideoCue = .motion
        @Field("what of the class the sound has") public var audioCue: AudioCue = .pitch
        @Field("whether a caption is a third modality, 'text'") public var caption: Bool = false
        @Field("frames of a clip", in: 2...256) public var frames: Int = 6
        @Field("side of a frame in pixels", in: 8...256) public var size: Int = 20
        @Field("standard deviation of the noise on each pixel (full range is 1)", in: 0...10)
        public var videoNoise: Double = 0.15
        @Field("standard deviation of the noise on the sound (a tone's amplitude is 0.5)", in: 0...100)
        public var audioNoise: Double = 0.3
        @Field("largest deviation of a sprite's path from the middle, in shares of the frame", in: 0...0.25)
        public var videoOffset: Double = 0.08
        @Field("largest delay of a tone, in shares of the clip", in: 0...0.5) public var audioOffset: Double = 0.1
        @Field("largest shift of the moment at which the sprite passes the middle, in shares of the clip", in: 0...0.4)
        public var timing: Double = 0
        @Field("how much softer the sound is away from that moment", in: 0...1) public var pulse: Double = 0
        @Field(
            "share of rows whose sound swells at another moment (but regime synchrony, where the class says so)",
            in: 0...1)
        public var outOfStep: Double = 0
        @Field("share of training clips whose ground tells the label; elsewhere it tells nothing", in: 0...1)
        public var spurious: Double = 0
        @Field("share of training labels that are another class", in: 0...1) public var labelNoise: Double = 0
        @Field("share of rows in which a modality is missing, per modality; one number serves all") public var missing:
            [Double] = [0]
        @Field("side of the frame that is to be told (prediction)", in: 4...64) public var frameSize: Int = 8
        @Field("share of rows without a sprite", in: 0...1) public var absentVideo: Double = 0
        @Field("share of rows without a tone", in: 0...1) public var absentAudio: Double = 0
        @Field("share of captions without the word", in: 0...1) public var absentText: Double = 0.1
        @Field("share of the video's cues that show another value", in: 0...1) public var wrongVideo: Double = 0.05
        @Field("share of the sound's cues that have another value", in: 0...1) public var wrongAudio: Double = 0.2
        @Field("share of captions whose word is another", in: 0...1) public var wrongText: Double = 0.2
        @Field("mel bands of the sound", in: 4...128) public var bands: Int = 20
        @Field("frames of the sound's spectrogram", in: 8...1000) public var soundFrames: Int = 32
        @Field("rows to train on", in: 1...1_000_000) public var train: Int = 800
        @Field("rows to select on", in: 1...1_000_000) public var validation: Int = 200
        @Field("rows to test on", in: 1...1_000_000) public var test: Int = 400
        @Field("which data of this description") public var seed: Int = 0
        @Field("draw the data anew for each run seed") public var perSeed: Bool = false
        public init() {}

        public func problems() -> [String] {
            var problems = Disturbance.problem(missing, modalities: caption ? 3 : 2).map { [$0] } ?? []
            if regime == .synchrony, timing < 0.1 || pulse < 0.5 {
                problems.append("'synchrony' needs a 'timing' of 0.1 and a 'pulse' of 0.5 or more")
            }
            return problems
        }

        var disturbance: Disturbance { Disturbance(labelNoise: labelNoise, missing: missing) }
    }

    /// The clip.
    public static let video = Modality("video")
    /// The sound.
    public static let audio = Modality("audio")
    /// The description.
    public static let text = Modality("text")

    public static func modalities(_ options: Options, _: DatasetContext) -> [Modality] {
        options.caption ? [video, audio, text] : [video, audio]
    }

    public static func digest(_: Options, _: DatasetContext) -> String { "" }
    public static func dependsOnSeed(_ options: Options) -> Bool { options.perSeed }

    private static func key(_ options: Options, _ context: DatasetContext) -> RandomKey {
        let key = RandomKey(seed: options.seed).fold("sprites-tones")
        return options.perSeed ? key.fold("run").fold(context.runSeed) : key
    }

    public static func sounds(_ options: Options, _ context: DatasetContext) -> [String: SoundOriginals] {
        let key = key(options, context)
        let world = SpriteWorld(options)
        var samples: [Split: [[Float]]] = [:]
        for (split, count) in [(Split.train, options.train), (.validation, options.validation), (.test, options.test)] {
            samples[split] = (0..<count).map { row in
                let key = key.fold(split.rawValue).fold(row)
                var stream = key.fold("event").stream()
                let event = world.draw(&stream, key)
                return ToneSound.samples(event, key.fold("audio"), options)
            }
        }
        return [audio.name: ToneSound.originals(samples)]
    }

    public static func load(_ options: Options, _ context: DatasetContext) -> LoadedDataset {
        let key = key(options, context)
        let world = SpriteWorld(options)
        var clips: [Split: Clips] = [:]
        for (split, count) in [(Split.train, options.train), (.validation, options.validation), (.test, options.test)] {
            clips[split] = Clips(world, options, split, count, key.fold(split.rawValue))
        }
        var sounds = clips.mapValues(\.sounds)
        Standardization.apply(&sounds, period: options.bands, absent: clips.mapValues(\.silent))
        func part(_ split: Split) -> DatasetPart {
            let own = clips[split] ?? Clips(world, options, split, 0, key)
            return own.part(split, sounds[split] ?? [], options)
        }
        return LoadedDataset(
            classNames: (0..<world.labels).map { "class \($0)" }, train: part(.train), validation: part(.validation),
            test: part(.test), facts: world.bayes())
    }
}

/// The rows of one split while they are made.
private struct Clips {
    var pixels: [Float] = []
    var sounds: [Float] = []
    var captions: [Int32] = []
    var descriptions: [Int32] = []
    var labels: [Int32] = []
    var trueLabels: [Int32] = []
    var items: [Int32] = []
    var frames: [Float] = []
    var present: [UInt32] = []
    /// Rows without sound.
    var silent: [Bool] { present.map { $0 >> 1 & 1 == 0 } }

    /// Each row has streams of its own, so that no option of the sound moves a pixel and no row another.
    init(_ world: SpriteWorld, _ options: SpritesTones.Options, _ split: Split, _ count: Int, _ key: RandomKey) {
        let spectrum = ToneSound.spectrum(options)
        let disturbance = options.disturbance
        pixels.reserveCapacity(count * options.frames * options.size * options.size * 3)
        sounds.reserveCapacity(count * options.soundFrames * options.bands)
        for row in 0..<count {
            let key = key.fold(row)
            var stream = key.fold("event").stream()
            let event = world.draw(&stream, key)
            var clip = SpriteClip(event, key.fold("video"), options)
            if let ground = world.spuriousGround(event.label, split, key) { clip.ground = ground }
            pixels += clip.draw(key.fold("video-noise"), options)
            frames += clip.nextFrame(options)
            sounds += spectrum(ToneSound.samples(event, key.fold("audio"), options))
            present.append(disturbance.present(options.caption ? 3 : 2, key))
            captions += SpriteGrammar.caption(event.word)
            descriptions += SpriteGrammar.description(event, options)
            labels.append(disturbance.label(Int32(event.label), classes: world.labels, split, key))
            trueLabels.append(Int32(event.label))
            items.append(Int32(event.item))
        }
    }

    func part(_ split: Split, _ sounds: [Float], _ options: SpritesTones.Options) -> DatasetPart {
        var columns = [
            Column(
                kind: .video, sampleShape: [options.frames, options.size, options.size, 3], values: .dense(pixels)),
            Column(kind: .spectrogram, sampleShape: [options.soundFrames, options.bands, 1], values: .dense(sounds)),
        ]
        if options.caption { columns.append(SpriteGrammar.column(captions, length: SpriteGrammar.captionLength)) }
        let target = TargetColumn(
            column: SpriteGrammar.column(descriptions, length: SpriteGrammar.descriptionLength), items: items)
        return DatasetPart(
            columns: ModalityMap(
                options.caption
                    ? [SpritesTones.video, SpritesTones.audio, SpritesTones.text]
                    : [SpritesTones.video, SpritesTones.audio],
                columns.enumerated().map { $1.cleared($0, present) }),
            labels: labels, ids: labels.indices.map { "\(split)-\($0)" }, items: trueLabels,
            targets: [
                .gallery: target, .sequence: target,
                .frame: TargetColumn(
                    column: Column(
                        kind: .image, sampleShape: [options.frameSize, options.frameSize, 1], values: .dense(frames)),
                    items: items),
            ], present: present)
    }
}
