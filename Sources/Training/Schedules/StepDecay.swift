// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// Multiplies the rate by `factor` at each milestone, or every `every` epochs.
public struct StepDecay: Schedule {
    public static let card = Card(
        id: "step", title: "Step decay", summary: "multiplies the rate at milestones of the run")

    public struct Options: Configurable {
        @Field("what the rate is multiplied by", in: 0...1) public var factor: Double = 0.1
        @Field("shares of the run after which it falls, in (0, 1); the epoch is rounded down")
        public var milestones: [Double] = [0.7]
        @Field("falls every so many epochs instead; 0: at the milestones", in: 0...100_000) public var every: Int = 0
        public init() {}
        public func problems() -> [String] {
            milestones.contains { $0 <= 0 || $0 >= 1 } ? ["'milestones' must lie between 0 and 1"] : []
        }
    }

    let options: Options
    public init(_ options: Options) { self.options = options }

    public func factor(epoch: Int, of epochs: Int) -> Double {
        let falls =
            options.every > 0
            ? epoch / options.every
            // A little above the product, so that 0.7 of 10 epochs is epoch 7 whatever the decimal's last bit.
            : options.milestones.filter { epoch >= Int(($0 * Double(epochs) + 1e-9).rounded(.down)) }.count
        return (0..<falls).reduce(1.0) { product, _ in product * options.factor }
    }
}
