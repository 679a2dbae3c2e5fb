// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when the response has a number of parts in markdown emphasis within given bounds.
///
///     {"verifier": "highlights", "min": 3}
///
/// ## How it decides
/// A highlight stands in a line between two equal runs of one to three `*`, the first before a sign that is not white
/// space, the second behind one. With ``isLenient``, it is what the reference checker of IFEval counts: first the parts
/// between two neighbouring `*` of a line, pair by pair, that are not blank, then those between `**` and `**`, added.
/// The score is how near the number comes to the bound.
public struct HighlightCount: Rule {
    /// The bound on the number of highlights.
    public let bound: Bound
    /// Whether highlights are those of the reference checker.
    public let isLenient: Bool

    /// Creates the rule.
    public init(_ bound: Bound, isLenient: Bool = false) {
        self.bound = bound
        self.isLenient = isLenient
    }

    /// A highlight stands in one line and needs its asterisks; leaving text out makes none.
    public var mayPassWithLess: Bool { bound.maximum != nil }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        let count = isLenient ? single(in: text) + double(in: text) : emphasised(in: text) { _ in }
        return input.verdict(bound.contains(count), score: bound.credit(count)) {
            var evidence = [Evidence.count("highlighted parts", count, required: bound.described)]
            if !isLenient {
                _ = emphasised(in: text) { if evidence.count < 6 { evidence.append(.place("highlighted part", $0)) } }
            }
            return evidence
        }
    }

    /// The matches of `\*[^\n\*]*\*` with more than white space inside.
    private func single(in text: Text) -> Int {
        let bytes = text.bytes
        var count = 0
        var position = 0
        while let star = ByteSearch.first(0x2A, in: bytes, from: position, to: bytes.count) {
            var end = star + 1
            while end < bytes.count, bytes[end] != 0x2A, bytes[end] != 0x0A { end += 1 }
            guard end < bytes.count else { return count }
            if bytes[end] == 0x2A, !text.strip(star + 1..<end).isEmpty { count += 1 }
            position = end + 1
        }
        return count
    }

    /// The matches of `\*\*[^\n\*]*\*\*` with more than white space inside.
    private func double(in text: Text) -> Int {
        let bytes = text.bytes
        var count = 0
        var position = 0
        while let star = ByteSearch.first([0x2A, 0x2A], in: bytes, from: position) {
            var end = star + 2
            while end < bytes.count, bytes[end] != 0x2A, bytes[end] != 0x0A { end += 1 }
            if end + 1 < bytes.count, bytes[end] == 0x2A, bytes[end + 1] == 0x2A {
                if !text.strip(star + 2..<end).isEmpty { count += 1 }
                position = end + 2
            } else {
                // Nothing begins between here and the sign that stopped the search, except one star further on.
                position = end > star + 2 ? end : star + 1
            }
        }
        return count
    }

    private func emphasised(in text: Text, _ body: (Range<Int>) -> Void) -> Int {
        let bytes = text.bytes
        var count = 0
        // Where an open run of one, two and three stars begins.
        var open: [Int?] = [nil, nil, nil]
        var position = 0
        while position < bytes.count {
            if bytes[position] == 0x0A { open = [nil, nil, nil] }
            guard bytes[position] == 0x2A else {
                position += 1
                continue
            }
            var end = position
            while end < bytes.count, bytes[end] == 0x2A { end += 1 }
            let width = end - position
            if width <= 3 {
                let afterText = position > 0 && text.spaceLength(before: position, notBelow: 0) == 0
                let beforeText = end < bytes.count && text.spaceLength(at: end) == 0
                if afterText, let start = open[width - 1] {
                    count += 1
                    body(start..<end)
                    open = [nil, nil, nil]
                } else if beforeText {
                    open[width - 1] = position
                }
            }
            position = end
        }
        return count
    }
}
