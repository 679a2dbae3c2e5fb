// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Brackets: groups, tuples, intervals, sets, absolute values.
extension TreeParser {
    /// What a bracket hides from its inside.
    struct Outside {
        var bars: Int
        var builders: Int
        var angles: Int
        var frenchBrackets: Int
        var integrals: Int
        var rows: Int
    }

    mutating func openBracket() -> Outside {
        let outside = Outside(
            bars: bars, builders: builders, angles: angles, frenchBrackets: frenchBrackets, integrals: integrals,
            rows: rows)
        bars = 0
        builders = 0
        angles = 0
        frenchBrackets = 0
        integrals = 0
        rows = 0
        return outside
    }

    mutating func closeBracket(_ outside: Outside) {
        bars = outside.bars
        builders = outside.builders
        angles = outside.angles
        frenchBrackets = outside.frenchBrackets
        integrals = outside.integrals
        rows = outside.rows
    }

    /// What begins with a bracket.
    mutating func bracketed() throws(ParseError) -> Node {
        let outside = openBracket()
        let opening = kind
        advance()
        let node: Node
        switch opening {
        case .open(.round): node = try tuple(isClosedLow: false)
        case .open(.square):
            frenchBrackets = 1
            node = try tuple(isClosedLow: true)
        case .close(.square):
            frenchBrackets = 1
            node = try frenchInterval()
        case .open(.brace), .open(.looseBrace): node = try braced(isLoose: opening == .open(.looseBrace))
        case .open(.set): node = try set()
        case .open(.angle): node = try angle()
        case .relation(.less):
            angles = 1
            node = try angle()
        case .open(.nothing): node = try unbounded()
        default: node = try enclosed(opening)
        }
        closeBracket(outside)
        return node
    }

    /// `{…}` behind a command: a group.
    mutating func group() throws(ParseError) -> Node {
        let outside = openBracket()
        advance()
        var node = try list()
        try expect(.close(.brace))
        closeBracket(outside)
        node.isGroup = true
        return node
    }

    /// The arguments between brackets that begin here.
    mutating func entries(_ bracket: Token.Bracket) throws(ParseError) -> [Node] {
        let outside = openBracket()
        advance()
        var nodes: [Node] = []
        if kind != .close(bracket) {
            let first = try item()
            nodes = separatesHere ? try items(after: first).nodes : [first]
        }
        try expect(.close(bracket))
        closeBracket(outside)
        return nodes
    }

    // MARK: Parentheses and square brackets

    private mutating func tuple(isClosedLow: Bool) throws(ParseError) -> Node {
        let bracket: Expression.Bracket = isClosedLow ? .square : .round
        if kind == .close(isClosedLow ? .square : .round) {
            advance()
            return try leaf(.tuple([], bracket))
        }
        let first = try item()
        guard separatesHere else { return try parenthesized(first, isClosedLow: isClosedLow) }
        let items = try self.items(after: first)
        let isClosedHigh = try closingSquare()
        if items.separators.contains(.or) || items.separators.contains(.and) {
            guard isClosedHigh == isClosedLow else { throw unexpected }
            var node = try joined(items)
            node.isGroup = true
            return node
        }
        var nodes = items.nodes
        if Set(items.separators).count > 1, case .list(let groups, _) = try joined(items).tree {
            // `(1,5; 2,5)`: semicolons separate the entries.
            nodes = groups.map { Node($0, height: Self.height(nodes) + 1) }
        }
        let height = Self.height(nodes)
        guard nodes.count == 2 else {
            guard isClosedLow == isClosedHigh else { throw unexpected }
            return try make(.tuple(nodes.map(\.tree), bracket), over: height)
        }
        let (low, high) = (nodes[0].tree, nodes[1].tree)
        if isClosedLow != isClosedHigh || Self.isInfinite(low) || Self.isInfinite(high) {
            return try make(.interval(low, high, isClosedLow: isClosedLow, isClosedHigh: isClosedHigh), over: height)
        }
        return try make(.tuple([low, high], bracket), over: height)
    }

    /// One expression in brackets.
    private mutating func parenthesized(_ first: Node, isClosedLow: Bool) throws(ParseError) -> Node {
        guard try closingSquare() == isClosedLow else { throw unexpected }
        var node = first
        node.isGroup = true
        return node
    }

    /// Reads the closing bracket: whether it includes the end.
    private mutating func closingSquare() throws(ParseError) -> Bool {
        switch kind {
        case .close(.round):
            advance()
            return false
        case .close(.square):
            advance()
            return true
        case .open(.square) where closesFrenchInterval:
            advance()
            return false
        default: throw kind == .end ? .unclosed(current.start) : unexpected
        }
    }

    static func isInfinite(_ tree: Expression) -> Bool {
        switch tree {
        case .constant(.infinity), .negate(.constant(.infinity)), .plusMinus(nil, .constant(.infinity), _): true
        default: false
        }
    }

    /// `]0, 1[` and `]0, 1]`.
    private mutating func frenchInterval() throws(ParseError) -> Node {
        let low = try item()
        guard accept(.comma) || accept(.semicolon) else { throw unexpected }
        let high = try item()
        let isClosedHigh = try closingSquare()
        return try make(
            .interval(low.tree, high.tree, isClosedLow: false, isClosedHigh: isClosedHigh),
            over: max(low.height, high.height))
    }

    // MARK: Braces

    /// `{…}` where no command takes it: a group, a set without backslashes, or nothing.
    private mutating func braced(isLoose: Bool) throws(ParseError) -> Node {
        if accept(.close(.brace)) {
            // Further empty groups are skipped here, so that a row of them takes no stack.
            while kind == .open(.brace) || kind == .open(.looseBrace), peek(1).kind == .close(.brace) { index += 2 }
            switch kind {
            case .end, .comma, .close: return try leaf(.emptySet)
            default: return try operand()
            }
        }
        // `{{…}}` is a template, and no mathematics.
        let isDoubled = isLoose && kind == .open(.looseBrace)
        builders = isLoose ? 1 : 0
        let first = try item()
        builders = 0
        if isLoose, kind == .colon || kind == .mid || kind == .bar { return try setBuilder(first, closing: .brace) }
        guard separatesHere else {
            guard !isDoubled else { throw unexpected }
            try expect(.close(.brace))
            var node = first
            node.isGroup = true
            return node
        }
        let items = try self.items(after: first)
        try expect(.close(.brace))
        guard isLoose, !items.separators.contains(.and), !items.separators.contains(.or) else {
            var node = try joined(items)
            node.isGroup = true
            return node
        }
        return try make(.set(items.nodes.map(\.tree)), over: Self.height(items.nodes))
    }

    /// `\{…\}`: entries, or a variable and a condition.
    private mutating func set() throws(ParseError) -> Node {
        if accept(.close(.set)) { return try leaf(.emptySet) }
        if case .begin(let environment) = kind, environment == .array || environment == .lines || environment == .matrix
        {
            rows = 1
            let node = try system(environment)
            if accept(.closeNothing) || accept(.close(.set)) || kind == .end { return node }
            throw unexpected
        }
        builders = 1
        let first = try item()
        builders = 0
        if kind == .colon || kind == .mid || kind == .bar { return try setBuilder(first, closing: .set) }
        let items = separatesHere ? try self.items(after: first) : Items(nodes: [first])
        // `\{1, 2}` lacks a backslash.
        guard accept(.close(.set)) || accept(.close(.brace)) else {
            throw kind == .end ? .unclosed(current.start) : unexpected
        }
        return try make(.set(items.nodes.map(\.tree)), over: Self.height(items.nodes))
    }

    private mutating func setBuilder(_ variable: Node, closing: Token.Bracket) throws(ParseError) -> Node {
        advance()
        let condition = try list()
        guard accept(.close(closing)) else { throw kind == .end ? .unclosed(current.start) : unexpected }
        return try make(
            .setBuilder(variable.tree, condition: condition.tree), over: max(variable.height, condition.height))
    }

    // MARK: Others

    private mutating func angle() throws(ParseError) -> Node {
        let first = try item()
        let items = separatesHere ? try self.items(after: first) : Items(nodes: [first])
        guard accept(.close(.angle)) || angles > 0 && accept(.relation(.greater)) else {
            throw kind == .end ? .unclosed(current.start) : unexpected
        }
        return try make(.tuple(items.nodes.map(\.tree), .angle), over: Self.height(items.nodes))
    }

    /// `\left. … \right|`.
    private mutating func unbounded() throws(ParseError) -> Node {
        var node = try list()
        guard case .close = kind else { throw unexpected }
        advance()
        node.isGroup = true
        return node
    }

    /// Absolute values, norms, floors and ceilings.
    private mutating func enclosed(_ opening: Token.Kind) throws(ParseError) -> Node {
        let function: Expression.Function
        let closing: Token.Kind
        switch opening {
        case .open(.bar): (function, closing) = (.absolute, .close(.bar))
        case .bar: (function, closing) = (.absolute, .bar)
        case .open(.norm): (function, closing) = (.norm, .close(.norm))
        case .doubleBar: (function, closing) = (.norm, .doubleBar)
        case .open(.floor): (function, closing) = (.floor, .close(.floor))
        case .open(.ceiling): (function, closing) = (.ceiling, .close(.ceiling))
        default: throw unexpected
        }
        if closing == .bar || closing == .doubleBar { bars = 1 }
        let inner = try expression(.logic)
        let isClosed: Bool =
            switch closing {
            case .bar, .close(.bar): accept(.bar) || accept(.close(.bar))
            case .doubleBar, .close(.norm): accept(.doubleBar) || accept(.close(.norm))
            default: accept(closing)
            }
        guard isClosed else { throw kind == .end ? .unclosed(current.start) : unexpected }
        if case .matrix = inner.tree, function == .absolute {
            return try make(.apply(.determinant, [inner.tree]), over: inner.height)
        }
        return try make(.apply(function, [inner.tree]), over: inner.height)
    }
}
