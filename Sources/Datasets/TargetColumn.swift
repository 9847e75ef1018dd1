// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// What a target is for.
public enum TargetRole: String, CaseIterable, Sendable {
    /// Prediction: a picture, a frame or a piece of a spectrogram that is to be told number by number.
    case frame
    /// Retrieval: what a fused query is to find, one gallery item a row.
    case gallery
    /// Generation: what is to be written, word by word.
    case sequence
}

/// One target of one split: all samples, row after row.
public struct TargetColumn: Sendable {
    /// One row a sample.
    public let column: Column
    /// Rows with equal numbers have the same target: neither is a wrong answer to the other.
    public let items: [Int32]
    /// Texts that count as right, by row, cut into words; empty where the column itself is the only one.
    public let references: [[[String]]]

    public init(column: Column, items: [Int32], references: [[[String]]] = []) {
        precondition(references.isEmpty || references.count == items.count, "\(references.count) references")
        self.column = column
        self.items = items
        self.references = references
    }
}

extension LoadedDataset {
    /// The same data with one modality taken from the inputs and made the target of a role.
    ///
    /// Rows whose texts are equal word for word have the same target; other rows keep the items of the data set.
    public func retargeted(_ modality: Modality, as role: TargetRole) -> LoadedDataset {
        func moved(_ part: DatasetPart) -> DatasetPart {
            let rest = part.columns.modalities.filter { $0 != modality }
            let position = part.columns.index(of: modality) ?? 0
            // The bits behind the modality that leaves move up.
            let present = part.present.map { bits in
                let before = bits & ((1 << UInt32(position)) - 1)
                return before | ((bits >> UInt32(position + 1)) << UInt32(position))
            }
            var targets = part.targets
            targets[role] = TargetColumn(column: part.columns[modality], items: part.items)
            return DatasetPart(
                columns: ModalityMap(rest) { part.columns[$0] }, labels: part.labels, ids: part.ids, items: part.items,
                targets: targets, present: present, labelSets: part.labelSets)
        }
        return LoadedDataset(
            classNames: signature.classNames, train: moved(part(.train)), validation: moved(part(.validation)),
            test: moved(part(.test)), facts: facts)
    }
}

extension LoadedDataset {
    /// The same data with the classes' names as what is to be written, where there is no other text.
    public func spellingClasses() -> LoadedDataset {
        guard signature.targets[.sequence] == nil, signature.classes > 1 else { return self }
        let names = signature.classNames.map { WordVocabulary.words($0) }
        let vocabulary = WordVocabulary(names, minimumCount: 1)
        let length = names.map(\.count).max() ?? 1
        let spelled = names.map { vocabulary.encode($0, length: max(1, length)) }
        func extended(_ part: DatasetPart) -> DatasetPart {
            var targets = part.targets
            targets[.sequence] = TargetColumn(
                column: Column(
                    kind: .text, sampleShape: [max(1, length)],
                    values: .tokens(part.labels.flatMap { spelled[Int($0)] }), vocabulary: vocabulary.size,
                    words: vocabulary.words), items: part.labels)
            return DatasetPart(
                columns: part.columns, labels: part.labels, ids: part.ids, items: part.items, targets: targets,
                present: part.present, labelSets: part.labelSets)
        }
        return LoadedDataset(
            classNames: signature.classNames, train: extended(part(.train)), validation: extended(part(.validation)),
            test: extended(part(.test)), facts: facts)
    }
}
