// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Why NLTK data could not be used.
public struct NLTKDataError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kind of a problem.
    public struct Code: Sendable, Hashable {
        private enum Value { case missing, zipped, unreadable, malformed }
        private let value: Value
        /// A folder or file is not there.
        public static let missing = Code(value: .missing)
        /// The data is there, but still packed.
        public static let zipped = Code(value: .zipped)
        /// A file could not be read.
        public static let unreadable = Code(value: .unreadable)
        /// A file does not hold what it should.
        public static let malformed = Code(value: .malformed)
    }

    /// The kind of the problem.
    public let code: Code
    /// The file or folder.
    public let path: String
    /// The line, from 1, where that is known.
    public let line: Int?
    /// What was found, what was expected, and what to do.
    public let message: String

    /// Makes an error.
    public init(_ code: Code, path: String, line: Int? = nil, _ message: String) {
        self.code = code
        self.path = path
        self.line = line
        self.message = message
    }

    /// One line: place and message.
    public var description: String { line.map { "\(path):\($0): \(message)" } ?? "\(path): \(message)" }
}
