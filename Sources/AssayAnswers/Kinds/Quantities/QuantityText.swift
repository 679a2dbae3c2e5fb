// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// An answer split into the text of its value and its unit: `\frac{5\pi}{2}` and `m^2`.
struct QuantityText {
    /// The text of the value.
    var value: String
    /// The unit; nil of a bare value.
    var unit: UnitExpression?
    /// The name of a thing that is counted, and no unit: `apple`.
    var label: String?
    /// Whether the unit cannot be a product of variables.
    var isCertain = true
    /// Whether it is said to be a difference: `\Delta T = 5 K`.
    var isDifference = false
    /// Whether "units" stands behind it, which is any unit.
    var isGeneric = false

    // MARK: Limits

    private static let longestName = 60

    /// A value with a unit.
    init(value: String, unit: UnitExpression) {
        self.value = value
        self.unit = unit
    }

    /// A value without a unit.
    init(bare value: String) { self.value = value }

    /// Splits a clean text.
    ///
    /// The unit is the longest ending that is one. A single letter right behind a digit (`5m`) is uncertain.
    init(_ text: String) {
        var scalars = Array(text.unicodeScalars)
        isDifference = Self.peel(&scalars)
        if let (end, unit, isGlued) = Self.unit(scalars) {
            value = Self.string(scalars[..<end])
            self.unit = unit
            isCertain = unit.isWrapped || (isGlued ? unit.isPlainWhenGlued : unit.isPlain)
        } else if let (end, label) = Self.label(scalars) {
            value = Self.string(scalars[..<end])
            if ["unit", "square unit", "cubic unit", "sq unit", "cu unit"].contains(label) {
                isGeneric = true
            } else {
                self.label = label
            }
        } else {
            value = Self.string(scalars[...])
        }
    }

    static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        guard scalars.allSatisfy({ $0.value < 0x80 }) else {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars)
            return String(view)
        }
        return String(unsafeUninitializedCapacity: scalars.count) { buffer in
            var offset = 0
            for scalar in scalars {
                buffer[offset] = UInt8(truncatingIfNeeded: scalar.value)
                offset += 1
            }
            return offset
        }
    }

    // MARK: What stands before

    /// Drops `v =`, `≈`, "about"; whether `Δ` says that a difference follows.
    private static func peel(_ scalars: inout [Unicode.Scalar]) -> Bool {
        trim(&scalars)
        var isDifference = false
        var depth = 0
        var start: Int?
        for (index, scalar) in scalars.prefix(longestName).enumerated() {
            switch scalar {
            case "{", "(", "[": depth += 1
            case "}", ")", "]": depth -= 1
            case ",", ";", "<", ">", "≤", "≥", "≠": return isDifference
            case "=", "≈", "≃", "≅":
                if depth == 0 { start = index + 1 }
            case "\\":
                if depth == 0, scalars[index...].starts(with: "\\approx".unicodeScalars) { start = index + 7 }
            default: break
            }
        }
        if let start {
            let name = string(scalars[..<start])
            isDifference = name.holds("Δ") || name.holds("\\Delta")
            scalars.removeFirst(start)
        }
        for word in ["approximately ", "about ", "around ", "roughly ", "~", "approx. ", "pH ", "pH"] {
            trim(&scalars)
            if scalars.starts(with: word.unicodeScalars) { scalars.removeFirst(word.unicodeScalars.count) }
        }
        trim(&scalars)
        return isDifference
    }

    static func trim(_ scalars: inout [Unicode.Scalar]) {
        var start = 0
        while start < scalars.count, isSpace(scalars[start]) { start += 1 }
        if start > 0 { scalars.removeFirst(start) }
        while let last = scalars.last, isSpace(last) || last == "." { scalars.removeLast() }
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\u{A0}" || scalar == "\u{2009}"
            || scalar == "\u{202F}"
    }

    // MARK: Where the unit begins

    private static func unit(_ text: [Unicode.Scalar]) -> (end: Int, unit: UnitExpression, isGlued: Bool)? {
        for start in starts(text) {
            let (end, isGlued) = valueEnd(text, before: start)
            let isBehindNumber = endsLikeNumber(text[..<end])
            guard end > 0, isBehindNumber || !isLetter(text[start]), let unit = UnitExpression(Array(text[start...]))
            else { continue }
            // Behind a variable, only a wrapper shows that a unit begins: `2x \text{ cm}`.
            guard isBehindNumber || unit.isWrapped else { continue }
            return (end, unit, isGlued)
        }
        return nil
    }

    /// The name of what is counted: words behind a number that are no unit.
    private static func label(_ text: [Unicode.Scalar]) -> (end: Int, label: String)? {
        for start in starts(text) {
            let (end, isGlued) = valueEnd(text, before: start)
            guard end > 0, endsLikeNumber(text[..<end]) else { continue }
            let scanner = UnitScanner(Array(text[start...]))
            guard scanner.isValid, !isGlued || scanner.isWrapped, (1...4).contains(scanner.tokens.count) else {
                continue
            }
            var words: [String] = []
            for token in scanner.tokens {
                guard case .word(let word) = token, word.utf8.count >= 3, !functionWords.contains(word.lowercased()),
                    word.utf8.allSatisfy({ $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A })
                else { return nil }
                words.append(word.lowercased())
            }
            if let last = words.popLast() {
                words.append(last.hasSuffix("s") && !last.hasSuffix("ss") ? String(last.dropLast()) : last)
            }
            return (end, words.joined(separator: " "))
        }
        return nil
    }

    /// Words that join or qualify, and functions.
    private static let functionWords: Set<String> = [
        "and", "or", "mod", "for", "when", "where", "with", "but", "not", "the", "sin", "cos", "tan", "log", "exp",
        "max",
        "min", "gcd", "lcm", "sec", "csc", "cot", "to", "than", "more", "less", "times", "plus", "minus", "odd", "even",
        "thousand", "million", "billion", "trillion", "hundred", "dollars", "cents", "percent", "div", "arcsin",
        "arccos",
        "arctan", "sinh", "cosh", "tanh", "sqrt", "pi", "choose",
    ]

    /// The places in the last part of a text where a unit may begin.
    static func starts(_ text: [Unicode.Scalar]) -> [Int] {
        var depth = 0
        var starts: [Int] = []
        let first = max(1, text.count - UnitScanner.longestText)
        for (index, scalar) in text.enumerated() {
            if depth == 0, index >= first, canStart(text, index) { starts.append(index) }
            switch scalar {
            case "{", "(", "[": depth += 1
            case "}", ")", "]": depth = max(0, depth - 1)
            default: break
            }
        }
        return starts
    }

    private static func canStart(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
        let (scalar, previous) = (text[index], text[index - 1])
        if previous == "\\" || previous == "^" || previous == "_" { return false }
        switch scalar {
        case "a"..."z", "A"..."Z": return !isLetter(previous)
        case "{", "(": return isSpace(previous) || previous == "~" || scalar == "{" && !isLetter(previous)
        case "\\":
            guard index + 1 < text.count else { return false }
            return isLetter(text[index + 1]) || text[index + 1] == "%"
        case "^", "/", "'", "\"", "%": return true
        case "-", "–": return index + 1 < text.count && isLetter(text[index + 1]) && !isLetter(previous)
        default: return scalar.value >= 0x80 && !isSpace(scalar) && !"−×·⋅π½¼¾²³√≈±".unicodeScalars.contains(scalar)
        }
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        let small = scalar.value | 0x20
        return scalar.value < 0x80 && small >= 0x61 && small <= 0x7A
    }

    /// Where the value before a unit ends, and whether nothing stands between the two.
    static func valueEnd(_ text: [Unicode.Scalar], before start: Int) -> (end: Int, isGlued: Bool) {
        var end = start
        while end > 0 {
            let last = text[end - 1]
            if end > 1, text[end - 2] == "\\", " ,;:!".unicodeScalars.contains(last) {
                end -= 2
            } else if isSpace(last) || last == "~" {
                end -= 1
            } else if let length = spacings.first(where: { text[..<end].ends(with: $0) })?.count {
                end -= length
            } else {
                break
            }
        }
        return (end, end == start)
    }

    private static let spacings = ["\\quad", "\\cdot", "\\times", "\\space", "\\thinspace", "\\ "].map {
        Array($0.unicodeScalars)
    }

    static func endsLikeNumber(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let last = text.last else { return false }
        switch last {
        case "0"..."9", "}", ")", "]", "π", "½", "¼", "¾", "²", "³", "%", "!": return true
        default: return text.ends(with: "\\pi".unicodeScalars)
        }
    }
}

extension ArraySlice where Element == Unicode.Scalar {
    /// Whether it ends with a sequence.
    fileprivate func ends(with other: some BidirectionalCollection<Unicode.Scalar>) -> Bool {
        count >= other.count && suffix(other.count).elementsEqual(other)
    }
}
