// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Whether an answer says yes or no.
package enum PolarityReading: Sendable, Hashable {
    case value(Bool)
    /// "Yes or no", "true/false".
    case hedged
    /// Says both without a conclusion, or only that it is so at times.
    case contradictory
    case none
}

/// Reads yes or no from a short text, with negation.
///
/// ## How it decides
/// 1. "Yes" and "no" stand for themselves; "no" before a noun ("there are no roots") does not count, unless first.
/// 2. "True", "correct", "holds", "false", "wrong", … are turned round by each "not", "isn't", "cannot" before them
///    in their clause.
/// 3. What follows the last anchor ("the answer is") or the last conclusion ("so", "therefore") wins, then a first
///    word, then agreement of all.
///
/// - Complexity: linear.
package struct PolarityReader {
    /// One place that says yes or no.
    private struct Statement {
        var value: Bool
        var place: Int
    }

    private let text: AnswerTokens
    private let words: [String]
    private var statements: [Statement] = []
    private var conclusion = -1
    private var anchor = -1
    private var correction = -1
    /// Whether a word such as "sometimes" limits what is said.
    private var isQualified = false

    private static let qualifiers: Set<String> = [
        "sometimes", "only", "unless", "partially", "partly", "depends", "maybe", "perhaps", "unclear", "unknown",
    ]

    package static func read(_ plain: PlainAnswer) -> PolarityReading {
        let tokens = AnswerTokens(plain)
        if let value = PolarWords.whole(tokens) { return .value(value) }
        return PolarityReader(tokens).reading
    }

    private init(_ text: AnswerTokens) {
        self.text = text
        words = (0..<text.count).map { text.kind($0) == .word ? text.lowercased($0) : "" }
        scan()
    }

    private mutating func scan() {
        var isNegated = false
        var isAsked = false
        for index in words.indices {
            let word = words[index]
            if word.isEmpty {
                if text.kind(index) != .number, text.mark(index) != UInt8(ascii: "\""),
                    text.mark(index) != UInt8(ascii: "'"), text.mark(index) != UInt8(ascii: "("),
                    text.mark(index) != UInt8(ascii: ")")
                {
                    isNegated = false
                    isAsked = false
                }
                continue
            }
            let role = SentenceRole.of(word)
            switch PolarWords.roles[word] {
            case .yes:
                statements.append(Statement(value: true, place: index))
            case .no:
                if word != "no" || isAnswerNo(index) { statements.append(Statement(value: false, place: index)) }
            case .holds, .fails:
                let base = PolarWords.roles[word] == .holds
                if isPredicate(index), !isAsked { statements.append(Statement(value: base != isNegated, place: index)) }
                isNegated = false
            case nil:
                if role.contains(.negation) { isNegated.toggle() }
                if word == "whether" { isAsked = true }
                if Self.qualifiers.contains(word) { isQualified = true }
            }
            if role.contains(.conclusion) { conclusion = index }
            if role.contains(.correction) { correction = index }
            if role.contains(.boundary) { isNegated = false }
            if role.contains(.anchor), isAnchor(index) { anchor = index }
        }
    }

    /// Whether "no" answers: at the start, or where no noun follows.
    private func isAnswerNo(_ index: Int) -> Bool {
        if index == 0 { return words.count < 2 || words[1] != "doubt" }
        guard index + 1 < words.count, !words[index + 1].isEmpty else { return true }
        switch words[index + 1] {
        case "because", "since", "as", "it", "they", "he", "she", "this", "that", "the", "i", "we", "not", "there":
            return true
        default: return false
        }
    }

    /// Whether a word such as "correct" is said of the statement, not of a noun after it ("the correct answer").
    private func isPredicate(_ index: Int) -> Bool {
        guard index + 1 < words.count, !words[index + 1].isEmpty else { return true }
        switch words[index + 1] {
        case "answer", "option", "choice", "value", "values", "solution", "result", "way", "form", "statement", "that":
            return words[index + 1] == "that"
        default: return true
        }
    }

    private func isAnchor(_ index: Int) -> Bool {
        guard index + 1 < text.count else { return false }
        return text.mark(index + 1) == UInt8(ascii: ":") || SentenceRole.of(words[index + 1]).contains(.copula)
            || PolarWords.roles[words[index + 1]] != nil || text.kind(index + 1) == .newline
    }

    private var reading: PolarityReading {
        guard let first = statements.first, let last = statements.last else { return .none }
        if isOffered { return .hedged }
        if let corrected = statements.last(where: { $0.place > correction }), correction >= 0 {
            return .value(corrected.value)
        }
        if let answer = statements.first(where: { $0.place > anchor }), anchor >= 0 { return .value(answer.value) }
        if isQualified { return .contradictory }
        let isFirst = first.place == 0 && PolarWords.roles[words[0]] != nil
        if isFirst { return .value(first.value) }
        if conclusion >= 0, last.place > conclusion { return .value(last.value) }
        if statements.allSatisfy({ $0.value == first.value }) { return .value(first.value) }
        if words[..<last.place].lastIndex(of: "but") ?? -1 > first.place { return .value(last.value) }
        return .contradictory
    }

    /// Whether two opposite words are offered side by side: "true or false", "yes/no", "yes and no".
    private var isOffered: Bool {
        for (one, other) in zip(statements, statements.dropFirst()) where one.value != other.value {
            guard other.place - one.place == 2 else { continue }
            switch words[one.place + 1] {
            case "or", "and", "oder", "ou": return true
            default:
                if text.mark(one.place + 1) == UInt8(ascii: "/") { return true }
            }
        }
        return false
    }
}
