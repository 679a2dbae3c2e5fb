// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Cleans a short answer or a gold answer: what only wraps it goes, what it says stays.
///
///     AnswerSanitizer.clean("$\\boxed{\\text{**Paris**}}.$")   // Paris
///     AnswerSanitizer.clean("−½ m²")                          // -\frac{1}{2} m^{2}
///
/// ## How it decides
/// 1. Characters past ASCII that stand for mathematics become ASCII or LaTeX, invisible ones go (``UnicodeMath``).
/// 2. Peeled from outside, as often as something fits: white space, `$…$`, `\(…\)`, `\[…\]`, `\boxed{…}`, `\text{…}` and its
///    like, markdown emphasis, quotation marks, braces without a comma, trailing punctuation and spacing commands.
/// 3. Math delimiters that are left inside go: `$28$ %` is `28 %`.
///
/// A dollar sign that no other closes is a currency and stays.
///
/// - Cost: linear in the text for each layer, at most 16 layers.
package enum AnswerSanitizer {
    /// The most wrappers that are peeled.
    private static let maximumLayers = 16
    /// Bytes of the longest text that is cleaned: what is longer is no answer, and is only trimmed.
    package static let longestText = 131_072

    /// The answer without wrappers, in ASCII and LaTeX where it is mathematics.
    package static func clean(_ text: String) -> String {
        guard text.utf8.count <= longestText else {
            let source = AnswerText(text)
            return source.string(source.trim(0..<source.count))
        }
        var isPlain = true
        for byte in text.utf8 where byte >= 0x7F || byte < 0x20 {
            isPlain = false
            break
        }
        return clean(AnswerText(Escapes.undoubled(isPlain ? text : UnicodeMath.asciified(Escapes.repaired(text)))))
    }

    private static func clean(_ text: AnswerText) -> String {
        let range = peeled(0..<text.count, in: text)
        let hasMath = range.contains { text[$0] == UInt8(ascii: "$") || text[$0] == UInt8(ascii: "\\") }
        return hasMath ? withoutDelimiters(range, in: text) : text.string(range)
    }

    /// The part of `range` that is left when all wrappers are peeled.
    package static func peeled(_ range: Range<Int>, in text: AnswerText) -> Range<Int> {
        var range = range
        for _ in 0..<maximumLayers {
            let before = range
            range = text.trim(range)
            // Delimiters of nothing.
            if range.count <= 4, range.allSatisfy({ text[$0] == UInt8(ascii: "$") }) {
                return range.lowerBound..<range.lowerBound
            }
            range = withoutTrailingPunctuation(range, in: text)
            range = withoutLead(range, in: text)
            if let inner = inside(range, in: text) { range = inner }
            if range == before { break }
        }
        return range
    }

    // MARK: Layers

    /// What is inside of a wrapper that spans all of `range`.
    private static func inside(_ range: Range<Int>, in text: AnswerText) -> Range<Int>? {
        guard range.count >= 2 else { return nil }
        let (low, high) = (range.lowerBound, range.upperBound)
        let (first, last) = (text[low], text[high - 1])
        switch first {
        case UInt8(ascii: "$"):
            guard let span = MathSpans.span(at: low, limit: high, in: text), span.full == range else { return nil }
            return span.content
        case UInt8(ascii: "\\"):
            if let span = MathSpans.span(at: low, limit: high, in: text), span.full == range { return span.content }
            if text[low + 1] == UInt8(ascii: "\""), range.count >= 4, last == text[low + 1],
                text[high - 2] == first
            {
                let inner = (low + 2)..<(high - 2)
                return inner.contains { text[$0] == last } ? nil : inner
            }
            guard let command = wrapperLength(at: low, in: text) else { return nil }
            if low + command >= high { return low..<low }
            guard text[low + command] == UInt8(ascii: "{"),
                let end = Braces.end(ofGroupAt: low + command, limit: high, in: text), end == high
            else { return nil }
            return (low + command + 1)..<(high - 1)
        case UInt8(ascii: "{"):
            guard last == UInt8(ascii: "}"), text[low + 1] != UInt8(ascii: "{"),
                Braces.end(ofGroupAt: low, limit: high, in: text) == high,
                !(low..<high).contains(where: { text[$0] == UInt8(ascii: ",") || text[$0] == UInt8(ascii: ":") })
            else { return nil }
            return (low + 1)..<(high - 1)
        case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "\""), UInt8(ascii: "'"):
            guard last == first else { return nil }
            var width = 1
            while width < 3, first != UInt8(ascii: "'"), width * 2 < range.count, text[low + width] == first,
                text[high - 1 - width] == first
            { width += 1 }
            guard range.count > 2 * width else { return low..<low }
            // `"a" or "b"` is no quotation as a whole.
            let inner = (low + width)..<(high - width)
            return inner.contains { text[$0] == first } ? nil : inner
        default: return nil
        }
    }

    /// Commands that say how an answer looks, and nothing else.
    private static let wrappers: [StaticString] = [
        "\\boxed", "\\fbox", "\\framebox", "\\text", "\\textbf", "\\textit", "\\textrm", "\\texttt", "\\textsf",
        "\\mathrm", "\\mathbf", "\\mathit", "\\mathsf", "\\mathtt", "\\mbox", "\\hbox", "\\bold", "\\boldsymbol",
        "\\bf", "\\rm", "\\underline", "\\emph", "\\displaystyle", "\\operatorname", "\\ensuremath",
    ]

    /// The length of a wrapping command at `index`, with the spaces up to its brace.
    private static func wrapperLength(at index: Int, in text: AnswerText) -> Int? {
        for word in wrappers where text.matches(word, at: index) {
            var cursor = index + word.utf8CodeUnitCount
            guard !AnswerText.isLetter(text[cursor]) else { continue }
            while text[cursor] == 0x20 { cursor += 1 }
            return cursor - index
        }
        return nil
    }

    private static func withoutLead(_ range: Range<Int>, in text: AnswerText) -> Range<Int> {
        var low = range.lowerBound
        while low < range.upperBound {
            let byte = text[low]
            if byte == UInt8(ascii: ":") || byte == UInt8(ascii: ">") && text[low + 1] == 0x20
                || byte == UInt8(ascii: "=") && text[low + 1] != UInt8(ascii: ">")
            {
                low += 1
            } else if byte == UInt8(ascii: "*"), text[low + 1] == 0x20 {
                low += 2
            } else if text.matches("\\displaystyle", at: low), !AnswerText.isLetter(text[low + 13]) {
                low += 13
            } else if let width = text.spaceWidth(at: low) {
                low += width
            } else {
                break
            }
        }
        return min(low, range.upperBound)..<range.upperBound
    }

    private static func withoutTrailingPunctuation(_ range: Range<Int>, in text: AnswerText) -> Range<Int> {
        let low = range.lowerBound
        var high = range.upperBound
        loop: while high > low {
            let (last, before) = (text[high - 1], text[high - 2])
            switch last {
            case UInt8(ascii: "."):
                if before == UInt8(ascii: ".") || isAbbreviation(endingAt: high, from: low, in: text) { break loop }
                // `10.` is 10, but `\right.` closes a bracket.
                if high - low >= 7, text.matches("\\right", at: high - 7) { break loop }
                high -= 1
            case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "~"): high -= 1
            case UInt8(ascii: "!"):
                // Emphasis after a word; a factorial after anything else.
                let isEmphasised = before == UInt8(ascii: "*") && text[high - 3] == before
                guard high - 3 >= low,
                    isEmphasised || AnswerText.isLetter(before) && AnswerText.isLetter(text[high - 3])
                else { break loop }
                high -= 1
            case UInt8(ascii: "\\"): high -= 1
            case UInt8(ascii: "\""):
                // An escaped quotation mark that nothing opens.
                guard before == UInt8(ascii: "\\"), high - 2 > low,
                    !(low..<(high - 2)).contains(where: { text[$0] == last })
                else { break loop }
                high -= 2
            case UInt8(ascii: "d"):
                if text.matches("\\quad", at: high - 5), high - 5 >= low {
                    high -= 5
                } else if text.matches("\\qquad", at: high - 6), high - 6 >= low {
                    high -= 6
                } else {
                    break loop
                }
            case UInt8(ascii: "*"), UInt8(ascii: "_"):
                // Emphasis that nothing opens.
                guard before == last,
                    !(low..<max(low, high - 3)).contains(where: { text[$0] == last && text[$0 + 1] == last })
                else { break loop }
                high -= 2
            default:
                guard AnswerText.isSpace(last) else { break loop }
                high -= 1
            }
        }
        return low..<max(low, high)
    }

    /// Whether the dot before `end` belongs to `p.m.` or the like.
    private static func isAbbreviation(endingAt end: Int, from low: Int, in text: AnswerText) -> Bool {
        end - 4 >= low && AnswerText.isLetter(text[end - 2]) && text[end - 3] == UInt8(ascii: ".")
            && AnswerText.isLetter(text[end - 4]) && !AnswerText.isLetter(text[end - 5])
    }

    // MARK: Inside

    /// The text of `range` without the delimiters of the math spans in it.
    private static func withoutDelimiters(_ range: Range<Int>, in text: AnswerText) -> String {
        var output: [UInt8] = []
        output.reserveCapacity(range.count)
        var index = range.lowerBound
        var failures = MathSpans.Failures()
        while index < range.upperBound {
            let byte = text[index]
            if byte == UInt8(ascii: "$") || byte == UInt8(ascii: "\\"), !MathSpans.isEscaped(index, in: text),
                let span = MathSpans.span(at: index, limit: range.upperBound, in: text, failures: &failures),
                span.kind != .environment
            {
                output.append(contentsOf: text.bytes[text.trim(span.content)])
                index = span.full.upperBound
            } else {
                output.append(byte)
                index += 1
            }
        }
        return String(decoding: output, as: UTF8.self)
    }
}
