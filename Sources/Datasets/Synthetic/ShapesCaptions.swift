// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// Pictures of one coloured shape each, with a caption from a small grammar.
///
/// Noise, occlusion and colour jitter weaken the picture; wrong, absent and synonymous words weaken the caption. What a
/// perfect reader of captions reaches is known exactly ("bayes/text").
///
/// Rows of the same scene (shape, colour, size, place) are the same item. For retrieval the gallery holds each scene
/// drawn once more, clean and whole; for generation the target says all of the scene in one fixed form.
public struct ShapesCaptions: DatasetSource {
    public static let card = Card(
        id: "shapes-captions", title: "Shapes and captions",
        summary: "rendered coloured shapes with template captions; noise in either")

    /// What the class is.
    public enum Target: String, FieldChoice {
        /// One of the two.
        case shape, color
        /// Both at once: one class for each pair.
        case shapeColor = "shape-color"
    }

    public struct Options: Configurable {
        @Field("what is to be told: the shape, the colour or both") public var label: Target = .shape
        @Field("number of shapes", in: 2...6) public var shapes: Int = 4
        @Field("number of colours", in: 2...8) public var colors: Int = 4
        @Field("side of the picture in pixels", in: 8...256) public var size: Int = 32
        @Field("standard deviation of the noise on each pixel (full range is 1)", in: 0...10)
        public var imageNoise: Double = 0.15
        @Field("share of pictures in which most of the shape is hidden", in: 0...1) public var occlusion: Double = 0
        @Field("largest deviation of a shape's colour", in: 0...1) public var colorJitter: Double = 0.1
        @Field("textures of shapes, drawn at random: plain, stripes, checks, dots", in: 1...4) public var textures:
            Int = 1
        @Field("share of training pictures whose ground tells the label; elsewhere it tells nothing", in: 0...1)
        public var spurious: Double = 0
        @Field("share of training labels that are another class", in: 0...1) public var labelNoise: Double = 0
        @Field("share of rows without picture, and without caption; one number serves both") public var missing:
            [Double] = [0]
        @Field("share of shape and colour words that are wrong", in: 0...1) public var wrongWords: Double = 0.1
        @Field("share of shape and colour words that are left out", in: 0...1) public var absentWords: Double = 0.1
        @Field("share of words for which a synonym stands", in: 0...1) public var synonyms: Double = 0.3
        @Field("side of the target picture in pixels (prediction)", in: 4...64) public var frameSize: Int = 8
        @Field("rows to train on", in: 1...1_000_000) public var train: Int = 800
        @Field("rows to select on", in: 1...1_000_000) public var validation: Int = 200
        @Field("rows to test on", in: 1...1_000_000) public var test: Int = 400
        @Field("which data of this description") public var seed: Int = 0
        @Field("draw the data anew for each run seed") public var perSeed: Bool = false
        public init() {}

        public func problems() -> [String] {
            var problems = Disturbance.problem(missing, modalities: 2).map { [$0] } ?? []
            if wrongWords + absentWords > 1 {
                problems.append("'wrongWords' and 'absentWords' are more than all words together")
            }
            return problems
        }

        var disturbance: Disturbance { Disturbance(labelNoise: labelNoise, missing: missing) }

        /// Number of labels.
        var labels: Int {
            switch label {
            case .shape: shapes
            case .color: colors
            case .shapeColor: shapes * colors
            }
        }
    }

    /// The picture.
    public static let image = Modality("image")
    /// The caption.
    public static let text = Modality("text")

    public static func modalities(_: Options, _: DatasetContext) -> [Modality] { [image, text] }
    public static func digest(_: Options, _: DatasetContext) -> String { "" }
    public static func dependsOnSeed(_ options: Options) -> Bool { options.perSeed }

    public static func load(_ options: Options, _ context: DatasetContext) -> LoadedDataset {
        var key = RandomKey(seed: options.seed).fold("shapes-captions")
        if options.perSeed { key = key.fold("run").fold(context.runSeed) }
        return LoadedDataset(
            classNames: classNames(options), train: part(.train, options.train, options, key),
            validation: part(.validation, options.validation, options, key),
            test: part(.test, options.test, options, key), facts: ["bayes/text": bayes(options)])
    }

    private static func classNames(_ options: Options) -> [String] {
        let shapes = CaptionGrammar.shapes.prefix(options.shapes)
        let colors = CaptionGrammar.colors.prefix(options.colors)
        return switch options.label {
        case .shape: Array(shapes)
        case .color: Array(colors)
        case .shapeColor: shapes.flatMap { shape in colors.map { "\($0) \(shape)" } }
        }
    }

    /// Each row has streams of its own, so that no option of the caption moves a pixel and no row another.
    private static func part(_ split: Split, _ count: Int, _ options: Options, _ key: RandomKey) -> DatasetPart {
        var pixels: [Float] = []
        var tokens: [Int32] = []
        var labels: [Int32] = []
        var gallery: [Float] = []
        var sentences: [Int32] = []
        var items: [Int32] = []
        var frames: [Float] = []
        var present: [UInt32] = []
        var clean = options
        clean.imageNoise = 0
        clean.occlusion = 0
        var small = clean
        small.size = options.frameSize
        small.colorJitter = 0
        let disturbance = options.disturbance
        pixels.reserveCapacity(count * options.size * options.size * 3)
        for row in 0..<count {
            let key = key.fold(split.rawValue).fold(row)
            var stream = key.fold("scene").stream()
            let shape = stream.below(options.shapes)
            let color = stream.below(options.colors)
            let scene = ShapeScene(shape: shape, color: color, &stream)
            let label =
                switch options.label {
                case .shape: shape
                case .color: color
                case .shapeColor: shape * options.colors + color
                }
            labels.append(disturbance.label(Int32(label), classes: options.labels, split, key))
            present.append(disturbance.present(2, key))
            var imageStream = key.fold("image").stream()
            let ground = spuriousGround(label, split, options, key)
            pixels += scene.draw(options, ground: ground, &imageStream)
            var textStream = key.fold("text").stream()
            tokens += CaptionGrammar.encode(caption(scene, options, &textStream))
            var galleryStream = key.fold("gallery").stream()
            gallery += scene.draw(clean, &galleryStream)
            var frameStream = key.fold("frame").stream()
            frames += ShapesCaptions.brightness(scene.draw(small, ground: 0.4, &frameStream))
            sentences += CaptionGrammar.encode(CaptionGrammar.description(scene))
            items.append(Int32(scene.number))
        }
        return DatasetPart(
            columns: ModalityMap(
                [image, text],
                [pictures(pixels, options).cleared(0, present), captions(tokens).cleared(1, present)]), labels: labels,
            ids: (0..<count).map { "\(split)-\($0)" }, items: items,
            targets: [
                .gallery: TargetColumn(column: pictures(gallery, options), items: items),
                .sequence: TargetColumn(column: captions(sentences), items: items),
                .frame: TargetColumn(
                    column: Column(
                        kind: .image, sampleShape: [options.frameSize, options.frameSize, 1], values: .dense(frames)),
                    items: items),
            ], present: present)
    }

    /// The ground's brightness in a row whose ground tells the label, or pretends to; nil where it is drawn as ever.
    private static func spuriousGround(_ label: Int, _ split: Split, _ options: Options, _ key: RandomKey) -> Double? {
        guard options.spurious > 0 else { return nil }
        var stream = key.fold("spurious").stream()
        let follows = split == .train && Double(stream.uniform()) < options.spurious
        let shown = follows ? label : stream.below(options.labels)
        return 0.15 + 0.5 * (Double(shown) + 0.5) / Double(options.labels)
    }

    /// Brightness of ITU-R BT.601 in steps of 1/255.
    static func brightness(_ pixels: [Float]) -> [Float] {
        stride(from: 0, to: pixels.count, by: 3).map { place in
            let sum = 0.299 * pixels[place] + 0.587 * pixels[place + 1] + 0.114 * pixels[place + 2]
            return (255 * sum).rounded() / 255
        }
    }

    private static func pictures(_ pixels: [Float], _ options: Options) -> Column {
        Column(kind: .image, sampleShape: [options.size, options.size, 3], values: .dense(pixels))
    }

    private static func captions(_ tokens: [Int32]) -> Column {
        Column(
            kind: .text, sampleShape: [CaptionGrammar.longest], values: .tokens(tokens),
            vocabulary: CaptionGrammar.vocabulary, words: [""] + CaptionGrammar.words)
    }

    private static func caption(_ scene: ShapeScene, _ options: Options, _ stream: inout RandomStream) -> [String] {
        var words: [String] = []
        for slot in CaptionGrammar.templates[stream.below(CaptionGrammar.templates.count)] {
            let word: String? =
                switch slot {
                case "SHAPE":
                    named(scene.shape, CaptionGrammar.shapes, options.shapes, options, &stream)
                        ?? CaptionGrammar.unnamed
                case "COLOR": named(scene.color, CaptionGrammar.colors, options.colors, options, &stream)
                case "SIZE": CaptionGrammar.sizes[scene.size]
                case "POSITION": CaptionGrammar.positions[scene.position]
                default: slot
                }
            guard let word else { continue }
            let varied = Double(stream.uniform()) < options.synonyms
            words.append(varied ? CaptionGrammar.synonyms[word] ?? word : word)
        }
        return words
    }

    /// The word for a value: right, wrong (any other, all alike), or none.
    private static func named(
        _ value: Int, _ words: [String], _ count: Int, _ options: Options, _ stream: inout RandomStream
    ) -> String? {
        let draw = Double(stream.uniform())
        if draw < options.absentWords { return nil }
        guard draw < options.absentWords + options.wrongWords else { return words[value] }
        return words[(value + 1 + stream.below(count - 1)) % count]
    }

    /// Accuracy of the best reader of captions, where some lack.
    private static func bayes(_ options: Options) -> Double {
        let chances = options.disturbance.chances(2)
        let there = chances[2] + chances[3]
        return there * readerAccuracy(options) + (1 - there) / Double(options.labels)
    }

    /// Accuracy of the best reader of captions. Shape and colour are drawn and told independently, so it is a product.
    private static func readerAccuracy(_ options: Options) -> Double {
        func told(_ count: Int) -> Double {
            let right = 1 - options.absentWords - options.wrongWords
            return options.absentWords / Double(count) + max(right, options.wrongWords / Double(count - 1))
        }
        return switch options.label {
        case .shape: told(options.shapes)
        case .color: told(options.colors)
        case .shapeColor: told(options.shapes) * told(options.colors)
        }
    }
}
