// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore

/// One decision as text for a terminal: the prompt, the response with the decisive places marked, and for each check what
/// was measured and what was required.
///
///     sample 1000  gpt-4.jsonl:1  fail  1 of 2 checks pass
///
///     Prompt
///       Write a 300+ word summary …
///
///     Response
///       Raymond III was the Count of Tripoli«,» and …
///
///     Checks
///       fail  punctuation:no_comma
///             comma: none required
///       pass  length_constraints:number_words  relation "at least", num_words 300
///             words: 312, at least 300 required
///
/// Everything from outside is made harmless by ``Inert/terminal(_:)``: it cannot steer the terminal.
public struct ExplanationView: Sendable {
    /// The most bytes of a prompt that are shown.
    public var promptLimit: Int
    /// The most bytes of a response that are shown; of a longer one, its beginning and what stands around the marks.
    public var responseLimit: Int

    /// Creates a view.
    ///
    /// - Parameters:
    ///   - promptLimit: the most bytes of a prompt.
    ///   - responseLimit: the most bytes of a response, roughly.
    public init(promptLimit: Int = 600, responseLimit: Int = 4000) {
        self.promptLimit = max(0, promptLimit)
        self.responseLimit = max(0, responseLimit)
    }

    /// Renders one decision.
    ///
    /// - Parameters:
    ///   - sample: the sample.
    ///   - color: whether places are marked and labels coloured by ANSI sequences; `«` and `»` stand around places if not.
    ///   - width: columns; at least 40 are used.
    /// - Returns: the text, with a line feed at its end.
    public func render(_ sample: CollectedSample, color: Bool, width: Int) -> String {
        var lines = TerminalLines(width: max(40, width), color: color)
        head(sample, to: &lines)
        if let prompt = sample.record?.sample.prompt, !prompt.isEmpty { self.prompt(prompt, to: &lines) }
        if let error = sample.error {
            lines.heading("Error")
            lines.paragraph([.init(Inert.terminal(error.message))], indent: 2)
        }
        guard let result = sample.result else { return lines.text }
        let reasons = Reasons(result, of: sample.record)
        response(result, reasons, sample, to: &lines)
        lines.heading("Checks")
        let labels = reasons.items.map { ExplanationView.labels($0) }
        let column = (labels.map(\.utf8.count).max() ?? 0) + 4
        for (item, label) in zip(reasons.items, labels) { check(item, label, column, to: &lines) }
        return lines.text
    }

    private func head(_ sample: CollectedSample, to lines: inout TerminalLines) {
        let label = Reasons.word(sample.result?.label)
        var pieces: [TerminalLines.Piece] = [
            .init("sample \(Inert.line(sample.name))", .strong),
            // Without an id the line is the name.
            .init(sample.name == sample.place ? "  " : "  \(Inert.line(sample.place))  "),
            .init(label, .label(label)),
        ]
        if let result = sample.result {
            if sample.record?.sample.responses.count ?? 1 > 1 {
                // As the verdict lines count them.
                pieces[0].text += ", responses[\(result.index)]"
            }
            let loose = Reasons.word(result.looseLabel)
            if loose != label { pieces += [.init(" (loose: "), .init(loose, .label(loose)), .init(")")] }
            let passed = result.checks.count { $0.strictLabel == .pass }
            pieces.append(.init("  \(passed) of \(result.checks.count) checks pass"))
        }
        lines.paragraph(pieces, indent: 0)
    }

    private func prompt(_ prompt: String, to lines: inout TerminalLines) {
        lines.heading("Prompt")
        let bytes = Array(prompt.utf8)
        let shown = MarkedText(bytes, marks: [], limit: promptLimit).pieces.last?.bytes.upperBound ?? 0
        var text = Inert.terminal(String(decoding: bytes[..<shown], as: UTF8.self))
        if shown < bytes.count { text += " … (\(Figure.grouped(bytes.count - shown)) more bytes)" }
        lines.paragraph([.init(text, .soft)], indent: 2)
    }

    private func response(
        _ result: ResponseResult, _ reasons: Reasons, _ sample: CollectedSample, to lines: inout TerminalLines
    ) {
        var heading = "Response (\(Figure.grouped(result.answer.count)) bytes"
        if let responses = sample.record?.sample.responses, responses.indices.contains(result.index) {
            let reasoning = responses[result.index].text.utf8.count - result.answer.count
            if reasoning > 0 { heading += ", after \(Figure.grouped(reasoning)) bytes of reasoning" }
        }
        lines.heading(heading + ")")
        var pieces: [TerminalLines.Piece] = []
        let marked = MarkedText(result.answer, marks: reasons.marks.map(\.bytes))
        let isLong = result.answer.count > responseLimit
        for (index, piece) in marked.pieces.enumerated() {
            guard let mark = piece.marks.first else {
                let isLast = index == marked.pieces.count - 1
                pieces.append(
                    .init(plain(result.answer, piece.bytes, isFirst: index == 0, isLast: isLast, isLong: isLong)))
                continue
            }
            let text = shortened(result.answer, piece.bytes, head: responseLimit / 4, tail: responseLimit / 4)
            // A place of white space alone would be invisible.
            let isBlank = text.unicodeScalars.allSatisfy { [" ", "\n", "\t"].contains($0) }
            pieces.append(.init(isBlank ? blank(text) : text, .mark(reasons.marks[mark].label)))
        }
        if pieces.isEmpty { pieces.append(.init("(empty)", .soft)) }
        lines.paragraph(pieces, indent: 2)
    }

    /// Text between marks: of a long response, what stands next to them.
    private func plain(_ text: [UInt8], _ range: Range<Int>, isFirst: Bool, isLast: Bool, isLong: Bool) -> String {
        guard isLong else { return Inert.terminal(String(decoding: text[range], as: UTF8.self)) }
        let near = 160
        // Without any mark the beginning and the end are all there is to show.
        let head = isFirst ? (isLast ? responseLimit * 3 / 4 : responseLimit / 4) : near
        let tail = isLast ? (isFirst ? responseLimit / 4 : near) : near
        return shortened(text, range, head: head, tail: tail)
    }

    private func shortened(_ text: [UInt8], _ range: Range<Int>, head: Int, tail: Int) -> String {
        guard range.count > head + tail + 40 else {
            return Inert.terminal(String(decoding: text[range], as: UTF8.self))
        }
        let slice = Array(text[range])
        let pieces = MarkedText(slice, marks: [0..<head, slice.count - tail..<slice.count]).pieces
        let first = pieces.first.map { String(decoding: slice[$0.bytes], as: UTF8.self) } ?? ""
        let last = pieces.count > 1 ? pieces.last.map { String(decoding: slice[$0.bytes], as: UTF8.self) } ?? "" : ""
        let omitted = range.count - first.utf8.count - last.utf8.count
        return Inert.terminal(first) + " [… \(Figure.grouped(omitted)) bytes …] " + Inert.terminal(last)
    }

    private func blank(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": result += "⏎\n"
            case "\t": result += "⇥"
            default: result += "␣"
            }
        }
        return result
    }

    private static func labels(_ item: Reasons.Item) -> String {
        guard let loose = item.loose, loose != item.strict else { return item.strict }
        return "\(item.strict), loose \(loose)"
    }

    private func check(_ item: Reasons.Item, _ label: String, _ column: Int, to lines: inout TerminalLines) {
        var pieces: [TerminalLines.Piece] = [
            .init(label + String(repeating: " ", count: column - 2 - label.utf8.count), .label(item.strict)),
            .init(Inert.line(item.name + (item.id.map { " (\($0))" } ?? "")), .strong),
        ]
        if !item.arguments.isEmpty { pieces.append(.init("  " + Inert.line(item.arguments), .soft)) }
        lines.paragraph(pieces, indent: 2, hanging: column)
        if let reason = item.reason { lines.paragraph([.init(Inert.terminal(reason))], indent: column) }
        for fact in item.facts { lines.paragraph([.init(Inert.terminal(fact.sentence))], indent: column) }
        if item.omitted > 0 { lines.paragraph([.init("and \(item.omitted) more", .soft)], indent: column) }
    }
}
