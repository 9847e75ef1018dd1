// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Runner
import Suites

/// Tells how far a suite is: one line that moves on a terminal, plain lines elsewhere.
final class Progress: @unchecked Sendable {
    private let total: Int
    private let jobs: Int
    private let output: OutputOptions
    private var forecast: Forecast
    private let clock = ContinuousClock()
    private let began: ContinuousClock.Instant
    private var lastLine: ContinuousClock.Instant

    init(total: Int, jobs: Int, output: OutputOptions, forecast: Forecast) {
        self.total = total
        self.jobs = jobs
        self.output = output
        self.forecast = forecast
        began = clock.now
        lastLine = began
    }

    func begin(cells: Int, known: Int) {
        guard !output.quiet else { return }
        var text = "\(cells) cells: \(known) runs known, \(total) to do on \(jobs) worker\(jobs == 1 ? "" : "s")"
        if total > 0, let seconds = forecast.left(jobs: min(jobs, total)) {
            text += ", about \(Progress.duration(seconds))"
        }
        Console.error(text)
    }

    /// Called under the scheduler's lock, so lines do not mix.
    func step(_ order: WorkOrder, _ result: RunResult, _ done: Int) {
        forecast.note(order.fingerprint, seconds: result.cost.seconds)
        guard !output.quiet else { return }
        let name = "\(order.spec.strategy.id) on \(order.spec.dataset.id), seed \(order.spec.seed)"
        if result.state == .failed {
            let word = Console.paint("failed", good: false, output.colored)
            Console.error("\(output.moving ? "\n" : "")\(word): \(name): \(result.reason)")
        } else if output.verbose {
            Console.error(
                "\(result.state.rawValue): \(name), \(order.fingerprint.short), \(FixedPoint.text(result.cost.seconds, 2)) s"
            )
        }
        guard !output.noProgress else { return }
        let left =
            done == total
            ? nil : forecast.left(jobs: min(jobs, total - done)).map { ", about \(Progress.duration($0)) left" }
        let text = "\(done)/\(total) runs, \(Progress.duration(seconds(began))) gone\(left ?? "")"
        if output.moving {
            FileHandle.standardError.write(Data("\r\u{1b}[K\(text)".utf8))
        } else if done == total || seconds(lastLine) >= 5 {
            lastLine = clock.now
            Console.error(text)
        }
    }

    func end() { if output.moving, total > 0 { Console.error("") } }

    /// "7 s", "3 min 5 s", "2 h 10 min".
    static func duration(_ seconds: Double) -> String {
        let whole = Int(min(max(0, seconds.rounded()), 1e9))
        if whole < 60 { return "\(whole) s" }
        return whole < 3600 ? "\(whole / 60) min \(whole % 60) s" : "\(whole / 3600) h \(whole % 3600 / 60) min"
    }

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
