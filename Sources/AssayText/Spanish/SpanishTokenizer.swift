// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Splits Spanish text into tokens with the results of spaCy's rule tokenizer for Spanish.
///
///     SpanishTokenizer.tokens(in: Array("¿Qué hora es en EE. UU.?".utf8))   // ¿ Qué hora es en EE. UU. ?
///
/// ## How it decides
/// 1. Text is cut into runs of white space and runs of anything else. A single space between two runs is no token; all
///    other white space is: `a␣␣b` gives `a`, `␣`, `b`.
/// 2. From each run, signs are split off at both ends until none is left or the rest is an exception (`Sr.`, `:-)`).
/// 3. The rest is one token if it is an exception or a web address; else it is cut at signs inside (`y…o`, `fin.Otra`).
/// 4. Sequences of tokens that together are an exception (`EE. UU.`) become the tokens of that exception.
///
/// - Source: Honnibal et al., spaCy (MIT licence), `Tokenizer` and the rules for Spanish.
/// - Complexity: Linear in the number of bytes.
public struct SpanishTokenizer {
    private let bytes: [UInt8]
    private let usesExceptions: Bool
    private var tokens: [Range<Int>] = []

    /// The tokens, signs included, as byte ranges in order.
    public static func tokens(in bytes: [UInt8]) -> [Range<Int>] {
        var tokenizer = SpanishTokenizer(bytes, usesExceptions: true)
        tokenizer.tokens.reserveCapacity(bytes.count / 5)
        tokenizer.run()
        return SpanishSequences.builtIn.joined(tokenizer.tokens, of: bytes)
    }

    /// The tokens without step 4 and without exceptions: what an exception looks like before it is recognised.
    static func plainTokens(in bytes: [UInt8]) -> [Range<Int>] {
        var tokenizer = SpanishTokenizer(bytes, usesExceptions: false)
        tokenizer.run()
        return tokenizer.tokens
    }

    /// Whether all scalars of a token are punctuation (general category P): such tokens are no words.
    public static func isPunctuation(_ token: Range<Int>, of bytes: [UInt8]) -> Bool {
        var index = token.lowerBound
        while index < token.upperBound {
            let byte = bytes[index]
            if byte < 0x80 {
                // `$ + < = > ^ ` | ~` are symbols, not punctuation.
                guard ASCIIPunctuation.contains(byte), !SpanishTokenizer.asciiSymbols.contains(byte) else {
                    return false
                }
                index += 1
                continue
            }
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
            switch UnicodeScalars.category(scalar) {
            case .pc, .pd, .ps, .pe, .pi, .pf, .po: index += length
            default: return false
            }
        }
        return true
    }

    private static let asciiSymbols = Array("$+<=>^`|~".utf8)

    private init(_ bytes: [UInt8], usesExceptions: Bool) {
        self.bytes = bytes
        self.usesExceptions = usesExceptions
    }

    // MARK: Runs

    private mutating func run() {
        var start = 0
        var index = 0
        var isSpace: Bool?
        while index < bytes.count {
            let byte = bytes[index]
            let (scalar, length) = byte < 0x80 ? (UInt32(byte), 1) : UTF8Decoding.scalar(bytes, at: index)
            let space = UnicodeScalars.isSpace(scalar)
            if let before = isSpace, before != space {
                finish(start..<index, isSpace: before)
                start = byte == 0x20 ? index + 1 : index
            }
            isSpace = space
            index += length
        }
        if let isSpace { finish(start..<index, isSpace: isSpace) }
    }

    private mutating func finish(_ run: Range<Int>, isSpace: Bool) {
        if run.isEmpty { return }
        if isSpace { tokens.append(run) } else { split(run) }
    }

    // MARK: One run

    private mutating func split(_ run: Range<Int>) {
        if isLetters(run) {
            if !appendException(run) { tokens.append(run) }
            return
        }
        var start = run.lowerBound
        var end = run.upperBound
        var suffixes: [Range<Int>] = []
        while start < end, !isException(start..<end) {
            let prefix = prefixLength(start..<end)
            if prefix > 0, isException(start + prefix..<end) {
                tokens.append(start..<start + prefix)
                start += prefix
                break
            }
            let suffix = suffixLength(start + prefix..<end)
            if suffix > 0, isException(start..<end - suffix) {
                suffixes.append(end - suffix..<end)
                end -= suffix
                break
            }
            if prefix == 0, suffix == 0 { break }
            if prefix > 0 {
                tokens.append(start..<start + prefix)
                start += prefix
            }
            if suffix > 0 {
                suffixes.append(end - suffix..<end)
                end -= suffix
            }
        }
        if start < end, !appendException(start..<end) { splitInside(start..<end) }
        tokens.append(contentsOf: suffixes.reversed())
    }

    /// Whether there are only Latin letters, so that no rule applies but an exception.
    private func isLetters(_ run: Range<Int>) -> Bool {
        var index = run.lowerBound
        while index < run.upperBound {
            let byte = bytes[index]
            if (byte | 0x20) &- 0x61 < 26 {
                index += 1
            } else if byte == 0xC3, index + 1 < run.upperBound, bytes[index + 1] != 0x97, bytes[index + 1] != 0xB7 {
                index += 2
            } else {
                return false
            }
        }
        return true
    }

    private func isException(_ range: Range<Int>) -> Bool {
        usesExceptions && !range.isEmpty && SpanishExceptionTable.builtIn.lengths(of: bytes, range) != nil
    }

    private mutating func appendException(_ range: Range<Int>) -> Bool {
        guard usesExceptions, let lengths = SpanishExceptionTable.builtIn.lengths(of: bytes, range) else {
            return false
        }
        var start = range.lowerBound
        for length in lengths {
            tokens.append(start..<start + length)
            start += length
        }
        return true
    }

    // MARK: Edges

    /// The bytes that split off at the beginning; 0 for none.
    private func prefixLength(_ range: Range<Int>) -> Int {
        let byte = bytes[range.lowerBound]
        switch byte {
        case UInt8(ascii: "."):
            let dots = dotsEnd(range) - range.lowerBound
            return dots > 1 ? dots : 0
        case UInt8(ascii: "+"):
            return range.count > 1 && SpanishTokenizer.isDigit(bytes[range.lowerBound + 1]) ? 0 : 1
        case UInt8(ascii: "U"):
            return starts(range, [0x55, 0x53, 0x24]) ? 3 : 0
        case UInt8(ascii: "A"), UInt8(ascii: "C"):
            return range.count > 1 && bytes[range.lowerBound + 1] == UInt8(ascii: "$") ? 2 : 0
        default:
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: range.lowerBound)
            return SpanishTokenizerClass.of(scalar).contains(.prefix) ? length : 0
        }
    }

    /// The bytes that split off at the end; 0 for none.
    private func suffixLength(_ range: Range<Int>) -> Int {
        guard !range.isEmpty else { return 0 }
        let end = range.upperBound
        if bytes[end - 1] == UInt8(ascii: ".") { return finalPeriods(range) }
        let (scalar, length) = UTF8Decoding.scalar(bytes, before: end)
        var result = SpanishTokenizerClass.of(scalar).contains(.suffix) ? length : 0
        if scalar == SpanishTokenizer.ellipsis, end - range.lowerBound >= 6,
            UTF8Decoding.scalar(bytes, before: end - 3).value == SpanishTokenizer.ellipsis
        {
            result = 6
        }
        // A unit or currency after a digit.
        var unit = end - 1
        let limit = max(range.lowerBound + 1, end - SpanishExceptions.unitLimit)
        while unit >= limit {
            if SpanishTokenizer.isDigit(bytes[unit - 1]) {
                let isUnit =
                    end - unit == length && SpanishTokenizerClass.of(scalar).contains(.currency)
                    || SpanishExceptions.units.contains(Array(bytes[unit..<end]))
                return isUnit ? max(result, end - unit) : result
            }
            unit -= 1
        }
        return result
    }

    private func finalPeriods(_ range: Range<Int>) -> Int {
        let end = range.upperBound
        var start = end - 1
        while start > range.lowerBound, bytes[start - 1] == UInt8(ascii: ".") { start -= 1 }
        if end - start > 1 { return end - start }
        guard start > range.lowerBound else { return 0 }
        let (last, length) = UTF8Decoding.scalar(bytes, before: start)
        let kind = SpanishTokenizerClass.of(last)
        if kind.contains(.beforeFinalPeriod) { return 1 }
        guard start - length > range.lowerBound else { return 0 }
        let before = UTF8Decoding.scalar(bytes, before: start - length).value
        if kind.contains(.upper), SpanishTokenizerClass.of(before).contains(.upper) { return 1 }
        return before == 0xB0 && [0x46, 0x43, 0x4B].contains(last) ? 1 : 0
    }

    // MARK: Inside

    private mutating func splitInside(_ range: Range<Int>) {
        var pieces: [Range<Int>] = []
        var start = range.lowerBound
        var index = range.lowerBound
        while index < range.upperBound {
            let (scalar, width) = UTF8Decoding.scalar(bytes, at: index)
            let length = infixLength(at: index, scalar, width, in: range)
            if length > 0, index > range.lowerBound {
                if start < index { pieces.append(start..<index) }
                pieces.append(index..<index + length)
                start = index + length
            }
            index += max(length, width)
        }
        if pieces.isEmpty || SpanishWebAddress.matches(bytes, range) {
            tokens.append(range)
            return
        }
        tokens.append(contentsOf: pieces)
        if start < range.upperBound { tokens.append(start..<range.upperBound) }
    }

    /// The bytes of the sign at `index` that cuts the token; 0 for none.
    private func infixLength(at index: Int, _ scalar: UInt32, _ width: Int, in range: Range<Int>) -> Int {
        if scalar >= 0x80 {
            return scalar == SpanishTokenizer.ellipsis || SpanishTokenizerClass.of(scalar).contains(.icon) ? width : 0
        }
        switch UInt8(truncatingIfNeeded: scalar) {
        case UInt8(ascii: "."):
            let dots = dotsEnd(index..<range.upperBound) - index
            if dots > 1 { return dots }
            return isBetween(.beforeInnerPeriod, .afterInnerPeriod, index, in: range) ? 1 : 0
        case UInt8(ascii: ","):
            return isBetween(.letter, .letter, index, in: range) ? 1 : 0
        case UInt8(ascii: ":"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: "/"):
            guard index > range.lowerBound else { return 0 }
            if SpanishTokenizer.isDigit(bytes[index - 1]) { return isBetween([], .letter, index, in: range) ? 1 : 0 }
            return isBetween(.letter, .letter, index, in: range) ? 1 : 0
        case UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "^"):
            guard index > range.lowerBound, index + 1 < range.upperBound, SpanishTokenizer.isDigit(bytes[index - 1])
            else { return 0 }
            return SpanishTokenizer.isDigit(bytes[index + 1]) || bytes[index + 1] == UInt8(ascii: "-") ? 1 : 0
        default:
            return 0
        }
    }

    private func isBetween(
        _ left: SpanishTokenizerClass, _ right: SpanishTokenizerClass, _ index: Int, in range: Range<Int>
    ) -> Bool {
        guard index > range.lowerBound, index + 1 < range.upperBound else { return false }
        return SpanishTokenizerClass.of(UTF8Decoding.scalar(bytes, before: index).value).isSuperset(of: left)
            && SpanishTokenizerClass.of(UTF8Decoding.scalar(bytes, at: index + 1).value).isSuperset(of: right)
    }

    // MARK: Bytes

    private static let ellipsis: UInt32 = 0x2026

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    private func dotsEnd(_ range: Range<Int>) -> Int {
        var index = range.lowerBound
        while index < range.upperBound, bytes[index] == UInt8(ascii: ".") { index += 1 }
        return index
    }

    private func starts(_ range: Range<Int>, _ prefix: [UInt8]) -> Bool {
        range.count >= prefix.count && bytes[range.lowerBound..<range.lowerBound + prefix.count].elementsEqual(prefix)
    }
}
