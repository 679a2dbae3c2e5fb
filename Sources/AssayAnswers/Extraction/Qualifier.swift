// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// What the words around a value say, if they say that it is not simply the answer.
package enum Qualifier: String, Sendable, Hashable, CaseIterable {
    /// "not 42", "anything but 42", "42 is not the answer".
    case denied
    /// "at least 42", "42 or more", "between 42 and 50".
    case bounded
    /// "42 if n is even".
    case conditional
    /// "the logarithm of 42": another value, in words that are not read.
    case transformed

    /// One sentence for people.
    package var reason: String {
        switch self {
        case .denied: "the response says that this is not the answer"
        case .bounded: "the response gives a bound, not a value"
        case .conditional: "the response gives a value for one case only"
        case .transformed: "the response names another value by way of this one"
        }
    }
}

/// A value as the words around it leave it.
struct Qualification: Sendable {
    var qualifier: Qualifier?
    /// Where words that deny the value begin before it.
    var denial: Int?
    /// What stands for the value in `core`, where words make another of it that can be written down.
    var rewritten: String?
    /// The number that the words are about.
    var core: Range<Int>
}
