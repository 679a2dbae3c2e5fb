// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when the response uses a number of different words within given bounds, or no word twice.
///
///     {"verifier": "unique-words", "min": 100}
///
/// Words are runs of letters, numbers and `_`, in any case. Without a bound every word has to be different; the score is
/// then the share of different ones.
public struct UniqueWords: Rule {
    /// The bound on the number of different words; none where all have to be.
    public let bound: Bound?

    /// Creates the rule.
    public init(_ bound: Bound? = nil) { self.bound = bound }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response.lowercased
        var seen: Set<ArraySlice<UInt8>> = []
        var twins: [ArraySlice<UInt8>] = []
        for word in text.words where !seen.insert(text.bytes[word]).inserted && twins.count < 5 {
            twins.append(text.bytes[word])
        }
        let different = seen.count
        if let bound {
            return input.verdict(bound.contains(different), score: bound.credit(different)) {
                [.count("different words", different, required: bound.described)]
            }
        }
        let all = text.words.count
        return input.verdict(different == all, score: all == 0 ? 1 : Double(different) / Double(all)) {
            [.count("different words of \(all)", different, required: "all")]
                + twins.map {
                    Evidence("word that stands twice", found: .string(UTF8Decoding.string(Array($0), 0..<$0.count)))
                }
        }
    }
}

/// Passes when no token by the Treebank conventions stands in the response twice, case and punctuation included.
///
/// - Source: IFTrain, `count:count_unique`.
public struct UniqueTokens: Rule {
    /// Creates the rule.
    public init() {}

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        var seen: Set<ArraySlice<UInt8>> = []
        var twin: Range<Int>?
        for token in text.tokens where twin == nil {
            let bytes = token.kind == .text ? text.bytes[token.range] : token.text(in: text.bytes)[...]
            if !seen.insert(bytes).inserted { twin = token.range }
        }
        return input.verdict(twin == nil) {
            twin.map { [.place("token that stands twice", $0, required: "different tokens")] } ?? []
        }
    }
}
