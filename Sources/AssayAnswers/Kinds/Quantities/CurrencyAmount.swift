// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// An amount of money as it was written: `\$1,000.99`, `5 dollars and 25 cents`, `€3.5 million`, `\$20 per hour`.
struct CurrencyAmount {
    /// The text of the number.
    var value: String
    /// The currency; nil of a bare number.
    var currency: Currency?
    /// What "thousand" and "million" multiply by.
    var multiplier = 1
    /// What it is paid for: an hour, a kilogram.
    var per: UnitExpression?
    /// The amount as a number of main units (dollars); nil where the text is more than a number, or none.
    private(set) var amount: ExactValue?

    /// Reads a clean text; nil where more stands there than an amount or a number.
    init?(_ text: String) {
        var scalars = Array(text.unicodeScalars)
        QuantityText.trim(&scalars)
        Self.peel(&scalars)
        if let (first, second) = Self.parts(scalars), let first = CurrencyAmount(part: first),
            let second = CurrencyAmount(part: second), let sum = first.adding(second)
        {
            self = sum
            return
        }
        self.init(part: scalars)
    }

    private init?(part text: [Unicode.Scalar]) {
        var scalars = text
        QuantityText.trim(&scalars)
        let isNegative = Self.takeSign(&scalars)
        Self.takeBefore(&scalars, &currency)
        let isNegativeInside = currency != nil && Self.takeSign(&scalars)
        if let last = scalars.last, let sign = Currency.after(last) {
            guard currency == nil || currency?.agrees(with: sign) == true else { return nil }
            currency = currency ?? sign
            scalars.removeLast()
            if scalars.last == "\\" { scalars.removeLast() }
        }
        value = ""
        guard takeAfter(&scalars) else { return nil }
        QuantityText.trim(&scalars)
        value = QuantityText.string(scalars[...])
        guard !value.isEmpty else { return nil }
        if isNegative != isNegativeInside { value = "-" + value }
        amount = ExactValue(text: value)?.scaled(by: scale)
    }

    /// The main units that one of the number is: 1/100 for cents, 1,000,000 for millions.
    var scale: Rational { Rational(multiplier, currency?.parts ?? 1) ?? 1 }

    private func adding(_ other: CurrencyAmount) -> CurrencyAmount? {
        guard let amount, let more = other.amount, let mine = currency, let theirs = other.currency,
            mine.agrees(with: theirs),
            mine.parts == 1, theirs.parts > 1, other.per == nil, per == nil, let sum = amount.adding(more)
        else { return nil }
        var result = self
        result.amount = sum
        result.multiplier = 1
        result.value = sum.description
        return result
    }

    // MARK: Before the number

    private static func peel(_ scalars: inout [Unicode.Scalar]) {
        for word in ["approximately ", "about ", "≈", "\\approx", "="] where scalars.starts(with: word.unicodeScalars) {
            scalars.removeFirst(word.unicodeScalars.count)
            QuantityText.trim(&scalars)
        }
    }

    private static func takeSign(_ scalars: inout [Unicode.Scalar]) -> Bool {
        guard let first = scalars.first, first == "-" || first == "−" else { return false }
        scalars.removeFirst()
        QuantityText.trim(&scalars)
        return true
    }

    private static func takeBefore(_ scalars: inout [Unicode.Scalar], _ currency: inout Currency?) {
        guard let found = Currency.before.first(where: { scalars.starts(with: $0.sign) }) else { return }
        let rest = scalars[found.sign.count...]
        // `SEK` and the like are codes only where a number follows.
        let isLetters = found.sign.allSatisfy { (65...90).contains($0.value) }
        guard !isLetters || rest.first == " " || rest.first.map({ (48...57).contains($0.value) }) == true else {
            return
        }
        currency = found.currency
        scalars = Array(rest)
        QuantityText.trim(&scalars)
        while scalars.first == "~" || scalars.starts(with: "\\,".unicodeScalars)
            || scalars.starts(with: "{}".unicodeScalars)
        {
            scalars.removeFirst(scalars.first == "~" ? 1 : 2)
        }
    }

    // MARK: Behind the number

    /// Takes the words behind a number; false where they are no words for money.
    private mutating func takeAfter(_ scalars: inout [Unicode.Scalar]) -> Bool {
        for start in QuantityText.starts(scalars) {
            let (end, isGlued) = QuantityText.valueEnd(scalars, before: start)
            guard end > 0, QuantityText.endsLikeNumber(scalars[..<end]) else { continue }
            let scanner = UnitScanner(Array(scalars[start...]))
            guard scanner.isValid, let first = scanner.tokens.first else { continue }
            if case .word = first {} else if first != .slash { continue }
            guard read(scanner, isGlued: isGlued) else { return false }
            scalars.removeSubrange(end...)
            return true
        }
        return true
    }

    private mutating func read(_ scanner: UnitScanner, isGlued: Bool) -> Bool {
        var tokens = scanner.tokens[...]
        if case .word(let word)? = tokens.first, let size = Currency.multiplier(word),
            word.utf8.count > 2 || currency != nil || tokens.count > 1
        {
            multiplier = size
            tokens.removeFirst()
        }
        var words: [String] = []
        while case .word(let word)? = tokens.first, word != "per", word != "a", word != "an", word != "each" {
            if word != "of" { words.append(word.lowercased()) }
            tokens.removeFirst()
        }
        if !words.isEmpty {
            guard let named = Currency.named(words), currency == nil || currency?.agrees(with: named) == true else {
                return false
            }
            currency = named
        }
        if tokens.first == .word("each") || tokens.first == .word("a") { tokens.removeFirst() }
        guard let next = tokens.first else { return true }
        guard currency != nil,
            next == .slash || next == .word("per") || next == .word("an") || scanner.tokens.contains(.word("a"))
        else { return false }
        if next != .slash, next != .word("per"), next != .word("an") { tokens = [.slash] + tokens }
        per = UnitExpression(tokens: Array(tokens), isWrapped: true)
        // "per person", "per ticket": a name that is no unit.
        return per != nil || tokens.dropFirst().allSatisfy { if case .word = $0 { true } else { false } }
    }

    // MARK: Two amounts

    /// The halves of "5 dollars and 25 cents".
    private static func parts(_ scalars: [Unicode.Scalar]) -> (first: [Unicode.Scalar], second: [Unicode.Scalar])? {
        guard scalars.count <= UnitScanner.longestText else { return nil }
        for joint in [" and ", " \\text{and} ", "\\text{ and }", "dollars ", "euros ", "pounds "] {
            let joint = Array(joint.unicodeScalars)
            guard joint.count < scalars.count else { continue }
            for index in 0..<(scalars.count - joint.count) where scalars[index...].starts(with: joint) {
                let end = joint.first == " " || joint.first == "\\" ? index : index + joint.count
                return (Array(scalars[..<end]), Array(scalars[(index + joint.count)...]))
            }
        }
        return nil
    }
}

extension ExactValue {
    /// The value times an exact number.
    func scaled(by factor: Rational) -> ExactValue {
        var result = self
        result.rational = rational * factor
        result.step = step.map { $0 * factor }
        return result
    }
}
