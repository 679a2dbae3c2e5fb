// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// A regular expression with the syntax and meaning of Python 3.11's `re` for `str`, in linear time over UTF-8.
///
///     let pattern = try Pattern(#"\b(\w+)ing\b"#, flags: .ignoreCase)
///     pattern.firstMatch(in: Array("Singing.".utf8))   // range 0..<7, groups [0..<4]
///
/// ## What it decides
/// The same as Python: which match is found (the leftmost, and there the first by the order of alternatives and the
/// greed of quantifiers), the spans of its groups, what is skipped after an empty match. Classes and case are those
/// of Unicode 14. Positions are byte offsets; a byte that is not valid UTF-8 is one unit, matched by `.` and by
/// negated classes only.
///
/// ## What it refuses
/// Back-references, look-around, conditionals, atomic groups, possessive quantifiers over more than one character,
/// characters by name (`\N{…}`), and what compiles to more than ``instructionLimit`` instructions, of which counted
/// repetitions (`{m,n}`) may make ``repetitionLimit``. One character takes up to two: `.{0,5000}` is possible.
///
/// - Complexity: Every operation is linear in the length of the text for a given pattern.
public struct Pattern: Sendable {
    /// Python's flags; `re.UNICODE` is what holds without ``ascii``.
    public struct Flags: OptionSet, Sendable, Hashable {
        /// The flags as bits.
        public let rawValue: Int
        /// Creates a set of flags from bits.
        public init(rawValue: Int) { self.rawValue = rawValue }
        /// Letters match in either case (`re.IGNORECASE`).
        public static let ignoreCase = Flags(rawValue: 1)
        /// `^` and `$` match at every line (`re.MULTILINE`).
        public static let multiline = Flags(rawValue: 2)
        /// `.` matches a newline too (`re.DOTALL`).
        public static let dotAll = Flags(rawValue: 4)
        /// Classes and case know ASCII only (`re.ASCII`).
        public static let ascii = Flags(rawValue: 8)
        /// White space and comments in the pattern are skipped (`re.VERBOSE`).
        public static let verbose = Flags(rawValue: 16)
    }

    /// A match: where it is, and where its groups are.
    public struct Match: Sendable, Hashable {
        /// The bytes that were matched.
        public let range: Range<Int>
        /// The bytes of group 1, 2, …; nil where a group took no part.
        public let groups: [Range<Int>?]
    }

    /// The most instructions that a pattern may compile to.
    public static let instructionLimit = 150_000
    /// The most instructions that the counted repetitions of a pattern may be expanded to.
    public static let repetitionLimit = 10_000
    /// How deep groups may nest.
    public static let nestingLimit = 250
    /// The most entries that the table of classes may have.
    static let tableLimit = 1 << 26

    /// The pattern's text.
    public let source: String
    /// The flags it was compiled with; flags within the pattern come on top.
    public let flags: Flags
    /// The number of capturing groups.
    public var groupCount: Int { engine.program.captureCount }
    /// The numbers of the named groups, from 1.
    public let groupNames: [String: Int]

    private let engine: PatternEngine

    /// Compiles a pattern (`re.compile`).
    ///
    /// - Parameters:
    ///   - source: The pattern's text.
    ///   - flags: What it is compiled with.
    /// - Throws: ``PatternError`` with the position in scalars.
    public init(_ source: String, flags: Flags = []) throws(PatternError) {
        try self.init(source, flags: flags, isGuessing: true)
    }

    /// Compiles a pattern; without guessing, only the engines for hard cases run, so that tests reach them.
    package init(_ source: String, flags: Flags, isGuessing: Bool) throws(PatternError) {
        let syntax = try PatternParser.parse(source, flags: flags)
        self.source = source
        self.flags = flags
        groupNames = syntax.groupNames
        engine = PatternEngine(try PatternCompiler.compile(syntax), isGuessing: isGuessing)
    }

    // MARK: One match

    /// The first match at or after `start` (`search`).
    ///
    /// What stands before `start` counts for `^` and `\b`.
    ///
    /// - Parameters:
    ///   - text: UTF-8.
    ///   - start: A byte offset; values outside of the text are taken to its nearest end.
    /// - Returns: The match, or nil.
    public func firstMatch(in text: [UInt8], from start: Int = 0) -> Match? {
        engine.match(text.span, from: clamped(start, text), [])
    }

    /// The match that begins at `start` (`match`), or nil.
    public func prefixMatch(in text: [UInt8], at start: Int = 0) -> Match? {
        engine.match(text.span, from: clamped(start, text), .anchored)
    }

    /// The match that takes all of the text (`fullmatch`), or nil.
    public func fullMatch(in text: [UInt8]) -> Match? {
        engine.match(text.span, from: 0, [.anchored, .whole])
    }

    /// The bytes of the first match at or after `start`, without its groups: cheaper than ``firstMatch(in:from:)``.
    public func firstRange(in text: [UInt8], from start: Int = 0) -> Range<Int>? {
        engine.range(text.span, from: clamped(start, text), [])
    }

    /// The size of the compiled pattern; groups take time in proportion to it.
    package var instructionCount: Int { engine.program.instructions.count }

    /// Whether there is a match anywhere: cheaper than finding it.
    public func contains(in text: [UInt8]) -> Bool { engine.contains(text.span, []) }

    /// Whether a match begins at the beginning of the text.
    public func matchesPrefix(of text: [UInt8]) -> Bool { engine.contains(text.span, .anchored) }

    /// Whether a match takes all of the text.
    public func matchesWhole(_ text: [UInt8]) -> Bool { engine.contains(text.span, [.anchored, .whole]) }

    // MARK: All matches

    /// All matches that do not overlap, with their groups (`finditer`).
    public func matches(in text: [UInt8]) -> [Match] {
        var result: [Match] = []
        engine.forEachMatch(text.span) { match in
            result.append(match)
            return true
        }
        return result
    }

    /// The bytes of all matches that do not overlap.
    public func ranges(in text: [UInt8]) -> [Range<Int>] {
        var result: [Range<Int>] = []
        engine.forEachRange(text.span) { range in
            result.append(range)
            return true
        }
        return result
    }

    /// Calls `body` with the bytes of each match that does not overlap an earlier one, until it returns false.
    public func forEachMatch(in text: [UInt8], _ body: (Range<Int>) -> Bool) {
        engine.forEachRange(text.span, body)
    }

    /// The number of matches that do not overlap (`len(findall)`).
    public func count(in text: [UInt8]) -> Int {
        var result = 0
        engine.forEachRange(text.span) { _ in
            result += 1
            return true
        }
        return result
    }

    /// The pieces between matches, with the groups of each match between them (`split`).
    ///
    /// - Parameters:
    ///   - text: UTF-8.
    ///   - limit: The most splits; 0 means all.
    /// - Returns: Byte ranges; nil for a group that took no part.
    public func split(_ text: [UInt8], limit: Int = 0) -> [Range<Int>?] {
        var result: [Range<Int>?] = []
        var last = 0
        var splits = 0
        func add(_ range: Range<Int>, _ groups: [Range<Int>?]) -> Bool {
            result.append(last..<range.lowerBound)
            result.append(contentsOf: groups)
            last = range.upperBound
            splits += 1
            return limit <= 0 || splits < limit
        }
        if limit >= 0 {
            if groupCount == 0 {
                engine.forEachRange(text.span) { add($0, []) }
            } else {
                engine.forEachMatch(text.span) { add($0.range, $0.groups) }
            }
        }
        result.append(last..<text.count)
        return result
    }

    /// The text with every match replaced by the same bytes (`sub` with a replacement without escapes).
    ///
    /// - Parameters:
    ///   - text: UTF-8.
    ///   - replacement: What stands for each match.
    ///   - limit: The most replacements; 0 means all.
    /// - Returns: The new text.
    public func replacing(in text: [UInt8], with replacement: [UInt8], limit: Int = 0) -> [UInt8] {
        replacing(in: text, limit: limit) { _ in replacement }
    }

    /// The text with every match replaced by what `replacement` makes of it.
    public func replacing(in text: [UInt8], limit: Int = 0, _ replacement: (Range<Int>) -> [UInt8]) -> [UInt8] {
        guard limit >= 0 else { return text }
        var result: [UInt8] = []
        var last = 0
        var replaced = 0
        engine.forEachRange(text.span) { range in
            result.append(contentsOf: text[last..<range.lowerBound])
            result.append(contentsOf: replacement(range))
            last = range.upperBound
            replaced += 1
            return limit == 0 || replaced < limit
        }
        if last == 0, replaced == 0 { return text }
        result.append(contentsOf: text[last...])
        return result
    }

    /// The text as a pattern that matches exactly it (`re.escape`).
    public static func escape(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\t", "\n", "\u{0B}", "\u{0C}", "\r", " ", "#", "$", "&", "(", ")", "*", "+", "-", ".", "?", "[",
                "\\", "]", "^", "{", "|", "}", "~":
                result.append("\\")
            default: break
            }
            result.append(scalar)
        }
        return String(result)
    }

    private func clamped(_ start: Int, _ text: [UInt8]) -> Int { min(max(start, 0), text.count) }
}

extension Pattern: Hashable {
    /// Two patterns are equal if they were compiled from the same text with the same flags.
    public static func == (left: Pattern, right: Pattern) -> Bool {
        // By scalars: two spellings of one letter are two patterns.
        left.flags == right.flags && left.source.utf8.elementsEqual(right.source.utf8)
    }

    /// Feeds the text and the flags to `hasher`.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(flags)
        for byte in source.utf8 { hasher.combine(byte) }
    }
}
