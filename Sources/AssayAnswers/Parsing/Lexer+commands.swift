// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Commands of LaTeX.
extension Lexer {
    mutating func command() throws(ParseError) {
        let start = position
        let next = peek(1)
        if isASCIILetter(next) { return try namedCommand(start) }
        switch next {
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: " "), UInt8(ascii: ">"),
            UInt8(ascii: "/"), 0x0A, 0x0D, 0x09:
            position += 2
            isSpaced = true
        case UInt8(ascii: "!"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"),
            UInt8(ascii: "-"):
            position += 2
        case UInt8(ascii: "{"): try sign(.open(.set), 2)
        case UInt8(ascii: "}"): try sign(.close(.set), 2)
        case UInt8(ascii: "|"): try sign(.doubleBar, 2)
        case UInt8(ascii: "%"): try sign(.percent, 2)
        case UInt8(ascii: "&"): try sign(.and, 2)
        case UInt8(ascii: "_"): try sign(.underscore, 2)
        case UInt8(ascii: "\\"): try doubleBackslash(start)
        case 0:
            // A backslash that closes the input.
            position += 1
        default: throw .unexpected(Int32(start))
        }
    }

    private func isASCIILetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

    /// `\\`: a line break, or one backslash too many.
    private mutating func doubleBackslash(_ start: Int) throws(ParseError) {
        if environments.isEmpty {
            var end = position + 2
            while end < bytes.count, isASCIILetter(bytes[end]) { end += 1 }
            if end > position + 3, Vocabulary.commands[string(position + 2..<end)] != nil {
                position += 1
                return try namedCommand(position)
            }
            if [UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "%")].contains(peek(2)) {
                position += 1
                return try command()
            }
        }
        position += 2
        if peek() == UInt8(ascii: "*") { position += 1 }
        try add(.newline, from: start)
        // The extra space of `\\[2pt]`.
        guard !environments.isEmpty, peek() == UInt8(ascii: "[") else { return }
        var end = position + 1
        while end < bytes.count, end < position + 8, bytes[end] != UInt8(ascii: "]") { end += 1 }
        let inside = bytes[min(position + 1, end)..<end]
        if end < bytes.count, bytes[end] == UInt8(ascii: "]"), let unit = inside.last, isASCIILetter(unit),
            inside.first.map({ isDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }) ?? false
        {
            position = end + 1
        }
    }

    private mutating func namedCommand(_ start: Int) throws(ParseError) {
        var end = start + 1
        while end < bytes.count, isASCIILetter(bytes[end]) { end += 1 }
        var name = string(start + 1..<end)
        var known = Vocabulary.commands[name]
        if known == nil, let prefix = Self.joinedCommands.first(where: { name.hasPrefix($0) }) {
            // `\quadx`: a space is missing.
            name = prefix
            known = Vocabulary.commands[name]
            end = start + 1 + prefix.utf8.count
        }
        position = end
        guard let command = known else {
            if let base = Vocabulary.logarithms[name] { return try logarithm(base, from: start) }
            return try add({ .symbol($0) }, name, from: start)
        }
        try perform(command, name, from: start)
    }

    /// `\lg` and `\lb`: a logarithm with its base.
    mutating func logarithm(_ base: Int, from start: Int) throws(ParseError) {
        try add(.function(.log), from: start)
        try add(.underscore, from: start)
        literals.append(TreeParser.whole(base))
        try add(.number(Int32(literals.count - 1)), from: start)
    }

    /// Commands that a name may stick to.
    private static let joinedCommands = ["qquad", "quad", "cdot", "times", "infty"]

    private mutating func perform(_ command: Vocabulary.Command, _ name: String, from start: Int) throws(ParseError) {
        switch command {
        case .token(.relation(let kind)):
            position = start
            try relation(kind, name.utf8.count + 1)
        case .token(let kind): try add(kind, from: start)
        case .symbol(let symbol): try add({ .symbol($0) }, symbol, from: start)
        case .skip: isSpaced = isSpaced || peek() == 0x20
        case .skipArgument:
            if let range = try argument() { position = range.upperBound + 1 }
        case .transparent: expectsArgument = true
        case .wideSpace:
            isSpaced = true
            isWide = true
        case .accent(let accent): try self.accent(accent, from: start)
        case .overline(let accent): try self.accent(accent, from: start)
        case .bold: try bold(from: start)
        case .italic: try italic(from: start)
        case .text: try text(from: start)
        case .roman: try roman(from: start)
        case .blackboard: try blackboard(from: start)
        case .operatorName: try operatorName(from: start)
        case .left: try delimiter(isLeft: true, from: start)
        case .right: try delimiter(isLeft: false, from: start)
        case .middle:
            skipSpaces()
            position += 1
            try add(.mid, from: start)
        case .begin: try environment(isBegin: true, from: start)
        case .end: try environment(isBegin: false, from: start)
        case .not: isNegated = true
        }
    }

    mutating func skipSpaces() {
        while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
    }

    /// The bytes between the braces that follow, nil where none do.
    ///
    /// The position stays. No more than ``ParserLimits/argument`` bytes are looked at, so that nested commands take linear
    /// time.
    func argument() throws(ParseError) -> Range<Int>? {
        var index = position
        while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
        guard index < bytes.count, bytes[index] == UInt8(ascii: "{") else { return nil }
        let begin = index + 1
        var depth = 0
        while index < bytes.count, index - begin <= ParserLimits.argument {
            switch bytes[index] {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"):
                depth -= 1
                if depth == 0 { return begin..<index }
            default: break
            }
            index += 1
        }
        throw index < bytes.count ? .tooLong(Int32(begin)) : .unclosed(Int32(begin))
    }

    /// The delimiter after `\left` or `\right`.
    private mutating func delimiter(isLeft: Bool, from start: Int) throws(ParseError) {
        skipSpaces()
        let byte = peek()
        guard byte != UInt8(ascii: "\\") || peek(1) == UInt8(ascii: "|") || peek(1) == UInt8(ascii: "\\") else {
            // `\left\{`, `\left\lfloor`: the command itself tells, but for bars.
            if string(position..<min(position + 5, bytes.count)) == "\\vert" {
                position += 5
                return try add(isLeft ? .open(.bar) : .close(.bar), from: start)
            }
            if string(position..<min(position + 5, bytes.count)) == "\\Vert" {
                position += 5
                return try add(isLeft ? .open(.norm) : .close(.norm), from: start)
            }
            return
        }
        position += 1
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: ")"): try add(isLeft ? .open(.round) : .close(.round), from: start)
        case UInt8(ascii: "["): try add(.open(.square), from: start)
        case UInt8(ascii: "]"): try add(.close(.square), from: start)
        case UInt8(ascii: "{"), UInt8(ascii: "}"): try add(isLeft ? .open(.set) : .close(.set), from: start)
        case UInt8(ascii: "|"): try add(isLeft ? .open(.bar) : .close(.bar), from: start)
        case UInt8(ascii: "."): try add(isLeft ? .open(.nothing) : .closeNothing, from: start)
        case UInt8(ascii: "<"), UInt8(ascii: ">"): try add(isLeft ? .open(.angle) : .close(.angle), from: start)
        case UInt8(ascii: "\\"):
            let next = peek()
            position += 1
            if next == UInt8(ascii: "|") { return try add(isLeft ? .open(.norm) : .close(.norm), from: start) }
            // `\left\\{`, a backslash too many.
            position -= 1
        case 0: throw .unclosed(Int32(start))
        default: throw .unexpected(Int32(position - 1))
        }
    }

    private mutating func environment(isBegin: Bool, from start: Int) throws(ParseError) {
        guard let range = try argument() else { throw .unclosed(Int32(start)) }
        var name = bytes[range]
        name = name.last == UInt8(ascii: "*") ? name.dropLast() : name
        position = range.upperBound + 1
        let kind: Token.Environment
        switch String(decoding: name, as: UTF8.self) {
        case "matrix", "pmatrix", "bmatrix", "Bmatrix", "smallmatrix", "psmallmatrix", "bsmallmatrix": kind = .matrix
        case "vmatrix": kind = .determinant
        case "Vmatrix": kind = .norm
        case "array", "tabular": kind = .array
        case "cases", "dcases", "rcases": kind = .cases
        case "align", "aligned", "alignat", "gather", "gathered", "split", "eqnarray", "multline": kind = .lines
        case "equation", "math", "displaymath": return
        default: throw .unexpected(Int32(start))
        }
        if isBegin {
            environments.append(kind)
        } else if environments.popLast() == nil {
            // A leftover of an environment around the answer.
            return
        }
        if isBegin, kind == .array || peek() == UInt8(ascii: "["), let columns = try columnSpecification() {
            position = columns
        }
        try add(isBegin ? .begin(kind) : .finish(kind), from: start)
        if isBegin { brackets.append(false) } else { _ = brackets.popLast() }
    }

    /// The end of `{c|cc}` or `[t]` after `\begin{array}`.
    private func columnSpecification() throws(ParseError) -> Int? {
        if let range = try argument() { return range.upperBound + 1 }
        guard peek() == UInt8(ascii: "[") else { return nil }
        var index = position
        while index < bytes.count, index < position + 16 {
            if bytes[index] == UInt8(ascii: "]") { return index + 1 }
            index += 1
        }
        return nil
    }
}
