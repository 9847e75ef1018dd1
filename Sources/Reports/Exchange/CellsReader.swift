// SPDX-License-Identifier: Apache-2.0

import Documents
import Foundation
import Lexicon
import Suites

/// Reads `cells.jsonl` back into records, or `cells.jsonl.gz` where it alone is there. What a line does not hold (versions of
/// cards) stays empty.
public enum CellsReader {
    /// The records of a file, in its order; a line that is none is named.
    ///
    /// The file is read in pieces, as many at a time as there are cores: of 10⁵ runs memory holds the records alone.
    /// - Parameters:
    ///   - url: the file.
    ///   - wants: whether a curve of that name is wanted; most of a file is curves.
    ///   - asks: whether a diagnostic of that name is wanted.
    ///   - size: bytes of a piece.
    public static func read(
        _ url: URL, curve wants: @escaping @Sendable (String) -> Bool = { _ in true },
        diagnostic asks: @escaping @Sendable (String) -> Bool = { _ in true }, pieces size: Int = 4 << 20
    ) throws -> [CellRecord] {
        let lines = try LineBlocks(url, size)
        let workers = (0..<max(1, ProcessInfo.processInfo.activeProcessorCount)).map { _ in
            CellParser(curve: wants, diagnostic: asks)
        }
        var records: [CellRecord] = []
        var first = 1
        while true {
            let blocks = try workers.compactMap { worker in try lines.next().map { (block: $0, worker: worker) } }
            if blocks.isEmpty { return records }
            for outcome in blocks.concurrentMap({ parsed($0.block, $0.worker) }) {
                records += outcome.records
                if let failure = outcome.failure {
                    throw InputError(
                        place: url.relativePath, line: first + failure.line, message: "is not a cell: \(failure.reason)"
                    )
                }
                first += outcome.lines
            }
        }
    }

    private struct Outcome: Sendable {
        var records: [CellRecord] = []
        var lines = 0
        /// The line, from 0, and what is wrong with it.
        var failure: (line: Int, reason: String)?
    }

    private static func parsed(_ block: Data, _ parser: CellParser) -> Outcome {
        block.withUnsafeBytes { bytes in
            var outcome = Outcome()
            var start = 0
            while start < bytes.count {
                let rest = UnsafeRawBufferPointer(rebasing: bytes[start...])
                let line = UnsafeRawBufferPointer(
                    rebasing: rest[..<(rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.count)])
                start += line.count + 1
                if !line.isEmpty {
                    do {
                        outcome.records.append(try parser.record(line))
                    } catch {
                        outcome.failure = (outcome.lines, parser.reason(error))
                        return outcome
                    }
                }
                outcome.lines += 1
            }
            return outcome
        }
    }
}

/// A file in pieces of whole lines.
private final class LineBlocks {
    private let more: () throws -> Data
    private var rest = Data()

    /// Opens a file; where it is not there, the compressed one beside it.
    init(_ url: URL, _ size: Int) throws {
        let compressed = url.pathExtension == "gz" ? url : url.appendingPathExtension("gz")
        let isCompressed = url == compressed || !FileManager.default.fileExists(atPath: url.path)
        do {
            if isCompressed {
                var whole = try Gzip.read(compressed)[...]
                more = {
                    defer { whole = whole.dropFirst(size) }
                    return whole.prefix(size)
                }
            } else {
                let file = try FileHandle(forReadingFrom: url)
                more = {
                    do {
                        return try file.read(upToCount: size) ?? Data()
                    } catch {
                        throw InputError(place: url.relativePath, line: nil, message: "cannot be read")
                    }
                }
            }
        } catch Gzip.Failure.damaged(let reason) {
            throw InputError(place: compressed.relativePath, line: nil, message: "cannot be unpacked: \(reason)")
        } catch {
            throw InputError(place: url.relativePath, line: nil, message: "cannot be read")
        }
    }

    /// The next piece; nil behind the last one.
    func next() throws -> Data? {
        var block = rest
        rest = Data()
        while true {
            let piece = try more()
            if piece.isEmpty { return block.isEmpty ? nil : block }
            if let end = piece.lastIndex(of: UInt8(ascii: "\n")) {
                block.append(piece[...end])
                rest = Data(piece[(end + 1)...])
                return block
            }
            block.append(piece)
        }
    }
}
