// SPDX-License-Identifier: Apache-2.0

import Foundation
import TensorCore

extension Parameters {
    /// Parameters and states under their addresses, in declared order.
    public var namedTensors: [NamedTensor] {
        (infos + states).map { info in
            NamedTensor(
                name: info.name, shape: info.shape.array,
                values: Array(UnsafeBufferPointer(start: buffer.pointer + info.offset, count: info.count)))
        }
    }

    /// Puts numbers in the places of the same address; `prefix` is put before each name, so that an encoder's weights can
    /// go to "encoder.image.". Everything is checked before anything is changed: an address that does not exist, another
    /// shape, numbers that are not finite, or nothing at all are errors. Returns the addresses that were set.
    @discardableResult
    public func load(_ tensors: [NamedTensor], prefix: String = "") throws(SafeTensorsError) -> [String] {
        let places = infos + states
        var found: [(info: ParameterInfo, tensor: NamedTensor)] = []
        for tensor in tensors {
            let name = prefix + tensor.name
            guard let info = places.first(where: { $0.name == name }) else {
                let hint = NearestName.hint(name, among: places.map(\.name))
                throw SafeTensorsError("this model has no parameter '\(name)'\(hint)")
            }
            guard info.shape.array == tensor.shape, info.count == tensor.values.count else {
                throw SafeTensorsError("'\(name)' has the shape \(tensor.shape), this model's has \(info.shape.array)")
            }
            guard tensor.values.allSatisfy(\.isFinite) else {
                throw SafeTensorsError("'\(name)' holds numbers that are not finite")
            }
            found.append((info, tensor))
        }
        if found.isEmpty { throw SafeTensorsError("there are no tensors in it") }
        for (info, tensor) in found {
            tensor.values.withUnsafeBufferPointer { source in
                if let base = source.baseAddress {
                    (buffer.pointer + info.offset).update(from: base, count: info.count)
                }
            }
        }
        return found.map(\.info.name)
    }
}
