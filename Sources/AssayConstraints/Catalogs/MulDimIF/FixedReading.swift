// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayText

/// Demands that are read off fixed sentences: how the response begins and ends, citations, emoji, length in letters.
struct FixedReading: MulDimIFReading {
    enum Demand: Sendable {
        case oneLine
        case contains([ScalarText])
        case begins(ScalarText)
        case endsWithSources
        case wordThatBegins(UInt8)
        case scalars(Bound)
        case words(Bound)
        case emojiRuns(Int)
        case quotes, sourcesAndCitations, citation, anything, nothing
        /// The reference raises an error.
        case error
    }

    let demand: Demand

    init(_ constraint: ScalarText) { demand = FixedReading.read(constraint) }

    private static func read(_ constraint: ScalarText) -> Demand {
        if constraint == "Keep it a paragraph long" { return .oneLine }
        let start = startIdentifier.prefix(of: constraint)
        if constraint.contains("Each example must start with") { return start?[2].map { .contains([$0]) } ?? .error }
        if let start { return .begins(start[2] ?? "") }
        if let start = startPhrase.first(in: constraint) { return .begins(start[1] ?? "") }
        if let letter = showroom.prefix(of: constraint)?[1]?.scalars.first {
            return .wordThatBegins(UInt8(truncatingIfNeeded: letter & 0xDF))
        }
        if let demand = sentences[constraint] { return demand }
        if let mention = mention.first(in: constraint), let first = mention[1], let second = mention[2] {
            return .contains([first, ScalarText(ScalarText("the ").scalars + second.scalars)])
        }
        if let demand = laterSentences[constraint] { return demand }
        return constraint.contains("be in full sentences") ? .anything : .nothing
    }

    var described: String {
        switch demand {
        case .oneLine: "no line feed"
        case .contains(let parts): "contains \(parts.map { "\"\($0.string)\"" }.joined(separator: " and "))"
        case .begins(let start): "begins with \"\(start.string)\""
        case .endsWithSources: "the last line names sources after \"Sources:\""
        case .wordThatBegins(let letter): "a word that begins with \(String(decoding: [letter], as: UTF8.self))"
        case .scalars(let bound): "characters: \(bound.described)"
        case .words(let bound): "words: \(bound.described)"
        case .emojiRuns(let count): "every sentence has at least \(count) groups of emoji"
        case .quotes: "a quotation mark"
        case .sourcesAndCitations: "the last line names sources after \"Sources:\", and a citation such as [1]"
        case .citation: "a citation such as [1] or (Name, 2020)"
        case .anything: "full sentences, which are not measured"
        case .nothing, .error: "nothing"
        }
    }

    var unreadable: String? {
        switch demand {
        case .nothing, .error: "the constraint is none of the sentences that are known"
        default: nil
        }
    }

    func judge(_ text: Text, _ note: ((Evidence) -> Void)?) -> Bool? {
        let bytes = text.bytes
        switch demand {
        case .error: return nil
        case .nothing: return false
        case .anything: return true
        case .oneLine:
            note?(.count("line feeds", text.lines.count - 1, required: "exactly 0"))
            return text.lines.count == 1
        case .contains(let parts):
            for part in parts where !ByteSearch.contains(part.bytes, in: bytes) {
                note?(Evidence("\"\(part.string)\"", found: "missing"))
                return false
            }
            return true
        case .begins(let start):
            let head = UnicodeText.leftStrippedRange(of: bytes, in: 0..<bytes.count, characters: ASCIISet(" #"))
            note?(.place("beginning", head.lowerBound..<min(head.upperBound, head.lowerBound + 80)))
            let lowered = text.lowercased.bytes
            return lowered[min(head.lowerBound, lowered.count)...].starts(with: start.lowercased.bytes)
        case .endsWithSources:
            let found = ResponseScanner.endsWithSources(bytes, text.stripped)
            if !found { note?(Evidence("sources in the last line", found: "missing")) }
            return found
        case .wordThatBegins(let letter): return ResponseScanner.hasWord(beginningWith: letter, bytes)
        case .scalars(let bound):
            note?(.count("characters", text.scalarCount, required: bound.described))
            return bound.contains(text.scalarCount)
        case .words(let bound):
            note?(.count("words", text.whitespaceTokens.count, required: bound.described))
            return bound.contains(text.whitespaceTokens.count)
        case .emojiRuns(let least):
            for sentence in ResponseScanner.spacedSentences(bytes) {
                let part = text.strip(sentence)
                let count = part.isEmpty ? least : ResponseScanner.emojiRuns(bytes, part)
                if count >= least { continue }
                note?(
                    Evidence("groups of emoji", found: .init(count), required: "at least \(least)", span: Span(part)))
                return false
            }
            return true
        case .quotes: return ResponseScanner.hasQuotationMark(bytes)
        case .sourcesAndCitations:
            return ResponseScanner.endsWithSources(bytes, 0..<bytes.count)
                && ResponseScanner.citations(bytes, names: false, limit: 1) > 0
        case .citation: return ResponseScanner.citations(bytes, names: true, limit: 1) > 0
        }
    }

    // MARK: Sentences

    private static let startIdentifier = SentencePattern(#"Start identifier( must be|:)(?:.*)?\s'([^']+)'"#)
    private static let startPhrase = SentencePattern(
        #"(?:Start|begin|it is essential to start) (?:with|by) the (?:identifier|phrase) '?([^']+)'?"#,
        ignoresCase: true)
    private static let showroom = SentencePattern(
        #"The name of the showroom must start with the letter '([A-Za-z])'\."#)
    private static let mention = SentencePattern("[Mm]ust mention (.+) and the (.+)")

    private static let sentences: [ScalarText: Demand] = [
        "End identifier: Sources must be cited at the end of the response": .endsWithSources,
        "make sure to conclude your response by citing your sources, as this is a crucial part of the answer":
            .endsWithSources,
        "Response must be written as a short blurb": .scalars(Bound(maximum: 200)),
        "ensure that the response is written as a short blurb": .scalars(Bound(maximum: 200)),
        "ensure the response is a short blurb": .scalars(Bound(maximum: 200)),
        "The response must be short and simple": .scalars(Bound(maximum: 200)),
        "The response should be concise, with a maximum of 50 words": .words(Bound(maximum: 50)),
        "Each sentence must include at least three emojis.": .emojiRuns(3),
    ]

    private static let laterSentences: [ScalarText: Demand] = [
        "Must include quotes from the sources": .quotes,
        "with quotes from these sources": .quotes,
        "Must provide sources that are cited": .sourcesAndCitations,
        "The response must include sources that are cited": .sourcesAndCitations,
        "It must include in-text citations": .citation,
    ]
}
