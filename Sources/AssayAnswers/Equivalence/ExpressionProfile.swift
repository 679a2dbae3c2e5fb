// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// What an expression is made of: decides which rungs of the ladder can be asked.
struct ExpressionProfile {
    /// Free variables.
    private(set) var symbols: Set<String> = []
    /// Variables that stand for whole numbers: those under a factorial, in the bounds of a series, in a binomial, in a
    /// remainder, or in the exponent of a negative base.
    private(set) var wholeSymbols: Set<String> = []
    /// A literal with a decimal point or a power of ten.
    private(set) var hasDecimal = false
    /// Something other than + − × ÷ and whole powers.
    private(set) var isRational = true
    /// `i`, or a root that may be taken of a negative number.
    private(set) var hasImaginaryUnit = false
    /// A root of odd degree: real for negative radicands.
    private(set) var hasOddRoot = false
    /// A function with branches: |x|, floor, cases, max.
    private(set) var hasBranches = false
    /// `\log` without a base.
    private(set) var hasPlainLogarithm = false
    /// An unknown function, an integral, a limit, words, an ellipsis: what cannot be evaluated.
    private(set) var hasOpaque = false
    /// A structure where a scalar is expected.
    private(set) var hasStructure = false
    /// Number of nodes.
    private(set) var nodes = 0

    init(_ expression: Expression) {
        visit(expression, bound: [])
    }

    init(_ expressions: [Expression]) {
        for expression in expressions { visit(expression, bound: []) }
    }

    private mutating func visit(_ expression: Expression, bound: Set<String>) {
        nodes += 1
        var bound = bound
        switch expression {
        case .number(let number):
            if number.isDecimal { hasDecimal = true }
        case .constant(let constant):
            switch constant {
            case .i: hasImaginaryUnit = true
            case .pi, .e, .infinity: isRational = false
            }
        case .symbol(let name):
            if !bound.contains(name) { symbols.insert(name) }
        case .sum, .product, .quotient, .negate, .percent, .ratio, .quantity: break
        case .power(let base, let exponent):
            if exponent.literal?.value.isInteger != true {
                isRational = false
                if ExpressionProfile.isNegative(base) {
                    wholeSymbols.formUnion(ExpressionProfile(exponent).symbols.subtracting(bound))
                }
                if let value = exponent.literal?.value, !value.isInteger { hasImaginaryUnit = true }
            }
        case .root(_, let degree):
            isRational = false
            if let value = degree.literal?.value, value.isInteger, value.isOdd {
                hasOddRoot = true
            } else {
                hasImaginaryUnit = true
            }
        case .factorial(let inner), .doubleFactorial(let inner):
            isRational = false
            wholeSymbols.formUnion(ExpressionProfile(inner).symbols.subtracting(bound))
        case .binomial(let upper, let lower), .modulo(let upper, let lower):
            isRational = false
            wholeSymbols.formUnion(ExpressionProfile([upper, lower]).symbols.subtracting(bound))
        case .series(_, let index, let from, let to, _):
            isRational = false
            wholeSymbols.formUnion(ExpressionProfile([from, to]).symbols.subtracting(bound))
            bound.insert(index)
        case .apply(let function, let arguments):
            isRational = false
            switch function {
            case .absolute, .floor, .ceiling, .round, .sign, .max, .min: hasBranches = true
            case .log: hasPlainLogarithm = true
            case .gcd, .lcm, .totient, .permutations:
                wholeSymbols.formUnion(ExpressionProfile(arguments).symbols.subtracting(bound))
            default: break
            }
        case .piecewise:
            isRational = false
            hasBranches = true
        case .degrees, .based:
            isRational = false
        case .call, .opaque, .text, .ellipsis:
            isRational = false
            hasOpaque = true
        case .plusMinus, .tuple, .set, .list, .interval, .union, .intersection, .difference, .emptySet, .numberSet:
            hasStructure = true
            isRational = false
        case .setBuilder, .matrix, .relation, .conjunction, .disjunction:
            hasStructure = true
            isRational = false
        }
        // The conditions of cases are relations, but no structure of the value.
        if case .piecewise(let pieces) = expression {
            for piece in pieces {
                visit(piece.value, bound: bound)
                guard let condition = piece.condition else { continue }
                let inner = ExpressionProfile(condition)
                symbols.formUnion(inner.symbols.subtracting(bound))
                nodes += inner.nodes
            }
            return
        }
        for child in expression.children { visit(child, bound: bound) }
    }

    private static func isNegative(_ expression: Expression) -> Bool {
        switch expression {
        case .negate: true
        case .number(let number): number.value.signum < 0
        default: false
        }
    }
}
