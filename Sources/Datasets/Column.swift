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
}

/// One modality of one split: all samples, row after row.
public struct Column: Sendable {
    public enum Values: Sendable {
        case dense([Float])
        case tokens([Int32])
    }

    public let kind: ColumnKind
    public let sampleShape: [Int]
    public let values: Values
    /// Number of token ids, padding included; 0 for numbers.
    public let vocabulary: Int

    public init(kind: ColumnKind, sampleShape: [Int], values: Values, vocabulary: Int = 0) {
        self.kind = kind
        self.sampleShape = sampleShape
        self.values = values
        self.vocabulary = vocabulary
    }

    public var signature: ColumnSignature {
        ColumnSignature(kind: kind, sampleShape: sampleShape, vocabulary: vocabulary)
    }
}

/// A column without its numbers.
public struct ColumnSignature: Equatable, Sendable {
    public let kind: ColumnKind
    public let sampleShape: [Int]
    public let vocabulary: Int
}

/// One split in memory.
public struct DatasetPart: Sendable {
    public let count: Int
    public let columns: ModalityMap<Column>
    /// Class of each row.
    public let labels: [Int32]
    /// Name of each row, unique within the data set.
    public let ids: [String]

    public init(columns: ModalityMap<Column>, labels: [Int32], ids: [String]) {
        count = labels.count
        precondition(ids.count == labels.count, "\(ids.count) ids, \(labels.count) labels")
        for column in columns.values {
            let size = column.sampleShape.reduce(1, *)
            let numbers =
                switch column.values {
                case .dense(let values): values.count
                case .tokens(let values): values.count
                }
            precondition(numbers == size * count, "\(numbers) numbers for \(count) rows of \(column.sampleShape)")
        }
        self.columns = columns
        self.labels = labels
        self.ids = ids
    }
}

/// What a data set consists of.
public struct DatasetSignature: Equatable, Sendable {
    public let columns: ModalityMap<ColumnSignature>
    public let classNames: [String]

    public init(columns: ModalityMap<ColumnSignature>, classNames: [String]) {
        self.columns = columns
        self.classNames = classNames
    }

    public var modalities: [Modality] { columns.modalities }
    public var classes: Int { classNames.count }
}

/// Three splits in memory, always disjoint.
public struct LoadedDataset: Sendable {
    public let signature: DatasetSignature
    /// What is known of the data beforehand: "bayes/joint".
    public let facts: [String: Double]
    private let parts: [Split: DatasetPart]

    public init(
        classNames: [String], train: DatasetPart, validation: DatasetPart, test: DatasetPart,
        facts: [String: Double] = [:]
    ) {
        signature = DatasetSignature(columns: train.columns.map(\.signature), classNames: classNames)
        for part in [validation, test] {
            precondition(part.columns.map(\.signature) == signature.columns, "splits of different shapes")
        }
        parts = [.train: train, .validation: validation, .test: test]
        self.facts = facts
    }

    public func part(_ split: Split) -> DatasetPart {
        guard let part = parts[split] else { preconditionFailure("no split \(split)") }
        return part
    }
}
