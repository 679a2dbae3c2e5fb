// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Why a pattern could not be compiled: what was found, where, and of which kind the obstacle is.
public struct PatternError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kind of obstacle.
    public struct Kind: Sendable, Hashable, CustomStringConvertible {
        private enum Code: String, Sendable, Hashable { case syntax, unsupported, tooLarge }
        private let code: Code
        private init(_ code: Code) { self.code = code }

        /// Python rejects the pattern as well.
        public static let syntax = Kind(.syntax)
        /// Valid in Python, but not possible in linear time (back-references, look-around, conditionals, atomic groups).
        public static let unsupported = Kind(.unsupported)
        /// Compiled, the pattern would exceed ``Pattern/instructionLimit`` or ``Pattern/repetitionLimit``, or it nests deeper
        /// than ``Pattern/nestingLimit``.
        public static let tooLarge = Kind(.tooLarge)

        /// The kind's name.
        public var description: String { code.rawValue }
    }

    /// The kind of obstacle.
    public let kind: Kind
    /// What was found, in a sentence without the position.
    public let message: String
    /// Where in the pattern it was found, in Unicode scalars from 0.
    public let position: Int

    init(_ kind: Kind, _ message: String, at position: Int) {
        self.kind = kind
        self.message = message
        self.position = position
    }

    /// The message and its position.
    public var description: String { "\(message) at position \(position)" }
}
