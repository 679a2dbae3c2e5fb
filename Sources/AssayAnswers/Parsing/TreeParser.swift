// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Makes a tree from tokens.
///
/// Operators of one precedence are collected in loops; only brackets, exponents, arguments and looser operands recurse,
/// and each level counts towards ``ParserLimits/depth``.
struct TreeParser {
    var tokens: [Token]
    let bytes: [UInt8]
    let strings: [String]
    var literals: [NumberLiteral]
    let options: ParserOptions
    let reading: Reading
    var ambiguities: Reading

    /// The token to be read.
    var index = 0
    var depth = 0
    var nodes = 0
    /// Whether a line break ends a row here, and does not separate items.
    var rows = 0
    /// Bars that are open in the innermost bracket.
    var bars = 0
    /// Whether a colon or a bar here separates a set's condition.
    var builders = 0
    /// Whether `>` here closes an angle bracket.
    var angles = 0
    /// Brackets that are open where `[` may close an interval.
    var frenchBrackets = 0
    /// Integrals whose differential has not come.
    var integrals = 0
    /// Letters that are variables here though they could be constants: an index `i`, `e = \frac12`.
    var bindsI = 0
    var bindsE = 0
    /// Names that were defined by `T(n) = …`.
    var functionNames: Set<String> = []

    init(_ lexer: Lexer) {
        tokens = lexer.tokens
        bytes = lexer.bytes
        strings = lexer.strings
        literals = lexer.literals
        options = lexer.options
        reading = lexer.reading
        ambiguities = lexer.ambiguities
    }

    /// A finished part of the tree.
    struct Node {
        var tree: Expression
        /// Levels below it.
        var height: Int32
        /// Brackets stood around it, so that it is not taken into a sum or product around it.
        var isGroup = false

        init(_ tree: Expression, height: Int32 = 0) {
            self.tree = tree
            self.height = height
        }
    }

    // MARK: Tokens

    var current: Token { tokens[min(index, tokens.count - 1)] }

    var kind: Token.Kind { tokens[min(index, tokens.count - 1)].kind }

    func peek(_ offset: Int) -> Token { tokens[min(index + offset, tokens.count - 1)] }

    mutating func advance() { index += 1 }

    mutating func accept(_ kind: Token.Kind) -> Bool {
        guard self.kind == kind else { return false }
        index += 1
        return true
    }

    mutating func expect(_ kind: Token.Kind) throws(ParseError) {
        guard accept(kind) else { throw self.kind == .end ? .unclosed(current.start) : unexpected }
    }

    var unexpected: ParseError { .unexpected(current.start) }

    func string(_ index: Int32) -> String { strings[Int(index)] }

    // MARK: Bounds

    mutating func enter() throws(ParseError) {
        depth += 1
        // A bracket takes two levels: its expression and its factor.
        guard depth <= 2 * ParserLimits.depth else { throw .tooDeep(current.start) }
    }

    mutating func leave() { depth -= 1 }

    /// Counts a node above others of the given height.
    mutating func make(_ tree: Expression, over height: Int32) throws(ParseError) -> Node {
        nodes += 1
        guard nodes <= ParserLimits.nodes else { throw .tooLong(current.start) }
        guard height < ParserLimits.depth else { throw .tooDeep(current.start) }
        return Node(tree, height: height + 1)
    }

    mutating func leaf(_ tree: Expression) throws(ParseError) -> Node {
        nodes += 1
        guard nodes <= ParserLimits.nodes else { throw .tooLong(current.start) }
        return Node(tree)
    }

    /// A whole number that was not written.
    static func whole(_ value: Int) -> NumberLiteral {
        NumberLiteral(Rational(value), significantDigits: String(value).utf8.count)
    }

    static func height(_ nodes: [Node]) -> Int32 { nodes.reduce(0) { max($0, $1.height) } }

    // MARK: The whole answer

    mutating func whole() throws(ParseError) -> Expression {
        findDefinitions()
        // `= 5` and `\approx 5` continue something that was cut off.
        if case .relation(let relation) = kind, relation == .equal || relation == .approximately { advance() }
        while kind == .newline { advance() }
        if kind == .end { throw .unexpected(current.start) }
        if kind == .open(.square), let bracketed = try wholeBracket() { return bracketed }
        let node = try list()
        guard kind == .end else { throw unexpected }
        return node.tree
    }

    /// `[3]`, where it is the whole answer, is a list with one entry, and no group.
    private mutating func wholeBracket() throws(ParseError) -> Expression? {
        let saved = (index, depth, nodes)
        guard let last = tokens.dropLast().last, last.kind == .close(.square), tokens.count < 64 else { return nil }
        var depthOfBrackets = 0
        for (place, token) in tokens.enumerated() {
            switch token.kind {
            case .open: depthOfBrackets += 1
            case .close:
                depthOfBrackets -= 1
                if depthOfBrackets == 0, place < tokens.count - 2 { return nil }
            case .comma, .semicolon: if depthOfBrackets == 1 { return nil }
            case .begin: return nil
            default: break
            }
        }
        advance()
        if kind == .close(.square) {
            (index, depth, nodes) = saved
            return nil
        }
        let entry = try list()
        guard kind == .close(.square) else { throw unexpected }
        advance()
        return .tuple([entry.tree], .square)
    }

    /// Finds `f(x) = …`, and `e = …` or `i = …`, before anything is read.
    private mutating func findDefinitions() {
        guard tokens.contains(where: { $0.kind == .relation(.equal) }) else { return }
        for (place, token) in tokens.enumerated() where token.kind == .relation(.equal) {
            guard place > 0 else { continue }
            switch tokens[place - 1].kind {
            case .constant(let constant):
                guard place == 1 || startsItem(after: tokens[place - 2].kind) else { continue }
                if constant == .e { bindsE += 1 }
                if constant == .i { bindsI += 1 }
            case .close(.round): findCall(endingAt: place - 1)
            default: break
            }
        }
    }

    private func startsItem(after kind: Token.Kind) -> Bool {
        switch kind {
        case .comma, .semicolon, .and, .or, .newline, .condition: true
        default: false
        }
    }

    /// `T(n)` before an equals sign: a name, and symbols between parentheses.
    private mutating func findCall(endingAt close: Int) {
        var place = close - 1
        while place > 1, close - place < 12 {
            switch tokens[place].kind {
            case .symbol, .comma, .number, .underscore, .close(.brace), .open(.brace), .constant: place -= 1
            case .open(.round):
                guard case .symbol(let name) = tokens[place - 1].kind, close - place > 1 else { return }
                if case .number = tokens[close - 1].kind, close - place > 2 { return }
                if place >= 2, !startsItem(after: tokens[place - 2].kind) { return }
                // `x(x) = …` is no definition.
                if case .symbol(let argument) = tokens[place + 1].kind, string(argument) == string(name) { return }
                functionNames.insert(string(name))
                return
            default: return
            }
        }
        if place == 1, tokens[1].kind == .open(.round), case .symbol(let name) = tokens[0].kind, close > 2 {
            if case .symbol(let argument) = tokens[2].kind, string(argument) == string(name) { return }
            functionNames.insert(string(name))
        }
    }
}
