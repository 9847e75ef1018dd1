// SPDX-License-Identifier: Apache-2.0

extension RandomStream {
    /// A standard normal number (Box–Muller in float64, two words each).
    public mutating func normal() -> Double {
        let radius = (Double(word()) + 1) * 0x1p-32  // (0, 1]
        let angle = Double(word()) * 0x1p-32 * 6.283185307179586
        return (-2 * Elementary.log(radius)).squareRoot() * Elementary.cos(angle)
    }
}
