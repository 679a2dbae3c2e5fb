// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Comparison of parsed formulas and equations.
package enum ChemicalEquation {
    /// Compares single formulas, sums and equations.
    package static func compare(_ gold: [[ChemicalTerm]], _ answer: [[ChemicalTerm]]) -> Comparison.Decision {
        guard gold.count == answer.count else { return .different }
        if gold.count == 1, gold[0].count == 1, answer[0].count == 1 {
            let (one, other) = (gold[0][0], answer[0][0])
            let left = one.coefficient.numerator.multipliedReportingOverflow(by: other.coefficient.denominator)
            let right = other.coefficient.numerator.multipliedReportingOverflow(by: one.coefficient.denominator)
            guard !left.overflow, !right.overflow, left.partialValue == right.partialValue else { return .different }
            return compare(one, other)
        }
        return compareSides(gold, answer)
    }

    /// The formula or equation in one notation, for evidence.
    package static func text(_ sides: [[ChemicalTerm]]) -> String {
        sides.map { side in
            side.map { term in
                let (numerator, denominator) = term.coefficient
                let factor = denominator == 1 ? (numerator == 1 ? "" : "\(numerator) ") : "\(numerator)/\(denominator) "
                guard let species = term.readings.first else { return "" }
                return factor + species.key + (species.state.isEmpty ? "" : "(\(species.state))")
            }.joined(separator: " + ")
        }.joined(separator: " -> ")
    }

    // MARK: Details

    private static func compare(_ gold: ChemicalTerm, _ answer: ChemicalTerm) -> Comparison.Decision {
        var best = Comparison.Decision.different
        for one in gold.readings {
            for other in answer.readings {
                switch compare(one, other) {
                case .equal: return .equal
                case .undecided: best = .undecided
                case .different: break
                }
            }
        }
        return best
    }

    private static func compare(_ gold: ChemicalSpecies, _ answer: ChemicalSpecies) -> Comparison.Decision {
        guard gold.state.isEmpty || answer.state.isEmpty || gold.state == answer.state else { return .different }
        guard gold.charge == answer.charge, gold.isElectron == answer.isElectron else { return .different }
        if gold.key == answer.key {
            // The order matters where elements repeat.
            guard gold.isCondensed || answer.isCondensed else { return .equal }
            return gold.sequence == answer.sequence ? .equal : .undecided
        }
        guard let one = gold.composition, let other = answer.composition, one == other else { return .different }
        // Carbon compounds have many ways to write one structure.
        return one[6] != nil && one[1] != nil && !hasIsotope(gold) && !hasIsotope(answer) ? .undecided : .different
    }

    private static func hasIsotope(_ species: ChemicalSpecies) -> Bool { species.key.contains("[") }

    /// Compares as multisets of species, up to a common factor.
    private static func compareSides(_ gold: [[ChemicalTerm]], _ answer: [[ChemicalTerm]]) -> Comparison.Decision {
        var factor: (Int, Int)?
        for (one, other) in zip(gold, answer) {
            guard let left = totals(one), let right = totals(other) else { return .undecided }
            guard left.count == right.count else { return .different }
            for (key, amount) in left {
                guard let match = right[key] else { return .different }
                // amount / match is one number for all.
                guard let up = product(amount.0, match.1), let down = product(amount.1, match.0) else {
                    return .undecided
                }
                if let known = factor {
                    guard let one = product(up, known.1), let other = product(down, known.0) else { return .undecided }
                    if one != other { return .different }
                } else {
                    factor = (up, down)
                }
            }
        }
        return .equal
    }

    private static func product(_ one: Int, _ other: Int) -> Int? {
        let (value, overflow) = one.multipliedReportingOverflow(by: other)
        return overflow ? nil : value
    }

    /// The coefficients by species, states left out.
    private static func totals(_ side: [ChemicalTerm]) -> [String: (Int, Int)]? {
        var totals: [String: (Int, Int)] = [:]
        for term in side {
            guard let key = term.readings.first?.key else { continue }
            let (numerator, denominator) = term.coefficient
            guard let old = totals[key] else {
                totals[key] = (numerator, denominator)
                continue
            }
            guard let one = product(old.0, denominator), let other = product(numerator, old.1),
                let below = product(old.1, denominator)
            else { return nil }
            totals[key] = (one + other, below)
        }
        return totals
    }
}
