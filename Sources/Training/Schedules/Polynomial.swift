// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// (1 − epoch/epochs)^power.
public struct Polynomial: Schedule {
    public static let card = Card(
        id: "polynomial", title: "Polynomial", summary: "a power of the share of epochs that is left")

    public struct Options: Configurable {
        @Field("the power; 1 falls in a line", in: 1...10) public var power: Int = 1
        public init() {}
    }

    let options: Options
    public init(_ options: Options) { self.options = options }

    public func factor(epoch: Int, of epochs: Int) -> Double {
        let left = 1 - Double(epoch) / Double(max(1, epochs))
        return (0..<options.power).reduce(1.0) { product, _ in product * left }
    }
}
