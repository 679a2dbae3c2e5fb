// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when enough sentences are followed by enough bullet points `*`, and by nothing else.
///
/// ## How it decides
/// Lines before the first that begins with `*` are divided into sentences, each line on its own; all later lines begin with
/// `*`. As in IFBench's checker a blank line before the bullets ends the sentences, and a blank line after them fails,
/// unless `skipsBlankLines` is set.
public struct BulletsAfterSentences: Rule {
    /// The least number of sentences.
    public let sentences: Int
    /// The least number of bullet points.
    public let bullets: Int
    /// Whether blank lines are passed over.
    public let skipsBlankLines: Bool

    /// Creates the rule.
    public init(sentences: Int, bullets: Int, skipsBlankLines: Bool) {
        self.sentences = sentences
        self.bullets = bullets
        self.skipsBlankLines = skipsBlankLines
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        var isProse = true
        var sentenceCount = 0
        var bulletCount = 0
        var stray: (number: Int, line: Range<Int>)?
        for (index, line) in text.lines.enumerated() {
            let inner = text.strip(line)
            if inner.isEmpty, skipsBlankLines { continue }
            if !inner.isEmpty, text.bytes[inner.lowerBound] == UInt8(ascii: "*") {
                isProse = false
                if sentenceCount < sentences { break }
                bulletCount += 1
            } else if isProse {
                let count = inner.isEmpty ? 0 : text.resources.english.sentenceCount(in: Array(text.bytes[inner]))
                sentenceCount += count
                isProse = count > 0
            } else {
                stray = (index + 1, line)
                break
            }
        }
        let passed = stray == nil && sentenceCount >= sentences && bulletCount >= bullets
        let (found, points) = (sentenceCount, bulletCount)
        return input.verdict(passed) {
            if let stray { return [.place("line \(stray.number)", stray.line, required: "a bullet point *")] }
            return [
                .count("sentences before the bullet points", found, required: "at least \(sentences)"),
                .count("bullet points *", points, required: "at least \(bullets)"),
            ]
        }
    }
}
