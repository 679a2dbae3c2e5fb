// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers

/// A relation between two sides in the claim language, with other readings that would do as well.
struct StatedClaim: Hashable {
    var formula: Formula
    /// Readings of which one that holds is enough: percent signs as units, a result rounded where that is allowed.
    var others: [Formula] = []
    /// Why it may be proved but not refuted.
    var doubt: String?
    /// Bytes of the step.
    var range: Range<Int>
    /// Whether a percent sign stands in it.
    var hasPercent = false
}

/// Turns a statement into claims, or says why it cannot.
struct ClaimReader {
    /// Whether a result may be rounded to the digits shown.
    var allowsRounding = false

    private let parser = MathParser(options: ParserOptions(isUnit: { _ in false }))

    /// What a statement says: a claim for each relation of its chain, and why others were not read.
    func claims(_ statement: Statement) -> (claims: [StatedClaim], failures: [String]) {
        if let block = statement.block { return ([], [block]) }
        if let property = statement.property { return self.property(property, statement) }
        var claims: [StatedClaim] = []
        var failures: [String] = []
        for (index, relation) in statement.relations.enumerated() where index + 1 < statement.sides.count {
            let (left, right) = (statement.sides[index], statement.sides[index + 1])
            // A name is defined by what it is equal to: nothing is claimed of numbers.
            if left.isName || right.isName { continue }
            if let failure = left.failure ?? right.failure {
                failures.append(failure)
                continue
            }
            do throws(TermReader.Unreadable) {
                if let claim = try claim(left, relation, right, statement) { claims.append(claim) }
            } catch {
                failures.append(error.reason)
            }
        }
        return (claims, failures)
    }

    private func parsed(_ side: StatementSide) throws(TermReader.Unreadable) -> Expression {
        guard side.text.utf8.count <= 4_000 else { throw TermReader.Unreadable(reason: "a side is too long") }
        guard case .success(let tree) = parser.parse(side.text) else {
            throw TermReader.Unreadable(reason: "a side does not read as mathematics")
        }
        return tree
    }

    private func claim(
        _ left: StatementSide, _ relation: String, _ right: StatementSide, _ statement: Statement
    ) throws(TermReader.Unreadable) -> StatedClaim? {
        let (a, b) = (try parsed(left), try parsed(right))
        var result = StatedClaim(
            formula: try formula(a, relation, b, (left, right), statement, TermReader()), doubt: statement.doubt,
            range: statement.range)
        if left.hasPercent || right.hasPercent {
            result.hasPercent = true
            if let other = try? formula(a, relation, b, (left, right), statement, TermReader(percent: 1)) {
                result.others.append(other)
            }
            if left.hasSum || right.hasSum {
                result.doubt = result.doubt ?? "a percentage may be one of what it is added to"
            }
        }
        if left.isAmbiguous || right.isAmbiguous { result.doubt = result.doubt ?? "a/b/c is read in two ways" }
        // "5 years = 5*12": the unit is converted.
        if left.shown != nil, !left.units.isEmpty, right.hasOperator, right.units != left.units {
            result.doubt = result.doubt ?? "a unit may be converted"
        }
        // Two bare numbers that differ are no calculation: "4 weeks = 28".
        let isBare = !left.hasOperator && !right.hasOperator && left.shown != nil && right.shown != nil
        if isBare, relation == "=" {
            result.doubt = result.doubt ?? "two bare numbers may have units that are not read"
        }
        if relation == "=", let double = ClaimReader.double(right, result.formula) { result.others.append(double) }
        if relation == "=", let rounded = rounded(left, right, result.formula, statement.isAnnotation) {
            result.others.append(rounded)
        }
        if let problem = UnitWords.problem(left, right) {
            if problem.blocks { throw TermReader.Unreadable(reason: problem.reason) }
            result.doubt = result.doubt ?? problem.reason
        }
        return result
    }

    private func formula(
        _ a: Expression, _ relation: String, _ b: Expression, _ sides: (StatementSide, StatementSide),
        _ statement: Statement, _ reader: TermReader
    ) throws(TermReader.Unreadable) -> Formula {
        if case .plusMinus(let base, let offset, _) = b, relation == "=" {
            let (left, offset) = (try reader.term(a), try reader.term(offset))
            let base = try base.map { base throws(TermReader.Unreadable) in try reader.term(base) } ?? .number(0)
            return .or([
                .compare(left, .equal, .add([base, offset])), .compare(left, .equal, .add([base, .negate(offset)])),
            ])
        }
        if let modulus = statement.modulus, relation == "≡" || relation == "=" {
            return .congruent(try reader.term(a), try reader.term(b), modulus)
        }
        // `17 = 2 mod 5` is a congruence.
        if case .modulo(let rest, let modulus) = b, relation == "=" || relation == "≡",
            !a.contains(where: { if case .modulo = $0 { true } else { false } }),
            let modulus = modulus.literal?.value.word, modulus > 0
        {
            return .congruent(try reader.term(a), try reader.term(rest), modulus)
        }
        let (left, right) = (try reader.term(a), try reader.term(b))
        switch relation {
        case "≈": return .near(left, right, ClaimReader.bound(sides.0, sides.1))
        case "≡": throw TermReader.Unreadable(reason: "a congruence has no modulus")
        default:
            guard let comparison = Formula.Comparison(rawValue: relation) else {
                throw TermReader.Unreadable(reason: "a relation is not read")
            }
            return .compare(left, comparison, right)
        }
    }

    // MARK: - Rounding

    /// How far the two sides of `≈` may be apart, by the digits of the coarser lone literal.
    static func bound(_ left: StatementSide, _ right: StatementSide) -> NearBound {
        let units = [left.shown, right.shown].compactMap { $0 }.compactMap(unit)
        let unit = units.max() ?? Rational(1, 100) ?? 1
        return NearBound(half: unit * (Rational(1, 2) ?? 1), unit: unit)
    }

    private static func unit(_ shown: ShownDigits) -> Rational? {
        Rational(10).power(shown.decimals > 0 ? -min(shown.decimals, 400) : shown.zeros, bitLimit: 4_096)
    }

    /// The claim that the right side is what a computer's arithmetic makes of the left one: 15 digits or more.
    private static func double(_ right: StatementSide, _ formula: Formula) -> Formula? {
        guard let shown = right.shown, shown.decimals >= 10, right.text.utf8.count >= 15,
            case .compare(let a, .equal, .number(let value)) = formula, a.variables.isEmpty,
            let unit = Rational(10).power(-14, bitLimit: 4_096)
        else { return nil }
        let bound = unit * value.magnitude
        return .near(a, .number(value), NearBound(half: bound, unit: bound))
    }

    /// The claim that the right side is the left one rounded to the decimals shown.
    private func rounded(
        _ left: StatementSide, _ right: StatementSide, _ formula: Formula, _ isAnnotation: Bool
    ) -> Formula? {
        guard allowsRounding || isAnnotation, left.hasOperator, case .compare(let a, .equal, let b) = formula,
            let shown = right.shown, shown.decimals > 0, a.variables.isEmpty
        else { return nil }
        // Products of decimals end; what is rounded comes from a division or a root.
        guard
            a.contains(where: {
                switch $0 {
                case .divide, .root, .closed: true
                default: false
                }
            })
        else { return nil }
        return .near(a, b, ClaimReader.bound(StatementSide(), right))
    }

    // MARK: - Properties

    private func property(_ word: String, _ statement: Statement) -> (claims: [StatedClaim], failures: [String]) {
        guard let side = statement.sides.first, let tree = try? parsed(side), let term = try? TermReader().term(tree)
        else { return ([], ["what is \(word) is not read"]) }
        let formula: Formula
        switch word {
        case "even": formula = .congruent(term, .number(0), 2)
        case "odd": formula = .congruent(term, .number(1), 2)
        case "positive": formula = .compare(term, .greater, .number(0))
        case "negative": formula = .compare(term, .less, .number(0))
        case "nonnegative": formula = .compare(term, .greaterOrEqual, .number(0))
        case "nonzero": formula = .compare(term, .notEqual, .number(0))
        case "integer", "integers", "whole": formula = .congruent(term, .number(0), 1)
        default:
            guard let modulus = word.split(separator: " ").last.flatMap({ Int($0) }), modulus > 0 else {
                return ([], ["what is \(word) is not read"])
            }
            formula = .divides(modulus, term)
        }
        return ([StatedClaim(formula: formula, doubt: statement.doubt, range: statement.range)], [])
    }
}

/// What units say of whether numbers alone tell the truth.
enum UnitWords {
    private static let families: [Set<String>] = [
        ["second", "sec", "minute", "min", "hour", "hr", "day", "week", "month", "year", "decade", "century"],
        [
            "mm", "cm", "m", "km", "meter", "metre", "centimeter", "kilometer", "inch", "foot", "feet", "ft", "yard",
            "yd",
            "mile", "mi", "millimeter",
        ],
        ["g", "kg", "mg", "gram", "kilogram", "pound", "lb", "ounce", "oz", "ton", "tonne"],
        ["l", "ml", "liter", "litre", "milliliter", "cup", "pint", "quart", "gallon", "teaspoon", "tablespoon"],
        ["$", "cent", "dollar", "penny", "pennie", "nickel", "dime", "buck"],
    ]

    /// Words that go on with the sentence behind a number and measure nothing: "$18 a day", "9 in total".
    private static let others: Set<String> = [
        "a", "an", "per", "each", "every", "in", "for", "from", "with", "by", "on", "at", "to", "of", "after", "before",
        "during", "total", "altogether", "overall", "combined", "together", "left", "remaining", "more", "less",
        "extra", "now", "today", "tomorrow", "yesterday", "so", "then", "because", "since", "which", "that", "and",
        "or", "but",
        "if", "when", "while", "as", "is", "are", "was", "were", "he", "she", "they", "we", "it", "there",
    ]

    /// The first word of a unit without its plural.
    private static func stem(_ unit: String) -> String {
        let first = String(unit.split(separator: " ").first ?? "")
        if first == "$$" { return "$" }
        guard first.utf8.count > 2, first.hasSuffix("s") else { return first }
        return String(first.dropLast())
    }

    /// Why units keep the numbers from telling the truth.
    static func problem(_ left: StatementSide, _ right: StatementSide) -> (reason: String, blocks: Bool)? {
        let (a, b) = (Set(left.units.map(stem)), Set(right.units.map(stem)))
        let all = a.union(b).subtracting(others)
        guard all.count > 1 else { return nil }
        for family in families {
            let members = all.filter(family.contains)
            if members.count > 1 {
                return ("units of one kind stand in it: \(members.sorted().joined(separator: ", "))", true)
            }
        }
        return ("units differ: \(all.sorted().joined(separator: ", "))", false)
    }
}
