// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

extension Catalog {
    /// The 25 instructions of IFEval.
    ///
    /// - Source: Zhou et al., "Instruction-Following Evaluation for Large Language Models", 2023, arXiv:2311.07911.
    public static let ifeval = Catalog(
        name: "ifeval", title: "IFEval", reference: "google-research/instruction_following_eval", version: "1",
        hasLooseProtocol: true,
        definitions: IFEval.keywords + IFEval.lengths + IFEval.content + IFEval.formats + IFEval.cases)
}

/// The definitions of ``Catalog/ifeval`` by group, and what other catalogs of the family share with them.
enum IFEval {
    /// The parameter that says how a count is compared.
    static func relation(_ name: String = "relation") -> Parameter {
        .required(name, .choice(["less than", "at least"]), "how the count is compared")
    }

    /// The bound that a relation and a number give.
    static func bound(
        _ arguments: Arguments, _ number: String, relation name: String = "relation"
    ) throws(CheckError) -> Bound {
        let relation = try arguments.string(name)
        guard
            let bound = Bound(
                relation: relation, try arguments.integer(number), lessThan: "less than", atLeast: "at least")
        else { throw .argument(name, found: "\"\(relation)\"", expected: "\"less than\" or \"at least\"") }
        return bound
    }

    /// A keyword as the reference checker takes it, a regular expression found anywhere, or as it is meant, a word.
    static func keyword(
        _ source: String, _ context: RuleContext, argument: String, strips: Bool = true
    ) throws(CheckError) -> Keyword {
        let bytes = Array(source.utf8)
        let core = UnicodeText.strippedRange(of: bytes, in: 0..<bytes.count)
        guard !core.isEmpty else {
            throw .argument(argument, found: source.isEmpty ? "empty" : "blank", expected: "a word")
        }
        let isReference = context.conformance == .reference
        let text = strips || !isReference ? String(decoding: bytes[core], as: UTF8.self) : source
        return try Keyword(
            text, edges: isReference ? .anywhere : .wholeWord, isPattern: isReference, argument: argument)
    }

    /// A list of keywords that is not empty.
    static func keywords(
        _ arguments: Arguments, _ name: String, _ make: (String) throws(CheckError) -> Keyword
    ) throws(CheckError) -> [Keyword] {
        let sources = try arguments.strings(name)
        guard !sources.isEmpty else { throw .argument(name, found: "an empty array", expected: "at least one word") }
        var keywords: [Keyword] = []
        for source in sources { keywords.append(try make(source)) }
        return keywords
    }

    static let keywords: [VerifierDefinition] = [
        VerifierDefinition(
            "keywords:existence", "all keywords stand in the response", [.required("keywords", .texts)]
        ) { arguments, context throws(CheckError) in
            KeywordRule(
                try keywords(arguments, "keywords") { source throws(CheckError) in
                    try keyword(source, context, argument: "keywords", strips: false)
                })
        },
        VerifierDefinition(
            "keywords:frequency", "a keyword stands in the response as often as asked",
            [.required("keyword", .text), .required("frequency", .count), relation()]
        ) { arguments, context throws(CheckError) in
            KeywordRule(
                [try keyword(try arguments.string("keyword"), context, argument: "keyword")],
                bound: try bound(arguments, "frequency"))
        },
        VerifierDefinition(
            "keywords:forbidden_words", "none of the words stands in the response",
            [.required("forbidden_words", .texts)]
        ) { arguments, context throws(CheckError) in
            let isReference = context.conformance == .reference
            return KeywordRule(
                try keywords(arguments, "forbidden_words") { source throws(CheckError) in
                    guard !source.isEmpty else {
                        throw .argument("forbidden_words", found: "empty", expected: "a word")
                    }
                    return try Keyword(
                        source, edges: isReference ? .boundary : .wholeWord, isPattern: isReference,
                        argument: "forbidden_words")
                }, .none)
        },
        VerifierDefinition(
            "keywords:letter_frequency", "a letter stands in the response as often as asked",
            [.required("letter", .string), .required("let_frequency", .count), relation("let_relation")]
        ) { arguments, _ throws(CheckError) in try letterFrequency(arguments) },
    ]

    static func letterFrequency(_ arguments: Arguments) throws(CheckError) -> LetterCount {
        try LetterCount(
            try arguments.string("letter"), try bound(arguments, "let_frequency", relation: "let_relation"))
    }

    static let lengths: [VerifierDefinition] = [
        VerifierDefinition(
            "length_constraints:number_sentences", "as many sentences as asked",
            [.required("num_sentences", .count), relation()]
        ) { arguments, _ throws(CheckError) in SentenceCount(try bound(arguments, "num_sentences"), countsAlways: false)
        },
        VerifierDefinition(
            "length_constraints:number_paragraphs", "exactly so many paragraphs, parted by ***",
            [.required("num_paragraphs", .count)]
        ) { arguments, context throws(CheckError) in
            paragraphs(try arguments.integer("num_paragraphs"), context)
        },
        VerifierDefinition(
            "length_constraints:number_words", "as many words as asked",
            [.required("num_words", .count), relation()]
        ) { arguments, context throws(CheckError) in
            WordCount(
                try bound(arguments, "num_words"), unit: context.conformance == .reference ? .runs : .spaced)
        },
        VerifierDefinition(
            "length_constraints:nth_paragraph_first_word",
            "exactly so many paragraphs, parted by two line feeds, and one of them begins with a word",
            [
                .required("num_paragraphs", .count), .required("nth_paragraph", .positive),
                .required("first_word", .text),
            ]
        ) { arguments, context throws(CheckError) in
            try ParagraphFirstWord(
                paragraphs: try arguments.integer("num_paragraphs"), nth: try arguments.integer("nth_paragraph"),
                word: try arguments.string("first_word"), isLiteral: context.conformance == .reference,
                argument: "nth_paragraph")
        },
    ]

    /// Exactly so many paragraphs, parted by `***`.
    static func paragraphs(_ count: Int, _ context: RuleContext) -> ParagraphCount {
        let isReference = context.conformance == .reference
        return ParagraphCount(
            .exactly(count), separator: isReference ? .divider : .ruler, failsInnerBlank: isReference)
    }
}
