// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore

/// Points at which two expressions are compared: random fractions, away from whole numbers, of all signs; whole numbers
/// for variables that stand for them.
struct SamplePoints {
    let names: [String]
    let wholeNames: Set<String>
    private var random: SeededRandom
    private var count = 0

    init(names: Set<String>, wholeNames: Set<String>, random: SeededRandom) {
        self.names = names.sorted()
        self.wholeNames = wholeNames
        self.random = random
    }

    /// The next point.
    ///
    /// Two points of four have only positive coordinates, one only negative ones, one mixed ones: an identity of positive
    /// numbers alone shows.
    mutating func next() -> [String: Rational] {
        let signs = count % 4
        count += 1
        var point: [String: Rational] = [:]
        var whole = 0
        for name in names {
            let bits = random.next()
            if wholeNames.contains(name) {
                // Small and, in the order of the alphabet, rising: k ≤ n, so that binomials do not vanish.
                whole += whole == 0 ? 1 + Int(bits % 9) : Int(bits % 5)
                point[name] = Rational(whole)
                continue
            }
            // k/4096 with odd k, in (0.1, 3): never a whole number, nor near a multiple of π for all k.
            let part = Rational(Int(410 + bits % 11_800) | 1) / Rational(4_096) ?? Rational(1)
            let isNegative = signs == 2 || (signs == 3 && (bits >> 40) & 1 == 1)
            point[name] = isNegative ? part.negated : part
        }
        return point
    }

    /// Points in all regions that branches make.
    mutating func inRegions(_ regions: RegionPoints) throws(EvaluationFailure) -> [[String: Rational]] {
        let base = next()
        return try regions.points(around: base, &random)
    }

    /// A point whose whole numbers reach up to `limit` or a little further, rising in the order of the alphabet.
    mutating func large(up limit: Int) -> [String: Rational] {
        var point = next()
        var whole = limit / 3
        for name in names where wholeNames.contains(name) {
            whole += random.below(2 * limit / (3 * max(1, wholeNames.count)) + 1) + 1
            point[name] = Rational(whole)
        }
        return point
    }
}
