// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Changes inside an expression.
enum TermChanges {
    /// Letters that may stand for any constant, so that a change of a term beside them may mean nothing.
    private static let constants: Set<UInt8> = [
        UInt8(ascii: "C"), UInt8(ascii: "c"), UInt8(ascii: "K"), UInt8(ascii: "k"),
    ]
    /// Letters that may stand for any whole number: the family 2πn is that of −2πn.
    private static let families: Set<UInt8> = [UInt8(ascii: "n"), UInt8(ascii: "m"), UInt8(ascii: "k")]

    /// Where the value stands: behind `x =` or `f(x) =`, else all of the text.
    static func valueRange(_ core: [UInt8]) -> Range<Int> {
        guard let equals = core.firstIndex(of: UInt8(ascii: "=")),
            core.lastIndex(of: UInt8(ascii: "=")) == equals
        else { return 0..<core.count }
        let name = core[..<equals].filter { $0 != 0x20 }
        guard let letter = name.first, isLetter(letter) else { return 0..<core.count }
        let isName =
            name.count == 1
            || name.count == 4 && name[1] == UInt8(ascii: "(") && isLetter(name[2]) && name[3] == UInt8(ascii: ")")
        // A name on both sides makes an equation of it.
        guard isName, !core[(equals + 1)...].contains(letter) else { return 0..<core.count }
        return equals + 1..<core.count
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    /// All certain changes of the expression in `range`.
    static func all(of core: [UInt8], in range: Range<Int>, isLoose: Bool) -> [AnswerChange] {
        if let changes = inequality(core) { return changes }
        guard let (part, reader) = TermReader.read(core, in: range) else { return ratio(core, range) }
        if reader.termCount > 1, isLoose || reader.hasDecimal || !reader.symbols.isDisjoint(with: constants) {
            return []
        }
        if isWord(core, range) { return [] }
        let isFamily = reader.hasPi && !reader.symbols.isDisjoint(with: families)
        return changes(core, part.sites).filter { !(isFamily && $0.kind == .sign) }
    }

    /// Letters side by side that are more likely a word.
    private static func isWord(_ core: [UInt8], _ range: Range<Int>) -> Bool {
        var run = 0
        var previous: UInt8 = 0
        for byte in core[range] {
            run = isLetter(byte) && previous != UInt8(ascii: "\\") ? run + 1 : 0
            if run > 3 { return !core.contains(UInt8(ascii: "\\")) }
            previous = byte
        }
        return false
    }

    /// The changes at sites.
    static func changes(_ core: [UInt8], _ sites: [TermReader.Site]) -> [AnswerChange] {
        sites.compactMap { site in
            switch site {
            case .digit(let place):
                AnswerChange(kind: .digit, text: Edit.replace(core, place..<place + 1, [Edit.otherDigit(core[place])]))
            case .exponent(let digits): exponent(core, digits)
            case .sign(let start, let own): AnswerChange(kind: .sign, text: turned(core, start, own))
            case .swap(let above, let below):
                AnswerChange(
                    kind: .fraction,
                    text: String(
                        decoding: Array(core[..<above.lowerBound]) + core[below]
                            + core[above.upperBound..<below.lowerBound] + core[above] + core[below.upperBound...],
                        as: UTF8.self))
            }
        }
    }

    private static func exponent(_ core: [UInt8], _ digits: Range<Int>) -> AnswerChange? {
        guard let number = Int(String(decoding: core[digits], as: UTF8.self)), number < 1_000_000 else { return nil }
        var text = Array(String(number + 1).utf8)
        // A bare exponent of two digits would be read as its first.
        let isBraced = digits.lowerBound > 0 && core[digits.lowerBound - 1] == UInt8(ascii: "{")
        if text.count > 1, !isBraced { text = [UInt8(ascii: "{")] + text + [UInt8(ascii: "}")] }
        return AnswerChange(kind: .exponent, text: Edit.replace(core, digits, text))
    }

    private static func turned(_ core: [UInt8], _ start: Int, _ own: Int?) -> String {
        guard let own else { return Edit.replace(core, start..<start, [UInt8(ascii: "-")]) }
        if core[own] == UInt8(ascii: "+") { return Edit.replace(core, own..<own + 1, [UInt8(ascii: "-")]) }
        let before = core[..<own].last { $0 != 0x20 }
        let isFirst = before.map { "({[,=<>:;".utf8.contains($0) } ?? true
        return Edit.replace(core, own..<own + 1, isFirst ? [] : [UInt8(ascii: "+")])
    }

    // MARK: Ratios and inequalities

    /// `a:b` of whole numbers, also a time: another first digit, and turned round.
    private static func ratio(_ core: [UInt8], _ range: Range<Int>) -> [AnswerChange] {
        let parts = core[range].split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard parts.count == 2 else { return [] }
        let numbers = parts.map { part in
            let trimmed = part.drop { $0 == 0x20 }
            return trimmed.prefix { (0x30...0x39).contains($0) }
        }
        let rest = parts[1][numbers[1].endIndex...]
        guard !numbers[0].isEmpty, !numbers[1].isEmpty, numbers[0].endIndex == parts[0].endIndex else { return [] }
        var changes: [AnswerChange] = []
        if let first = numbers[0].first, first != 0x30 {
            let place = numbers[0].startIndex
            changes.append(
                AnswerChange(kind: .digit, text: Edit.replace(core, place..<place + 1, [Edit.otherDigit(first)])))
        }
        if rest.isEmpty, Array(numbers[0]) != Array(numbers[1]) {
            let text = Array(core[..<numbers[0].startIndex]) + numbers[1] + [UInt8(ascii: ":")] + numbers[0]
            changes.append(AnswerChange(kind: .order, text: String(decoding: text, as: UTF8.self)))
        }
        return changes
    }

    private static let relations: [(StaticString, StaticString)] = [
        ("\\leq", "<"), ("\\le", "<"), ("\\geq", ">"), ("\\ge", ">"), ("\\lt", "\\le "), ("\\gt", "\\ge "),
        ("<", "\\le "),
        (">", "\\ge "),
    ]

    /// `x > a` and its like: the bound excluded or included, and another bound.
    private static func inequality(_ core: [UInt8]) -> [AnswerChange]? {
        let start = core.prefix { $0 == 0x20 }.count
        guard start < core.count, isLetter(core[start]) else { return nil }
        var place = start + 1
        while place < core.count, core[place] == 0x20 { place += 1 }
        for (relation, other) in relations {
            let length = relation.utf8CodeUnitCount
            guard place + length < core.count,
                relation.withUTF8Buffer({ core[place..<place + length].elementsEqual($0) }),
                length == 1 || !isLetter(core[place + length]) || core[place] != UInt8(ascii: "\\")
            else { continue }
            guard let (part, reader) = TermReader.read(core, in: place + length..<core.count), reader.symbols.isEmpty
            else { return [] }
            let strictness = AnswerChange(
                kind: .bracket,
                text: Edit.replace(core, place..<place + length, other.withUTF8Buffer { Array($0) }))
            return [strictness] + changes(core, part.sites)
        }
        return nil
    }
}
