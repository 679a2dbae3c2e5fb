// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Fractions, roots, binomials, sums, integrals, limits.
extension TreeParser {
    mutating func constructed(_ construct: Token.Construct) throws(ParseError) -> Node {
        switch construct {
        case .fraction: return try fraction()
        case .binomial:
            let (top, bottom) = try pair()
            return try make(.binomial(top.tree, bottom.tree), over: max(top.height, bottom.height))
        case .root: return try root()
        case .squareRoot: return try rooted(degree: 2)
        case .cubeRoot: return try rooted(degree: 3)
        case .fourthRoot: return try rooted(degree: 4)
        case .sum: return try series(.sum)
        case .product: return try series(.product)
        case .integral: return try integral()
        case .limit: return try limit()
        case .plain(let plain): return try self.plain(plain)
        default: throw unexpected
        }
    }

    /// Two arguments: of TeX, or in parentheses.
    private mutating func pair() throws(ParseError) -> (Node, Node) {
        if kind == .open(.round) {
            let entries = try self.entries(.round)
            guard entries.count == 2 else { throw unexpected }
            return (entries[0], entries[1])
        }
        let first = try argument(splits: true)
        return (first, try argument(splits: true))
    }

    private mutating func fraction() throws(ParseError) -> Node {
        let top: Node
        let bottom: Node
        if kind == .open(.round) {
            // `\frac(1)(2)` and `frac(1, 2)`.
            let entries = try self.entries(.round)
            guard let first = entries.first, entries.count <= 2 else { throw unexpected }
            top = first
            bottom = entries.count == 2 ? entries[1] : try argument(splits: true)
        } else {
            top = try argument(splits: true)
            bottom = try argument(splits: true)
        }
        if let derivative = try derivative(top, bottom) { return derivative }
        return try quotient(top, bottom)
    }

    // MARK: Roots

    private mutating func root() throws(ParseError) -> Node {
        guard kind == .open(.square), !current.isSpaced || peek(2).kind == .close(.square) else {
            return try rooted(degree: 2)
        }
        let outside = openBracket()
        advance()
        let degree = try expression(.sum)
        try expect(.close(.square))
        closeBracket(outside)
        let radicand = try argument()
        return try make(.root(radicand.tree, degree: degree.tree), over: max(degree.height, radicand.height))
    }

    private mutating func rooted(degree: Int) throws(ParseError) -> Node {
        let radicand = try argument()
        nodes += 1
        return try make(
            .root(radicand.tree, degree: .number(Self.whole(degree))),
            over: radicand.height)
    }

    // MARK: Binomials

    /// `{}_5C_2`, `^5C_2`: the index stands before the letter.
    mutating func indexedBefore() throws(ParseError) -> Node {
        advance()
        let top = try argument()
        guard case .symbol(let letter) = kind, string(letter) == "C" || string(letter) == "P" else {
            // The lexer has taken the number behind the letter for its index.
            guard case .symbol(let name) = kind, string(name).hasPrefix("C_") || string(name).hasPrefix("P_"),
                let bottom = Rational(decimal: string(name).dropFirst(2))
            else { throw unexpected }
            advance()
            return try counting(
                isChoose: string(name).hasPrefix("C"), top,
                leaf(.number(NumberLiteral(bottom, significantDigits: string(name).utf8.count - 2))))
        }
        advance()
        guard accept(.underscore) || startsOperand else { throw unexpected }
        return try counting(isChoose: string(letter) == "C", top, argument())
    }

    private mutating func counting(isChoose: Bool, _ top: Node, _ bottom: Node) throws(ParseError) -> Node {
        try make(
            isChoose ? .binomial(top.tree, bottom.tree) : .apply(.permutations, [top.tree, bottom.tree]),
            over: max(top.height, bottom.height))
    }

    // MARK: Sums and products

    private mutating func series(_ series: Expression.Series) throws(ParseError) -> Node {
        let bound = bindIndex(peek(0).kind == .underscore ? (peek(1).kind == .open(.brace) ? 2 : 1) : 99)
        defer { unbind(bound) }
        let (low, high) = try bounds()
        let body = try term()
        let height = max(low?.height ?? 0, high?.height ?? 0, body.height)
        if let high, case .relation(let sides, let relations)? = low?.tree, relations == [.equal],
            case .symbol(let index) = sides[0]
        {
            return try make(
                .series(series, index: index, from: sides[1], to: high.tree, body: body.tree), over: height)
        }
        let parts = [low?.tree, high?.tree, body.tree].compactMap(\.self)
        return try make(.call(series == .sum ? "sum" : "product", parts), over: height)
    }

    /// Makes `i` or `e` a variable where the token some places ahead is that letter.
    private mutating func bindIndex(_ offset: Int) -> Expression.Constant? {
        guard case .constant(let constant) = peek(offset).kind else { return nil }
        switch constant {
        case .i: bindsI += 1
        case .e: bindsE += 1
        default: return nil
        }
        return constant
    }

    private mutating func unbind(_ constant: Expression.Constant?) {
        if constant == .i { bindsI -= 1 }
        if constant == .e { bindsE -= 1 }
    }

    /// What stands below and above a sign, in either order.
    private mutating func bounds() throws(ParseError) -> (low: Node?, high: Node?) {
        var low: Node?
        var high: Node?
        while true {
            if kind == .underscore, low == nil {
                advance()
                low = try argument(splits: true)
            } else if kind == .caret, high == nil {
                advance()
                high = kind == .minus ? try signedTerm() : try argument(splits: true)
            } else {
                return (low, high)
            }
        }
    }

    // MARK: Integrals, limits, derivatives

    private mutating func integral() throws(ParseError) -> Node {
        let (low, high) = try bounds()
        let outer = integrals
        integrals = 1
        var parts: [Node] = []
        if let low { parts.append(low) }
        if let high { parts.append(high) }
        let startsWithDifferential = if case .symbol(let name) = kind { isDifferential(name) } else { false }
        parts.append(startsWithDifferential ? try leaf(.number(Self.whole(1))) : try expression(.sum))
        integrals = outer
        if case .symbol(let name) = kind, isDifferential(name) {
            advance()
            guard case .symbol(let variable) = kind else { throw unexpected }
            advance()
            var letter = string(variable)
            if kind == .underscore { letter += try "_" + indexName() }
            parts.append(try leaf(.symbol(letter)))
        }
        return try make(.opaque(kind: "integral", arguments: parts.map(\.tree)), over: Self.height(parts))
    }

    private mutating func limit() throws(ParseError) -> Node {
        let (low, _) = try bounds()
        let body = try term()
        guard case .relation(let sides, let relations)? = low?.tree, relations == [.to], let low else {
            return try make(.opaque(kind: "limit", arguments: [body.tree]), over: body.height)
        }
        return try make(
            .opaque(kind: "limit", arguments: sides + [body.tree]), over: max(low.height, body.height))
    }

    /// `\frac{dy}{dx}` and `\frac{d}{dx} f`; nil where a quotient is one.
    private mutating func derivative(_ top: Node, _ bottom: Node) throws(ParseError) -> Node? {
        guard case .product(let below) = bottom.tree, below.count == 2, case .symbol(let d) = below[0],
            d == "d" || d == "partial"
        else { return nil }
        var variable = below[1]
        var order: Expression?
        if case .power(let base, let exponent) = variable { (variable, order) = (base, exponent) }
        guard case .symbol = variable else { return nil }
        var function: Expression
        var height = max(top.height, bottom.height)
        switch top.tree {
        case .symbol(d), .power(.symbol(d), _):
            let body = try factor()
            function = body.tree
            height = max(height, body.height)
        case .product(let above):
            switch above[0] {
            case .symbol(d), .power(.symbol(d), _): break
            default: return nil
            }
            function = above.count == 2 ? above[1] : .product(Array(above.dropFirst()))
        default: return nil
        }
        let arguments = [function, variable] + (order.map { [$0] } ?? [])
        return try make(.opaque(kind: "derivative", arguments: arguments), over: height)
    }

    // MARK: Printed constructs

    /// `root(3, x)`, `matrix([1, 2], [3, 4])` and what else only the printed form has.
    private mutating func plain(_ plain: Token.Plain) throws(ParseError) -> Node {
        let isSeries = plain == .sum || plain == .product
        let bound = isSeries && peek(2).kind == .comma ? bindIndex(1) : nil
        defer { unbind(bound) }
        let entries = try self.entries(.round)
        let trees = entries.map(\.tree)
        let height = Self.height(entries)
        switch plain {
        case .root:
            guard trees.count == 2 else { throw unexpected }
            return try make(.root(trees[1], degree: trees[0]), over: height)
        case .binomial:
            guard trees.count == 2 else { throw unexpected }
            return try make(.binomial(trees[0], trees[1]), over: height)
        case .matrix: return try make(.matrix(try rows(trees)), over: height)
        case .piecewise: return try make(.piecewise(try pieces(trees)), over: height)
        case .integral, .limit, .derivative:
            return try make(.opaque(kind: plain.rawValue, arguments: trees), over: height)
        case .sum, .product:
            if trees.count == 4, case .symbol(let index) = trees[0] {
                return try make(
                    .series(
                        plain == .sum ? .sum : .product, index: index, from: trees[1], to: trees[2], body: trees[3]),
                    over: height)
            }
            guard trees.count > 1 else { throw unexpected }
            return try make(plain == .sum ? .sum(trees) : .product(trees), over: height)
        }
    }

    private func rows(_ trees: [Expression]) throws(ParseError) -> [[Expression]] {
        var rows: [[Expression]] = []
        for tree in trees {
            guard case .tuple(let row, .square) = tree else { throw unexpected }
            // `Matrix([[1, 2], [3, 4]])`
            if trees.count == 1, !row.isEmpty,
                row.allSatisfy({ if case .tuple(_, .square) = $0 { true } else { false } })
            {
                return try self.rows(row)
            }
            rows.append(row)
        }
        return rows
    }

    private func pieces(_ trees: [Expression]) throws(ParseError) -> [Expression.Piece] {
        var pieces: [Expression.Piece] = []
        for tree in trees {
            if case .interval(let value, let condition, false, false) = tree {
                // A value that is infinite.
                pieces.append(Expression.Piece(value, if: condition))
                continue
            }
            guard case .tuple(let parts, .round) = tree, parts.count == 1 || parts.count == 2 else { throw unexpected }
            pieces.append(Expression.Piece(parts[0], if: parts.count == 2 ? parts[1] : nil))
        }
        return pieces
    }
}
