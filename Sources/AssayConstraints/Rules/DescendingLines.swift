// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when lines stand in reverse alphabetical order from a given one on.
///
/// ## How it decides
/// 1. Lines are taken without ASCII punctuation and spaces at their ends; those left empty do not count.
/// 2. The first that contains `start` and all after it are looked at; there have to be at least `minimum`.
/// 3. Decomposed (NFKD) and reduced to ASCII, none is greater than the one before, byte by byte.
public struct DescendingLines: Rule {
    /// What the first line contains.
    public let start: String
    /// The least number of lines.
    public let minimum: Int
    private let startBytes: [UInt8]

    /// Creates the rule.
    public init(from start: String, minimum: Int) {
        self.start = start
        self.minimum = minimum
        startBytes = Array(start.utf8)
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        guard let found = ByteSearch.first(startBytes, in: text.bytes) else {
            return input.verdict(false) { [Evidence("no line with \"\(start)\"", required: "a first line with it")] }
        }
        var count = 0
        var previous: [UInt8] = []
        var wrong: Range<Int>?
        for line in text.lines where line.upperBound > found {
            let inner = text.bare(line)
            if inner.isEmpty { continue }
            let key = DescendingLines.ascii(inner, text.bytes)
            if count > 0, wrong == nil, previous.lexicographicallyPrecedes(key) { wrong = inner }
            previous = key
            count += 1
        }
        let lines = count
        return input.verdict(wrong == nil && count >= minimum) {
            if lines < minimum { return [.count("lines from \"\(start)\" on", lines, required: "at least \(minimum)")] }
            return wrong.map {
                [.place("line \"\(text.string($0))\"", $0, required: "before the line above in the alphabet")]
            }
                ?? []
        }
    }

    private static func ascii(_ range: Range<Int>, _ bytes: [UInt8]) -> [UInt8] {
        let part = Array(bytes[range])
        return UnicodeText.isASCII(part) ? part : UnicodeText.nfkd(part).filter { $0 < 0x80 }
    }
}
