// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayText

/// Simplified or traditional Chinese, or a phrase.
struct ChineseReading: MulDimIFReading {
    enum Demand: Sendable {
        case phrase(ScalarText)
        /// A sign that only the script has.
        case someSimplified, someTraditional
        /// No Latin letter, and no sign of the other script.
        case onlySimplified, onlyTraditional
        case nothing
    }

    let demand: Demand
    /// Whether signs that both scripts use, such as 后 and 里, are left to both.
    let isStrict: Bool

    init(_ constraint: ScalarText, conformance: Conformance) {
        isStrict = conformance == .corrected
        for (pattern, make) in ChineseReading.rules {
            guard let match = pattern.first(in: constraint) else { continue }
            demand = make(match)
            return
        }
        demand = .nothing
    }

    var described: String {
        switch demand {
        case .phrase(let phrase): "includes \"\(phrase.string)\""
        case .someSimplified: "a simplified Chinese sign"
        case .someTraditional: "a traditional Chinese sign"
        case .onlySimplified: "simplified Chinese without traditional signs and Latin letters"
        case .onlyTraditional: "traditional Chinese without simplified signs and Latin letters"
        case .nothing: "nothing"
        }
    }

    var unreadable: String? {
        if case .nothing = demand { "no form of Chinese is recognised in the constraint" } else { nil }
    }

    func judge(_ text: Text, _ note: ((Evidence) -> Void)?) -> Bool? {
        let bytes = text.bytes
        switch demand {
        case .nothing: return false
        case .phrase(let phrase):
            let found = ByteSearch.contains(phrase.bytes, in: bytes)
            if !found { note?(Evidence("\"\(phrase.string)\"", found: "missing")) }
            return found
        case .someSimplified:
            let found = first(bytes) { ChineseForms.isSimplified($0) }
            if found == nil { note?(.count("simplified Chinese signs", 0, required: "at least 1")) }
            return found != nil
        case .someTraditional:
            let found = first(bytes) { ChineseForms.isTraditional($0) }
            if found == nil { note?(.count("traditional Chinese signs", 0, required: "at least 1")) }
            return found != nil
        case .onlySimplified, .onlyTraditional:
            let isSimplified = if case .onlySimplified = demand { true } else { false }
            let place = first(bytes) { scalar in
                if scalar < 0x80 { return (scalar | 0x20) &- 0x61 < 26 }
                return isSimplified
                    ? ChineseForms.isTraditional(scalar, strictly: isStrict)
                    : ChineseForms.isSimplified(scalar, strictly: isStrict)
            }
            if let place { note?(.place("\"\(text.string(place))\"", place, required: described)) }
            return place == nil
        }
    }

    private func first(_ bytes: [UInt8], _ fits: (UInt32) -> Bool) -> Range<Int>? {
        var index = 0
        while index < bytes.count {
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
            if fits(scalar) { return index..<index + length }
            index += length
        }
        return nil
    }

    /// Forms in order; the first that occurs decides.
    private static let rules: [(SentencePattern, Maker)] = sources.map {
        (SentencePattern($0.0, ignoresCase: true), $0.1)
    }

    private typealias Maker = @Sendable (SentencePattern.Match) -> Demand

    private static let direct =
        "(?:must be|must use|must write|must be presented|answer must be|essential|is|should be|必须|请|需要) ?"
        + "(?:in|provided in|written in|to use|conducted in|用|使用|提供|书写|翻译为|将文本翻译为) ?"
        + "(?:Simplified Chinese|简体中文)"

    private static let sources: [(String, Maker)] = [
        (#"Must include the phrase "{1,2}(.+?)"{1,2}"#, { .phrase($0[1] ?? "") }),
        (#"Must write the name "Shen Lim" in Simplified Chinese"#, { _ in .phrase("沈林") }),
        ("Must (?:use|convert into|be converted into) Traditional Chinese characters", { _ in .onlyTraditional }),
        ("include .*?Traditional Chinese characters", { _ in .someTraditional }),
        ("use .*?Traditional Chinese characters", { _ in .someTraditional }),
        ("使用繁體中文", { _ in .someTraditional }),
        ("include some content in Simplified Chinese", { _ in .someSimplified }),
        ("Use Simplified Chinese characters", { _ in .someSimplified }),
        (direct, { _ in .someSimplified }),
        ("用中文简体描述", { _ in .someSimplified }),
        ("Names must be in Simplified Chinese", { _ in .someSimplified }),
        ("Must translate the text into Simplified Chinese", { _ in .onlySimplified }),
        ("Simplified", { _ in .someSimplified }),
    ]
}
