// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Several values with units that make one: `2 h 30 min`, `5 ft 10 in`, `1 hour and 15 minutes`, `30^\circ 15'`.
struct CompoundQuantity {
    let parts: [(value: ExactValue, unit: UnitExpression)]

    /// Most values in one quantity.
    private static let mostParts = 4

    /// Reads a text; nil where it is not at least two values, each with a unit, of falling size.
    init?(_ text: String) {
        var parts: [(ExactValue, UnitExpression)] = []
        guard text.utf8.count <= UnitScanner.longestText else { return nil }
        let scalars = Array(text.unicodeScalars)
        var start = 0
        while start < scalars.count {
            guard parts.count < Self.mostParts else { return nil }
            // Until the next digit behind a unit's letters.
            var end = start
            var hasUnit = false
            while end < scalars.count {
                let isDigit = (48...57).contains(scalars[end].value)
                if isDigit, hasUnit, end > 0, !Self.continuesUnit(scalars[end - 1]) { break }
                if Self.isUnitSign(scalars[end]) { hasUnit = true }
                end += 1
            }
            // One value is none of several.
            if start == 0, end == scalars.count { return nil }
            let part = QuantityText(Self.withoutJoint(scalars[start..<end]))
            guard let unit = part.unit, let value = ExactValue(text: part.value),
                value.rational.signum >= 0 || parts.isEmpty
            else { return nil }
            parts.append((value, unit))
            start = end
        }
        guard parts.count >= 2 else { return nil }
        self.parts = parts
        guard sum != nil else { return nil }
    }

    private static func continuesUnit(_ scalar: Unicode.Scalar) -> Bool {
        // `m^2`, `s^{-1}`, `10^3`.
        scalar == "^" || scalar == "{" || scalar == "-" || scalar == "−" || scalar == "." || scalar == ","
            || (48...57).contains(scalar.value)
    }

    private static func isUnitSign(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "°", "'", "\"", "′", "″", "^": true
        default: false
        }
    }

    /// The text without "and" and commas at its end.
    private static func withoutJoint(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        var text = String(view)
        for joint in ["and", ",", "\\text{and}", "\\text{ and }", "\\ "] {
            while text.hasSuffix(" ") { text.removeLast() }
            if text.hasSuffix(joint) { text.removeLast(joint.count) }
        }
        return text
    }

    /// The sum in the first value's unit; nil where the dimensions differ.
    var sum: (value: ExactValue, unit: UnitExpression)? {
        guard let first = parts.first else { return nil }
        return first.unit.readings.lazy.compactMap { value(in: $0) }.first.map { ($0, first.unit) }
    }

    /// The sum in a unit; nil where a part is of another dimension, or no smaller than the part before.
    func value(in target: UnitReading) -> ExactValue? {
        var sum: ExactValue?
        var last: Rational?
        for part in parts {
            let conversions = part.unit.readings.compactMap { UnitConversion(from: $0, to: target, isDifference: true) }
            // Of two meanings (`m`: metres, minutes) the one that is smaller than the part before.
            guard let conversion = conversions.first(where: { last == nil || $0.factor < last ?? 0 }),
                var value = part.value.converted(by: conversion)
            else { return nil }
            if let first = sum?.rational, first.signum < 0 { value = value.negated }
            last = conversion.factor
            guard let partial = sum else {
                sum = value
                continue
            }
            guard let total = partial.adding(value) else { return nil }
            sum = total
        }
        return sum
    }
}
