// SPDX-License-Identifier: Apache-2.0

extension LoadedDataset {
    /// The first rows of each split, for a quick look at whether everything works.
    public func limited(to rows: Int) -> LoadedDataset {
        LoadedDataset(
            classNames: signature.classNames, train: part(.train).prefix(rows),
            validation: part(.validation).prefix(rows),
            test: part(.test).prefix(rows), facts: facts)
    }
}

extension DatasetPart {
    func prefix(_ rows: Int) -> DatasetPart {
        guard rows < count else { return self }
        return DatasetPart(
            columns: columns.map { $0.prefix(rows) }, labels: Array(labels.prefix(rows)), ids: Array(ids.prefix(rows)),
            items: Array(items.prefix(rows)),
            targets: targets.mapValues {
                TargetColumn(
                    column: $0.column.prefix(rows), items: Array($0.items.prefix(rows)),
                    references: Array($0.references.prefix(rows)))
            }, present: Array(present.prefix(rows)), labelSets: Array(labelSets.prefix(rows)))
    }
}

extension Column {
    fileprivate func prefix(_ rows: Int) -> Column {
        let numbers = sampleShape.reduce(rows, *)
        let kept: Values =
            switch values {
            case .dense(let all): .dense(Array(all.prefix(numbers)))
            case .tokens(let all): .tokens(Array(all.prefix(numbers)))
            }
        var column = Column(
            kind: kind, sampleShape: sampleShape, values: kept, vocabulary: vocabulary, words: words)
        column.augmentation = augmentation
        return column
    }
}
