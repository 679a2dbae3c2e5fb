// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

extension Catalog {
    /// The instructions of M-IFEval in English (25), Spanish (30), French (30) and Japanese (33), with the prefixes `en:`,
    /// `es:`, `fr:` and `ja:`.
    ///
    /// - Source: Dussolle et al., "M-IFEval: Multilingual Instruction-Following Evaluation", 2025, arXiv:2502.04688.
    public static let mifeval = Catalog(
        name: "m-ifeval", title: "M-IFEval", reference: "shisa-ai/M-IFEval@06f08ff3", version: "1",
        hasLooseProtocol: true,
        definitions: MIFEval.english + MIFEval.spanish + MIFEval.french + MIFEval.japanese)
}

/// The definitions of ``Catalog/mifeval`` by language.
enum MIFEval {
    /// The words of a language for the two ways in which IFEval compares counts.
    struct Relations: Sendable {
        /// "less than".
        let lessThan: String
        /// "at least".
        let atLeast: String

        var words: [String] { [lessThan, atLeast] }
    }

    /// All of IFEval's instructions.
    static let english: [VerifierDefinition] = Catalog.ifeval.definitions.map { inherit($0, "en", nil, []) }

    /// Instructions that are IFEval's own, with the relation in words of the language.
    ///
    /// - Parameters:
    ///   - ids: IFEval's ids.
    ///   - language: the prefix of the ids made from them.
    ///   - relations: the words for the relation; nil where the instructions take none.
    ///   - extra: parameters that the reference takes but does not look at.
    /// - Returns: The definitions, in the order of the ids.
    static func inherited(
        _ ids: [String], _ language: String, _ relations: Relations? = nil, extra: [Parameter] = []
    ) -> [VerifierDefinition] {
        ids.compactMap { id in
            Catalog.ifeval.definitions.first { $0.id.name == id }.map { inherit($0, language, relations, extra) }
        }
    }

    private static func inherit(
        _ source: VerifierDefinition, _ language: String, _ relations: Relations?, _ extra: [Parameter]
    ) -> VerifierDefinition {
        let english = ["less than", "at least"]
        let parameters = source.parameters.map { parameter in
            guard let relations, parameter.kind == .choice(english) else { return parameter }
            var translated = parameter
            translated.kind = .choice(relations.words)
            return translated
        }
        return VerifierDefinition(
            VerifierID("\(language):\(source.id.name)"), source.summary, parameters + extra,
            approximation: source.approximation
        ) { arguments, context throws(CheckError) in
            var members: [(String, JSONValue)] = []
            for parameter in source.parameters {
                guard var value = arguments.value(parameter.name) else { continue }
                if let relations, parameter.kind == .choice(english), case .string(let word) = value {
                    value = .string(word == relations.lessThan ? "less than" : "at least")
                }
                members.append((parameter.name, value))
            }
            return try source.make(Arguments(JSONObject(members), parameters: source.parameters), context)
        }
    }

    /// The bound that a number and a relation give.
    static func bound(
        _ arguments: Arguments, _ number: String, relation name: String = "relation", _ relations: Relations
    ) throws(CheckError) -> Bound {
        let relation = try arguments.string(name)
        let count = try arguments.integer(number)
        guard let bound = Bound(relation: relation, count, lessThan: relations.lessThan, atLeast: relations.atLeast)
        else {
            throw .argument(
                name, found: "\"\(relation)\"", expected: Parameter.Kind.choice(relations.words).described)
        }
        return bound
    }

    /// The verdict that asks for a language, and how the reference treats a text whose language cannot be told.
    static func isLanguage(_ language: String, _ found: String?, _ context: RuleContext) -> Bool {
        found == language || (found == nil && context.conformance == .reference)
    }
}
