// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// The samples behind a generated spectrogram, and how it was made of them.
public struct SoundOriginals: Sendable {
    /// Samples a second.
    public var sampleRate: Int
    /// Length of an analysis window.
    public var windowMilliseconds: Double
    /// From one window to the next.
    public var hopMilliseconds: Double
    /// By split and row.
    public var samples: [Split: [[Float]]]
}
