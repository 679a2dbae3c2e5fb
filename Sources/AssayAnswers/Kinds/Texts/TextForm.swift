// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayText

/// The normal form of a text answer.
///
/// Case, articles, punctuation, quotes, hyphens and spaces do not count; what could be mathematics does: digits, signs,
/// operators, and brackets and commas beside a digit. Compatibility forms are decomposed (NFKD). `twenty` is 20.
///
/// - Complexity: linear, but for sorting runs of combining marks.
package struct TextForm: Sendable, Hashable {
    /// The words without articles, and the symbols that count, each a word of its own.
    package private(set) var words: [String] = []
    /// The words joined, with a separator only where digits or symbols would run together.
    ///
    /// `ice-cream`, `ice cream` and `icecream` have one key.
    package private(set) var key = ""
    /// How many of the words have a letter.
    package private(set) var letterWordCount = 0
    /// Whether a LaTeX command or an operator is among the words.
    package private(set) var hasMathematics = false

    package init(_ plain: PlainAnswer) {
        let tokens =
            UnicodeText.isASCII(plain.bytes)
            ? AnswerTokens(plain)
            : AnswerTokens(plain.decomposed)
        self.init(tokens, 0..<tokens.count)
    }

    package init(_ text: String) { self.init(PlainAnswer(text)) }

    /// The form of a part of a text, whose bytes are decomposed already where that matters.
    package init(_ tokens: AnswerTokens, _ range: Range<Int>) {
        hasMathematics = false
        for index in range { append(tokens, index) }
        dropArticles()
        makeKey()
    }

    /// The form of some of the words of another.
    package init(words: some Sequence<String>) {
        for word in words { add(word) }
        makeKey()
    }

    package var isEmpty: Bool { words.isEmpty }

    /// The words with a space between them, for evidence.
    package var text: String { words.joined(separator: " ") }

    /// The key without accents.
    package var unaccentedKey: String {
        guard key.utf8.contains(where: { $0 >= 0x80 }) else { return key }
        var result = String.UnicodeScalarView()
        for scalar in key.unicodeScalars where !(0x300...0x36F).contains(scalar.value) {
            switch scalar {
            case "\u{F8}": result.append("o")
            case "\u{142}": result.append("l")
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    // MARK: Details

    private mutating func append(_ tokens: AnswerTokens, _ index: Int) {
        switch tokens.kind(index) {
        case .word:
            let word = tokens.lowercased(index)
            // NFKD leaves ß; case folding does not.
            add(Self.folded(word))
        case .number:
            add(Self.number(tokens.bytes[tokens.tokens[index].start..<tokens.tokens[index].end]))
        case .command:
            hasMathematics = true
            words.append(tokens.lowercased(index))
        case .mark:
            if let symbol = symbol(tokens, index) {
                words.append(symbol)
            }
        case .newline, nil:
            break
        }
    }

    private mutating func add(_ word: String) {
        letterWordCount += 1
        if let byte = word.utf8.first, byte &- 0x30 < 10 { letterWordCount -= 1 }
        words.append(Self.numerals[word] ?? word)
    }

    private static func folded(_ word: String) -> String {
        guard word.utf8.contains(where: { $0 >= 0x80 || $0 == UInt8(ascii: "'") }) else { return word }
        var result = String.UnicodeScalarView()
        for scalar in word.unicodeScalars {
            switch scalar {
            case "'": break
            case "ß": result.append(contentsOf: "ss".unicodeScalars)
            case "ς": result.append("σ")
            case "æ": result.append(contentsOf: "ae".unicodeScalars)
            case "œ": result.append(contentsOf: "oe".unicodeScalars)
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// The digits without separators of thousands.
    private static func number(_ digits: ArraySlice<UInt8>) -> String {
        if digits.contains(UInt8(ascii: ",")) {
            let groups = digits.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
            let rest = groups.dropFirst()
            if let first = groups.first, first.count <= 3, rest.dropLast().allSatisfy({ $0.count == 3 }),
                let last = rest.last,
                last.count == 3 || last.count > 4 && last[last.startIndex + 3] == UInt8(ascii: ".")
            {
                return String(decoding: digits.filter { $0 != UInt8(ascii: ",") }, as: UTF8.self)
            }
        }
        return String(decoding: digits, as: UTF8.self)
    }

    /// The mark at `index` where it counts; nil where it only punctuates.
    private mutating func symbol(_ tokens: AnswerTokens, _ index: Int) -> String? {
        let mark = tokens.mark(index)
        let isAfterNumber = tokens.kind(index - 1) == .number
        let isBeforeNumber = tokens.kind(index + 1) == .number && !tokens.tokens[index + 1].isSpaced
        switch mark {
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"), UInt8(ascii: "\""),
            UInt8(ascii: "'"), UInt8(ascii: "#"):
            if mark == UInt8(ascii: "!"), isAfterNumber { return "!" }
            return mark == UInt8(ascii: ".") && isBeforeNumber ? "." : nil
        case UInt8(ascii: ","), UInt8(ascii: ":"):
            return isAfterNumber && tokens.kind(index + 1) == .number ? tokens.lowercased(index) : nil
        case UInt8(ascii: "("), UInt8(ascii: "["):
            return isBeforeNumber ? tokens.lowercased(index) : nil
        case UInt8(ascii: ")"), UInt8(ascii: "]"):
            return isAfterNumber ? tokens.lowercased(index) : nil
        case UInt8(ascii: "-"):
            let joins = tokens.kind(index - 1) == .word || tokens.kind(index - 1) == .mark
            return isBeforeNumber && !(joins && !tokens.tokens[index].isSpaced) ? "-" : nil
        case UInt8(ascii: "/"), UInt8(ascii: "&"):
            if mark == UInt8(ascii: "&") { return "and" }
            return isAfterNumber || isBeforeNumber ? "/" : nil
        case UInt8(ascii: "%"), UInt8(ascii: "@"):
            return tokens.lowercased(index)
        default:
            hasMathematics = true
            return tokens.lowercased(index)
        }
    }

    /// Drops `a`, `an`, `the` before a word.
    private mutating func dropArticles() {
        guard words.count > 1, words.contains(where: Self.isArticle) else { return }
        var kept: [String] = []
        kept.reserveCapacity(words.count)
        for (index, word) in words.enumerated() {
            if Self.isArticle(word), index + 1 < words.count, !hasMathematics {
                letterWordCount -= 1
                continue
            }
            kept.append(word)
        }
        words = kept
    }

    private static func isArticle(_ word: String) -> Bool { word == "the" || word == "a" || word == "an" }

    private mutating func makeKey() {
        if let only = words.first, words.count == 1 {
            key = only
            return
        }
        key.reserveCapacity(words.reduce(0) { $0 + $1.utf8.count + 1 })
        var last: UInt8 = 0x61
        for word in words {
            let first = word.utf8.first ?? 0
            // Digits and symbols stay apart.
            if !Self.isLetter(last), !Self.isLetter(first) { key += " " }
            key += word
            last = word.utf8.last ?? 0x61
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 &- 0x61 < 26 || byte >= 0x80 }

    private static let numerals: [String: String] = {
        let names =
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            + "seventeen eighteen nineteen twenty"
        var numerals: [String: String] = [:]
        for (value, name) in names.split(separator: " ").enumerated() { numerals[String(name)] = String(value) }
        return numerals
    }()
}

extension PlainAnswer {
    /// The compatibility decomposition.
    package var decomposed: PlainAnswer { PlainAnswer(decomposing: self) }

    private init(decomposing plain: PlainAnswer) {
        self.init(String(decoding: UnicodeText.nfkd(plain.bytes), as: UTF8.self))
    }
}
