// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when each line begins with more spaces than the one before.
///
/// ## How it decides
/// Lines end at line feeds; only the space U+0020 indents. Blank lines are left out, or, with `keepsSomeBlankLines`, as
/// IFBench's checker leaves them out: it deletes from the list that it walks, so that the line after a deletion is not
/// looked at, and what it deletes is the first line that is left of the same kind of blank.
public struct LineIndentation: Rule {
    /// Whether some blank lines stay, as in IFBench's checker.
    public let keepsSomeBlankLines: Bool

    /// Creates the rule.
    public init(keepsSomeBlankLines: Bool) { self.keepsSomeBlankLines = keepsSomeBlankLines }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        let lines = text.lines
        let blank = lines.map { text.strip($0).isEmpty }
        let isLeft: [Bool]
        if blank.contains(true) {
            isLeft = keepsSomeBlankLines ? LineIndentation.left(lines, blank, text.bytes) : blank.map { !$0 }
        } else {
            isLeft = []
        }
        var previous: Int?
        for (index, line) in lines.enumerated() where isLeft.isEmpty || isLeft[index] {
            let spaces = indentation(line, text.bytes)
            if let previous, spaces <= previous {
                return input.verdict(false) {
                    [
                        Evidence(
                            "spaces before line \(index + 1)", found: .number(JSONNumber(lexeme: String(spaces))),
                            required: "more than \(previous)", span: Span(line))
                    ]
                }
            }
            previous = spaces
        }
        return input.verdict(true) { [] }
    }

    private func indentation(_ line: Range<Int>, _ bytes: [UInt8]) -> Int {
        var index = line.lowerBound
        while index < line.upperBound, bytes[index] == 0x20 { index += 1 }
        return index - line.lowerBound
    }

    /// Which lines a walk leaves that deletes from the list it walks.
    private static func left(_ lines: [Range<Int>], _ blank: [Bool], _ bytes: [UInt8]) -> [Bool] {
        var isLeft = Array(repeating: true, count: lines.count)
        var kinds = SliceCounts(bytes)
        // Per kind of blank line, those that were passed over, in order, and how many of them are gone.
        var waiting: [(lines: [Int], gone: Int)] = []
        func kind(_ index: Int) -> Int {
            let kind = kinds.add(lines[index])
            if kind == waiting.count { waiting.append(([], 0)) }
            return kind
        }
        var index = 0
        while index < lines.count {
            guard blank[index] else {
                index += 1
                continue
            }
            let own = kind(index)
            waiting[own].lines.append(index)
            isLeft[waiting[own].lines[waiting[own].gone]] = false
            waiting[own].gone += 1
            // The line that moves up into the place of the deleted one is not looked at.
            if index + 1 < lines.count, blank[index + 1] {
                waiting[kind(index + 1)].lines.append(index + 1)
            }
            index += 2
        }
        return isLeft
    }
}
