// SPDX-License-Identifier: Apache-2.0

import Training

/// Lloyd's k-means with k-means++ seeding, ten restarts (the lowest inertia is kept), at most 300 iterations, until the
/// centers' relative movement is below 1e-4; an empty cluster takes the row that is farthest from its center.
package struct KMeans {
    /// Cluster of each row.
    package private(set) var assignment: [Int] = []
    private(set) var inertia = Double.infinity
    /// `[clusters, width]`
    private(set) var centers: [Float] = []

    /// `values`: `[rows, width]`.
    package init(_ values: [Float], rows: Int, clusters: Int, _ key: RandomKey, restarts: Int = 10) {
        guard rows > 0, clusters > 0 else { return }
        let width = values.count / rows
        let squares = (0..<rows).map { row in
            values[row * width..<(row + 1) * width].reduce(0) { $0 + $1 * $1 }
        }
        let tape = Tape()
        tape.recordsGradients = false
        for restart in 0..<restarts {
            var run = Run(
                values: values, squares: squares, rows: rows, width: width, clusters: clusters,
                stream: key.fold(restart).stream())
            withExtendedLifetime(tape) { run.fit(tape) }
            if run.inertia < inertia {
                inertia = run.inertia
                assignment = run.assignment
                centers = run.centers
            }
        }
    }

    /// The nearest center of each of other rows; the first of equals.
    func nearest(_ values: [Float], rows: Int) -> [Int] {
        let width = values.count / max(1, rows)
        let count = centers.count / max(1, width)
        return (0..<rows).map { row in
            var best = (cluster: 0, distance: Float.infinity)
            for cluster in 0..<count {
                var distance: Float = 0
                for column in 0..<width {
                    let difference = values[row * width + column] - centers[cluster * width + column]
                    distance += difference * difference
                }
                if distance < best.distance { best = (cluster, distance) }
            }
            return best.cluster
        }
    }

    private struct Run {
        let values: [Float]
        let squares: [Float]
        let rows: Int
        let width: Int
        let clusters: Int
        var stream: RandomStream
        var centers: [Float] = []
        var assignment: [Int] = []
        var distances: [Float] = []
        var inertia = Double.infinity

        mutating func fit(_ tape: Tape) {
            seed()
            for _ in 0..<300 {
                assign(tape)
                if move() < 1e-4 { break }
            }
            assign(tape)
            inertia = distances.reduce(0) { $0 + Double($1) }
        }

        /// Each further center is a row drawn with probability proportional to its squared distance from those there are.
        private mutating func seed() {
            var nearest = [Float](repeating: .infinity, count: rows)
            var chosen = stream.below(rows)
            centers = []
            for _ in 0..<clusters {
                centers.append(contentsOf: values[chosen * width..<(chosen + 1) * width])
                let start = centers.count - width
                var total = 0.0
                for row in 0..<rows {
                    var sum: Float = 0
                    for column in 0..<width {
                        let difference = values[row * width + column] - centers[start + column]
                        sum += difference * difference
                    }
                    nearest[row] = min(nearest[row], sum)
                    total += Double(nearest[row])
                }
                var mark = Double(stream.uniform()) * total
                chosen = rows - 1
                for row in 0..<rows {
                    mark -= Double(nearest[row])
                    if mark < 0 {
                        chosen = row
                        break
                    }
                }
            }
        }

        /// ‖x − c‖² = ‖x‖² − 2x·c + ‖c‖².
        private mutating func assign(_ tape: Tape) {
            tape.restart()
            let products = values.withUnsafeBufferPointer { values in
                values.baseAddress.map {
                    tape.constant($0, Shape(rows, width)).product(
                        tape.leaf(centers, Shape(clusters, width)), transposeOther: true)
                }
            }
            guard let products else { return }
            let lengths = (0..<clusters).map { cluster in
                centers[cluster * width..<(cluster + 1) * width].reduce(0) { $0 + $1 * $1 }
            }
            assignment = [Int](repeating: 0, count: rows)
            distances = [Float](repeating: 0, count: rows)
            for row in 0..<rows {
                var best = Float.infinity
                for cluster in 0..<clusters {
                    let distance = lengths[cluster] - 2 * products.pointer[row * clusters + cluster]
                    if distance < best {
                        best = distance
                        assignment[row] = cluster
                    }
                }
                distances[row] = max(0, best + squares[row])
            }
        }

        /// Centers become the means of their rows. Returns how far they moved, relative to their size.
        private mutating func move() -> Double {
            var sums = [Double](repeating: 0, count: clusters * width)
            var counts = [Int](repeating: 0, count: clusters)
            for row in 0..<rows {
                let start = assignment[row] * width
                counts[assignment[row]] += 1
                for column in 0..<width { sums[start + column] += Double(values[row * width + column]) }
            }
            var moved = 0.0
            var size = 0.0
            for cluster in 0..<clusters {
                if counts[cluster] == 0 {
                    let far = distances.indices.max { (distances[$0], -$0) < (distances[$1], -$1) } ?? 0
                    distances[far] = 0
                    for column in 0..<width { sums[cluster * width + column] = Double(values[far * width + column]) }
                    counts[cluster] = 1
                }
                for column in 0..<width {
                    let place = cluster * width + column
                    let new = Float(sums[place] / Double(counts[cluster]))
                    let difference = Double(new - centers[place])
                    moved += difference * difference
                    size += Double(new) * Double(new)
                    centers[place] = new
                }
            }
            return size > 0 ? (moved / size).squareRoot() : 0
        }
    }
}
