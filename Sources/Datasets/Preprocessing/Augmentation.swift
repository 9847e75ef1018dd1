// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// How rows are varied while they are trained on, in place. What is done to a row follows from a key alone, so that a run
/// sees the same variations on every machine.
public struct Augmentation: Configurable {
    @Field(
        "pictures and frames: move by up to so many pixels each way; the border's pixels fill what is left", in: 0...64)
    public var crop: Int = 0
    @Field("pictures and frames: mirror half of the rows left to right") public var flip: Bool = false
    @Field("sound: hide up to so many frames in a row (SpecAugment); 0 is the train split's mean", in: 0...1000)
    public var timeMask: Int = 0
    @Field("sound: hide up to so many bands in a row (SpecAugment)", in: 0...256) public var bandMask: Int = 0
    public init() {}

    /// Whether it changes nothing.
    public var isIdentity: Bool { self == Augmentation() }

    /// What does not go with a kind of input; nil if all does.
    func misfit(_ kind: ColumnKind) -> String? {
        switch kind {
        case .image, .video: timeMask + bandMask > 0 ? "'timeMask' and 'bandMask' are for sound" : nil
        case .spectrogram: crop > 0 || flip ? "'crop' and 'flip' are for pictures" : nil
        case .features, .text: isIdentity ? nil : "only pictures, videos and sound are augmented"
        }
    }

    /// Varies one row of the given shape: `[height, width, channels]`, `[frames, height, width, channels]` or
    /// `[frames, bands, 1]`.
    public func apply(_ row: UnsafeMutablePointer<Float>, _ shape: [Int], _ kind: ColumnKind, _ key: RandomKey) {
        var stream = key.stream()
        switch kind {
        case .image: move(row, frames: 1, shape, &stream)
        case .video: move(row, frames: shape[0], Array(shape.dropFirst()), &stream)
        case .spectrogram: mask(row, shape, &stream)
        case .features, .text: break
        }
    }

    /// All frames of a clip move alike.
    private func move(_ row: UnsafeMutablePointer<Float>, frames: Int, _ shape: [Int], _ stream: inout RandomStream) {
        let (height, width, channels) = (shape[0], shape[1], shape[2])
        let down = crop > 0 ? stream.below(2 * crop + 1) - crop : 0
        let right = crop > 0 ? stream.below(2 * crop + 1) - crop : 0
        let mirrored = flip && stream.below(2) == 1
        guard down != 0 || right != 0 || mirrored else { return }
        let size = height * width * channels
        var before = [Float](repeating: 0, count: size)
        for frame in 0..<frames {
            let start = row + frame * size
            for index in 0..<size { before[index] = start[index] }
            for y in 0..<height {
                let fromY = min(max(y - down, 0), height - 1)
                for x in 0..<width {
                    let seen = mirrored ? width - 1 - x : x
                    let fromX = min(max(seen - right, 0), width - 1)
                    for channel in 0..<channels {
                        start[(y * width + x) * channels + channel] =
                            before[(fromY * width + fromX) * channels + channel]
                    }
                }
            }
        }
    }

    private func mask(_ row: UnsafeMutablePointer<Float>, _ shape: [Int], _ stream: inout RandomStream) {
        let (frames, bands) = (shape[0], shape[1])
        if timeMask > 0 {
            let length = stream.below(min(timeMask, frames) + 1)
            let first = stream.below(frames - length + 1)
            for frame in first..<first + length { for band in 0..<bands { row[frame * bands + band] = 0 } }
        }
        if bandMask > 0 {
            let length = stream.below(min(bandMask, bands) + 1)
            let first = stream.below(bands - length + 1)
            for frame in 0..<frames { for band in first..<first + length { row[frame * bands + band] = 0 } }
        }
    }
}
