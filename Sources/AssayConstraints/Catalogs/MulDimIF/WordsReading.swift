// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayText

/// A number of words of the whole response; bounds on sentences and quoted keywords may stand beside it.
struct WordsReading: MulDimIFReading {
    let isExact: Bool
    let words: Bound
    let sentences: Bound
    let keywords: [KeywordMatcher]
    let isCorrected: Bool

    /// Reads the sentence.
    ///
    /// - Returns: nil where the reference raises an error.
    init?(_ constraint: ScalarText, conformance: Conformance) {
        isCorrected = conformance == .corrected
        let sentence = WordsReading.normalized(constraint)
        var bounds = Bounds()
        guard bounds.read(sentence) else { return nil }
        isExact = bounds.isExact
        words = Bound(minimum: bounds.minimum, maximum: bounds.maximum)
        sentences = Bound(minimum: bounds.minimumSentences, maximum: bounds.maximumSentences)
        keywords =
            bounds.isExact
            ? [] : WordsReading.quoted.all(in: sentence).map { KeywordMatcher($0[1] ?? "") }
    }

    var described: String {
        var parts: [String] = []
        if words != Bound() { parts.append("words: \(words.described)") }
        if sentences != Bound() { parts.append("sentences: \(sentences.described)") }
        parts += keywords.map { "includes \"\($0.keyword.string)\"" }
        return parts.isEmpty ? "words: any number" : parts.joined(separator: "; ")
    }

    var unreadable: String? {
        words == Bound() && sentences == Bound() && keywords.isEmpty
            ? "no number of words is recognised in the constraint" : nil
    }

    var searches: Int { keywords.count }

    func judge(_ text: Text, _ note: ((Evidence) -> Void)?) -> Bool? {
        var passed = true
        for keyword in keywords where keyword.count(in: text.bytes, 0..<text.bytes.count, limit: 1) == 0 {
            guard let note else { return false }
            note(Evidence("keyword \"\(keyword.keyword.string)\"", found: 0, required: "at least 1"))
            passed = false
        }
        if words != Bound() {
            let (count, unit) = isCorrected ? WordsReading.mixedCount(text) : WordsReading.count(text)
            note?(.count(unit, count, required: words.described))
            if !words.contains(count) { passed = false }
        }
        if sentences != Bound() {
            let count = WordsReading.endMarkRuns(text.bytes)
            note?(.count("sentences", count, required: sentences.described))
            if !sentences.contains(count) { passed = false }
        }
        return passed
    }

    // MARK: Counting

    /// White-space tokens, or, as soon as there is one, only Chinese signs: ideographs, CJK punctuation, full-width forms.
    private static func count(_ text: Text) -> (Int, String) {
        if text.isASCII { return (text.whitespaceTokens.count, "words") }
        var signs = 0
        forEachScalar(text.bytes) { if isChineseSign($0) { signs += 1 } }
        return signs > 0 ? (signs, "Chinese signs") : (text.whitespaceTokens.count, "words")
    }

    /// Ideographs and words of other scripts together.
    private static func mixedCount(_ text: Text) -> (Int, String) {
        if text.isASCII { return (text.whitespaceTokens.count, "words") }
        var ideographs = 0
        var others = 0
        var isInWord = false
        forEachScalar(text.bytes) { scalar in
            if isIdeograph(scalar) {
                ideographs += 1
                isInWord = false
            } else if isChineseSign(scalar) || UnicodeScalars.isSpace(scalar) {
                isInWord = false
            } else if !isInWord {
                others += 1
                isInWord = true
            }
        }
        return ideographs == 0 ? (text.whitespaceTokens.count, "words") : (ideographs + others, "signs and words")
    }

    private static func forEachScalar(_ bytes: [UInt8], _ body: (UInt32) -> Void) {
        var index = 0
        while index < bytes.count {
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
            body(scalar)
            index += length
        }
    }

    private static func isIdeograph(_ scalar: UInt32) -> Bool {
        (0x4E00...0x9FFF).contains(scalar) || (0x3400...0x4DBF).contains(scalar)
            || (0x20000...0x2A6DF).contains(scalar)
    }

    private static func isChineseSign(_ scalar: UInt32) -> Bool {
        isIdeograph(scalar) || (0x3000...0x303F).contains(scalar) || (0xFF00...0xFFEF).contains(scalar)
    }

    private static func endMarkRuns(_ bytes: [UInt8]) -> Int {
        var count = 0
        var isInside = false
        for byte in bytes {
            let isMark = byte == 0x2E || byte == 0x21 || byte == 0x3F
            if isMark, !isInside { count += 1 }
            isInside = isMark
        }
        return count
    }

    // MARK: Reading

    /// Lower case, without outer double quotes, one space between words, and a few spellings made one.
    private static func normalized(_ constraint: ScalarText) -> ScalarText {
        let trimmed = constraint.lowercased.stripped(of: "\"").stripped
        var joined: [UInt32] = []
        for scalar in trimmed.scalars {
            if UnicodeScalars.isSpace(scalar) {
                if joined.last != 0x20 { joined.append(0x20) }
            } else {
                joined.append(scalar)
            }
        }
        return ScalarText(joined).replacing("-word", with: " word").replacing("a total of ", with: "")
            .replacing("words", with: "word").replacing("a single", with: "exactly one").stripped
    }

    private static let quoted = SentencePattern(#"["']([^']*)["']"#)
}

extension WordsReading {
    /// What the phrases of a sentence say.
    struct Bounds {
        var isExact = false
        var minimum: Int?
        var maximum: Int?
        var minimumSentences: Int?
        var maximumSentences: Int?

        /// Reads a normalised sentence; false where the reference raises an error.
        mutating func read(_ sentence: ScalarText) -> Bool {
            if let match = Bounds.exactly.first(in: sentence), let phrase = match[1] {
                switch SentenceNumber.phrase(phrase.stripped, SentenceNumber.toHundred) {
                case .number(let number):
                    (isExact, minimum, maximum) = (true, number, number)
                    return true
                case .error: return false
                case .notANumber: break
                }
            }
            guard readRange(sentence) else { return false }
            if minimum == nil {
                guard Bounds.read(Bounds.atLeast, sentence, &minimum) else { return false }
            }
            if maximum == nil {
                guard Bounds.read(Bounds.atMost, sentence, &maximum) else { return false }
            }
            for pattern in Bounds.chineseAtMost where maximum == nil {
                guard Bounds.read(pattern, sentence, &maximum) else { return false }
            }
            return Bounds.read(Bounds.atLeastSentences, sentence, &minimumSentences)
                && Bounds.read(Bounds.atMostSentences, sentence, &maximumSentences)
        }

        /// The forms of a range in order.
        ///
        /// One end that is a number stays, even where the other end is none, unless a
        /// later form says otherwise.
        private mutating func readRange(_ sentence: ScalarText) -> Bool {
            for pattern in Bounds.ranges {
                guard let match = pattern.first(in: sentence), let low = match[1], let high = match[2] else { continue }
                switch SentenceNumber.phrase(low.stripped, SentenceNumber.toHundred) {
                case .number(let number): minimum = number
                case .notANumber: minimum = nil
                case .error: return false
                }
                switch SentenceNumber.phrase(high.stripped, SentenceNumber.toHundred) {
                case .number(let number): maximum = number
                case .notANumber: maximum = nil
                case .error: return false
                }
                if let low = minimum, let high = maximum {
                    (minimum, maximum) = (min(low, high), max(low, high))
                    break
                }
            }
            return true
        }

        private static func read(_ pattern: SentencePattern, _ sentence: ScalarText, _ value: inout Int?) -> Bool {
            guard let match = pattern.first(in: sentence), let phrase = match[1] else { return true }
            switch SentenceNumber.phrase(phrase.stripped, SentenceNumber.toHundred) {
            case .number(let number): value = number
            case .notANumber: value = nil
            case .error: return false
            }
            return true
        }

        private static let exactly = SentencePattern(#"exactly~([a-z0-9-, ]+?)~(\S+)"#)
        private static let behind = #"(?=\s*word|$|\b)"#
        private static let ranges = [
            #"between~([a-z0-9-– ]+?)~to~([a-z0-9-– ]+?)"# + behind,
            #"between~([a-z0-9-– ]+?)~and~([a-z0-9-– ]+?)"# + behind,
            #"range:?\s*([a-z0-9-– ]+?)~to~([a-z0-9-– ]+?)"# + behind,
            #"range:?\s*([a-z0-9-– ]+?)\s*[-–]\s*([a-z0-9-– ]+?)"# + behind,
            #"(\b[a-z0-9-–]+\b)~to~(\b[a-z0-9-–]+\b)"# + behind,
            #"(\b[a-z0-9-–]+\b)\s*[-–]\s*(\b[a-z0-9-–]+\b)"# + behind,
            #"([0-9]+)\s*到\s*([0-9]+)(?=\s*个|字)"#,
        ].map { SentencePattern($0) }
        private static let atLeast = SentencePattern(
            #"(?:at~least|minimum~of|minimum~length~of|no~less~than)~(\S+)~word"#)
        private static let atMost = SentencePattern(
            #"(?:not~exceed|not~exceeding|not~surpass|at~most|no~more~than|maximum~of|maximum~length~of|"#
                + #"no~longer~than|limit~of|within|within~a)~(\S+)~word"#)
        private static let chineseAtMost = [
            "最多([0-9]+)(?:个|字)",
            #"在([0-9]+)\s*(?:个单词以内|个字以内|字以内|单词以内|词以内|字)"#,
        ].map { SentencePattern($0) }
        private static let atLeastSentences = SentencePattern(#"(?:at~least|minimum~of)~(\S+)~sentence"#)
        private static let atMostSentences = SentencePattern(
            #"(?:not~exceed|at~most|no~more~than|maximum~of|maximum~length~of|no~longer~than)~(\S+)~sentence"#)
    }
}
