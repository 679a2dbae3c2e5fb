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

    /// Looks at every node once.
    ///
    /// - Parameters:
    ///   - expression: the node.
    ///   - bound: variables that a series around it binds.
    ///   - isWhole: whether its variables stand for whole numbers.
    private mutating func visit(_ expression: Expression, bound: Set<String>, isWhole: Bool = false) {
        nodes += 1
        var bound = bound
        // Which of the children are whole where the node itself is not.
        var wholeChildren: Range<Int> = 0..<0
        let all = 0..<Int.max
        switch expression {
        case .number(let number):
            if number.isDecimal { hasDecimal = true }
        case .constant(let constant):
            switch constant {
            case .i: hasImaginaryUnit = true
            case .pi, .e, .infinity: isRational = false
            }
        case .symbol(let name):
            guard !bound.contains(name) else { break }
            symbols.insert(name)
            if isWhole { wholeSymbols.insert(name) }
        case .sum, .product, .quotient, .negate, .percent, .ratio, .quantity: break
        case .power(let base, let exponent):
            if exponent.literal?.value.isInteger != true {
                isRational = false
                if ExpressionProfile.isNegative(base) { wholeChildren = 1..<2 }
                if let value = exponent.literal?.value, !value.isInteger { hasImaginaryUnit = true }
            }
        case .root(_, let degree):
            isRational = false
            if let value = degree.literal?.value, value.isInteger, value.isOdd {
                hasOddRoot = true
            } else {
                hasImaginaryUnit = true
            }
        case .factorial, .doubleFactorial, .binomial, .modulo:
            isRational = false
            wholeChildren = all
        case .series(_, let index, _, _, _):
            isRational = false
            // Its bounds, not its terms.
            wholeChildren = 0..<2
            bound.insert(index)
        case .apply(let function, _):
            isRational = false
            switch function {
            case .absolute, .floor, .ceiling, .round, .sign, .max, .min: hasBranches = true
            case .log: hasPlainLogarithm = true
            case .gcd, .lcm, .totient, .permutations:
                wholeChildren = all
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
                visit(piece.value, bound: bound, isWhole: isWhole)
                guard let condition = piece.condition else { continue }
                let inner = ExpressionProfile(condition)
                symbols.formUnion(inner.symbols.subtracting(bound))
                nodes += inner.nodes
            }
            return
        }
        var index = 0
        expression.forEachChild { child in
            visit(child, bound: bound, isWhole: isWhole || wholeChildren.contains(index))
            index += 1
        }
    }

    private static func isNegative(_ expression: Expression) -> Bool {
        switch expression {
        case .negate: true
        case .number(let number): number.value.signum < 0
        default: false
        }
    }
}
