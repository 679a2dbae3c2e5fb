// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import AssayCore
import Foundation
import Testing

/// The labelled pairs beside the repository, where they are.
@Suite(.enabled(if: AnswerPairs.exists, "no shared/data/answers beside the checkout"))
struct TextsSharedDataTests {
    @Test(arguments: ["choice", "choice_multi", "boolean", "text", "chemistry", "time"])
    func agreement(_ type: String) throws {
        let pairs = try AnswerPairs.read().filter { $0.type == type && $0.expected != nil }
        #expect(!pairs.isEmpty)
        var disagreements: [String] = []
        for pair in pairs {
            let found = TextsJudge.decide(gold: pair.gold, answer: pair.answer, question: pair.question)
            if (found == .equal) != pair.expected || found == .undecided {
                disagreements.append("\(pair.gold) | \(pair.answer) | \(pair.expected.map(String.init) ?? "") \(found)")
            }
        }
        let agreement = 1 - Double(disagreements.count) / Double(pairs.count)
        print("\(type): \(pairs.count) pairs, agreement \(agreement)", disagreements.joined(separator: "\n"))
        #expect(agreement >= 0.95, "\(disagreements.joined(separator: "\n"))")
    }

    /// Letters and truth values never fail to read, and no kind takes a pair of mathematics for its own and errs.
    @Test func otherTypes() throws {
        let own = ["choice", "choice_multi", "boolean", "text", "chemistry", "time"]
        var wrong: [String] = []
        for pair in try AnswerPairs.read() where !own.contains(pair.type) {
            guard let expected = pair.expected, pair.answer.utf8.count < 200 else { continue }
            let found = TextsJudge.decide(gold: pair.gold, answer: pair.answer, question: pair.question)
            guard found != .unread, found != .undecided, (found == .equal) != expected else { continue }
            wrong.append("\(pair.type): \(pair.gold) | \(pair.answer) | \(expected) \(found)")
        }
        print("other types, wrong: \(wrong.count)\n" + wrong.joined(separator: "\n"))
        #expect(wrong.count <= 2, "\(wrong.joined(separator: "\n"))")
    }
}

/// The kinds of this folder in their order.
enum TextsJudge {
    enum Finding { case equal, different, undecided, unread }

    static func decide(gold: String, answer: String, question: String?) -> Finding {
        let context = AnswerContext(question: question)
        let answer = unboxed(answer)
        let kinds: [(any AnswerKind)?] = [
            ChoiceKind(gold: gold, context: context), BooleanKind(gold: gold, context: context),
            DateKind(gold: gold, context: context), TimeKind(gold: gold, context: context),
            ChemistryKind(gold: gold, context: context), ProgramOutputKind(gold: gold, context: context),
            TextKind(gold: gold, context: context),
        ]
        for kind in kinds {
            guard let comparison = kind?.compare(answer, context: context) else { continue }
            switch comparison.decision {
            case .equal: return .equal
            case .different: return .different
            case .undecided: return .undecided
            }
        }
        return .unread
    }

    /// What stands in the last box.
    private static func unboxed(_ text: String) -> String {
        guard let box = text.range(of: "\\boxed{", options: .backwards) else { return text }
        var depth = 1
        var end = box.upperBound
        while end < text.endIndex {
            if text[end] == "{" { depth += 1 }
            if text[end] == "}" { depth -= 1 }
            if depth == 0 { return String(text[box.upperBound..<end]) }
            end = text.index(after: end)
        }
        return text
    }
}

/// A labelled pair of the shared data.
struct AnswerPair {
    var type: String
    var gold: String
    var answer: String
    var question: String?
    /// Nil where no verdict is agreed.
    var expected: Bool?
}

/// The shared file of pairs; absent in most checkouts.
enum AnswerPairs {
    static let path: String = {
        var url = URL(fileURLWithPath: #filePath)
        for _ in 0..<5 { url.deleteLastPathComponent() }
        let beside = url.appendingPathComponent("shared/data/answers/pairs.jsonl.gz").path
        if FileManager.default.fileExists(atPath: beside) { return beside }
        return url.deletingLastPathComponent().appendingPathComponent("shared/data/answers/pairs.jsonl.gz").path
    }()

    static let exists = FileManager.default.fileExists(atPath: path)

    static func read() throws -> [AnswerPair] {
        let source = try ByteSource(path: path)
        var bytes: [UInt8] = []
        while try source.read(into: &bytes, limit: bytes.count + 1 << 20) > 0 {}
        return try bytes.split(separator: 0x0A).map { line in
            let root = try JSONDocument(Array(line)).root
            return AnswerPair(
                type: root["type"]?.string ?? "", gold: root["gold"]?.string ?? "",
                answer: root["response_or_answer"]?.string ?? "", question: root["question"]?.string,
                expected: root["expected"]?.bool)
        }
    }
}
