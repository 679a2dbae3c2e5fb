// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore

extension Native {
    static let texts: [VerifierDefinition] = [
        VerifierDefinition(
            "starts-with", "the response begins with a text",
            [.required("text", .text), .optional("ignore-case", .bool)]
        ) { arguments, _ throws(CheckError) in
            StartsWith(
                try IFEval.text(arguments, "text"), ignoresCase: arguments.bool(ifGiven: "ignore-case") ?? true)
        },
        VerifierDefinition(
            "ends-with", "the response ends with a text", [.required("text", .text), .optional("ignore-case", .bool)]
        ) { arguments, _ throws(CheckError) in
            EndsWith(try IFEval.text(arguments, "text"), ignoresCase: arguments.bool(ifGiven: "ignore-case") ?? true)
        },
        VerifierDefinition(
            "contains", "texts stand in the response, literally",
            [.required("text", .strings, "one or several")] + .bound
        ) { arguments, _ throws(CheckError) in
            let texts = try arguments.strings("text")
            return try Contains(texts, bound: try arguments.bound(default: Bound(minimum: texts.count)))
        },
        VerifierDefinition(
            "absent", "none of the texts stands in the response", [.required("text", .strings, "one or several")]
        ) { arguments, _ throws(CheckError) in try Absent(try arguments.strings("text")) },
        VerifierDefinition(
            "equals", "the response is a text", [.required("text", .string), .optional("ignore-case", .bool)]
        ) { arguments, _ throws(CheckError) in
            try Copies(try arguments.string("text"), ignoresCase: arguments.bool(ifGiven: "ignore-case") ?? false)
        },
        VerifierDefinition(
            "copies", "the response is a text so many times, with a separator between",
            [
                .required("text", .string), .required("count", .positive), .optional("separator", .string),
                .optional("ignore-case", .bool),
            ]
        ) { arguments, _ throws(CheckError) in
            try Copies(
                try IFEval.text(arguments, "text"), count: try arguments.integer("count"),
                separator: arguments.string(ifGiven: "separator") ?? "******",
                ignoresCase: arguments.bool(ifGiven: "ignore-case") ?? true)
        },
        VerifierDefinition(
            "responses", "several different answers with a separator between",
            [.optional("separator", .string, "****** where not given")] + .bound
        ) { arguments, _ throws(CheckError) in
            try SeparatedResponses(
                try arguments.bound(default: .exactly(2)), separator: arguments.string(ifGiven: "separator") ?? "******"
            )
        },
        VerifierDefinition(
            "repeated-phrase", "a phrase stands so many times, each time with one inner word replaced",
            [.required("phrase", .text), .required("count", .positive)]
        ) { arguments, _ throws(CheckError) in
            try RepeatedPhrase(try arguments.string("phrase"), count: try arguments.integer("count"))
        },
        VerifierDefinition(
            "option", "exactly one of several fixed answers stands in the response", [.required("options", .strings)]
        ) { arguments, _ throws(CheckError) in try OptionChoice(try arguments.strings("options")) },
    ]

    static let formats: [VerifierDefinition] = [
        VerifierDefinition("title", "a title in double angular brackets") { _, _ throws(CheckError) in Title() },
        VerifierDefinition("postscript", "a postscript that begins with a marker", [.optional("marker", .text)]) {
            arguments, _ throws(CheckError) in try Postscript(arguments.string(ifGiven: "marker") ?? "P.S.")
        },
        VerifierDefinition(
            "quoted", "the whole response stands between two marks",
            [.optional("opening", .text), .optional("closing", .text)]
        ) { arguments, _ throws(CheckError) in
            let opening = arguments.string(ifGiven: "opening") ?? "\""
            return Quoted(opening, arguments.string(ifGiven: "closing") ?? opening)
        },
        VerifierDefinition(
            "wrapped-words", "every group of so many words stands between two marks",
            [.required("opening", .text), .required("closing", .text), .optional("words", .positive)]
        ) { arguments, _ throws(CheckError) in
            WrappedWords(
                try arguments.string("opening"), try arguments.string("closing"),
                words: arguments.integer(ifGiven: "words") ?? 1)
        },
        VerifierDefinition("hyphenated-sentences", "sentences joined by hyphens, without spaces") {
            _, _ throws(CheckError) in HyphenatedSentences()
        },
        VerifierDefinition("adjacent-initials", "no word begins with the letter after that of the word before") {
            _, _ throws(CheckError) in AdjacentInitials()
        },
        VerifierDefinition(
            "composition", "so many paragraphs of so many sentences of so many words",
            [.required("paragraphs", .positive), .required("sentences", .positive), .required("words", .positive)]
        ) { arguments, _ throws(CheckError) in
            Composition(
                paragraphs: try arguments.integer("paragraphs"), sentences: try arguments.integer("sentences"),
                words: try arguments.integer("words"))
        },
        VerifierDefinition(
            "json", "the whole response is JSON: an object or an array, with given keys",
            [
                .optional("keys", .strings, "keys that the object has to have"),
                .optional("any-value", .bool, "a bare value is enough"),
            ]
        ) { arguments, _ throws(CheckError) in
            JSONFormat(
                needsContainer: !(arguments.bool(ifGiven: "any-value") ?? false),
                keys: arguments.strings(ifGiven: "keys") ?? [])
        },
        VerifierDefinition(
            "csv", "the whole response is a table of values parted by a delimiter",
            [.optional("columns", .positive), .optional("delimiter", .string)] + .bound
        ) { arguments, _ throws(CheckError) in
            try CSVFormat(
                columns: arguments.integer(ifGiven: "columns"), rows: try arguments.bound(default: Bound(minimum: 1)),
                delimiter: arguments.string(ifGiven: "delimiter") ?? ",")
        },
        VerifierDefinition(
            "table", "a markdown table of the wanted size", [.optional("columns", .positive)] + .bound
        ) { arguments, _ throws(CheckError) in
            TableFormat(
                columns: arguments.integer(ifGiven: "columns"), rows: try arguments.bound(default: Bound(minimum: 1)))
        },
    ]
}
