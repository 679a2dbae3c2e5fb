// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Words that belong to a number: `2.5 million`, `3 dozen`, and `3 to 4` where the other side is a ratio.
///
/// They are written as digits before anything is read, so that `5 million` is no 5 with a unit.
enum SpelledNumbers {
    /// What a word multiplies the number before it by, as a power of ten and a factor.
    private static let multiples: [String: (zeros: Int, factor: Int)] = [
        "thousand": (3, 1), "million": (6, 1), "billion": (9, 1), "trillion": (12, 1), "dozen": (0, 12),
    ]
    /// Bytes of the longest text that is looked at.
    private static let longestText = 4_096

    /// The text with numbers and the words behind them in one.
    static func written(_ text: String) -> String {
        let bytes = Array(text.utf8)
        if bytes.count <= longestText, bytes.contains(UInt8(ascii: "b")), let based = BaseNotation.written(text) {
            return based
        }
        if bytes.count <= 80, bytes.count > 8, let percentage = percentage(text) { return percentage }
        guard bytes.count <= longestText, mayHold(bytes) else { return text }
        var result: [UInt8] = []
        var index = 0
        var isChanged = false
        while index < bytes.count {
            guard isDigit(bytes[index]) || bytes[index] == 0x2E && index + 1 < bytes.count && isDigit(bytes[index + 1]),
                index == 0 || !isLetter(bytes[index - 1]) && bytes[index - 1] != 0x2E
            else {
                result.append(bytes[index])
                index += 1
                continue
            }
            var end = index
            while end < bytes.count, isDigit(bytes[end]) || isInside(bytes, end) { end += 1 }
            if let (word, next) = multiple(bytes, from: end), let number = product(bytes[index..<end], word) {
                result += number
                index = next
                isChanged = true
            } else {
                result += bytes[index..<end]
                index = end
            }
        }
        return isChanged ? String(decoding: result, as: UTF8.self) : text
    }

    /// `42 percent` with the sign.
    private static func percentage(_ text: String) -> String? {
        for word in [" percent", "\\text{ percent}", "\\text{percent}", "\\ \\text{percent}"]
        where text.utf8.count > word.utf8.count && text.utf8.suffix(word.utf8.count).elementsEqual(word.utf8) {
            var number = text.utf8.dropLast(word.utf8.count)
            while number.last == 0x20 { number.removeLast() }
            guard let last = number.last, isDigit(last) || last == 0x7D || last == 0x29, !number.contains(0x25) else {
                return nil
            }
            return String(decoding: number, as: UTF8.self) + "\\%"
        }
        return nil
    }

    /// `3 to 4` as `3:4`; nil where the text is something else.
    static func ratio(_ text: String) -> String? {
        let words = [" to ", "\\text{ to }", "\\text{to}", "\\ \\text{to}\\ ", " \\text{ to } ", " \\text{to} "]
        guard text.utf8.count < 200 else { return nil }
        for word in words {
            let parts = text.split(separator: word, omittingEmptySubsequences: false)
            guard parts.count > 1 else { continue }
            let isNumbers = parts.allSatisfy { part in
                !part.isEmpty
                    && part.utf8.allSatisfy { isDigit($0) || $0 == 0x2E || $0 == 0x20 || $0 == 0x24 || $0 == 0x2C }
                    && part.utf8.contains(where: isDigit)
            }
            if isNumbers { return parts.map { $0.filter { $0 != "$" && $0 != " " } }.joined(separator: ":") }
        }
        return nil
    }

    // MARK: Details

    /// Whether one of the words can be in it: all hold `illion`, `thousand` or `dozen`.
    private static func mayHold(_ bytes: [UInt8]) -> Bool {
        guard bytes.count > 5 else { return false }
        for index in 1..<(bytes.count - 3) {
            switch (bytes[index] | 0x20, bytes[index + 1] | 0x20, bytes[index + 2] | 0x20) {
            // (m)ill(ion), (t)hou(sand), (d)oze(n)
            case (0x69, 0x6C, 0x6C), (0x68, 0x6F, 0x75), (0x6F, 0x7A, 0x65): return true
            default: continue
            }
        }
        return false
    }

    /// A separator between digits: `1,234.5`.
    private static func isInside(_ bytes: [UInt8], _ index: Int) -> Bool {
        (bytes[index] == 0x2E || bytes[index] == 0x2C) && index + 1 < bytes.count && isDigit(bytes[index + 1])
    }

    /// The word behind a number, with the space and the command round it, and the place behind it.
    private static func multiple(_ bytes: [UInt8], from start: Int) -> ((zeros: Int, factor: Int), Int)? {
        var index = start
        func skip(_ text: String) -> Bool {
            guard bytes[index...].starts(with: text.utf8) else { return false }
            index += text.utf8.count
            return true
        }
        func skipSpace() { while skip(" ") || skip("~") || skip("\\ ") || skip("\\,") || skip("\\;") {} }
        if skip("$") {}
        skipSpace()
        var isBraced = false
        for command in ["\\text{", "\\mbox{", "\\mathrm{", "\\textrm{", "\\text {"] where skip(command) {
            isBraced = true
            break
        }
        skipSpace()
        let first = index
        while index < bytes.count, isLetter(bytes[index]) { index += 1 }
        let word = String(decoding: bytes[first..<index], as: UTF8.self).lowercased()
        guard let found = multiples[word] ?? (word.hasSuffix("s") ? multiples[String(word.dropLast())] : nil) else {
            return nil
        }
        if isBraced {
            skipSpace()
            // `\text{ million dollars}`: the rest stays in its braces.
            if !skip("}") { return nil }
        }
        return (found, index)
    }

    /// The digits of a number times a multiple; nil where the digits are no decimal.
    private static func product(_ digits: ArraySlice<UInt8>, _ multiple: (zeros: Int, factor: Int)) -> [UInt8]? {
        let plain = digits.filter { $0 != 0x2C }
        guard plain.count < 40, plain.count(where: { $0 == 0x2E }) <= 1 else { return nil }
        if multiple.factor != 1 {
            guard let number = Rational(decimal: Array(plain)) else { return nil }
            let value = number * Rational(multiple.factor)
            return value.isInteger ? Array(value.description.utf8) : nil
        }
        guard plain.contains(0x2E) else { return plain + Array(repeating: 0x30, count: multiple.zeros) }
        // The digits that are stated stay to be seen.
        return plain + Array("\\times10^{\(multiple.zeros)}".utf8)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }
}
