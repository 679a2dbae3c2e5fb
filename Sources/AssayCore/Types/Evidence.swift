// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// A place in a text.
public struct Span: Sendable, Hashable {
    /// Which text: `response`, `message:3`, `document:ID` or `step:2`.
    public var source: String
    /// Half-open range of UTF-8 bytes.
    public var bytes: Range<Int>
    /// The same range in Unicode scalars; the writer fills it in where nil.
    public var scalars: Range<Int>?

    /// Creates a span.
    public init(_ bytes: Range<Int>, in source: String = "response", scalars: Range<Int>? = nil) {
        self.source = source
        self.bytes = bytes
        self.scalars = scalars
    }
}

/// One fact behind a verdict: what was measured, what was required, and where it stands.
public struct Evidence: Sendable, Hashable {
    /// What was looked at, in words a user would say: `words`, `keyword "sun"`, `sentence 3`.
    public var measure: String
    /// What was found: a number, a text, a truth value.
    public var found: JSONValue?
    /// What was required, in words: `at least 300`.
    public var required: String?
    /// Where.
    public var span: Span?

    /// Creates a piece of evidence.
    public init(_ measure: String, found: JSONValue? = nil, required: String? = nil, span: Span? = nil) {
        self.measure = measure
        self.found = found
        self.required = required
        self.span = span
    }

    /// A count and what it had to be.
    public static func count(_ measure: String, _ found: Int, required: String) -> Evidence {
        Evidence(measure, found: .number(JSONNumber(lexeme: String(found))), required: required)
    }

    /// Something at a place.
    public static func place(_ measure: String, _ bytes: Range<Int>, required: String? = nil) -> Evidence {
        Evidence(measure, required: required, span: Span(bytes))
    }

    /// The sentence that a person reads: "words: 12, at least 300 required".
    public var sentence: String {
        var text = measure
        if let found {
            if case .string(let value) = found { text += ": \"\(value)\"" } else { text += ": \(found.described)" }
        }
        if let required { text += "\(found == nil ? ":" : ",") \(required) required" }
        return text
    }
}
