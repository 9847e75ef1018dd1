// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Suites

/// What one run may use; nil is no limit.
public struct RunLimits: Sendable, Equatable {
    /// From its beginning.
    public var seconds: Double?
    /// Resident memory of its process.
    public var bytes: Int?

    public init(seconds: Double? = nil, bytes: Int? = nil) {
        self.seconds = seconds
        self.bytes = bytes
    }
}

/// One order on its way to a worker process, as one line of JSON.
public struct WorkRequest: Codable, Sendable {
    /// What is to be trained.
    public var spec: RunSpec
    /// By fingerprint.
    public var companions: [String: RunResult]

    public init(spec: RunSpec, companions: [Fingerprint: RunResult]) {
        self.spec = spec
        self.companions = Dictionary(companions.map { ($0.key.hex, $0.value) }, uniquingKeysWith: { $1 })
    }

    /// Results of the runs that this one needs.
    public var results: [Fingerprint: RunResult] {
        Dictionary(companions.map { (Fingerprint(hex: $0.key), $0.value) }, uniquingKeysWith: { $1 })
    }
}

/// The lines between a scheduler and its worker processes.
public enum WorkLine {
    /// A value as one line of JSON; numbers that JSON does not know as words.
    public static func encode(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        return try encoder.encode(value) + Data("\n".utf8)
    }

    /// The value of such a line.
    public static func decode<Value: Decodable>(_ type: Value.Type, _ line: Data) throws -> Value {
        let decoder = JSONDecoder()
        decoder.nonConformingFloatDecodingStrategy = .convertFromString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        return try decoder.decode(type, from: line)
    }
}

/// Trains in processes of their own, one for each run in flight and used again for the next. A crash, a run that takes
/// too long or too much memory, ends that process and is a failed result; the others go on.
public final class ProcessWorker: RunWorker, @unchecked Sendable {
    private let program: URL
    private let arguments: [String]
    private let limits: RunLimits
    private let lock = NSLock()
    private var idle: [Child] = []
    private var all: [Child] = []

    /// - Parameters:
    ///   - program: reads requests and answers results, a line each.
    ///   - arguments: with which it is started.
    ///   - limits: of time and memory of one run.
    public init(program: URL, arguments: [String], limits: RunLimits = RunLimits()) {
        self.program = program
        self.arguments = arguments
        self.limits = limits
    }

    deinit { for child in all { child.end() } }

    public func run(_ spec: RunSpec, companions: [Fingerprint: RunResult]) -> RunResult {
        do {
            let child = try take()
            switch child.answer(
                try WorkLine.encode(WorkRequest(spec: spec, companions: companions)), within: limits)
            {
            case .line(let line):
                let result = try WorkLine.decode(RunResult.self, line)
                lock.withLock { idle.append(child) }
                return result
            case .gone(let reason):
                lock.withLock { all.removeAll { $0 === child } }
                return RunResult(state: .failed, reason: reason)
            }
        } catch {
            return RunResult(state: .failed, reason: "the worker process cannot be used: \(error)")
        }
    }

    private func take() throws -> Child {
        if let child = lock.withLock({ idle.popLast() }) { return child }
        let child = try Child(program, arguments)
        lock.withLock { all.append(child) }
        return child
    }

    // MARK: One process

    private final class Child {
        enum Answer {
            case line(Data)
            case gone(String)
        }

        private let process = Process()
        private let input = Pipe()
        private let output = Pipe()
        private var buffer = Data()

        init(_ program: URL, _ arguments: [String]) throws {
            process.executableURL = program
            process.arguments = arguments
            process.standardInput = input
            process.standardOutput = output
            // A crash is told in one line; who wants the backtrace sets the variable.
            let surroundings = ["SWIFT_BACKTRACE": "enable=no"].merging(ProcessInfo.processInfo.environment) { $1 }
            process.environment = surroundings.merging(ProcessWorker.environment) { $1 }
            try process.run()
        }

        /// The next line of the process; a limit that is passed ends it.
        func answer(_ request: Data, within limits: RunLimits) -> Answer {
            let clock = ContinuousClock()
            let began = clock.now
            // A process that died before reading is found when its answer is awaited.
            try? input.fileHandleForWriting.write(contentsOf: request)
            let descriptor = output.fileHandleForReading.fileDescriptor
            while true {
                if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
                    let line = Data(buffer[..<end])
                    buffer = Data(buffer[buffer.index(after: end)...])
                    return .line(line)
                }
                var event = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                if poll(&event, 1, 50) > 0 {
                    let more = output.fileHandleForReading.availableData
                    if more.isEmpty { return .gone(ended()) }
                    buffer.append(more)
                    continue
                }
                if let seconds = limits.seconds, began.duration(to: clock.now) > .seconds(seconds) {
                    kill(process.processIdentifier, SIGKILL)
                    process.waitUntilExit()
                    return .gone("exceeded the time limit of \(FixedPoint.text(seconds, 1)) s")
                }
                if let bytes = limits.bytes, residentBytes > bytes {
                    kill(process.processIdentifier, SIGKILL)
                    process.waitUntilExit()
                    return .gone("exceeded the memory limit of \(bytes >> 20) MiB")
                }
            }
        }

        private func ended() -> String {
            process.waitUntilExit()
            let code = process.terminationStatus
            guard process.terminationReason == .uncaughtSignal else {
                return "the worker process ended with code \(code)"
            }
            return "the worker process was ended by signal \(code) (\(String(cString: strsignal(code))))"
        }

        private var residentBytes: Int {
            let path = "/proc/\(process.processIdentifier)/statm"
            guard let text = try? String(contentsOfFile: path, encoding: .utf8),
                let pages = text.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
            else { return 0 }
            return pages * sysconf(Int32(_SC_PAGESIZE))
        }

        func end() {
            try? input.fileHandleForWriting.close()
            if process.isRunning { process.terminate() }
        }
    }

    /// What every run's process sees, whatever the user's surroundings are.
    static let environment = [
        "LC_ALL": "C", "TZ": "UTC", "SWIFT_DETERMINISTIC_HASHING": "1", "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "2",
    ]
}
