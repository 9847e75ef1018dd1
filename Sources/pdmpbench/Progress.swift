// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Runner
import Suites

/// Tells how far a suite is: one line that moves on a terminal, plain lines elsewhere.
final class Progress: @unchecked Sendable {
    private let total: Int
    private let jobs: Int
    private let quiet: Bool
    private let moving: Bool
    private let animated: Bool
    private let clock = ContinuousClock()
    private let began: ContinuousClock.Instant
    private var lastLine: ContinuousClock.Instant

    init(total: Int, jobs: Int, quiet: Bool, animated: Bool) {
        let environment = ProcessInfo.processInfo.environment
        let plain =
            !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb" || environment["CI"] != nil
        self.total = total
        self.jobs = jobs
        self.quiet = quiet
        self.animated = animated
        moving = animated && !plain && isatty(2) == 1
        began = clock.now
        lastLine = began
    }

    func begin(cells: Int, known: Int) {
        if !quiet {
            Console.error(
                "\(cells) cells: \(known) runs known, \(total) to do on \(jobs) worker\(jobs == 1 ? "" : "s")")
        }
    }

    /// Called under the scheduler's lock, so lines do not mix.
    func step(_ order: WorkOrder, _ result: RunResult, _ done: Int) {
        if quiet { return }
        if result.state == .failed {
            Console.error(
                "\(moving ? "\n" : "")failed: \(order.spec.strategy.id) on \(order.spec.dataset.id), seed \(order.spec.seed): \(result.reason)"
            )
        }
        guard animated else { return }
        let elapsed = seconds(began)
        let left = elapsed / Double(done) * Double(total - done)
        let text =
            "\(done)/\(total) runs, \(FixedPoint.text(elapsed, 0)) s gone, about \(FixedPoint.text(left, 0)) s left"
        if moving {
            FileHandle.standardError.write(Data("\r\u{1b}[K\(text)".utf8))
        } else if done == total || seconds(lastLine) >= 5 {
            lastLine = clock.now
            Console.error(text)
        }
    }

    func end() { if moving, total > 0 { Console.error("") } }

    private func seconds(_ since: ContinuousClock.Instant) -> Double {
        let elapsed = since.duration(to: clock.now).components
        return Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18
    }
}

/// Turns SIGINT and SIGTERM into a wish to stop; a second one ends the program at once.
final class Interruption: @unchecked Sendable {
    private let lock = NSLock()
    private var code: Int32?
    private var sources: [any DispatchSourceSignal] = []

    init(_ stop: @escaping @Sendable () -> Void) {
        for (number, exit) in [(SIGINT, Int32(130)), (SIGTERM, Int32(143))] {
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { [weak self] in
                guard let self else { return }
                self.lock.lock()
                let again = self.code != nil
                self.code = exit
                self.lock.unlock()
                if again { Foundation.exit(exit) }
                stop()
            }
            source.resume()
            sources.append(source)
        }
    }

    /// 130 or 143 once a signal came.
    var exitCode: Int32? {
        lock.lock()
        defer { lock.unlock() }
        return code
    }
}
