// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when the response is a text, once or several times with a separator between, and nothing else.
///
///     {"verifier": "copies", "text": "Hello there", "count": 2, "separator": "******"}
///
/// White space around the response and around each copy is left out.
public struct Copies: Rule {
    /// The text.
    public let text: String
    /// How often it has to stand there.
    public let count: Int
    /// What stands between the copies; nothing where the whole response is one.
    public let separator: String?
    /// Whether case makes no difference.
    public let ignoresCase: Bool
    private let form: [UInt8]
    private let separatorBytes: [UInt8]?

    /// Creates the rule.
    ///
    /// - Throws: `CheckError` for several copies without a separator.
    public init(
        _ text: String, count: Int = 1, separator: String? = nil, ignoresCase: Bool = true
    ) throws(CheckError) {
        guard separator != "" else { throw .argument("separator", found: "empty", expected: "a text") }
        guard separator != nil || count == 1 else {
            throw .argument("separator", found: "missing", expected: "a text between the copies")
        }
        self.text = text
        self.count = count
        self.separator = separator
        self.ignoresCase = ignoresCase
        form = FoldedText.form(of: text, ignoresCase: ignoresCase)
        separatorBytes = separator.map { Array($0.utf8) }
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let response = input.response
        let parts = separatorBytes.map { response.split(by: $0) } ?? [0..<response.bytes.count]
        var equal = 0
        var offender: Range<Int>?
        for part in parts {
            let core = response.strip(part)
            if FoldedText.equals(form, in: response, core, ignoresCase) {
                equal += 1
            } else {
                offender = offender ?? core
            }
        }
        return input.verdict(parts.count == count && equal == count) {
            var evidence = [Evidence.count("copies", equal, required: "exactly \(count), and nothing else")]
            if let offender { evidence.append(.place("other text", offender, required: "\"\(text)\"")) }
            return evidence
        }
    }
}
