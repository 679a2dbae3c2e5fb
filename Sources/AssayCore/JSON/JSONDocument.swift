// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayText

/// One JSON text, scanned once over UTF-8 bytes into a flat list of nodes.
///
/// Nothing is copied while scanning: a node is a pair of offsets into the bytes, and strings are unescaped when they are
/// read. A document is meant to be used again for the next line, which keeps its node storage.
///
/// ## What is accepted
/// RFC 8259, and `NaN`, `Infinity` and `-Infinity`, which Python's `json` writes. Numbers keep their text and are only
/// converted where they are read. Nesting is limited to ``maximumDepth``.
///
/// - Cost: one pass; no allocation once the node storage has grown to the size that the input needs.
public final class JSONDocument {
    /// The deepest nesting of arrays and objects that is read.
    public static let maximumDepth = 1000

    /// What a node is.
    public enum Kind: UInt8, Sendable {
        case null, bool, number, string, array, object

        /// The kind as a person would say it in a message.
        public var described: String {
            switch self {
            case .null: "null"
            case .bool: "a boolean"
            case .number: "a number"
            case .string: "a string"
            case .array: "an array"
            case .object: "an object"
            }
        }
    }

    struct Entry {
        var kind: Kind
        var hasEscape: Bool
        var start: Int
        var end: Int
        /// Index of the first entry behind this node and all it contains.
        var next: Int
    }

    /// The bytes that offsets count from: the line, or a larger block that it is a part of.
    public private(set) var bytes: [UInt8] = []
    /// Where the text stands in ``bytes``.
    public private(set) var range: Range<Int> = 0..<0
    /// Things worth telling that did not prevent reading: lone surrogates, duplicate keys.
    public internal(set) var warnings: [String] = []
    var entries: [Entry] = []

    /// Creates an empty document; ``parse(_:in:)`` fills it.
    public init() {}

    /// The outermost value.
    public var root: JSONNode { JSONNode(document: self, index: 0) }

    /// Scans the JSON text in `range` of `bytes`, which have to be valid UTF-8.
    ///
    /// - Throws: ``JSONSyntaxError`` with the offset (from the beginning of the range) and what was expected there.
    public func parse(_ bytes: [UInt8], in range: Range<Int>) throws(JSONSyntaxError) {
        self.bytes = bytes
        self.range = range
        entries.removeAll(keepingCapacity: true)
        if !warnings.isEmpty { warnings.removeAll() }
        var scanner = JSONScanner(position: range.lowerBound, start: range.lowerBound, end: range.upperBound)
        try scanner.scan(bytes, into: &entries)
    }

    /// Scans a whole text of its own.
    public convenience init(_ bytes: [UInt8]) throws(JSONSyntaxError) {
        self.init()
        guard UTF8Validation.firstInvalid(in: bytes, range: 0..<bytes.count) == nil else {
            throw JSONSyntaxError(offset: 0, found: "bytes that are not UTF-8", expected: "UTF-8")
        }
        try parse(bytes, in: 0..<bytes.count)
    }
}

/// Why a text is not JSON.
public struct JSONSyntaxError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Bytes from the beginning of the text.
    public var offset: Int
    /// What stands there.
    public var found: String
    /// What should stand there.
    public var expected: String

    /// Creates an error.
    public init(offset: Int, found: String, expected: String) {
        self.offset = offset
        self.found = found
        self.expected = expected
    }

    /// A sentence without the place.
    public var description: String { "\(found) at column \(offset + 1); \(expected) is expected" }
}
