// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers

/// The calculations that a solution marks as GSM8K's do: `She has 16-3-4=<<16-3-4=9>>9 left`.
///
/// Together they are a program: each is calculated again, exactly, and the last one's value is the result. Where a stated
/// value is not what its calculation gives, later ones that use it go on with the right one.
public struct CalculatorAnnotations: Sendable, Hashable {
    /// One annotation.
    public struct Step: Sendable, Hashable {
        /// The calculation, as it is written.
        public let expression: String
        /// The value that is stated, as it is written.
        public let stated: String
        /// Where it stands, with its signs, in bytes.
        public let range: Range<Int>
        /// What the calculation gives, as a decimal; nil where it cannot be calculated.
        public let value: String?
        /// Whether the stated value is the calculation's own, exactly or rounded as stated; nil where there is no value.
        public let holds: Bool?
        /// Whether anything is calculated: an operator with two operands.
        let computes: Bool
        /// The numbers that it uses.
        let numbers: [Double]
        /// The calculation in Python.
        let python: String
    }

    /// The annotations, in order.
    public let steps: [Step]
    /// The value of the last one, with the right values of earlier ones carried on; nil where it cannot be calculated.
    public let result: String?

    /// Finds and calculates the annotations of a response.
    public init(in response: String) { self.init(in: Array(response.utf8)) }

    init(in text: [UInt8]) {
        var steps: [Step] = []
        var carried: [Rational: Rational] = [:]
        var names: [Rational: String] = [:]
        var result: String?
        for (range, content) in CalculatorAnnotations.places(in: text) {
            guard let sign = content.lastIndex(of: UInt8(ascii: "=")) else { continue }
            let expression = content[..<sign]
            let stated = content[(sign + 1)...]
            var alone = CalculatorExpression(expression)
            let value = alone.value()
            let number = CalculatorExpression.number(stated)
            let holds = value.flatMap { value in number.map { CalculatorAnnotations.holds(value, $0, stated) } }
            var linked = CalculatorExpression(expression, carried: carried)
            let carriedValue = linked.value()
            let python = CalculatorExpression.python(expression, names)
            if let number, let carriedValue {
                if holds == true, carriedValue == value {
                    carried[number] = nil
                    names[number] = nil
                } else {
                    carried[number] = carriedValue
                    names[number] = "v\(steps.count + 1)"
                }
            }
            result = carriedValue.map { CalculatorAnnotations.text($0) }
            steps.append(
                Step(
                    expression: CalculatorAnnotations.text(expression), stated: CalculatorAnnotations.text(stated),
                    range: range, value: value.map { CalculatorAnnotations.text($0) }, holds: holds,
                    computes: alone.operations > 0, numbers: alone.numbers, python: python))
            if steps.count == CalculatorAnnotations.mostSteps { break }
        }
        self.steps = steps
        self.result = result
    }

    /// The same as a program in Python, each calculation a line, which prints the last value.
    public var program: String {
        var lines: [String] = []
        for (index, step) in steps.enumerated() {
            lines.append("v\(index + 1) = \(step.python)  # stated: \(step.stated)")
        }
        return lines.joined(separator: "\n") + "\nprint(v\(steps.count))\n"
    }

    /// Whether a value is what is stated: exactly, to nine digits, or as a decimal that it rounds to or is cut off at.
    private static func holds(_ value: Rational, _ stated: Rational, _ text: ArraySlice<UInt8>) -> Bool {
        if value == stated { return true }
        let difference = value < stated ? stated - value : value - stated
        let size = value.signum < 0 ? -value : value
        if difference * Rational(1_000_000_000) <= size { return true }
        guard let point = text.lastIndex(of: UInt8(ascii: ".")) else { return false }
        let decimals = text[(point + 1)...].prefix { (0x30...0x39).contains($0) }.count
        guard decimals > 0, decimals <= 30, let unit = Rational(10).power(-decimals, bitLimit: 4096) else {
            return false
        }
        return value.rounded(decimals: decimals) == stated
            || difference < unit && stated.signum == value.signum
                && (stated < value) == (value.signum > 0)
    }

    /// Whole numbers as they are, all else with 15 digits.
    private static func text(_ value: Rational) -> String {
        value.isInteger ? "\(value)" : value.decimalDescription(significantDigits: 15)
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self)
    }

    /// What stands between `<<` and `>>`, on one line.
    private static func places(in text: [UInt8]) -> [(whole: Range<Int>, content: ArraySlice<UInt8>)] {
        var places: [(Range<Int>, ArraySlice<UInt8>)] = []
        var index = 0
        while index + 1 < text.count {
            guard text[index] == UInt8(ascii: "<"), text[index + 1] == UInt8(ascii: "<") else {
                index += 1
                continue
            }
            var end = index + 2
            let limit = min(text.count - 1, end + longest)
            while end < limit, text[end] != UInt8(ascii: ">"), text[end] != UInt8(ascii: "<"), text[end] != 0x0A {
                end += 1
            }
            if end < limit, text[end] == UInt8(ascii: ">"), text[end + 1] == UInt8(ascii: ">") {
                places.append((index..<end + 2, text[index + 2..<end]))
                index = end + 2
            } else {
                index = max(index + 2, end)
            }
        }
        return places
    }

    // MARK: - Limits

    /// The most annotations that are looked at.
    private static let mostSteps = 1000
    /// The most bytes of one.
    private static let longest = 400
}
