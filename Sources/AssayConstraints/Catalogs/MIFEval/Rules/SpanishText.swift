// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayText

/// Readings of Spanish text that M-IFEval's checkers share.
enum SpanishText {
    /// The text without the markers of list items, `1.`, `-` and `*`, and the white space around them: each match of
    /// `^\s*\d+\.\s*` or `^\s*[-*]\s*` is removed.
    static func withoutListMarkers(_ bytes: [UInt8], feedsAsSpaces: Bool) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var lineStart = 0
        while lineStart < bytes.count {
            let start = LineMarkers.skipSpace(bytes, lineStart)
            var end = LineMarkers.number(bytes, at: start)
            if end == nil, start < bytes.count, bytes[start] == UInt8(ascii: "-") || bytes[start] == UInt8(ascii: "*") {
                end = start + 1
            }
            var next = lineStart
            if let end {
                next = LineMarkers.skipSpace(bytes, end)
                if next > 0, next < bytes.count, bytes[next - 1] == 0x0A {
                    lineStart = next
                    continue
                }
            }
            // The lines over which white space was skipped hold no marker either.
            let from = max(next, end == nil ? start : next)
            let feed = ByteSearch.first(0x0A, in: bytes, from: from, to: bytes.count) ?? bytes.count
            let stop = min(feed + 1, bytes.count)
            result.append(contentsOf: bytes[next..<stop])
            lineStart = stop
        }
        if feedsAsSpaces {
            for index in result.indices where result[index] == 0x0A { result[index] = 0x20 }
        }
        return result
    }

    /// The words in which one of the letters U+00C0…U+00FF stands whose second bytes are given.
    static func words(of text: Text, withLatin letters: [UInt8]) -> [Range<Int>] {
        let bytes = text.bytes
        guard ByteSearch.first(0xC3, in: bytes, from: 0, to: bytes.count) != nil else { return [] }
        return text.spanishWords.filter { word in
            var index = word.lowerBound
            while index + 1 < word.upperBound {
                if bytes[index] == 0xC3, letters.contains(bytes[index + 1]) { return true }
                index += 1
            }
            return false
        }
    }

    /// Whether each letter of the decomposed text (NFKD), marks left out, is a capital.
    ///
    /// A text without letters passes.
    static func hasNoSmallLetter(_ bytes: [UInt8]) -> Bool {
        ScalarSearch.first(in: UnicodeText.nfkd(bytes)) { scalar in
            UnicodeScalars.isAlphabetic(scalar) && !UnicodeScalars.isUppercase(scalar)
                && UnicodeText.combiningClass(scalar) == 0
        } == nil
    }
}

/// Passes when the response ends with a phrase, in any case; quotation marks around it and one final period are left out.
struct SpanishEnd: Rule {
    private let form: [UInt8]
    private let phrase: String

    /// Creates the rule.
    ///
    /// - Parameters:
    ///   - phrase: the phrase.
    ///   - keepsPeriod: whether a phrase that ends in a period itself can only match before another one.
    init(_ phrase: String, keepsPeriod: Bool) {
        self.phrase = phrase
        var form = FoldedText.form(of: phrase, ignoresCase: true)
        if !keepsPeriod, form.last == UInt8(ascii: ".") { form.removeLast() }
        self.form = form
    }

    func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        var range = UnicodeText.strippedRange(of: text.bytes, in: text.stripped, characters: SpanishEnd.quote)
        if !range.isEmpty, text.bytes[range.upperBound - 1] == UInt8(ascii: ".") {
            range = range.lowerBound..<range.upperBound - 1
        }
        return input.verdict(FoldedText.hasSuffix(form, in: text, range, true)) {
            [Evidence("end", found: .string(text.tail(range)), required: "\"\(phrase)\"")]
        }
    }

    private static let quote = ASCIISet("\"")
}
