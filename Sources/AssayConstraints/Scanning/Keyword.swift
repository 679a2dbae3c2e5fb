// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
public import AssayText

/// What a keyword search looks for, compiled: a text taken literally, or a regular expression.
///
/// Words of ASCII are found by jumping from one occurrence of their rarest byte to the next; everything else is a
/// `Pattern`.
public struct Keyword: Sendable {
    /// What counts as an occurrence at its edges.
    public enum Edges: Sendable, Hashable {
        /// Any occurrence, also inside a word.
        case anywhere
        /// A word boundary on both sides, as the `\b` of a regular expression: where the keyword itself ends in a
        /// sign, the next character has to belong to a word.
        case boundary
        /// No letter, digit or `_` that would go on with the keyword's own first or last word.
        case wholeWord
    }

    /// The keyword as it was given.
    public let source: String
    private let literal: FoldedLiteral?
    private let pattern: Pattern?

    /// Compiles a keyword.
    ///
    /// - Parameters:
    ///   - source: the keyword.
    ///   - ignoresCase: whether case makes no difference, scalar by scalar as in Python's `re.IGNORECASE`.
    ///   - edges: what may stand beside it.
    ///   - isPattern: whether it is a regular expression, as some reference checkers take it, and not a text.
    ///   - argument: the argument's name, for the error.
    /// - Throws: `CheckError` where it is a regular expression that is not valid.
    public init(
        _ source: String, ignoresCase: Bool = true, edges: Edges = .anywhere, isPattern: Bool = false,
        argument: String = "keyword"
    ) throws(CheckError) {
        self.source = source
        let bytes = Array(source.utf8)
        if !isPattern || !Keyword.hasPatternSigns(bytes),
            let literal = FoldedLiteral(bytes, ignoresCase: ignoresCase, edges: edges)
        {
            self.literal = literal
            pattern = nil
            return
        }
        literal = nil
        let core = isPattern ? source : Pattern.escape(source)
        let text: String
        switch edges {
        case .anywhere: text = core
        case .boundary: text = #"\b"# + core + #"\b"#
        case .wholeWord:
            let (before, after) = Keyword.wordEdges(bytes)
            text = (before ? #"\b"# : "") + "(?:" + core + ")" + (after ? #"\b"# : "")
        }
        pattern = try Pattern.compiled(text, flags: ignoresCase ? .ignoreCase : [], argument: argument, shown: source)
    }

    /// The first occurrence.
    public func first(in text: Text) -> Range<Int>? {
        if let literal {
            var found: Range<Int>?
            literal.forEachMatch(in: text) {
                found = $0
                return false
            }
            return found
        }
        return pattern?.firstRange(in: text.bytes)
    }

    /// The number of occurrences without overlap.
    public func count(in text: Text) -> Int {
        if let literal {
            var count = 0
            literal.forEachMatch(in: text) { _ in
                count += 1
                return true
            }
            return count
        }
        return pattern?.count(in: text.bytes) ?? 0
    }

    /// The first occurrences without overlap, for evidence.
    public func places(in text: Text, limit: Int = 5) -> [Range<Int>] {
        var places: [Range<Int>] = []
        let collect: (Range<Int>) -> Bool = {
            places.append($0)
            return places.count < limit
        }
        if let literal {
            literal.forEachMatch(in: text, collect)
        } else {
            pattern?.forEachMatch(in: text.bytes, collect)
        }
        return places
    }

    /// Whether a regular expression means more than its own text.
    static func hasPatternSigns(_ bytes: [UInt8]) -> Bool {
        bytes.contains { Keyword.patternSigns.contains($0) }
    }

    /// Whether the first and the last scalar belong to a word.
    static func wordEdges(_ bytes: [UInt8]) -> (before: Bool, after: Bool) {
        guard !bytes.isEmpty else { return (false, false) }
        return (
            UnicodeScalars.isWord(UTF8Decoding.scalar(bytes, at: 0).value),
            UnicodeScalars.isWord(UTF8Decoding.scalar(bytes, before: bytes.count).value)
        )
    }

    private static let patternSigns = ASCIISet(#".^$*+?{}[]\|()"#)
}

extension Pattern {
    /// A pattern out of an argument.
    ///
    /// - Throws: `CheckError` that names the argument and says what is wrong with it.
    static func compiled(
        _ source: String, flags: Flags = [], argument: String, shown: String? = nil
    ) throws(CheckError) -> Pattern {
        do throws(PatternError) {
            return try Pattern(source, flags: flags)
        } catch {
            throw CheckError(
                .argument, field: argument,
                "\"\(argument)\" is \"\(shown ?? source)\", which cannot be searched for: \(error.message); "
                    + "a regular expression in Python's syntax is expected")
        }
    }
}
