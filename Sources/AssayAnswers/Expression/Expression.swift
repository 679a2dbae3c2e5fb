// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// A mathematical answer as it was written: a tree that keeps form (a quotient stays a quotient, `(x-1)(x+1)` a product)
/// and has notation resolved (`1,234`, `\frac12`, `2\frac13`, `0.\overline{3}`, `25\%`).
///
/// The parser makes it; nothing in it is simplified.
package indirect enum Expression: Hashable, Sendable {
    // MARK: Values
    /// A literal.
    case number(NumberLiteral)
    /// π, e, i, ∞.
    case constant(Constant)
    /// A variable: `x`, `x_1`, `\theta` (named without the backslash: `theta`), `A'`.
    case symbol(String)

    // MARK: Arithmetic
    /// A sum of at least two terms; a subtracted term is a ``negate(_:)``.
    case sum([Expression])
    /// A product of at least two factors.
    case product([Expression])
    case quotient(Expression, Expression)
    case negate(Expression)
    case power(Expression, Expression)
    /// The principal root: of a negative radicand the real one where the degree is an odd literal.
    case root(Expression, degree: Expression)
    /// `a ± b` (`-` first where `isMinusFirst`); without `a`, `±b`.
    case plusMinus(Expression?, Expression, isMinusFirst: Bool)
    case factorial(Expression)
    case doubleFactorial(Expression)
    case binomial(Expression, Expression)
    /// `x %`.
    case percent(Expression)
    /// `x°` (an angle; temperature is a quantity and no expression).
    case degrees(Expression)
    /// A known function of its arguments, see ``Function``.
    case apply(Function, [Expression])
    /// An unknown function: `f(x)`, `\Phi(x, y)`, and `f'(x)` with the name `f'`.
    case call(String, [Expression])
    /// `\sum` or `\prod` of `body` for `index` from `from` to `to`.
    case series(Series, index: String, from: Expression, to: Expression, body: Expression)
    /// An integral, a limit, a derivative: compared by form only, or evaluated by quadrature. `kind` is `integral`,
    /// `limit` or `derivative`; `arguments` are its parts in the order written (bounds, body, variable, point).
    case opaque(kind: String, arguments: [Expression])
    /// `a mod m` as an operation (`10 \bmod 7`), or the residue class `3 \pmod 7`, alike.
    case modulo(Expression, Expression)
    /// Digits in a base that a subscript names: `1011_2`. `digits` as written.
    case based(digits: String, base: Int)
    /// `3:4`, `1:2:3`.
    case ratio([Expression])

    // MARK: Structures
    /// Ordered entries between parentheses, square or angle brackets: `(1, 2)`, `[1, 2, 3]`, `\langle 1, 2\rangle`.
    /// `(0, 1)` may be an interval too: ``interval`` is only what can be nothing else, or what `(…)` is with an infinite
    /// end.
    case tuple([Expression], Bracket)
    /// Entries between braces.
    case set([Expression])
    /// A list without brackets: `1, 2`, `1, 2 and 3`, `x = 1 or x = 2`. `join` is the last word that joins it.
    case list([Expression], join: Join)
    /// An interval of reals: `[0, 1)`, `(-\infty, 3]`.
    case interval(Expression, Expression, isClosedLow: Bool, isClosedHigh: Bool)
    case union([Expression])
    case intersection([Expression])
    /// `A \setminus B`.
    case difference(Expression, Expression)
    /// `\emptyset`, `\{\}`, "no solution".
    case emptySet
    /// `\mathbb{R}` and its kind: `R`, `Q`, `Z`, `N`, `C`.
    case numberSet(String)
    /// `\{x : x > 0\}`: variable part and condition.
    case setBuilder(Expression, condition: Expression)
    /// Rows of a matrix; a column vector has one entry a row. A determinant (`vmatrix`) is ``apply`` of `.determinant`.
    case matrix([[Expression]])
    /// `\begin{cases}`: values with their conditions; a nil condition is "otherwise".
    case piecewise([Piece])
    /// A chain of relations: `a < b \le c` has three operands and two operators.
    case relation([Expression], [Relation])
    /// `A \land B`, `A \lor B`, and conditions joined by "and" / "or" between relations.
    case conjunction([Expression])
    case disjunction([Expression])
    /// Words: `\text{odd}`, also units that no number stands before.
    case text(String)
    /// A value with a unit as it was written: `5\text{ cm}`, `9.8\,\mathrm{m/s^2}`. The unit is read elsewhere.
    case quantity(Expression, unit: String)
    /// `\ldots`.
    case ellipsis

    /// One line of a piecewise definition.
    package struct Piece: Hashable, Sendable {
        package var value: Expression
        package var condition: Expression?

        package init(_ value: Expression, if condition: Expression?) {
            self.value = value
            self.condition = condition
        }
    }

    /// How a list is joined.
    package enum Join: Hashable, Sendable { case comma, and, or, semicolon }

    /// What stands around a tuple.
    package enum Bracket: Hashable, Sendable { case round, square, angle }

    /// A repeated operation.
    package enum Series: Hashable, Sendable { case sum, product }

    /// A named number.
    package enum Constant: Hashable, Sendable { case pi, e, i, infinity }

    /// An operator between the two sides of a relation.
    package enum Relation: String, Hashable, Sendable {
        case equal = "=", notEqual = "!=", less = "<", lessOrEqual = "<=", greater = ">", greaterOrEqual = ">="
        case approximately = "~", congruent = "congruent", element = "in", notElement = "notin"
        case subset = "subset", proportional = "proportional", to = "->"
    }

    /// A known function.
    ///
    /// `\sin^{-1}` is `.arcsin`; `\sin^2 x` a power of an application.
    package enum Function: String, Hashable, Sendable {
        case sin, cos, tan, cot, sec, csc
        case arcsin, arccos, arctan, arccot, arcsec, arccsc
        case sinh, cosh, tanh, coth, sech, csch, arsinh, arcosh, artanh
        case exp
        /// The natural logarithm, written `\ln`.
        case ln
        /// `\log` without a base: natural or to base 10.
        case log
        /// Logarithm with a base: arguments are base and argument; `\lg` is base 10, `\lb` base 2.
        case logBase
        case absolute, floor, ceiling, round, sign
        case realPart, imaginaryPart, conjugate, argument
        case max, min, gcd, lcm
        /// Norm of a vector, determinant, transpose and trace of a matrix.
        case norm, determinant, transpose, trace
        /// Γ, the Lambert function, the error function, ζ.
        case gamma, lambertW, errorFunction, zeta
        /// Number of permutations `P(n, k)`; combinations are ``binomial``.
        case permutations
        /// Euler's φ, and the number of divisors and the sum of divisors.
        case totient
    }
}

/// A number as it was written: its exact value, and how precisely it was stated.
package struct NumberLiteral: Hashable, Sendable {
    /// The exact value, where it is of a size that can be held; see ``Rational``.
    package var value: Rational
    /// Digits behind the decimal point; nil for an integer written without one.
    ///
    /// `2.50` has 2, `6.02e23` has 2 (of the mantissa), `0.\overline{3}` nil, since it is exact.
    package var decimals: Int?
    /// Significant digits as written: `0.0012` has 2, `1200` has 4, `2.50` has 3.
    package var significantDigits: Int
    /// The power of ten that the mantissa is multiplied by; 0 without one.
    package var exponent: Int

    /// Whether it was written with a decimal point or in scientific notation: tolerance may apply to it.
    package var isDecimal: Bool { decimals != nil || exponent != 0 }

    package init(_ value: Rational, decimals: Int? = nil, significantDigits: Int = 0, exponent: Int = 0) {
        self.value = value
        self.decimals = decimals
        self.significantDigits = significantDigits
        self.exponent = exponent
    }

    /// A whole number.
    package init(_ value: Int) { self.init(Rational(value)) }
}
