// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Lays text out in lines of a terminal: broken between words, indented, with styles that never reach over a line's end.
struct TerminalLines {
    /// How a piece looks.
    enum Style: Equatable {
        case plain, strong, soft
        /// A label's word, in its colour.
        case label(String)
        /// A decisive place of a check with this label.
        case mark(String)
    }

    /// Text in one style, inert already.
    struct Piece {
        var text: String
        var style: Style

        init(_ text: String, _ style: Style = .plain) {
            self.text = text
            self.style = style
        }
    }

    /// What has been laid out.
    private(set) var text = ""
    private let width: Int
    private let color: Bool

    init(width: Int, color: Bool) {
        self.width = width
        self.color = color
    }

    mutating func heading(_ title: String) {
        text += "\n"
        paragraph([Piece(title, .strong)], indent: 0)
    }

    /// A paragraph; lines after the first are indented by `hanging`, where given.
    mutating func paragraph(_ pieces: [Piece], indent: Int, hanging: Int? = nil) {
        var cells: [Cell] = []
        for piece in pieces {
            let isMarked = if case .mark = piece.style { !color } else { false }
            if isMarked { cells.append(Cell(scalar: "«", style: .plain)) }
            for scalar in piece.text.unicodeScalars { cells.append(Cell(scalar: scalar, style: piece.style)) }
            if isMarked { cells.append(Cell(scalar: "»", style: .plain)) }
        }
        var isFirst = true
        for line in cells.split(omittingEmptySubsequences: false, whereSeparator: { $0.scalar == "\n" }) {
            var rest = line[...]
            repeat {
                let margin = isFirst ? indent : hanging ?? indent
                let end = lineEnd(of: rest, room: max(10, width - margin))
                write(rest[..<end], margin)
                rest = rest[end...]
                // The blank at which a line was broken belongs to neither line.
                if !rest.isEmpty { rest = rest.drop { $0.scalar == " " } }
                isFirst = false
            } while !rest.isEmpty
        }
    }

    private struct Cell {
        var scalar: Unicode.Scalar
        var style: Style
    }

    /// Where a line ends that may take `room` columns: behind the last word that fits, or in the middle of one that does
    /// not fit into any line.
    private func lineEnd(of cells: ArraySlice<Cell>, room: Int) -> Int {
        var used = 0
        var lastBreak: Int?
        for (index, cell) in zip(cells.indices, cells) {
            used += TerminalLines.columns(cell.scalar)
            if used > room { return lastBreak ?? max(index, cells.startIndex + 1) }
            if cell.scalar == " " { lastBreak = index + 1 }
        }
        return cells.endIndex
    }

    private mutating func write(_ cells: ArraySlice<Cell>, _ margin: Int) {
        var cells = cells
        while let last = cells.last, last.scalar == " " {
            if case .mark = last.style { break }
            cells.removeLast()
        }
        guard !cells.isEmpty else {
            text += "\n"
            return
        }
        text += String(repeating: " ", count: margin)
        var style = Style.plain
        for cell in cells {
            if color, cell.style != style {
                if style != .plain { text += "\u{1B}[0m" }
                text += TerminalLines.sequence(cell.style)
                style = cell.style
            }
            if cell.scalar == "\t" { text += "    " } else { text.unicodeScalars.append(cell.scalar) }
        }
        if style != .plain { text += "\u{1B}[0m" }
        text += "\n"
    }

    private static func sequence(_ style: Style) -> String {
        switch style {
        case .plain: ""
        case .strong: "\u{1B}[1m"
        case .soft: "\u{1B}[2m"
        case .label(let word): "\u{1B}[\(colour(word))m"
        case .mark(let word): "\u{1B}[4;\(colour(word))m"
        }
    }

    private static func colour(_ label: String) -> Int {
        switch label {
        case "pass": 32
        case "fail": 31
        case "invalid": 33
        case "abstain": 34
        default: 35
        }
    }

    /// Columns of a scalar: two for East Asian scripts and emoji, none for combining marks.
    ///
    /// Near enough to break lines.
    private static func columns(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x09: 4
        case 0x300..<0x370, 0x200D, 0xFE00..<0xFE10: 0
        case 0x1100..<0x1160, 0x2E80..<0xA4D0, 0xAC00..<0xD7A4, 0xF900..<0xFB00, 0xFE30..<0xFE70, 0xFF00..<0xFF61,
            0xFFE0..<0xFFE7, 0x1F300..<0x1F650, 0x1F900..<0x1FA00, 0x20000..<0x3FFFE:
            2
        default: 1
        }
    }
}
