// SPDX-License-Identifier: Apache-2.0

import Documents
import Foundation
import Lexicon
import Suites

/// Reads `cells.jsonl` back into records, or `cells.jsonl.gz` where it alone is there. What a line does not hold (versions of
/// cards) stays empty.
public enum CellsReader {
    /// The records of a file, in its order; a line that is none is named.
    public static func read(_ url: URL) throws -> [CellRecord] {
        let compressed = url.pathExtension == "gz" ? url : url.appendingPathExtension("gz")
        let isCompressed = url == compressed || !FileManager.default.fileExists(atPath: url.path)
        let data: Data
        do {
            data = isCompressed ? try Gzip.read(compressed) : try Data(contentsOf: url)
        } catch Gzip.Failure.damaged(let reason) {
            throw InputError(place: compressed.relativePath, line: nil, message: "cannot be unpacked: \(reason)")
        } catch {
            throw InputError(place: url.relativePath, line: nil, message: "cannot be read")
        }
        let decoder = JSONDecoder()
        var records: [CellRecord] = []
        var number = 0
        var start = data.startIndex
        while start < data.endIndex {
            let end = data[start...].firstIndex(of: UInt8(ascii: "\n")) ?? data.endIndex
            number += 1
            if end > start {
                do {
                    records.append(try decoder.decode(Line.self, from: data[start..<end]).record)
                } catch {
                    throw InputError(place: url.relativePath, line: number, message: "is not a cell: \(reason(error))")
                }
            }
            start = min(data.endIndex, end + 1)
        }
        return records
    }

    private static func reason(_ error: any Error) -> String {
        switch error {
        case DecodingError.keyNotFound(let key, _): "'\(key.stringValue)' is missing"
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            "'\(context.codingPath.map(\.stringValue).joined(separator: "."))' has another type"
        default: "it is no JSON object"
        }
    }

    private struct Line: Decodable {
        let budget: ConfigValue
        let code_version: String
        let companions: [String: Double]?
        let cost: Cost?
        let curves: [String: [Double?]]
        let data_digest: String
        let dataset: String
        let dataset_options: Choice
        let diagnostics: [String: Double?]
        let encoders: [String: Choice]
        let fingerprint: String
        let fusion: String
        let fusion_options: Choice
        let limit: Int?
        let machine: [String: String]?
        let metrics: [String: Double?]
        let optimizer: Choice
        let pairing: String
        let parameters_sha256: String
        let reason: String
        let robustness: ConfigValue?
        let schedule: Choice
        let seed: Int
        let state: RunState
        let strategy: String
        let strategy_options: ConfigValue
        let suite: String
        let task: String
        let task_options: ConfigValue?
        let unimodal: [String: Double?]
        let variant: String

        struct Cost: Decodable {
            let flops: Double?
            let peak_rss_bytes: Int?
            let seconds: Double?
        }

        var record: CellRecord {
            func numbers(_ values: [String: Double?]) -> [String: Double] { values.mapValues { $0 ?? .nan } }
            let spec = RunSpec(
                task: Choice(task, task_options ?? [:]), dataset: dataset_options, dataDigest: data_digest,
                encoders: encoders, fusion: fusion_options, strategy: Choice(strategy, strategy_options),
                optimizer: optimizer, schedule: schedule, budget: budget, seed: seed, versions: [:], limit: limit,
                robustness: robustness)
            var result = RunResult(
                state: state, reason: reason, metrics: numbers(metrics), unimodal: numbers(unimodal),
                curves: curves.mapValues { $0.map { $0 ?? .nan } }, diagnostics: numbers(diagnostics),
                parametersSHA256: parameters_sha256, machine: machine ?? [:], codeVersion: code_version)
            result.companions = companions
            result.cost.flops = cost?.flops ?? 0
            result.cost.seconds = cost?.seconds ?? 0
            result.cost.peakRSSBytes = cost?.peak_rss_bytes ?? 0
            return CellRecord(
                labels: RunLabels(suite: suite, dataset: dataset, pairing: pairing, fusion: fusion, strategy: variant),
                spec: spec, fingerprint: Fingerprint(hex: fingerprint), result: result)
        }
    }
}
