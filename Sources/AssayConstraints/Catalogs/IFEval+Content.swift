// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayText

extension IFEval {
    static let content: [VerifierDefinition] = [
        VerifierDefinition(
            "language:response_language", "the whole response is in one language",
            [.required("language", .string)]
        ) { arguments, context throws(CheckError) in
            try LanguageRule(
                try arguments.string("language"), passesUnknown: context.conformance == .reference)
        },
        VerifierDefinition(
            "detectable_content:number_placeholders", "at least so many placeholders in square brackets",
            [.required("num_placeholders", .count)]
        ) { arguments, _ throws(CheckError) in
            PlaceholderCount(Bound(minimum: try arguments.integer("num_placeholders")))
        },
        VerifierDefinition(
            "detectable_content:postscript", "a postscript that begins with a marker",
            [.required("postscript_marker", .text)]
        ) { arguments, context throws(CheckError) in
            try postscript(try arguments.string("postscript_marker"), context)
        },
        VerifierDefinition(
            "combination:two_responses", "two different responses, parted by ******"
        ) { _, _ throws(CheckError) in try SeparatedResponses(.exactly(2)) },
        VerifierDefinition(
            "combination:repeat_prompt", "the response begins with a text, in any case",
            [.required("prompt_to_repeat", .text)]
        ) { arguments, _ throws(CheckError) in
            StartsWith(try text(arguments, "prompt_to_repeat"))
        },
        VerifierDefinition(
            "startend:end_checker", "the response ends with a phrase, in any case",
            [.required("end_phrase", .text)]
        ) { arguments, _ throws(CheckError) in
            EndsWith(try arguments.string("end_phrase"), ignoresQuotes: true)
        },
        VerifierDefinition(
            "startend:quotation", "the whole response stands in double quotation marks"
        ) { _, _ throws(CheckError) in Quoted() },
        VerifierDefinition(
            "punctuation:no_comma", "no comma"
        ) { _, context throws(CheckError) in
            try Absent(context.conformance == .reference ? [","] : [",", "，", "、", "،", "﹐", "､"], name: "comma")
        },
    ]

    /// A text that is not empty.
    static func text(_ arguments: Arguments, _ name: String) throws(CheckError) -> String {
        let text = try arguments.string(name)
        guard !text.isEmpty else { throw .argument(name, found: "empty", expected: "a text") }
        return text
    }

    private static func postscript(_ marker: String, _ context: RuleContext) throws(CheckError) -> any Rule {
        let rule = try Postscript(
            marker, isAnywhere: context.conformance == .reference, argument: "postscript_marker")
        guard context.conformance == .reference, rule.marker != "P.S.", rule.marker != "P.P.S" else { return rule }
        let lowered = UnicodeText.lowercased(Array(rule.marker.utf8))
        guard Keyword.hasPatternSigns(lowered) else { return rule }
        let source = #"\s*"# + String(decoding: lowered, as: UTF8.self) + ".*$"
        let pattern = try Pattern.compiled(
            source, flags: .multiline, argument: "postscript_marker", shown: rule.marker)
        return PatternCount(pattern, Bound(minimum: 1), name: "postscripts", lowercases: true)
    }
}
