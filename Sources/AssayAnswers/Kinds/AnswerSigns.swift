// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// What signs stand in a short answer: which kinds of answers it cannot be, told by one look at its bytes.
struct AnswerSigns: OptionSet {
    let rawValue: UInt8

    /// Letters that may be words or units, quotes, a degree sign, anything that is not ASCII.
    static let words = AnswerSigns(rawValue: 1)
    /// A sign, a code or a word of money may be in it.
    static let money = AnswerSigns(rawValue: 2)
    /// A `p`, which are pence only beside words.
    static let pence = AnswerSigns(rawValue: 8)
    /// A colon, or two strokes or dashes between digits: a time, a date, a ratio.
    static let separators = AnswerSigns(rawValue: 4)

    /// Looks at a clean text.
    init(of text: String) {
        var signs: AnswerSigns = []
        var text = text
        text.withUTF8 { bytes in
            var index = 0
            var strokes = 0
            while index < bytes.count {
                let byte = bytes[index]
                switch byte {
                case 0x5C:
                    index = AnswerSigns.skipCommand(bytes, index, &signs)
                    continue
                case 0x41...0x5A, 0x61...0x7A:
                    let start = index
                    while index < bytes.count, AnswerSigns.isLetter(bytes[index]) { index += 1 }
                    if AnswerSigns.isVariable(bytes, start..<index) {
                        if index == start + 1, byte == 0x70 { signs.insert(.pence) }
                    } else {
                        signs.insert(.words)
                        if AnswerSigns.isMoney(bytes, start..<index) { signs.insert(.money) }
                    }
                    continue
                case 0x3A: signs.insert(.separators)
                case 0x2D, 0x2F:
                    let isInside =
                        index > 0 && index + 1 < bytes.count && AnswerSigns.isDigit(bytes[index - 1])
                        && AnswerSigns.isDigit(bytes[index + 1])
                    if isInside { strokes += 1 }
                    if strokes > 1 { signs.insert(.separators) }
                case 0x24: signs.insert(.money)
                case 0x22, 0x27, 0x60, 0x80...: signs.formUnion([.words, .money])
                default: break
                }
                index += 1
            }
        }
        self = signs
    }

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Commands whose argument is words or a unit.
    private static let wording: Set<String> = [
        "text", "mathrm", "mbox", "hbox", "textbf", "textit", "mathbf", "rm", "operatorname", "circ", "degree", "ce",
        "unit",
        "si", "SI", "mathit", "mathsf", "textrm", "ohm", "Omega", "mu",
    ]

    /// Commands that are signs of currencies.
    private static let currencies: Set<String> = ["pounds", "textsterling", "euro", "texteuro", "yen", "textdollar"]

    /// Whether a run of letters is a word or a code of money, or begins with `Rs`.
    private static func isMoney(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        if bytes[range.lowerBound] == 0x52, range.count > 1, bytes[range.lowerBound + 1] == 0x73 { return true }
        // The places of letters in the alphabet, five bits each: words of up to twelve letters.
        guard (2...Currency.longestWord).contains(range.count) else { return false }
        var word: UInt64 = 0
        for index in range { word = word << 5 | UInt64(bytes[index] & 0x1F) }
        return Currency.words.contains(word)
    }

    /// The place behind a command; `\\begin{…}` goes with its name.
    private static func skipCommand(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ signs: inout AnswerSigns
    ) -> Int {
        var end = start + 1
        while end < bytes.count, isLetter(bytes[end]) { end += 1 }
        if end == start + 1 {
            if end < bytes.count, bytes[end] == 0x24 { signs.insert(.money) }
            return end + 1
        }
        let name = String(decoding: bytes[(start + 1)..<end], as: UTF8.self)
        if wording.contains(name) { signs.insert(.words) }
        if currencies.contains(name) { signs.formUnion([.words, .money]) }
        if name == "begin" || name == "end" {
            while end < bytes.count, bytes[end] != 0x7D { end += 1 }
        }
        return end
    }

    /// Whether letters are a variable or two that are no unit and no word: `x`, `xy`, `n`.
    private static func isVariable(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        guard range.count <= 2, !(range.count == 2 && bytes[range.lowerBound] == 0x69) else { return false }
        return range.allSatisfy { index in
            switch bytes[index] {
            // e f i n p q r x y z
            case 0x65, 0x66, 0x69, 0x6E, 0x70, 0x71, 0x72, 0x78, 0x79, 0x7A: true
            default: false
            }
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }
    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
