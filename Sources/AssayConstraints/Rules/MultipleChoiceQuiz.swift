// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when the response is a quiz: multiple-choice questions that get longer and longer.
///
/// ## How it decides
/// 1. The response begins with `Question`.
/// 2. It is divided at `Question` and a number, with `.`, `|`, `)`, `:` or `;` after it or not; blank parts do not count, and
///    there have to be `questions`.
/// 3. In each, lines that begin with a letter A–E in either case, `.`, `|` or `)`, and a word, are options; there have to be
///    `options`.
/// 4. The question is what stands before the first option, its lines joined by spaces. Each has more characters than the one
///    before.
public struct MultipleChoiceQuiz: Rule {
    /// How many questions.
    public let questions: Int
    /// How many options each.
    public let options: Int

    /// Creates the rule.
    public init(questions: Int, options: Int) {
        self.questions = questions
        self.options = options
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        let problem = problem(text)
        return input.verdict(problem == nil) { problem.map { [$0] } ?? [] }
    }

    private func problem(_ text: Text) -> Evidence? {
        guard text.bytes.starts(with: MultipleChoiceQuiz.head) else {
            return Evidence("beginning", required: "\"Question\"", span: Span(0..<0))
        }
        let blocks = blocks(text)
        guard blocks.count == questions else {
            return .count("questions", blocks.count, required: "exactly \(questions)")
        }
        var previous = -1
        for (index, block) in blocks.enumerated() {
            let (length, count) = measure(block, text)
            if count != options {
                return Evidence(
                    "options of question \(index + 1)", found: .number(JSONNumber(lexeme: String(count))),
                    required: "exactly \(options)", span: Span(block))
            }
            if length <= previous {
                return Evidence(
                    "characters of question \(index + 1)", found: .number(JSONNumber(lexeme: String(length))),
                    required: "more than \(previous)", span: Span(block))
            }
            previous = length
        }
        return nil
    }

    /// The parts between headings that are not blank.
    private func blocks(_ text: Text) -> [Range<Int>] {
        let bytes = text.bytes
        var result: [Range<Int>] = []
        func add(_ range: Range<Int>) {
            let inner = text.strip(range)
            if !inner.isEmpty { result.append(inner) }
        }
        var start = 0
        var search = 0
        while let found = ByteSearch.first(MultipleChoiceQuiz.head, in: bytes, from: search) {
            search = found + 1
            var index = found + MultipleChoiceQuiz.head.count
            guard index < bytes.count, bytes[index] == 0x20 else { continue }
            let digits = index + 1
            index = skip(bytes, digits) { UnicodeScalars.isDigit($0) }
            guard index > digits else { continue }
            if index < bytes.count, MultipleChoiceQuiz.marks.contains(bytes[index]) { index += 1 }
            index = skip(bytes, index) { UnicodeScalars.isSpace($0) }
            // Line feeds before the heading belong to it; stripping takes them off.
            add(start..<found)
            start = index
            search = index
        }
        add(start..<bytes.count)
        return result
    }

    /// The length of the question in scalars, and the number of options.
    private func measure(_ block: Range<Int>, _ text: Text) -> (length: Int, options: Int) {
        var options = 0
        var lead = 0
        var running = 0
        var length = 0
        for line in UnicodeText.lines(of: text.bytes, in: block) {
            let inner = text.strip(line)
            if isOption(inner, text.bytes) {
                options += 1
            } else if options == 0 {
                running += 1
                if length == 0 { lead = running }
                if inner.isEmpty { continue }
                running += UnicodeText.scalarCount(of: text.bytes, in: inner)
                length = running
            }
        }
        return (length - (length > 0 ? lead : 0), options)
    }

    private func isOption(_ line: Range<Int>, _ bytes: [UInt8]) -> Bool {
        guard line.count >= 3, (bytes[line.lowerBound] | 0x20) &- 0x61 < 5, bytes[line.lowerBound] >= 0x41 else {
            return false
        }
        switch bytes[line.lowerBound + 1] {
        case UInt8(ascii: "."), UInt8(ascii: "|"), UInt8(ascii: ")"): break
        default: return false
        }
        let index = skip(bytes, line.lowerBound + 2) { UnicodeScalars.isSpace($0) }
        return index < line.upperBound && UnicodeScalars.isWord(UTF8Decoding.scalar(bytes, at: index).value)
    }

    @inline(__always)
    private func skip(_ bytes: [UInt8], _ start: Int, while holds: (UInt32) -> Bool) -> Int {
        var index = start
        while index < bytes.count {
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
            if !holds(scalar) { break }
            index += length
        }
        return index
    }

    private static let head = Array("Question".utf8)
    private static let marks = ASCIISet(".|):;")
}
