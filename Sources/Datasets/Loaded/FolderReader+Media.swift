// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// Modalities whose items are files of their own: pictures, videos, sounds, arrays.
extension FolderReader {
    /// A data set is kept in memory: more numbers than these in one modality are refused.
    private static let most = 1 << 31

    /// Reads each item's file once, in order of items; all must give as many numbers.
    private func collect(
        _ options: ManifestModality, _ read: (_ file: String) throws -> (shape: [Int], values: [Float])
    ) throws -> (shape: [Int], values: [Split: [Float]]) {
        let paths = try paths(options)
        var shape: [Int] = []
        var values: [Split: [Float]] = [:]
        for item in items {
            let file = paths[item.row]
            let made = try read(file)
            if shape.isEmpty {
                shape = made.shape
                let size = shape.reduce(1, *)
                guard size > 0 else { throw FormatError(file, "holds nothing: its shape is \(shape)") }
                guard size <= FolderReader.most / items.count else {
                    throw FormatError(
                        table.name,
                        "would take \(items.count) × \(size) numbers in memory: choose a smaller 'size', 'clip' or 'frames'"
                    )
                }
            }
            guard made.shape == shape else {
                throw FormatError(file, "has the shape \(made.shape), others have \(shape): give a 'size'")
            }
            values[item.split, default: []] += made.values
        }
        return (shape, values)
    }

    func pictureColumn(_ options: ManifestModality) throws -> [Split: Column] {
        let made = try collect(options) { file in
            let frames = try Frames.picture(try folder.bytes(file), name: file, options.shape)
            return ([frames.height, frames.width, frames.channels], frames.values.map { Float($0) / 255 })
        }
        return dense(.image, made.shape, made.values)
    }

    /// Videos, or arrays `[frames, height, width]` and `[frames, height, width, channels]` of 0 … 255.
    func videoColumn(_ options: ManifestModality) throws -> [Split: Column] {
        let made = try collect(options) { file in
            if file.hasSuffix(".npy") { return try arrayClip(file, options) }
            let frames = try Frames.video(
                try folder.bytes(file), name: file, count: options.clip, options.shape)
            return (
                [frames.count, frames.height, frames.width, frames.channels], frames.values.map { Float($0) / 255 }
            )
        }
        return dense(.video, made.shape, made.values)
    }

    private func arrayClip(_ file: String, _ options: ManifestModality) throws -> (shape: [Int], values: [Float]) {
        let array = try folder.array(file)
        let shape = array.shape.count == 3 ? array.shape + [1] : array.shape
        guard shape.count == 4, shape[0] > 0 else {
            throw FormatError(
                file, "has the shape \(array.shape); a clip has frames, height, width and perhaps channels")
        }
        guard options.size.isEmpty || options.size.first == shape[1] && options.size.last == shape[2] else {
            throw FormatError(file, "has frames of \(shape[1]) × \(shape[2]): arrays are not scaled, leave 'size' out")
        }
        let size = shape[1...].reduce(1, *)
        var values: [Float] = []
        for index in 0..<options.clip {
            let frame = min(shape[0] - 1, (2 * index + 1) * shape[0] / (2 * options.clip))
            for value in array.values[frame * size..<(frame + 1) * size] {
                guard (0...255).contains(value) else { throw FormatError(file, "holds \(value); frames are 0 … 255") }
                values.append(Float(value) / 255)
            }
        }
        return ([options.clip] + shape[1...], values)
    }

    /// One array a file, laid out as one row of features.
    func fileColumn(_ options: ManifestModality) throws -> [Split: Column] {
        var made = try collect(options) { file in
            let array = try folder.array(file)
            let values = array.values.map { Float($0) }
            guard values.allSatisfy({ $0.isFinite }) else {
                throw FormatError(file, "holds what is not a finite float32 number")
            }
            return ([values.count], values)
        }
        if options.standardize { Standardization.apply(&made.values, period: made.shape[0]) }
        return dense(.features, made.shape, made.values)
    }

    func soundColumn(
        _ options: ManifestModality, named name: String, _ facts: inout [String: Double]
    ) throws -> [Split: Column] {
        var spectrum: LogMel?
        var rate = 0
        var inexact = 0
        var made = try collect(options) { file in
            let sound = try read(file, &inexact)
            let own = options.rate == 0 ? sound.rate : options.rate
            if spectrum == nil {
                rate = own
                spectrum = LogMel(
                    sampleRate: rate, windowMilliseconds: options.window, hopMilliseconds: options.hop,
                    bands: options.bands, frames: options.frames)
            }
            guard own == rate, let spectrum else {
                throw FormatError(file, "has \(own) Hz, the others have \(rate) Hz (give a 'rate')")
            }
            let samples = Resampling.apply(sound.samples, from: sound.rate, to: rate)
            return ([options.frames, options.bands, 1], spectrum(samples))
        }
        // Results of such sounds hold on this kind of processor; the digest says which bits were decoded.
        if inexact > 0 { facts["lossy-sounds/\(name)"] = Double(inexact) }
        if options.standardize { Standardization.apply(&made.values, period: options.bands) }
        return dense(.spectrogram, made.shape, made.values)
    }

    private func read(_ file: String, _ inexact: inout Int) throws -> (rate: Int, samples: [Float]) {
        let bytes = try folder.bytes(file)
        if bytes.starts(with: Array("RIFF".utf8)) {
            let sound = try WAV(bytes: bytes, name: file)
            return (sound.sampleRate, sound.samples)
        }
        let sound = try Sound(bytes, name: file)
        if !sound.isExact { inexact += 1 }
        return (sound.sampleRate, sound.samples)
    }
}
