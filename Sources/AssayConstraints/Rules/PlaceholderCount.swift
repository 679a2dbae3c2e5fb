// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when the response has a number of placeholders in square brackets within given bounds.
///
///     {"verifier": "placeholders", "min": 3}
///
/// A placeholder runs from a `[` to the next `]` of the same line; `[]` is one. The score is how near the number comes
/// to the bound.
///
/// - Source: Zhou et al., arXiv:2311.07911, `detectable_content:number_placeholders`.
public struct PlaceholderCount: Rule {
    /// The bound on the number of placeholders.
    public let bound: Bound

    /// Creates the rule.
    public init(_ bound: Bound) { self.bound = bound }

    /// A placeholder stands in one line; leaving others out, or asterisks, makes none.
    public var mayPassWithLess: Bool { bound.maximum != nil }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        let count = placeholders(in: text.bytes) { _ in }
        return input.verdict(bound.contains(count), score: bound.credit(count)) {
            var evidence = [Evidence.count("placeholders", count, required: bound.described)]
            _ = placeholders(in: text.bytes) { if evidence.count < 6 { evidence.append(.place("placeholder", $0)) } }
            return evidence
        }
    }

    private func placeholders(in bytes: [UInt8], _ body: (Range<Int>) -> Void) -> Int {
        var count = 0
        var position = 0
        while let open = ByteSearch.first(UInt8(ascii: "["), in: bytes, from: position, to: bytes.count) {
            var end = open + 1
            while end < bytes.count, bytes[end] != UInt8(ascii: "]"), bytes[end] != 0x0A { end += 1 }
            guard end < bytes.count else { return count }
            if bytes[end] == UInt8(ascii: "]") {
                count += 1
                body(open..<end + 1)
            }
            position = end + 1
        }
        return count
    }
}
