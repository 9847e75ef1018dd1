// SPDX-License-Identifier: Apache-2.0

import Foundation
import Processes
import Testing

@Suite struct `A child process` {
    private func shell(_ text: String, limit: Double? = nil) -> ChildProcess {
        ChildProcess("sh", ["-c", text], limit: limit)
    }

    /// Whether a process is there and not only its zombie.
    private func lives(_ identifier: Int32) -> Bool {
        guard let text = try? String(contentsOfFile: "/proc/\(identifier)/stat", encoding: .utf8) else { return false }
        return text.split(separator: ")").last?.hasPrefix(" Z") == false
    }

    /// Waits at most ten seconds for something another process does.
    private func eventually(_ condition: () -> Bool) -> Bool {
        for _ in 0..<1000 {
            if condition() { return true }
            usleep(10_000)
        }
        return false
    }

    @Test func `is heard on both streams, with its code`() throws {
        let outcome = try shell("echo out; echo err >&2; exit 3").run()
        #expect(outcome.status == 3 && outcome.output == "out\n" && outcome.errors == "err\n")
        #expect(outcome.signal == nil && outcome.complaint == "err")
        #expect(try ChildProcess("/bin/echo", ["ä", ""]).run().output == "ä \n")
    }

    @Test func `may say more than any pipe holds, on both streams at once`() throws {
        let outcome = try shell(
            "head -c 3000000 /dev/zero | tr '\\0' a; head -c 3000000 /dev/zero | tr '\\0' b >&2"
        ).run()
        #expect(outcome.output.utf8.count == 3_000_000 && outcome.errors.utf8.count == 3_000_000)
    }

    @Test func `is over when it ends, not when its descendants do`() throws {
        let clock = ContinuousClock()
        let began = clock.now
        let running = try shell("sleep 60 & echo $!").start()
        let outcome = running.wait()
        #expect(outcome.status == 0 && began.duration(to: clock.now) < .seconds(30))
        let left = try #require(Int32(outcome.output.trimmingCharacters(in: .whitespacesAndNewlines)))
        #expect(lives(left))
        kill(left, SIGKILL)
    }

    @Test func `that exceeds its limit is killed with all that it started`() throws {
        let outcome = try shell("sleep 60 & echo $!; wait", limit: 0.3).run()
        #expect(outcome.exceededLimit && outcome.signal == SIGKILL && outcome.status == 137)
        #expect(outcome.complaint == "it took too long")
        let grandchild = try #require(Int32(outcome.output.trimmingCharacters(in: .whitespacesAndNewlines)))
        #expect(eventually { !lives(grandchild) })
        #expect(try !shell("true", limit: 60).run().exceededLimit)
    }

    @Test func `inherits no blocked and no ignored signal`() throws {
        var blocked = sigset_t()
        var before = sigset_t()
        signal(SIGPIPE, SIG_IGN)
        sigemptyset(&blocked)
        sigaddset(&blocked, SIGTERM)
        pthread_sigmask(SIG_BLOCK, &blocked, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        let text = try ChildProcess("grep", ["^Sig[BI]", "/proc/self/status"]).run().output
        // Signals above 31 belong to the C library.
        let masks = text.split(separator: "\n").compactMap { $0.split(separator: "\t").last?.suffix(8) }
        #expect(masks.count == 2)
        for mask in masks { #expect(UInt32(mask, radix: 16).map { $0 & 0x7fff_ffff } == 0, "\(text)") }
    }

    @Test func `tells the signal that ended it`() throws {
        let running = try shell("exec sleep 60").start()
        #expect(running.isRunning && running.send(SIGTERM))
        let outcome = running.wait()
        #expect(outcome.signal == SIGTERM && outcome.status == 143 && outcome.complaint == "ended by signal 15")
        #expect(!running.isRunning && !running.send(SIGTERM))
        // Asking again gives the same.
        #expect(running.wait().status == 143)
    }

    @Test func `runs where it is told, with the surroundings it is told`() throws {
        let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
        #expect(try ChildProcess("pwd", folder: folder).run().output == folder + "\n")
        let plain = ChildProcess("env", environment: ["B": "2", "A": "1=1"])
        #expect(try plain.run().output == "A=1=1\nB=2\n")
        #expect(ChildProcess.inherited(with: ["A": "1"])["A"] == "1")
    }

    @Test func `writes where it is told`() throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("child-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: file) }
        let outcome = try ChildProcess("sh", ["-c", "echo a; echo b >&2"], output: .file(file), errors: .discarded)
            .run()
        #expect(outcome.output.isEmpty && outcome.errors.isEmpty)
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "a\n")
    }

    @Test func `that cannot be started says why`() throws {
        #expect(throws: ChildProcessError.cannotStart("no-such-program", reason: "it is not on PATH")) {
            try ChildProcess("no-such-program").run()
        }
        #expect(throws: ChildProcessError.cannotStart("/no/such", reason: "No such file or directory")) {
            try ChildProcess("/no/such").run()
        }
        #expect(throws: ChildProcessError.cannotStart("pwd", reason: "/no/such: No such file or directory")) {
            try ChildProcess("pwd", folder: "/no/such").run()
        }
        #expect(throws: ChildProcessError.self) { try ChildProcess("pwd", output: .file("/no/such/file")).run() }
    }

    @Test func `many at a time do not wait for each other's files`() async throws {
        let texts = try await withThrowingTaskGroup(of: (Int, String).self) { group in
            for number in 0..<24 {
                group.addTask { (number, try shell("sleep 0.0\(number % 5); echo \(number)").run().output) }
            }
            var texts: [Int: String] = [:]
            for try await (number, text) in group { texts[number] = text }
            return texts
        }
        for number in 0..<24 { #expect(texts[number] == "\(number)\n") }
    }
}
