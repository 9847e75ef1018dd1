// SPDX-License-Identifier: Apache-2.0

import Datasets
import Testing

/// What every generator of the registry keeps to, whatever it makes.
@Suite struct `Every generated data set` {
    static let generated = datasets.entries.filter { $0.resolve([:]).issues.isEmpty }.map(\.card.id)

    func digest(_ data: LoadedDataset) -> String {
        var hash = SHA256()
        for split in Split.allCases {
            let part = data.part(split)
            for column in part.columns.values {
                switch column.values {
                case .dense(let values): values.withUnsafeBytes { hash.update($0) }
                case .tokens(let values): values.withUnsafeBytes { hash.update($0) }
                }
            }
            part.labels.withUnsafeBytes { hash.update($0) }
            hash.update(part.ids.joined(separator: "\n"))
        }
        return hash.hex()
    }

    @Test(arguments: generated)
    func `has three disjoint splits of the promised shape`(id: String) throws {
        let entry = try datasets[id]
        let context = DatasetContext(runSeed: 0, dataRoot: nil)
        let options = entry.resolve([:]).canonical
        let data = try entry.load(options, context)
        #expect(try entry.modalities(options, context) == data.signature.modalities)
        #expect(try entry.digest(options, context) == "")
        var ids: Set<String> = []
        var rows = 0
        for split in Split.allCases {
            let part = data.part(split)
            #expect(part.count > 0)
            #expect(part.labels.allSatisfy { $0 >= 0 && Int($0) < data.signature.classes })
            #expect(Set(part.labels).count == data.signature.classes)
            #expect(part.columns.map(\.signature) == data.signature.columns)
            for column in part.columns.values {
                switch column.values {
                case .dense(let values): #expect(values.allSatisfy { $0.isFinite })
                case .tokens(let values): #expect(values.allSatisfy { $0 >= 0 && Int($0) < column.vocabulary })
                }
            }
            ids.formUnion(part.ids)
            rows += part.count
        }
        #expect(ids.count == rows)
    }

    @Test(arguments: generated)
    func `is the same twice and another with another seed`(id: String) throws {
        let entry = try datasets[id]
        let context = DatasetContext(runSeed: 0, dataRoot: nil)
        let first = digest(try entry.load([:], context))
        #expect(first == digest(try entry.load([:], context)))
        #expect(first != digest(try entry.load(["seed": 7], context)))
    }

    @Test func `the registry names them`() {
        #expect(Self.generated == ["latent", "shapes-captions", "sprites-tones"])
        #expect(datasets.ids == ["folder", "latent", "shapes-captions", "sprites-tones"])
    }
}
