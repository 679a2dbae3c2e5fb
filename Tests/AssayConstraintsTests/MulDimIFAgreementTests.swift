// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayConstraints
import AssayCore
import AssayText
import Foundation
import Testing

/// Agreement with verdicts of the reference checkers, where the data is beside the repository.
@Suite struct MulDimIFAgreementTests {
    static let noData: Comment = "../shared/data/muldimif is not there"

    /// Pairs of levels under which the scripts' own tests run.
    static let levels: [String: (String, String)] = [
        "Content_Keywords": ("Content", "Keywords"), "Content_Others": ("Content", "Identifiers"),
        "Content_Punctuation": ("Content", "Punctuation"), "Format_Json": ("Format", "Json"),
        "Format_Markdown": ("Format", "Markdown"), "Format_Others": ("Format", "XML"),
        "Format_Table": ("Format", "Table"), "Language_Chinese": ("Language", "Chinese"),
        "Language_English": ("Language", "English"), "Length_Paragraphs": ("Length", "Paragraphs"),
        "Length_Sentences": ("Length", "Sentences"), "Length_Words": ("Length", "Words"),
    ]

    /// NLTK's own sentence model where `NLTK_DATA` names it: the data was made with it.
    static let resources: TextResources =
        ProcessInfo.processInfo.environment["NLTK_DATA"]
        .flatMap { try? TextResources(nltk: NLTKData(folder: $0)) } ?? .builtIn

    static func label(_ first: String, _ second: String, _ sentence: String, _ text: Text) throws -> (Label, String) {
        let check = try MulDimIF.check(first: first, second: second, sentence: sentence)
        let rule = try MulDimIF.rule(for: check)
        return (rule.decide(RuleInput(response: text)).label, rule.described)
    }

    @Test(.enabled(if: MulDimIFTestData.isPresent, noData))
    func selfTests() throws {
        var wrong: [String] = []
        let records = try MulDimIFTestData.records(#require(MulDimIFTestData.path("selftests_dev.jsonl.gz")))
        for record in records {
            let checker = try #require(record["checker"]?.text)
            let (first, second) = try #require(Self.levels[checker])
            let sentence = try #require(record["constraint"]?.text)
            let response = try #require(record["response"]?.text)
            let expected: Label = try #require(record["verdict"]?.truth as Bool?) ? .pass : .fail
            let (label, described) = try Self.label(first, second, sentence, Text(response, resources: Self.resources))
            if label != expected {
                wrong.append(
                    "\(checker): \(sentence)\n  read as \(described); \(label), not \(expected)\n  \(response)")
            }
        }
        #expect(records.count == 474)
        #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(20).joined(separator: "\n"))")
    }

    @Test(.enabled(if: MulDimIFTestData.isPresent, noData))
    func golden() throws {
        var wrong: [String] = []
        var verdicts = 0
        for record in try MulDimIFTestData.records(#require(MulDimIFTestData.path("golden_dev.jsonl.gz"))) {
            let text = Text(try #require(record["response"]?.text), resources: Self.resources)
            let expected = try #require(record["verdict"]).list
            for (index, constraint) in try #require(record["constraints"]).list.enumerated() {
                verdicts += 1
                let first = try #require(constraint[0]?.text)
                let second = try #require(constraint[1]?.text)
                let sentence = try #require(constraint[2]?.text)
                let wanted: Label = try #require(expected[index].truth as Bool?) ? .pass : .fail
                let kind = try MulDimIF.canonicalClass(first: first, second: second)
                #expect(record["mapped"]?[index]?.text == kind.title)
                let (label, described) = try Self.label(first, second, sentence, text)
                if label != wanted {
                    let key = record["key"]?.text ?? ""
                    wrong.append(
                        "\(key) \(first)_\(second): \(sentence)\n  read as \(described); \(label), not \(wanted)")
                }
            }
        }
        #expect(verdicts == 6246)
        #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(40).joined(separator: "\n"))")
    }

    /// Every pair of levels in the test set is known.
    @Test(.enabled(if: MulDimIFTestData.isPresent, noData))
    func testSet() throws {
        var constraints = 0
        for record in try MulDimIFTestData.records(#require(MulDimIFTestData.path("test.jsonl.gz"))) {
            for constraint in try #require(record["constraints"]).list {
                constraints += 1
                let check = try MulDimIF.check(
                    first: #require(constraint[0]?.text), second: #require(constraint[1]?.text),
                    sentence: #require(constraint[2]?.text))
                _ = try MulDimIF.rule(for: check)
            }
        }
        #expect(constraints == 4180)
    }

    /// Cases from `scripts/differential/muldimif.py`, named by `ASSAY_DIFFERENTIAL_MULDIMIF`.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["ASSAY_DIFFERENTIAL_MULDIMIF"] != nil, "no cases are named"))
    func differential() throws {
        let path = try #require(ProcessInfo.processInfo.environment["ASSAY_DIFFERENTIAL_MULDIMIF"])
        var wrong: [String: [String]] = [:]
        var verdicts = 0
        var rules: [String: MulDimIFRule] = [:]
        for record in try MulDimIFTestData.records(path) {
            let text = Text(try #require(record["response"]?.text), resources: Self.resources)
            for judged in try #require(record["verdicts"]).list {
                let first = try #require(judged[0]?.text)
                let second = try #require(judged[1]?.text)
                let sentence = try #require(judged[2]?.text)
                let key = "\(first)_\(second)_\(sentence)"
                let rule: MulDimIFRule
                if let known = rules[key] {
                    rule = known
                } else {
                    rule = try MulDimIF.rule(for: MulDimIF.check(first: first, second: second, sentence: sentence))
                    rules[key] = rule
                }
                verdicts += 1
                // Null where the reference raised an error.
                let wanted: Label = judged[3]?.truth.map { $0 ? .pass : .fail } ?? .abstain
                let label = rule.decide(RuleInput(response: text)).label
                if label == wanted { continue }
                wrong["\(first)_\(second)", default: []].append(
                    "\(sentence)\n  read as \(rule.described); \(label), not \(wanted)\n  \(String(text.string.prefix(600)).debugDescription)"
                )
            }
        }
        print("differential: \(verdicts) verdicts, \(wrong.values.reduce(0) { $0 + $1.count }) differ")
        for (key, cases) in wrong.sorted(by: { $0.key < $1.key }) {
            print("\(key): \(cases.count)")
            for one in cases.prefix(4) { print("  " + one) }
        }
        #expect(wrong.isEmpty)
    }
}
