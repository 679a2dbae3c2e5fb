// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayConstraints
import AssayCore
import AssayText
import Testing

/// CoDI-Eval's lengths and keywords, as the reference decides them and as they were meant.
struct CoDIEvalTests {
    private func label(
        _ response: String, _ check: Check, _ conformance: Conformance = .reference
    ) throws -> Label {
        let rule = try VerifierRegistry.standard.make(check, in: RuleContext(conformance: conformance))
        return rule.decide(RuleInput(response: Text(response))).label
    }

    private func length(_ low: String, _ high: String) -> Check {
        Check(
            "codi:length",
            ["low": .number(JSONNumber(lexeme: low)), "high": .number(JSONNumber(lexeme: high))], catalog: "codi-eval")
    }

    private func keyword(_ label: [String], _ avoided: String? = nil) -> Check {
        var arguments: JSONObject = ["label": .array(label.map { .string($0) })]
        if let avoided { arguments["anti_label"] = .string(avoided) }
        return Check("codi:keyword", arguments, catalog: "codi-eval")
    }

    @Test(arguments: [
        ("Sure:\n\none two three", "3", "3", Label.pass, Label.pass),
        ("Sure:\none two three", "3", "3", .pass, .pass),
        ("Note: one two three", "4", "4", .pass, .pass),
        ("Sure:\r\none two three", "4", "4", .pass, .pass),
        ("one two\nthree:\nfour", "1", "1", .pass, .fail),
        ("one two\nthree:\nfour", "4", "4", .fail, .pass),
        ("\n\nSure:\nfour", "1", "1", .pass, .pass),
        ("", "1", "12", .fail, .fail),
        ("", "0", "12", .pass, .pass),
        ("a:\n", "0", "0", .pass, .pass),
        ("one\u{A0}two\u{3000}three", "3", "3", .pass, .pass),
        ("a b c", "2.5", "3.5", .pass, .pass),
        ("a b c", "3.0", "3.0", .pass, .pass),
        ("a b c", "3.5", "4.5", .fail, .fail),
    ])
    func lengths(response: String, low: String, high: String, reference: Label, corrected: Label) throws {
        #expect(try label(response, length(low, high)) == reference)
        #expect(try label(response, length(low, high), .corrected) == corrected)
    }

    @Test func tenThousandIsNoLimitWhereCorrected() throws {
        let long = String(repeating: "a ", count: 10_001)
        #expect(try label(long, length("8", "10000")) == .fail)
        #expect(try label(long, length("8", "10000"), .corrected) == .pass)
        #expect(try label(long, length("8", "9999"), .corrected) == .fail)
    }

    @Test(arguments: [
        ("She walked, balancing two poles.", ["balance", "pole", "walk"], nil, Label.pass, Label.pass),
        ("She walked, balancing.", ["balance", "pole", "walk"], nil, .fail, .fail),
        ("The dog returns a stick", ["dog or pooch", "return", "stick"], "come back", .pass, .pass),
        ("The dog comes with a stick and returns", ["dog or pooch", "return", "stick"], "come back", .fail, .pass),
        ("The dog came back and returned a stick", ["dog or pooch", "return", "stick"], "come back", .fail, .fail),
        ("A pooch returning sticks", ["dog or pooch", "return", "stick"], "come back", .pass, .pass),
        // Without a word to avoid, the reference looks for the word "dog or pooch".
        ("A dog", ["dog or pooch"], nil, .fail, .pass),
        // It knows two alternatives only.
        ("A hound", ["dog or pooch or hound"], "cat", .fail, .pass),
        // Of a hyphenated word it sees the part before the hyphen.
        ("A well-known lamp", ["know"], nil, .fail, .pass),
        ("A well-known lamp", ["well"], nil, .pass, .pass),
        ("A well-known lamp", ["well-known"], nil, .pass, .pass),
        ("A well of water", ["well-known"], nil, .pass, .fail),
        ("Ice melts. Cream stays.", ["ice cream"], nil, .pass, .fail),
        ("Ice creams melt", ["ice cream"], nil, .pass, .pass),
        ("Here is: \nlamp:\nriver", ["lamp"], nil, .fail, .pass),
        ("LAMPS!", ["Lamp"], nil, .pass, .pass),
        ("ÉTÉ", ["été"], nil, .pass, .pass),
        ("", ["lamp"], nil, .fail, .fail),
    ])
    func keywords(
        response: String, words: [String], avoided: String?, reference: Label, corrected: Label
    ) throws {
        #expect(try label(response, keyword(words, avoided)) == reference)
        #expect(try label(response, keyword(words, avoided), .corrected) == corrected)
    }

    @Test func keywordEvidenceNamesWhatIsMissingAndWhereTheRestStands() throws {
        let rule = try VerifierRegistry.standard.make(keyword(["walk", "leash"]))
        let evidence = rule.decide(RuleInput(response: Text("A dog walks."))).evidence
        #expect(evidence.first?.sentence == "keyword \"leash\": \"missing\", in any inflection required")
        #expect(evidence.last?.span?.bytes == 6..<11)
    }

    @Test(arguments: [
        (Check("codi:length", ["low": 9, "high": 6]), "\"low\" is 9, above \"high\" 6; 6 or less is expected"),
        (Check("codi:length", ["low": -1, "high": 6]), "\"low\" is -1"),
        (Check("codi:length", ["low": 1]), "\"high\" is missing"),
        (Check("codi:keyword", ["label": []]), "\"label\" is an empty list; a list of words is expected"),
        (Check("codi:keyword", ["label": ["?!"]]), "\"label\" is \"?!\"; a word"),
        (
            Check("codi:class", ["label": "angr"]),
            "neither a sentiment nor a topic of CoDI-Eval; \"anger\" is the nearest"
        ),
    ])
    func badArguments(check: Check, message: String) {
        let error = #expect(throws: CheckError.self) { try VerifierRegistry.standard.make(check) }
        #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
        #expect(error?.code == .argument)
    }

    @Test(arguments: [Check("codi:class", ["label": "joy"]), Check("codi:toxicity")])
    func classifiersAreMissing(check: Check) throws {
        let verdict = try VerifierRegistry.standard.make(check).decide(RuleInput(response: Text("x")))
        #expect(verdict.label == .abstain)
        #expect(verdict.score == nil)
        #expect(verdict.reason == Reason("classifier", "a classifier decides this task; none is built in"))
    }
}
