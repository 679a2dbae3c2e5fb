// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Factors: an operand with its exponents and postfix signs.
extension TreeParser {
    mutating func factor() throws(ParseError) -> Node {
        try enter()
        defer { leave() }
        let base = try operand()
        return try postfixed(base)
    }

    /// Applies exponents, factorials, percent and degree signs to an operand.
    mutating func postfixed(_ operand: Node) throws(ParseError) -> Node {
        var base = operand
        while true {
            switch kind {
            case .caret: base = try raised(base)
            case .underscore: base = try subscripted(base)
            case .bang: base = try factorials(base)
            case .percent:
                guard let percent = try percent(base) else { return base }
                base = percent
            case .degree: base = try degrees(base)
            case .construct(.chooseBetween), .construct(.permuteBetween): base = try chooseBetween(base)
            default: return base
            }
        }
    }

    // MARK: Exponents

    private mutating func raised(_ base: Node) throws(ParseError) -> Node {
        if let marked = try mark(base) { return marked }
        let exponent = try self.exponent()
        if case .power(.symbol(let name), let inner) = base.tree, !base.isGroup, case .underscore = kind {
            // `x^2_1`
            let symbol = try subscripted(Node(.symbol(name)))
            return try make(.power(symbol.tree, inner), over: base.height)
        }
        return try make(.power(base.tree, exponent.tree), over: max(base.height, exponent.height))
    }

    /// Exponents that are marks: `^\circ`, `^\prime`, `^*`, `^+`, `A^T`.
    private mutating func mark(_ base: Node) throws(ParseError) -> Node? {
        let isBraced = peek(1).kind == .open(.brace)
        let sign = peek(isBraced ? 2 : 1)
        let closes = !isBraced || peek(3).kind == .close(.brace)
        let length = isBraced ? 4 : 2
        switch sign.kind {
        case .degree where closes:
            index += length - (isBraced ? 2 : 1)
            let degrees = try self.degrees(base)
            if isBraced { try expect(.close(.brace)) }
            return try temperature(degrees)
        case .prime:
            guard case .symbol(let name) = base.tree else { return nil }
            var count = 0
            while peek((isBraced ? 2 : 1) + count).kind == .prime { count += 1 }
            guard !isBraced || peek(2 + count).kind == .close(.brace) else { return nil }
            index += count + (isBraced ? 3 : 1)
            return Node(.symbol(name + String(repeating: "'", count: count)), height: 0)
        case .times, .plus, .minus:
            let isAlone = isBraced ? closes : !follows(2)
            guard isAlone else { return nil }
            let sign = sign.kind == .times ? "*" : sign.kind == .plus ? "+" : "-"
            switch base.tree {
            case .symbol(let name):
                // One mark is all that a name has.
                guard !name.utf8.contains(UInt8(ascii: "^")) else { throw unexpected }
                index += length
                return Node(.symbol("\(name)^\(sign)"))
            case .numberSet(let name):
                index += length
                return Node(.numberSet(name + sign))
            case .number where sign != "*", .constant(.infinity), .negate:
                // One side of a limit's point.
                index += length
                return try make(.call(sign == "+" ? "right" : "left", [base.tree]), over: base.height)
            default: return nil
            }
        case .symbol(let name) where closes:
            let name = string(name)
            let isMatrix = if case .matrix = base.tree { true } else { false }
            guard name == "top" || name == "intercal" || name == "T" && (isMatrix || isCapital(base.tree)) else {
                return nil
            }
            index += length
            return try make(.apply(.transpose, [base.tree]), over: base.height)
        default: return nil
        }
    }

    private func isCapital(_ tree: Expression) -> Bool {
        guard case .symbol(let name) = tree else { return false }
        return name.utf8.count == 1 && name.utf8.allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
    }

    /// Whether an operand begins some tokens ahead.
    private func follows(_ offset: Int) -> Bool {
        switch peek(offset).kind {
        case .number, .symbol, .constant, .open, .construct, .function, .accent, .named, .based: true
        default: false
        }
    }

    /// The exponent after a caret.
    mutating func exponent() throws(ParseError) -> Node {
        advance()
        switch kind {
        case .minus, .plus:
            let isNegative = kind == .minus
            advance()
            let operand = try argument()
            let tower = try self.tower(operand)
            return isNegative ? try make(.negate(tower.tree), over: tower.height) : tower
        default: return try tower(try argument())
        }
    }

    /// `2^3^2` is 2^(3^2).
    private mutating func tower(_ base: Node) throws(ParseError) -> Node {
        guard kind == .caret, peek(1).kind != .degree else { return base }
        try enter()
        defer { leave() }
        let exponent = try self.exponent()
        return try make(.power(base.tree, exponent.tree), over: max(base.height, exponent.height))
    }

    // MARK: Postfix signs

    private mutating func factorials(_ operand: Node) throws(ParseError) -> Node {
        var count = 0
        while kind == .bang {
            advance()
            count += 1
        }
        guard count != 2 else { return try make(.doubleFactorial(operand.tree), over: operand.height) }
        var node = operand
        for _ in 0..<count { node = try make(.factorial(node.tree), over: node.height) }
        return node
    }

    /// `25 %`, and `10 % 7` where it is an operation.
    private mutating func percent(_ operand: Node) throws(ParseError) -> Node? {
        let token = current
        advance()
        if token.isSpaced, current.isSpaced, case .number = kind, bytes[Int(token.start)] == UInt8(ascii: "%") {
            let modulus = try factor()
            return try make(.modulo(operand.tree, modulus.tree), over: max(operand.height, modulus.height))
        }
        return try make(.percent(operand.tree), over: operand.height)
    }

    /// `45°`, `30° 15' 20''`, `20 °C`.
    private mutating func degrees(_ operand: Node) throws(ParseError) -> Node {
        guard kind == .degree else { throw unexpected }
        advance()
        if let minutes = try minutes(operand) { return minutes }
        return try temperature(try make(.degrees(operand.tree), over: operand.height))
    }

    /// The letter of a temperature scale behind degrees makes a quantity.
    private mutating func temperature(_ node: Node) throws(ParseError) -> Node {
        guard case .degrees(let value) = node.tree else { return node }
        switch kind {
        case .symbol(let name), .unit(let name), .word(let name):
            let unit = string(name)
            guard ["C", "F", "K", "Celsius", "Fahrenheit", "celsius", "fahrenheit"].contains(unit) else { return node }
            advance()
            return Node(.quantity(value, unit: "°\(unit.prefix(1).uppercased())"), height: node.height)
        default: return node
        }
    }

    /// Minutes and seconds of arc.
    private mutating func minutes(_ degrees: Node) throws(ParseError) -> Node? {
        guard case .number(let minutes) = kind, peek(1).kind == .prime, peek(2).kind != .prime else { return nil }
        var terms = [degrees.tree, .quotient(.number(literals[Int(minutes)]), .number(Self.whole(60)))]
        index += 2
        if case .number(let seconds) = kind, peek(1).kind == .prime, peek(2).kind == .prime {
            terms.append(.quotient(.number(literals[Int(seconds)]), .number(Self.whole(3600))))
            index += 3
        }
        nodes += 3
        let sum = try make(.sum(terms), over: max(degrees.height, 1))
        return try make(.degrees(sum.tree), over: sum.height)
    }

    /// `5C2` and `5P2`.
    private mutating func chooseBetween(_ operand: Node) throws(ParseError) -> Node {
        let isChoose = kind == .construct(.chooseBetween)
        advance()
        let count = try argument()
        let height = max(operand.height, count.height)
        return try make(
            isChoose ? .binomial(operand.tree, count.tree) : .apply(.permutations, [operand.tree, count.tree]),
            over: height)
    }

    // MARK: Subscripts

    /// An index on what is no plain symbol: the base of a number, or of a product of powers.
    private mutating func subscripted(_ base: Node) throws(ParseError) -> Node {
        switch base.tree {
        case .number:
            guard let digits = digits(before: index), let number = baseNumber() else { throw unexpected }
            return try leaf(.based(digits: digits, base: number))
        case .symbol(let name):
            guard name.utf8.count <= ParserLimits.name else { throw .tooLong(current.start) }
            return Node(.symbol(try name + "_" + indexName()))
        case .numberSet(let name): return Node(.numberSet(try name + "_" + indexName()))
        case .power(.symbol(let name), let exponent) where !base.isGroup:
            // `x^2_1`; a capital C with two numbers is a binomial.
            let symbol = Expression.symbol(try name + "_" + indexName())
            return Node(.power(symbol, exponent), height: base.height)
        default: throw unexpected
        }
    }

    /// The digits of the number, or of the number in parentheses, that ends before a token.
    private func digits(before index: Int) -> String? {
        var place = index - 1
        while place > 0, case .close = tokens[place].kind { place -= 1 }
        guard case .number = tokens[place].kind else { return nil }
        let range = Int(tokens[place].start)..<Int(tokens[place].end)
        let digits = bytes[range].filter { $0 != UInt8(ascii: ",") && $0 > 0x20 }
        guard digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 || $0 == UInt8(ascii: ".") }) else { return nil }
        return String(decoding: digits, as: UTF8.self)
    }

    /// The base that a subscript names, in digits or a word.
    private mutating func baseNumber() -> Int? {
        let saved = index
        advance()
        let isBraced = accept(.open(.brace))
        var base: Int?
        switch kind {
        case .number(let literal): base = literals[Int(literal)].value.word
        case .word(let word):
            base =
                [
                    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
                    "twelve": 12, "sixteen": 16,
                ][string(word)]
        default: break
        }
        advance()
        guard let base, base >= 2, base <= 36, !isBraced || accept(.close(.brace)) else {
            index = saved
            return nil
        }
        return base
    }

    /// What a subscript says, as part of a name: without white space, braces and backslashes.
    mutating func indexName() throws(ParseError) -> String {
        advance()
        guard kind == .open(.brace) else {
            if options.strictLatex { splitDigit() }
            if case .close = kind { throw unexpected }
            let name = try indexPart(current)
            advance()
            return name
        }
        advance()
        var name = ""
        var depth = 0
        while true {
            switch kind {
            case .end: throw .unclosed(current.start)
            case .open(.brace): depth += 1
            case .close(.brace):
                guard depth > 0 else {
                    advance()
                    guard !name.isEmpty else { throw unexpected }
                    return name
                }
                depth -= 1
            default: name += try indexPart(current)
            }
            advance()
        }
    }

    private func indexPart(_ token: Token) throws(ParseError) -> String {
        switch token.kind {
        case .symbol(let name), .word(let name), .unit(let name), .named(let name), .numberSet(let name),
            .accent(let name):
            return string(name).filter { $0 != " " }
        case .end: throw .unclosed(token.start)
        default:
            var text = bytes[Int(token.start)..<Int(token.end)]
            // A word in `\text` that the lexer knows: what the braces hold.
            if let brace = text.firstIndex(of: UInt8(ascii: "{")) { text = text[(brace + 1)...] }
            return String(
                decoding: text.filter { $0 > 0x20 && $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: "}") },
                as: UTF8.self)
        }
    }
}
