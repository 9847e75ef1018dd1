// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// A Croissant 1.0 description of a folder (JSON-LD): every file with its SHA-256, the table's columns as fields, the splits
/// as a record set of their own, so that leakage can be looked for with any tool that reads the format.
struct Croissant {
    var name: String
    var description: String
    var license: String
    var creator: String
    /// YYYY-MM-DD; '' stands for the day of the format's publication, so that equal data has an equal description.
    var published: String
    var version: String
    var url: String
    var files: [(path: String, digest: String, size: Int)]
    var table: String
    var columns: [String]
    var splits: [(word: String, rows: Int)]

    private static let context: ConfigValue = [
        "@language": "en", "@vocab": "https://schema.org/", "citeAs": "cr:citeAs", "column": "cr:column",
        "conformsTo": "dct:conformsTo", "cr": "http://mlcommons.org/croissant/",
        "data": ["@id": "cr:data", "@type": "@json"],
        "dataType": ["@id": "cr:dataType", "@type": "@vocab"], "dct": "http://purl.org/dc/terms/",
        "examples": ["@id": "cr:examples", "@type": "@json"], "extract": "cr:extract", "field": "cr:field",
        "fileObject": "cr:fileObject", "fileProperty": "cr:fileProperty", "fileSet": "cr:fileSet",
        "format": "cr:format",
        "includes": "cr:includes", "isLiveDataset": "cr:isLiveDataset", "jsonPath": "cr:jsonPath", "key": "cr:key",
        "md5": "cr:md5", "parentField": "cr:parentField", "path": "cr:path",
        "rai": "http://mlcommons.org/croissant/RAI/",
        "recordSet": "cr:recordSet", "references": "cr:references", "regex": "cr:regex", "repeated": "cr:repeated",
        "replace": "cr:replace", "sc": "https://schema.org/", "separator": "cr:separator", "source": "cr:source",
        "subField": "cr:subField", "transform": "cr:transform",
    ]

    private func field(_ set: String, _ column: String) -> ConfigValue {
        var field: [String: ConfigValue] = [
            "@type": "cr:Field", "@id": .string("\(set)/\(column)"), "name": .string("\(set)/\(column)"),
            "description": .string("column '\(column)' of \(table)"), "dataType": "sc:Text",
            "source": ["fileObject": ["@id": .string(table)], "extract": ["column": .string(column)]],
        ]
        if column == "split" { field["references"] = ["field": ["@id": "splits/name"]] }
        return .object(field)
    }

    var text: String {
        let distribution = files.map { file -> ConfigValue in
            [
                "@type": "cr:FileObject", "@id": .string(file.path), "name": .string(file.path),
                "contentUrl": .string(file.path), "contentSize": .string("\(file.size) B"),
                "encodingFormat": .string(Croissant.format(file.path)), "sha256": .string(file.digest),
            ]
        }
        let splitSet: ConfigValue = [
            "@type": "cr:RecordSet", "@id": "splits", "name": "splits", "dataType": "cr:Split",
            "key": ["@id": "splits/name"], "description": "the splits and their numbers of items",
            "field": [
                [
                    "@type": "cr:Field", "@id": "splits/name", "name": "splits/name", "dataType": "sc:Text",
                    "description": "what the table calls the split",
                ],
                [
                    "@type": "cr:Field", "@id": "splits/items", "name": "splits/items", "dataType": "sc:Integer",
                    "description": "number of items",
                ],
            ],
            "data": .array(
                splits.map { ["splits/name": .string($0.word), "splits/items": .int($0.rows)] }),
        ]
        let items: ConfigValue = [
            "@type": "cr:RecordSet", "@id": "items", "name": "items", "description": "one record an item",
            "field": .array(columns.map { field("items", $0) }),
        ]
        let document: ConfigValue = [
            "@context": Croissant.context, "@type": "sc:Dataset", "conformsTo": "http://mlcommons.org/croissant/1.0",
            "name": .string(name), "description": .string(description.isEmpty ? name : description),
            "license": .string(license.isEmpty ? "unknown" : license),
            "url": .string(url.isEmpty ? "https://example.org/\(Croissant.escaped(name))" : url),
            "creator": ["@type": "sc:Organization", "name": .string(creator.isEmpty ? "unknown" : creator)],
            "datePublished": .string(published.isEmpty ? "2024-03-06" : published), "version": .string(version),
            "citeAs": .string(name), "distribution": .array(distribution), "recordSet": [splitSet, items],
        ]
        return document.canonicalJSON + "\n"
    }

    private static func escaped(_ name: String) -> String {
        String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") ? $0 : "-" })
    }

    private static func format(_ path: String) -> String {
        switch path.split(separator: ".").last.map(String.init) {
        case "csv": "text/csv"
        case "png": "image/png"
        case "wav": "audio/wav"
        case "mp4": "video/mp4"
        case "mkv": "video/x-matroska"
        case "json": "application/json"
        case "yaml": "application/yaml"
        case "txt": "text/plain"
        default: "application/octet-stream"
        }
    }
}
