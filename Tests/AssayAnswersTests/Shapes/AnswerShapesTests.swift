// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import AssayCore
import Testing

/// What each layout of answers is read as: the question, the gold, the responses.
@Suite struct AnswerShapesTests {
    /// A record and what it holds.
    struct Row: CustomTestStringConvertible, Sendable {
        let name: String
        let record: String
        var fields = FieldNames()
        let shape: String
        var question: String? = "q"
        let gold: JSONValue
        var responses = ["r"]
        var arguments: JSONObject = [:]
        var id: String?
        var metadata: JSONObject = [:]

        var testDescription: String { name }
    }

    static let rows: [Row] = [
        Row(
            name: "columns", record: #"{"id":7,"question":"q","gold":"5","response":"r"}"#, shape: "gold", gold: "5",
            id: "7"),
        Row(
            name: "labelled answers",
            record:
                #"{"id":"a","type":"units","gold":"1 km","response_or_answer":"r","form":"answer","expected":true,"options":{"unit_conversion":true}}"#,
            shape: "gold", question: nil, gold: "1 km",
            arguments: ["extract": "whole", "options": ["unit_conversion": true]], id: "a",
            metadata: ["expected": true, "type": "units"]),
        Row(
            name: "several golds, a number, metadata",
            record: #"{"prompt":"q","gold":["5",5.0],"answer":"r","metadata":{"model":"m"},"model":"n"}"#,
            shape: "gold", gold: ["5", .number(JSONNumber(lexeme: "5.0"))], metadata: ["model": "m"]),
        Row(
            name: "columns of other names",
            record: #"{"task":{"q":"q"},"reference":"5","out":"r","o":{"rel_tol":0.1},"n":"x","gold":"6"}"#,
            fields: FieldNames(response: "out", prompt: "task.q", id: "n", gold: "reference", options: "o"),
            shape: "gold", gold: "5", arguments: ["options": ["rel_tol": 0.1]], id: "x"),
        Row(
            name: "a choice's options as a list",
            record: #"{"question":"q","gold":"B","options":["1 m","12 m"],"response":"r"}"#, shape: "gold", gold: "B",
            arguments: ["question": "q\nA. 1 m\nB. 12 m"]),
        Row(
            name: "a choice's options with labels",
            record: #"{"question":"q","gold":"2","choices":{"text":["x","y"],"label":["1","2"]},"response":"r"}"#,
            shape: "gold", gold: "2", arguments: ["question": "q\n1. x\n2. y"]),
        Row(
            name: "GSM8K", record: #"{"question":"q","answer":"2+3=<<2+3=5>>5\n#### 1,005\n","response":"r"}"#,
            shape: "gsm8k", gold: "1,005"),
        Row(
            name: "GSM8K, the response under another name",
            record: #"{"question":"q","answer":" #### 5","6b":{"solution":"r"}}"#,
            fields: FieldNames(response: "6b.solution"), shape: "gsm8k", gold: "5"),
        Row(
            name: "MATH",
            record:
                #"{"problem":"q","level":"Level 5","type":"Algebra","solution":"So \\boxed{1}, then \\fbox{\\frac{1}{2}}.","response":"r"}"#,
            shape: "math", gold: "\\frac{1}{2}", metadata: ["type": "Algebra", "level": "Level 5"]),
        Row(
            name: "MATH-500",
            record:
                #"{"problem":"q","solution":"no box","answer":"\\frac12","unique_id":"test/1","subject":"Algebra","level":2,"output":"r"}"#,
            shape: "math", gold: "\\frac12", id: "test/1",
            metadata: ["level": .number(JSONNumber(lexeme: "2")), "subject": "Algebra"]),
        Row(
            name: "several generations", record: #"{"problem":"q","answer":"5","generations":["r","s"]}"#,
            shape: "math", gold: "5", responses: ["r", "s"]),
        Row(
            name: "verl's rows",
            record:
                #"{"data_source":"openai/gsm8k","prompt":[{"role":"user","content":"q"}],"ability":"math","reward_model":{"style":"rule","ground_truth":"72"},"extra_info":{"split":"train","index":3},"responses":["r"]}"#,
            shape: "verl", gold: "72", id: "3", metadata: ["data_source": "openai/gsm8k"]),
        Row(
            name: "verl's arguments",
            record:
                #"{"data_source":"math","solution_str":"r","ground_truth":"72","extra_info":{"index":0,"question":"q"}}"#,
            shape: "verl", gold: "72", id: "0", metadata: ["data_source": "math"]),
        Row(
            name: "verl's rollouts", record: #"{"input":"q","output":"r","gts":"72","score":1.0,"step":1}"#,
            shape: "verl", gold: "72"),
        Row(
            name: "verl's targets",
            record: #"{"prompt":"q","response":"r","reward_model":{"ground_truth":{"target":["a","b"]}}}"#,
            shape: "verl", gold: ["a", "b"]),
        Row(
            name: "TRL, texts", record: #"{"prompt":"q","completions":["r","s"],"solution":"5"}"#, shape: "trl",
            gold: "5", responses: ["r", "s"]),
        Row(
            name: "TRL, messages",
            record:
                #"{"prompt":[{"role":"system","content":"x"},{"role":"user","content":"q"}],"completion":[{"role":"assistant","content":"r"}],"answer":5}"#,
            shape: "trl", gold: .number(JSONNumber(lexeme: "5"))),
        Row(
            name: "lm-eval, gsm8k",
            record:
                #"{"doc_id":0,"doc":{"question":"q","answer":"so\n#### 18"},"target":"so\n#### 18","resps":[["r"]],"filtered_resps":["[invalid]"],"filter":"strict-match","exact_match":0.0}"#,
            shape: "lm-eval-math", gold: "18", id: "0"),
        Row(
            name: "lm-eval, minerva_math",
            record:
                #"{"doc_id":1,"doc":{"problem":"q","level":"Level 1","solution":"\\boxed{2}","answer":"2"},"target":"2","resps":[["r","s"]],"filtered_resps":["r"]}"#,
            shape: "lm-eval-math", gold: "2", responses: ["r", "s"], id: "1"),
        Row(
            name: "lm-eval without resps",
            record: #"{"doc_id":1,"doc":{"problem":"q","answer":"2"},"target":"2","filtered_resps":["r"]}"#,
            shape: "lm-eval-math", gold: "2", id: "1"),
    ]

    private static let registry = VerifierRegistry([.answers])
    private static let shapes = ShapeRegistry([NativeShape()]).merging(AnswerShapes.all)

    private static func compiler() -> CheckCompiler { CheckCompiler(registry: registry, context: RuleContext()) }

    @Test(arguments: rows)
    func isReadAsItIs(row: Row) throws {
        let document = try JSONDocument(Array(row.record.utf8))
        let shape = row.fields.gold == nil ? try #require(Self.shapes.recognise(document.root)) : GoldShape()
        #expect(shape.name == row.shape)
        let record = try shape.read(document.root, fields: row.fields, compiler: Self.compiler(), part: .whole)
        #expect(record.sample.prompt == row.question)
        #expect(record.sample.responses.map(\.text) == row.responses)
        #expect(record.sample.id == row.id)
        #expect(record.sample.metadata == row.metadata)
        try #require(record.checks.count == 1)
        var arguments = record.checks[0].check.arguments
        #expect(arguments["gold"] == row.gold)
        arguments["gold"] = nil
        #expect(arguments == row.arguments)
        if case .failure(let error) = record.checks[0].rule { Issue.record(error) }
    }

    /// Each half of a record, as `--data` reads it.
    @Test(arguments: rows)
    func isReadInTwoHalves(row: Row) throws {
        let document = try JSONDocument(Array(row.record.utf8))
        let shape = row.fields.gold == nil ? try #require(Self.shapes.recognise(document.root)) : GoldShape()
        let data = try shape.read(document.root, fields: row.fields, compiler: Self.compiler(), part: .checks)
        #expect(data.checks.count == 1)
        #expect(data.sample.responses.isEmpty)
        let answer = try shape.read(document.root, fields: row.fields, compiler: Self.compiler(), part: .responses)
        #expect(answer.checks.isEmpty)
        #expect(answer.sample.prompt == data.sample.prompt)
        #expect(answer.sample.responses.map(\.text) == row.responses)
    }

    /// What is somebody else's, or tells too little.
    @Test(arguments: [
        #"{"prompt":"p","answer":"one two"}"#, #"{"question":"q","answer":"one two"}"#, #"{"problem":"p"}"#,
        #"{"data_source":"x","prompt":"p"}"#, #"{"completion":"c"}"#, #"{"doc":{"prompt":"p"},"resps":[["r"]]}"#,
        #"{"output":"o"}"#, #"{"problem":"p","solution":"no box"}"#,
    ])
    func isNotRecognised(record: String) throws {
        #expect(Self.shapes.recognise(try JSONDocument(Array(record.utf8)).root) == nil)
    }

    @Test func checksOfTheRecordComeFirst() throws {
        let record = #"{"gold":"5","response":"r","checks":["answer"]}"#
        #expect(Self.shapes.recognise(try JSONDocument(Array(record.utf8)).root)?.name == "native")
    }

    /// A gold that is none is an error that names the record's field, never a zero.
    @Test(arguments: [
        (#"{"gold":"","response":"r"}"#, "gold", #""gold" is empty; an answer is expected"#),
        (#"{"gold":null,"response":"r"}"#, "gold", #""gold" is null; an answer, or a list of answers is expected"#),
        (
            #"{"gold":[],"response":"r"}"#, "gold",
            #""gold" is an empty array; an answer, or a list of answers is expected"#
        ),
        (#"{"gold":["5",""],"response":"r"}"#, "gold[1]", #""gold[1]" is empty; an answer is expected"#),
        (
            #"{"reward_model":{"ground_truth":" "},"response":"r"}"#, "reward_model.ground_truth",
            #""reward_model.ground_truth" is blank; an answer is expected"#
        ),
        (
            #"{"gold":"5","options":{"rel_tool":1},"response":"r"}"#, "options.rel_tool",
            #"there is no argument "rel_tool"; "rel_tol" is the nearest"#
        ),
    ])
    func badGold(record: String, field: String, message: String) throws {
        let root = try JSONDocument(Array(record.utf8)).root
        let shape = try #require(Self.shapes.recognise(root))
        let read = try shape.read(root, fields: FieldNames(), compiler: Self.compiler(), part: .whole)
        let error = #expect(throws: CheckError.self) { try read.checks.first?.rule.get() }
        let located = error.map { ResultWriter.located($0, check: 0, read) }
        #expect(located?.field == field)
        #expect(located?.message == message)
    }

    @Test func namedGoldThatIsMissing() throws {
        let root = try JSONDocument(Array(#"{"gold":"5","response":"r"}"#.utf8)).root
        let error = #expect(throws: CheckError.self) {
            try GoldShape().read(root, fields: FieldNames(gold: "target"), compiler: Self.compiler(), part: .whole)
        }
        #expect(error?.message == #"there is no field "target"; it was given as the gold's"#)
    }
}
