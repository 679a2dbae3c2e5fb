// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// A complex enclosure with doubles: for a quick refutation that is certain.
///
/// Precision is always 53 bits, whatever is asked for. Arithmetic costs some tens of ns, a function about 0.1 µs.
package struct DoubleBall: ComplexBall {
    package let re: DoubleInterval
    package let im: DoubleInterval

    package init(_ re: DoubleInterval, _ im: DoubleInterval) {
        self.re = re
        self.im = im
    }
}
