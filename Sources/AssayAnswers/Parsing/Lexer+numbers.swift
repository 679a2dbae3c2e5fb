// Part of Assay. SPDX-License-Identifier: Apache-2.0

import BigInt

/// Numbers as people write them.
///
/// Thousands are separated by `,` `{,}` `,\!` `\,` `~` `'`, a space, or European points; decimals by a point, `{,}`, or by
/// a comma where groups with points stand before it. Digits may repeat: `0.\overline{3}`, `0.(3)`, `0.333\ldots`.
extension Lexer {
    mutating func number() throws(ParseError) {
        let start = position
        if let value = plainWord() { return try whole(value, from: start) }
        var digits = run(from: start)
        position = start + digits.count
        var decimals: Int?
        if digits.count > 0 { try groups(&digits, &decimals) }
        if decimals == nil, peek() == UInt8(ascii: "."), try fraction(&digits, &decimals, start) { return }
        guard digits.count <= ParserLimits.digits else { throw .tooLong(Int32(start)) }
        let exponent = try self.exponent(digits, decimals)
        try literal(digits, decimals, exponent: exponent, from: start)
    }

    /// The value of at most 18 digits behind which nothing goes on that could belong to a number; takes them.
    private mutating func plainWord() -> (value: Int, significant: Int)? {
        var (value, significant) = (0, 0)
        var end = position
        while end < bytes.count, isDigit(bytes[end]) {
            guard end - position < 18 else { return nil }
            value = value * 10 + Int(bytes[end] - 0x30)
            if value > 0 { significant += 1 }
            end += 1
        }
        if end < bytes.count {
            let next = end + 1 < bytes.count ? bytes[end + 1] : 0
            switch bytes[end] {
            case UInt8(ascii: "{"), UInt8(ascii: "'"), UInt8(ascii: "~"), UInt8(ascii: "e"), UInt8(ascii: "E"):
                return nil
            case UInt8(ascii: " "): if isDigit(next) || next == UInt8(ascii: "{") || next == 0x20 { return nil }
            case UInt8(ascii: "\\"): if !isLetter(next) { return nil }
            case UInt8(ascii: ","): if isDigit(next) || next == UInt8(ascii: "\\") { return nil }
            case UInt8(ascii: "."):
                if isDigit(next) || next == UInt8(ascii: "\\") || next == UInt8(ascii: "(") { return nil }
            default: break
            }
        }
        guard end > position else { return nil }
        position = end
        return (value, max(significant, 1))
    }

    /// Adds the token of a whole number.
    private mutating func whole(_ number: (value: Int, significant: Int), from start: Int) throws(ParseError) {
        literals.append(NumberLiteral(Rational(number.value), significantDigits: number.significant))
        try add(.number(Int32(literals.count - 1)), from: start)
    }

    /// The digits from a place on.
    private func run(from start: Int) -> [UInt8] {
        var end = start
        while end < bytes.count, isDigit(bytes[end]) { end += 1 }
        return Array(bytes[start..<end])
    }

    private func digitCount(_ start: Int) -> Int {
        var end = start
        while end < bytes.count, isDigit(bytes[end]) { end += 1 }
        return end - start
    }

    /// The fractional part after a point; true where it made the token itself, since digits repeat.
    private mutating func fraction(_ digits: inout [UInt8], _ decimals: inout Int?, _ start: Int) throws(ParseError)
        -> Bool
    {
        let point = position
        let part = run(from: point + 1)
        let after = point + 1 + part.count
        if let (repetend, end) = repetend(after) {
            position = end
            try repeating(digits, part, repetend, from: start)
            return true
        }
        guard !part.isEmpty else {
            // `5.` with nothing behind it is 5 and a full stop; `5.\text{cm}` too.
            return false
        }
        position = after
        digits += part
        decimals = part.count
        guard digits.count <= ParserLimits.digits else { throw .tooLong(Int32(start)) }
        if let end = ellipsis(after) {
            position = end
            if let period = Self.period(part) {
                let whole = Array(digits.dropLast(part.count))
                try repeating(whole, Array(part.prefix(part.count - period)), Array(part.suffix(period)), from: start)
                return true
            }
        }
        return false
    }

    // MARK: Separators

    /// Takes in groups of three behind the digits read, or a decimal part behind a comma.
    private mutating func groups(_ digits: inout [UInt8], _ decimals: inout Int?) throws(ParseError) {
        let byte = peek()
        switch byte {
        case UInt8(ascii: ","): commas(&digits, &decimals)
        case UInt8(ascii: "."): points(&digits, &decimals)
        case UInt8(ascii: "{"), UInt8(ascii: "\\"), UInt8(ascii: " "), UInt8(ascii: "'"), UInt8(ascii: "~"):
            if bytes[position...].starts(with: "{,}".utf8) {
                let count = digitCount(position + 3)
                if count > 0, count != 3 || digits.first == 0x30 {
                    digits += run(from: position + 3)
                    decimals = count
                    position += 3 + count
                    return
                }
            }
            guard let (length, kind) = separator(position), digits.count <= 3, digits.first != 0x30 else { return }
            var end = position
            var groups: [UInt8] = []
            while let (next, other) = separator(end), other == kind, digitCount(end + next) == 3 {
                groups += bytes[(end + next)..<(end + next + 3)]
                end += next + 3
            }
            guard !groups.isEmpty, !(length == 1 && isSpaceLike(end)) else { return }
            digits += groups
            position = end
            if kind == UInt8(ascii: " ") || kind == UInt8(ascii: "~") { decimalComma(&digits, &decimals) }
        default: return
        }
    }

    /// `1 234,5`: behind groups that were separated by spaces, a comma may be the decimal one.
    private mutating func decimalComma(_ digits: inout [UInt8], _ decimals: inout Int?) {
        guard peek() == UInt8(ascii: ","), !(brackets.last ?? false) else { return }
        let count = digitCount(position + 1)
        let end = position + 1 + count
        guard count > 0, end >= bytes.count || bytes[end] != UInt8(ascii: ",") && bytes[end] != UInt8(ascii: ".") else {
            return
        }
        ambiguities.insert(.commaIsDecimal)
        guard reading.contains(.commaIsDecimal) else { return }
        digits += bytes[(position + 1)..<end]
        decimals = count
        position = end
    }

    /// Whether groups that were separated by spaces go on as something else: a fraction of a mixed number.
    private func isSpaceLike(_ end: Int) -> Bool { end < bytes.count && bytes[end] == UInt8(ascii: "/") }

    /// Length and kind of an explicit separator of thousands.
    private func separator(_ start: Int) -> (length: Int, kind: UInt8)? {
        guard start < bytes.count else { return nil }
        if bytes[start] == UInt8(ascii: " ") || bytes[start] == UInt8(ascii: "{"),
            let end = AnswerText(bytes).bracedCommaEnd(at: start)
        {
            return (end - start, UInt8(ascii: ","))
        }
        switch bytes[start] {
        case UInt8(ascii: " "), UInt8(ascii: "~"), UInt8(ascii: "'"): return (1, bytes[start])
        case UInt8(ascii: "{"):
            let rest = bytes[start...]
            if rest.starts(with: "{ }".utf8) { return (3, UInt8(ascii: " ")) }
            return rest.starts(with: "{\\,}".utf8) ? (4, UInt8(ascii: " ")) : nil
        case UInt8(ascii: "\\"):
            guard start + 1 < bytes.count, ",:; ".utf8.contains(bytes[start + 1]) else { return nil }
            return (2, UInt8(ascii: " "))
        default: return nil
        }
    }

    /// `1,234,567`, `1,\!234`, and what else a comma between digits may be.
    private mutating func commas(_ digits: inout [UInt8], _ decimals: inout Int?) {
        if bytes[position...].starts(with: ",\\!".utf8) {
            var end = position
            var groups: [UInt8] = []
            while bytes[end...].starts(with: ",\\!".utf8) {
                var next = end + 3
                while next < bytes.count, bytes[next] == 0x20 { next += 1 }
                guard digitCount(next) == 3 else { break }
                groups += bytes[next..<(next + 3)]
                end = next + 3
            }
            guard !groups.isEmpty else { return }
            digits += groups
            position = end
            return
        }
        // In the middle of a list without spaces, which has been looked through at its first number.
        guard isDigit(peek(1)), startsNumber else { return }
        var counts: [Int] = []
        var end = position
        while end < bytes.count, bytes[end] == UInt8(ascii: ","), case let count = digitCount(end + 1), count > 0 {
            counts.append(count)
            end += 1 + count
        }
        let isGrouped = digits.count <= 3 && digits.first != 0x30 && counts.allSatisfy { $0 == 3 }
        let isInBrackets = brackets.last ?? false
        let hasPoint = end < bytes.count && bytes[end] == UInt8(ascii: ".")
        if isGrouped, !isInBrackets || hasPoint && reading.contains(.bracketsGroup) {
            ambiguities.insert(.commasSeparate)
            guard !reading.contains(.commasSeparate) else { return }
            for (index, _) in counts.enumerated() {
                let group = position + 1 + index * 4
                digits += bytes[group..<(group + 3)]
            }
            position = end
            return
        }
        guard counts.count == 1, !isInBrackets, !hasPoint,
            end >= bytes.count || bytes[end] != UInt8(ascii: ",")
        else { return }
        ambiguities.insert(.commaIsDecimal)
        guard reading.contains(.commaIsDecimal) else { return }
        digits += bytes[(position + 1)..<end]
        decimals = counts[0]
        position = end
    }

    /// Whether the digits just read may go on behind a comma: none stands directly before them.
    private var startsNumber: Bool { last != .comma || isSpaced }

    /// European `1.234.567` and `1.234,5`.
    private mutating func points(_ digits: inout [UInt8], _ decimals: inout Int?) {
        guard digits.count <= 3, digits.first != 0x30 else { return }
        var end = position
        var groups: [UInt8] = []
        while end < bytes.count, bytes[end] == UInt8(ascii: "."), digitCount(end + 1) == 3 {
            groups += bytes[(end + 1)..<(end + 4)]
            end += 4
        }
        guard !groups.isEmpty else { return }
        let isInBrackets = brackets.last ?? false
        let comma = end < bytes.count && bytes[end] == UInt8(ascii: ",") && !isInBrackets ? digitCount(end + 1) : 0
        let next = end + 1 + comma
        let closes =
            comma > 0 && (next >= bytes.count || bytes[next] != UInt8(ascii: ",") && bytes[next] != UInt8(ascii: "."))
        guard groups.count >= 6 || closes else { return }
        digits += groups
        position = end
        guard closes else { return }
        digits += bytes[(end + 1)..<next]
        decimals = comma
        position = next
    }

    // MARK: Repeating digits

    /// `\overline{3}`, `\bar 3`, `\dot{3}`, `(3)` at a place, and where it ends.
    private func repetend(_ start: Int) -> (digits: [UInt8], end: Int)? {
        guard start < bytes.count else { return nil }
        if bytes[start] == UInt8(ascii: "(") {
            let count = digitCount(start + 1)
            let end = start + 1 + count
            guard count > 0, end < bytes.count, bytes[end] == UInt8(ascii: ")") else { return nil }
            return (Array(bytes[(start + 1)..<end]), end + 1)
        }
        guard bytes[start] == UInt8(ascii: "\\") else { return nil }
        let rest = bytes[start...]
        guard let name = ["\\overline", "\\bar", "\\dot", "\\overset{.}"].first(where: { rest.starts(with: $0.utf8) })
        else {
            return nil
        }
        var end = start + name.utf8.count
        guard let first = digitsInBraces(&end) else { return nil }
        guard name == "\\dot" else { return (first, end) }
        // Dots over the first and the last digit that repeat.
        var between = run(from: end)
        var close = end + between.count
        if bytes[close...].starts(with: "\\dot".utf8) {
            close += 4
            if let second = digitsInBraces(&close) {
                between += second
                return (first + between, close)
            }
        }
        return (first, end)
    }

    private func digitsInBraces(_ index: inout Int) -> [UInt8]? {
        var start = index
        while start < bytes.count, bytes[start] == 0x20 { start += 1 }
        let isBraced = start < bytes.count && bytes[start] == UInt8(ascii: "{")
        if isBraced { start += 1 }
        let count = isBraced ? digitCount(start) : min(digitCount(start), 1)
        guard count > 0 else { return nil }
        let end = start + count
        guard !isBraced || end < bytes.count && bytes[end] == UInt8(ascii: "}") else { return nil }
        index = isBraced ? end + 1 : end
        return Array(bytes[start..<end])
    }

    /// The end of `\ldots` or `...` at a place.
    private func ellipsis(_ start: Int) -> Int? {
        let rest = bytes[start...]
        for sign in ["...", "\\ldots", "\\dots", "\\cdots", " \\ldots", " \\dots", " \\cdots"]
        where rest.starts(with: sign.utf8) {
            return start + sign.utf8.count
        }
        return nil
    }

    /// The length of the digits that repeat at the end of a decimal that goes on: they have to be seen three times, or
    /// twice where nothing stands before them.
    private static func period(_ part: [UInt8]) -> Int? {
        guard part.count >= 2, part.count <= 200 else { return nil }
        for length in 1...(part.count / 2) {
            var same = 0
            while same < part.count - length, part[part.count - 1 - same] == part[part.count - 1 - same - length] {
                same += 1
            }
            let times = (same + length) / length
            if times >= 3 || times == 2 && (same + length == part.count || length >= 6) { return length }
        }
        return nil
    }

    private mutating func repeating(_ whole: [UInt8], _ part: [UInt8], _ repetend: [UInt8], from start: Int)
        throws(ParseError)
    {
        guard whole.count + part.count + 2 * repetend.count <= ParserLimits.digits else { throw .tooLong(Int32(start)) }
        // (all digits − those before the repetition) / 99…900…0
        guard let all = Rational(decimal: whole + part + repetend),
            let before = Rational(decimal: [0x30] + whole + part),
            let nines = Rational(decimal: Array(repeating: 0x39, count: repetend.count), exponent: part.count),
            let value = (all - before) / nines
        else { throw .unexpected(Int32(start)) }
        // What repeats is exact, whatever number of digits was written; 0.2999… ends after all.
        var literal = NumberLiteral(value, significantDigits: 0)
        if !value.isInteger, let scale = Rational(decimal: [0x31], exponent: part.count), (value * scale).isInteger {
            literal.decimals = part.count
            literal.significantDigits = String((value * scale).numerator).utf8.count
        } else if value.isInteger {
            literal.significantDigits = String(value.numerator).utf8.count
        }
        literals.append(literal)
        try add(.number(Int32(literals.count - 1)), from: start)
    }

    // MARK: Literals

    /// `e-3` directly behind the digits.
    private mutating func exponent(_ digits: [UInt8], _ decimals: Int?) throws(ParseError) -> Int? {
        guard !digits.isEmpty, peek() | 0x20 == UInt8(ascii: "e") else { return nil }
        var index = position + 1
        let isSigned = index < bytes.count && (bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+"))
        if isSigned { index += 1 }
        let count = digitCount(index)
        guard count > 0 else { return nil }
        guard count <= 18 else { throw .tooLong(Int32(index)) }
        let end = index + count
        if end < bytes.count,
            bytes[end] == UInt8(ascii: ".") && isDigit(peek(end + 1 - position))
                || isLetter(bytes[min(end, bytes.count - 1)]) && end < bytes.count
        {
            return nil
        }
        if isSigned, decimals == nil, digits.count == 1, count == 1, bytes[position] == UInt8(ascii: "e") {
            // `2e-1` may be Euler's number as well.
            ambiguities.insert(.exponentIsConstant)
            if reading.contains(.exponentIsConstant) { return nil }
        }
        let value = Int(string(index..<end)) ?? 0
        let isNegative = isSigned && bytes[index - 1] == UInt8(ascii: "-")
        position = end
        return isNegative ? -value : value
    }

    private static func significant(_ digits: [UInt8]) -> Int {
        max(digits.drop { $0 == 0x30 }.count, 1)
    }

    /// Adds the token of a literal.
    private mutating func literal(_ digits: [UInt8], _ decimals: Int?, exponent: Int?, from start: Int)
        throws(ParseError)
    {
        let significant = Self.significant(digits)
        let power = exponent ?? 0
        guard let value = Rational(decimal: digits, exponent: -(decimals ?? 0)) else { throw .tooLong(Int32(start)) }
        if power.magnitude <= ParserLimits.exponent {
            var scaled = value
            if power != 0 {
                guard let exact = Rational(decimal: digits, exponent: power - (decimals ?? 0)) else {
                    throw .tooLong(Int32(start))
                }
                scaled = exact
            }
            literals.append(NumberLiteral(scaled, decimals: decimals, significantDigits: significant, exponent: power))
            return try add(.number(Int32(literals.count - 1)), from: start)
        }
        // Past the limit the power of ten stays a power.
        literals.append(NumberLiteral(value, decimals: decimals, significantDigits: significant))
        try add(.number(Int32(literals.count - 1)), from: start)
        try add(.times, from: position)
        literals.append(TreeParser.whole(10))
        try add(.number(Int32(literals.count - 1)), from: position)
        try add(.caret, from: position)
        if power < 0 { try add(.minus, from: position) }
        literals.append(
            NumberLiteral(
                Rational(Int(clamping: power.magnitude)), significantDigits: String(power.magnitude).utf8.count))
        try add(.number(Int32(literals.count - 1)), from: position)
    }
}
