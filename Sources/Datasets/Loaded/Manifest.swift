// SPDX-License-Identifier: Apache-2.0

import Documents
import Foundation
import TensorCore

/// A `dataset.yaml`: which column of which table is which modality.
public struct Manifest: Configurable {
    @Field("name of the data set") public var name: String = ""
    @Field("licence of the data") public var license: String = ""
    @Field("where it comes from") public var source: String = ""
    @Field("folder of the data below --data; '' is the folder of this file") public var folder: String = ""
    @Field(
        "table of the items: CSV with a header, or .jsonl; where there is no items.csv, metadata.csv and metadata.jsonl are looked for"
    )
    public var table: String = "items.csv"
    @Field("a table for each split word, instead of one with a split column") public var tables: ConfigValue = [:]
    @Field("what parts the fields of a table; one character") public var separator: String = ","
    @Field("names of the columns of tables without a header") public var columns: [String] = []
    @Field("WebDataset shards (.tar) instead of a table, by split word: a path or a pattern with *") public var shards:
        ConfigValue = [:]
    @Field("column with the split; '' draws the splits by a keyed order") public var split: String = "split"
    @Field("what the table calls the train split") public var train: String = "train"
    @Field("what the table calls the validation split; '' (or no such row) carves a tenth out of train") public
        var validation: String =
            "val"
    @Field("what the table calls the test split") public var test: String = "test"
    @Field("share of the rows that become test where the table has no split", in: 0.01...0.9) public var testShare:
        Double = 0.2
    @Field("column with the label; '' where there is none (no classification then)") public var label: String = "label"
    @Field("the label column holds paths; the label is the folder that a file lies in") public var labelFolder: Bool =
        false
    @Field("labels that are left out") public var exclude: [String] = []
    @Field("all labels in the order of their numbers; empty sorts those that occur") public var classes: [String] = []
    @Field("what parts the labels of a row that may have several; '' where each has one") public var labelSeparator:
        String = ""
    @Field("column of a group that may stand in one split only; '' for none") public var group: String = ""
    @Field("column that is equal for rows that show the same thing (retrieval); '' where no two do") public var item:
        String = ""
    @Field("column with a name for each row, which orders what is equally good; '' numbers the rows") public var id:
        String = ""
    @Field("what is known of the data beforehand, numbers by name: bayes/joint") public var facts: ConfigValue = [:]
    @Field("version of the data, MAJOR.MINOR.PATCH") public var version: String = "1.0.0"
    @Field("who made it") public var creator: String = ""
    @Field("when it was published, YYYY-MM-DD") public var published: String = ""
    @Field("by modality: kind and where its numbers are") public var modalities: ConfigValue = [:]
    @Field("what is retrieved ('gallery') or written ('sequence'): kind and where it is") public var targets:
        ConfigValue = [:]
    public init() {}

    public func problems() -> [String] {
        separator.utf8.count == 1 ? [] : ["'separator' must be one character, found '\(separator)'"]
    }

    /// Tables by split word; empty where one table has them all.
    var splitTables: [(split: String, table: String)] {
        (tables.objectValue ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, $0.value.stringValue ?? "") }
    }

    /// A file that shows whether a folder is the data set's.
    var witnesses: [String] { splitTables.first.map { [$0.table] } ?? tableNames }

    /// Where the table may be, the first that is there counts.
    var tableNames: [String] {
        table == Manifest().table ? [table, "metadata.csv", "metadata.jsonl", "items.jsonl"] : [table]
    }
}

/// One modality or target of a manifest.
public struct ManifestModality: Configurable {
    /// Kinds of media.
    public enum Kind: String, FieldChoice { case features, image, audio, text, video }

    @Field("features, image, audio, text or video") public var kind: Kind = .features
    @Field("array file (.npy, .npz, or file.npz/name); {split} stands for the table's word for the split")
    public var array: String = ""
    @Field("image file of many images (IDX); {split} as above") public var idx: String = ""
    @Field("column with the row number in the array; '' is the item's own place in its table") public var row: String =
        ""
    @Field(
        "column with the path of a file, or with the text itself; an empty cell means that the item lacks the modality")
    public var column: String = ""
    @Field("items whose file is not there lack the modality, instead of stopping the load") public var optional: Bool =
        false
    @Field("the path of a file, {} standing for what the column says") public var path: String = "{}"
    @Field("pictures: [height, width] in pixels; one number for both; none keeps what the files have")
    public var size: [Int] = []
    @Field("pictures: 3 for red, green, blue, 1 for brightness", in: 1...3) public var channels: Int = 3
    @Field("pictures: stretch both sides to the size, or crop what sticks out") public var fit: PictureShape.Fit =
        .stretch
    @Field("frames of a video, spread evenly over it", in: 1...1000) public var clip: Int = 8
    @Field("subtract the mean and divide by the deviation of the train split, per feature (sound: per band)")
    public var standardize: Bool = true
    @Field("sound: bring it to so many samples a second; 0 keeps them", in: 0...192_000) public var rate: Int = 0
    @Field("mel bands of sound", in: 4...256) public var bands: Int = 40
    @Field("frames of sound; longer is cut, shorter padded", in: 1...100_000) public var frames: Int = 64
    @Field("window of sound in milliseconds", in: 1...1000) public var window: Double = 32
    @Field("step of sound in milliseconds", in: 1...1000) public var hop: Double = 16
    @Field("most words of a text", in: 1...10_000) public var words: Int = 32
    @Field("how often a word must stand in train to be known", in: 1...1_000_000) public var minimumCount: Int = 1
    @Field("text: the column names a text file") public var textFile: Bool = false
    @Field(
        "text: byte-pair pieces of words, built by so many merges on train alone; 0 keeps whole words", in: 0...100_000)
    public var merges: Int = 0
    @Field("text: a file with the words by number, a line each, the first line empty; '' builds them on train alone")
    public var vocabulary: String = ""
    @Field("how rows are varied while they are trained on: crop, flip, timeMask, bandMask") public var augment:
        ConfigValue = [:]
    @Field("a target's own column that is equal for rows with the same target; '' is the data set's") public var item:
        String = ""
    @Field("another table with one text or more for each item; the first is used, all count as right") public var table:
        String = ""
    @Field("column of both tables that says what belongs together") public var key: String = ""
    public init() {}

    public func problems() -> [String] {
        var problems: [String] = []
        switch kind {
        case .features where array.isEmpty && column.isEmpty: problems.append("features need 'array' or 'column'")
        case .image where idx.isEmpty && array.isEmpty && column.isEmpty:
            problems.append("an image needs 'column', 'idx' or 'array'")
        case .audio where column.isEmpty && array.isEmpty: problems.append("sound needs 'column' or 'array'")
        case .text where column.isEmpty: problems.append("text needs 'column'")
        case .video where column.isEmpty && array.isEmpty: problems.append("video needs 'column' or 'array'")
        default: break
        }
        if size.count > 2 || size.contains(where: { $0 < 1 || $0 > 4096 }) {
            problems.append("'size' must be one or two numbers of 1 to 4096, found \(size)")
        }
        if channels == 2 { problems.append("'channels' must be 1 or 3") }
        if !path.contains("{}") { problems.append("'path' must contain {}") }
        if table.isEmpty != key.isEmpty { problems.append("'table' and 'key' need each other") }
        if !table.isEmpty, kind != .text { problems.append("only text comes from a 'table' of its own") }
        if merges > 0, !vocabulary.isEmpty { problems.append("'merges' and 'vocabulary' exclude each other") }
        let varied = Augmentation.resolve(augment)
        problems += varied.issues.map { "augment: \($0.message)" }
        if let reason = varied.value?.misfit(columnKind) { problems.append("augment: \(reason)") }
        return problems
    }

    private var columnKind: ColumnKind {
        switch kind {
        case .features: .features
        case .image: .image
        case .audio: .spectrogram
        case .text: .text
        case .video: .video
        }
    }

    /// nil where nothing is varied.
    var augmentation: Augmentation? { Augmentation.resolve(augment).value.flatMap { $0.isIdentity ? nil : $0 } }

    /// What decides how a file's bytes become numbers, as text.
    var preparation: String {
        let parts: [String] =
            switch kind {
            case .image, .video: ["\(size)", "\(channels)", fit.rawValue, "\(kind == .video ? clip : 1)"]
            case .audio: ["\(rate)", "\(bands)", "\(frames)", "\(window)", "\(hop)"]
            case .features, .text: []
            }
        return ([kind.rawValue] + parts).joined(separator: " ")
    }

    var shape: PictureShape {
        PictureShape(height: size.first ?? 0, width: size.last ?? 0, channels: channels, fit: fit)
    }

    /// Whether each item is a file of its own.
    var hasFiles: Bool {
        switch kind {
        case .audio, .video: array.isEmpty
        case .image: idx.isEmpty && array.isEmpty
        case .features: array.isEmpty
        case .text: textFile
        }
    }
}
