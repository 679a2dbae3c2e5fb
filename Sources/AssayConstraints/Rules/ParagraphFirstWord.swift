// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when the response has a number of paragraphs and one of them begins with a word.
///
///     {"verifier": "paragraph-first-word", "paragraphs": 4, "nth": 2, "word": "weekend"}
///
/// ## How it decides
/// 1. Paragraphs are parted by blank lines; their number has to be the given one.
/// 2. The first word of the n-th, without quotation marks and markdown before it, up to the first punctuation sign, has
///    to be the word, in any case.
///
/// With ``isLiteral``, it decides as the reference checker of IFEval: paragraphs are parted by exactly two line feeds,
/// blank ones are left out of their number but not when the n-th is looked for, and markdown is part of the word.
public struct ParagraphFirstWord: Rule {
    /// The number of paragraphs.
    public let paragraphs: Int
    /// Which one begins with the word, from 1.
    public let nth: Int
    /// The word in lower case.
    public let word: String
    /// Whether it decides as the reference checker.
    public let isLiteral: Bool
    private let form: [UInt8]

    /// Creates the rule.
    ///
    /// - Throws: `CheckError` where there is no n-th among so many paragraphs.
    public init(
        paragraphs: Int, nth: Int, word: String, isLiteral: Bool = false, argument: String = "nth"
    ) throws(CheckError) {
        guard nth >= 1, nth <= paragraphs else {
            throw .argument(argument, found: "\(nth)", expected: "an integer from 1 to the number of paragraphs")
        }
        self.paragraphs = paragraphs
        self.nth = nth
        form = UnicodeText.lowercased(Array(word.utf8))
        self.word = String(decoding: form, as: UTF8.self)
        self.isLiteral = isLiteral
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        let parts = ParagraphCount.parts(of: text, isLiteral ? .feeds : .blank)
        var count = 0
        for part in parts where !text.strip(part).isEmpty { count += 1 }
        let paragraph = nth <= count ? text.strip(parts[nth - 1]) : 0..<0
        let first = paragraph.isEmpty ? 0..<0 : firstWord(of: paragraph, in: text)
        let begins = !paragraph.isEmpty && isForm(first, in: text)
        return input.verdict(count == paragraphs && begins) {
            var evidence = [Evidence.count("paragraphs", count, required: "exactly \(paragraphs)")]
            if !begins {
                evidence.append(
                    Evidence(
                        "first word of paragraph \(nth)", found: .string(text.excerpt(first)), required: "\"\(word)\"",
                        span: paragraph.isEmpty ? nil : Span(first)))
            }
            return evidence
        }
    }

    private func firstWord(of paragraph: Range<Int>, in text: Text) -> Range<Int> {
        let bytes = text.bytes
        var end = paragraph.lowerBound
        while end < paragraph.upperBound, text.spaceLength(at: end) == 0 {
            end += UTF8Decoding.scalar(bytes, at: end).length
        }
        var word = paragraph.lowerBound..<end
        if isLiteral {
            word = UnicodeText.leftStrippedRange(of: bytes, in: word, characters: ParagraphFirstWord.apostrophe)
            word = UnicodeText.leftStrippedRange(of: bytes, in: word, characters: ParagraphFirstWord.quote)
        } else {
            word = UnicodeText.leftStrippedRange(of: bytes, in: word, characters: .punctuation)
        }
        let stop = isLiteral ? ParagraphFirstWord.stops : ASCIISet.punctuation
        return word.lowerBound..<(word.first { stop.contains(bytes[$0]) } ?? word.upperBound)
    }

    /// Whether the lower-case forms of the scalars are the word, each taken on its own: a sigma is never a final one.
    private func isForm(_ range: Range<Int>, in text: Text) -> Bool {
        var position = 0
        var index = range.lowerBound
        while index < range.upperBound {
            let (scalar, length) = UTF8Decoding.scalar(text.bytes, at: index)
            index += length
            var lower: [UInt8] = []
            if scalar < 0x80 {
                let byte = UInt8(truncatingIfNeeded: scalar)
                guard position < form.count, form[position] == (byte &- 0x41 < 26 ? byte ^ 0x20 : byte) else {
                    return false
                }
                position += 1
                continue
            }
            // The only scalar whose lower case is two.
            if scalar == 0x130 {
                lower = [0x69, 0xCC, 0x87]
            } else {
                UTF8Decoding.append(UnicodeScalars.simpleLowercase(scalar), to: &lower)
            }
            guard form[position...].starts(with: lower) else { return false }
            position += lower.count
        }
        return position == form.count
    }

    private static let apostrophe = ASCIISet("'")
    private static let quote = ASCIISet("\"")
    private static let stops = ASCIISet(".,?!'\"")
}
