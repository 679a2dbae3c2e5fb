// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import AssayCore
import Foundation
import Testing

/// The answer data beside the repository; absent in most checkouts.
enum ExtractionData {
    struct Record {
        var id: String
        var type: String
        var gold: String
        var response: [UInt8]
        var expected: Bool?
        var expectedClass: String?
    }

    static let folder: String = {
        var url = URL(fileURLWithPath: #filePath)
        for _ in 0..<5 { url.deleteLastPathComponent() }
        let beside = url.appendingPathComponent("shared/data/answers").path
        if FileManager.default.fileExists(atPath: beside) { return beside }
        return url.deletingLastPathComponent().appendingPathComponent("shared/data/answers").path
    }()

    static let exists = FileManager.default.fileExists(atPath: folder)

    static func records(_ name: String) throws -> [Record] {
        let source = try ByteSource(path: "\(folder)/\(name).jsonl.gz")
        var bytes: [UInt8] = []
        while try source.read(into: &bytes, limit: bytes.count + 1 << 20) > 0 {}
        return try bytes.split(separator: 0x0A).map { line in
            let root = try JSONDocument(Array(line)).root
            return Record(
                id: root["id"]?.string ?? "", type: root["type"]?.string ?? "", gold: root["gold"]?.string ?? "",
                response: Array((root["response_or_answer"]?.string ?? "").utf8), expected: root["expected"]?.bool,
                expectedClass: root["expected_class"]?.string)
        }
    }
}

@Suite(.enabled(if: ExtractionData.exists, "needs shared/data/answers beside the repository"))
struct ExtractionSharedDataTests {
    /// Numbers without separators and units, letters and words in small letters: no more than extraction needs.
    private static func agrees(_ answer: String, _ gold: String, isScience: Bool) -> Bool {
        if let one = number(answer), let other = number(gold) {
            return abs(one - other) <= (isScience ? 0.01 : 1e-6) * max(abs(other), 1e-9)
        }
        let truths = ["yes": "true", "no": "false", "not stable": "false"]
        func plain(_ text: String) -> String {
            let text = text.lowercased().filter { !" ().{}".contains($0) }
            return truths[text] ?? text
        }
        return plain(answer) == plain(gold) || plain(answer).hasPrefix("not") && plain(gold) == "false"
    }

    private static func number(_ text: String) -> Double? {
        var text = text.replacingOccurrences(of: "\\dfrac", with: "\\frac").replacingOccurrences(of: "\\!", with: "")
            .replacingOccurrences(of: "\\$", with: "").replacingOccurrences(of: "{,}", with: "")
            .replacingOccurrences(of: "^\\circ", with: "").filter { $0 != "$" && $0 != "," && $0 != " " }
        if let unit = text.range(of: "\\text") { text = String(text[..<unit.lowerBound]) }
        if let fraction = text.range(of: "\\frac{") {
            let parts = text[fraction.upperBound...].split(separator: "}{").map { $0.filter { $0 != "}" } }
            guard parts.count == 2, let top = Double(parts[0]), let bottom = Double(parts[1]) else { return nil }
            return (Double(text[..<fraction.lowerBound]) ?? 0) + top / bottom
        }
        let digits = text.drop { $0 == " " }.prefix { "-+.0123456789/eE".contains($0) }
        let parts = digits.split(separator: "/").map { Double($0) }
        guard let first = parts.first ?? nil, !text.drop(while: { $0 == " " }).dropFirst(digits.count).hasPrefix("\\")
        else {
            return nil
        }
        if parts.count == 2, let second = parts[1] { return first / second }
        return first
    }

    @Test(arguments: [
        ("gsm8k_response", 0.995), ("abel_gsm8k", 0.99), ("abel_choice", 0.99), ("tool_response", 0.99),
        ("math_response", 0.96), ("theoremqa_response", 0.92),
    ])
    func responses(_ type: String, _ least: Double) throws {
        let records = try ExtractionData.records("responses").filter { $0.type == type && $0.expected != nil }
        var disagreements: [String] = []
        var flagged: [String] = []
        for record in records {
            let result = AnswerExtractor(expected: ExpectedAnswer(gold: record.gold)).extract(from: record.response)
            let answer = result.answer?.text
            let isEqual = answer.map {
                Self.agrees($0, record.gold, isScience: type.hasPrefix("theorem"))
            }
            if isEqual ?? false != record.expected {
                disagreements.append("\(record.id): \(record.gold) | \(answer ?? "-") | \(record.expected == true)")
            }
            if record.expected == true,
                InvalidResponse.find(in: record.response, finish: nil, extraction: result) != nil
            {
                flagged.append(record.id)
            }
        }
        let agreement = 1 - Double(disagreements.count) / Double(max(1, records.count))
        print("\(type): \(records.count) records, agreement \(agreement)")
        #expect(agreement >= least, "\(disagreements.prefix(40).joined(separator: "\n"))")
        #expect(flagged.count <= 2, "\(flagged)")
    }

    @Test func invalid() throws {
        let records = try ExtractionData.records("invalid")
        var counts = ["invalid": (hit: 0, found: 0, all: 0), "correct": (hit: 0, found: 0, all: 0)]
        var flaggedControls = 0
        for record in records {
            let result = AnswerExtractor(expected: ExpectedAnswer(gold: record.gold)).extract(from: record.response)
            let reason = InvalidResponse.find(in: record.response, finish: nil, extraction: result)
            let found = reason == nil ? "correct" : "invalid"
            let expected = record.expectedClass == "invalid" ? "invalid" : "correct"
            counts[expected, default: (0, 0, 0)].all += 1
            counts[found, default: (0, 0, 0)].found += 1
            if found == expected { counts[found, default: (0, 0, 0)].hit += 1 }
            if expected == "correct", reason != nil { flaggedControls += 1 }
        }
        let scores = counts.values.map { 2 * Double($0.hit) / Double($0.found + $0.all) }
        let macro = scores.reduce(0, +) / Double(scores.count)
        print("invalid: \(records.count) records, macro-F1 \(macro)")
        #expect(macro >= 0.95)
        #expect(flaggedControls <= 1)
    }
}
