// Part of Assay. SPDX-License-Identifier: Apache-2.0

import BigInt

extension Rational {
    /// Whether this is an odd whole number.
    var isOdd: Bool {
        if large == nil { return small.denominator == 1 && small.numerator & 1 == 1 }
        return isInteger && numerator.magnitude.words.first.map { $0 & 1 == 1 } ?? false
    }
}
