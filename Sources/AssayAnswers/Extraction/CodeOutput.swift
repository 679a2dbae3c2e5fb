// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Finds what a program printed: the last "```output" block.
enum CodeOutput {
    /// The content of the last block in `range`.
    static func last(in range: Range<Int>, of text: AnswerText) -> Range<Int>? {
        var index = range.upperBound - 1
        while index >= range.lowerBound {
            if text[index] == UInt8(ascii: "`"), text.matches("```output", at: index) {
                let start = text.lineEnd(from: index, limit: range.upperBound)
                let end = text.find("```", in: start..<range.upperBound) ?? range.upperBound
                let content = text.trim(start..<end)
                return content.isEmpty ? nil : content
            }
            index -= 1
        }
        return nil
    }
}
