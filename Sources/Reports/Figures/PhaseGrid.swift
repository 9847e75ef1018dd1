// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Suites

/// Problems whose data sets vary in two numbers: one panel of a phase diagram.
struct PhaseGrid {
    /// An option of the data sets, or several that vary together.
    struct Axis {
        let name: String
        /// In rising order.
        let ticks: [String]
    }

    struct Cell {
        let problem: Problem
        let x: Int
        let y: Int
    }

    /// In what this panel differs from the others; empty for the only one.
    let title: String
    let x: Axis
    let y: Axis
    let cells: [Cell]

    /// The panels that some problems form. Problems that differ in words (regime, fusion, task, encoders …) lie in different
    /// panels; so do those that differ in further numbers than the two with the most values.
    static func panels(_ input: ReportInput, _ problems: [Problem]) -> [PhaseGrid] {
        var kinds: [[String: ConfigValue]] = []
        var members: [[String: ConfigValue]: [Setting]] = [:]
        for problem in problems {
            guard let record = input.problemExample(problem), !record.isExternal else { continue }
            let setting = Setting(problem, record.spec)
            if members[setting.words] == nil { kinds.append(setting.words) }
            members[setting.words, default: []].append(setting)
        }
        let drafts = kinds.flatMap { kind in Draft.of(members[kind] ?? []).map { (kind: kind, draft: $0) } }
        // The option that most panels vary lies on the x axis of all of them.
        var uses: [String: Int] = [:]
        for (_, draft) in drafts { for axis in draft.axes { uses[axis.name, default: 0] += 1 } }
        let differing = Set(drafts.flatMap(\.kind.keys)).sorted().filter { key in
            key != Setting.numberKeys && key != Setting.encoders && Set(drafts.map { $0.kind[key] }).count > 1
        }
        var titles: [String: Int] = [:]
        return drafts.map { kind, draft in
            let words = differing.compactMap { key in kind[key].map { Setting.text(key, $0) } }
            let title = (words + draft.further).joined(separator: ", ")
            titles[title, default: 0] += 1
            let number = titles[title] ?? 1
            let (a, b) = (draft.axes[0], draft.axes[1])
            let turned = (uses[b.name] ?? 0, a.name) > (uses[a.name] ?? 0, b.name)
            let (x, y) = turned ? (b, a) : (a, b)
            return PhaseGrid(
                title: number == 1 ? title : "\(title) (\(number))", x: Axis(name: x.name, ticks: x.ticks),
                y: Axis(name: y.name, ticks: y.ticks),
                cells: draft.members.map { Cell(problem: $0.problem, x: x.place($0), y: y.place($0)) })
        }
    }

    /// What a problem's data set is, words and numbers apart.
    private struct Setting {
        static let numberKeys = "numbers"
        static let encoders = "encoders"

        let problem: Problem
        private(set) var words: [String: ConfigValue]
        /// Of a list each entry is a number of its own, named by its modality where there is one entry for each.
        private(set) var numbers: [String: ConfigValue] = [:]

        init(_ problem: Problem, _ spec: RunSpec) {
            self.problem = problem
            // What stands beside the options has names that no option has.
            words = [
                " data set": .string(spec.dataset.id), " fusion": .string(problem.fusion),
                " task": .string(problem.task), Setting.encoders: .object(spec.encoders.mapValues(\.configValue)),
            ]
            let options = spec.dataset.options.objectValue ?? [:]
            let modalities = options["modalities"]?.arrayValue?.compactMap(\.stringValue) ?? []
            for (key, value) in options.sorted(by: { $0.key < $1.key }) {
                let list = value.arrayValue ?? [value]
                guard !list.isEmpty, list.allSatisfy({ $0.doubleValue != nil }) else {
                    words[key] = value
                    continue
                }
                for (index, number) in list.enumerated() {
                    let name = modalities.count == list.count ? "of \(modalities[index])" : "\(index + 1)"
                    numbers[list.count == 1 ? key : "\(key) \(name)"] = number
                }
            }
            words[Setting.numberKeys] = .array(numbers.keys.sorted().map { .string($0) })
        }

        /// A word of a panel's title.
        static func text(_ key: String, _ value: ConfigValue) -> String {
            value.stringValue ?? "\(key) \(value.canonicalJSON)"
        }
    }

    private struct DraftAxis {
        /// Options that vary together; the first one gives the order.
        var keys: [String]
        /// The members' values of the first option, in rising order, and how all options are written there.
        let values: [Double]
        var ticks: [String]

        init(_ key: String, _ members: [Setting]) {
            keys = [key]
            values = Set(members.map { DraftAxis.value(key, $0) }).sorted()
            ticks = values.map { JSONText.number($0) }
        }

        var name: String { keys.joined(separator: ", ") }
        func place(_ member: Setting) -> Int { values.firstIndex(of: DraftAxis.value(keys[0], member)) ?? 0 }

        static func value(_ key: String, _ member: Setting) -> Double { member.numbers[key]?.doubleValue ?? .nan }

        /// Takes in an option whose values go one to one with this axis's; false for any other.
        mutating func joins(_ key: String, _ members: [Setting]) -> Bool {
            var text: [Int: Double] = [:]
            for member in members {
                let (at, value) = (place(member), DraftAxis.value(key, member))
                if let known = text[at], known != value { return false }
                text[at] = value
            }
            guard Set(text.values).count == values.count else { return false }
            keys.append(key)
            ticks = ticks.enumerated().map { "\($1), \(JSONText.number(text[$0] ?? .nan))" }
            return true
        }
    }

    private struct Draft {
        let axes: [DraftAxis]
        let members: [Setting]
        /// Further numbers that set it apart.
        let further: [String]

        /// Grids among settings that agree in all words.
        static func of(_ members: [Setting]) -> [Draft] {
            guard members.count >= 4, let first = members.first else { return [] }
            var axes: [DraftAxis] = []
            for key in first.numbers.keys.sorted()
            where members.contains(where: { $0.numbers[key] != first.numbers[key] }) {
                var joined = false
                for index in axes.indices where !joined { joined = axes[index].joins(key, members) }
                if !joined { axes.append(DraftAxis(key, members)) }
            }
            guard axes.count >= 2 else { return [] }
            let order = axes.indices.sorted { (axes[$1].values.count, $0) < (axes[$0].values.count, $1) }
            let rest = order.dropFirst(2).map { axes[$0] }
            var groups: [[Int]] = []
            var parts: [[Int]: [Setting]] = [:]
            for member in members {
                let group = rest.map { $0.place(member) }
                if parts[group] == nil { groups.append(group) }
                parts[group, default: []].append(member)
            }
            return groups.flatMap { group -> [Draft] in
                let further = zip(rest, group).map { "\($0.name) \($0.ticks[$1])" }
                return layers(parts[group] ?? [], order.prefix(2).map { axes[$0].keys }, further)
            }
        }

        /// Settings at one place lie in panels of their own; what fills less than half of its grid is none.
        private static func layers(_ members: [Setting], _ keys: [[String]], _ further: [String]) -> [Draft] {
            let axes = keys.map { keys in
                var axis = DraftAxis(keys[0], members)
                for key in keys.dropFirst() { _ = axis.joins(key, members) }
                return axis
            }
            var layers: [[Setting]] = []
            var taken: [[Int]: Int] = [:]
            for member in members {
                let place = axes.map { $0.place(member) }
                let layer = taken[place, default: 0]
                taken[place] = layer + 1
                if layer == layers.count { layers.append([]) }
                layers[layer].append(member)
            }
            let (width, height) = (axes[0].values.count, axes[1].values.count)
            return layers.compactMap { layer in
                guard width >= 2, height >= 2, layer.count >= 4, 2 * layer.count > width * height else { return nil }
                return Draft(axes: axes, members: layer, further: further)
            }
        }
    }
}
