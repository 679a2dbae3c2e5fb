// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayText

/// Reads what a sentence asks of Markdown headings and block quotes.
enum MarkdownSentence {
    typealias Demand = MarkdownReading.Demand

    /// A demand from each clause; clauses are parted by commas between two letters.
    static func demands(_ constraint: ScalarText, _ lowered: ScalarText, _ conformance: Conformance) -> [Demand] {
        let clauses = clauses(constraint)
        // What the whole sentence says is said once for each clause.
        if let demand = wholeSentence(constraint, lowered) { return clauses.map { _ in demand } }
        let otherwise: [Demand] = lowered.contains(anyOf: anyHeading) ? [.some(level: nil)] : []
        return clauses.flatMap { demands(clause: $0, otherwise, conformance) }
    }

    private static func clauses(_ constraint: ScalarText) -> [ScalarText] {
        var clauses: [ScalarText] = []
        var start = 0
        for match in comma.all(in: constraint) {
            guard let range = match.range() else { continue }
            clauses.append(constraint[start..<range.lowerBound])
            start = range.upperBound
        }
        return clauses + [constraint[start..<constraint.count]]
    }

    private static func demands(
        clause: ScalarText, _ otherwise: [Demand], _ conformance: Conformance
    ) -> [Demand] {
        if let match = twoLevels.first(in: clause) ?? twoLevelsApart.first(in: clause) {
            return [.requiredLevels([level(match, 1), level(match, 2)])]
        }
        if let levels = namedLevels(clause) { return [.requiredLevels(levels)] }
        var clause = clause
        if clause.contains("titled") {
            clause = clause.stripped.rightStripped(of: ".")
            if let match = titled.first(in: clause) ?? withText.first(in: clause) {
                return [.heading(level: level(match, 1), content: (match[2] ?? "").bytes)]
            }
        }
        clause = clause.stripped.lowercased.rightStripped(of: ".")
        if demanding.occurs(in: clause) {
            let single =
                aHeadingLevel.first(in: clause) ?? aLevelHeading.first(in: clause) ?? headingH.first(in: clause)
            if let match = single { return [.some(level: level(match, 1))] }
            if let match = countedHeadings.first(in: clause) ?? countedLevels.first(in: clause) {
                return [counted(match, conformance)]
            }
        }
        if let match = limited.first(in: clause) { return [.maximumLevel(level(match, 1))] }
        if let match = begins.first(in: clause) { return [.beginsWithLevel(level(match, 1))] }
        if let match = useLevel.first(in: clause) { return [.some(level: level(match, 1))] }
        return otherwise
    }

    /// Demands that are read off the whole sentence.
    private static func wholeSentence(_ constraint: ScalarText, _ lowered: ScalarText) -> Demand? {
        if lowered.contains(anyOf: [
            "include headings at two levels: main and subheadings",
            "be structured with a main heading and subheadings",
        ]) {
            return .requiredLevels([1, 2])
        }
        if constraint == "Questions must be organized under a level 2 heading." { return .onlyQuestions(level: 2) }
        if lowered.contains("include a single level 1 heading") { return .exactly(1, ofLevel: 1) }
        if lowered.contains(anyOf: [
            "be structured using a minimum of two heading levels", "include headings at two levels",
        ]) {
            return .distinctLevels(Bound(minimum: 2))
        }
        if constraint
            == "format the response using Markdown, employing '##' for main points and '###' for subpoints to clearly organize the information"
        {
            return .requiredLevels([2, 3])
        }
        return nil
    }

    /// Levels that are named one by one: "a heading level 2", "H2", "level 2 for".
    private static func namedLevels(_ clause: ScalarText) -> Set<Int>? {
        guard clause.contains(anyOf: ["must include", "should"]) else { return nil }
        for pattern in [headingLevel, headingLetter, levelFor] {
            let matches = pattern.all(in: clause)
            if !matches.isEmpty { return Set(matches.map { level($0, 1) }) }
        }
        return nil
    }

    private static func counted(_ match: SentencePattern.Match, _ conformance: Conformance) -> Demand {
        let count = level(match, 2)
        switch match[1]?.lowercased.string {
        case "at least": return .distinctLevels(Bound(minimum: count))
        case "exactly": return .distinctLevels(.exactly(count))
        case "under" where conformance == .corrected: return .distinctLevels(Bound(maximum: count - 1))
        case "at most", "up to", "a maximum of", "under": return .distinctLevels(Bound(maximum: count))
        default: return .never
        }
    }

    /// What is asked of block quotes in a sentence that names them.
    static func quotes(_ constraint: ScalarText, _ lowered: ScalarText) -> MarkdownReading.Quotes {
        if lowered.contains("at least") {
            return countedQuotes.first(in: constraint).map { .atLeast(level($0, 1)) } ?? .error
        }
        return lowered.contains(anyOf: [
            "use block quotes", "using block quotes", "include a block quote", "using markdown block quotes",
            "employ block quotes", "present the headline as a block quote",
        ]) ? .some : .every
    }

    private static func level(_ match: SentencePattern.Match, _ index: Int) -> Int {
        match[index].flatMap { SentenceNumber.value($0, SentenceNumber.oneToTen) } ?? 0
    }

    // MARK: Patterns

    private static let number = #"(\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)\b)"#

    private static func pattern(_ source: String) -> SentencePattern {
        SentencePattern(
            source.replacingFirstParts("@", with: number), ignoresCase: true)
    }

    private static let comma = SentencePattern(#"\b,\b"#)
    private static let twoLevels = pattern("use heading levels @ and @")
    private static let twoLevelsApart = pattern(#"use heading levels.*?level\s*@.*?level\s*@"#)
    private static let headingLevel = pattern("a heading level @")
    private static let headingLetter = pattern(#"H(\d+)"#)
    private static let levelFor = pattern("Level @ for")
    private static let titled = pattern(#"level @ heading titled ["'](.*?)["']"#)
    private static let someCount = #"(?:a|at least one|two|three|four|five|six|seven|eight|nine|ten|\d+)"#
    private static let withText = pattern(someCount + #" level @ heading with the text ["'](.*?)["']"#)
    private static let demanding = pattern(
        "includ(?:e|ing)|us(?:e|ing)|formatted|presented|organized|structured|feature|should be|incorporate")
    private static let aHeadingLevel = pattern(#"(?:a|at least \d+) heading level @"#)
    private static let aLevelHeading = pattern(someCount + " level @ heading")
    private static let headingH = pattern(#"must use a heading level of H(\d+)"#)
    private static let relation = "(at least|at most|exactly|up to|a maximum of|under) @ "
    private static let countedHeadings = pattern(relation + "heading levels?")
    private static let countedLevels = pattern(relation + "levels?")
    private static let limited = pattern(#" must (?:not exceed|be limited to)~(?:level~)?@"#)
    private static let begins = pattern("must begin with a level @ heading")
    private static let useLevel = pattern("use heading level @")
    private static let countedQuotes = pattern("@ block quotes")
    private static let anyHeading: [ScalarText] = [
        "include headings", "includes headings", "use heading levels", "using heading levels",
        "presented under a separate heading", "separated with headings", "with headings",
    ]
}

extension String {
    /// The string with every `part` replaced; for sources of patterns.
    fileprivate func replacingFirstParts(_ part: Unicode.Scalar, with other: String) -> String {
        var result = ""
        for sign in unicodeScalars {
            if sign == part { result += other } else { result.unicodeScalars.append(sign) }
        }
        return result
    }
}
