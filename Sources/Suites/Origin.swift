// SPDX-License-Identifier: Apache-2.0

import Documents
import Lexicon

/// Where one value of a resolved specification comes from.
public struct Origin: Hashable, Sendable {
    /// "budget.epochs", "strategy.options.alpha", "seed".
    public let path: String
    /// "Suites/smoke.yaml:12", "command line: --set budget.epochs=3", or "default".
    public let place: String

    public init(path: String, place: String) {
        self.path = path
        self.place = place
    }

    static let byDefault = "default"

    init(_ path: String, _ mark: Mark?) {
        self.init(path: path, place: mark.map(Origin.place) ?? Origin.byDefault)
    }

    static func place(_ mark: Mark) -> String { mark.line > 0 ? "\(mark.file):\(mark.line)" : mark.file }

    func below(_ parent: String) -> Origin { Origin(path: "\(parent).\(path)", place: place) }

    /// Of every option of a resolved choice: the place of the key that was given, or "default".
    static func options(_ resolved: ConfigValue, given node: DocumentNode?) -> [Origin] {
        (resolved.objectValue ?? [:]).keys.sorted().map { key in
            Origin(key, node?.members?.first { $0.key == key }?.mark)
        }
    }
}

extension Cell {
    /// Every value of the specification with its origin, in order of path.
    public var values: [(path: String, value: ConfigValue, place: String)] {
        var leaves: [(String, ConfigValue)] = []
        Cell.flatten(spec.configValue, "", &leaves)
        let places = Dictionary(origins.map { ($0.path, $0.place) }, uniquingKeysWith: { $1 })
        return leaves.map { path, value in
            // A value below a given key came with it: "dataset.options.modalities.audio" with "dataset.options.modalities".
            var parent = path
            while places[parent] == nil, let dot = parent.lastIndex(of: ".") { parent = String(parent[..<dot]) }
            return (path, value, places[parent] ?? "derived")
        }
    }

    private static func flatten(_ value: ConfigValue, _ path: String, _ leaves: inout [(String, ConfigValue)]) {
        guard let members = value.objectValue, !members.isEmpty else {
            leaves.append((path, value))
            return
        }
        for key in members.keys.sorted() {
            flatten(members[key] ?? .null, path.isEmpty ? key : "\(path).\(key)", &leaves)
        }
    }
}
