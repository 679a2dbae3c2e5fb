// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when the first or the last word of the response, or of each of its sentences, paragraphs or lines, is a given
/// one, in any case.
///
///     {"verifier": "first-word", "word": "Indeed", "of": "sentences"}
///
/// Words stand between white space. Which signs are taken off them before they are compared is set by ``trimming``.
public struct EdgeWord: Rule {
    /// Which word.
    public enum Edge: Sendable, Hashable {
        case first, last
    }

    /// Of what.
    public enum Unit: String, Sendable, CaseIterable {
        case response, sentences, paragraphs, lines
        /// Sentences by the fixed rules of IFTrain's checkers.
        case fixedSentences
    }

    /// What is taken off a word.
    public enum Trimming: Sendable, Hashable {
        /// Nothing.
        case none
        /// Everything but letters, numbers and `_`, also inside.
        case signs
        /// Everything but letters, numbers and `_` at both ends.
        case edges
    }

    /// The word in lower case.
    public let word: String
    /// Which word is compared.
    public let edge: Edge
    /// Of what.
    public let unit: Unit
    /// What is taken off it.
    public let trimming: Trimming
    private let form: [UInt8]

    /// Creates the rule.
    ///
    /// - Throws: `CheckError` for a blank word.
    public init(
        _ word: String, _ edge: Edge, of unit: Unit = .response, trimming: Trimming = .edges, argument: String = "word"
    ) throws(CheckError) {
        form = FoldedText.form(of: word, ignoresCase: true)
        guard !form.isEmpty else { throw .argument(argument, found: "blank", expected: "a word") }
        self.word = String(decoding: form, as: UTF8.self)
        self.edge = edge
        self.unit = unit
        self.trimming = trimming
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        var text = input.response
        let units: [Range<Int>]
        switch unit {
        case .response: units = [text.stripped]
        case .sentences: units = text.sentences
        case .lines: units = text.lines.filter { !text.strip($0).isEmpty }
        case .paragraphs: units = ParagraphCount.parts(of: text, .blank)
        case .fixedSentences:
            let splitter = SentenceSplitter(text.bytes)
            text = text.derived(splitter.bytes)
            units = splitter.sentences
        }
        var right = 0
        for range in units where matches(text, range) { right += 1 }
        let score = units.isEmpty ? nil : Double(right) / Double(units.count)
        return input.verdict(right == units.count, score: score) {
            let name = "\(edge == .first ? "first" : "last") word"
            var evidence: [Evidence] = []
            for (index, range) in units.enumerated() where evidence.count < 5 && !matches(text, range) {
                let found = wordRange(text, text.strip(range))
                evidence.append(
                    Evidence(
                        unit == .response ? name : "\(name) of part \(index + 1)", found: .string(text.excerpt(found)),
                        required: "\"\(word)\"", span: unit == .fixedSentences ? nil : Span(found)))
            }
            return evidence
        }
    }

    private func matches(_ text: Text, _ range: Range<Int>) -> Bool {
        let core = text.strip(range)
        guard !core.isEmpty else { return false }
        let word = wordRange(text, core)
        switch trimming {
        case .none: return FoldedText.equals(form, in: text, word, true)
        case .edges:
            var low = word.lowerBound
            var high = word.upperBound
            while low < high {
                let (scalar, length) = UTF8Decoding.scalar(text.bytes, at: low)
                if UnicodeScalars.isWord(scalar) { break }
                low += length
            }
            while high > low {
                let (scalar, length) = UTF8Decoding.scalar(text.bytes, before: high)
                if UnicodeScalars.isWord(scalar) { break }
                high -= length
            }
            return FoldedText.equals(form, in: text, low..<max(low, high), true)
        case .signs:
            var kept: [UInt8] = []
            var index = word.lowerBound
            while index < word.upperBound {
                let (scalar, length) = UTF8Decoding.scalar(text.bytes, at: index)
                if UnicodeScalars.isWord(scalar) { kept.append(contentsOf: text.bytes[index..<index + length]) }
                index += length
            }
            return UnicodeText.lowercased(kept) == form
        }
    }

    /// The first or the last part between white space; `core` begins and ends with neither.
    private func wordRange(_ text: Text, _ core: Range<Int>) -> Range<Int> {
        if edge == .first {
            var end = core.lowerBound
            while end < core.upperBound, text.spaceLength(at: end) == 0 {
                end += UTF8Decoding.scalar(text.bytes, at: end).length
            }
            return core.lowerBound..<min(end, core.upperBound)
        }
        var start = core.upperBound
        while start > core.lowerBound, text.spaceLength(before: start, notBelow: core.lowerBound) == 0 {
            start -= UTF8Decoding.scalar(text.bytes, before: start).length
        }
        return max(start, core.lowerBound)..<core.upperBound
    }
}
