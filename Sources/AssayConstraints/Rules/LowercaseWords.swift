// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when the response has a number of words of the letters `a` to `z` only within given bounds.
///
///     {"verifier": "lowercase-words", "max": 5}
///
/// - Source: IFTrain, `count:lowercase_counting`.
public struct LowercaseWords: Rule {
    /// The bound on the number of words.
    public let bound: Bound

    /// Creates the rule.
    public init(_ bound: Bound) { self.bound = bound }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        let count = words(in: text) { _ in }
        return input.verdict(bound.contains(count), score: bound.credit(count)) {
            var evidence = [Evidence.count("words in lower case", count, required: bound.described)]
            _ = words(in: text) { if evidence.count < 6 { evidence.append(.place("word in lower case", $0)) } }
            return evidence
        }
    }

    private func words(in text: Text, _ body: (Range<Int>) -> Void) -> Int {
        var count = 0
        for word in text.words where text.bytes[word].allSatisfy({ $0 &- 0x61 < 26 }) {
            count += 1
            body(word)
        }
        return count
    }
}
