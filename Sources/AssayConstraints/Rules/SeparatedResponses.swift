// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when the response holds several different answers with a separator between them.
///
///     {"verifier": "responses", "separator": "******", "exactly": 2}
///
/// ## How it decides
/// 1. The response is cut at the separator. A blank part is left out where it is the first or the last, and fails the
///    response anywhere else.
/// 2. The number of the others has to lie within the bound, and no two may be the same, white space around them left
///    out.
///
/// - Source: Zhou et al., arXiv:2311.07911, `combination:two_responses`.
public struct SeparatedResponses: Rule {
    /// What stands between answers.
    public let separator: String
    /// The bound on the number of answers.
    public let bound: Bound
    private let bytes: [UInt8]

    /// Creates the rule.
    ///
    /// - Throws: `CheckError` for an empty separator.
    public init(_ bound: Bound, separator: String = "******", argument: String = "separator") throws(CheckError) {
        guard !separator.isEmpty else { throw .argument(argument, found: "empty", expected: "a text") }
        self.separator = separator
        self.bound = bound
        bytes = Array(separator.utf8)
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        let parts = text.split(by: bytes)
        var answers: [Range<Int>] = []
        var innerBlank: Range<Int>?
        for index in parts.indices {
            let core = text.strip(parts[index])
            if !core.isEmpty {
                answers.append(core)
            } else if index != 0, index != parts.count - 1 {
                innerBlank = innerBlank ?? parts[index]
            }
        }
        var twin: Range<Int>?
        if innerBlank == nil, bound.contains(answers.count) {
            if answers.count == 2 {
                if text.bytes[answers[0]] == text.bytes[answers[1]] { twin = answers[1] }
            } else {
                var seen: Set<ArraySlice<UInt8>> = []
                for answer in answers where twin == nil {
                    if !seen.insert(text.bytes[answer]).inserted { twin = answer }
                }
            }
        }
        let passed = innerBlank == nil && twin == nil && bound.contains(answers.count)
        return input.verdict(passed) {
            var evidence = [
                Evidence.count("answers between \"\(separator)\"", answers.count, required: bound.described)
            ]
            if let innerBlank { evidence.append(.place("empty answer", innerBlank, required: "text")) }
            if let twin { evidence.append(.place("answer that stands twice", twin, required: "different answers")) }
            return evidence
        }
    }
}
