// SPDX-License-Identifier: Apache-2.0

extension ResNet18 {
    /// Weights under the names of torchvision ("layer1.0.conv1.weight", "bn1.running_mean") with kernels
    /// `[out, in, kh, kw]`; the classifier is left out. Files without "conv1.weight" are taken to be our own.
    public static func adopt(_ tensors: [NamedTensor]) -> [NamedTensor] {
        guard tensors.contains(where: { $0.name == "conv1.weight" }) else { return tensors }
        return tensors.compactMap { tensor in
            if tensor.name.hasPrefix("fc.") { return nil }
            guard let name = ownName(tensor.name.split(separator: ".").map(String.init)) else { return tensor }
            var adopted = tensor.shape.count == 4 ? tensor.transposed([2, 3, 1, 0]) : tensor
            adopted.name = name
            return adopted
        }
    }

    /// nil if the path is none of a ResNet-18.
    private static func ownName(_ path: [String]) -> String? {
        func norm(_ name: String, _ part: String) -> String? {
            switch part {
            case "weight": name + ".gamma"
            case "bias": name + ".beta"
            case "running_mean", "running_var": name + "." + part
            default: nil
            }
        }
        if path == ["conv1", "weight"] { return "stem.weight" }
        if path.count == 2, path[0] == "bn1" { return norm("stem_norm", path[1]) }
        guard path.count >= 4, path[0].hasPrefix("layer"), let stage = Int(path[0].dropFirst(5)),
            let place = Int(path[1]),
            (1...4).contains(stage), (0...1).contains(place)
        else { return nil }
        let block = "block\(2 * (stage - 1) + place)"
        switch (path[2], path[3]) {
        case ("conv1", "weight"), ("conv2", "weight"): return "\(block).\(path[2]).weight"
        case ("bn1", let part): return norm("\(block).norm1", part)
        case ("bn2", let part): return norm("\(block).norm2", part)
        case ("downsample", "0"): return "\(block).shortcut.weight"
        case ("downsample", "1"): return path.count == 5 ? norm("\(block).shortcut_norm", path[4]) : nil
        default: return nil
        }
    }
}
