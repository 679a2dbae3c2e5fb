// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// One sign, word, number or command of an input.
struct Token {
    var kind: Kind
    /// First and last byte of it in the normalised input.
    var start: Int32
    var end: Int32
    /// White space stands before it.
    var isSpaced = false
    /// `\quad` or as much space stands before it.
    var isWide = false
    /// A later bar stands in the same bracket, so that this one may open an absolute value.
    var hasLaterBar = false

    /// A digit that was cut off a longer number.
    var isSplit = false

    /// What a token is; strings and literals are in tables of the lexer, named by index.
    enum Kind: Hashable {
        case end
        /// A literal.
        case number(Int32)
        /// Digits some of which are letters, with the base.
        case based(Int32, base: Int32)
        /// A variable.
        case symbol(Int32)
        /// `\hat{x}` and the like before their argument: the name of the accent.
        case accent(Int32)
        /// Words.
        case word(Int32)
        /// Letters that are a unit, behind a number.
        case unit(Int32)
        /// The name of a function that nothing is known of.
        case named(Int32)
        case constant(Expression.Constant)
        case numberSet(Int32)
        case emptySet
        case ellipsis
        case function(Expression.Function)
        case construct(Construct)
        case relation(Expression.Relation)
        case plus, minus, plusMinus, minusPlus, times, slash, caret, underscore, bang, percent, degree, prime, star
        case union, intersection, difference
        case conjunction, disjunction
        /// Words that join or qualify.
        case and, or, condition, otherwise, mod
        case comma, semicolon, colon, newline, ampersand, mid, implies
        case open(Bracket)
        case close(Bracket)
        /// `|`, `\|`: which side it is, its place tells.
        case bar, doubleBar
        /// `\right.`
        case closeNothing
        case begin(Environment)
        case finish(Environment)
    }

    /// What commands with arguments make.
    enum Construct: Hashable {
        case fraction, binomial, root, squareRoot, cubeRoot, fourthRoot
        case sum, product, integral, limit
        case parenthesizedMod
        /// Between its operands: `5C2`, `5P2`, `n \choose k`, `a \over b`.
        case chooseBetween, permuteBetween, choose, over
        /// Plain names of constructs: `binomial(n, k)`, `matrix([1, 2], [3, 4])`, `series`….
        case plain(Plain)
    }

    /// Constructs that only the printed form has.
    enum Plain: String, Hashable {
        case root, binomial, matrix, piecewise, integral, limit, derivative, sum, product
    }

    /// Kinds of brackets.
    enum Bracket: Hashable {
        case round, square, angle, floor, ceiling, bar, norm
        /// A brace of TeX: a group, or at the begin of an operand perhaps a set.
        case brace
        /// `{` where a set may begin.
        case looseBrace
        /// `\{`.
        case set
        /// `\left.`
        case nothing
    }

    /// Environments by what they make.
    enum Environment: Hashable {
        case matrix, determinant, norm, array, cases, lines
    }
}
