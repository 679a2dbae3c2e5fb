// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayText

/// How a pattern's numbers are to be taken.
enum BoundForm: Sendable {
    case exactly, single, minimum, maximum, range

    /// The bound of a match; a number that is not known counts as 0.
    func bound(_ match: SentencePattern.Match, _ words: [String: Int], corrected: Bool) -> (Int?, Int?) {
        func number(_ index: Int) -> Int { match[index].flatMap { SentenceNumber.value($0, words) } ?? 0 }
        switch self {
        case .exactly: return (number(1), number(1))
        case .single: return (1, 1)
        case .minimum: return (number(1), nil)
        case .maximum: return (nil, number(1))
        case .range:
            let (low, high) = (number(1), number(2))
            return corrected && low > high ? (high, low) : (low, high)
        }
    }
}

/// A number of sentences: the first phrase of an ordered list decides.
struct SentencesReading: MulDimIFReading {
    let minimum: Int?
    let maximum: Int?
    let isCorrected: Bool

    init(_ constraint: ScalarText, conformance: Conformance) {
        isCorrected = conformance == .corrected
        let sentence = constraint.lowercased.stripped
        var bound: (Int?, Int?) = (nil, nil)
        for (pattern, form) in SentencesReading.phrases {
            guard let match = pattern.first(in: sentence) else { continue }
            bound = form.bound(match, SentencesReading.numbers, corrected: isCorrected)
            break
        }
        (minimum, maximum) = bound
    }

    private var bound: Bound { Bound(minimum: minimum, maximum: maximum) }
    var described: String { "sentences: \(bound.described)" }
    var unreadable: String? {
        minimum == nil && maximum == nil ? "no number of sentences is recognised in the constraint" : nil
    }

    func judge(_ text: Text, _ note: ((Evidence) -> Void)?) -> Bool? {
        let count = isCorrected ? SentencesReading.endings(text.bytes) : SentencesReading.marks(text.bytes)
        note?(.count(isCorrected ? "sentences" : "signs . ! ?", count, required: bound.described))
        return bound.contains(count)
    }

    /// Every `.`, `!` and `?`: the reference takes each for the end of a sentence.
    private static func marks(_ bytes: [UInt8]) -> Int {
        var count = 0
        for byte in bytes where byte == 0x2E || byte == 0x21 || byte == 0x3F { count += 1 }
        return count
    }

    /// Runs of Western or Chinese end marks with no letter or digit behind them, and what follows the last.
    private static func endings(_ bytes: [UInt8]) -> Int {
        var count = 0
        var hasContent = false
        var isInRun = false
        var index = 0
        while index < bytes.count {
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
            index += length
            switch scalar {
            case 0x2E, 0x21, 0x3F, 0x3002, 0xFF01, 0xFF1F, 0x2026:
                isInRun = hasContent
                let isChinese = scalar > 0x7F
                if isChinese, isInRun {
                    count += 1
                    (isInRun, hasContent) = (false, false)
                }
            default:
                let isWord = UnicodeScalars.isWord(scalar)
                if isInRun, !isWord {
                    count += 1
                    hasContent = false
                }
                isInRun = false
                if isWord { hasContent = true }
            }
        }
        return count + (hasContent ? 1 : 0)
    }

    static let numbers: [String: Int] = SentenceNumber.oneToTen.merging([
        "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "fifty": 50, "hundred": 100,
        "thousand": 1000, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
        "两": 2,
    ]) { $1 }

    private static let words =
        SentenceNumber.oneToTenWords + [
            "eleven", "twelve", "fifteen", "twenty", "thirty", "fifty", "hundred", "thousand", "一", "二", "三", "四",
            "五", "六", "七", "八", "九", "十", "两",
        ]

    static let phrases: [(SentencePattern, BoundForm)] = forms.flatMap { form, sources in
        sources.map { (SentencePattern($0, numbers: words), form) }
    }

    private static let forms: [(BoundForm, [String])] = [
        (.exactly, ["exactly:? # (?:topic )?sentences?", "(?:should|must) contain # sentences?"]),
        (
            .single,
            [
                "(?:must|should)? be a single sentence", "consisting of (?:only )?one sentence",
                "in a single sentence",
            ]
        ),
        (
            .minimum,
            [
                "at least:? # sentences?", "a minimum of # sentences?", "no fewer than # sentences?",
                "(?:至少|最少)(?:包含)?#(?:个句子|句话|句|個句子)",
            ]
        ),
        (
            .maximum,
            [
                "contain at most # sentences?", "at most:? # sentences?", "not exceeding # sentences?",
                "no (?:more|longer) than # sentences?",
                "limited to # sentences?", " not exceed # sentences?", "a maximum (?:length )?of # sentences?",
                "not to exceed # sentences?", "not surpass(?: a total of)? # sentences?",
                "(?:至多|最多)(?:包含)?#(?:个句子|句话|句|個句子)",
            ]
        ),
        (
            .range,
            [
                "range:? #-# sentences?", "between # and # sentences?", "between # to # sentences?",
                "into # to # sentences?", "a range of # to # sentences?", "be composed of # to # sentences?",
                "consists? of # to # sentences?", "consisting of # to # sentences?",
                "#到#(?:个句子|句话|句|個句子)",
            ]
        ),
    ]
}

/// A number of paragraphs: pieces between blank lines that hold something.
struct ParagraphsReading: MulDimIFReading {
    let minimum: Int?
    let maximum: Int?
    let isCorrected: Bool

    init(_ constraint: ScalarText, conformance: Conformance) {
        isCorrected = conformance == .corrected
        let sentence = constraint.lowercased
        var bound: (Int?, Int?) = (nil, nil)
        for (pattern, form) in ParagraphsReading.phrases {
            guard let match = pattern.first(in: sentence) else { continue }
            bound = form.bound(match, ParagraphsReading.numbers, corrected: isCorrected)
            break
        }
        (minimum, maximum) = bound
    }

    private var bound: Bound { Bound(minimum: minimum, maximum: maximum) }
    var described: String { "paragraphs: \(bound.described)" }
    var unreadable: String? {
        minimum == nil && maximum == nil ? "no number of paragraphs is recognised in the constraint" : nil
    }

    func judge(_ text: Text, _ note: ((Evidence) -> Void)?) -> Bool? {
        if minimum == nil, maximum == nil { return false }
        let count = isCorrected ? blocks(text) : pieces(text)
        note?(.count("paragraphs", count, required: bound.described))
        return bound.contains(count)
    }

    /// Pieces between two line feeds.
    private func pieces(_ text: Text) -> Int {
        text.split(by: [0x0A, 0x0A]).reduce(0) { $0 + (text.strip($1).isEmpty ? 0 : 1) }
    }

    /// Blocks of lines between lines of nothing but white space.
    private func blocks(_ text: Text) -> Int {
        var count = 0
        var isInside = false
        for line in text.lines {
            let isBlank = text.strip(line).isEmpty
            if !isBlank, !isInside { count += 1 }
            isInside = !isBlank
        }
        return count
    }

    static let numbers: [String: Int] = SentenceNumber.oneToTen.merging([
        "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10, "两": 2,
    ]) { $1 }

    static let phrases: [(SentencePattern, BoundForm)] = forms.flatMap { form, words, sources in
        sources.map { (SentencePattern($0, ignoresCase: true, numbers: words), form) }
    }

    private static let forms: [(BoundForm, [String], [String])] = [
        (
            .exactly, SentenceNumber.oneToTenWords,
            ["exactly # paragraphs?", "(?:should|must) contain # paragraphs?"]
        ),
        (.single, [], [" be a single paragraph"]),
        (
            .minimum, SentenceNumber.oneToTenWords,
            ["at least # paragraphs?", "least: # paragraphs?", "a minimum of #(?: distinct)? paragraphs?"]
        ),
        (
            .maximum, SentenceNumber.oneToTenWords,
            ["at most # paragraphs?", "not exceeding # paragraphs?", "no more than # paragraphs?"]
        ),
        (.maximum, ["一", "两", "二", "三", "四", "五", "六", "七", "八", "九", "十"], ["最多(?:分为)?#个段落"]),
        (
            .range, [],
            [
                "range #-# paragraphs?", "range: #-#", "between # and # paragraphs?", "between # to # paragraphs?",
                "# to # paragraphs?",
            ]
        ),
    ]
}
