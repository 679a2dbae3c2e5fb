// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Matrices, cases and aligned lines.
extension TreeParser {
    mutating func environment(_ environment: Token.Environment) throws(ParseError) -> Node {
        let outside = openBracket()
        rows = 1
        let node: Node
        switch environment {
        case .matrix, .array: node = try matrix(environment)
        case .determinant, .norm:
            let inner = try matrix(environment)
            node = try make(.apply(environment == .norm ? .norm : .determinant, [inner.tree]), over: inner.height)
        case .cases: node = try system(environment)
        case .lines: node = try lines()
        }
        closeBracket(outside)
        return node
    }

    private var endsRow: Bool {
        switch kind {
        case .newline, .finish, .end: true
        default: false
        }
    }

    // MARK: Matrices

    private mutating func matrix(_ environment: Token.Environment) throws(ParseError) -> Node {
        advance()
        var rows: [[Expression]] = []
        var row: [Expression] = []
        var height: Int32 = 0
        while true {
            if kind == .ampersand || endsRow {
                // Behind the last line break, or a `&` too many, there is nothing; an entry may not be missing elsewhere.
                guard endsRow else { throw unexpected }
            } else {
                let entry = try cell()
                row.append(entry.tree)
                height = max(height, entry.height)
            }
            switch kind {
            case .ampersand: advance()
            case .newline, .finish:
                if !row.isEmpty { rows.append(row) }
                row = []
                if accept(.finish(environment)) {
                    guard !rows.isEmpty else { throw unexpected }
                    return try make(.matrix(rows), over: height)
                }
                guard accept(.newline) else { throw kind == .end ? .unclosed(current.start) : unexpected }
            default: throw kind == .end ? .unclosed(current.start) : unexpected
            }
        }
    }

    /// One entry; a comma behind it is a slip.
    private mutating func cell() throws(ParseError) -> Node {
        let entry = try expression(.logic)
        if kind == .comma { advance() }
        return entry
    }

    // MARK: Cases

    /// Lines that belong together: values with conditions, or a system of equations.
    mutating func system(_ environment: Token.Environment) throws(ParseError) -> Node {
        advance()
        var rows: [Node] = []
        var conditions: [Node?] = []
        var hasConditions = false
        while true {
            while kind == .ampersand || kind == .newline { advance() }
            if accept(.finish(environment)) { break }
            let value = try item()
            let isRelation = if case .relation = value.tree { true } else { false }
            rows.append(value)
            let isMarked = skipToCondition()
            if endsRow {
                if kind == .end { throw .unclosed(current.start) }
                conditions.append(nil)
            } else if kind == .otherwise {
                advance()
                while !endsRow, kind != .end { advance() }
                conditions.append(nil)
                hasConditions = true
            } else if isRelation, !isMarked {
                // `x = 1, y = 2` in one line.
                conditions.append(nil)
            } else {
                conditions.append(try list())
                hasConditions = true
            }
            guard kind == .newline || kind == .finish(environment) || !hasConditions else { throw unexpected }
        }
        guard !rows.isEmpty else { throw unexpected }
        let height = max(Self.height(rows), Self.height(conditions.compactMap(\.self)))
        guard hasConditions else {
            let separators = Array(repeating: Separator.and, count: rows.count - 1)
            return try joined(Items(nodes: rows, separators: separators))
        }
        let pieces = zip(rows, conditions).map { Expression.Piece($0.tree, if: $1?.tree) }
        return try make(.piecewise(pieces), over: height)
    }

    /// Skips what stands between a value and its condition; true after "if" and the like.
    private mutating func skipToCondition() -> Bool {
        var isMarked = false
        while true {
            switch kind {
            case .comma, .ampersand, .semicolon: advance()
            case .condition:
                advance()
                isMarked = true
            default: return isMarked
            }
        }
    }

    // MARK: Lines

    /// `aligned` and the like: a chain that goes on over lines, or several statements.
    private mutating func lines() throws(ParseError) -> Node {
        advance()
        var rows: [Node] = []
        while true {
            while kind == .newline { advance() }
            if accept(.finish(.lines)) { break }
            if case .relation = kind, let last = rows.last {
                rows[rows.count - 1] = try continued(last)
            } else {
                rows.append(try item())
            }
            if kind == .comma || kind == .semicolon { advance() }
            guard endsRow, kind != .end else { throw kind == .end ? .unclosed(current.start) : unexpected }
        }
        guard !rows.isEmpty else { throw unexpected }
        let separators = Array(repeating: Separator.comma, count: rows.count - 1)
        return try joined(Items(nodes: rows, separators: separators))
    }

    /// A line that begins with a relation continues the one before.
    private mutating func continued(_ first: Node) throws(ParseError) -> Node {
        var operands = [first.tree]
        var relations: [Expression.Relation] = []
        if case .relation(let before, let signs) = first.tree {
            operands = before
            relations = signs
        }
        var height = first.height
        while case .relation(let relation) = kind {
            advance()
            let operand = try expression(.modulo)
            relations.append(relation)
            operands.append(operand.tree)
            height = max(height, operand.height)
        }
        return try make(.relation(operands, relations), over: height)
    }
}
