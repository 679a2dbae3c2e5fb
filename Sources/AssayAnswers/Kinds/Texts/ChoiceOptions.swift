// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayText

/// The options of a multiple-choice question: letters and texts, read from the question.
///
/// Layouts: `A. …`, `A) …`, `(A) …`, `[A] …`, `A: …`, `A、…`, `\textbf{(A)}\ …`, with capitals or small letters, one per
/// line or all in one. The last run of markers of one form that counts A, B, C, … without a gap is taken.
///
/// - Complexity: one pass over the question.
package struct ChoiceOptions: Sendable {
    /// One option.
    package struct Option: Sendable {
        /// 0 for A.
        package var index: Int
        /// As in the question, trimmed.
        package var text: String
        /// The normal form; the tight form of mathematics where the text has no words.
        package var key: String
    }

    package private(set) var options: [Option] = []

    package init(question: String?) {
        guard let question, question.utf8.count <= TextLimits.questionBytes else { return }
        read([UInt8](question.utf8))
    }

    package var isEmpty: Bool { options.isEmpty }

    /// The letters as a set of bits.
    package var letters: LetterSet { LetterSet(bits: UInt32(truncatingIfNeeded: (1 << options.count) - 1)) }

    /// The option whose text equals `text`; nil where none does or several do.
    package func index(ofText text: String) -> Int? {
        if options.isEmpty { return nil }
        return index(ofKey: Self.key(text))
    }

    /// The option with this key; nil where none has it or several have.
    package func index(ofKey key: String) -> Int? {
        if key.isEmpty { return nil }
        var found: Int?
        for option in options where option.key == key {
            if found != nil { return nil }
            found = option.index
        }
        return found
    }

    /// What option texts are compared by.
    package static func key(_ text: String) -> String {
        let form = TextForm(text)
        if form.letterWordCount > 0, !form.hasMathematics { return form.key }
        return tight(text)
    }

    /// The text without spaces, math delimiters, spacing commands and text fonts; braces stay.
    private static func tight(_ text: String) -> String {
        var plain = PlainAnswer(text).bytes
        plain.removeAll { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 || $0 == 0x0D }
        while let last = plain.last, last == UInt8(ascii: ".") || last == UInt8(ascii: ",") { plain.removeLast() }
        var result = String(decoding: plain, as: UTF8.self)
        for variant in ["\\dfrac", "\\tfrac", "\\cfrac"] where result.contains(variant) {
            result = result.split(separator: variant, omittingEmptySubsequences: false).joined(separator: "\\frac")
        }
        return result
    }

    // MARK: Details

    /// A letter that may begin an option.
    private struct Marker {
        var letter: Int
        /// The delimiter before and after, and the case: markers of one list agree in it.
        var form: UInt32
        var start: Int
        var contentStart: Int
    }

    private mutating func read(_ bytes: [UInt8]) {
        let markers = Self.markers(bytes)
        // For every form the run that is being counted; the last complete one wins.
        var runs: [UInt32: [Marker]] = [:]
        var best: [Marker] = []
        for marker in markers {
            var run = runs[marker.form] ?? []
            if marker.letter == run.count {
                run.append(marker)
            } else if marker.letter == 0 {
                run = [marker]
            } else if marker.letter != run.count - 1 {
                run = []
            }
            runs[marker.form] = run
            if run.count >= 2 { best = run }
        }
        for (position, marker) in best.enumerated() {
            let next = position + 1 < best.count ? best[position + 1].start : nil
            let text = Self.content(bytes, from: marker.contentStart, to: next)
            options.append(Option(index: marker.letter, text: text, key: Self.key(text)))
        }
    }

    private static func markers(_ bytes: [UInt8]) -> [Marker] {
        var markers: [Marker] = []
        for index in bytes.indices {
            let byte = bytes[index]
            guard byte | 0x20 &- 0x61 < 26 else { continue }
            let after = index + 1 < bytes.count ? bytes[index + 1] : 0
            var length = 1
            switch after {
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "."), UInt8(ascii: ":"): break
            case 0xEF, 0xE3:
                // `）`, `．`, `：`, `、` in full width.
                let (scalar, width) = UTF8Decoding.scalar(bytes, at: index + 1)
                guard scalar == 0xFF09 || scalar == 0xFF0E || scalar == 0xFF1A || scalar == 0x3001 else { continue }
                length = width
            default: continue
            }
            let closes = after == UInt8(ascii: ")") || after == UInt8(ascii: "]")
            var start = index
            var opening: UInt8 = 0
            if index > 0 {
                let before = bytes[index - 1]
                if closes, before == UInt8(ascii: "(") || before == UInt8(ascii: "[") {
                    opening = before
                    start = index - 1
                }
            }
            guard isBoundary(bytes, before: start) else { continue }
            let isSmall: UInt32 = byte >= 0x61 ? 1 : 0
            let form = UInt32(opening) << 16 | UInt32(after) << 8 | isSmall
            markers.append(
                Marker(letter: Int(byte | 0x20) - 0x61, form: form, start: start, contentStart: index + 1 + length))
        }
        return markers
    }

    /// Whether an option may begin at `index`: at a line's start or after white space, a brace, a bullet or emphasis.
    private static func isBoundary(_ bytes: [UInt8], before index: Int) -> Bool {
        guard index > 0 else { return true }
        switch bytes[index - 1] {
        case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "{"), UInt8(ascii: "*"), UInt8(ascii: "$"), UInt8(ascii: "|"),
            UInt8(ascii: "~"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "-"),
            UInt8(ascii: "["), UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "'"):
            return true
        default:
            return bytes[index - 1] >= 0x80
        }
    }

    /// The text of an option: up to the next one, or up to the end of its line if it is the last.
    private static func content(_ bytes: [UInt8], from start: Int, to next: Int?) -> String {
        var end = next ?? bytes.count
        var start = min(start, end)
        // Braces of `\textbf{(A)}` close after the letter.
        while start < end, isPadding(bytes[start]) || bytes[start] == UInt8(ascii: "}") { start += 1 }
        if next == nil {
            var index = start
            while index < end, bytes[index] != 0x0A { index += 1 }
            end = index
        }
        while end > start, isPadding(bytes[end - 1]) { end -= 1 }
        var text = String(decoding: bytes[start..<end], as: UTF8.self)
        // What opens the next option's letter: `\textbf{`, `\text{`, `**`, `\qquad`.
        if next != nil {
            for suffix in ["\\textbf{", "\\text{", "\\mathrm{", "\\mathbf{", "\\textrm{"]
            where text.hasSuffix(suffix) {
                text.removeLast(suffix.count)
            }
        }
        while let last = text.utf8.last, isPadding(last) { text.removeLast() }
        // The bullet of the next option's line.
        if text.hasSuffix("\n-") { text.removeLast(2) }
        return text
    }

    private static func isPadding(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "*"), UInt8(ascii: "~"), UInt8(ascii: "|"): true
        default: false
        }
    }
}
