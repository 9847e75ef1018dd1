// SPDX-License-Identifier: Apache-2.0

import Foundation
import Strategies

/// A `.safetensors` file of what a run learned, and what is in it.
public struct TrainedWeights: Sendable {
    /// The file.
    public let data: Data
    /// SHA-256 of the file.
    public let sha256: String
    /// SHA-256 of all parameters of the run, as its record has it.
    public let parametersSHA256: String
    /// How many tensors the file holds.
    public let tensors: Int
    /// How many numbers the file holds.
    public let numbers: Int

    init(_ all: [NamedTensor], part: String?, parametersSHA256: String) throws {
        var chosen = all
        if let part {
            chosen = all.filter { $0.name.hasPrefix(part + ".") }.map {
                NamedTensor(name: String($0.name.dropFirst(part.count + 1)), shape: $0.shape, values: $0.values)
            }
            guard !chosen.isEmpty else {
                let parts = all.map { $0.name.split(separator: ".").prefix(2).joined(separator: ".") }
                let known = parts.enumerated().filter { parts.firstIndex(of: $0.element) == $0.offset }.map(\.element)
                throw WeightsError(
                    "of '\(part)': this model has no such part\(NearestName.hint(part, among: known)) (known: \(known.joined(separator: ", ")))"
                )
            }
        }
        data = SafeTensors.write(chosen)
        var hash = SHA256()
        data.withUnsafeBytes { hash.update($0) }
        sha256 = hash.hex()
        self.parametersSHA256 = parametersSHA256
        tensors = chosen.count
        numbers = chosen.reduce(0) { $0 + $1.values.count }
    }

    /// Names and shapes of the tensors in a file, in their order, and the file's SHA-256.
    public static func contents(of data: Data) throws -> (tensors: [(name: String, shape: [Int])], sha256: String) {
        var hash = SHA256()
        data.withUnsafeBytes { hash.update($0) }
        return (try SafeTensors.read(data).map { ($0.name, $0.shape) }, hash.hex())
    }
}
