// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Why there is no verdict: a bad check, a bad record, or a failure of the world.
///
/// Never the response's fault.
public struct CheckError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What kind of error, as a stable word.
    public struct Code: Sendable, Hashable, CustomStringConvertible {
        enum Value: String, Sendable {
            case syntax, encoding, tooLong = "too-long", record, response, verifier, argument, duplicate, unmatched
            case unavailable, input, output
        }
        let value: Value
        /// The word as it stands in output.
        public var description: String { value.rawValue }

        /// The line is not JSON.
        public static let syntax = Code(value: .syntax)
        /// The line is not UTF-8.
        public static let encoding = Code(value: .encoding)
        /// The line is longer than allowed.
        public static let tooLong = Code(value: .tooLong)
        /// The record lacks a field, or a field has the wrong kind.
        public static let record = Code(value: .record)
        /// There is no response to judge.
        public static let response = Code(value: .response)
        /// No verifier answers to the id.
        public static let verifier = Code(value: .verifier)
        /// An argument is missing, of the wrong kind, or out of range.
        public static let argument = Code(value: .argument)
        /// The same key stands twice where one is expected.
        public static let duplicate = Code(value: .duplicate)
        /// No data record belongs to the response.
        public static let unmatched = Code(value: .unmatched)
        /// Something that the decision needs is not there: a program, a table, a service.
        public static let unavailable = Code(value: .unavailable)
        /// A file cannot be read.
        public static let input = Code(value: .input)
        /// A file cannot be written.
        public static let output = Code(value: .output)
    }

    /// What kind of error.
    public var code: Code
    /// The field it is about, as a path: `kwargs[0].num_words`.
    public var field: String?
    /// What was found, what was expected, and what to do.
    public var message: String

    /// Creates an error.
    public init(_ code: Code, field: String? = nil, _ message: String) {
        self.code = code
        self.field = field.map { CheckError.shortened($0, to: 300) }
        self.message = CheckError.shortened(message, to: 1000)
    }

    /// A text of at most about `limit` bytes: messages quote what they found, which may be of any length, and say at their
    /// end what was expected.
    private static func shortened(_ text: String, to limit: Int) -> String {
        guard text.utf8.count > limit else { return text }
        let bytes = Array(text.utf8)
        func boundary(_ place: Int) -> Int {
            var place = place
            while place > 0, bytes[place] & 0xC0 == 0x80 { place -= 1 }
            return place
        }
        let head = boundary(limit / 3 * 2)
        let tail = boundary(bytes.count - limit / 3)
        return String(decoding: bytes[..<head], as: UTF8.self) + "… (\(tail - head) bytes) …"
            + String(decoding: bytes[tail...], as: UTF8.self)
    }

    /// An argument that is not what it should be.
    public static func argument(_ name: String, found: String, expected: String) -> CheckError {
        CheckError(.argument, field: name, "\"\(name)\" is \(found); \(expected) is expected")
    }

    /// The message.
    public var description: String { message }

    /// The same error with the field's path put below `prefix`.
    public func below(_ prefix: String) -> CheckError {
        var error = self
        error.field = field.map { "\(prefix).\($0)" } ?? prefix
        return error
    }
}
