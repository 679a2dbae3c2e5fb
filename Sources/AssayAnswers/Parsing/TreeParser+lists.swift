// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Lists: what commas, semicolons, "and", "or" and line breaks separate.
extension TreeParser {
    /// What stands between two items.
    enum Separator { case comma, and, or, semicolon }

    /// Items with what separates them.
    struct Items {
        var nodes: [Node]
        /// One fewer than `nodes`.
        var separators: [Separator] = []
        /// A comma stands after the last.
        var hasTrailingComma = false
    }

    /// One item, or a list of several.
    mutating func list() throws(ParseError) -> Node {
        let first = try item()
        guard separatesHere else { return first }
        let items = try self.items(after: first)
        return try joined(items)
    }

    /// Whether the next token separates items.
    var separatesHere: Bool {
        switch kind {
        case .comma, .semicolon, .and, .or, .implies, .condition: true
        case .newline: rows == 0
        case .end, .close: false
        default: current.isWide && startsOperand || isWordBoundary
        }
    }

    /// A tuple or relation followed by words: the words are an item of their own.
    private var isWordBoundary: Bool {
        if case .word = kind { return index > 0 }
        return false
    }

    /// All items up to what closes them.
    mutating func items(after first: Node) throws(ParseError) -> Items {
        var items = Items(nodes: [first])
        while let separator = separator() {
            if closesItems {
                items.hasTrailingComma = separator == .comma
                break
            }
            items.separators.append(separator)
            items.nodes.append(try item())
        }
        return items
    }

    /// Whether no item comes any more.
    private var closesItems: Bool {
        switch kind {
        case .end, .close, .closeNothing, .finish, .ampersand: true
        case .newline: rows > 0
        default: false
        }
    }

    /// Reads separators that stand together: `, and` is "and".
    private mutating func separator() -> Separator? {
        var found: Separator?
        while true {
            switch kind {
            case .comma, .implies, .condition: found = found ?? .comma
            case .newline where rows == 0: found = found ?? .comma
            case .semicolon: found = found == nil || found == .comma ? .semicolon : found
            case .and: found = .and
            case .or: found = .or
            default:
                if found == nil, current.isWide && startsOperand || isWordBoundary { return .comma }
                return found
            }
            advance()
        }
    }

    /// The tree of several items.
    mutating func joined(_ items: Items) throws(ParseError) -> Node {
        guard items.nodes.count > 1 else { return items.nodes[0] }
        if items.separators.contains(.semicolon), items.separators.contains(where: { $0 != .semicolon }) {
            return try grouped(items, by: .semicolon)
        }
        if items.separators.contains(.or), items.separators.contains(.and) { return try grouped(items, by: .or) }
        return try plainList(items)
    }

    /// Items whose looser separator makes a list of lists.
    private mutating func grouped(_ items: Items, by outer: Separator) throws(ParseError) -> Node {
        var groups: [Node] = []
        var part = Items(nodes: [items.nodes[0]])
        for (separator, node) in zip(items.separators, items.nodes.dropFirst()) {
            if separator == outer {
                groups.append(try joined(part))
                part = Items(nodes: [node])
            } else {
                part.nodes.append(node)
                part.separators.append(separator)
            }
        }
        groups.append(try joined(part))
        return try plainList(Items(nodes: groups, separators: Array(repeating: outer, count: groups.count - 1)))
    }

    private mutating func plainList(_ items: Items) throws(ParseError) -> Node {
        let trees = items.nodes.map(\.tree)
        let height = Self.height(items.nodes)
        let join: Expression.Join =
            if items.separators.contains(.or) {
                .or
            } else if items.separators.contains(.and) {
                .and
            } else if items.separators.contains(.semicolon) {
                .semicolon
            } else {
                .comma
            }
        // Inequalities that words join are conditions on the same thing; equations and values are several answers.
        if join == .or || join == .and, trees.allSatisfy(Self.isCondition), trees.contains(where: Self.isInequality) {
            return try make(join == .or ? .disjunction(trees) : .conjunction(trees), over: height)
        }
        return try make(.list(trees, join: join), over: height)
    }

    static func isCondition(_ tree: Expression) -> Bool {
        switch tree {
        case .relation, .conjunction, .disjunction: true
        default: false
        }
    }

    static func isInequality(_ tree: Expression) -> Bool {
        switch tree {
        case .relation(_, let relations): !relations.allSatisfy { $0 == .equal || $0 == .approximately }
        case .conjunction, .disjunction: true
        default: false
        }
    }

    /// One item of a list.
    mutating func item() throws(ParseError) -> Node {
        // "for" and "where" in front of an item say nothing about it.
        while kind == .condition { advance() }
        if kind == .relation(.equal), index > 0 { advance() }
        return try expression(.logic)
    }
}
