// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers

/// Calculates what stands in a calculator annotation: numbers, `+ - * / ^ **`, `%`, brackets.
struct CalculatorExpression {
    private let text: [UInt8]
    private let carried: [Rational: Rational]
    private var place = 0
    private var depth = 0
    /// Operators with two operands that were met.
    private(set) var operations = 0
    /// The numbers that were met.
    private(set) var numbers: [Double] = []

    /// Takes signs that mean nothing out of a text: spaces, currency, the commas of thousands.
    init(_ text: ArraySlice<UInt8>, carried: [Rational: Rational] = [:]) {
        self.text = CalculatorExpression.plain(text)
        self.carried = carried
    }

    /// The value; nil where the text is no calculation, divides by zero, or gives too large a number.
    mutating func value() -> Rational? {
        place = 0
        guard let value = sum(), place == text.count, value.bitWidth <= CalculatorExpression.mostBits else {
            return nil
        }
        return value
    }

    /// A number alone.
    static func number(_ text: ArraySlice<UInt8>) -> Rational? {
        var expression = CalculatorExpression(text)
        let value = expression.value()
        return expression.operations == 0 ? value : nil
    }

    /// The text as Python reads it, with the names of values in the place of some numbers.
    static func python(_ text: ArraySlice<UInt8>, _ names: [Rational: String]) -> String {
        let text = plain(text)
        var result = ""
        var index = 0
        while index < text.count {
            let digits = text[index...].prefix { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
            if digits.isEmpty {
                if text[index] == UInt8(ascii: "("), let last = result.utf8.last, last == UInt8(ascii: ")") {
                    result += "*"
                }
                result += text[index] == UInt8(ascii: "^") ? "**" : String(decoding: [text[index]], as: UTF8.self)
                index += 1
                continue
            }
            let number = Rational(decimal: Array(digits))
            let written = String(decoding: digits, as: UTF8.self)
            index += digits.count
            let isPercentage = index < text.count && text[index] == UInt8(ascii: "%")
            if isPercentage { index += 1 }
            result += isPercentage ? "(\(written)/100)" : number.flatMap { names[$0] } ?? written
            if index < text.count, text[index] == UInt8(ascii: "(") { result += "*" }
        }
        return result
    }

    /// ASCII alone: `×`, `÷` and `x` between numbers are the operators that they stand for.
    private static func plain(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var plain: [UInt8] = []
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            switch scalar {
            case " ", "\t", "$", "£", "€", ",": break
            case "×", "x", "X", "·": plain.append(UInt8(ascii: "*"))
            case "÷": plain.append(UInt8(ascii: "/"))
            case "−", "–": plain.append(UInt8(ascii: "-"))
            case "[", "{": plain.append(UInt8(ascii: "("))
            case "]", "}": plain.append(UInt8(ascii: ")"))
            default: plain.append(scalar.isASCII ? UInt8(scalar.value) : 0)
            }
        }
        return plain
    }

    // MARK: - Grammar

    private var next: UInt8 { place < text.count ? text[place] : 0 }

    private mutating func sum() -> Rational? {
        guard var value = product() else { return nil }
        while next == UInt8(ascii: "+") || next == UInt8(ascii: "-") {
            let isMinus = next == UInt8(ascii: "-")
            place += 1
            guard let right = product() else { return nil }
            operations += 1
            value = isMinus ? value - right : value + right
            guard value.bitWidth <= CalculatorExpression.mostBits else { return nil }
        }
        return value
    }

    private mutating func product() -> Rational? {
        guard var value = signed() else { return nil }
        while true {
            if next == UInt8(ascii: "*") {
                place += 1
                guard let right = signed() else { return nil }
                value = value * right
            } else if next == UInt8(ascii: "/") {
                // Two strokes divide without a rest.
                let isWhole = place + 1 < text.count && text[place + 1] == UInt8(ascii: "/")
                place += isWhole ? 2 : 1
                guard let right = signed(), let quotient = value / right else { return nil }
                value = isWhole ? Rational(quotient.floor) : quotient
            } else {
                return value
            }
            operations += 1
            guard value.bitWidth <= CalculatorExpression.mostBits else { return nil }
        }
    }

    private mutating func signed() -> Rational? {
        depth += 1
        defer { depth -= 1 }
        guard depth < CalculatorExpression.deepest else { return nil }
        if next == UInt8(ascii: "-") || next == UInt8(ascii: "+") {
            let isMinus = next == UInt8(ascii: "-")
            place += 1
            return signed().map { isMinus ? -$0 : $0 }
        }
        return power()
    }

    private mutating func power() -> Rational? {
        guard let base = atom() else { return nil }
        let stars = place + 1 < text.count && next == UInt8(ascii: "*") && text[place + 1] == UInt8(ascii: "*")
        guard stars || next == UInt8(ascii: "^") else { return base }
        place += stars ? 2 : 1
        guard let exponent = signed()?.word, abs(exponent) <= CalculatorExpression.mostBits else { return nil }
        operations += 1
        return base.power(exponent, bitLimit: CalculatorExpression.mostBits)
    }

    private mutating func atom() -> Rational? {
        var value: Rational?
        if next == UInt8(ascii: "(") {
            place += 1
            value = sum()
            guard value != nil, next == UInt8(ascii: ")") else { return nil }
            place += 1
        } else {
            let digits = text[place...].prefix { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
            guard !digits.isEmpty, digits.count <= 400 else { return nil }
            place += digits.count
            let literal = digits.last == UInt8(ascii: ".") ? digits.dropLast() : digits
            guard let number = Rational(decimal: Array(literal)) else { return nil }
            if let double = Double(String(decoding: digits, as: UTF8.self)) { numbers.append(double) }
            // A percentage is no earlier result.
            value = next == UInt8(ascii: "%") ? number : carried[number] ?? number
        }
        while next == UInt8(ascii: "%") {
            place += 1
            value = value.flatMap { $0 / Rational(100) }
        }
        // A bracket behind a factor multiplies.
        if next == UInt8(ascii: "("), let left = value {
            depth += 1
            defer { depth -= 1 }
            guard depth < CalculatorExpression.deepest, let right = atom() else { return nil }
            operations += 1
            value = left * right
        }
        return value
    }

    // MARK: - Limits

    /// The most bits of a value.
    private static let mostBits = 4096
    /// The deepest brackets.
    private static let deepest = 60
}
