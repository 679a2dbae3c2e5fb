// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Reads the source of a ``SentencePattern``.
struct SentencePatternParser {
    typealias Node = SentencePattern.Node

    private let source: [Unicode.Scalar]
    private var position = 0
    private(set) var groupCount = 1

    init(_ source: String) { self.source = Array(source.unicodeScalars) }

    private var next: Unicode.Scalar? { position < source.count ? source[position] : nil }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard next == sign else { return false }
        position += 1
        return true
    }

    /// The whole source as a tree; nil where it is not understood.
    mutating func parse() -> Node? {
        guard let node = choice(), position == source.count else { return nil }
        return node
    }

    private mutating func choice() -> Node? {
        var branches: [Node] = []
        repeat {
            guard let branch = sequence() else { return nil }
            branches.append(branch)
        } while take("|")
        return branches.count == 1 ? branches[0] : .choice(branches)
    }

    private mutating func sequence() -> Node? {
        var nodes: [Node] = []
        while let sign = next, sign != "|", sign != ")" {
            guard let atom = atom(), let node = repeated(atom) else { return nil }
            nodes.append(node)
        }
        return nodes.count == 1 ? nodes[0] : .sequence(nodes)
    }

    private mutating func repeated(_ node: Node) -> Node? {
        let minimum: Int
        let maximum: Int?
        if take("*") {
            (minimum, maximum) = (0, nil)
        } else if take("+") {
            (minimum, maximum) = (1, nil)
        } else if take("?") {
            (minimum, maximum) = (0, 1)
        } else if take("{") {
            let low = number()
            let high = take(",") ? number() : low
            guard let low, let high, low <= high, high <= 16, take("}") else { return nil }
            (minimum, maximum) = (low, high)
        } else {
            return node
        }
        return .loop(node, minimum: minimum, maximum: maximum, lazy: take("?"))
    }

    private mutating func number() -> Int? {
        var digits = ""
        while let sign = next, ("0"..."9").contains(sign) {
            digits.unicodeScalars.append(sign)
            position += 1
        }
        return Int(digits)
    }

    private mutating func atom() -> Node? {
        guard let sign = next else { return nil }
        position += 1
        switch sign {
        case ".": return .any
        case "^": return .start
        case "$": return .end
        case "(": return group()
        case "[": return set()
        case "*", "+", "?", "{": return nil
        case "\\":
            guard let escaped = next else { return nil }
            position += 1
            if escaped == "b" { return .boundary }
            if let named = SentencePatternParser.named(escaped) { return .set(ScalarMembership(classes: [named])) }
            return .one(escaped.value)
        default: return .one(sign.value)
        }
    }

    private static func named(_ sign: Unicode.Scalar) -> ScalarMembership.Class? {
        switch sign {
        case "d": .digit
        case "s": .space
        case "S": .notSpace
        case "w": .word
        case "W": .notWord
        default: nil
        }
    }

    private mutating func group() -> Node? {
        var index: Int?
        var look: Bool?
        if take("?") {
            if take("=") {
                look = false
            } else if take("!") {
                look = true
            } else if !take(":") {
                return nil
            }
        } else {
            index = groupCount
            groupCount += 1
        }
        guard let node = choice(), take(")") else { return nil }
        if let look { return .look(node, negated: look) }
        return .group(node, index: index)
    }

    /// A set after its opening bracket.
    ///
    /// A hyphen between a range and another sign stands for itself, as in `re`.
    private mutating func set() -> Node? {
        var result = ScalarMembership()
        result.isNegated = take("^")
        var isFirst = true
        while let sign = next, isFirst || sign != "]" {
            isFirst = false
            position += 1
            var low = sign
            if sign == "\\" {
                guard let escaped = next else { return nil }
                position += 1
                if let named = SentencePatternParser.named(escaped) {
                    result.classes.append(named)
                    continue
                }
                low = escaped
            }
            if next == "-", position + 1 < source.count, source[position + 1] != "]" {
                let high = source[position + 1]
                guard low.value <= high.value, high != "\\" else { return nil }
                position += 2
                result.ranges.append(low.value...high.value)
            } else {
                result.ranges.append(low.value...low.value)
            }
        }
        return take("]") ? .set(result) : nil
    }
}
