// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayText

/// The part of a response that is searched for an answer.
///
/// 1. What follows the last tag that closes reasoning; where nothing does, what stands before it.
/// 2. Nothing from the first chat-template token on (`<|im_end|>`, `</s>`) that has text before it.
/// 3. Nothing from the first line on that begins another problem ("Problem:", "Question:") after an answer was given: a base
///    model that goes on by itself.
package struct SearchRegion: Sendable, Hashable {
    package var range: Range<Int>
    /// Whether reasoning begins and never ends.
    package var isReasoningOpen = false

    /// The longest text that is searched as a whole.
    package static let wholeLimit = 1 << 20
    /// What is searched of a longer one.
    package static let headLength = 64 << 10
    package static let tailLength = 256 << 10

    package init(of text: AnswerText) {
        range = 0..<text.count
        guard ByteSearch.first(UInt8(ascii: "<"), in: text.bytes, from: 0, to: text.count) != nil else {
            cut(text)
            return
        }
        switch Reasoning.find(in: text.bytes) {
        case .truncated:
            isReasoningOpen = true
            range = text.count..<text.count
            return
        case .answer(let answer): range = answer
        }
        for tag in Self.closers where ByteSearch.contains(tag, in: text.bytes) {
            var start = range.lowerBound
            while let found = ByteSearch.first(tag, in: text.bytes, from: start) { start = found + tag.count }
            range = start..<range.upperBound
        }
        if text.trim(range).isEmpty {
            // Nothing follows: the reasoning is all there is.
            range = 0..<(Self.lastCloser(in: text) ?? text.count)
        }
        if let token = Self.chatToken(in: range, of: text) { range = range.lowerBound..<token }
        cut(text)
    }

    private static let closers = ["</reasoning>", "</thought>", "</scratchpad>"].map { Array($0.utf8) }

    private static func lastCloser(in text: AnswerText) -> Int? {
        var last: Int?
        for tag in [Array("</think>".utf8), Array("</thinking>".utf8)] + closers {
            var start = 0
            while let found = ByteSearch.first(tag, in: text.bytes, from: start) {
                last = max(last ?? 0, found)
                start = found + tag.count
            }
        }
        return last
    }

    // MARK: Chat templates

    private static func chatToken(in range: Range<Int>, of text: AnswerText) -> Int? {
        var start = range.lowerBound
        while let found = ByteSearch.first(UInt8(ascii: "<"), in: text.bytes, from: start, to: range.upperBound) {
            if isChatToken(at: found, in: text), !text.trim(range.lowerBound..<found).isEmpty { return found }
            start = found + 1
        }
        return nil
    }

    private static func isChatToken(at index: Int, in text: AnswerText) -> Bool {
        if text[index + 1] == UInt8(ascii: "|") {
            var end = index + 2
            while end < index + 32, AnswerText.isLetter(text[end]) || text[end] == UInt8(ascii: "_") { end += 1 }
            return text[end] == UInt8(ascii: "|") && end > index + 2
        }
        for token in ["</s>", "<eos>", "<end_of_turn>", "<start_of_turn>", "<pad>"] as [StaticString]
        where text.matches(token, at: index) { return true }
        return false
    }

    // MARK: Further problems

    private mutating func cut(_ text: AnswerText) {
        var segment = range.lowerBound
        var cursor = range.lowerBound
        var low = range.lowerBound
        if range.count > Self.wholeLimit { low = range.upperBound - Self.tailLength }
        cursor = max(cursor, low)
        segment = max(segment, low)
        while let lineFeed = ByteSearch.first(0x0A, in: text.bytes, from: cursor, to: range.upperBound) {
            cursor = lineFeed + 1
            guard Self.beginsProblem(at: cursor, in: text) else { continue }
            var scanner = CommitmentScanner(text, in: segment..<lineFeed)
            if scanner.next() != nil {
                range = range.lowerBound..<lineFeed
                return
            }
            segment = lineFeed
        }
    }

    private static func beginsProblem(at index: Int, in text: AnswerText) -> Bool {
        switch text[index] {
        case UInt8(ascii: "P"):
            return text.matches("problem:", at: index) || isNumbered("problem ", at: index, in: text)
        case UInt8(ascii: "Q"):
            return text.matches("question:", at: index) || text.matches("q:", at: index)
                || isNumbered("question ", at: index, in: text)
        case UInt8(ascii: "H"): return text.matches("human:", at: index)
        case UInt8(ascii: "U"): return text.matches("user:", at: index)
        case UInt8(ascii: "#"):
            return text.matches("### problem", at: index) || text.matches("### instruction", at: index)
                || text.matches("### question", at: index)
        case UInt8(ascii: "["): return text.matches("[inst]", at: index)
        default: return false
        }
    }

    /// "Problem 2:".
    private static func isNumbered(_ word: StaticString, at index: Int, in text: AnswerText) -> Bool {
        guard text.matches(word, at: index) else { return false }
        var cursor = index + word.utf8CodeUnitCount
        let digits = cursor
        while AnswerText.isDigit(text[cursor]) { cursor += 1 }
        return cursor > digits && text[cursor] == UInt8(ascii: ":")
    }
}
