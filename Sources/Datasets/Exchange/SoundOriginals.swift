// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// The samples behind a generated spectrogram, and how it was made of them.
public struct SoundOriginals: Sendable {
    public var sampleRate: Int
    public var windowMilliseconds: Double
    public var hopMilliseconds: Double
    /// By split and row.
    public var samples: [Split: [[Float]]]
}
