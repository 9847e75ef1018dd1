// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// A line from `start` to the full rate, which then stays.
public struct Warmup: Schedule {
    public static let card = Card(
        id: "warm-up", title: "Warm-up", summary: "rises in a line to the full rate, which stays")

    public struct Options: Configurable {
        @Field("factor of the first epoch", in: 0...1) public var start: Double = 0.1
        @Field("epochs until the full rate is reached", in: 1...100_000) public var epochs: Int = 5
        public init() {}
    }

    let options: Options
    public init(_ options: Options) { self.options = options }

    public func factor(epoch: Int, of _: Int) -> Double {
        epoch >= options.epochs
            ? 1 : options.start + (1 - options.start) * Double(epoch) / Double(options.epochs)
    }
}
