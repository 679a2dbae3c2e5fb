// Part of Assay. SPDX-License-Identifier: Apache-2.0

import BigInt

extension Rational {
    /// Whether this is an odd whole number.
    var isOdd: Bool { isInteger && numerator.magnitude.words.first.map { $0 & 1 == 1 } ?? false }
}
