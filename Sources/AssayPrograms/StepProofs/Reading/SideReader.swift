// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Reads an arithmetic expression from tokens, with the units of its numbers left out.
struct SideReader {
    // MARK: Limits
    /// Most words of a unit.
    static let unitWords = 4
    /// Most tokens of a side.
    static let tokens = 300

    let tokens: ArraySlice<MathToken>
    private(set) var side = StatementSide()
    private var index: Int
    private var depth = 0
    private var operands = 0
    /// Whether the last operand stands behind a `/`: `1/2x` is read in two ways.
    private var isBehindSlash = false
    private var isSlashSpaced = false
    /// What was read when the expression could last have ended.
    private var best: (end: Int, side: StatementSide)?

    init(_ tokens: ArraySlice<MathToken>) {
        self.tokens = tokens
        index = tokens.startIndex
    }

    /// The longest expression that begins here, and where it ends; nil where there is none.
    mutating func longest() -> (end: Int, side: StatementSide)? {
        guard tokens.count <= SideReader.tokens else { return nil }
        var expectsOperand = true
        while index < tokens.endIndex {
            let goesOn = expectsOperand ? operand() : behindOperand()
            guard let next = goesOn else { break }
            expectsOperand = next
            if !expectsOperand, depth == 0 {
                best = (index, side)
            }
        }
        guard var result = best else { return nil }
        if !result.side.hasOperator { result.side.shown = SideReader.shown(result.side.text) }
        return result
    }

    private func token(_ offset: Int = 0) -> MathToken? {
        tokens.indices.contains(index + offset) ? tokens[index + offset] : nil
    }

    private mutating func take(_ text: String) {
        side.text += text
        index += 1
    }

    // MARK: - Where an operand is expected

    /// Whether another operand is expected; nil where it ends.
    private mutating func operand() -> Bool? {
        guard let token = token() else { return nil }
        switch token.kind {
        case .currency:
            side.hasCurrency = true
            unit("$" + token.text)
            index += 1
            return true
        case .sign where token.text != "*" && token.text != "/":
            // One sign before an operand.
            guard let next = self.token(1), next.beginsOperand, !endsWithSign else { return nil }
            if token.text == "±" { side.hasOperator = true }
            take(token.text == "±" ? "\\pm " : token.text)
            return true
        case .number, .symbol, .raw:
            operands += 1
            if operands > 1 { side.hasOperator = true }
            if token.kind == .raw { side.hasOperator = true }
            take(token.kind == .symbol ? " " + token.text + " " : token.text)
            return false
        case .function:
            guard self.token(1)?.kind == .open else { return nil }
            side.hasOperator = true
            take(SideReader.functions[token.text] ?? token.text)
            return true
        case .open:
            depth += 1
            take("(")
            return true
        case .word where side.text.utf8.last == UInt8(ascii: "/"):
            // `60 km/hour`.
            side.text.removeLast()
            unit("/" + token.text)
            index += 1
            return false
        default: return nil
        }
    }

    static let functions = ["ceil": "\\lceil"]

    /// Whether two signs stand at the end already.
    private var endsWithSign: Bool {
        side.text.utf8.suffix(2).filter { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }.count > 1
    }

    // MARK: - Behind an operand

    private mutating func behindOperand() -> Bool? {
        guard let token = token() else { return nil }
        switch token.kind {
        case .sign:
            guard let next = self.token(1),
                next.beginsOperand || next.kind == .sign
                    || (token.text == "/" && next.kind == .word)
            else { return nil }
            if next.kind == .word {
                take("/")
                return true
            }
            side.hasOperator = true
            if token.text == "+" || token.text == "-" || token.text == "±" { side.hasSum = true }
            if token.text == "/" {
                if isBehindSlash, token.isSpaced != isSlashSpaced { side.isAmbiguous = true }
                isSlashSpaced = token.isSpaced
            }
            isBehindSlash = token.text == "/"
            take(token.text == "±" ? "\\pm " : token.text)
            return true
        case .power:
            side.hasOperator = true
            // A power of a power is read in two ways.
            if side.text.hasSuffix("}"), tokens[index - 1].kind == .power { return nil }
            take(token.text)
            return false
        case .factorial:
            side.hasOperator = true
            take("!")
            return false
        case .percent:
            side.hasPercent = true
            take("%")
            return false
        case .modulo:
            guard let next = self.token(1), next.kind == .number else { return nil }
            side.hasOperator = true
            take(" mod ")
            return true
        case .close:
            guard depth > 0 else { return nil }
            depth -= 1
            take(")")
            return false
        case .currency:
            // `5$`, `5€`.
            guard !(self.token(1)?.beginsOperand ?? false) else { return nil }
            unit("$" + token.text)
            index += 1
            return false
        case .open, .symbol, .raw, .function: return product(token)
        case .word: return words()
        default: return nil
        }
    }

    /// Two operands side by side.
    private mutating func product(_ token: MathToken) -> Bool? {
        let previous = tokens[index - 1]
        guard previous.kind != .word,
            !token.isSpaced || token.isMath || (previous.kind == .number && token.kind == .symbol)
        else { return nil }
        // `f(x)` is a call; `1/2x` and `a/b(c)` are read in two ways.
        if token.kind == .open, previous.kind == .symbol, !SideReader.factors.contains(previous.text) { return nil }
        if isBehindSlash { return nil }
        side.hasOperator = true
        side.text += "*"
        return operand()
    }

    /// Variables before a bracket that nobody takes for functions.
    private static let factors: Set<String> = [
        "x", "y", "z", "a", "b", "c", "d", "k", "m", "n", "t", "u", "v", "w", "r", "s",
    ]

    /// A unit in words, or `of` behind a percentage or a fraction.
    private mutating func words() -> Bool? {
        guard let first = token() else { return nil }
        if first.text == "of", let next = token(1), next.beginsOperand {
            let isPart = tokens[index - 1].kind == .percent || isFraction
            guard isPart else { return nil }
            side.hasOperator = true
            take("*")
            return true
        }
        var count = 0
        while let word = token(count), word.kind == .word, count <= SideReader.unitWords {
            if StepWords.scales.contains(word.text) { return nil }
            count += 1
        }
        guard count <= SideReader.unitWords else { return nil }
        // Words at the end are looked at by whoever asked.
        guard let next = token(count) else { return nil }
        guard next.kind == .sign || (next.kind == .close && depth > 0) else { return nil }
        if next.kind == .sign, let behind = token(count + 1),
            !(behind.beginsOperand || (next.text == "/" && behind.kind == .word))
        {
            return nil
        }
        unit((0..<count).compactMap { token($0)?.text }.joined(separator: " "))
        index += count
        return false
    }

    /// Whether two whole numbers with a stroke between stand just before.
    private var isFraction: Bool {
        guard index - 3 >= tokens.startIndex else { return tokens[index - 1].kind == .raw }
        let last = tokens[(index - 3)..<index].map(\.kind)
        return (last == [.number, .sign, .number] && tokens[index - 2].text == "/") || tokens[index - 1].kind == .raw
    }

    private mutating func unit(_ name: String) { side.units.append(name) }

    /// How precisely a lone literal is written.
    static func shown(_ text: String) -> ShownDigits? {
        let bytes = text.utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") || $0 == 0x20 }
        guard !bytes.isEmpty, bytes.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }) else { return nil }
        if let point = bytes.firstIndex(of: 0x2E) {
            return ShownDigits(decimals: bytes.distance(from: point, to: bytes.endIndex) - 1)
        }
        let zeros = bytes.reversed().prefix { $0 == 0x30 }.count
        return ShownDigits(decimals: 0, zeros: min(zeros, bytes.count - 1))
    }
}
