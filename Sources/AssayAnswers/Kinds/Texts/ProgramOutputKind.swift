// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// The output of a program: a Python or JSON value, or text line by line.
///
///     ProgramOutputKind(gold: "{'a': 1}", context: …)?.compare(#"{"a":1}"#, context: …)   // equal
///
/// ## How it decides
/// 1. Two literals are compared by their structure: quotes, spaces and the order of keys do not count, `True` is
///    `true`, `None` is `null`; a tuple is no list, 1 is no 1.0, decimals are equal if written with the same value.
/// 2. Other output is equal if it is the same text after trailing white space of each line and empty lines at the end
///    are taken off.
///
/// Without the option `type: program-output` only golds that hold a string, a dictionary, a truth value or null inside
/// brackets are of this kind: lists of numbers are mathematics.
package struct ProgramOutputKind: AnswerKind {
    package static let name = "program-output"

    private let gold: String
    private let canonical: String?
    private let isNamed: Bool

    package init?(gold: String, context: AnswerContext) {
        let names = ["program-output", "program_output", "code-output", "code_output", "code", "python", "json"]
        let hint = KindHint(context.options, names: names)
        guard hint != .other else { return nil }
        isNamed = hint == .named
        guard isNamed || Self.mayBeLiteral(gold) else { return nil }
        let literal = ProgramLiteralParser.parse(Self.unfenced(gold))
        guard isNamed || literal?.isProgramOnly ?? false else { return nil }
        canonical = literal?.canonical
        self.gold = gold
    }

    package func compare(_ answer: String, context: AnswerContext) -> Comparison? {
        let output = Self.unfenced(answer)
        if let canonical, let other = ProgramLiteralParser.parse(output)?.canonical {
            let isEqual = canonical == other
            return comparison(
                isEqual ? .equal : .different, method: "canonical",
                isEqual ? "the same value" : "another value", canonical, other)
        }
        guard isNamed else { return nil }
        let (one, other) = (Self.trimmed(Self.unfenced(gold)), Self.trimmed(output))
        let isEqual = one == other
        return comparison(
            isEqual ? .equal : .different, method: "exact", isEqual ? "the same output" : "another output",
            String(decoding: one, as: UTF8.self), String(decoding: other, as: UTF8.self))
    }

    // MARK: Details

    private func comparison(
        _ decision: Comparison.Decision, method: String, _ reason: String, _ gold: String, _ answer: String
    ) -> Comparison {
        Comparison(decision, method: method, reason: reason, goldForm: gold, answerForm: answer)
    }

    /// Whether the gold begins with a bracket and holds a quote, a colon or a keyword.
    private static func mayBeLiteral(_ gold: String) -> Bool {
        guard let first = gold.utf8.first(where: { $0 != 0x20 }) else { return false }
        guard first == UInt8(ascii: "[") || first == UInt8(ascii: "{") || first == UInt8(ascii: "(") else {
            return false
        }
        return gold.utf8.contains {
            $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "T")
                || $0 == UInt8(ascii: "F") || $0 == UInt8(ascii: "N") || $0 == UInt8(ascii: "t")
                || $0 == UInt8(ascii: "f") || $0 == UInt8(ascii: "n")
        }
    }

    /// The text without a code fence or back-quotes around it.
    private static func unfenced(_ text: String) -> String {
        var bytes = [UInt8](text.utf8)[...]
        while let first = bytes.first, first == 0x0A || first == 0x0D { bytes.removeFirst() }
        guard bytes.first == UInt8(ascii: "`") else { return text }
        let fence = bytes.prefix { $0 == UInt8(ascii: "`") }.count
        var end = bytes.endIndex
        while end > bytes.startIndex, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x20 || bytes[end - 1] == 0x0D {
            end -= 1
        }
        let closing = bytes[..<end].reversed().prefix { $0 == UInt8(ascii: "`") }.count
        guard closing == fence, end - bytes.startIndex >= 2 * fence else { return text }
        var inner = bytes[(bytes.startIndex + fence)..<(end - fence)]
        if fence >= 3 {
            // The language of the fence ends with its line.
            guard let line = inner.firstIndex(of: 0x0A) else { return String(decoding: inner, as: UTF8.self) }
            inner = inner[(line + 1)...]
        }
        return String(decoding: inner, as: UTF8.self)
    }

    /// The lines without white space at their ends, and without empty lines at the end.
    private static func trimmed(_ text: String) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            if byte == 0x0A { trimEnd(&result) }
            result.append(byte)
        }
        while let last = result.last, last == 0x0A || isSpace(last) { result.removeLast() }
        return result
    }

    private static func trimEnd(_ bytes: inout [UInt8]) {
        while let last = bytes.last, isSpace(last) { bytes.removeLast() }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
}
