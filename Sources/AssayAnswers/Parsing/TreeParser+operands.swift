// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Operands: numbers, names, brackets and commands with their arguments.
extension TreeParser {
    mutating func operand() throws(ParseError) -> Node {
        let token = current
        switch token.kind {
        case .number(let literal):
            advance()
            return try number(literal)
        case .based(let digits, let base):
            advance()
            return try leaf(.based(digits: string(digits), base: Int(base)))
        case .symbol(let name):
            advance()
            return try symbol(string(name))
        case .named(let name):
            advance()
            return try named(string(name))
        case .accent(let accent):
            advance()
            return try accented(string(accent))
        case .constant(let constant):
            advance()
            return try self.constant(constant)
        case .numberSet(let name):
            advance()
            return try leaf(.numberSet(string(name)))
        case .emptySet:
            advance()
            return try leaf(.emptySet)
        case .ellipsis:
            advance()
            return try leaf(.ellipsis)
        case .word(let text), .unit(let text):
            advance()
            return try leaf(.text(string(text)))
        case .function(let function):
            advance()
            return try applied(function)
        case .construct(let construct):
            advance()
            return try constructed(construct)
        case .begin(let environment): return try self.environment(environment)
        case .open, .close(.square), .bar, .doubleBar, .relation(.less): return try bracketed()
        case .underscore, .caret: return try indexedBefore()
        default: throw token.kind == .end ? .unclosed(token.start) : unexpected
        }
    }

    /// The argument of a command, or an exponent: a group in braces, or one operand.
    ///
    /// Where it `splits`, a number without braces is taken digit by digit, as TeX has it.
    mutating func argument(splits: Bool = false) throws(ParseError) -> Node {
        switch kind {
        case .open(.brace), .open(.looseBrace): return try group()
        case .number:
            if splits || options.strictLatex { splitDigit() }
            guard case .number(let literal) = kind else { throw unexpected }
            advance()
            return try leaf(.number(literals[Int(literal)]))
        case .symbol(let name):
            advance()
            return try leaf(.symbol(string(name)))
        case .constant(let constant):
            advance()
            return try self.constant(constant)
        default:
            try enter()
            defer { leave() }
            return try operand()
        }
    }

    /// Cuts the first digit off a number of several plain digits, so that it is a token of its own.
    mutating func splitDigit() {
        let token = current
        let range = Int(token.start)..<Int(token.end)
        guard case .number = token.kind, range.count > 1, range.count <= ParserLimits.name,
            bytes[range].allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
            let first = Rational(decimal: [bytes[range.lowerBound]]),
            let rest = Rational(decimal: Array(bytes[range.dropFirst()]))
        else { return }
        literals.append(NumberLiteral(first, significantDigits: 1))
        literals.append(NumberLiteral(rest, significantDigits: range.count - 1))
        var head = token
        head.kind = .number(Int32(literals.count - 2))
        head.end = token.start + 1
        var tail = token
        tail.kind = .number(Int32(literals.count - 1))
        tail.start = token.start + 1
        tail.isSpaced = false
        tail.isSplit = true
        // The head takes the place of the token before, which has been read; inserting would cost a move of all others.
        guard index > 0 else { return }
        tokens[index] = tail
        index -= 1
        tokens[index] = head
    }

    // MARK: Numbers

    private mutating func number(_ literal: Int32) throws(ParseError) -> Node {
        let whole = literals[Int(literal)]
        guard !whole.isDecimal, whole.value.isInteger else { return try leaf(.number(whole)) }
        if let fraction = mixedFraction() {
            nodes += 3
            let part = try make(.quotient(.number(fraction.0), .number(fraction.1)), over: 0)
            return try mixed(whole, part)
        }
        return try leaf(.number(whole))
    }

    /// A whole number and a proper fraction behind it: their sum, as one operand.
    private mutating func mixed(_ whole: NumberLiteral, _ part: Node) throws(ParseError) -> Node {
        var node = try make(.sum([.number(whole), part.tree]), over: 1)
        node.isGroup = true
        return node
    }

    /// The fraction of a mixed number, if one stands here: `\frac13`, `\frac{1}{3}`, ` 1/3`.
    private mutating func mixedFraction() -> (NumberLiteral, NumberLiteral)? {
        switch kind {
        case .construct(.fraction): return mixedCommand()
        case .number(let top) where current.isSpaced && !current.isWide && peek(1).kind == .slash:
            guard case .number(let bottom) = peek(2).kind, !peek(1).isSpaced, !peek(2).isSpaced,
                peek(3).kind != .caret, let fraction = proper(top, bottom)
            else { return nil }
            index += 3
            return fraction
        default: return nil
        }
    }

    private mutating func mixedCommand() -> (NumberLiteral, NumberLiteral)? {
        var place = 1
        var parts: [Int32] = []
        while parts.count < 2 {
            switch peek(place).kind {
            case .open(.brace):
                guard case .number(let part) = peek(place + 1).kind, peek(place + 2).kind == .close(.brace) else {
                    return nil
                }
                parts.append(part)
                place += 3
            case .number(let part):
                let token = peek(place)
                let length = token.end - token.start
                if parts.isEmpty, length == 2, let pair = digitPair(token) {
                    // `\frac13`
                    guard let fraction = proper(pair.0, pair.1) else { return nil }
                    index += place + 1
                    return fraction
                }
                guard length == 1 else { return nil }
                parts.append(part)
                place += 1
            default: return nil
            }
        }
        guard let fraction = proper(parts[0], parts[1]) else { return nil }
        index += place
        return fraction
    }

    private mutating func digitPair(_ token: Token) -> (Int32, Int32)? {
        let digits = bytes[Int(token.start)..<Int(token.end)]
        guard digits.count == 2, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
        for digit in digits { literals.append(NumberLiteral(Rational(Int(digit) - 0x30), significantDigits: 1)) }
        return (Int32(literals.count - 2), Int32(literals.count - 1))
    }

    private func proper(_ top: Int32, _ bottom: Int32) -> (NumberLiteral, NumberLiteral)? {
        let (top, bottom) = (literals[Int(top)], literals[Int(bottom)])
        guard !top.isDecimal, !bottom.isDecimal, top.value.isInteger, bottom.value.isInteger, top.value.signum > 0,
            top.value < bottom.value
        else { return nil }
        return (top, bottom)
    }

    // MARK: Names

    private mutating func constant(_ constant: Expression.Constant) throws(ParseError) -> Node {
        switch constant {
        case .e where bindsE > 0: try symbol("e")
        case .i where bindsI > 0: try symbol("i")
        case .e where kind == .underscore: try symbol("e")
        case .i where kind == .underscore: try symbol("i")
        default: try leaf(.constant(constant))
        }
    }

    /// A variable with its index and primes, or the call of a function.
    private mutating func symbol(_ letter: String) throws(ParseError) -> Node {
        var name = letter
        if letter == "mathbb" { throw unexpected }
        if kind == .underscore {
            if letter == "C", let binomial = try indexedBinomial() { return binomial }
            name += try "_" + indexName()
        }
        var primes = 0
        while kind == .prime {
            primes += 1
            advance()
        }
        if primes > 0 { name += String(repeating: "'", count: primes) }
        if let call = try call(name, letter, hasPrimes: primes > 0) { return call }
        return try leaf(.symbol(name))
    }

    /// `C_5^2`, the binomial of two numbers.
    private mutating func indexedBinomial() throws(ParseError) -> Node? {
        func literal(_ place: Int) -> (NumberLiteral, Int)? {
            if case .number(let value) = peek(place).kind { return (literals[Int(value)], place + 1) }
            guard peek(place).kind == .open(.brace), case .number(let value) = peek(place + 1).kind,
                peek(place + 2).kind == .close(.brace)
            else { return nil }
            return (literals[Int(value)], place + 3)
        }
        guard let (top, next) = literal(1), peek(next).kind == .caret, let (bottom, end) = literal(next + 1),
            !top.isDecimal, !bottom.isDecimal, bottom.value.signum >= 0,
            bottom.value < top.value || bottom.value == top.value
        else { return nil }
        index += end
        nodes += 2
        return try make(.binomial(.number(top), .number(bottom)), over: 0)
    }

    /// `\operatorname{f}`: a call where arguments follow.
    private mutating func named(_ letter: String) throws(ParseError) -> Node {
        var name = letter
        if kind == .underscore { name += try "_" + indexName() }
        while kind == .prime {
            name += "'"
            advance()
        }
        if kind == .open(.round) { return try callArguments(name) }
        guard startsFactor, kind != .open(.square) else { return try leaf(.symbol(name)) }
        let argument = try factor()
        return try make(.call(name, [argument.tree]), over: argument.height)
    }

    /// `\hat{x}`, `\vec{AB}`, `\overline{z}`.
    private mutating func accented(_ accent: String) throws(ParseError) -> Node {
        if accent == "bar", kind == .open(.brace), let conjugate = try conjugate() { return conjugate }
        switch kind {
        case .open(.brace), .symbol, .constant, .number: break
        default: throw unexpected
        }
        // The name of an index expects a sign before it.
        index -= 1
        let content = try indexName()
        var name = "\(accent == "vec" && ["i", "j", "k"].contains(content) ? "hat" : accent):\(content)"
        if kind == .underscore { name += try "_" + indexName() }
        return try leaf(.symbol(name))
    }

    /// `\overline{z}` and `\overline{3+4i}`; nil for a name such as `\overline{AB}`, with nothing read.
    private mutating func conjugate() throws(ParseError) -> Node? {
        let start = index
        let content = try argument()
        let isConjugate =
            switch content.tree {
            case .symbol(let name): name == "z" || name == "w"
            case .sum, .quotient, .power, .apply, .negate: true
            case .product(let factors): !factors.allSatisfy { if case .symbol = $0 { true } else { false } }
            default: false
            }
        guard isConjugate else {
            index = start
            return nil
        }
        return try make(.apply(.conjugate, [content.tree]), over: content.height)
    }
}
