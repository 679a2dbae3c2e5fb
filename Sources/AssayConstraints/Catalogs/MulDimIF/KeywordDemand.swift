// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayText

/// What a sentence about keywords asks of a text: which keywords, how often, and a few demands that may stand beside them.
struct KeywordDemand: Sendable {
    var keywords: [KeywordMatcher] = []
    var minimumCount = 1
    var excludes = false
    var anyIsEnough = false
    var endsWithPeriod = false
    var capitalizes = false
    /// Whole numbers of words, or an error of the reference, which compares with nothing then.
    var minimumWords: SentenceNumber.Phrase = .number(0)
    var maximumWords: SentenceNumber.Phrase = .number(Int.max)
    /// Whether the reference raises an error while reading.
    var isError = false

    init(_ constraint: ScalarText, conformance: Conformance) {
        let sentence = KeywordDemand.withoutOuterQuotes(constraint.stripped)
        endsWithPeriod = KeywordDemand.period.occurs(in: sentence)
        capitalizes = KeywordDemand.capitalized.occurs(in: sentence)
        if let match = KeywordDemand.atLeastWords.first(in: sentence), let phrase = match[1] {
            minimumWords = SentenceNumber.phrase(phrase, KeywordDemand.numbers)
        }
        if let match = KeywordDemand.atMostWords.first(in: sentence), let phrase = match[1] {
            maximumWords = SentenceNumber.phrase(phrase, KeywordDemand.numbers)
        }
        isError = minimumWords == .error || maximumWords == .error
        if KeywordDemand.singleWord.occurs(in: sentence) {
            (minimumWords, maximumWords) = (.number(1), .number(1))
        }
        if KeywordDemand.avoided.occurs(in: sentence) {
            if let keyword = KeywordDemand.plainQuotes.first(in: sentence)?[1] {
                keywords = [KeywordMatcher(keyword)]
                excludes = true
            }
            return
        }
        anyIsEnough = KeywordDemand.alternative.occurs(in: sentence)
        let times = conformance == .corrected ? KeywordDemand.timesOnly : KeywordDemand.times
        if let count = times.first(in: sentence)?[1] {
            minimumCount = SentenceNumber.value(count, KeywordDemand.numbers) ?? 1
        }
        if KeywordDemand.multiple.occurs(in: sentence) { minimumCount = 2 }
        let quotes =
            KeywordDemand.doubledQuotes.occurs(in: sentence) ? KeywordDemand.doubledQuotes : KeywordDemand.anyQuotes
        // A keyword that is named again asks nothing new.
        var seen: Set<[UInt8]> = []
        for match in quotes.all(in: sentence) {
            let keyword: ScalarText = match[1] ?? ""
            if seen.insert(keyword.bytes).inserted { keywords.append(KeywordMatcher(keyword)) }
        }
    }

    /// Whether nothing at all was recognised.
    var isEmpty: Bool {
        keywords.isEmpty && !endsWithPeriod && !capitalizes && minimumWords == .number(0)
            && maximumWords == .number(Int.max)
    }

    var described: String {
        var parts: [String] = []
        if capitalizes { parts.append("every word begins with a capital letter") }
        if endsWithPeriod { parts.append("ends with a full stop") }
        if case .number(let number) = minimumWords, number > 0 { parts.append("words: at least \(number)") }
        if case .number(let number) = maximumWords, number < Int.max { parts.append("words: at most \(number)") }
        let names = keywords.map { "\"\($0.keyword.string)\"" }
        if excludes {
            parts.append("without \(names.joined(separator: ", "))")
        } else if !names.isEmpty {
            let times = minimumCount == 1 ? "" : ", each at least \(minimumCount) times"
            parts.append("includes \(names.joined(separator: anyIsEnough ? " or " : ", "))\(times)")
        }
        return parts.isEmpty ? "nothing" : parts.joined(separator: "; ")
    }

    /// Decides on one text; nil where the reference raises an error.
    func holds(for element: TextElement, _ note: ((Evidence) -> Void)?) -> Bool? {
        let bytes = element.bytes
        let range = element.range
        if capitalizes, let word = firstLowWord(bytes, range) {
            note?(
                Evidence(
                    "first letter of \"\(TextElement(bytes, word).string)\"", required: "a capital letter",
                    span: element.isPlace ? Span(word) : nil))
            return false
        }
        if endsWithPeriod {
            let content = UnicodeText.strippedRange(of: bytes, in: range)
            if content.isEmpty || bytes[content.upperBound - 1] != UInt8(ascii: ".") {
                note?(Evidence("end of the text", required: "a full stop", span: element.span))
                return false
            }
        }
        guard case .number(let minimum) = minimumWords else { return nil }
        let limitsWords = minimum > 0 || maximumWords != .number(Int.max)
        let words = limitsWords ? UnicodeText.whitespaceTokenCount(of: bytes, in: range) : 0
        if words < minimum {
            note?(.count("words", words, required: "at least \(minimum)"))
            return false
        }
        guard case .number(let maximum) = maximumWords else { return nil }
        if words > maximum {
            note?(.count("words", words, required: "at most \(maximum)"))
            return false
        }
        return keywordsHold(bytes, element, note)
    }

    private func keywordsHold(_ bytes: [UInt8], _ element: TextElement, _ note: ((Evidence) -> Void)?) -> Bool {
        let range = element.range
        if excludes {
            for keyword in keywords {
                guard let found = keyword.first(in: bytes, range, from: range.lowerBound) else { continue }
                note?(
                    Evidence(
                        "keyword \"\(keyword.keyword.string)\"", found: "present", required: "its absence",
                        span: element.isPlace ? Span(found) : nil))
                return false
            }
            return true
        }
        var passed = !anyIsEnough
        var noted = 0
        for keyword in keywords {
            let count = keyword.count(in: bytes, range, limit: minimumCount)
            if anyIsEnough, count >= minimumCount { return true }
            if count >= minimumCount { continue }
            passed = false
            note?(.count("keyword \"\(keyword.keyword.string)\"", count, required: "at least \(minimumCount)"))
            noted += 1
            if note == nil || noted == KeywordDemand.notedKeywords, !anyIsEnough { return false }
        }
        return passed
    }

    /// How many missing keywords are named as evidence.
    private static let notedKeywords = 20

    /// The first word that does not begin with an upper-case letter.
    private func firstLowWord(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
        UnicodeText.whitespaceTokens(of: bytes, in: range).first {
            !UnicodeScalars.isUppercase(UTF8Decoding.scalar(bytes, at: $0.lowerBound).value)
        }
    }

    // MARK: Reading

    private static func withoutOuterQuotes(_ sentence: ScalarText) -> ScalarText {
        guard let match = outerQuotes.prefix(of: sentence), let inner = match[1] else { return sentence }
        return ScalarText(inner.scalars + sentence.scalars[match.end...])
    }

    static let numbers: [String: Int] = SentenceNumber.oneToTen.merging(["once": 1, "twice": 2]) { $1 }

    private static let outerQuotes = SentencePattern(#"^"+(.*[^"])"+$"#)
    private static let period = SentencePattern("must~end~with~(?:a~)?period", ignoresCase: true)
    private static let capitalized = SentencePattern(
        "must~use~capitalized~letters~for~each~word", ignoresCase: true)
    private static let atLeastWords = SentencePattern(#"(?:at~least|minimum~of)~(\S+)~word"#, ignoresCase: true)
    private static let atMostWords = SentencePattern(
        #"(?:not~exceed|at~most|no~more~than|maximum~of)~(\S+)~word"#, ignoresCase: true)
    private static let singleWord = SentencePattern("is~a~single~word", ignoresCase: true)
    private static let avoided = SentencePattern(
        "avoid~using~(?:the~)?term|must~be~avoided", ignoresCase: true)
    private static let alternative = SentencePattern(#"\bor\b"#, ignoresCase: true)
    private static let countWords = SentenceNumber.oneToTenWords + ["once", "twice"]
    private static let times = SentencePattern(
        #"at least #(?:~times?)?\b(?!~words~long)"#, ignoresCase: true, numbers: countWords)
    /// As ``times``, unless another unit follows.
    private static let timesOnly = SentencePattern(
        #"at least #\b(?!~(?:words?|sentences?|paragraphs?|characters?|letters?|rows?|columns?)\b)"#,
        ignoresCase: true, numbers: countWords)
    private static let multiple = SentencePattern("must appear multiple times", ignoresCase: true)
    private static let plainQuotes = SentencePattern(#"["']([^"']+)["']"#)
    private static let doubledQuotes = SentencePattern(#"["”]{2}([^"“]+)["“]{2}"#)
    private static let anyQuotes = SentencePattern(#"["'「“]([^"']+)["'」”]"#)
}
