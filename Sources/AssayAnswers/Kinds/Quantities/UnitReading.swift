// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// One meaning of a unit expression: its dimension and size in base units.
package struct UnitReading: Sendable, Hashable {
    /// With angles: a revolution has the dimension of an angle, so has a radian.
    package var dimension: Dimension
    /// Size in base units, times π to the power of ``piPower`` and 2π to the power of ``cycles``.
    package var factor: Rational
    package var piPower = 0
    /// The power of a full turn.
    package var cycles = 0
    /// What is added to a value in base units; nil where the scale begins at 0.
    package var offset: Rational?
    /// Whether the size was measured, not defined.
    package var isApproximate = false

    /// A plain number.
    static let one = UnitReading(dimension: .none, factor: 1)

    /// Bits that a size may have.
    private static let bitLimit = 4_096

    /// The product with a power of a unit; nil where its size is no rational number.
    func multiplied(by unit: Unit, sixths: Int) -> UnitReading? {
        var result = self
        result.dimension = dimension.multiplied(by: unit.dimension, sixths: sixths)
        result.isApproximate = isApproximate || unit.isApproximate
        let unity = Int(Dimension.unity)
        if sixths == unity {
            result.factor = factor * unit.factor
        } else if sixths % unity == 0 {
            guard let size = unit.factor.power(sixths / unity, bitLimit: Self.bitLimit) else { return nil }
            result.factor = factor * size
        } else if unit.factor != 1 || unit.piPower != 0 {
            return nil
        } else if unit.cycles != 0 {
            // The root of a frequency, in V/√Hz: no angle.
            var plain = unit.dimension
            plain.angle = 0
            result.dimension = dimension.multiplied(by: plain, sixths: sixths)
            return result
        }
        guard result.factor.bitWidth <= Self.bitLimit else { return nil }
        result.piPower += unit.piPower * sixths / unity
        result.cycles += unit.cycles * sixths / unity
        return result
    }

    /// The size with a turn as an angle of 2π.
    var angular: (factor: Rational, piPower: Int) {
        guard cycles != 0, let turns = Rational(2).power(cycles, bitLimit: Self.bitLimit) else {
            return (factor, piPower)
        }
        return (factor * turns, piPower + cycles)
    }

    /// The dimension where an angle is a plain number.
    package var plainDimension: Dimension { withoutAngle.dimension }

    /// The size and the dimension where an angle is a plain number and a turn one of a count.
    var withoutAngle: (factor: Rational, piPower: Int, dimension: Dimension) {
        var dimension = dimension
        dimension.angle = 0
        return (factor, piPower, dimension)
    }
}

/// What turns a value in one unit into a value in another: `value · factor · π^piPower + offset`.
struct UnitConversion: Sendable, Hashable {
    var factor: Rational
    var piPower = 0
    var offset: Rational = 0
    /// Whether a size was measured, not defined.
    var isApproximate = false

    /// Nothing to do.
    static let identity = UnitConversion(factor: 1)

    /// Whether it changes nothing.
    var isIdentity: Bool { factor == 1 && piPower == 0 && offset.isZero }

    private init(factor: Rational, piPower: Int = 0, offset: Rational = 0) {
        self.factor = factor
        self.piPower = piPower
        self.offset = offset
    }

    /// The conversion back; nil where the factor is 0, which no unit's is.
    var inverse: UnitConversion? {
        guard let reciprocal = factor.reciprocal else { return nil }
        var result = UnitConversion(factor: reciprocal, piPower: -piPower, offset: (offset * reciprocal).negated)
        result.isApproximate = isApproximate
        return result
    }

    /// The conversion between two readings; nil where their dimensions differ.
    ///
    /// An angle counts where both have one; where only one has, it is a plain number there: 10 rad/s is 10 s⁻¹, 60 rpm
    /// is 1 s⁻¹, and 60 rpm is 2π rad/s.
    init?(from source: UnitReading, to target: UnitReading, isDifference: Bool) {
        var from = source.angular
        var to = target.angular
        if source.dimension != target.dimension {
            let (a, b) = (source.withoutAngle, target.withoutAngle)
            guard a.dimension == b.dimension, source.dimension.angle == 0 || target.dimension.angle == 0 else {
                return nil
            }
            from = (a.factor, a.piPower)
            to = (b.factor, b.piPower)
        }
        guard let factor = from.factor / to.factor else { return nil }
        self.factor = factor
        piPower = from.piPower - to.piPower
        isApproximate = source.isApproximate || target.isApproximate
        if !isDifference, source.offset != nil || target.offset != nil {
            guard let inverse = to.factor.reciprocal else { return nil }
            offset = ((source.offset ?? 0) - (target.offset ?? 0)) * inverse
        }
    }
}
