// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// Some rows of a modality side by side: pictures as they are, the frames of a video one under another, spectrograms with
/// time to the right and low bands below.
struct ContactSheet {
    let png: [UInt8]
    private static let rows = 12

    /// nil for what is no picture.
    init?(_ part: DatasetPart, _ column: Column, _ position: Int) throws {
        guard case .dense(let values) = column.values, part.count > 0 else { return nil }
        let shape = column.sampleShape
        let size = shape.reduce(1, *)
        // The first row of each class, then whatever comes.
        var chosen: [Int] = []
        var seen: Set<Int32> = []
        for row in 0..<part.count where part.has(position, row) && seen.insert(part.labels[row]).inserted {
            chosen.append(row)
        }
        for row in 0..<part.count
        where part.has(position, row) && !chosen.contains(row) && chosen.count < ContactSheet.rows {
            chosen.append(row)
        }
        chosen = Array(chosen.prefix(ContactSheet.rows))
        let frames: Int
        let height: Int
        let width: Int
        switch column.kind {
        case .image: (frames, height, width) = (1, shape[0], shape[1])
        case .video: (frames, height, width) = (min(8, shape[0]), shape[1], shape[2])
        case .spectrogram: (frames, height, width) = (1, shape[1], shape[0])
        case .features, .text: return nil
        }
        guard !chosen.isEmpty, height * frames <= 4096, width <= 4096 else { return nil }
        // Small pictures are drawn larger, so that they can be seen.
        let scale = max(1, 64 / max(height, width))
        let gap = 2
        let sheetWidth = chosen.count * (width * scale + gap) + gap
        let sheetHeight = frames * (height * scale + gap) + gap
        var pixels = [UInt8](repeating: 255, count: sheetWidth * sheetHeight * 3)
        for (place, row) in chosen.enumerated() {
            let own = values[row * size..<(row + 1) * size]
            let low = own.min() ?? 0
            let high = own.max() ?? 1
            // Pictures in 0 … 1 are shown as they are, anything else from its least to its greatest value.
            let isPlain = low >= 0 && high <= 1 && column.kind != .spectrogram
            func level(_ offset: Int) -> UInt8 {
                let value = own[own.startIndex + offset]
                let share = isPlain ? value : high > low ? (value - low) / (high - low) : 0
                return UInt8((255 * min(max(share, 0), 1)).rounded())
            }
            for frame in 0..<frames {
                for y in 0..<height * scale {
                    for x in 0..<width * scale {
                        let target =
                            ((gap + frame * (height * scale + gap) + y) * sheetWidth + gap
                                + place * (width * scale + gap) + x) * 3
                        for channel in 0..<3 {
                            let offset: Int
                            if column.kind == .spectrogram {
                                offset = x / scale * shape[1] + (height - 1 - y / scale)
                            } else {
                                let channels = shape[shape.count - 1]
                                let pixel = (frame * height + y / scale) * width + x / scale
                                offset = pixel * channels + min(channel, channels - 1)
                            }
                            pixels[target + channel] = level(offset)
                        }
                    }
                }
            }
        }
        png = try MediaWriter.png(pixels, height: sheetHeight, width: sheetWidth, channels: 3)
    }
}
