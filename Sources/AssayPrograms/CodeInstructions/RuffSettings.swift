// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// How ruff is set for a look at some files: all that changes what it finds, and nothing of the host's.
///
/// Limits are set to the least, so that ruff tells the measured number of every function ("Too many branches (4 > 0)"), and
/// one look serves any limit that is asked for. Where that would change more than the number, the setting stands here and
/// costs a look of its own.
struct RuffSettings: Hashable, Sendable {
    /// Columns of the longest line that is allowed.
    ///
    /// A link is exempt where it begins before them, so that the measured
    /// length of a line does not tell what another limit would say of it.
    var lineLength = RuffSettings.standardLineLength
    /// The quotes of texts.
    var quotes = Quotes.double
    /// The convention of docstrings; nil for none.
    var convention: Convention?
    /// Limits that are given, by ruff's name for them; the others are 0.
    var limits: [Limit: Int] = [:]
    /// Whether rules are looked for that ruff has only in preview, and those alone.
    var isPreview = false
    /// Rules that have to be looked for without others beside them, since some rules switch each other off; nil where any
    /// may join.
    var exactly: [String]?

    /// ruff's own; other rules than the one on lines look at it, too: of imports and formatted texts.
    static let standardLineLength = 88

    /// Quotes of texts.
    enum Quotes: String, Sendable, CaseIterable { case double, single }
    /// Conventions of docstrings.
    enum Convention: String, Sendable, CaseIterable { case google, numpy, pep257 }

    /// Rules that count something in each function.
    enum Limit: String, Sendable, CaseIterable {
        case complexity = "max-complexity"
        case returns = "max-returns"
        case branches = "max-branches"
        case arguments = "max-args"
        case statements = "max-statements"
        case nesting = "max-nested-blocks"

        /// The rule.
        var rule: String {
            switch self {
            case .complexity: "C901"
            case .returns: "PLR0911"
            case .branches: "PLR0912"
            case .arguments: "PLR0913"
            case .statements: "PLR0915"
            case .nesting: "PLR1702"
            }
        }

        /// What is counted, for people.
        var noun: String {
            switch self {
            case .complexity: "paths (McCabe)"
            case .returns: "returns"
            case .branches: "branches"
            case .arguments: "arguments"
            case .statements: "statements"
            case .nesting: "nested blocks"
            }
        }

        /// The limit that counts for a rule.
        init?(rule: String) {
            guard let limit = Limit.allCases.first(where: { $0.rule == rule }) else { return nil }
            self = limit
        }
    }

    /// The settings as a file of ruff's.
    func file(selecting selectors: [String]) -> String {
        var text = """
            target-version = "\(RuffTool.language)"
            line-length = \(lineLength)
            exclude = []
            respect-gitignore = false

            """
        if isPreview { text += "preview = true\n" }
        let list = selectors.map { "\"\($0)\"" }.joined(separator: ", ")
        text += "[lint]\nselect = [\(list)]\nunfixable = [\"ALL\"]\n"
        // Preview also changes what other rules find; only what is named joins.
        if isPreview { text += "explicit-preview-rules = true\n" }
        text += "[lint.flake8-quotes]\ninline-quotes = \"\(quotes.rawValue)\"\n"
        if let convention { text += "[lint.pydocstyle]\nconvention = \"\(convention.rawValue)\"\n" }
        text += "[lint.mccabe]\n\(line(.complexity))[lint.pylint]\n"
        return text + Limit.allCases.filter { $0 != .complexity }.map(line).joined()
    }

    private func line(_ limit: Limit) -> String { "\(limit.rawValue) = \(limits[limit] ?? 0)\n" }
}

/// What has to be looked for in a program.
struct CodeDemand: Hashable, Sendable {
    /// Rules by the settings that they need.
    var rules: [RuffSettings: Set<String>] = [:]
    /// What only Python's own parser tells.
    var facts: CodeFacts = []

    /// All of this and of another.
    mutating func formUnion(_ other: CodeDemand) {
        rules.merge(other.rules) { $0.union($1) }
        facts.formUnion(other.facts)
    }

    /// Whether all of another is in this.
    func covers(_ other: CodeDemand) -> Bool {
        facts.isSuperset(of: other.facts)
            && other.rules.allSatisfy { settings, rules in self.rules[settings]?.isSuperset(of: rules) ?? false }
    }
}

/// Kinds of facts from Python's own parser.
struct CodeFacts: OptionSet, Hashable, Sendable {
    let rawValue: Int
    /// Docstrings and public definitions.
    static let docstrings = CodeFacts(rawValue: 1)
    /// Lines of comments and of code.
    static let comments = CodeFacts(rawValue: 2)
    /// Examples in docstrings.
    static let examples = CodeFacts(rawValue: 4)
}
