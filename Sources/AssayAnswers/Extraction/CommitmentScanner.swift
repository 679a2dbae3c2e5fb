// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// A place where a response says that its answer follows.
package struct Commitment: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        case box, tag, hashes
        /// "The final answer is", 最终答案是.
        case finalAnchor
        /// "The answer is", "Answer:", 答案.
        case anchor
        /// `A:` at the beginning of a line.
        case initial
    }

    package var kind: Kind
    /// From where the words or the command begin.
    package var start: Int
    /// Where the value begins.
    package var valueStart: Int
    /// Where the value ends at the latest: the next commitment, or the end of what is searched.
    package var limit: Int
}

/// Reads a response from its end to its beginning, and stops at boxes, tags and anchors.
///
/// Most bytes cost one look into a table.
package struct CommitmentScanner {
    private let text: AnswerText
    private let range: Range<Int>
    private var position: Int
    private var limit: Int
    /// The noun for "answer" that was seen last: the verb of an earlier one stands before it.
    private var noun: Int

    package init(_ text: AnswerText, in range: Range<Int>) {
        self.text = text
        self.range = range
        position = range.upperBound
        limit = range.upperBound
        noun = range.upperBound
    }

    /// The commitment before the last one that was returned.
    package mutating func next() -> Commitment? {
        text.bytes.withUnsafeBufferPointer { bytes in
            Self.triggers.withUnsafeBufferPointer { triggers in
                while position > range.lowerBound {
                    position -= 1
                    let byte = bytes[position]
                    if triggers[Int(byte)], let found = commitment(at: position, byte: byte) {
                        position = found.start
                        limit = found.start
                        return found
                    }
                }
                return nil
            }
        }
    }

    /// Bytes in each marker that are rare elsewhere.
    private static let triggers: [Bool] = {
        var table = [Bool](repeating: false, count: 256)
        for byte in "\\wW#:pPE".utf8 { table[Int(byte)] = true }
        // 答, 답, é, в, the full-width colon
        for byte in [0xE7, 0xEB, 0xC3, 0xB2, 0xEF] { table[byte] = true }
        return table
    }()

    private mutating func commitment(at index: Int, byte: UInt8) -> Commitment? {
        switch byte {
        case UInt8(ascii: "\\"): return box(at: index)
        case UInt8(ascii: "#"): return hashes(at: index)
        case UInt8(ascii: ":"), 0xEF: return initial(at: index)
        default:
            guard
                let (start, end, isFinal) = AnchorWords.match(
                    around: index, byte: byte, in: text, from: range.lowerBound)
            else { return nil }
            guard end <= limit else { return nil }
            let reach = min(limit, noun)
            noun = start
            if text[start - 1] == UInt8(ascii: "<") || text[start - 1] == UInt8(ascii: "/") {
                return tag(start: start, end: end)
            }
            guard let value = AnchorWords.valueStart(after: end, anchor: start, limit: reach, range: range, in: text)
            else { return nil }
            return Commitment(
                kind: isFinal ? .finalAnchor : .anchor, start: start, valueStart: value, limit: limit)
        }
    }

    private func box(at index: Int) -> Commitment? {
        for word in ["\\boxed", "\\fbox", "\\framebox"] as [StaticString] where text.matches(word, at: index) {
            let end = index + word.utf8CodeUnitCount
            guard !AnswerText.isLetter(text[end]), end <= limit || text[end] == UInt8(ascii: "{") else { return nil }
            return Commitment(kind: .box, start: index, valueStart: end, limit: limit)
        }
        return nil
    }

    /// `<answer>`; the closing tag is passed over.
    private func tag(start: Int, end: Int) -> Commitment? {
        guard end < limit, text[start - 1] == UInt8(ascii: "<"), text[end] == UInt8(ascii: ">") else { return nil }
        let close = text.find("</answer", in: end..<limit) ?? text.find("</final", in: end..<limit)
        return Commitment(kind: .tag, start: start - 1, valueStart: end + 1, limit: close ?? limit)
    }

    /// Exactly four `#` with a value on the same line.
    private func hashes(at index: Int) -> Commitment? {
        guard text[index + 1] != UInt8(ascii: "#"), index - 3 >= range.lowerBound,
            (1...3).allSatisfy({ text[index - $0] == UInt8(ascii: "#") }), text[index - 4] != UInt8(ascii: "#")
        else { return nil }
        return Commitment(
            kind: .hashes, start: index - 3, valueStart: index + 1,
            limit: text.lineEnd(from: index + 1, limit: limit))
    }

    /// `A:` or `A：` at the beginning of a line.
    private func initial(at index: Int) -> Commitment? {
        guard index > range.lowerBound, text[index - 1] == UInt8(ascii: "A"),
            !AnswerText.isAlphanumeric(text[index - 2]), text.beginsLine(index - 1, from: range.lowerBound)
        else { return nil }
        let width = text[index] == UInt8(ascii: ":") ? 1 : 3
        guard width == 1 || text[index + 1] == 0xBC && text[index + 2] == 0x9A else { return nil }
        // The first of several options.
        let lineEnd = text.lineEnd(from: index, limit: range.upperBound)
        if text[lineEnd + 1] == UInt8(ascii: "B"), text[lineEnd + 2] == text[index] { return nil }
        return Commitment(kind: .initial, start: index - 1, valueStart: index + width, limit: limit)
    }
}
