// Part of Assay. SPDX-License-Identifier: Apache-2.0

package import AssayCore

/// One of VeriCode's thirty verifiable instructions about the way in which code is written.
///
/// - Source: Zhong et al., "Vibe Checker: Aligning Code Evaluation with Human Preference", 2025, arXiv:2510.07315. The paper
///   names five of the thirty rules and the number in each category; the others are Assay's choice by its criteria.
package struct CodeInstruction: Sendable {
    /// Categories of the paper.
    package enum Category: String, Sendable, CaseIterable { case style, logic, documentation, error, library }

    /// The category.
    package let category: Category
    /// Its name: the id is `vericode:` and this.
    package let slug: String
    /// What it demands, in a line.
    package let summary: String
    /// Its parameters.
    package let parameters: [Parameter]
    /// The rules of ruff's behind it, as they stand in tables; nil where Assay decides by itself.
    package let ruff: String?
    /// Reads the arguments.
    let make: @Sendable (Arguments) throws(CheckError) -> CodeInstructionVerifier

    /// The id.
    package var id: VerifierID { VerifierID(CodeInstruction.prefix + slug) }

    /// What stands before the name in an id.
    static let prefix = "vericode:"

    /// The definition.
    var definition: VerifierDefinition {
        VerifierDefinition(id, summary, parameters, isDeterministic: false, isBatched: true) {
            arguments, _ throws(CheckError) in try make(arguments)
        }
    }

    // MARK: - Kinds

    private init(
        _ category: Category, _ slug: String, _ summary: String, _ parameters: [Parameter] = [], ruff: String?,
        make: @escaping @Sendable (Arguments) throws(CheckError) -> CodeInstructionVerifier
    ) {
        self.category = category
        self.slug = slug
        self.summary = summary
        self.parameters = parameters
        self.ruff = ruff
        self.make = make
    }

    /// Rules that must not be broken.
    private static func rules(
        _ category: Category, _ slug: String, _ summary: String, _ rules: [String],
        presence: CodeRequirement.Presence? = nil, excusesPrompt: Bool = false
    ) -> CodeInstruction {
        let requirement = CodeRequirement(
            rules: [RuffSettings(): Set(rules)], presence: presence, excusesPrompt: excusesPrompt)
        return CodeInstruction(category, slug, summary, ruff: rules.joined(separator: ", ")) { _ in
            CodeInstructionVerifier(requirement)
        }
    }

    /// A rule that counts.
    private static func limit(
        _ slug: String, _ summary: String, _ limit: RuffSettings.Limit, _ range: ClosedRange<Int>,
        default standard: Int,
        excusesPrompt: Bool = false
    ) -> CodeInstruction {
        let parameter = Parameter.optional("max", .integer(range), "at most so many \(limit.noun); \(standard)")
        return CodeInstruction(.logic, slug, summary, [parameter], ruff: limit.rule) { arguments in
            let settings = RuffSettings(isPreview: limit == .nesting)
            return CodeInstructionVerifier(
                CodeRequirement(
                    kind: .limit(limit, arguments.integer(ifGiven: "max") ?? standard),
                    rules: [settings: [limit.rule]], excusesPrompt: excusesPrompt))
        }
    }

    // MARK: - The thirty

    /// All thirty, in the paper's order of categories.
    package static let all: [CodeInstruction] = style + logic + documentation + others

    private static let style: [CodeInstruction] = [
        CodeInstruction(
            .style, "quotes", "texts stand between quotes of one kind, unless the other saves escapes",
            [.optional("kind", .choice(["double", "single"]), "double unless given")], ruff: "Q000"
        ) { arguments in
            let quotes = arguments.string(ifGiven: "kind").flatMap(RuffSettings.Quotes.init) ?? .double
            return CodeInstructionVerifier(CodeRequirement(rules: [RuffSettings(quotes: quotes): ["Q000"]]))
        },
        rules(
            .style, "naming", "classes are named in CapWords; functions, parameters and variables in lower case",
            ["N801", "N802", "N803", "N806"], excusesPrompt: true),
        CodeInstruction(
            .style, "line_length", "no line is longer than so many columns; wide characters take two",
            [.optional("line_length", .integer(1...320), "columns; 79")], ruff: "E501"
        ) { arguments in
            let columns = arguments.integer(ifGiven: "line_length") ?? 79
            return CodeInstructionVerifier(CodeRequirement(rules: [RuffSettings(lineLength: columns): ["E501"]]))
        },
        rules(.style, "import_order", "imports are sorted, in sections with a blank line between them", ["I001"]),
        rules(
            .style, "trailing_comma", "calls, literals and signatures over several lines end with a comma", ["COM812"]),
        rules(.style, "fstrings_only", "texts are formatted by f-strings, not by % or format", ["UP031", "UP032"]),
        rules(
            .style, "type_annotations", "all parameters and results have types",
            ["ANN001", "ANN201", "ANN202", "ANN204", "ANN205", "ANN206"]),
        rules(
            .style, "modern_types", "types are written as list[int] and X | None",
            ["UP006", "UP007", "UP035", "UP045"]),
        rules(.style, "no_commented_code", "no comment is code", ["ERA001"]),
    ]

    private static let logic: [CodeInstruction] = [
        limit("complexity", "functions have a low cyclomatic complexity", .complexity, 3...10, default: 5),
        limit("max_returns", "functions have few return statements", .returns, 1...4, default: 2),
        limit("max_branches", "functions have few branches", .branches, 2...4, default: 3),
        limit("max_args", "functions have few parameters", .arguments, 3...6, default: 4, excusesPrompt: true),
        limit("max_statements", "functions have few statements", .statements, 10...30, default: 20),
        limit("max_nesting", "blocks are not nested deeply", .nesting, 2...4, default: 3),
        rules(
            .logic, "comprehension", "comprehensions stand for loops and calls that they can replace",
            ["C4", "PERF401"]),
        rules(.logic, "no_magic_values", "no comparison with a number that has no name", ["PLR2004"]),
        rules(
            .logic, "no_else_after_return", "no else after return, raise, continue or break",
            ["RET505", "RET506", "RET507", "RET508"]),
    ]

    private static let documentation: [CodeInstruction] = [
        rules(.documentation, "module_docstring", "the module has a docstring", ["D100"]),
        rules(
            .documentation, "all_docstrings", "all public classes, methods and functions have docstrings",
            ["D101", "D102", "D103", "D107"], presence: .publicDefinition),
        CodeInstruction(
            .documentation, "convention", "docstrings follow a convention",
            [.optional("convention", .choice(["google", "numpy", "pep257"]), "google unless given")], ruff: "D2, D3, D4"
        ) { arguments in
            let convention = arguments.string(ifGiven: "convention").flatMap(RuffSettings.Convention.init) ?? .google
            return CodeInstructionVerifier(
                CodeRequirement(
                    rules: [RuffSettings(convention: convention): ["D2", "D3", "D4"]], presence: .docstring))
        },
        CodeInstruction(
            .documentation, "comment_density", "lines with comments are a share of the lines of code",
            [.optional("min_percent", .integer(1...100), "at least so many; 10")], ruff: nil
        ) { arguments in
            let least = arguments.integer(ifGiven: "min_percent") ?? 10
            return CodeInstructionVerifier(CodeRequirement(kind: .comments(leastPercent: least)))
        },
        CodeInstruction(
            .documentation, "explain_after_code", "a JSON object with exactly some keys follows the code",
            [.optional("keys", .strings, "the keys; explanation unless given")], ruff: nil
        ) { (arguments) throws(CheckError) in
            let keys = arguments.strings(ifGiven: "keys") ?? ["explanation"]
            guard !keys.isEmpty, Set(keys).count == keys.count else {
                throw .argument("keys", found: "empty or has one twice", expected: "a list of different keys")
            }
            return CodeInstructionVerifier(explanation: keys)
        },
        CodeInstruction(
            .documentation, "example_in_docstring", "the docstrings of public functions hold an example after >>>",
            ruff: nil
        ) { _ in CodeInstructionVerifier(CodeRequirement(kind: .examples, presence: .publicFunction)) },
    ]

    private static let others: [CodeInstruction] = [
        rules(.error, "no_bare_except", "handlers name what they catch", ["E722", "BLE001"]),
        rules(.error, "raise_from", "raise inside a handler says from what", ["B904"]),
        rules(.error, "oserror_alias", "OSError is named as such", ["UP024"]),
        rules(
            .error, "exception_message_var", "messages of exceptions are assigned first",
            ["EM101", "EM102", "EM103", "TRY003"]),
        rules(.library, "pathlib", "files are handled by pathlib", ["PTH1", "PTH2"]),
        rules(.library, "no_print", "nothing is printed", ["T201", "T203"]),
    ]
}
