// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import AssayCore
import Testing

/// From a check's arguments to golds and options.
@Suite struct AnswerArgumentsTests {
    private static func options(_ object: JSONObject) throws -> AnswerOptions {
        try AnswerOptions(arguments: Arguments(object, parameters: AnswerRule.definition.parameters))
    }

    /// Every switch, directly and in `options`, sets what it says.
    @Test(
        arguments: [
            ("extract", "boxed", { @Sendable in $0.extract = .boxed }),
            ("type", "choice", { @Sendable in $0.type = "choice" }),
            ("rel_tol", 0.01, { @Sendable in $0.relativeTolerance = 0.01 }),
            ("abs_tol", 2, { @Sendable in $0.absoluteTolerance = 2 }),
            ("tolerance_for_integers", true, { @Sendable in $0.toleranceForIntegers = true }),
            ("rounding_as_stated", false, { @Sendable in $0.roundingAsStated = false }),
            ("rounding", 3, { @Sendable in $0.rounding = 3 }),
            ("precision", 6, { @Sendable in $0.precision = 6 }),
            ("percent_equals_fraction", false, { @Sendable in $0.percentEqualsFraction = false }),
            ("unit_conversion", false, { @Sendable in $0.unitConversion = false }),
            ("unit_required", true, { @Sendable in $0.unitRequired = true }),
            ("physical_constants", true, { @Sendable in $0.physicalConstants = true }),
            ("strict_latex", true, { @Sendable in $0.strictLatex = true }),
            ("ordered_lists", true, { @Sendable in $0.orderedLists = true }),
            ("lenient", true, { @Sendable in $0.lenient = true }),
            ("vector_orientation_free", true, { @Sendable in $0.vectorOrientationFree = true }),
            ("require_form", "factored", { @Sendable in $0.requireForm = .factored }),
            ("require_constant", false, { @Sendable in $0.requireConstant = false }),
            ("cross_base", true, { @Sendable in $0.crossBase = true }),
            ("check_invalid", false, { @Sendable in $0.checkInvalid = false }),
            ("junk_after_answer", "invalid", { @Sendable in $0.junkAfterAnswerIsInvalid = true }),
            ("salt", "s", { @Sendable in $0.salt = "s" }),
            ("preset", "rl", { @Sendable in $0.extract = .anchor }),
        ] as [(String, JSONValue, @Sendable (inout AnswerOptions) -> Void)])
    func switches(name: String, value: JSONValue, set: @Sendable (inout AnswerOptions) -> Void) throws {
        var expected = AnswerOptions()
        set(&expected)
        #expect(expected != AnswerOptions())
        #expect(try Self.options(["gold": "5", .init(name): value]) == expected)
        #expect(try Self.options(["gold": "5", "options": .object([name: value])]) == expected)
    }

    @Test func everySwitchIsTested() {
        #expect(AnswerOptions.parameters.count == 23)
    }

    @Test func aPresetGivesWayToSwitches() throws {
        var expected = AnswerOptions(preset: .science)
        expected.relativeTolerance = 0.5
        #expect(try Self.options(["gold": "5", "rel_tol": 0.5, "preset": "science"]) == expected)
        #expect(try Self.options(["gold": "5", "rel_tol": 0.5, "options": ["preset": "science"]]) == expected)
        expected.relativeTolerance = 0.25
        #expect(
            try Self.options(["gold": "5", "rel_tol": 0.5, "options": ["rel_tol": 0.25, "preset": "science"]])
                == expected)
    }

    @Test(
        arguments: [
            (["gold": "5", "presett": "rl"], #"there is no argument "presett"; "preset" is the nearest"#),
            (["gold": "5", "options": ["abstol": 1]], #"there is no argument "abstol"; "abs_tol" is the nearest"#),
            (["gold": "5", "rel_tol": -1], #""rel_tol" is -1; a number of 0 or more is expected"#),
            (
                ["gold": "5", "extract": "box"],
                #""extract" is "box"; one of "boxed", "anchor", "any", "whole" is expected"#
            ),
            (["gold": "5", "type": "date"], #""gold" is "5"; an answer of type date is expected"#),
            ([:], #""gold" is missing; a value is expected"#),
            (["gold": ["a": 1]], #""gold" is an object; an answer, or a list of answers is expected"#),
            (
                ["gold": "\u{0C}12"],
                #""gold" is a text with the control character \f; a backslash written twice in JSON ("\\frac") is expected"#
            ),
        ] as [(JSONObject, String)])
    func isAnErrorOfTheCheck(arguments: JSONObject, message: String) {
        let error = #expect(throws: CheckError.self) {
            try VerifierRegistry([.answers]).make(Check("answer", arguments))
        }
        #expect(error?.code == .argument)
        #expect(error?.message == message)
    }

    @Test(
        arguments: [
            ("5", ["5"]), (5, ["5"]), (true, ["true"]), (["a", 2], ["a", "2"]), ("['C']", ["C", "['C']"]),
            (#"["a b"]"#, ["a b", #"["a b"]"#]), ("['A', 'C']", ["A, C", "['A', 'C']"]), ("[1, 2]", ["[1, 2]"]),
            ("[0, 1)", ["[0, 1)"]), ("f'(x)", ["f'(x)"]), ("(x')", ["(x')"]),
            ("We add and get 2+3 = 5.\n#### 5", ["5"]),
            ("$\\boxed{5}$ in the end", ["$\\boxed{5}$ in the end"]),
            ("\\boxed{2}, \\boxed{3}", ["\\boxed{2}, \\boxed{3}"]),
            ("x = \\boxed{5}\\text{ cm}", ["x = \\boxed{5}\\text{ cm}"]),
        ] as [(JSONValue, [String])])
    func golds(value: JSONValue, golds: [String]) throws {
        #expect(try GoldAnswers.read(value) == golds)
    }

    @Test func aLiteralMayBeTheAnswer() throws {
        #expect(try GoldAnswers.read("['C']", keepsLiterals: true) == ["['C']"])
    }

    @Test(arguments: [
        ("\\boxed{a}", "a"), ("\\boxed {a}", "a"), ("\\fbox{a{b}c}", "a{b}c"), ("\\boxed{\\{1\\}}", "\\{1\\}"),
        ("\\boxed{1} \\boxed{2}", "2"), ("\\boxed{1", nil), ("\\boxed{}", nil), ("none", nil),
        ("\\boxed 4", nil),
    ])
    func lastBox(text: String, content: String?) {
        #expect(GoldAnswers.lastBox(text)?.content == content)
    }
}
