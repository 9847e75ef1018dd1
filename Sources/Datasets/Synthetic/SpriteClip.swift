// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// How one sprite moves through a clip, and its frames.
struct SpriteClip {
    private let event: SpriteEvent
    private let tint: [Double]
    /// Brightness of the ground.
    var ground: Double
    /// Middle of the path, as shares of the frame.
    private let x: Double
    private let y: Double

    init(_ event: SpriteEvent, _ key: RandomKey, _ options: SpritesTones.Options) {
        self.event = event
        var stream = key.stream()
        tint = ShapeScene.tints[stream.below(ShapeScene.tints.count)]
        ground = 0.3 + 0.2 * Double(stream.uniform())
        x = 0.5 + options.videoOffset * (2 * Double(stream.uniform()) - 1)
        y = 0.5 + options.videoOffset * (2 * Double(stream.uniform()) - 1)
    }

    /// Centre and half-width at `time` in −1 … 1.
    private func place(_ motion: Int, _ time: Double) -> (x: Double, y: Double, radius: Double) {
        let radius = 0.17
        let reach = 0.22 * time
        return switch motion {
        case 0: (x + reach, y, radius)
        case 1: (x - reach, y, radius)
        case 2: (x, y + reach, radius)
        case 3: (x, y - reach, radius)
        case 4: (x, y, radius * (1 + 0.5 * time))
        default: (x, y, radius * (1 - 0.5 * time))
        }
    }

    /// `[frames, side, side, 3]` in steps of 1/255.
    func draw(_ noise: RandomKey, _ options: SpritesTones.Options) -> [Float] {
        let side = options.size
        var pixels: [Float] = []
        pixels.reserveCapacity(options.frames * side * side * 3)
        for frame in 0..<options.frames {
            let time = 2 * Double(frame) / Double(options.frames - 1) - 1 - 2 * event.moment
            let place = event.shownMotion.map { self.place($0, time) }
            for row in 0..<side {
                for column in 0..<side {
                    var share = 0.0
                    if let place, let sprite = event.shownSprite {
                        share = coverage(sprite, place, row, column, side)
                    }
                    for channel in tint { pixels.append(Float(ground + share * (channel - ground))) }
                }
            }
        }
        return pixels.withUnsafeMutableBufferPointer { buffer -> [Float] in
            guard let base = buffer.baseAddress else { return [] }
            if options.videoNoise > 0 {
                Arithmetic.addNormal(noise, deviation: Float(options.videoNoise), buffer.count, to: base)
            }
            return buffer.map { (255 * min(max($0, 0), 1)).rounded() / 255 }
        }
    }

    /// What truly comes after the last frame, clean, as brightness `[side, side, 1]`.
    func nextFrame(_ options: SpritesTones.Options) -> [Float] {
        let side = options.frameSize
        let time = 2 * Double(options.frames) / Double(options.frames - 1) - 1 - 2 * event.moment
        let place = place(event.motion, time)
        let bright = 0.299 * tint[0] + 0.587 * tint[1] + 0.114 * tint[2]
        return (0..<side * side).map { index in
            let share = coverage(event.sprite, place, index / side, index % side, side)
            return Float((255 * min(max(ground + share * (bright - ground), 0), 1)).rounded()) / 255
        }
    }

    /// The share of a pixel that the sprite covers, from 2 × 2 points.
    private func coverage(
        _ sprite: Int, _ place: (x: Double, y: Double, radius: Double), _ row: Int, _ column: Int, _ side: Int
    ) -> Double {
        var inside = 0
        for sample in 0..<4 {
            let u = ((Double(column) + 0.25 + 0.5 * Double(sample % 2)) / Double(side) - place.x) / place.radius
            let v = ((Double(row) + 0.25 + 0.5 * Double(sample / 2)) / Double(side) - place.y) / place.radius
            if ShapeScene.covers(sprite, u, v) { inside += 1 }
        }
        return Double(inside) / 4
    }
}
