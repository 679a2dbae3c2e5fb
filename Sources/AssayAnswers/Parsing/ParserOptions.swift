// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// How ``MathParser`` reads what notation leaves open.
package struct ParserOptions: Sendable {
    /// Whether an exponent or a radicand without braces is one digit, as TeX has it: `10^12` is 10¹·2.
    package var strictLatex: Bool
    /// Whether a run of letters is a unit, as `km` is.
    ///
    /// Asked only behind a number, and for text (`\text{…}`, `\mathrm{…}`).
    package var isUnit: @Sendable (String) -> Bool

    package init(
        strictLatex: Bool = false,
        isUnit: @escaping @Sendable (String) -> Bool = { ParserOptions.commonUnits.contains($0) }
    ) {
        self.strictLatex = strictLatex
        self.isUnit = isUnit
    }

    /// Units that are recognised where nobody else is asked.
    package static let commonUnits: Set<String> = [
        "m", "s", "g", "h", "L", "l", "N", "J", "W", "V", "K", "A", "C", "F",
        "km", "cm", "mm", "nm", "dm", "kg", "mg", "ms", "mL", "ml", "min", "hr", "hrs", "sec", "mph", "kWh", "kJ", "MJ",
        "kW", "MW", "Hz", "kHz", "MHz", "GHz", "Pa", "kPa", "MPa", "atm", "mol", "eV", "keV", "MeV", "GeV", "rad", "ft",
        "in", "yd", "mi", "lb", "lbs", "oz", "gal", "mmHg", "ppm", "rpm",
    ]
}

/// Bounds on what is parsed; past them the parse fails, and nothing grows faster than linearly up to them.
package enum ParserLimits {
    /// Brackets within brackets, and the height of the tree.
    package static let depth = 128
    /// Nodes of a tree.
    package static let nodes = 20_000
    /// Tokens of an input.
    package static let tokens = 50_000
    /// Digits of one literal.
    package static let digits = 60_000
    /// Bytes of an input.
    package static let bytes = 400_000
    /// Powers of ten that are multiplied into a literal; past it `1e99999` stays a product with a power.
    package static let exponent = 5_000
    /// Bytes of the argument of a command that sets letters or text.
    package static let argument = 2_000
    /// Bytes of a name with its indices, and digits of a number that is taken digit by digit.
    package static let name = 1_000
    /// `\text` within `\text`.
    package static let textDepth = 4
}

/// Why a text is no mathematics.
package struct ParseFailure: Error, Hashable, Sendable {
    package enum Code: String, Hashable, Sendable {
        /// Nothing but space.
        case empty
        /// More tokens, nodes or digits than ``ParserLimits`` allows.
        case tooLong = "too-long"
        /// More levels than ``ParserLimits`` allows.
        case tooDeep = "too-deep"
        case syntax
    }

    package var code: Code
    /// The byte where reading stopped, counted after non-ASCII signs were replaced by their LaTeX names.
    package var position: Int
    package var message: String

    package init(_ code: Code, at position: Int, _ message: String) {
        self.code = code
        self.position = position
        self.message = message
    }
}

/// The failure inside the parser: small, so that it costs no stack.
enum ParseError: Error {
    case tooLong(Int32)
    case tooDeep(Int32)
    case unexpected(Int32)
    case unclosed(Int32)

    var failure: ParseFailure {
        switch self {
        case .tooLong(let position):
            ParseFailure(.tooLong, at: Int(position), "The input is longer than the parser's limits allow.")
        case .tooDeep(let position):
            ParseFailure(.tooDeep, at: Int(position), "More than \(ParserLimits.depth) levels are nested.")
        case .unexpected(let position):
            ParseFailure(.syntax, at: Int(position), "What stands at byte \(position) cannot stand there.")
        case .unclosed(let position):
            ParseFailure(.syntax, at: Int(position), "A bracket or an environment is still open at byte \(position).")
        }
    }
}
