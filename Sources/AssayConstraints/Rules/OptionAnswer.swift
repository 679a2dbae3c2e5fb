// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when the response is one of several options.
///
/// ## How it decides
/// Options are letters, as in `a), b), c)`, and then have to be given exactly, or they are words, compared in lower case
/// without ASCII punctuation and spaces at the ends. With `forgivesSpace`, white space around a letter does not count.
public struct OptionAnswer: Rule {
    /// The options, in the form in which they are compared.
    public let options: [String]
    /// Whether options have to be given exactly.
    public let isExact: Bool
    /// Whether white space around an exact option does not count.
    public let forgivesSpace: Bool
    private let bytes: [[UInt8]]

    /// Creates the rule from options that stand in one text.
    ///
    /// - Parameters:
    ///   - list: the options with `/` between them; if there is none, "or"; if there is none either, commas.
    ///   - splitsAtWordOnly: whether "or" has to be a word to part options; otherwise it does so inside words too.
    ///   - forgivesSpace: whether white space around an exact option does not count.
    public init(list: String, splitsAtWordOnly: Bool, forgivesSpace: Bool) {
        let text = Text(list)
        isExact = OptionAnswer.beginsWithLetters(text.bytes)
        self.forgivesSpace = forgivesSpace
        let separator = splitsAtWordOnly ? " or " : "or"
        let separators = ["/", separator].map { Array($0.utf8) }
        let chosen = separators.first { ByteSearch.contains($0, in: text.bytes) } ?? [UInt8(ascii: ",")]
        let isExact = self.isExact
        bytes = text.split(by: chosen).map { part in
            let option = text.strip(part)
            return isExact ? Array(text.bytes[option]) : UnicodeText.lowercased(Array(text.bytes[text.bare(option)]))
        }
        options = bytes.map { String(decoding: $0, as: UTF8.self) }
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        let whole = 0..<text.bytes.count
        let answer =
            isExact ? (forgivesSpace ? text.stripped : whole) : text.bare(forgivesSpace ? text.stripped : whole)
        // A lower-case form is at most three times as long, and at least a third.
        let longest = bytes.map(\.count).max() ?? 0
        var passed = false
        if answer.count <= 3 * longest {
            let given = Array(text.bytes[answer])
            passed = bytes.contains(isExact ? given : UnicodeText.lowercased(given))
        }
        return input.verdict(passed) {
            let shown = text.string(answer.lowerBound..<min(answer.upperBound, answer.lowerBound + 80))
            return [
                Evidence(
                    "answer", found: .string(answer.count > 80 ? shown + "…" : shown),
                    required: "one of " + options.map { "\"\($0)\"" }.joined(separator: ", "))
            ]
        }
    }

    /// Whether the text begins with the letters a, b, c in either case with nothing but signs before and between them.
    private static func beginsWithLetters(_ bytes: [UInt8]) -> Bool {
        var index = 0
        for letter in [UInt8(ascii: "a"), UInt8(ascii: "b"), UInt8(ascii: "c")] {
            while index < bytes.count {
                let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
                if UnicodeScalars.isWord(scalar) { break }
                index += length
            }
            guard index < bytes.count, bytes[index] | 0x20 == letter else { return false }
            index += 1
        }
        return true
    }
}
