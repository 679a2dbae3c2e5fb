// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Escapes and classes of characters.
extension PatternParser {
    func isWhitespace(_ scalar: UInt32) -> Bool { scalar == 0x20 || (scalar >= 0x09 && scalar <= 0x0D) }
    private func isOctal(_ scalar: UInt32) -> Bool { scalar >= 0x30 && scalar <= 0x37 }
    private func isDecimal(_ scalar: UInt32) -> Bool { scalar >= 0x30 && scalar <= 0x39 }
    private func isHexadecimal(_ scalar: UInt32) -> Bool {
        isDecimal(scalar) || (scalar >= 0x61 && scalar <= 0x66) || (scalar >= 0x41 && scalar <= 0x46)
    }

    private func value(_ range: Range<Int>, radix: UInt32) -> UInt32 {
        scalars[range].reduce(0) { total, scalar in
            total &* radix &+ (scalar <= 0x39 ? scalar - 0x30 : (scalar | 0x20) - 0x57)
        }
    }

    private func category(_ scalar: UInt32) -> PatternSyntax.Category? {
        switch scalar {
        case 0x64: .digit
        case 0x44: .notDigit
        case 0x73: .space
        case 0x53: .notSpace
        case 0x77: .word
        case 0x57: .notWord
        default: nil
        }
    }

    /// An escape outside of a class.
    mutating func escape(_ token: Token) throws(PatternError) -> Int {
        let scalar = scalars[token.start + 1]
        let isASCII = flags.contains(.ascii)
        switch scalar {
        case 0x41: return syntax.add(.assertion(.textStart))
        case 0x5A: return syntax.add(.assertion(.textEnd))
        case 0x62: return syntax.add(.assertion(isASCII ? .asciiBoundary : .boundary))
        case 0x42: return syntax.add(.assertion(isASCII ? .asciiNotBoundary : .notBoundary))
        case 0x31...0x39: return leaf(.literal(try reference(token, scalar)))
        default: break
        }
        if let category = category(scalar) { return leaf(.oneOf([.category(category)], isNegated: false)) }
        if scalar == 0x30 {
            let rest = try digits(limit: 2, where: isOctal)
            return leaf(.literal(value(rest, radix: 8)))
        }
        return leaf(.literal(try commonEscape(token, scalar)))
    }

    /// `\1`…`\99`: an octal escape, or a back-reference, which is an error of one kind or the other.
    private mutating func reference(_ token: Token, _ scalar: UInt32) throws(PatternError) -> UInt32 {
        var number = Int(scalar) - 0x30
        if let second = nextScalar, isDecimal(second) {
            try advance()
            if isOctal(scalar), isOctal(second), let third = nextScalar, isOctal(third) {
                try advance()
                let code = (scalar - 0x30) * 64 + (second - 0x30) * 8 + third - 0x30
                guard code <= 0o377 else { throw fail("An octal escape is above \\377", at: token.start) }
                return code
            }
            number = number * 10 + Int(second) - 0x30
        }
        guard number <= syntax.captureCount else {
            throw fail("There is no group \(number) to refer to", at: token.start + 1)
        }
        if openCaptures.contains(number) { throw fail("A back-reference stands within its own group", at: token.start) }
        throw PatternError(.unsupported, "A back-reference is not possible in linear time", at: token.start)
    }

    /// The escapes that mean the same everywhere.
    private mutating func commonEscape(_ token: Token, _ scalar: UInt32) throws(PatternError) -> UInt32 {
        switch scalar {
        case 0x61: return 0x07
        case 0x66: return 0x0C
        case 0x6E: return 0x0A
        case 0x72: return 0x0D
        case 0x74: return 0x09
        case 0x76: return 0x0B
        case 0x78: return try hexadecimal(token, 2)
        case 0x75: return try hexadecimal(token, 4)
        case 0x55:
            let code = try hexadecimal(token, 8)
            guard code < 0x110000 else { throw fail("An escape is beyond \\U0010FFFF", at: token.start) }
            return code
        case 0x4E:
            guard try accept("{") else { throw fail("A { is missing after \\N", at: position) }
            _ = try until(0x7D, "character name")
            throw PatternError(.unsupported, "Characters by name (\\N{…}) are not supported", at: token.start)
        case 0x41...0x5A, 0x61...0x7A, 0x30...0x39:
            throw fail("The escape \(text(token.start..<token.start + 2)) is unknown", at: token.start)
        default: return scalar
        }
    }

    private mutating func hexadecimal(_ token: Token, _ count: Int) throws(PatternError) -> UInt32 {
        let range = try digits(limit: count, where: isHexadecimal)
        guard range.count == count else { throw fail("An escape has too few digits", at: token.start) }
        return value(range, radix: 16)
    }

    // MARK: Classes

    /// An escape within a class, or a scalar that stands for itself.
    private mutating func classItem(_ token: Token) throws(PatternError) -> ClassItem {
        guard token.length == 2 else { return .scalar(scalars[token.start]) }
        let scalar = scalars[token.start + 1]
        if let category = category(scalar) { return .category(category) }
        if scalar == 0x62 { return .scalar(0x08) }
        if isOctal(scalar) {
            let rest = try digits(limit: 2, where: isOctal)
            let code = value(token.start + 1..<max(rest.upperBound, token.start + 2), radix: 8)
            guard code <= 0o377 else { throw fail("An octal escape is above \\377", at: token.start) }
            return .scalar(code)
        }
        return .scalar(try commonEscape(token, scalar))
    }

    mutating func parseClass(from start: Int) throws(PatternError) -> Leaf {
        let isNegated = try accept("^")
        var items: [ClassItem] = []
        var seen: Set<ClassItem> = []
        func unclosed() -> PatternError { fail("A character class is not closed", at: start) }
        while true {
            guard let token = try get() else { throw unclosed() }
            if token.length == 1, scalars[token.start] == 0x5D, !items.isEmpty { break }
            let first = try classItem(token)
            guard try accept("-") else {
                if seen.insert(first).inserted { items.append(first) }
                continue
            }
            guard let last = try get() else { throw unclosed() }
            if last.length == 1, scalars[last.start] == 0x5D {
                for item in [first, .scalar(0x2D)] where seen.insert(item).inserted { items.append(item) }
                break
            }
            let second = try classItem(last)
            guard case .scalar(let low) = first, case .scalar(let high) = second, low <= high else {
                throw fail("A range of characters is not in order, or not of single characters", at: token.start)
            }
            let range = ClassItem.range(low, high)
            if seen.insert(range).inserted { items.append(range) }
        }
        if items.count == 1, case .scalar(let scalar) = items[0] {
            return isNegated ? .notLiteral(scalar) : .literal(scalar)
        }
        return .oneOf(items, isNegated: isNegated)
    }
}
