// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore

/// The numbers that satisfy a requirement: from `minimum` to `maximum`, both inclusive, either open.
public struct Bound: Sendable, Hashable {
    /// The least number that passes, if there is one.
    public let minimum: Int?
    /// The greatest number that passes, if there is one.
    public let maximum: Int?

    /// Creates a bound; without arguments every number passes.
    public init(minimum: Int? = nil, maximum: Int? = nil) {
        self.minimum = minimum
        self.maximum = maximum
    }

    /// One number only.
    public static func exactly(_ number: Int) -> Bound { Bound(minimum: number, maximum: number) }

    /// Whether `number` passes.
    public func contains(_ number: Int) -> Bool {
        (minimum.map { number >= $0 } ?? true) && (maximum.map { number <= $0 } ?? true)
    }

    /// In words: `at least 3`, `at most 5`, `exactly 2`, `3 to 5`.
    public var described: String {
        switch (minimum, maximum) {
        case (nil, nil): "any number"
        case (let low?, nil): "at least \(low)"
        case (nil, let high?): "at most \(high)"
        case (let low?, let high?): low == high ? "exactly \(low)" : "\(low) to \(high)"
        }
    }

    /// Partial credit for a number outside the bound: how near it comes, in 0…1; 1 inside.
    public func credit(_ number: Int) -> Double {
        if let minimum, number < minimum { return minimum > 0 ? Swift.max(0, Double(number) / Double(minimum)) : 0 }
        if let maximum, number > maximum { return number > 0 ? Double(Swift.max(0, maximum)) / Double(number) : 0 }
        return 1
    }
}

extension Bound {
    /// The bound that a published pair of relation and number means.
    ///
    /// - Parameters:
    ///   - relation: the words of the relation as the publication writes them.
    ///   - number: its number.
    ///   - lessThan: its words for "fewer than `number`".
    ///   - atLeast: its words for "`number` or more".
    ///   - atMost: its words for "`number` or fewer".
    public init?(
        relation: String, _ number: Int, lessThan: String? = nil, atLeast: String? = nil, atMost: String? = nil
    ) {
        switch relation {
        case lessThan: self.init(maximum: number &- 1)
        case atLeast: self.init(minimum: number)
        case atMost: self.init(maximum: number)
        default: return nil
        }
    }
}

extension Arguments {
    /// The bound that the arguments `min`, `max` and `exactly` give.
    ///
    /// - Throws: `CheckError` where none is given, or they contradict each other.
    public func bound() throws(CheckError) -> Bound {
        let minimum = integer(ifGiven: "min")
        let maximum = integer(ifGiven: "max")
        if let exactly = integer(ifGiven: "exactly") {
            guard minimum == nil, maximum == nil else {
                throw CheckError(
                    .argument, field: "exactly",
                    "\"exactly\" stands beside \"min\" or \"max\"; one or the other is expected")
            }
            return .exactly(exactly)
        }
        if let minimum, let maximum, minimum > maximum {
            throw .argument("min", found: "\(minimum), above \"max\" \(maximum)", expected: "\(maximum) or less")
        }
        guard minimum != nil || maximum != nil else {
            throw CheckError(
                .argument, field: "min", "neither \"min\", \"max\" nor \"exactly\" is given; one of them is expected")
        }
        return Bound(minimum: minimum, maximum: maximum)
    }
}
