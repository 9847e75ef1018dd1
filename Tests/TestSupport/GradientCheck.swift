// SPDX-License-Identifier: Apache-2.0

/// Derivatives by finite differences.
public enum GradientCheck {
    /// Largest error of `gradient` against central differences of `loss` at `values`, in units of
    /// max(1, largest |difference quotient|). `loss` is evaluated in float32 and summed in float64 by the caller, so steps
    /// are large and two of them are combined (Richardson): the error left is of fourth order.
    public static func error(
        of gradient: [Float], at values: [Float], step: Float = 0x1p-6, loss: ([Float]) throws -> Double
    ) rethrows -> Double {
        var worst = 0.0
        var scale = 1.0
        for place in values.indices {
            func quotient(_ step: Float) throws -> Double {
                var moved = values
                moved[place] = values[place] + step
                let above = try loss(moved)
                let high = Double(moved[place])
                moved[place] = values[place] - step
                return (above - (try loss(moved))) / (high - Double(moved[place]))
            }
            let slope = (4 * (try quotient(step / 2)) - (try quotient(step))) / 3
            worst = max(worst, abs(slope - Double(gradient[place])))
            scale = max(scale, abs(slope))
        }
        return worst / scale
    }
}
