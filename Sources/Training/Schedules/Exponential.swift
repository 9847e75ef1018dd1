// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// The rate times `factor` after each epoch.
public struct Exponential: Schedule {
    public static let card = Card(
        id: "exponential", title: "Exponential", summary: "multiplies the rate after each epoch")

    public struct Options: Configurable {
        @Field("what the rate is multiplied by", in: 0...1) public var factor: Double = 0.95
        public init() {}
    }

    let options: Options
    public init(_ options: Options) { self.options = options }

    public func factor(epoch: Int, of _: Int) -> Double {
        (0..<epoch).reduce(1.0) { product, _ in product * options.factor }
    }
}
