// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import AssayCore
import Foundation
import Testing

@Suite struct QuantityDataTests {
    @Test(
        .enabled(if: AnswerData.exists, "../shared/data/answers is not there"),
        arguments: ["units", "currency", "degree"])
    func agreement(_ type: String) throws {
        let pairs = try AnswerData.pairs(type)
        try #require(!pairs.isEmpty)
        var wrong: [String] = []
        for pair in pairs {
            let context = AnswerContext(question: pair.question)
            let kinds: [(any AnswerKind)?] = [
                CurrencyKind(gold: pair.gold, context: context), QuantityKind(gold: pair.gold, context: context),
            ]
            let comparison = kinds.lazy.compactMap { $0?.compare(pair.answer, context: context) }.first
            let isRight = comparison?.decision == (pair.expected ? .equal : .different)
            if !isRight {
                wrong.append("\(pair.gold) | \(pair.answer) | \(pair.expected) | \(comparison?.reason ?? "none")")
            }
        }
        #expect(Double(wrong.count) <= 0.05 * Double(pairs.count), "\(wrong)")
        #expect(wrong.isEmpty, "\(wrong)")
    }
}

/// Pairs of answers beside the repository; absent in most checkouts.
enum AnswerData {
    struct Pair {
        var gold: String
        var answer: String
        var expected: Bool
        var question: String?
    }

    static let path: String = {
        var url = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { url.deleteLastPathComponent() }
        let beside = url.appendingPathComponent("shared/data/answers/pairs.jsonl.gz").path
        if FileManager.default.fileExists(atPath: beside) { return beside }
        return url.deletingLastPathComponent().appendingPathComponent("shared/data/answers/pairs.jsonl.gz").path
    }()

    static let exists = FileManager.default.fileExists(atPath: path)

    /// The pairs of one type that have a label.
    static func pairs(_ type: String) throws -> [Pair] {
        let source = try ByteSource(path: path)
        var bytes: [UInt8] = []
        while try source.read(into: &bytes, limit: bytes.count + 1 << 20) > 0 {}
        return try bytes.split(separator: 0x0A).compactMap { line in
            let root = try JSONDocument(Array(line)).root
            guard root["type"]?.string == type, let expected = root["expected"]?.bool, let gold = root["gold"]?.string,
                let answer = root["response_or_answer"]?.string
            else { return nil }
            return Pair(gold: gold, answer: last(in: answer), expected: expected, question: root["question"]?.string)
        }
    }

    /// The last box or inline formula of a response, or all of it.
    private static func last(in response: String) -> String {
        for (open, close) in [("\\boxed{", "}"), ("is $", "$")] {
            guard let start = response.range(of: open, options: .backwards) else { continue }
            let rest = response[start.upperBound...]
            var depth = 0
            for index in rest.indices {
                if rest[index] == "{" { depth += 1 }
                if String(rest[index]) == close, depth == 0 { return String(rest[..<index]) }
                if rest[index] == "}" { depth -= 1 }
            }
        }
        return response
    }
}
