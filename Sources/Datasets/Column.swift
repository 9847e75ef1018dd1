// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// What one modality's numbers are.
public enum ColumnKind: String, Sendable {
    /// `[D]`
    case features
    /// `[height, width, channels]`
    case image
    /// `[frames, bands, 1]`
    case spectrogram
    /// `[length]` token ids, 0 is padding
    case text
    /// `[frames, height, width, channels]`
    case video
}

/// One modality of one split: all samples, row after row.
public struct Column: Sendable {
    /// The numbers of a column.
    public enum Values: Sendable {
        /// `[rows] + sampleShape`, row-major.
        case dense([Float])
        /// `[rows] + sampleShape`, words by number; −1 is padding.
        case tokens([Int32])
    }

    /// What its numbers are.
    public let kind: ColumnKind
    /// Extents of one row.
    public let sampleShape: [Int]
    /// Row after row.
    public let values: Values
    /// Number of token ids, padding included; 0 for numbers.
    public let vocabulary: Int
    /// The word of each token id; empty where there are none to show.
    public let words: [String]
    /// How rows are varied while they are trained on; nil leaves them as they are.
    public var augmentation: Augmentation?

    public init(kind: ColumnKind, sampleShape: [Int], values: Values, vocabulary: Int = 0, words: [String] = []) {
        precondition(words.isEmpty || words.count == vocabulary, "\(words.count) words for \(vocabulary) ids")
        self.kind = kind
        self.sampleShape = sampleShape
        self.values = values
        self.vocabulary = vocabulary
        self.words = words
    }

    /// What a model must know of it.
    public var signature: ColumnSignature {
        ColumnSignature(kind: kind, sampleShape: sampleShape, vocabulary: vocabulary, words: words)
    }

    /// Whether there are numbers for so many rows.
    func holds(_ rows: Int) -> Bool {
        let numbers =
            switch values {
            case .dense(let values): values.count
            case .tokens(let values): values.count
            }
        return numbers == sampleShape.reduce(1, *) * rows
    }
}

/// A column without its numbers.
public struct ColumnSignature: Equatable, Sendable {
    /// What its numbers are.
    public let kind: ColumnKind
    /// Extents of one row.
    public let sampleShape: [Int]
    /// Different words; 0 for numbers.
    public let vocabulary: Int
    /// The words by number; empty for numbers.
    public let words: [String]
}

/// One split in memory.
public struct DatasetPart: Sendable {
    /// How many rows it has.
    public let count: Int
    /// One a modality.
    public let columns: ModalityMap<Column>
    /// Class of each row.
    public let labels: [Int32]
    /// Name of each row, unique within the data set.
    public let ids: [String]
    /// Rows with equal numbers show the same thing, so that in retrieval neither is a wrong answer to the other.
    public let items: [Int32]
    /// What is to be retrieved or generated; not among the inputs.
    public let targets: [TargetRole: TargetColumn]
    /// By row, a bit for each modality in order of columns that is there; empty where all are everywhere. The numbers of
    /// what is not there are 0.
    public let present: [UInt32]
    /// By row, every label that holds, where a row may have several; empty where each has one.
    public let labelSets: [[Int32]]

    /// - Parameters:
    ///   - columns: by modality, each with as many rows as there are labels.
    ///   - labels: the class of each row.
    ///   - ids: the name of each row; no two are equal.
    ///   - items: what each row shows; by default no two rows show the same thing.
    ///   - targets: what is generated, by role.
    ///   - present: a bit for each modality that a row has; empty: all have all.
    ///   - labelSets: all classes of each row, where a row may have several; empty: one each.
    public init(
        columns: ModalityMap<Column>, labels: [Int32], ids: [String], items: [Int32]? = nil,
        targets: [TargetRole: TargetColumn] = [:], present: [UInt32] = [], labelSets: [[Int32]] = []
    ) {
        count = labels.count
        precondition(ids.count == labels.count, "\(ids.count) ids, \(labels.count) labels")
        for column in columns.values { precondition(column.holds(count), "\(count) rows of \(column.sampleShape)") }
        for target in targets.values {
            precondition(target.column.holds(count), "\(count) targets of \(target.column.sampleShape)")
            precondition(target.items.count == count, "\(target.items.count) target items for \(count) rows")
        }
        self.columns = columns
        self.labels = labels
        self.ids = ids
        self.items = items ?? (0..<labels.count).map { Int32($0) }
        precondition(self.items.count == count, "\(self.items.count) items for \(count) rows")
        self.targets = targets
        let all = UInt32(truncatingIfNeeded: (1 << columns.count) - 1)
        self.present = present.contains { $0 != all } ? present : []
        precondition(present.isEmpty || present.count == count, "\(present.count) presences for \(count) rows")
        self.labelSets = labelSets
        precondition(labelSets.isEmpty || labelSets.count == count, "\(labelSets.count) label sets for \(count) rows")
    }

    /// Whether a modality is there in a row.
    public func has(_ position: Int, _ row: Int) -> Bool {
        present.isEmpty || present[row] >> UInt32(position) & 1 == 1
    }
}

/// What a data set consists of.
public struct DatasetSignature: Equatable, Sendable {
    /// One a modality, in declared order.
    public let columns: ModalityMap<ColumnSignature>
    /// In the order of their numbers; empty where there are no classes.
    public let classNames: [String]
    /// What can be found, written or told.
    public let targets: [TargetRole: ColumnSignature]
    /// Whether a row may have several labels.
    public let hasLabelSets: Bool

    public init(
        columns: ModalityMap<ColumnSignature>, classNames: [String], targets: [TargetRole: ColumnSignature] = [:],
        hasLabelSets: Bool = false
    ) {
        self.columns = columns
        self.classNames = classNames
        self.targets = targets
        self.hasLabelSets = hasLabelSets
    }

    /// In declared order.
    public var modalities: [Modality] { columns.modalities }
    /// How many classes there are; 0 for none.
    public var classes: Int { classNames.count }
}

/// Three splits in memory, always disjoint.
public struct LoadedDataset: Sendable {
    /// What models and tasks must know of it.
    public let signature: DatasetSignature
    /// What is known of the data beforehand: "bayes/joint".
    public let facts: [String: Double]
    private let parts: [Split: DatasetPart]

    /// Parts of one data set; their columns must agree.
    public init(
        classNames: [String], train: DatasetPart, validation: DatasetPart, test: DatasetPart,
        facts: [String: Double] = [:]
    ) {
        signature = DatasetSignature(
            columns: train.columns.map(\.signature), classNames: classNames,
            targets: train.targets.mapValues(\.column.signature), hasLabelSets: !train.labelSets.isEmpty)
        for part in [validation, test] {
            precondition(part.columns.map(\.signature) == signature.columns, "splits of different shapes")
            precondition(
                part.targets.mapValues(\.column.signature) == signature.targets, "splits of different targets")
        }
        parts = [.train: train, .validation: validation, .test: test]
        self.facts = facts
    }

    /// The rows of a split.
    public func part(_ split: Split) -> DatasetPart {
        guard let part = parts[split] else { preconditionFailure("no split \(split)") }
        return part
    }
}
