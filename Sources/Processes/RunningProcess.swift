// SPDX-License-Identifier: Apache-2.0

import Foundation
import ProcessShim

/// A `ChildProcess` that was started and has not been waited for.
public final class RunningProcess: @unchecked Sendable {
    /// Its number, which is its group's too.
    public let identifier: pid_t
    private let output: Sink
    private let errors: Sink
    private let limit: Double?
    private let lock = NSLock()
    /// As `waitpid` tells it, once it ended.
    private var ended: Int32?
    private var isOverdue = false

    init(_ child: ChildProcess) throws(ChildProcessError) {
        guard let path = child.program.contains("/") ? child.program : ChildProcess.find(child.program) else {
            throw .cannotStart(child.program, reason: "it is not on PATH")
        }
        // A folder that is not there would be reported as a program that is not there.
        if let folder = child.folder, access(folder, X_OK) != 0 {
            throw .cannotStart(child.program, reason: "\(folder): \(String(cString: strerror(errno)))")
        }
        limit = child.limit
        let output = try Sink(child.output, own: STDOUT_FILENO, of: child.program)
        let errors = try Sink(child.errors, own: STDERR_FILENO, of: child.program)
        self.output = output
        self.errors = errors
        // In order, so that equal children see equal environments to the byte.
        let settings = child.environment.keys.sorted().map { "\($0)=\(child.environment[$0] ?? "")" }
        let words: [UnsafeMutablePointer<CChar>?] = ([path] + child.arguments).map { strdup($0) } + [nil]
        let variables: [UnsafeMutablePointer<CChar>?] = settings.map { strdup($0) } + [nil]
        defer { for text in words + variables { free(text) } }
        var identifier: pid_t = 0
        let code = RunningProcesses.shared.starting {
            let code = process_start(
                path, words, variables, child.folder, output.descriptor, errors.descriptor, &identifier)
            return code == 0 ? .success(identifier) : .failure(code)
        }
        guard code == 0 else {
            throw .cannotStart(child.program, reason: String(cString: strerror(code)))
        }
        self.identifier = identifier
    }

    deinit {
        // Nobody waits for it any more; it must not remain as a zombie.
        if ended == nil {
            let identifier = identifier
            Thread { _ = RunningProcess.await(identifier) }.start()
        }
    }

    /// Whether it has not ended yet; does not wait.
    public var isRunning: Bool {
        lock.lock()
        defer { lock.unlock() }
        if ended != nil { return false }
        var status: Int32 = 0
        guard waitpid(identifier, &status, WNOHANG) == identifier else { return true }
        finish(status)
        return false
    }

    /// Sends a signal to it alone; whether it was there to get it.
    @discardableResult
    public func send(_ signal: Int32) -> Bool { isRunning && kill(identifier, signal) == 0 }

    /// Kills it with all that it started.
    public func end() { if isRunning { kill(-identifier, SIGKILL) } }

    /// Waits for its end.
    public func wait() -> ChildProcess.Outcome {
        let watchdog = limit.map { seconds in
            let item = DispatchWorkItem { [weak self] in
                guard let self else { return }
                self.overdue()
            }
            DispatchQueue.global().asyncAfter(deadline: .now() + seconds, execute: item)
            return item
        }
        var status: Int32 = 0
        lock.lock()
        let known = ended
        lock.unlock()
        if let known {
            status = known
        } else {
            // The zombie stays until the lock is held: its number cannot be given to another meanwhile.
            RunningProcess.awaitExit(identifier)
            lock.lock()
            if ended == nil {
                waitpid(identifier, &status, 0)
                finish(status)
            }
            status = ended ?? status
            lock.unlock()
        }
        watchdog?.cancel()
        let signal = status & 0x7f
        return ChildProcess.Outcome(
            status: signal == 0 ? (status >> 8) & 0xff : 128 + signal, output: output.text,
            errors: errors.text, signal: signal == 0 ? nil : signal, exceededLimit: isOverdue)
    }

    private func overdue() {
        lock.lock()
        defer { lock.unlock() }
        guard ended == nil else { return }
        isOverdue = true
        kill(-identifier, SIGKILL)
    }

    private func finish(_ status: Int32) {
        ended = status
        RunningProcesses.shared.ended(identifier)
    }

    /// Blocks until it ended and leaves it to be reaped.
    private static func awaitExit(_ identifier: pid_t) {
        var info = siginfo_t()
        while waitid(P_PID, id_t(identifier), &info, WEXITED | WNOWAIT) != 0, errno == EINTR {}
    }

    private static func await(_ identifier: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(identifier, &status, 0) != identifier, errno == EINTR {}
        RunningProcesses.shared.ended(identifier)
        return status
    }
}

/// All that were started and have not ended.
public final class RunningProcesses: @unchecked Sendable {
    /// Those of this program.
    public static let shared = RunningProcesses()
    private let lock = NSLock()
    private var identifiers: Set<pid_t> = []
    private var isClosed = false

    /// Kills all with what they started, and lets none begin from now on: for one who is about to exit.
    public func endAll() {
        lock.lock()
        defer { lock.unlock() }
        isClosed = true
        for identifier in identifiers { kill(-identifier, SIGKILL) }
    }

    enum Start {
        case success(pid_t)
        case failure(Int32)
    }

    /// The system's error code, 0 for none.
    func starting(_ body: () -> Start) -> Int32 {
        lock.lock()
        defer { lock.unlock() }
        guard !isClosed else { return ECANCELED }
        switch body() {
        case .success(let identifier):
            identifiers.insert(identifier)
            return 0
        case .failure(let code): return code
        }
    }

    func ended(_ identifier: pid_t) {
        lock.lock()
        defer { lock.unlock() }
        identifiers.remove(identifier)
    }
}

/// Where one stream of a child goes.
private struct Sink {
    /// −1 is nowhere.
    let descriptor: Int32
    let file: OpenFile?
    let isHeard: Bool

    init(_ channel: ChildProcess.Channel, own: Int32, of program: String) throws(ChildProcessError) {
        func opened(_ file: OpenFile?, _ name: String) throws(ChildProcessError) -> OpenFile {
            guard let file else {
                throw .cannotStart(program, reason: "\(name): \(String(cString: strerror(errno)))")
            }
            return file
        }
        isHeard = channel == .heard
        switch channel {
        case .heard: file = try opened(OpenFile(), "a file for what it says")
        case .file(let path): file = try opened(OpenFile(path), path)
        case .discarded, .inherited: file = nil
        }
        descriptor = file?.descriptor ?? (channel == .inherited ? own : -1)
    }

    var text: String { isHeard ? file?.text ?? "" : "" }
}

/// A file that a child writes to.
private final class OpenFile {
    private let file: UnsafeMutablePointer<FILE>
    var descriptor: Int32 { fileno(file) }

    /// Without a name: gone when it is closed.
    init?() {
        guard let file = tmpfile() else { return nil }
        self.file = file
        _ = fcntl(fileno(file), F_SETFD, FD_CLOEXEC)
    }

    /// Made anew.
    init?(_ path: String) {
        guard let file = fopen(path, "we") else { return nil }
        self.file = file
    }

    deinit { fclose(file) }

    /// Everything that was written; what is not UTF-8 is replaced.
    var text: String {
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = pread(descriptor, &part, part.count, off_t(bytes.count))
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            bytes += part[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
