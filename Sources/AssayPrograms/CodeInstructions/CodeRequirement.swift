// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore

/// What a check demands of the way in which a program is written.
///
/// ## How it decides
/// 1. A program that does not parse fails, with the line.
/// 2. One with fewer functions than ``leastFunctions`` fails: an empty program breaks no rule.
/// 3. What has to be present is (``presence``).
/// 4. It fails where one of its rules is broken. Each place is evidence: the rule's code, line and column in the program, the
///    linter's sentence or the measured number, and the span in the response.
struct CodeRequirement: Hashable, Sendable {
    /// What is decided.
    enum Kind: Hashable, Sendable {
        /// No rule of ruff's is broken.
        case rules
        /// No function has more than so many of what a rule counts.
        case limit(RuffSettings.Limit, Int)
        /// Comments are so many percent of the lines of code.
        case comments(leastPercent: Int)
        /// Every public function has an example.
        case examples
    }

    /// What has to be there at all.
    enum Presence: Hashable, Sendable { case docstring, publicDefinition, publicFunction }

    /// What is decided.
    var kind = Kind.rules
    /// Rules of ruff's, by the settings they need.
    var rules: [RuffSettings: Set<String>] = [:]
    /// What has to be there at all.
    var presence: Presence?
    /// Functions that the program has at least.
    var leastFunctions = 1
    /// Whether names and parameters that the prompt gives are exempt.
    var excusesPrompt = false

    /// What has to be looked for.
    var demand: CodeDemand {
        var demand = CodeDemand(rules: rules)
        if leastFunctions > 0 || rules.isEmpty { demand.rules[functionSettings, default: []].insert(Self.counter.rule) }
        if presence == .docstring || presence == .publicDefinition { demand.facts.insert(.docstrings) }
        if case .comments = kind { demand.facts.insert(.comments) }
        if kind == .examples { demand.facts.insert(.examples) }
        return demand
    }

    /// Settings with which every function is told by the rule that measures its complexity.
    private var functionSettings: RuffSettings {
        rules.count == 1 ? rules.keys.first { $0.exactly == nil } ?? RuffSettings() : RuffSettings()
    }

    private static let counter = RuffSettings.Limit.complexity

    /// Decides.
    ///
    /// - Parameters:
    ///   - report: what was found in the program.
    ///   - map: places of the program in the response.
    ///   - signatures: what the prompt gives.
    /// - Returns: the verdict.
    /// - Throws: `CheckError` where Python's parser is older than the program.
    func decide(
        _ report: CodeReport, _ map: @autoclosure () -> ResponseCode.Map, _ signatures: PromptSignatures
    ) throws(CheckError) -> Verdict {
        if report.isTooMuch {
            return Verdict(.abstain, reason: .budget("the program is more than the linter can follow"))
        }
        if let syntax = report.syntax {
            let sentence = "does not parse, line \(syntax.line): \(syntax.message)"
            return Verdict(
                .fail, reason: Reason("syntax", sentence),
                evidence: [Evidence("program", found: .string(sentence), required: "Python", span: map().span(syntax))])
        }
        if leastFunctions > 0 {
            let found = report.violations[functionSettings, default: []].count { $0.rule == Self.counter.rule }
            if found < leastFunctions {
                return Verdict(
                    .fail, reason: Reason("no-function", "the program has \(found) functions"),
                    evidence: [.count("functions", found, required: "at least \(leastFunctions)")])
            }
        }
        let facts = try facts(report)
        if let facts, facts.isDeep {
            return Verdict(.abstain, reason: .budget("the program is nested deeper than Python's parser can follow"))
        }
        if let missing = missing(facts) {
            return Verdict(
                .fail, reason: Reason("missing", "there is no \(missing) to judge"),
                evidence: [.count(missing + "s", 0, required: "at least 1")])
        }
        switch kind {
        case .rules, .limit: return decideRules(report, map(), signatures)
        case .comments(let least): return CodeRequirement.decideComments(facts, least)
        case .examples: return CodeRequirement.decideExamples(facts, map())
        }
    }

    private func facts(_ report: CodeReport) throws(CheckError) -> ParsedFacts? {
        guard !demand.facts.isEmpty, let facts = report.facts else { return nil }
        guard let message = facts.syntaxMessage else { return facts }
        throw CheckError(
            .unavailable,
            "python3 does not know the program's syntax (line \(facts.syntaxLine): \(message)), which is newer; "
                + "install Python 3.13 or later")
    }

    private func missing(_ facts: ParsedFacts?) -> String? {
        guard let facts else { return nil }
        switch presence {
        case nil: return nil
        case .docstring: return facts.docstrings == 0 ? "docstring" : nil
        case .publicDefinition: return facts.publicDefinitions == 0 ? "public class or function" : nil
        case .publicFunction: return facts.functions == 0 ? "public function" : nil
        }
    }

    // MARK: - Rules

    private func decideRules(_ report: CodeReport, _ map: ResponseCode.Map, _ signatures: PromptSignatures) -> Verdict {
        var broken: [(violation: Violation, span: Span)] = []
        var highest = 0
        for (settings, selectors) in rules {
            for violation in report.violations[settings] ?? [] {
                guard selectors.contains(where: { $0 == "ALL" || violation.rule.hasPrefix($0) }) else { continue }
                if case .limit(_, let most) = kind, let measured = violation.measured {
                    highest = max(highest, measured)
                    guard measured > most else { continue }
                }
                let span = map.span(violation)
                if excusesPrompt, signatures.excuse(violation, map.text(span)) { continue }
                broken.append((violation, span))
            }
        }
        broken.sort {
            ($0.violation.line, $0.violation.column, $0.violation.rule)
                < ($1.violation.line, $1.violation.column, $1.violation.rule)
        }
        var evidence = broken.prefix(CodeRequirement.mostEvidence).map { describe($0.violation, $0.span, map) }
        if broken.count > evidence.count {
            evidence.append(.count("places in all", broken.count, required: "0"))
        }
        var measures = ["violations": Double(broken.count)]
        if case .limit(let limit, let most) = kind {
            measures["most"] = Double(highest)
            if broken.isEmpty { evidence = [.count(limit.noun, highest, required: "at most \(most)")] }
        }
        return Verdict(broken.isEmpty ? .pass : .fail, evidence: evidence, measures: measures)
    }

    /// Places that are told one by one.
    private static let mostEvidence = 20

    private func describe(_ violation: Violation, _ span: Span, _ map: ResponseCode.Map) -> Evidence {
        let place = "line \(violation.line), column \(violation.column)"
        if case .limit(let limit, let most) = kind, let measured = violation.measured {
            // The name of the function stands in the message or at the place.
            let name =
                violation.name ?? (map.text(span).utf8.allSatisfy(CodeExtractor.isNameByte) ? map.text(span) : nil)
            let of = name.map { " of \($0)" } ?? ""
            var evidence = Evidence.count(
                "\(violation.rule), \(place): \(limit.noun)\(of)", measured, required: "at most \(most)")
            evidence.span = span
            return evidence
        }
        return Evidence("\(violation.rule), \(place)", found: .string(violation.message), required: "none", span: span)
    }

    // MARK: - Facts

    private static func decideComments(_ facts: ParsedFacts?, _ least: Int) -> Verdict {
        let comments = facts?.commentLines ?? 0
        let lines = facts?.codeLines ?? 0
        let share = lines == 0 ? 0 : 100 * Double(comments) / Double(lines)
        let passes = 100 * comments >= least * lines && lines > 0
        return Verdict(
            passes ? .pass : .fail,
            evidence: [
                .count("lines with a comment", comments, required: "at least \(least) % of \(lines) lines of code")
            ], measures: ["percent": share])
    }

    private static func decideExamples(_ facts: ParsedFacts?, _ map: ResponseCode.Map) -> Verdict {
        let without = facts?.withoutExample ?? []
        let evidence = without.prefix(mostEvidence).map { place in
            let start = map.offset(line: place.line, column: place.column)
            return Evidence(
                "function \(place.name), line \(place.line)", found: .string(place.reason),
                required: "a line that begins with >>> and parses in its docstring", span: Span(start..<start))
        }
        return Verdict(
            without.isEmpty ? .pass : .fail, evidence: evidence,
            measures: ["functions": Double(facts?.functions ?? 0), "violations": Double(without.count)])
    }
}
