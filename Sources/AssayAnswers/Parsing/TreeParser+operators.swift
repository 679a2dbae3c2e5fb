// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Infix operators looser than products.
extension TreeParser {
    /// Precedences, loosest first.
    enum Precedence: Int, Comparable {
        case logic, conjunction, relation, modulo, ratio, union, intersection, sum

        static func < (a: Precedence, b: Precedence) -> Bool { a.rawValue < b.rawValue }
    }

    /// An expression whose operators bind at least as tightly as `lowest`.
    mutating func expression(_ lowest: Precedence) throws(ParseError) -> Node {
        try enter()
        defer { leave() }
        var left = try signedTerm()
        while true {
            switch kind {
            case .plus, .minus, .plusMinus, .minusPlus: left = try sum(left)
            case .intersection where lowest <= .intersection: left = try chain(left, .intersection, above: .sum)
            case .union where lowest <= .union, .difference where lowest <= .union: left = try union(left)
            case .colon where lowest <= .ratio && !isBuilder: left = try ratio(left)
            case .mod where lowest <= .modulo, .construct(.parenthesizedMod) where lowest <= .modulo:
                left = try modulo(left)
            case .open(.round) where lowest <= .modulo && peek(1).kind == .mod:
                // `3 (mod 7)`
                advance()
                left = try modulo(left)
                try expect(.close(.round))
            case .relation where lowest <= .relation && !stopsAtRelation: left = try relation(left)
            case .conjunction where lowest <= .conjunction: left = try chain(left, .conjunction, above: .relation)
            case .disjunction where lowest <= .logic: left = try chain(left, .disjunction, above: .conjunction)
            case .construct(.choose) where lowest <= .sum, .construct(.over) where lowest <= .sum:
                left = try stacked(left)
            default: return left
            }
        }
    }

    /// A colon in a set separates the condition from the variable.
    private var isBuilder: Bool { builders > 0 && bars == 0 }

    /// `>` closes an angle bracket that `<` opened.
    private var stopsAtRelation: Bool { angles > 0 && kind == .relation(.greater) }

    // MARK: Sums

    /// A term with its signs.
    mutating func signedTerm() throws(ParseError) -> Node {
        var isNegative = false
        while true {
            switch kind {
            case .plus: advance()
            case .minus:
                advance()
                if isNegative || kind == .minus {
                    try enter()
                    defer { leave() }
                    let inner = try signedTerm()
                    let node = try make(.negate(inner.tree), over: inner.height)
                    return isNegative ? try make(.negate(node.tree), over: node.height) : node
                }
                isNegative = true
            case .plusMinus, .minusPlus:
                let isMinusFirst = kind == .minusPlus
                advance()
                let term = try self.term()
                let node = try make(.plusMinus(nil, term.tree, isMinusFirst: isMinusFirst), over: term.height)
                return isNegative ? try make(.negate(node.tree), over: node.height) : node
            default:
                let term = try self.term()
                return isNegative ? try make(.negate(term.tree), over: term.height) : term
            }
        }
    }

    /// Terms added to one that has been read.
    private mutating func sum(_ first: Node) throws(ParseError) -> Node {
        var terms = [first.tree]
        var height = first.height
        if !first.isGroup, case .sum(let before) = first.tree {
            terms = before
            height -= 1
        }
        func closed(_ parser: inout TreeParser) throws(ParseError) -> Node {
            terms.count == 1 ? Node(terms[0], height: height) : try parser.make(.sum(terms), over: height)
        }
        while true {
            switch kind {
            case .plus:
                advance()
                let term = try signedTerm()
                terms.append(term.tree)
                height = max(height, term.height)
            case .minus:
                advance()
                let term = try signedTerm()
                if case .set = term.tree, terms.count == 1, Self.isSet(terms[0]) {
                    // ℝ − {0}
                    terms = [.difference(terms[0], term.tree)]
                    height = max(height, term.height) + 1
                } else {
                    let node = try make(.negate(term.tree), over: term.height)
                    terms.append(node.tree)
                    height = max(height, node.height)
                }
            case .plusMinus, .minusPlus:
                let isMinusFirst = kind == .minusPlus
                advance()
                let left = try closed(&self)
                let term = try signedTerm()
                let node = try make(
                    .plusMinus(left.tree, term.tree, isMinusFirst: isMinusFirst), over: max(left.height, term.height))
                terms = [node.tree]
                height = node.height
            default: return try closed(&self)
            }
        }
    }

    static func isSet(_ tree: Expression) -> Bool {
        switch tree {
        case .numberSet, .interval, .set, .union, .intersection, .difference, .emptySet, .setBuilder: true
        default: false
        }
    }

    // MARK: Sets

    private mutating func union(_ first: Node) throws(ParseError) -> Node {
        var left = first
        while true {
            if kind == .union {
                left = try chain(left, .union, above: .intersection)
            } else if kind == .difference {
                advance()
                let right = try expression(.intersection)
                left = try make(.difference(left.tree, right.tree), over: max(left.height, right.height))
            } else {
                return left
            }
        }
    }

    /// Operands joined by one operator.
    private mutating func chain(_ first: Node, _ sign: Token.Kind, above precedence: Precedence) throws(ParseError)
        -> Node
    {
        var operands = [first]
        while kind == sign {
            advance()
            operands.append(try expression(precedence))
        }
        let trees = operands.map(\.tree)
        let tree: Expression =
            switch sign {
            case .union: .union(trees)
            case .intersection: .intersection(trees)
            case .conjunction: .conjunction(trees)
            default: .disjunction(trees)
            }
        return try make(tree, over: Self.height(operands))
    }

    // MARK: Ratios, mod, stacked pairs

    private mutating func ratio(_ first: Node) throws(ParseError) -> Node {
        var parts = [first]
        while kind == .colon {
            advance()
            parts.append(try expression(.union))
        }
        return try make(.ratio(parts.map(\.tree)), over: Self.height(parts))
    }

    /// `a mod m`, `a \pmod m`, `a \pmod{m}`.
    private mutating func modulo(_ left: Node) throws(ParseError) -> Node {
        let isParenthesized = kind == .construct(.parenthesizedMod)
        advance()
        let modulus = isParenthesized ? try argument() : try expression(.ratio)
        return try make(.modulo(left.tree, modulus.tree), over: max(left.height, modulus.height))
    }

    /// `{n \choose k}` and `{a \over b}`.
    private mutating func stacked(_ left: Node) throws(ParseError) -> Node {
        let isChoose = kind == .construct(.choose)
        advance()
        let right = try expression(.sum)
        let height = max(left.height, right.height)
        return try make(isChoose ? .binomial(left.tree, right.tree) : .quotient(left.tree, right.tree), over: height)
    }

    // MARK: Relations

    private mutating func relation(_ first: Node) throws(ParseError) -> Node {
        var operands = [first]
        var relations: [Expression.Relation] = []
        while case .relation(let relation) = kind, !stopsAtRelation {
            advance()
            // `x = = 3`, `x \approx = 3`: the later sign is a slip.
            if case .relation = kind { continue }
            relations.append(relation)
            operands.append(try expression(.modulo))
        }
        guard !relations.isEmpty else { throw unexpected }
        return try make(.relation(operands.map(\.tree), relations), over: Self.height(operands))
    }
}
