// Part of Assay. SPDX-License-Identifier: Apache-2.0

extension Expression {
    /// The expression as canonical plain text: `2*sqrt(3)/5`, `x^2 - 1 = 0`, `(1, 2) ∪ [3, ∞)`.
    ///
    /// ``MathParser`` reads it back as the same tree, if the tree came from the parser and no literal in it has more than
    /// ``ExpressionPrinter/digits`` digits. What plain text has no notation for is written as LaTeX (`\text{odd}`,
    /// `\hat{i}`) or by name (`matrix([1, 2], [3, 4])`).
    package var printed: String {
        var printer = ExpressionPrinter()
        printer.write(self, .list)
        return printer.text
    }
}

/// Writes a tree as text; operators get parentheses where they bind more loosely than their place demands.
struct ExpressionPrinter {
    /// Digits of a literal up to which it is written in full.
    static let digits = 2_000

    var text = ""
    /// Indices of series around, so that a letter `i` is one.
    var bound: Set<String> = []

    /// How tightly a place binds, loosest first.
    enum Level: Int, Comparable {
        case list, disjunction, conjunction, relation, modulo, ratio, union, intersection, sum, term, factor, atom

        static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }
    }

    /// Writes a tree at a place of a level, in parentheses where it needs them.
    mutating func write(_ tree: Expression, _ level: Level) {
        let own = Self.level(tree)
        if own >= level { return body(tree) }
        if case .list(_, let join) = tree, join == .comma || join == .semicolon {
            // In parentheses it would be a tuple.
            text += "\\boxed{"
            body(tree)
            text += "}"
            return
        }
        text += "("
        body(tree)
        text += ")"
    }

    private static func level(_ tree: Expression) -> Level {
        switch tree {
        case .list: .list
        case .disjunction: .disjunction
        case .conjunction: .conjunction
        case .relation: .relation
        case .modulo: .modulo
        case .ratio: .ratio
        case .union, .difference: .union
        case .intersection: .intersection
        case .sum, .negate, .plusMinus: .sum
        case .product, .quotient, .quantity: .term
        case .power, .factorial, .doubleFactorial, .percent, .degrees, .based: .factor
        case .number(let literal):
            if literal.value.signum < 0 { .sum } else if isQuotient(literal) { .term } else { .atom }
        default: .atom
        }
    }

    private mutating func body(_ tree: Expression) {
        switch tree {
        case .number(let literal): number(literal)
        case .constant(let constant): self.constant(constant)
        case .symbol(let name): symbol(name)
        case .text(let words): text += "\\text{\(words)}"
        case .emptySet: text += "∅"
        case .numberSet(let name): numberSet(name)
        case .ellipsis: text += "..."
        case .based(let digits, let base): text += "\(digits)_{\(base)}"
        case .sum, .negate, .plusMinus: additive(tree)
        case .product, .quotient, .quantity: multiplicative(tree)
        case .power, .factorial, .doubleFactorial, .percent, .degrees: postfix(tree)
        case .root, .binomial, .apply, .call, .series, .opaque, .matrix, .piecewise: named(tree)
        case .modulo, .ratio, .union, .intersection, .difference, .relation, .conjunction, .disjunction: infix(tree)
        case .tuple, .set, .interval, .setBuilder: bracketed(tree)
        case .list(let items, let join): list(items, join)
        }
    }

    // MARK: Arithmetic

    private mutating func additive(_ tree: Expression) {
        switch tree {
        case .negate(let inner):
            text += "-"
            write(inner, .term)
        case .plusMinus(let left, let right, let isMinusFirst):
            if let left {
                write(left, .sum)
                text += " "
            }
            text += isMinusFirst ? "∓" : "±"
            if left != nil { text += " " }
            write(right, .term)
        case .sum(let terms):
            for (index, term) in terms.enumerated() {
                if case .negate(let inner) = term {
                    text += index == 0 ? "-" : " - "
                    write(inner, .term)
                } else {
                    if index > 0 { text += " + " }
                    write(term, .term)
                }
            }
        default: break
        }
    }

    private mutating func multiplicative(_ tree: Expression) {
        switch tree {
        case .product(let factors):
            for (index, factor) in factors.enumerated() {
                if index > 0 { text += "*" }
                if index == 0, case .quotient = factor { write(factor, .term) } else { write(factor, .factor) }
            }
        case .quotient(let top, let bottom):
            if case .quantity = top { write(top, .factor) } else { write(top, .term) }
            text += "/"
            write(bottom, .factor)
        case .quantity(let value, let unit):
            if case .quantity = value { write(value, .factor) } else { write(value, .term) }
            text += unit.hasPrefix("°") ? " \(unit)" : " \\text{\(unit)}"
        default: break
        }
    }

    private mutating func postfix(_ tree: Expression) {
        switch tree {
        case .power(let base, let exponent):
            // `C_5^2` is a binomial.
            if case .symbol(let name) = base, name.hasPrefix("C_") {
                text += "("
                symbol(name)
                text += ")"
            } else {
                write(base, .atom)
            }
            text += "^"
            if Self.isBareExponent(exponent) {
                body(exponent)
            } else {
                text += "("
                write(exponent, .disjunction)
                text += ")"
            }
        case .factorial(let inner):
            write(inner, .atom)
            text += "!"
        case .doubleFactorial(let inner):
            write(inner, .atom)
            text += "!!"
        case .percent(let inner):
            write(inner, .atom)
            text += "%"
        case .degrees(let inner):
            write(inner, .atom)
            text += "°"
        default: break
        }
    }

    private static func isBareExponent(_ tree: Expression) -> Bool {
        switch tree {
        case .number(let literal): !literal.isDecimal && literal.value.isInteger && literal.value.signum >= 0
        case .symbol(let name): name.utf8.count == 1 && !["T", "i", "e"].contains(name)
        case .constant(let constant): constant != .infinity
        default: false
        }
    }

    // MARK: Operators

    private mutating func infix(_ tree: Expression) {
        switch tree {
        case .modulo(let value, let modulus):
            write(value, .modulo)
            text += " mod "
            write(modulus, .ratio)
        case .ratio(let parts): join(parts, ":", .union)
        case .union(let parts): join(parts, " ∪ ", .intersection)
        case .intersection(let parts): join(parts, " ∩ ", .sum)
        case .difference(let set, let other):
            write(set, .union)
            text += " ∖ "
            write(other, .intersection)
        case .conjunction(let parts): join(parts, " ∧ ", .relation)
        case .disjunction(let parts): join(parts, " ∨ ", .conjunction)
        case .relation(let operands, let relations):
            for (index, operand) in operands.enumerated() {
                if index > 0, index <= relations.count { text += " \(Self.sign(relations[index - 1])) " }
                // `e = 3` would make a variable of the letter.
                let isLetter = operand == .constant(.e) || operand == .constant(.i)
                text += isLetter ? "(" : ""
                write(operand, .modulo)
                text += isLetter ? ")" : ""
            }
        default: break
        }
    }

    private mutating func join(_ parts: [Expression], _ sign: String, _ level: Level) {
        for (index, part) in parts.enumerated() {
            if index > 0 { text += sign }
            write(part, level)
        }
    }

    private static func sign(_ relation: Relation) -> String {
        switch relation {
        case .equal: "="
        case .notEqual: "≠"
        case .less: "<"
        case .lessOrEqual: "≤"
        case .greater: ">"
        case .greaterOrEqual: "≥"
        case .approximately: "≈"
        case .congruent: "≡"
        case .element: "∈"
        case .notElement: "∉"
        case .subset: "⊂"
        case .proportional: "∝"
        case .to: "→"
        }
    }

    private typealias Relation = Expression.Relation

    // MARK: Structures

    private mutating func list(_ items: [Expression], _ join: Expression.Join) {
        let isNested = items.contains { if case .list = $0 { true } else { false } }
        for (index, item) in items.enumerated() {
            if index > 0 {
                let word: String =
                    switch join {
                    case .comma: ", "
                    case .semicolon: "; "
                    case .and: isNested || index == items.count - 1 ? " and " : ", "
                    case .or: isNested || index == items.count - 1 ? " or " : ", "
                    }
                text += word
            }
            // A list in a list that a looser sign separates needs no brackets.
            if case .list(_, let inner) = item, Self.binds(inner, within: join) {
                body(item)
            } else {
                write(item, .disjunction)
            }
        }
    }

    private static func binds(_ inner: Expression.Join, within outer: Expression.Join) -> Bool {
        switch outer {
        case .semicolon: inner != .semicolon
        case .or: inner == .and
        default: false
        }
    }

    private mutating func bracketed(_ tree: Expression) {
        switch tree {
        case .tuple(let entries, let bracket):
            let (open, close): (String, String) =
                switch bracket {
                case .round: ("(", ")")
                case .square: ("[", "]")
                case .angle: ("⟨", "⟩")
                }
            text += open
            join(entries, ", ", .disjunction)
            text += entries.count == 1 && bracket != .angle ? ",\(close)" : close
        case .set(let entries):
            text += "\\{"
            join(entries, ", ", .union)
            text += "\\}"
        case .interval(let low, let high, let isClosedLow, let isClosedHigh):
            // Finite and open on both sides it would be a tuple.
            let isFrench = !isClosedLow && !isClosedHigh && !TreeParser.isInfinite(low) && !TreeParser.isInfinite(high)
            text += isFrench ? "]" : isClosedLow ? "[" : "("
            write(low, .disjunction)
            text += ", "
            write(high, .disjunction)
            text += isFrench ? "[" : isClosedHigh ? "]" : ")"
        case .setBuilder(let variable, let condition):
            text += "\\{"
            write(variable, .union)
            text += " : "
            write(condition, .list)
            text += "\\}"
        default: break
        }
    }

    // MARK: Names with arguments

    private mutating func named(_ tree: Expression) {
        switch tree {
        case .root(let radicand, let degree):
            if case .number(let literal) = degree, literal.value == Rational(2), !literal.isDecimal {
                arguments("sqrt", [radicand])
            } else {
                arguments("root", [degree, radicand])
            }
        case .binomial(let top, let bottom): arguments("binomial", [top, bottom])
        case .apply(.logBase, let parts) where parts.count == 2:
            text += "log_{"
            write(parts[0], .disjunction)
            text += "}"
            arguments("", [parts[1]])
        case .apply(let function, let parts): arguments(Self.name(function), parts)
        case .call(let name, let parts): call(name, parts)
        case .series(let series, let index, let from, let to, let body):
            self.series(series == .sum ? "sum" : "product", index, [from, to, body])
        case .opaque(let kind, let parts): arguments(kind, parts)
        case .matrix(let rows): arguments("matrix", rows.map { .tuple($0, .square) })
        case .piecewise(let pieces):
            arguments("piecewise", pieces.map { .tuple([$0.value] + ($0.condition.map { [$0] } ?? []), .round) })
        default: break
        }
    }

    private mutating func arguments(_ name: String, _ parts: [Expression]) {
        text += name
        text += "("
        join(parts, ", ", .disjunction)
        text += ")"
    }

    private mutating func series(_ name: String, _ index: String, _ parts: [Expression]) {
        let isNew = bound.insert(index).inserted
        arguments(name, [.symbol(index)] + parts)
        if isNew { bound.remove(index) }
    }

    private mutating func call(_ name: String, _ parts: [Expression]) {
        let letter = String(name.prefix { $0 != "_" && $0 != "'" && $0 != "^" })
        guard letter.utf8.count == 1, TreeParser.callNames.contains(letter), parts.count == 1 else {
            return arguments("\\operatorname{\(name)}", parts)
        }
        if name.hasSuffix("^-1") {
            symbol(String(name.dropLast(3)))
            text += "^{-1}"
        } else {
            symbol(name)
        }
        arguments("", parts)
    }

    private static func name(_ function: Expression.Function) -> String {
        switch function {
        case .absolute: "abs"
        case .ceiling: "ceil"
        case .realPart: "Re"
        case .imaginaryPart: "Im"
        case .conjugate: "conj"
        case .argument: "arg"
        case .determinant: "det"
        case .trace: "tr"
        case .lambertW: "LambertW"
        case .errorFunction: "erf"
        default: function.rawValue
        }
    }
}
