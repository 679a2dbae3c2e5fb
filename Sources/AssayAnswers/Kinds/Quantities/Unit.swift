// Part of Assay. SPDX-License-Identifier: Apache-2.0

import BigInt

/// One meaning of a unit's name: its dimension and its exact size in base units.
package struct Unit: Sendable, Hashable {
    /// How it is printed.
    package var symbol: String
    package var dimension: Dimension
    /// Size in base units, times π to the power of ``piPower`` and 2π to the power of ``cycles``.
    package var factor: Rational
    /// The power of π in the size: 1 for degrees, −1 for parsecs.
    package var piPower = 0
    /// The power of a full turn: 1 for revolutions, rpm and hertz.
    package var cycles = 0
    /// What is added to a value in base units: 273.15 K for degrees Celsius; nil where the scale begins at 0.
    package var offset: Rational?
    /// Whether the size was measured, not defined.
    package var isApproximate = false
    /// Which prefixes it takes.
    var prefixes = Prefixes.none

    /// Sets of prefixes.
    enum Prefixes: String, Sendable {
        case none = "-"
        case all = "si"
        /// Multiples only: kyr, Mpc, kt.
        case large = "big"
    }

    /// The unit with a prefix.
    func prefixed(_ name: String, _ prefix: Rational) -> Unit {
        var unit = self
        unit.symbol = name + symbol
        unit.factor = factor * prefix
        unit.prefixes = .none
        return unit
    }
}

/// The prefixes of the SI, and the binary ones.
enum UnitPrefix {
    /// Symbol, name, power of ten.
    static let decimal: [(symbol: String, name: String, power: Int)] = [
        ("da", "deca", 1), ("da", "deka", 1), ("Q", "quetta", 30), ("R", "ronna", 27), ("Y", "yotta", 24),
        ("Z", "zetta", 21), ("E", "exa", 18), ("P", "peta", 15), ("T", "tera", 12), ("G", "giga", 9), ("M", "mega", 6),
        ("k", "kilo", 3), ("h", "hecto", 2), ("d", "deci", -1), ("c", "centi", -2), ("m", "milli", -3),
        ("μ", "micro", -6), ("u", "micro", -6), ("n", "nano", -9), ("p", "pico", -12), ("f", "femto", -15),
        ("a", "atto", -18), ("z", "zepto", -21), ("y", "yocto", -24), ("r", "ronto", -27), ("q", "quecto", -30),
    ]

    /// Symbol, name, power of two: for bits and bytes.
    static let binary: [(symbol: String, name: String, power: Int)] = [
        ("Ki", "kibi", 10), ("Mi", "mebi", 20), ("Gi", "gibi", 30), ("Ti", "tebi", 40), ("Pi", "pebi", 50),
    ]

    /// A power of ten.
    static func powerOfTen(_ power: Int) -> Rational {
        let size = Rational(BigInt(10).power(abs(power)))
        return power < 0 ? size.reciprocal ?? size : size
    }
}
