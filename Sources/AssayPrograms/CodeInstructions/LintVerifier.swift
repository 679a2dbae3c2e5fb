// Part of Assay. SPDX-License-Identifier: Apache-2.0

package import AssayCore

/// `lint`: ruff finds no violation of the rules that are given in the program of a response.
///
///     {"verifier":"lint","rules":["E501","PTH"],"line_length":100}
///
/// A rule is a code or the beginning of codes, as ruff names them. Settings that are not given are ruff's own; neither its
/// files of settings nor comments in the program (`# noqa`, `# isort: skip_file`) change anything.
package enum LintVerifier {
    /// `lint`.
    static let id: VerifierID = "lint"

    /// What the check accepts.
    package static let parameters: [Parameter] =
        [
            .required("rules", .strings, "codes of rules, or beginnings of codes: E501, PTH"),
            .optional("line_length", .integer(1...320), "columns; 88"),
            .optional("quotes", .choice(["double", "single"]), "quotes of texts; double"),
            .optional("convention", .choice(["google", "numpy", "pep257"]), "convention of docstrings; none"),
        ]
        + limits.map { entry in
            .optional(entry.name, .integer(0...1000), "\(entry.limit.noun) of a function at most; \(entry.standard)")
        } + [.optional("functions", .integer(0...1000), "functions that the program has at least; 0")]

    /// Limits by the names of the arguments, and ruff's own.
    static let limits: [(name: String, limit: RuffSettings.Limit, standard: Int)] = [
        ("max_complexity", .complexity, 10), ("max_returns", .returns, 6), ("max_branches", .branches, 12),
        ("max_args", .arguments, 5), ("max_statements", .statements, 50), ("max_nesting", .nesting, 5),
    ]

    /// Its definition.
    package static let definition = VerifierDefinition(
        id, "the program in the response breaks none of the given rules of ruff", parameters, isDeterministic: false,
        isBatched: true
    ) { arguments, _ throws(CheckError) in try arguments.lint() }
}

extension Arguments {
    /// Reads the arguments of `lint`.
    func lint() throws(CheckError) -> CodeInstructionVerifier {
        let selectors = Set(try strings("rules"))
        guard !selectors.isEmpty else {
            throw .argument("rules", found: "empty", expected: "at least one rule of ruff's")
        }
        var settings = RuffSettings()
        settings.lineLength = integer(ifGiven: "line_length") ?? RuffSettings.standardLineLength
        settings.quotes = string(ifGiven: "quotes").flatMap(RuffSettings.Quotes.init) ?? .double
        settings.convention = string(ifGiven: "convention").flatMap(RuffSettings.Convention.init)
        for (name, limit, standard) in LintVerifier.limits {
            settings.limits[limit] = integer(ifGiven: name) ?? standard
        }
        var requirement = CodeRequirement()
        requirement.leastFunctions = integer(ifGiven: "functions") ?? 0
        var groups: [Bool: Set<String>] = [:]
        for selector in selectors { groups[try RuffRules.isPreview(selector), default: []].insert(selector) }
        for (isPreview, rules) in groups {
            var settings = settings
            settings.isPreview = isPreview
            settings.exactly = rules.sorted()
            requirement.rules[settings] = rules
        }
        return CodeInstructionVerifier(requirement)
    }
}
