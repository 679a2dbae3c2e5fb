// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when each of several keywords stands as often as it should.
///
/// ## How it decides
/// Both sides are put in lower case; occurrences do not overlap. As in IFBench's checker a keyword also counts inside
/// longer words, unless `wholeWords` is set.
public struct KeywordTally: Rule {
    /// A keyword and how often it has to stand.
    public struct Entry: Sendable {
        /// The keyword as given.
        public let keyword: String
        /// The numbers that pass.
        public let bound: Bound
        let bytes: [UInt8]
    }

    /// The keywords.
    public let entries: [Entry]
    /// Whether occurrences inside longer words are left out.
    public let wholeWords: Bool

    /// Creates the rule; white space around keywords does not count.
    ///
    /// - Throws: `CheckError` for a keyword that is blank.
    public init(_ keywords: [(keyword: String, bound: Bound)], wholeWords: Bool = false) throws(CheckError) {
        var entries: [Entry] = []
        for (keyword, bound) in keywords {
            let bytes = Array(keyword.utf8)
            let stripped = Array(bytes[UnicodeText.strippedRange(of: bytes, in: 0..<bytes.count)])
            guard !stripped.isEmpty else {
                throw CheckError(.argument, "a keyword is blank; a word is expected")
            }
            entries.append(Entry(keyword: keyword, bound: bound, bytes: UnicodeText.lowercased(stripped)))
        }
        self.entries = entries
        self.wholeWords = wholeWords
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let bytes = input.response.lowercased.bytes
        var passed = true
        for entry in entries where !entry.bound.contains(count(entry.bytes, in: bytes)) {
            passed = false
            break
        }
        return input.verdict(passed) {
            entries.compactMap { entry in
                let count = count(entry.bytes, in: bytes)
                return entry.bound.contains(count)
                    ? nil : .count("keyword \"\(entry.keyword)\"", count, required: entry.bound.described)
            }
        }
    }

    private func count(_ keyword: [UInt8], in bytes: [UInt8]) -> Int {
        guard wholeWords else { return ByteSearch.count(keyword, in: bytes) }
        var count = 0
        var start = 0
        while let found = ByteSearch.first(keyword, in: bytes, from: start) {
            let end = found + keyword.count
            let before = found > 0 && UnicodeScalars.isWord(UTF8Decoding.scalar(bytes, before: found).value)
            let after = end < bytes.count && UnicodeScalars.isWord(UTF8Decoding.scalar(bytes, at: end).value)
            if !before, !after { count += 1 }
            start = end
        }
        return count
    }
}
