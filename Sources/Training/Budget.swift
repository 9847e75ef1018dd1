// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// How long and how a run is trained; equal for all strategies of a comparison.
public struct Budget: Configurable {
    @Field("passes over the training split", in: 1...100_000) public var epochs: Int = 20
    @Field("rows per step; the last batch of an epoch may be smaller", in: 1...65_536) public var batchSize: Int = 64
    @Field("largest 2-norm of the whole gradient, after coefficients; 0 switches clipping off", in: 0...1e9)
    public var clipNorm: Double = 0
    @Field("clip before coefficients act on gradients instead of after; not for mode 'cotangent'")
    public var clipBeforeScale: Bool = false
    @Field("which epoch's model is tested: the best on validation, or the last")
    public var selection: Selection = .best
    public init() {}

    /// Which epoch's parameters are kept.
    public enum Selection: String, FieldChoice { case best, last }
}
