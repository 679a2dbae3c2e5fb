// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
public import AssayText

/// Passes when a regular expression matches as often as it should.
///
///     {"verifier": "pattern", "pattern": "^#+ ", "multiline": true, "min": 3}
///
/// Matches are those of Python's `re.findall`: from left to right, without overlap. The score is how near their number
/// comes to the bound.
///
/// - Cost: linear in the response, whatever the pattern.
public struct PatternCount: Rule {
    /// The pattern.
    public let pattern: Pattern
    /// The bound on the number of matches.
    public let bound: Bound
    /// What the matches are called in evidence.
    public let name: String
    /// How many pieces a match counts for.
    let weight: Int
    /// Whether the pattern is matched against the lower-case form of the response.
    let lowercases: Bool

    /// Creates the rule.
    public init(_ pattern: Pattern, _ bound: Bound, name: String = "matches") {
        self.init(pattern, bound, name: name, weight: 1, lowercases: false)
    }

    init(_ pattern: Pattern, _ bound: Bound, name: String, weight: Int = 1, lowercases: Bool = false) {
        self.pattern = pattern
        self.bound = bound
        self.name = name
        self.weight = weight
        self.lowercases = lowercases
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        let bytes = lowercases ? text.lowercased.bytes : text.bytes
        let onlyExistence = weight == 1 && bound.minimum == 1 && bound.maximum == nil
        let count = onlyExistence ? (pattern.contains(in: bytes) ? 1 : 0) : pattern.count(in: bytes) * weight
        return input.verdict(bound.contains(count), score: bound.credit(count)) {
            var evidence = [Evidence.count(name, count, required: bound.described)]
            // Lower case can change the length of a text, and with it the places.
            guard !lowercases || text.isASCII else { return evidence }
            pattern.forEachMatch(in: bytes) {
                evidence.append(.place("match of \(pattern.source)", $0))
                return evidence.count < 6
            }
            return evidence
        }
    }
}
