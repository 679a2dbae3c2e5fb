// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayText

/// Demands on form: attributes of XML tags, bullets, block quotes, references, length in letters.
struct OthersReading: MulDimIFReading {
    enum Demand: Sendable {
        case attributes(Bound)
        case phrase(ScalarText)
        case author, bullets, noBullets, blockQuote, anything, noNumberedList, noNumbers
        case tableRows(Int)
        case scalars(Bound)
        case references(Int)
        case nothing
        /// The reference raises an error.
        case error
    }

    let demand: Demand

    init(_ constraint: ScalarText) {
        for (pattern, make) in OthersReading.rules {
            guard let match = pattern.first(in: constraint) else { continue }
            demand = make(match)
            return
        }
        demand = .nothing
    }

    var described: String {
        switch demand {
        case .attributes(let bound): "attributes of each XML tag: \(bound.described)"
        case .phrase(let phrase): "includes \"\(phrase.string)\""
        case .author: "a citation such as (Name, 2020)"
        case .bullets: "bullet points"
        case .noBullets: "no bullet points"
        case .blockQuote: "a block quote"
        case .anything: "full sentences, which are not measured"
        case .noNumberedList: "no numbered list"
        case .noNumbers: "no numbered points"
        case .tableRows(let rows): "rows with the header: at most \(rows)"
        case .scalars(let bound): "characters: \(bound.described)"
        case .references(let count): "references such as [1] or (Name, 2020): at least \(count)"
        case .nothing, .error: "nothing"
        }
    }

    var unreadable: String? {
        switch demand {
        case .nothing, .error: "no demand is recognised in the constraint"
        default: nil
        }
    }

    func judge(_ text: Text, _ note: ((Evidence) -> Void)?) -> Bool? {
        let bytes = text.bytes
        switch demand {
        case .nothing: return false
        case .error: return nil
        case .anything: return true
        case .attributes(let bound): return attributesHold(bytes, bound, note)
        case .phrase(let phrase): return ResponseScanner.hasPhrase(phrase, bytes)
        case .author: return ResponseScanner.hasAuthorAndYear(bytes)
        case .bullets: return ResponseScanner.hasBullet(text)
        case .noBullets: return !ResponseScanner.hasBullet(text)
        case .blockQuote:
            return text.lines.contains { !$0.isEmpty && bytes[$0.lowerBound] == UInt8(ascii: ">") }
                || ByteSearch.contains(Array("<blockquote>".utf8), in: text.lowercased.bytes)
        case .noNumberedList: return !ResponseScanner.hasNumberedLine(text, spaced: true)
        case .noNumbers: return !ResponseScanner.hasNumberedLine(text, spaced: false)
        case .tableRows(let maximum):
            let rows = ResponseScanner.barRows(text)
            let marked = ByteSearch.count(Array("<tr>".utf8), in: text.lowercased.bytes)
            note?(.count("rows with the header", max(rows, marked), required: "at most \(maximum)"))
            return rows <= maximum && marked <= maximum
        case .scalars(let bound):
            note?(.count("characters", text.scalarCount, required: bound.described))
            return bound.contains(text.scalarCount)
        case .references(let least):
            let count = ResponseScanner.citations(bytes, names: true, limit: note == nil ? least : Int.max)
            note?(.count("references", count, required: "at least \(least)"))
            return count >= least
        }
    }

    private func attributesHold(_ bytes: [UInt8], _ bound: Bound, _ note: ((Evidence) -> Void)?) -> Bool {
        var part = 0..<bytes.count
        let fence = Array("```xml".utf8)
        if let open = ByteSearch.first(fence, in: bytes) {
            guard let close = ByteSearch.first(Array("```".utf8), in: bytes, from: open + fence.count) else {
                note?(Evidence("XML block", found: "never closed"))
                return false
            }
            part = open + fence.count..<close
        }
        for (count, tag) in ResponseScanner.attributeCounts(bytes, part) where !bound.contains(count) {
            note?(Evidence("attributes", found: .init(count), required: bound.described, span: Span(tag)))
            return false
        }
        return true
    }

    // MARK: Sentences

    private static func number(_ match: SentencePattern.Match) -> Int {
        match[1].flatMap { SentenceNumber.value($0, SentenceNumber.oneToTen) } ?? 0
    }

    /// Forms in order; the first that occurs decides.
    private static let rules: [(SentencePattern, Maker)] = sources.map {
        (SentencePattern($0.0, ignoresCase: true, numbers: SentenceNumber.oneToTenWords), $0.1)
    }

    private typealias Maker = @Sendable (SentencePattern.Match) -> Demand

    private static let sources: [(String, Maker)] = [
        ("no more than # attributes?", { .attributes(Bound(maximum: number($0))) }),
        ("must not exceed #(?:.*)?attributes?", { .attributes(Bound(maximum: number($0))) }),
        ("Limit the number of attributes to two", { _ in .attributes(.exactly(2)) }),
        ("Number of attributes must be exactly #", { .attributes(.exactly(number($0))) }),
        ("must have exactly # attributes?", { .attributes(.exactly(number($0))) }),
        ("must include exactly # attributes?", { .attributes(.exactly(number($0))) }),
        ("at least # attributes?", { .attributes(Bound(minimum: number($0))) }),
        (
            "Must include '(.*?)'",
            { match in
                let phrase = match[1] ?? ""
                // A number word becomes a number, which the reference cannot search for.
                return SentenceNumber.oneToTen[phrase.lowercased.string] == nil ? .phrase(phrase) : .error
            }
        ),
        ("Must be in APA format", { _ in .author }),
        ("must be provided in APA format", { _ in .author }),
        ("No bullet points", { _ in .noBullets }),
        ("Must be listed as bullet points", { _ in .bullets }),
        ("is structured as bullet points", { _ in .bullets }),
        ("block quotes format", { _ in .blockQuote }),
        ("be formatted in block quotes", { _ in .blockQuote }),
        ("no more than # rows", { .tableRows(number($0)) }),
        ("a table, which is limited to a maximum of # rows", { .tableRows(number($0)) }),
        ("full sentences", { _ in .anything }),
        ("short blurb", { _ in .scalars(Bound(maximum: 200)) }),
        ("The answer must include at least # references?", { .references(number($0)) }),
        ("No lists", { _ in .noNumberedList }),
        ("No number points", { _ in .noNumbers }),
        ("Response must be written at medium length", { _ in .scalars(Bound(minimum: 201, maximum: 400)) }),
    ]
}
