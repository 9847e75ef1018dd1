// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Names every public symbol of the symbol graphs below a folder that has no comment; ends with 1 if there is one. No words of
/// their own need: what fulfils a protocol or is its default (the requirement has them), an option (its `@Field` has a
/// sentence), an initializer that takes nothing but properties under their own names, cases on the line of their type.
@main
enum Symbols {
    struct Graph: Decodable {
        let symbols: [Symbol]
        let relationships: [Relationship]
    }

    struct Relationship: Decodable {
        let source: String
        let kind: String
    }

    struct Symbol: Decodable {
        struct Comment: Decodable {}
        struct Fragment: Decodable { let spelling: String }
        struct Identifier: Decodable { let precise: String }
        struct Kind: Decodable { let identifier: String }
        struct Location: Decodable {
            struct Position: Decodable { let line: Int }
            let uri: String
            let position: Position
        }

        let identifier: Identifier
        let kind: Kind
        let pathComponents: [String]
        let docComment: Comment?
        let declarationFragments: [Fragment]?
        let location: Location?

        /// File and line.
        var place: String {
            let file = location.flatMap { URL(string: $0.uri)?.path } ?? "?"
            return "\(file):\((location?.position.line ?? 0) + 1)"
        }

        var declaration: String { (declarationFragments ?? []).map(\.spelling).joined() }

        /// The words before the colons of an initializer's parameters.
        var labels: [String] {
            guard let open = pathComponents.last?.firstIndex(of: "(") else { return [] }
            return (pathComponents.last ?? "")[open...].dropFirst().dropLast().split(separator: ":").map(String.init)
        }
    }

    static func main() throws {
        let folder = URL(fileURLWithPath: CommandLine.arguments.dropFirst().first ?? ".")
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects ?? []
        var all: [Symbol] = []
        var defaults: Set<String> = []
        for case let file as URL in files where file.lastPathComponent.hasSuffix(".symbols.json") {
            let graph = try JSONDecoder().decode(Graph.self, from: Data(contentsOf: file))
            all += graph.symbols
            defaults.formUnion(graph.relationships.filter { $0.kind == "defaultImplementationOf" }.map(\.source))
        }
        let typePlaces = Set(all.filter { $0.kind.identifier == "swift.enum" && $0.docComment != nil }.map(\.place))
        var properties: [[String]: Set<String>] = [:]
        for symbol in all where symbol.kind.identifier == "swift.property" {
            properties[symbol.pathComponents.dropLast(), default: []].insert(symbol.pathComponents.last ?? "")
        }
        let silent = all.filter { symbol in
            guard symbol.docComment == nil, !symbol.identifier.precise.contains("::SYNTHESIZED::"),
                !symbol.declaration.contains("@Field"), !defaults.contains(symbol.identifier.precise)
            else { return false }
            if symbol.kind.identifier == "swift.enum.case", typePlaces.contains(symbol.place) { return false }
            let own = properties[symbol.pathComponents.dropLast()] ?? []
            return !(symbol.kind.identifier == "swift.init" && symbol.labels.allSatisfy { own.contains($0) })
        }
        for line in silent.map({ "\($0.place): no comment: \($0.declaration)" }).sorted() { print(line) }
        print("\(all.count) public symbols, \(silent.count) without a comment")
        if all.isEmpty || !silent.isEmpty { exit(1) }
    }
}
