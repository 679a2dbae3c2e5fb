// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayText

/// Passes when no given word stands in the response with other accents than it should have.
///
/// ## How it decides
/// Each `\w+` word of the lower-case form is freed from its marks (NFKD, combining marks dropped). Where the result is
/// one of the given plain words, the word itself has to be the given accented one. A word that is absent passes.
struct AccentRule: Rule {
    private let accented: [[UInt8]: [UInt8]]
    /// First bytes of plain words, so that most words need no look-up.
    private let heads: [Bool]

    /// Creates the rule from plain words and their accented forms.
    init(_ words: JSONValue?) throws(CheckError) {
        guard case .object(let object)? = words else {
            throw .argument("word_to_accentuate", found: words?.described ?? "missing", expected: "an object")
        }
        var accented: [[UInt8]: [UInt8]] = [:]
        var heads = [Bool](repeating: false, count: 256)
        for member in object.members where member.value != .null {
            guard case .string(let form) = member.value else {
                throw .argument(
                    "word_to_accentuate.\(member.key)", found: member.value.described, expected: "a string")
            }
            accented[Array(member.key.utf8)] = Array(form.utf8)
            if let head = member.key.utf8.first { heads[Int(head)] = true }
        }
        self.accented = accented
        self.heads = heads
    }

    func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response.lowercased
        let wrong = text.words.first { !isRight(text.bytes, $0) }
        return input.verdict(wrong == nil) {
            guard let wrong else { return [] }
            let plain = AccentRule.plain(Array(text.bytes[wrong]))
            let required = accented[plain].map { "\"\(String(decoding: $0, as: UTF8.self))\"" }
            return [Evidence("word", found: .string(text.string(wrong)), required: required)]
        }
    }

    private func isRight(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        let head = bytes[range.lowerBound]
        if head < 0x80, !heads[Int(head)] { return true }
        let word = Array(bytes[range])
        guard let expected = accented[AccentRule.plain(word)] else { return true }
        return word == expected
    }

    /// The word without marks.
    static func plain(_ word: [UInt8]) -> [UInt8] {
        if word.allSatisfy({ $0 < 0x80 }) { return word }
        let decomposed = UnicodeText.nfkd(word)
        var result: [UInt8] = []
        result.reserveCapacity(decomposed.count)
        var index = 0
        while index < decomposed.count {
            let (scalar, length) = UTF8Decoding.scalar(decomposed, at: index)
            if UnicodeText.combiningClass(scalar) == 0 {
                result.append(contentsOf: decomposed[index..<index + length])
            }
            index += length
        }
        return result
    }
}
