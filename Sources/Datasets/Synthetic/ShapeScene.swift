// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// One coloured shape on a grey ground: what is to be seen, and how to draw it.
struct ShapeScene {
    var shape: Int
    var color: Int
    var size: Int
    var position: Int
    /// Centre and half-width as shares of the picture's side.
    private var x: Double
    private var y: Double
    private var radius: Double

    static let tints: [[Double]] = [
        [0.90, 0.10, 0.10], [0.10, 0.75, 0.15], [0.15, 0.25, 0.95], [0.95, 0.90, 0.10], [0.60, 0.10, 0.75],
        [1.00, 0.55, 0.00], [0.05, 0.85, 0.90], [1.00, 1.00, 1.00],
    ]

    /// A scene at random with a given shape and colour.
    init(shape: Int, color: Int, _ stream: inout RandomStream) {
        self.shape = shape
        self.color = color
        size = stream.below(CaptionGrammar.sizes.count)
        position = stream.below(CaptionGrammar.positions.count)
        func spread(_ width: Double) -> Double { width * (2 * Double(stream.uniform()) - 1) }
        let offsets: [(x: Double, y: Double)] = [(-0.18, 0), (0.18, 0), (0, -0.18), (0, 0.18), (0, 0)]
        x = 0.5 + offsets[position].x + spread(0.04)
        y = 0.5 + offsets[position].y + spread(0.04)
        radius = (size == 0 ? 0.16 : 0.25) + spread(0.02)
    }

    /// Different for different shapes, colours, sizes or places.
    var number: Int {
        let looks = shape * CaptionGrammar.colors.count + color
        return (looks * CaptionGrammar.sizes.count + size) * CaptionGrammar.positions.count + position
    }

    /// Whether a point in the shape's own frame (−1 … 1, y downwards) belongs to it.
    static func covers(_ shape: Int, _ u: Double, _ v: Double) -> Bool {
        switch shape {
        case 0: u * u + v * v <= 1
        case 1: abs(u) <= 0.85 && abs(v) <= 0.85
        case 2: abs(v) <= 1 && abs(u) <= (v + 1) / 2
        case 3: abs(u) <= 0.35 && abs(v) <= 1 || abs(v) <= 0.35 && abs(u) <= 1
        case 4: abs(u) + abs(v) <= 1
        default: u * u + v * v <= 1 && u * u + v * v >= 0.35
        }
    }

    /// The picture `[side, side, 3]` in steps of 1/255, so that it survives storage as 8-bit colours.
    ///
    /// - Parameter given: the ground's brightness; nil draws it.
    func draw(_ options: ShapesCaptions.Options, ground given: Double? = nil, _ stream: inout RandomStream) -> [Float] {
        let side = options.size
        let drawn = 0.25 + 0.3 * Double(stream.uniform())
        let ground = given ?? drawn
        let tint = ShapeScene.tints[color].map { channel in
            channel + options.colorJitter * (2 * Double(stream.uniform()) - 1)
        }
        let hidden = Double(stream.uniform()) < options.occlusion
        let from = stream.below(4)
        let texture = options.textures > 1 ? stream.below(options.textures) : 0
        var pixels: [Float] = []
        pixels.reserveCapacity(side * side * 3)
        for row in 0..<side {
            for column in 0..<side {
                let share =
                    coverage(row, column, side, hiddenFrom: hidden ? from : nil)
                    * ShapeScene.weave(texture, row, column, side)
                for channel in tint {
                    let clean = ground + share * (channel - ground)
                    let value = options.imageNoise > 0 ? clean + options.imageNoise * stream.normal() : clean
                    pixels.append(Float((255 * min(max(value, 0), 1)).rounded()) / 255)
                }
            }
        }
        return pixels
    }

    /// How much of a shape's colour a pixel has: all of it, or half of it between stripes, checks or dots.
    private static func weave(_ texture: Int, _ row: Int, _ column: Int, _ side: Int) -> Double {
        let step = max(1, side / 12)
        let (y, x) = (row / step, column / step)
        switch texture {
        case 0: return 1
        case 1: return y % 2 == 0 ? 1 : 0.5
        case 2: return (x + y) % 2 == 0 ? 1 : 0.5
        default: return x % 2 == 0 && y % 2 == 0 ? 0.5 : 1
        }
    }

    /// The share of a pixel that the shape covers, from 3 × 3 points. An occluded shape lacks 60 % of its extent, seen
    /// from one of the four sides.
    private func coverage(_ row: Int, _ column: Int, _ side: Int, hiddenFrom: Int?) -> Double {
        var inside = 0
        for sample in 0..<9 {
            let px = (Double(column) + (Double(sample % 3) + 0.5) / 3) / Double(side)
            let py = (Double(row) + (Double(sample / 3) + 0.5) / 3) / Double(side)
            let u = (px - x) / radius
            let v = (py - y) / radius
            let covered =
                switch hiddenFrom {
                case 0: u < 0.2
                case 1: u > -0.2
                case 2: v < 0.2
                case 3: v > -0.2
                default: false
                }
            if !covered, ShapeScene.covers(shape, u, v) { inside += 1 }
        }
        return Double(inside) / 9
    }
}
