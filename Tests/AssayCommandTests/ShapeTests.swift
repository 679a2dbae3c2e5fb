// Part of Assay. SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// Records of other tools are read as they are, a fixture for every layout.
struct ShapeTests {
    /// A record, the options it needs, the shape it is read as, and the label of each of its responses.
    struct Fixture: CustomTestStringConvertible, Sendable {
        let name: String
        let record: String
        var options: [String] = []
        let shape: String
        let labels: [String]
        /// Text that the first verdict line has to hold.
        var holds: String = ""

        var testDescription: String { name }
    }

    private static let noComma = #""instruction_id_list":["punctuation:no_comma"],"kwargs":[{}]"#

    static let fixtures: [Fixture] = [
        Fixture(
            name: "native",
            record: #"{"id":"a","prompt":"p","response":"one two","checks":[{"verifier":"words","min":2}]}"#,
            shape: "native", labels: ["pass"], holds: #"{"id":"a","line":1"#),
        Fixture(
            name: "native, messages and metadata",
            record:
                #"{"id":1,"messages":[{"role":"user","content":"p"}],"responses":["one two","one"],"checks":[{"verifier":"words","min":2}],"metadata":{"model":"m"}}"#,
            shape: "native", labels: ["pass", "fail"], holds: #""metadata":{"model":"m"}"#),
        Fixture(
            name: "native, a family for all checks",
            record:
                #"{"response":"one","family":"ifeval","checks":[{"verifier":"length_constraints:number_words","relation":"at least","num_words":1}]}"#,
            shape: "native", labels: ["pass"]),
        Fixture(
            name: "IFEval",
            record:
                #"{"key":1001,"prompt":"p","instruction_id_list":["length_constraints:number_words","punctuation:no_comma"],"kwargs":[{"relation":"at least","num_words":2,"keywords":null},{}],"response":"one, two"}"#,
            shape: "ifeval", labels: ["fail"], holds: #"{"id":1001,"line":1"#),
        Fixture(
            name: "IFBench",
            record:
                #"{"key":"1","prompt":"p","instruction_id_list":["format:no_whitespace"],"kwargs":[{"N":null}],"response":"onetwo"}"#,
            shape: "ifeval", labels: ["pass"]),
        Fixture(
            name: "one id in two catalogs, told by family",
            record:
                #"{"prompt":"p","family":"iftrain","instruction_id_list":["punctuation:no_comma"],"kwargs":[null],"response":"a"}"#,
            shape: "ifeval", labels: ["pass"]),
        Fixture(
            name: "M-IFEval",
            record:
                #"{"key":"es-1","prompt":"p","instruction_id_list":["es:punctuation:no_comma","fr:punctuation:no_comma"],"kwargs":[{},{}],"response":"hola, mundo"}"#,
            shape: "ifeval", labels: ["fail"]),
        Fixture(
            name: "MulDimIF, response beside",
            record:
                #"{"id":"m1","conversations":[{"role":"user","content":"p"}],"constraints":[["Length","Words","At most 3 words"],["Language","English","All uppercase"]],"constraint_pattern":"Listing","difficulty":"Level 2","response":"ONE TWO"}"#,
            shape: "muldimif", labels: ["pass"], holds: #""check":"muldimif:length_words""#),
        Fixture(
            name: "MulDimIF, response as the last turn",
            record:
                #"{"key":"m2","conversations":[{"role":"user","content":"p"},{"role":"assistant","content":"one two three four"}],"constraints":[["Length","Words","At most 3 words"]]}"#,
            shape: "muldimif", labels: ["fail"]),
        Fixture(
            name: "MulDimIF, a checker's own test",
            record:
                #"{"checker":"Length_Paragraphs","constraint":"Must be exactly 2 paragraphs","response":"P1\nP2","verdict":false}"#,
            shape: "muldimif", labels: ["fail"]),
        Fixture(
            name: "CoDI-Eval, length",
            record:
                #"{"instruction":"i","mode":"around","label":[18.0,22.0],"text":"Sure:\n\n1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18"}"#,
            shape: "codi-eval", labels: ["pass"]),
        Fixture(
            name: "CoDI-Eval, keywords",
            record:
                #"{"task":"keyword","instruction":"i","label":["car or bus","ticket"],"anti_label":"train","response":"Buses and tickets"}"#,
            shape: "codi-eval", labels: ["pass"]),
        Fixture(
            name: "CoDI-Eval, sentiment", record: #"{"instruction":"i","label":"joy","output":"x"}"#,
            shape: "codi-eval", labels: ["abstain"],
            holds: #""reason":"classifier","detail":"a classifier decides this task; none is built in""#),
        Fixture(
            name: "CoDI-Eval, two aspects",
            record: #"{"task":"multi","instruction":"i","label1":"music","label2":"joy","text":"x"}"#,
            shape: "codi-eval", labels: ["abstain"], holds: #""check":"codi:class","id":"label2""#),
        Fixture(
            name: "CoDI-Eval, toxicity",
            record: #"{"instruction":"i","context_id":0,"context":"c","text":"x"}"#,
            shape: "codi-eval", labels: ["abstain"], holds: #""check":"codi:toxicity""#),
        Fixture(
            name: "lm-eval",
            record:
                #"{"doc_id":3,"doc":{"key":1001,"prompt":"p",\#(noComma)},"target":"","arguments":{"gen_args_0":{"arg_0":"p"}},"resps":[["one, two"]],"filtered_resps":["one two"],"prompt_level_strict_acc":true}"#,
            shape: "lm-eval", labels: ["pass"], holds: #"{"id":1001,"line":1"#),
        Fixture(
            name: "lm-eval without a filter",
            record: #"{"doc_id":3,"doc":{"prompt":"p",\#(noComma)},"resps":[["one, two"],["one two"]]}"#,
            shape: "lm-eval", labels: ["fail", "pass"], holds: #"{"id":3,"line":1"#),
        Fixture(
            name: "open-instruct, a JSON value",
            record:
                #"{"messages":[{"role":"user","content":"p"},{"role":"assistant","content":"one two"}],"ground_truth":[{"instruction_id":["punctuation:no_comma"],"kwargs":[null]}]}"#,
            shape: "open-instruct", labels: ["pass"]),
        Fixture(
            name: "open-instruct, JSON in a text",
            record:
                #"{"messages":[{"role":"user","content":"p"}],"ground_truth":"[{\"instruction_id\": [\"punctuation:no_comma\"], \"kwargs\": [{}]}]","response":"one, two"}"#,
            shape: "open-instruct", labels: ["fail"]),
        Fixture(
            name: "open-instruct, a Python literal",
            record:
                #"{"id":"o","messages":[{"role":"user","content":"p"}],"ground_truth":"[{'instruction_id': ['punctuation:no_comma', 'length_constraints:number_words'], 'kwargs': [None, {'num_words': 2, 'relation': 'at least'}]}]","dataset":["ifeval"],"response":"it's two"}"#,
            shape: "open-instruct", labels: ["pass"]),
        Fixture(
            name: "completion as a text", record: #"{"prompt":"p",\#(noComma),"completion":"one two"}"#,
            shape: "ifeval", labels: ["pass"]),
        Fixture(
            name: "completion as messages",
            record:
                #"{"prompt":[{"role":"user","content":"p"}],\#(noComma),"completion":[{"role":"assistant","content":"one, two"}]}"#,
            shape: "ifeval", labels: ["fail"]),
        Fixture(
            name: "completions as lists of messages",
            record:
                #"{"prompt":"p",\#(noComma),"completions":[[{"role":"assistant","content":"one, two"}],[{"role":"assistant","content":[{"type":"text","text":"one "},{"type":"text","text":"two"}]}]]}"#,
            shape: "ifeval", labels: ["fail", "pass"]),
        Fixture(
            name: "responses", record: #"{"prompt":"p",\#(noComma),"responses":["a","a, b",{"content":"c"}]}"#,
            shape: "ifeval", labels: ["pass", "fail", "pass"], holds: #""response":0"#),
        Fixture(
            name: "--response-field, --id-field",
            record: #"{"name":"n7","prompt":"p",\#(noComma),"answer":{"final":"a, b"},"response":"a"}"#,
            options: ["--response-field", "answer.final", "--id-field", "name"], shape: "ifeval", labels: ["fail"],
            holds: #"{"id":"n7","line":1"#),
        Fixture(
            name: "--as", record: #"{"id":"x","checks":[],\#(noComma),"response":"a, b"}"#,
            options: ["--as", "ifeval"], shape: "ifeval", labels: ["fail"]),
        Fixture(
            name: "unknown fields with --check", record: #"{"response":"one two"}"#,
            options: ["--check", "words min=2"],
            shape: "native", labels: ["pass"]),
    ]

    @Test(arguments: fixtures)
    func isReadAsItIs(fixture: Fixture) throws {
        let result = try Tool.run(["verify", "-"] + fixture.options, input: Data((fixture.record + "\n").utf8))
        let lines = result.output.split(separator: "\n").map(String.init)
        #expect(result.messages.contains("standard input: read as \(fixture.shape)\n"), "\(result.messages)")
        #expect(result.status == 0, "\(result.messages)")
        try #require(lines.count == fixture.labels.count, "\(result.output)")
        for (line, label) in zip(lines, fixture.labels) {
            let first = line.range(of: #""label":""#).map { line[$0.upperBound...].prefix { $0 != "\"" } }
            #expect(first.map(String.init) == label, "\(line)")
        }
        #expect(fixture.holds.isEmpty || lines[0].contains(fixture.holds), "\(lines[0])")
    }

    /// A prompt under another name is what `--prompt-field` is for: the rule that copies the prompt sees it.
    @Test func promptField() throws {
        let record =
            #"{"question":"Say it.","response":"Say it. Yes.","instruction_id_list":["combination:repeat_prompt"],"kwargs":[{"prompt_to_repeat":"Say it."}]}"#
        let (lines, result) = try Tool.verify(record, ["--prompt-field", "question"])
        #expect(lines.first?.contains(#""label":"pass""#) == true)
        #expect(result.status == 0)
        let (missing, _) = try Tool.verify(record, ["--prompt-field", "nowhere"])
        #expect(missing.first?.contains(#"there is no field \"nowhere\"; it was given as the prompt's"#) == true)
    }

    /// A bad constraint is an error of its own, and the record's others are decided.
    @Test(arguments: [
        (#"["Length","Words"]"#, "record", "constraints[1]", "a constraint is a list of 2 values; three strings"),
        (#""At most 3 words""#, "record", "constraints[1]", "a constraint is a string; three strings"),
        (#"["Length",3,"At most 3 words"]"#, "record", "constraints[1]", "three strings"),
        (
            #"["Length","Wrods","At most 3 words"]"#, "verifier", "constraints[1]",
            #"the pair \"Length\", \"Wrods\" is not a pair of levels of MulDimIF"#
        ),
    ])
    func badConstraint(constraint: String, code: String, field: String, message: String) throws {
        let (lines, result) = try Tool.verify(
            #"{"id":"m","constraints":[["Length","Words","At most 3 words"],\#(constraint)],"response":"a b"}"#)
        let line = try #require(lines.first)
        #expect(line.contains(#"{"id":"m","line":1,"label":"error""#), "\(line)")
        #expect(line.contains(#"{"check":"muldimif:length_words","label":"pass""#), "\(line)")
        #expect(line.contains(#""code":"\#(code)","field":"\#(field)""#), "\(line)")
        #expect(line.contains(message), "\(line)")
        #expect(result.status == 2)
    }

    @Test(arguments: [
        (
            #"{"instruction":"i","label":[9,6],"text":"x"}"#,
            #""field":"label","message":"\"label\" is [9, 6]; the fewest words may not be above the most""#
        ),
        (
            #"{"instruction":"i","label":[9],"text":"x"}"#,
            #"\"label\" is a list of 1 values; the fewest and the most words are expected"#
        ),
        (
            #"{"task":"sentimint","instruction":"i","text":"x"}"#,
            #"\"task\" is \"sentimint\"; one of sentiment, topic, multi, length, keyword, detoxic is expected"#
        ),
        (
            #"{"task":"topic","instruction":"i","label":"spurts","text":"x"}"#,
            #"neither a sentiment nor a topic of CoDI-Eval; \"sports\" is the nearest"#
        ),
        (#"{"task":"length","instruction":"i","label":[1,2]}"#, "there is no response"),
    ])
    func badCoDIRecord(record: String, message: String) throws {
        let (lines, result) = try Tool.verify(record, ["--as", "codi-eval"])
        #expect(lines.first?.contains(message) == true, "\(lines)")
        #expect(result.status == 2)
    }
}
