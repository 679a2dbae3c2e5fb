// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

extension Catalog {
    /// Assay's own rules: few words that go together, each with bounds where there is something to count.
    public static let assay = Catalog(
        name: Catalog.native, title: "Assay", reference: "", version: "1", hasLooseProtocol: false,
        hasPartialCredit: true,
        definitions: Native.counts + Native.words + Native.texts + Native.formats)
}

extension [Parameter] {
    /// The parameters that ``Arguments/bound()`` reads.
    static let bound: [Parameter] = [
        .optional("min", .count, "at least so many"), .optional("max", .count, "at most so many"),
        .optional("exactly", .count, "exactly so many"),
    ]
}

extension Arguments {
    /// The bound that is given, or another where none is.
    func bound(default bound: Bound) throws(CheckError) -> Bound {
        has("min") || has("max") || has("exactly") ? try self.bound() : bound
    }
}

/// The definitions of ``Catalog/assay`` by group.
enum Native {
    static let counts: [VerifierDefinition] = [
        VerifierDefinition(
            "words", "the number of words lies within bounds",
            [.optional("unit", .choice(WordCount.Unit.allCases.map(\.rawValue)), "what counts as a word")] + .bound
        ) { arguments, _ throws(CheckError) in
            let unit = arguments.string(ifGiven: "unit").flatMap(WordCount.Unit.init) ?? .spaced
            return WordCount(try arguments.bound(), unit: unit)
        },
        VerifierDefinition(
            "unique-words", "the number of different words lies within bounds; else none stands twice", .bound
        ) {
            arguments, _ throws(CheckError) in
            UniqueWords(
                arguments.has("min") || arguments.has("max") || arguments.has("exactly") ? try arguments.bound() : nil)
        },
        VerifierDefinition("sentences", "the number of sentences lies within bounds", .bound) {
            arguments, _ throws(CheckError) in SentenceCount(try arguments.bound())
        },
        VerifierDefinition(
            "paragraphs", "the number of paragraphs lies within bounds",
            [.optional("separator", .choice(["blank", "ruler"]), "blank lines, or lines of ***")] + .bound
        ) { arguments, _ throws(CheckError) in
            let separator = arguments.string(ifGiven: "separator").flatMap(ParagraphCount.Separator.init) ?? .blank
            return ParagraphCount(try arguments.bound(), separator: separator)
        },
        VerifierDefinition(
            "characters", "the number of characters lies within bounds",
            [.optional("visible", .bool, "white space is not counted")] + .bound
        ) { arguments, _ throws(CheckError) in
            let isVisible = arguments.bool(ifGiven: "visible") ?? false
            return UnitCount(isVisible ? .visibleCharacters : .characters, try arguments.bound())
        },
        unit("lines", "the number of lines that are not blank lies within bounds", .lines),
        unit("digits", "the number of digits lies within bounds", .digits),
        unit("numbers", "the number of runs of digits lies within bounds", .numbers),
        unit("emoji", "the number of emoji lies within bounds", .emoji),
        unit("numbered", "the number of numbered items lies within bounds", .numbered),
        unit("headings", "the number of markdown headings lies within bounds", .headings),
        VerifierDefinition(
            "letters", "the number of letters, or of one letter, lies within bounds",
            [.optional("letter", .string, "the letter or sign")] + .bound
        ) { arguments, _ throws(CheckError) in
            guard let letter = arguments.string(ifGiven: "letter") else { return LetterCount(try arguments.bound()) }
            return try LetterCount(letter, try arguments.bound())
        },
        VerifierDefinition("capital-words", "the number of words in capitals lies within bounds", .bound) {
            arguments, _ throws(CheckError) in CapitalWords(try arguments.bound())
        },
        VerifierDefinition("lowercase-words", "the number of words of the letters a to z lies within bounds", .bound) {
            arguments, _ throws(CheckError) in LowercaseWords(try arguments.bound())
        },
        VerifierDefinition("bullets", "the number of bullet points lies within bounds", .bound) {
            arguments, _ throws(CheckError) in BulletCount(try arguments.bound())
        },
        VerifierDefinition("placeholders", "the number of placeholders in square brackets lies within bounds", .bound) {
            arguments, _ throws(CheckError) in PlaceholderCount(try arguments.bound())
        },
        VerifierDefinition("highlights", "the number of parts in markdown emphasis lies within bounds", .bound) {
            arguments, _ throws(CheckError) in HighlightCount(try arguments.bound())
        },
        VerifierDefinition(
            "sections", "the number of sections marked by a word and a number lies within bounds",
            [.required("marker", .text, "the word")] + .bound
        ) { arguments, _ throws(CheckError) in
            try SectionCount(try arguments.string("marker"), try arguments.bound())
        },
    ]

    private static func unit(_ id: VerifierID, _ summary: String, _ unit: UnitCount.Unit) -> VerifierDefinition {
        VerifierDefinition(id, summary, .bound) { arguments, _ throws(CheckError) in
            UnitCount(unit, try arguments.bound())
        }
    }

    static let words: [VerifierDefinition] = [
        VerifierDefinition(
            "keyword", "keywords stand in the response as often as asked",
            [
                .required("keyword", .texts, "one or several"),
                .optional(
                    "quantity", .choice(KeywordRule.Quantity.allCases.map(\.rawValue)), "all, any or none of them"),
                .optional("whole-word", .bool, "not inside longer words; true where not given"),
                .optional("ignore-case", .bool, "true where not given"),
            ] + .bound
        ) { arguments, _ throws(CheckError) in
            let keywords = try IFEval.keywords(arguments, "keyword") { source throws(CheckError) in
                guard !source.isEmpty else { throw .argument("keyword", found: "empty", expected: "a word") }
                return try Keyword(
                    source, ignoresCase: arguments.bool(ifGiven: "ignore-case") ?? true,
                    edges: arguments.bool(ifGiven: "whole-word") ?? true ? .wholeWord : .anywhere)
            }
            let quantity = arguments.string(ifGiven: "quantity").flatMap(KeywordRule.Quantity.init) ?? .all
            return KeywordRule(keywords, quantity, bound: try arguments.bound(default: Bound(minimum: 1)))
        },
        VerifierDefinition(
            "pattern", "a regular expression matches as often as asked",
            [
                .required("pattern", .string, "in Python's syntax"), .optional("ignore-case", .bool),
                .optional("multiline", .bool, "^ and $ at lines"), .optional("dot-all", .bool, ". is also a line feed"),
            ] + .bound
        ) { arguments, _ throws(CheckError) in
            var flags: Pattern.Flags = []
            if arguments.bool(ifGiven: "ignore-case") == true { flags.insert(.ignoreCase) }
            if arguments.bool(ifGiven: "multiline") == true { flags.insert(.multiline) }
            if arguments.bool(ifGiven: "dot-all") == true { flags.insert(.dotAll) }
            return PatternCount(
                try Pattern.compiled(try IFEval.text(arguments, "pattern"), flags: flags, argument: "pattern"),
                try arguments.bound(default: Bound(minimum: 1)))
        },
        edgeWord("first-word", "the first word is a given one", .first),
        edgeWord("last-word", "the last word is a given one", .last),
        VerifierDefinition(
            "paragraph-first-word", "so many paragraphs, and the n-th begins with a word",
            [.required("paragraphs", .positive), .required("nth", .positive), .required("word", .text)]
        ) { arguments, _ throws(CheckError) in
            try ParagraphFirstWord(
                paragraphs: try arguments.integer("paragraphs"), nth: try arguments.integer("nth"),
                word: try arguments.string("word"))
        },
        VerifierDefinition(
            "word-position", "a word is the m-th of the n-th sentence",
            [.required("word", .text), .required("sentence", .positive), .required("position", .positive)]
        ) { arguments, _ throws(CheckError) in
            try WordPosition(
                try arguments.string("word"), sentence: try arguments.integer("sentence"),
                position: try arguments.integer("position"))
        },
        VerifierDefinition("palindrome", "a palindrome stands in the response", [.optional("length", .positive)]) {
            arguments, _ throws(CheckError) in Palindrome(minimumLength: arguments.integer(ifGiven: "length") ?? 3)
        },
        VerifierDefinition("same-edges", "the response begins and ends with the same word") {
            _, _ throws(CheckError) in SameEdges()
        },
        VerifierDefinition(
            "language", "the response is written in a language", [.required("language", .string, "its code")]
        ) {
            arguments, _ throws(CheckError) in try LanguageRule(try arguments.string("language"))
        },
        VerifierDefinition(
            "case", "the whole response is in one case",
            [.required("case", .choice(CaseRule.Style.allCases.map(\.rawValue)))]
        ) { arguments, _ throws(CheckError) in
            let style = try arguments.string("case")
            guard let style = CaseRule.Style(rawValue: style) else {
                throw .argument("case", found: "\"\(style)\"", expected: "\"upper\", \"lower\" or \"title\"")
            }
            return CaseRule(style)
        },
    ]

    private static func edgeWord(_ id: VerifierID, _ summary: String, _ edge: EdgeWord.Edge) -> VerifierDefinition {
        let units = ["response", "sentences", "paragraphs", "lines"]
        return VerifierDefinition(
            id, summary,
            [.required("word", .text), .optional("of", .choice(units), "of the response, or of each of its parts")]
        ) { arguments, _ throws(CheckError) in
            let unit = arguments.string(ifGiven: "of").flatMap(EdgeWord.Unit.init) ?? .response
            return try EdgeWord(try arguments.string("word"), edge, of: unit)
        }
    }
}
