// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Reads a clean short answer as mathematics: LaTeX, plain text (`sqrt(2)/2`, `x**2`) and Unicode signs, mixed as people
/// and models mix them.
///
///     MathParser().parse("2\\frac13")   // .success(sum [2, 1/3])
///
/// ## How it reads
/// 1. Signs outside ASCII become LaTeX names, ``MathSigns``; then bytes become tokens, ``Lexer``.
/// 2. An operator-precedence parser makes the tree, ``TreeParser``: list, or, and, relation, mod, ratio, ∪ and ∖, ∩, sum,
///    product and quotient (implicit products alike, see below), sign, power and postfix signs.
/// 3. `a/bc` is a/(bc) where `b` is a letter, and (a/b)c where it is a number: `1/2x` is x/2. ``readings(_:)`` has the other.
///
/// ## Bounds
/// Linear in the input, with the limits of ``ParserLimits``; native stack below 512 KiB. Nothing is evaluated.
package struct MathParser: Sendable {
    package let options: ParserOptions

    package init(options: ParserOptions = ParserOptions()) { self.options = options }

    /// The preferred reading of a text.
    package func parse(_ text: String) -> Result<Expression, ParseFailure> {
        read(MathSigns.normalised(text), as: []).result
    }

    /// The plausible readings of a text, the preferred one first; at most 4, and none where it is no mathematics.
    package func readings(_ text: String) -> [Expression] {
        let bytes = MathSigns.normalised(text)
        let (first, ambiguities) = read(bytes, as: [])
        var readings: [Expression] = []
        if case .success(let tree) = first { readings.append(tree) }
        for alternative in Reading.alternatives where ambiguities.contains(alternative) && readings.count < 4 {
            guard case .success(let tree) = read(bytes, as: alternative).result, !readings.contains(tree) else {
                continue
            }
            readings.append(tree)
        }
        return readings
    }

    private func read(_ bytes: [UInt8], as reading: Reading) -> (result: Result<Expression, ParseFailure>, Reading) {
        guard bytes.contains(where: { $0 > 0x20 }) else {
            return (.failure(ParseFailure(.empty, at: 0, "There is nothing to read.")), [])
        }
        var lexer = Lexer(bytes, options: options, reading: reading)
        do {
            try lexer.run()
        } catch {
            return (.failure(error.failure), lexer.ambiguities)
        }
        var parser = TreeParser(lexer)
        do {
            let tree = try parser.whole()
            return (.success(tree), parser.ambiguities)
        } catch {
            return (.failure(error.failure), parser.ambiguities)
        }
    }
}

/// Decisions that could have gone another way.
struct Reading: OptionSet, Hashable {
    let rawValue: UInt16

    /// `1,234` is two numbers.
    static let commasSeparate = Reading(rawValue: 1)
    /// `1,22` is a decimal.
    static let commaIsDecimal = Reading(rawValue: 2)
    /// `f(x + 1)` is a product.
    static let callsAreProducts = Reading(rawValue: 4)
    /// `1/2x` is 1/(2x), and `a/bc` is (a/b)c.
    static let slashIsOtherwise = Reading(rawValue: 8)
    /// `2nm` is a product.
    static let unitsAreProducts = Reading(rawValue: 16)
    /// `2e-1` is 2e − 1.
    static let exponentIsConstant = Reading(rawValue: 32)
    /// Groups of three digits in brackets are one number.
    static let bracketsGroup = Reading(rawValue: 64)

    static let alternatives: [Reading] = [
        .commasSeparate, .commaIsDecimal, .callsAreProducts, .unitsAreProducts, .exponentIsConstant, .slashIsOtherwise,
    ]
}
