// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Processes
import Records
import Runner

/// Runs the program on a suite in scratch folders and disturbs it.
final class FaultHarness {
    enum Victim { case scheduler, worker }

    private let suite: String
    private let scratch: URL
    private let expected: [String]
    private let seconds: Double
    private var random: RandomStream
    /// Runs of the suite, companions included.
    let runs: Int

    init(suite: String, seed: Int) throws {
        self.suite = URL(fileURLWithPath: suite).path
        scratch = FileManager.default.temporaryDirectory.appendingPathComponent("pdmpbench-survive-\(getpid())")
        random = RandomKey(seed: seed).fold("survive").stream()
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        let place = Place(scratch.appendingPathComponent("whole"))
        let began = ContinuousClock().now
        let code = try FaultHarness.launch(self.suite, place).wait()
        guard code == 0 else {
            throw Stop(
                code: code == 2 ? 2 : 1, message: "the undisturbed run of \(suite) ended with \(code): \(place.errors)")
        }
        let elapsed = began.duration(to: ContinuousClock().now).components
        seconds = Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18
        expected = try place.cells()
        runs = try place.known()
    }

    func clean() { try? FileManager.default.removeItem(at: scratch) }

    // MARK: Faults

    /// SIGKILL at random instants, each time to a suite that has not finished; begun anew when it has.
    func kills(_ count: Int, of victim: Victim) throws -> FaultRow {
        var row = FaultRow(fault: victim == .scheduler ? "SIGKILL to the scheduler" : "SIGKILL to a worker process")
        var trials = 0
        while row.times < count, row.problems.count < 5, trials < 20 + count {
            trials += 1
            let place = Place(scratch.appendingPathComponent("kill"))
            place.remove()
            var before = 0
            // A few kills on the way to the end, then the end.
            for _ in 0..<6 where row.times < count {
                let process = try FaultHarness.launch(suite, place, victim == .worker ? ["--executor", "process"] : [])
                // Early instants are the busy ones: planning and training come before the figures.
                let share = Double(random.uniform())
                pause(share * share * seconds * 0.9)
                var struck = false
                if victim == .scheduler {
                    struck = process.kill()
                } else {
                    struck = process.killChild()
                }
                _ = process.wait()
                guard struck else { break }
                row.times += 1
                let known = (try? place.known()) ?? 0
                if known < before { row.problems.append("\(before - known) finished runs were lost") }
                row.kept += known
                before = known
            }
            check(place, &row, victim == .worker ? ["--retry-failed"] : [])
        }
        return row
    }

    /// A killed suite whose write-ahead log is cut off somewhere, as a crash of the whole machine may leave it.
    func truncatedLog(_ count: Int) throws -> FaultRow {
        var row = FaultRow(fault: "write-ahead log cut off")
        for _ in 0..<min(count, 20) {
            let place = Place(scratch.appendingPathComponent("cut"))
            place.remove()
            let process = try FaultHarness.launch(suite, place)
            pause((0.2 + 0.7 * Double(random.uniform())) * seconds)
            _ = process.kill()
            _ = process.wait()
            let log = place.home.appendingPathComponent("ledger.sqlite-wal")
            guard let size = (try? FileManager.default.attributesOfItem(atPath: log.path))?[.size] as? Int, size > 0
            else { continue }
            guard truncate(log.path, off_t(random.below(size))) == 0 else { continue }
            try? FileManager.default.removeItem(at: place.home.appendingPathComponent("ledger.sqlite-shm"))
            row.times += 1
            row.kept += (try? place.known()) ?? 0
            check(place, &row)
        }
        return row
    }

    /// A disk of one or two megabytes.
    func fullDisk() throws -> FaultRow {
        var row = FaultRow(fault: "full disk")
        for size in ["400k", "700k", "1m"] {
            let place = Place(scratch.appendingPathComponent("disk"))
            place.remove()
            guard mount(place.root, ["-t", "tmpfs", "-o", "size=\(size)", "tmpfs"]) else {
                row.skipped = "a small disk cannot be mounted here"
                return row
            }
            defer { unmount(place.root) }
            let code = try FaultHarness.launch(suite, place).wait()
            if code == 0 { continue }
            row.times += 1
            if code != 1 && code != 2 {
                row.problems.append("ended with \(code) on a disk of \(size): \(place.errors)")
            }
            // The disk grows; nothing that was finished is done again.
            let known = (try? place.known()) ?? 0
            row.kept += known
            guard mount(place.root, ["-o", "remount,size=64m"]) else { continue }
            check(place, &row)
        }
        return row
    }

    /// The ledger's folder is made read-only between two runs.
    func readOnly() throws -> FaultRow {
        var row = FaultRow(fault: "folder made read-only")
        let place = Place(scratch.appendingPathComponent("frozen"))
        place.remove()
        guard mount(place.root, ["-t", "tmpfs", "-o", "size=64m", "tmpfs"]) else {
            row.skipped = "a folder cannot be made read-only for this user"
            return row
        }
        defer { unmount(place.root) }
        // What the program says goes elsewhere: an open file would keep the folder from being made read-only.
        let process = try FaultHarness.launch(suite, place, log: scratch)
        pause(0.5 * seconds)
        _ = process.kill()
        _ = process.wait()
        // What the killed run had started may hold files for a moment.
        var frozen = false
        for _ in 0..<40 where !frozen {
            frozen = mount(place.root, ["-o", "remount,ro"])
            if !frozen { pause(0.1) }
        }
        guard frozen else {
            row.skipped = "the folder could not be made read-only"
            return row
        }
        let code = try FaultHarness.launch(suite, place, log: scratch).wait()
        row.times = 1
        if code != 2 { row.problems.append("ended with \(code) where nothing can be written") }
        guard mount(place.root, ["-o", "remount,rw"]) else { return row }
        row.kept = (try? place.known()) ?? 0
        check(place, &row)
        return row
    }

    /// The clock goes years forward and back between runs.
    func clock() throws -> FaultRow {
        var row = FaultRow(fault: "clock moved by years")
        guard let library = MovedClock.build(in: scratch) else {
            row.skipped = "there is no C compiler to build a clock that can be moved"
            return row
        }
        let place = Place(scratch.appendingPathComponent("clock"))
        place.remove()
        for years in [10, -10] {
            let process = try FaultHarness.launch(
                suite, place, environment: MovedClock.environment(library, years: years))
            pause(0.6 * seconds)
            _ = process.kill()
            _ = process.wait()
            row.times += 1
            row.kept += (try? place.known()) ?? 0
        }
        check(place, &row)
        return row
    }

    // MARK: Checking

    /// Runs to the end and compares.
    private func check(_ place: Place, _ row: inout FaultRow, _ flags: [String] = []) {
        do {
            let code = try FaultHarness.launch(suite, place, flags).wait()
            if code != 0 {
                row.problems.append("the run after it ended with \(code): \(place.errors)")
                return
            }
            let cells = try place.cells()
            if cells != expected {
                row.problems.append("\(zip(cells, expected).filter { $0 != $1 }.count) cells differ")
            }
            let known = try place.known()
            if known != runs { row.problems.append("\(known) runs are counted instead of \(runs)") }
        } catch {
            row.problems.append("\(error)")
        }
    }

    private func pause(_ seconds: Double) { usleep(UInt32(min(max(0, seconds), 600) * 1e6)) }

    // MARK: Processes

    /// A folder for the ledger and the report of one trial.
    private struct Place {
        let root: URL
        init(_ root: URL) { self.root = root }
        var home: URL { root.appendingPathComponent("home") }
        var out: URL { root.appendingPathComponent("out") }

        func remove() { try? FileManager.default.removeItem(at: root) }

        var errors: String {
            ((try? String(contentsOf: root.appendingPathComponent("log"), encoding: .utf8)) ?? "")
                .split(separator: "\n").suffix(3).joined(separator: " | ")
        }

        /// The cells without what is measured.
        func cells() throws -> [String] {
            try CellsFile.read(out.appendingPathComponent("cells.jsonl")).map { CellsFile.contract($0).canonicalJSON }
        }

        /// Finished runs in the ledger, which must be sound.
        func known() throws -> Int {
            let ledger = try Ledger(folder: home.path)
            let integrity = try ledger.integrity()
            guard integrity == "ok" else { throw Stop(code: 1, message: "the ledger is damaged: \(integrity)") }
            return try ledger.counts()["ok", default: 0]
        }
    }

    private struct Launched {
        let process: RunningProcess

        func wait() -> Int32 { process.wait().status }

        func kill() -> Bool { process.send(SIGKILL) }

        /// Ends one of its worker processes, if it has any.
        func killChild() -> Bool {
            let task = "/proc/\(process.identifier)/task"
            let threads = (try? FileManager.default.contentsOfDirectory(atPath: task)) ?? []
            for thread in threads.sorted() {
                let text = (try? String(contentsOfFile: "\(task)/\(thread)/children", encoding: .utf8)) ?? ""
                if let child = text.split(separator: " ").compactMap({ Int32($0) }).first {
                    return Foundation.kill(child, SIGKILL) == 0
                }
            }
            return false
        }
    }

    private static func launch(
        _ suite: String, _ place: Place, _ flags: [String] = [], environment: [String: String] = [:], log: URL? = nil
    ) throws -> Launched {
        if log == nil { try FileManager.default.createDirectory(at: place.root, withIntermediateDirectories: true) }
        let child = ChildProcess(
            Program.url.path, ["run", suite, "-j", "2", "-o", place.out.path, "--no-progress"] + flags,
            environment: ChildProcess.inherited(with: environment.merging(["PDMPBENCH_HOME": place.home.path]) { $1 }),
            output: .discarded, errors: .file((log ?? place.root).appendingPathComponent("log").path))
        return Launched(process: try child.start())
    }

    /// Exit code of a command whose words go nowhere.
    static func shell(_ words: [String]) -> Int32 {
        let child = ChildProcess(words[0], Array(words.dropFirst()), output: .discarded, errors: .discarded)
        return (try? child.run())?.status ?? 127
    }

    private func mount(_ folder: URL, _ options: [String]) -> Bool {
        guard (try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)) != nil else {
            return false
        }
        return FaultHarness.shell(["mount"] + options + [folder.path]) == 0
    }

    private func unmount(_ folder: URL) { _ = FaultHarness.shell(["umount", "-l", folder.path]) }
}
