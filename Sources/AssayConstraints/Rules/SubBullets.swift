// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when every bullet point `*` has a sub-bullet `-`.
///
/// ## How it decides
/// With `looksAtLines`, lines that begin with `*` and white space are bullets, those that begin with `-` and white space
/// sub-bullets; there is at least one bullet, and each has a sub-bullet before the next. Without it, as in IFBench's
/// checker: after each `*`, wherever it stands, a `-` comes before the next, and a response without `*` passes.
public struct SubBullets: Rule {
    /// Whether only signs at the beginning of lines count.
    public let looksAtLines: Bool

    /// Creates the rule.
    public init(looksAtLines: Bool) { self.looksAtLines = looksAtLines }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        let bullets = looksAtLines ? lineBullets(text) : allStars(text.bytes)
        let bare = bullets.first { !$0.hasSub }
        let none = looksAtLines && bullets.isEmpty
        return input.verdict(bare == nil && !none) {
            if none { return [.count("bullet points *", 0, required: "1 or more")] }
            return bare.map { [.place("bullet point *", $0.at..<$0.at + 1, required: "a sub-bullet - below it")] } ?? []
        }
    }

    private func allStars(_ bytes: [UInt8]) -> [(at: Int, hasSub: Bool)] {
        var result: [(at: Int, hasSub: Bool)] = []
        for (index, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "*") {
                if let last = result.last, !last.hasSub { break }
                result.append((index, false))
            } else if byte == UInt8(ascii: "-"), let last = result.indices.last {
                result[last].hasSub = true
            }
        }
        return result
    }

    private func lineBullets(_ text: Text) -> [(at: Int, hasSub: Bool)] {
        var result: [(at: Int, hasSub: Bool)] = []
        for line in text.lines {
            let inner = text.strip(line)
            guard inner.count >= 2, UnicodeText.isASCIISpace(text.bytes[inner.lowerBound + 1]) else { continue }
            switch text.bytes[inner.lowerBound] {
            case UInt8(ascii: "*"): result.append((inner.lowerBound, false))
            case UInt8(ascii: "-"): if let last = result.indices.last { result[last].hasSub = true }
            default: break
            }
        }
        return result
    }
}
