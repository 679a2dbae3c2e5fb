// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// The parsed form of a pattern: an arena of nodes, children before parents, so that nothing about it is recursive.
struct PatternSyntax {
    /// A class of characters by category.
    enum Category: UInt8, Hashable { case digit, notDigit, space, notSpace, word, notWord }

    enum ClassItem: Hashable {
        case scalar(UInt32)
        case range(UInt32, UInt32)
        case category(Category)
    }

    /// What consumes one scalar.
    enum Leaf: Hashable {
        case any
        case literal(UInt32)
        case notLiteral(UInt32)
        case oneOf([ClassItem], isNegated: Bool)
    }

    enum Assertion: UInt8, Hashable, Sendable {
        /// The beginning of the text; of a line; the end of the text; the same or before a final newline; of a line.
        case textStart, lineStart, textEnd, finalEnd, lineEnd
        case boundary, notBoundary, asciiBoundary, asciiNotBoundary
        /// The next unit is not in a set: what makes a possessive quantifier of one unit exact.
        case notNext
    }

    enum Greed { case greedy, lazy, possessive }

    enum Node {
        case leaf(Leaf, Pattern.Flags)
        case assertion(Assertion)
        /// A sequence; as the item of another sequence it is a group without capture or flags.
        case sequence([Int])
        /// A group that sets flags: like a sequence, but not merged into what surrounds it.
        case scoped(Int)
        case capture(Int, index: Int)
        case alternation([Int])
        case repetition(Int, minimum: Int, maximum: Int, Greed)
    }

    /// Stands for "no upper bound".
    static let unbounded = Int.max

    var nodes: [Node] = []
    /// Whether each node can match the empty string.
    var isNullable: [Bool] = []
    /// Whether each node can match nothing but the empty string.
    var isEmptyOnly: [Bool] = []
    /// Whether each node holds nothing at all, not even a capture or an assertion.
    var isVoid: [Bool] = []
    var root = 0
    var captureCount = 0
    /// Names of groups, with their numbers.
    var groupNames: [String: Int] = [:]

    mutating func add(_ node: Node) -> Int {
        let nullable: Bool
        let emptyOnly: Bool
        var void = false
        switch node {
        case .leaf:
            nullable = false
            emptyOnly = false
        case .assertion:
            nullable = true
            emptyOnly = true
        case .sequence(let children):
            nullable = children.allSatisfy { isNullable[$0] }
            emptyOnly = children.allSatisfy { isEmptyOnly[$0] }
            void = children.allSatisfy { isVoid[$0] }
        case .scoped(let child):
            nullable = isNullable[child]
            emptyOnly = isEmptyOnly[child]
            void = isVoid[child]
        case .capture(let child, _):
            nullable = isNullable[child]
            emptyOnly = isEmptyOnly[child]
        case .alternation(let children):
            nullable = children.contains { isNullable[$0] }
            emptyOnly = children.allSatisfy { isEmptyOnly[$0] }
            void = children.allSatisfy { isVoid[$0] }
        case .repetition(let child, let minimum, let maximum, _):
            nullable = minimum == 0 || isNullable[child]
            emptyOnly = maximum == 0 || isEmptyOnly[child]
            void = maximum == 0 || isVoid[child]
        }
        nodes.append(node)
        isNullable.append(nullable)
        isEmptyOnly.append(emptyOnly)
        isVoid.append(void)
        return nodes.count - 1
    }
}
