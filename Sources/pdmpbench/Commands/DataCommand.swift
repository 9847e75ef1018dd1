// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Documents
import Foundation
import Lexicon
import Strategies
import Workshop

/// Looks at data sets, writes generated ones to disk, makes those that the distribution carries.
struct DataCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "data", abstract: "Look at data sets, write them to disk, prepare them.",
        discussion: "Example: pdmpbench data describe birds/",
        subcommands: [Describe.self, Check.self, ExportData.self, Prepare.self])
}

/// Which data set is meant.
struct DataChoice: ParsableArguments {
    @Argument(help: "A folder, a dataset.yaml, the name of a manifest in Suites/data, or a generated data set.")
    var name: String
    @Option(name: .customLong("option"), help: "Option of a generated data set: key=value. Repeatable.")
    var options: [String] = []
    @Option(help: "Folder of loaded data sets (or PDMPBENCH_DATA_DIR).") var data: String?

    var context: DatasetContext {
        DatasetContext(
            runSeed: 0, dataRoot: data ?? Folders.knownData, preparedCache: Folders.prepared.path,
            progress: loadProgress)
    }

    /// The entry of a generated data set with its options; nil if the name is none.
    func generated() throws -> (entry: DatasetEntry, options: ConfigValue)? {
        guard name != "folder", let entry = try? datasets[name] else { return nil }
        var given: [String: ConfigValue] = [:]
        for option in options {
            guard let split = option.firstIndex(of: "=") else {
                throw Stop.configuration("--option '\(option)': expected key=value")
            }
            do {
                let node = try Document.value(String(option[option.index(after: split)...]), name: "--option \(option)")
                given[String(option[..<split])] = node.configValue
            } catch {
                throw Stop.configuration(error.description)
            }
        }
        let resolved = entry.resolve(.object(given))
        guard resolved.issues.isEmpty else {
            throw Stop.configuration(
                resolved.issues.map { "data set '\(name)': \($0.message)" }.joined(separator: "\n"))
        }
        return (entry, resolved.canonical)
    }

    /// The folder and the manifest that a name means.
    private func place() throws -> (folder: String, manifest: String?) {
        var isFolder: ObjCBool = false
        let manager = FileManager.default
        if manager.fileExists(atPath: name, isDirectory: &isFolder) {
            return isFolder.boolValue
                ? (name, nil) : (URL(fileURLWithPath: name).deletingLastPathComponent().path, name)
        }
        if let root = data ?? Folders.knownData, manager.fileExists(atPath: root + "/" + name + "/dataset.yaml") {
            return (root + "/" + name, nil)
        }
        let places = ["Suites/data/\(name).yaml", "data/\(name).yaml", "\(name).yaml"]
        if let found = places.first(where: { manager.fileExists(atPath: $0) }) { return (".", found) }
        let known = datasets.entries.map(\.card.id).filter { $0 != "folder" }
        throw Stop.configuration(
            "there is no folder, file or data set '\(name)'\(NearestName.hint(name, among: known)) (generated: \(known.joined(separator: ", ")))"
        )
    }

    func inspection() throws -> DatasetInspection {
        do {
            if let (entry, options) = try generated() {
                let data = try entry.load(options, context)
                return try DatasetInspection(data, name: name, digest: "")
            }
            guard options.isEmpty else { throw Stop.configuration("--option is for generated data sets") }
            let place = try place()
            return try DatasetInspection(folder: place.folder, manifest: place.manifest, context)
        } catch let error as Stop {
            throw error
        } catch {
            throw Stop.configuration(sentence(error))
        }
    }
}

extension DataCommand {
    enum Form: String, ExpressibleByArgument, CaseIterable { case text, md, json }

    struct Describe: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "describe",
            abstract: "Print counts, splits, shapes, label balance, checksums and leaks.",
            discussion:
                "A folder without dataset.yaml is read as its table and files\nsuggest; the manifest that was made up is printed.\n\nExample: pdmpbench data describe birds/ -o birds-report"
        )

        @OptionGroup var choice: DataChoice
        @Option(help: "text, md or json.") var format: Form = .text
        @Option(name: .shortAndLong, help: "Folder for report.md with sample pictures.") var output: String?

        func run() throws {
            let clock = ContinuousClock()
            let began = clock.now
            let inspection = try choice.inspection()
            let spent = began.duration(to: clock.now).components
            let seconds = Double(spent.seconds) + Double(spent.attoseconds) * 1e-18
            let rows = inspection.splits.reduce(0) { $0 + $1.rows }
            Console.note("looked at \(rows) rows in \(FixedPoint.text(seconds, 2)) s")
            let report = InspectionReport(inspection)
            switch format {
            case .text: print(report.text, terminator: "")
            case .md: print(report.markdown(pictures: false), terminator: "")
            case .json: print(report.json)
            }
            guard let output else { return }
            let folder = URL(fileURLWithPath: output)
            try written(folder) { try report.write(to: folder) }
            Console.note("report: \(folder.relativePath)/report.md (\(inspection.sheets.count) sheets of pictures)")
        }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check", abstract: "Fail if a data set has leaks, wrong checksums or unreadable files.",
            discussion:
                "Exit code 1 where something is wrong, 2 where it cannot be read.\n\nExample: pdmpbench data check birds/"
        )

        @OptionGroup var choice: DataChoice

        func run() throws {
            let inspection = try choice.inspection()
            let rows = inspection.splits.map { "\($0.split.rawValue) \($0.rows)" }.joined(separator: ", ")
            for problem in inspection.problems { print("wrong: \(problem)") }
            for note in inspection.notes { print("note: \(note)") }
            let sums = inspection.checkedFiles.map { ", \($0) checksums compared" } ?? ""
            print("\(inspection.problems.isEmpty ? "sound" : "not sound"): \(inspection.name), \(rows)\(sums)")
            if !inspection.problems.isEmpty { throw ExitCode(1) }
        }
    }

    struct ExportData: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "export",
            abstract: "Write a generated data set to disk in the form that is loaded.",
            discussion:
                "PNG, WAV, MP4 (or mkv, or frames), CSV, checksums and a Croissant\ndescription; all without loss, so training gives the same bits.\n\nExample: pdmpbench data export sprites-tones -o clips --option train=200"
        )

        enum Video: String, ExpressibleByArgument, CaseIterable { case mp4, mkv, frames }

        @OptionGroup var choice: DataChoice
        @Option(name: .shortAndLong, help: "The new folder.") var output: String
        @Option(help: "How videos are written: mp4, mkv or frames.") var video: Video = .mp4

        func run() throws {
            guard let (entry, options) = try choice.generated() else {
                throw Stop.configuration(
                    "'\(choice.name)' is no generated data set (known: \(datasets.entries.map(\.card.id).filter { $0 != "folder" }.joined(separator: ", ")))"
                )
            }
            let files = try export(
                entry, options, to: URL(fileURLWithPath: output),
                videos: DatasetExport.VideoForm(rawValue: video.rawValue) ?? .mp4,
                choice.context)
            print("\(output): \(files) files; describe with pdmpbench data describe \(output)")
        }
    }
}

/// Writes a generated data set to a folder; the number of files.
func export(
    _ entry: DatasetEntry, _ options: ConfigValue, to folder: URL, videos: DatasetExport.VideoForm,
    _ context: DatasetContext
) throws -> Int {
    do {
        return try DatasetExport(
            try entry.load(options, context), name: folder.lastPathComponent,
            source: "pdmpbench data set \(entry.card.id), \(options.canonicalJSON)",
            sounds: try entry.sounds(options, context), videos: videos
        ).write(to: folder)
    } catch {
        throw Stop.configuration(sentence(error))
    }
}
