// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// A complex enclosure to any precision from 64 to 2,048 bits, which is rounded up to whole words.
package struct BigBall: ComplexBall {
    package let re: BigReal
    package let im: BigReal

    package init(_ re: BigReal, _ im: BigReal) {
        self.re = re
        self.im = im
    }
}
