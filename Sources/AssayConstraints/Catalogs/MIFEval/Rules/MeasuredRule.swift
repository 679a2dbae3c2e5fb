// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayText

/// Passes when a number read from the response lies within a bound.
///
/// The score is how near it comes.
struct MeasuredRule: Rule {
    /// What is counted, in the plural.
    let name: String
    /// The bound.
    let bound: Bound
    /// The number.
    let measure: @Sendable (Text) -> Int
    /// Where what was counted stands, for evidence.
    let places: (@Sendable (Text) -> [Range<Int>])?

    init(
        _ name: String, _ bound: Bound, places: (@Sendable (Text) -> [Range<Int>])? = nil,
        measure: @escaping @Sendable (Text) -> Int
    ) {
        self.name = name
        self.bound = bound
        self.measure = measure
        self.places = places
    }

    /// A rule that counts places.
    init(_ name: String, _ bound: Bound, counting places: @escaping @Sendable (Text) -> [Range<Int>]) {
        self.init(name, bound, places: places) { places($0).count }
    }

    func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        let count = measure(text)
        return input.verdict(bound.contains(count), score: bound.credit(count)) {
            [.count(name, count, required: bound.described)]
                + (places?(text).prefix(5).map { .place(name, $0) } ?? [])
        }
    }
}
