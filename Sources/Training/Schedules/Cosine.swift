// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// Half a cosine from the full rate to `floor`, after a linear warm-up.
public struct Cosine: Schedule {
    public static let card = Card(
        id: "cosine", title: "Cosine", summary: "half a cosine down to a floor, after an optional linear warm-up",
        reference: "Loshchilov & Hutter, ICLR 2017")

    public struct Options: Configurable {
        @Field("factor at the end", in: 0...1) public var floor: Double = 0
        @Field("epochs in which the rate rises linearly to its full height", in: 0...100_000) public var warmup: Int = 0
        public init() {}
    }

    let options: Options
    public init(_ options: Options) { self.options = options }

    public func factor(epoch: Int, of epochs: Int) -> Double {
        if epoch < options.warmup { return Double(epoch + 1) / Double(options.warmup) }
        let progress = Double(epoch - options.warmup) / Double(max(1, epochs - options.warmup))
        return options.floor + (1 - options.floor) * 0.5 * (1 + Elementary.cos(Double.pi * progress))
    }
}
