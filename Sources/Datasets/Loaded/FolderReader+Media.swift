// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// Modalities whose items are files of their own: pictures, videos, sounds, arrays.
extension FolderReader {
    /// A data set is kept in memory: more numbers than these in one modality are refused.
    private static let most = 1 << 31

    /// Reads each item's file once, in order of items; all must give as many numbers.
    private func collect(
        _ options: ManifestModality, named name: String, _ read: (_ file: String) throws -> PreparedItem
    ) throws -> (made: ColumnBuilder, inexact: Int) {
        let files = try ownFiles(options)
        let present = files.compactMap { $0 }
        var made = ColumnBuilder()
        var inexact = 0
        var rate = 0
        var block: [PreparedItem] = []
        var taken = 0
        for (item, file) in zip(items, files) {
            guard let file else {
                made.skip(item.split)
                continue
            }
            if taken % PreparedCache.block == 0 {
                let group = Array(present[taken..<min(taken + PreparedCache.block, present.count)])
                block =
                    try context.preparedCache.map {
                        try PreparedCache(folder: $0).items(group, options.preparation, in: folder, make: read)
                    } ?? group.map(read)
                context.progress?(
                    "\(manifest.name.isEmpty ? table.name : manifest.name), \(name)", taken, present.count)
            }
            let prepared = block[taken % PreparedCache.block]
            taken += 1
            let size = prepared.shape.reduce(1, *)
            guard size > 0 else { throw FormatError(file, "holds nothing: its shape is \(prepared.shape)") }
            guard size <= FolderReader.most / items.count else {
                throw FormatError(
                    table.name,
                    "would take \(items.count) × \(size) numbers in memory: choose a smaller 'size', 'clip' or 'frames'"
                )
            }
            if rate == 0 { rate = prepared.rate }
            guard prepared.rate == rate else {
                throw FormatError(file, "has \(prepared.rate) Hz, the others have \(rate) Hz (give a 'rate')")
            }
            if !prepared.isExact { inexact += 1 }
            guard made.add(prepared.values, prepared.shape, item.split) else {
                throw FormatError(file, "has the shape \(prepared.shape), others have \(made.shape): give a 'size'")
            }
        }
        try made.close(table.name)
        return (made, inexact)
    }

    func pictureColumn(_ options: ManifestModality, named name: String) throws -> LoadedColumn {
        try collect(options, named: name) { file in
            let frames = try Frames.picture(try folder.bytes(file), name: file, options.shape)
            return PreparedItem(
                shape: [frames.height, frames.width, frames.channels], values: frames.values.map { Float($0) / 255 })
        }.made.column(.image)
    }

    /// Videos, folders of pictures, or arrays `[frames, height, width]` and `[frames, height, width, channels]` of 0 … 255.
    func videoColumn(_ options: ManifestModality, named name: String) throws -> LoadedColumn {
        try collect(options, named: name) { file in
            if file.hasSuffix(".npy") { return try arrayClip(file, options) }
            if folder.isFolder(file) { return try frameFolder(file, options) }
            let frames = try Frames.video(
                try folder.bytes(file), name: file, count: options.clip, options.shape)
            return PreparedItem(
                shape: [frames.count, frames.height, frames.width, frames.channels],
                values: frames.values.map { Float($0) / 255 })
        }.made.column(.video)
    }

    /// The pictures of a folder in order of their names, numbers in names by size.
    private func frameFolder(_ file: String, _ options: ManifestModality) throws -> PreparedItem {
        let names = try folder.filesBelow(file)
        guard !names.isEmpty else { throw FormatError(file, "is a folder without pictures") }
        var shape: [Int] = []
        var values: [Float] = []
        for index in 0..<options.clip {
            let name = names[min(names.count - 1, (2 * index + 1) * names.count / (2 * options.clip))]
            let frame = try Frames.picture(try folder.bytes(name), name: name, options.shape)
            let own = [options.clip, frame.height, frame.width, frame.channels]
            if shape.isEmpty { shape = own }
            guard own == shape else {
                throw FormatError(name, "has another size than the frames before: give a 'size'")
            }
            values += frame.values.map { Float($0) / 255 }
        }
        return PreparedItem(shape: shape, values: values)
    }

    private func arrayClip(_ file: String, _ options: ManifestModality) throws -> PreparedItem {
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
        return PreparedItem(shape: [options.clip] + shape[1...], values: values)
    }

    /// One array a file, laid out as one row of features.
    func fileColumn(_ options: ManifestModality, named name: String) throws -> LoadedColumn {
        var made = try collect(options, named: name) { file in
            let array = try folder.array(file)
            let values = array.values.map { Float($0) }
            guard values.allSatisfy({ $0.isFinite }) else {
                throw FormatError(file, "holds what is not a finite float32 number")
            }
            return PreparedItem(shape: [values.count], values: values)
        }.made
        if options.standardize { made.standardize(period: made.shape[0]) }
        return made.column(.features)
    }

    func soundColumn(
        _ options: ManifestModality, named name: String, _ facts: inout [String: Double]
    ) throws -> LoadedColumn {
        var spectra: [Int: LogMel] = [:]
        let collected = try collect(options, named: name) { file in
            let (rate, samples, isExact) = try sound(file)
            let own = options.rate == 0 ? rate : options.rate
            let spectrum =
                spectra[own]
                ?? LogMel(
                    sampleRate: own, windowMilliseconds: options.window, hopMilliseconds: options.hop,
                    bands: options.bands, frames: options.frames)
            spectra[own] = spectrum
            let used = Resampling.apply(samples, from: rate, to: own)
            return PreparedItem(
                shape: [options.frames, options.bands, 1], values: spectrum(used), rate: own, isExact: isExact)
        }
        var made = collected.made
        // Results of such sounds hold on this kind of processor; the digest says which bits were decoded.
        if collected.inexact > 0 { facts["lossy-sounds/\(name)"] = Double(collected.inexact) }
        if options.standardize { made.standardize(period: options.bands) }
        return made.column(.spectrogram)
    }

    private func sound(_ file: String) throws -> (rate: Int, samples: [Float], isExact: Bool) {
        let bytes = try folder.bytes(file)
        if bytes.starts(with: Array("RIFF".utf8)) {
            let sound = try WAV(bytes: bytes, name: file)
            return (sound.sampleRate, sound.samples, true)
        }
        let sound = try Sound(bytes, name: file)
        return (sound.sampleRate, sound.samples, sound.isExact)
    }
}
