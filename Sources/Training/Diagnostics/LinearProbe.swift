// SPDX-License-Identifier: Apache-2.0

import Tasks

/// A linear classifier on frozen features: what a modality's encoder knows, whatever the fusion makes of it.
///
/// Features are standardized with the training rows' mean and deviation; multinomial logistic regression by 150
/// full-batch steps of Nesterov's gradient descent from zero; the penalty λ‖W‖²/2 is chosen from {1e-4, 1e-3, 1e-2} on
/// every fifth training row, then all of them are fitted. At most 2000 rows are used, evenly spread.
public struct LinearProbe {
    private let classes: Int
    private let width: Int
    private let mean: [Float]
    private let inverse: [Float]
    private var weights: [Float] = []

    /// Trains a probe on a modality's features.
    public init(_ table: FeatureTable, _ modality: Modality, classes: Int) {
        self.classes = max(2, classes)
        let width = table.values[modality].count / max(1, table.rows)
        self.width = width
        let limit = 2000
        let chosen = (0..<min(limit, table.rows)).map { $0 * table.rows / min(limit, table.rows) }
        let values = table.values[modality]
        var mean = [Double](repeating: 0, count: width)
        var square = mean
        for row in chosen {
            for column in 0..<width { mean[column] += Double(values[row * width + column]) }
        }
        let count = Double(max(1, chosen.count))
        for column in 0..<width { mean[column] /= count }
        for row in chosen {
            for column in 0..<width {
                let difference = Double(values[row * width + column]) - mean[column]
                square[column] += difference * difference
            }
        }
        self.mean = mean.map { Float($0) }
        inverse = square.map { $0 > 1e-12 * count ? Float(1 / ($0 / count).squareRoot()) : 0 }
        let data = standardized(values, chosen)
        let labels = chosen.map { table.labels[$0] }
        let held = labels.indices.filter { $0 % 5 == 4 }
        let kept = labels.indices.filter { $0 % 5 != 4 }
        var best = (loss: Double.infinity, penalty: Float(1e-3))
        if !held.isEmpty {
            for penalty in [Float(1e-4), 1e-3, 1e-2] {
                weights = fit(gather(data, kept), kept.map { labels[$0] }, penalty)
                let loss = self.loss(gather(data, held), held.map { labels[$0] })
                if loss < best.loss { best = (loss, penalty) }
            }
        }
        weights = fit(data, labels, best.penalty)
    }

    /// Share of rows whose largest logit is the label.
    public func accuracy(_ table: FeatureTable, _ modality: Modality) -> Double {
        guard table.rows > 0 else { return 0 }
        let data = standardized(table.values[modality], Array(0..<table.rows))
        let tape = Tape()
        tape.recordsGradients = false
        // A node does not keep its tape alive.
        let predictions = withExtendedLifetime(tape) { logits(data, rows: table.rows, tape).values }
        var hits = 0
        for row in 0..<table.rows {
            var best = 0
            for option in 1..<classes
            where predictions[row * classes + option] > predictions[row * classes + best] {
                best = option
            }
            if best == Int(table.labels[row]) { hits += 1 }
        }
        return Double(hits) / Double(table.rows)
    }

    /// Standardized features with a last column of ones.
    private func standardized(_ values: [Float], _ rows: [Int]) -> [Float] {
        var data: [Float] = []
        data.reserveCapacity(rows.count * (width + 1))
        for row in rows {
            for column in 0..<width {
                data.append((values[row * width + column] - mean[column]) * inverse[column])
            }
            data.append(1)
        }
        return data
    }

    private func gather(_ data: [Float], _ rows: [Int]) -> [Float] {
        rows.flatMap { data[$0 * (width + 1)..<($0 + 1) * (width + 1)] }
    }

    private func logits(_ data: [Float], rows: Int, _ tape: Tape) -> Node {
        tape.leaf(data, Shape(rows, width + 1)).linear(tape.leaf(weights, Shape(width + 1, classes)), nil)
    }

    private func loss(_ data: [Float], _ labels: [Int32]) -> Double {
        let tape = Tape()
        tape.recordsGradients = false
        return labels.withUnsafeBufferPointer { labels in
            guard let base = labels.baseAddress else { return 0 }
            return withExtendedLifetime(tape) {
                Double(logits(data, rows: labels.count, tape).crossEntropy(base).mean().scalar)
            }
        }
    }

    private func fit(_ data: [Float], _ labels: [Int32], _ penalty: Float) -> [Float] {
        let rows = labels.count
        let size = (width + 1) * classes
        guard rows > 0 else { return [Float](repeating: 0, count: size) }
        let buffer = Buffer(count: size)
        let gradients = Buffer(count: size)
        let tape = Tape()
        var velocity = [Float](repeating: 0, count: size)
        // The loss's curvature is at most half the mean square row, width + 1 for standardized columns.
        let rate = 2 / Float(width + 1)
        return labels.withUnsafeBufferPointer { labels in
            data.withUnsafeBufferPointer { data in
                guard let targets = labels.baseAddress, let values = data.baseAddress else { return [] }
                withExtendedLifetime(tape) {
                    for _ in 0..<150 {
                        tape.restart()
                        let loss = tape.constant(values, Shape(rows, width + 1))
                            .linear(tape.parameter(buffer, offset: 0, Shape(width + 1, classes)), nil)
                            .crossEntropy(targets).mean()
                        tape.backward(from: loss, into: gradients)
                        for index in 0..<size {
                            let slope = gradients.pointer[index] + penalty * buffer.pointer[index]
                            velocity[index] = 0.9 * velocity[index] + slope
                            buffer.pointer[index] -= rate * (slope + 0.9 * velocity[index])
                        }
                    }
                }
                return buffer.values
            }
        }
    }
}
