// SPDX-License-Identifier: Apache-2.0

import Tasks

/// What each encoder receives, watched on every tenth step: the per-modality amounts behind the dependency coefficients
/// D3 to D6 (each is reported as a share of the modalities' sum) and the ratio of gradient norms.
///
/// - gradient (D3): ‖g_m‖, before a strategy changes it; also per √(number of parameters)
/// - cotangent (D4): ‖∂L/∂h_m‖
/// - update (D5): ‖Δθ_m‖ / ‖θ_m‖ of the optimizer's step
/// - first-order (D6): |Σ ⟨∂L/∂h_m, h_m⟩|
public struct NormMeter {
    private let parameters: Parameters
    private let modalities: [Modality]
    private let before: Buffer
    private var sums: [String: [Double]] = [:]
    private var count = 0
    private var raw: [Double] = []
    private var ratios: [String: [Double]] = [:]
    private static let period = 10

    init(_ parameters: Parameters) {
        self.parameters = parameters
        modalities = parameters.components.compactMap { if case .encoder(let modality) = $0 { modality } else { nil } }
        before = Buffer(count: modalities.count > 1 ? parameters.buffer.count : 0)
    }

    func watches(_ step: Int) -> Bool { modalities.count > 1 && step % NormMeter.period == 0 }

    mutating func before(_ gradients: Gradients, _ forward: Forward) {
        count += 1
        raw = modalities.map { gradients.norm(.encoder($0)) }
        add("gradient", raw)
        add(
            "gradient-per-parameter",
            zip(modalities, raw).map { $1 / Double(max(1, parameters.range(.encoder($0)).count)).squareRoot() })
        var cotangents: [Double] = []
        var contributions: [Double] = []
        for modality in modalities {
            guard let position = forward.encoded.index(of: modality) else { continue }
            let feature = forward.encoded.values[position]
            guard let gradient = feature.gradientPointer else { continue }
            let size = feature.shape.count
            cotangents.append(Arithmetic.sumOfSquares(gradient, size).squareRoot())
            contributions.append(abs(Arithmetic.dot(gradient, feature.pointer, size)))
        }
        if cotangents.count == modalities.count {
            add("cotangent", cotangents)
            add("first-order", contributions)
        }
        note("raw", raw)
    }

    mutating func after(_ gradients: Gradients) {
        note("modulated", modalities.map { gradients.norm(.encoder($0)) })
        before.copy(from: parameters.buffer)
    }

    mutating func updated(_ parameters: Parameters) {
        add(
            "update",
            modalities.map { modality in
                let range = parameters.range(.encoder(modality))
                var moved = 0.0
                let (old, new) = (before.pointer + range.lowerBound, parameters.buffer.pointer + range.lowerBound)
                moved = Arithmetic.squaredDistance(old, new, range.count)
                let size = Arithmetic.sumOfSquares(new, range.count)
                return size > 0 ? (moved / size).squareRoot() : 0
            })
    }

    private mutating func add(_ name: String, _ amounts: [Double]) {
        let total = amounts.reduce(0, +)
        let parts = total > 0 ? amounts.map { $0 / total } : amounts.map { _ in 1 / Double(amounts.count) }
        sums[name] = sums[name].map { zip($0, parts).map(+) } ?? parts
    }

    private mutating func note(_ name: String, _ norms: [Double]) {
        guard norms.count == 2, norms[0] > 0, norms[1] > 0 else { return }
        ratios[name, default: []].append(Elementary.log(norms[0] / norms[1]) / Elementary.log(2))
    }

    /// Mean shares, and median and interquartile range of log₂ of the norms' ratio for two modalities, since the last
    /// call.
    mutating func drain() -> [(name: String, mean: Double)] {
        var found: [(String, Double)] = []
        for name in sums.keys.sorted() {
            for (modality, sum) in zip(modalities, sums[name] ?? []) {
                found.append(("odc/\(name)/\(modality)", sum / Double(max(1, count))))
            }
        }
        for name in ratios.keys.sorted() {
            let sorted = (ratios[name] ?? []).sorted()
            guard !sorted.isEmpty else { continue }
            func quantile(_ share: Double) -> Double {
                let place = share * Double(sorted.count - 1)
                let low = Int(place)
                let high = min(low + 1, sorted.count - 1)
                return sorted[low] + (place - Double(low)) * (sorted[high] - sorted[low])
            }
            found.append(("gradient-ratio/\(name)", quantile(0.5)))
            found.append(("gradient-ratio-spread/\(name)", quantile(0.75) - quantile(0.25)))
        }
        sums = [:]
        ratios = [:]
        count = 0
        return found
    }
}
