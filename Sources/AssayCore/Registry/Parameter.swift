// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// What a verifier accepts under one name.
public struct Parameter: Sendable, Hashable {
    /// The kind of value.
    public enum Kind: Sendable, Hashable {
        /// A whole number; `8.0` is one.
        case integer(ClosedRange<Int>)
        /// A number.
        case number(ClosedRange<Double>)
        /// A text, which may be empty.
        case string
        /// A text that is more than white space.
        case text
        /// A list of texts; one text stands for a list of one.
        case strings
        /// The same, each more than white space.
        case texts
        /// One of the given texts.
        case choice([String])
        /// True or false.
        case bool
        /// An object.
        case object
        /// Anything.
        case any

        /// The kind as it stands in a message after "…; " and before " is expected".
        public var described: String {
            switch self {
            case .integer(let range): "an integer" + Kind.bounds(range.lowerBound, range.upperBound, Int.min, Int.max)
            case .number(let range):
                "a number"
                    + Kind.bounds(
                        range.lowerBound, range.upperBound, -Double.greatestFiniteMagnitude,
                        Double.greatestFiniteMagnitude, JSONWriter.text)
            case .string: "a string"
            case .text: "a text that is not blank"
            case .strings: "a list of strings"
            case .texts: "a list of texts that are not blank"
            case .choice(let choices): "one of " + choices.map { "\"\($0)\"" }.joined(separator: ", ")
            case .bool: "true or false"
            case .object: "an object"
            case .any: "a value"
            }
        }

        private static func bounds<T: Comparable>(
            _ low: T, _ high: T, _ least: T, _ greatest: T, _ text: (T) -> String = { "\($0)" }
        ) -> String {
            switch (low > least, high < greatest) {
            case (true, true): " from \(text(low)) to \(text(high))"
            case (true, false): " of \(text(low)) or more"
            case (false, true): " of \(text(high)) or less"
            case (false, false): ""
            }
        }
    }

    /// The argument's name.
    public var name: String
    /// The kind of value.
    public var kind: Kind
    /// Whether it may be left out.
    public var isOptional: Bool
    /// One line for people.
    public var summary: String

    /// Creates a parameter that has to be given.
    public static func required(_ name: String, _ kind: Kind, _ summary: String = "") -> Parameter {
        Parameter(name: name, kind: kind, isOptional: false, summary: summary)
    }

    /// Creates a parameter that may be left out.
    public static func optional(_ name: String, _ kind: Kind, _ summary: String = "") -> Parameter {
        Parameter(name: name, kind: kind, isOptional: true, summary: summary)
    }
}

extension Parameter.Kind {
    /// A whole number of 0 or more.
    public static var count: Parameter.Kind { .integer(0...Int.max) }
    /// A whole number of 1 or more.
    public static var positive: Parameter.Kind { .integer(1...Int.max) }
}
