// SPDX-License-Identifier: Apache-2.0

import TensorCore

/// Half a cosine up to the full rate, then half a cosine down to almost nothing (Smith & Topin 2019).
public struct OneCycle: Schedule {
    public static let card = Card(
        id: "one-cycle", title: "One cycle", summary: "half a cosine up, then half a cosine down",
        reference: "Smith & Topin 2019")

    public struct Options: Configurable {
        @Field("share of the epochs in which the rate rises", in: 0...1) public var rising: Double = 0.3
        @Field("the full rate is so many times the first", in: 1...1e6) public var startDivisor: Double = 25
        @Field("the first rate is so many times the last", in: 1...1e12) public var endDivisor: Double = 1e4
        public init() {}
    }

    let options: Options
    public init(_ options: Options) { self.options = options }

    public func factor(epoch: Int, of epochs: Int) -> Double {
        let first = 1 / options.startDivisor
        let last = first / options.endDivisor
        let peak = options.rising * Double(epochs) - 1
        let end = Double(epochs) - 1
        let here = Double(epoch)
        func between(_ from: Double, _ to: Double, _ share: Double) -> Double {
            to + (from - to) / 2 * (1 + Elementary.cos(Double.pi * min(max(share, 0), 1)))
        }
        return here <= peak && peak > 0
            ? between(first, 1, here / peak) : between(1, last, (here - max(peak, 0)) / max(end - max(peak, 0), 1e-12))
    }
}
