// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Products and quotients.
extension TreeParser {
    /// Factors, written with and without signs between them.
    mutating func term() throws(ParseError) -> Node {
        let first = try factor()
        guard continuesTerm else { return first }
        return try term(after: first)
    }

    /// Whether the next token belongs to the product that was begun.
    private var continuesTerm: Bool {
        switch kind {
        case .times, .slash, .word, .unit: true
        default: startsFactor
        }
    }

    private mutating func term(after first: Node) throws(ParseError) -> Node {
        var product = Product(first)
        while true {
            switch kind {
            case .times:
                advance()
                // `2 \cdot \times 3`: one of them is a slip.
                let factor = try signedFactor()
                product.append(try scientific(&product, factor), isImplicit: false)
            case .slash:
                advance()
                let divisor = try self.divisor(of: product)
                let dividend = try closed(product)
                product = Product(
                    try quotient(dividend, divisor))
            case .word, .unit:
                guard let unit = try unit(after: product) else { return try closed(product) }
                let value = try closed(product)
                product = Product(try make(.quantity(value.tree, unit: unit), over: value.height))
            default:
                guard startsFactor else { return try closed(product) }
                if isNumberAfterNumber(product) { throw unexpected }
                if let unit = compoundUnit(after: product) {
                    let value = try closed(product)
                    product = Product(try make(.quantity(value.tree, unit: unit), over: value.height))
                    continue
                }
                product.append(try factor(), isImplicit: true)
            }
        }
    }

    /// Factors read so far.
    struct Product {
        var factors: [Expression]
        var height: Int32
        /// The only factor so far, as it was read.
        var first: Node?
        /// Whether the last factor followed without a sign.
        var isImplicit = false

        init(_ first: Node) {
            self.first = first
            height = first.height
            factors = [first.tree]
            if !first.isGroup, case .product(let before) = first.tree {
                factors = before
                height -= 1
            }
        }

        var last: Expression { factors[factors.count - 1] }

        mutating func append(_ factor: Node, isImplicit: Bool) {
            first = nil
            factors.append(factor.tree)
            height = max(height, factor.height)
            self.isImplicit = isImplicit
        }
    }

    private mutating func closed(_ product: Product) throws(ParseError) -> Node {
        if let first = product.first { return first }
        guard product.factors.count > 1 else { return Node(product.factors[0], height: product.height) }
        return try make(.product(product.factors), over: product.height)
    }

    /// `2 3` is no product, where `2(3)` and `x 3` are.
    private func isNumberAfterNumber(_ product: Product) -> Bool {
        guard case .number = kind, case .number = product.last, index > 0 else { return false }
        if case .number = tokens[index - 1].kind { return !current.isSplit }
        return false
    }

    // MARK: Quotients

    /// A factor that may have a sign before it.
    mutating func signedFactor() throws(ParseError) -> Node {
        switch kind {
        case .plus:
            advance()
            return try factor()
        case .minus, .plusMinus, .minusPlus:
            let sign = kind
            advance()
            let factor = try self.factor()
            let tree: Expression =
                sign == .minus ? .negate(factor.tree) : .plusMinus(nil, factor.tree, isMinusFirst: sign == .minusPlus)
            return try make(tree, over: factor.height)
        default: return try factor()
        }
    }

    /// What a slash divides by.
    ///
    /// A number divides alone (`1/2x` is x/2), a letter with what sticks to it (`a/bc` is a/(bc)).
    private mutating func divisor(of dividend: Product) throws(ParseError) -> Node {
        let isNumber = if case .number = kind { true } else { false }
        let isBracket = if case .open = kind { true } else { false }
        let first = try signedFactor()
        guard sticks, !isBracket else { return first }
        ambiguities.insert(.slashIsOtherwise)
        let takesAll = isNumber == reading.contains(.slashIsOtherwise)
        guard takesAll else { return first }
        var product = Product(first)
        while sticks { product.append(try factor(), isImplicit: true) }
        return try closed(product)
    }

    /// Whether another factor follows without a sign and without space.
    private var sticks: Bool {
        guard !current.isSpaced, startsFactor else { return false }
        switch kind {
        case .symbol, .constant, .construct, .function: return true
        default: return false
        }
    }

    /// A quotient, or a derivative where it is written as one.
    mutating func quotient(_ top: Node, _ bottom: Node) throws(ParseError) -> Node {
        try make(.quotient(top.tree, bottom.tree), over: max(top.height, bottom.height))
    }

    // MARK: Scientific notation

    /// Joins a decimal and the power of ten that multiplies it into one literal; takes the decimal out of the product.
    private mutating func scientific(_ product: inout Product, _ factor: Node) throws(ParseError) -> Node {
        guard case .number(let mantissa) = product.last, let decimals = mantissa.decimals, mantissa.exponent == 0,
            case .power(.number(let base), let power) = factor.tree, base.value == Rational(10), base.decimals == nil,
            let exponent = Self.integer(power), exponent != 0, exponent.magnitude <= UInt(ParserLimits.exponent),
            let scale = Rational(decimal: [0x31], exponent: exponent)
        else { return factor }
        let literal = NumberLiteral(
            mantissa.value * scale, decimals: decimals, significantDigits: mantissa.significantDigits,
            exponent: exponent)
        product.factors.removeLast()
        return Node(.number(literal))
    }

    /// The value of an integer literal with or without a minus.
    static func integer(_ tree: Expression) -> Int? {
        switch tree {
        case .number(let literal): literal.isDecimal ? nil : literal.value.word
        case .negate(.number(let literal)): literal.isDecimal ? nil : literal.value.word.map { -$0 }
        default: nil
        }
    }

    // MARK: Juxtaposition

    /// Whether a factor may begin here that follows another one without a sign.
    var startsFactor: Bool {
        guard !current.isWide else { return false }
        switch kind {
        case .symbol(let name):
            // The differential closes an integral.
            return integrals == 0 || !isDifferential(name)
        case .open(.round): return peek(1).kind != .mod
        case .bar, .doubleBar: return bars == 0 && builders == 0 && current.hasLaterBar
        case .open(.square): return !closesFrenchInterval
        case .construct(.parenthesizedMod), .construct(.choose), .construct(.over): return false
        case .close, .ellipsis, .word, .unit, .emptySet: return false
        default: return startsOperand
        }
    }

    /// Whether an operand may begin with the token.
    var startsOperand: Bool {
        switch kind {
        case .number, .based, .symbol, .accent, .named, .constant, .numberSet, .emptySet, .ellipsis, .function, .open,
            .begin, .bar, .doubleBar, .word:
            true
        case .construct(let construct):
            switch construct {
            case .chooseBetween, .permuteBetween, .choose, .over, .parenthesizedMod: false
            default: true
            }
        default: false
        }
    }

    /// `[` that closes `]0, 1[`.
    var closesFrenchInterval: Bool {
        guard frenchBrackets > 0 else { return false }
        switch peek(1).kind {
        case .end, .close, .union, .intersection, .difference, .comma, .relation, .and, .or, .closeNothing: return true
        default: return false
        }
    }

    /// `d` in front of a letter.
    func isDifferential(_ name: Int32) -> Bool {
        guard string(name) == "d" else { return false }
        if case .symbol = peek(1).kind { return true }
        return false
    }
}
