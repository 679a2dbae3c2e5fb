// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when the response has a number of bullet points within given bounds.
///
///     {"verifier": "bullets", "exactly": 3}
///
/// ## How it decides
/// A bullet is a line that begins, after white space, with `*`, `-`, `+` or `•`, then white space and text; `---` and
/// `* * *` are none. With ``isLenient``, it is what the reference checker of IFEval takes for one: `*` followed by
/// anything but another `*` (also by the end of the line), or `-` followed by anything (so `---` and `-5` count).
/// The score is how near the number comes to the bound.
public struct BulletCount: Rule {
    /// The bound on the number of bullets.
    public let bound: Bound
    /// Whether bullets are those of the reference checker.
    public let isLenient: Bool

    /// Creates the rule.
    public init(_ bound: Bound, isLenient: Bool = false) {
        self.bound = bound
        self.isLenient = isLenient
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        let count = isLenient ? lenientCount(in: text) : MarkdownLines.bullets(in: text) { _ in true }
        return input.verdict(bound.contains(count), score: bound.credit(count)) {
            var evidence = [Evidence.count("bullet points", count, required: bound.described)]
            if !isLenient {
                _ = MarkdownLines.bullets(in: text) {
                    evidence.append(.place("bullet point", $0))
                    return evidence.count < 6
                }
            }
            return evidence
        }
    }

    /// The matches of `^\s*\*[^\*].*$` and of `^\s*-.*$`, line by line.
    ///
    /// Both begin at a line's beginning with white space that may run over several lines; so what decides is the first
    /// sign that is none. A `*` at the end of a line takes the line feed as the sign it needs, and the next line with it:
    /// that hides a bullet there, but only one that begins with `*`.
    private func lenientCount(in text: Text) -> Int {
        let bytes = text.bytes
        var count = 0
        // Before this, a line belongs to a match that began with `*`.
        var taken = 0
        var position = 0
        while position < bytes.count {
            let space = text.spaceLength(at: position)
            if space > 0 {
                position += space
                continue
            }
            var lineEnd = ByteSearch.first(0x0A, in: bytes, from: position, to: bytes.count) ?? bytes.count
            switch bytes[position] {
            case UInt8(ascii: "-"):
                count += 1
            case UInt8(ascii: "*") where position >= taken && position + 1 < bytes.count:
                if bytes[position + 1] == UInt8(ascii: "*") { break }
                count += 1
                if lineEnd == position + 1 {
                    taken = ByteSearch.first(0x0A, in: bytes, from: lineEnd + 1, to: bytes.count) ?? bytes.count
                }
            default: break
            }
            if lineEnd < bytes.count { lineEnd += 1 }
            position = lineEnd
        }
        return count
    }
}

/// Lines of markdown lists.
enum MarkdownLines {
    /// The number of bullet points; `body` is called with each until it returns false.
    static func bullets(in text: Text, _ body: (Range<Int>) -> Bool) -> Int {
        var count = 0
        var goesOn = true
        for line in text.lines {
            let core = text.strip(line)
            guard core.count >= 3, let sign = bulletSign(text.bytes, at: core.lowerBound),
                text.spaceLength(at: core.lowerBound + sign) > 0, !isRuler(core, in: text.bytes)
            else { continue }
            count += 1
            if goesOn { goesOn = body(core) }
        }
        return count
    }

    /// The number of lines that begin with a number and `.` or `)`, then white space and text.
    static func numbered(in text: Text, _ body: (Range<Int>) -> Bool) -> Int {
        var count = 0
        var goesOn = true
        for line in text.lines {
            let core = text.strip(line)
            var index = core.lowerBound
            while index < core.upperBound, text.bytes[index] &- 0x30 < 10 { index += 1 }
            guard index > core.lowerBound, index + 1 < core.upperBound,
                text.bytes[index] == UInt8(ascii: ".") || text.bytes[index] == UInt8(ascii: ")"),
                text.spaceLength(at: index + 1) > 0
            else { continue }
            count += 1
            if goesOn { goesOn = body(core) }
        }
        return count
    }

    private static func bulletSign(_ bytes: [UInt8], at index: Int) -> Int? {
        switch bytes[index] {
        case UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "+"): return 1
        case 0xE2: return UTF8Decoding.scalar(bytes, at: index).value == 0x2022 ? 3 : nil
        default: return nil
        }
    }

    /// Whether a stripped line is one sign again and again, with spaces between: a divider.
    private static func isRuler(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
        let sign = bytes[range.lowerBound]
        return range.allSatisfy { bytes[$0] == sign || bytes[$0] == 0x20 }
    }
}
