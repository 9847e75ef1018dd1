// SPDX-License-Identifier: Apache-2.0

import Foundation
import Strategies
import Suites

/// Why an encoder cannot begin with the weights that it names.
struct WeightsError: Error, CustomStringConvertible {
    let reason: String
    var description: String { "weights \(reason)" }

    init(_ reason: String) { self.reason = reason }
}

/// Weights that encoders begin with, from `.safetensors` files below the data folder.
///
/// An encoder's options name the file and its SHA-256, so the numbers are part of the run's fingerprint.
struct PretrainedWeights {
    let dataRoot: String?

    /// Puts the weights that the encoders' options name in place; what they do not name keeps its initial values.
    func load(_ spec: RunSpec, _ modalities: [Modality], into parameters: Parameters) throws {
        for modality in modalities {
            guard let choice = spec.encoders[modality.name], let file = choice.options["weights"]?.stringValue,
                !file.isEmpty
            else { continue }
            guard let dataRoot else {
                throw WeightsError("'\(file)' of \(modality): name the folder it lies in with --data")
            }
            let bytes = try fileBytes(file, below: dataRoot)
            var hash = SHA256()
            bytes.withUnsafeBytes { hash.update($0) }
            let digest = hash.hex()
            guard digest == choice.options["weightsDigest"]?.stringValue else {
                throw WeightsError("'\(file)' of \(modality) has the SHA-256 \(digest), not the one of the suite")
            }
            do {
                let tensors = try encoders[choice.id].adopt(try SafeTensors.read(Data(bytes)))
                try parameters.load(tensors, prefix: "encoder.\(modality).")
            } catch {
                throw WeightsError("'\(file)' of \(modality): \(error)")
            }
        }
    }
}
