// Part of Assay. SPDX-License-Identifier: Apache-2.0

package import BigInt

/// An exact fraction in lowest terms, with a positive denominator.
package struct Rational: Hashable, Sendable {
    package let numerator: BigInt
    package let denominator: BigInt

    /// A whole number.
    package init(_ value: Int) { self.init(BigInt(value)) }

    /// A whole number.
    package init(_ value: BigInt) {
        numerator = value
        denominator = 1
    }

    /// A fraction, reduced; nil where the denominator is 0.
    package init?(_ numerator: BigInt, _ denominator: BigInt) {
        guard denominator != 0 else { return nil }
        let divisor = numerator.greatestCommonDivisor(with: denominator)
        let sign: BigInt = denominator < 0 ? -1 : 1
        self.numerator = numerator / divisor * sign
        self.denominator = denominator / divisor * sign
    }
}
