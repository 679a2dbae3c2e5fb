// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Repetition: `*`, `+`, `?`, `{m,n}`, each also with `?` or `+` behind it.
extension PatternParser {
    /// Reads what stands behind an item: a quantifier, or a brace that is a literal.
    mutating func parseQuantifier(_ token: Token, _ scalar: UInt32) throws(PatternError) {
        var minimum = 0
        var maximum = PatternSyntax.unbounded
        switch scalar {
        case 0x3F: maximum = 1
        case 0x2A: break
        case 0x2B: minimum = 1
        default:
            guard let bounds = try parseBounds(token) else { return append(leaf(.literal(scalar))) }
            (minimum, maximum) = bounds
        }
        let last = frames.count - 1
        guard let item = frames[last].items.last else { throw fail("There is nothing to repeat", at: token.start) }
        switch syntax.nodes[item] {
        case .assertion: throw fail("There is nothing to repeat", at: token.start)
        case .repetition: throw fail("A repetition is repeated without a group", at: token.start)
        default: break
        }
        var greed = PatternSyntax.Greed.greedy
        if try accept("?") {
            greed = .lazy
        } else if try accept("+") {
            greed = .possessive
            guard isSingleUnit(item) else {
                throw PatternError(
                    .unsupported, "A possessive quantifier on more than one character is not possible in linear time",
                    at: token.start)
            }
        }
        frames[last].items[frames[last].items.count - 1] = syntax.add(
            .repetition(item, minimum: minimum, maximum: maximum, greed))
    }

    private func isSingleUnit(_ node: Int) -> Bool {
        switch syntax.nodes[node] {
        case .leaf: true
        case .sequence(let children):
            if children.count == 1, case .leaf = syntax.nodes[children[0]] { true } else { false }
        default: false
        }
    }

    /// The bounds of `{m,n}`, or nil where the brace is a literal.
    private mutating func parseBounds(_ token: Token) throws(PatternError) -> (Int, Int)? {
        if nextScalar == 0x7D { return nil }
        let here = position
        let isDigit = { (scalar: UInt32) in scalar >= 0x30 && scalar <= 0x39 }
        let low = try digits(limit: .max, where: isDigit)
        var high = low
        if try accept(",") { high = try digits(limit: .max, where: isDigit) }
        guard try accept("}") else {
            index = here
            try advance()
            return nil
        }
        let minimum = low.isEmpty ? 0 : try bound(low, from: token.start)
        let maximum = high.isEmpty ? PatternSyntax.unbounded : try bound(high, from: token.start)
        guard maximum >= minimum else {
            throw fail("The least number of repetitions is greater than the most", at: here)
        }
        return (minimum, maximum)
    }

    private func bound(_ range: Range<Int>, from start: Int) throws(PatternError) -> Int {
        var value = 0
        for scalar in scalars[range] {
            value = value * 10 + Int(scalar) - 0x30
            // Python's own limit.
            if value >= 4_294_967_295 { throw fail("The number of repetitions is too large", at: start) }
        }
        return value
    }
}
