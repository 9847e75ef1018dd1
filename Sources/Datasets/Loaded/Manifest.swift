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
    @Field("table of the items: CSV with a header, or .jsonl") public var table: String = "items.csv"
    @Field("column with the split") public var split: String = "split"
    @Field("what the table calls the train split") public var train: String = "train"
    @Field("what the table calls the validation split; '' (or no such row) carves a tenth out of train") public
        var validation: String =
            "val"
    @Field("what the table calls the test split") public var test: String = "test"
    @Field("column with the label") public var label: String = "label"
    @Field("labels that are left out") public var exclude: [String] = []
    @Field("column of a group that may stand in one split only; '' for none") public var group: String = ""
    @Field("by modality: kind and where its numbers are") public var modalities: ConfigValue = [:]
    public init() {}
}

/// One modality of a manifest.
public struct ManifestModality: Configurable {
    public enum Kind: String, FieldChoice { case features, image, audio, text }

    @Field("features, image, audio or text") public var kind: Kind = .features
    @Field("array file (.npy); {split} stands for the table's word for the split") public var array: String = ""
    @Field("image file of many images (IDX); {split} as above") public var idx: String = ""
    @Field("column with the row number in the array; '' is the item's own place in its table") public var row: String =
        ""
    @Field("column with the path of a sound (WAV), or with the text itself") public var column: String = ""
    @Field("subtract the mean and divide by the deviation of the train split, per feature (sound: per band)")
    public var standardize: Bool = true
    @Field("mel bands of sound", in: 4...256) public var bands: Int = 40
    @Field("frames of sound; longer is cut, shorter padded", in: 1...100_000) public var frames: Int = 64
    @Field("window of sound in milliseconds", in: 1...1000) public var window: Double = 32
    @Field("step of sound in milliseconds", in: 1...1000) public var hop: Double = 16
    @Field("most words of a text", in: 1...10_000) public var words: Int = 32
    @Field("how often a word must stand in train to be known", in: 1...1_000_000) public var minimumCount: Int = 1
    public init() {}

    public func problems() -> [String] {
        switch kind {
        case .features where array.isEmpty: ["features need 'array'"]
        case .image where idx.isEmpty && array.isEmpty: ["an image needs 'idx' or 'array'"]
        case .audio where column.isEmpty: ["sound needs 'column'"]
        case .text where column.isEmpty: ["text needs 'column'"]
        default: []
        }
    }
}
