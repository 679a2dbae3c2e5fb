// Part of Assay. SPDX-License-Identifier: Apache-2.0

import CAssayTables

/// What a Unicode scalar is, by Assay's own tables (Unicode 14.0, the version of the reference checkers' Python).
///
/// The platform's tables are not used: they differ between systems, and a verdict must not.
public enum UnicodeScalars {
    /// The general categories in the order of the tables.
    public enum Category: UInt8, Sendable {
        case cn, lu, ll, lt, lm, lo, mn, mc, me, nd, nl, no, pc, pd, ps, pe, pi, pf, po, sm, sc, sk, so, zs, zl, zp
        case cc, cf, cs, co
    }

    /// Python's `\w`: `_`, or a letter, or a number with a numeric value.
    ///
    /// Combining marks are not in it.
    @inline(__always) public static func isWord(_ scalar: UInt32) -> Bool { flag(scalar, 0) }
    /// Python's `\s` and `str.isspace`.
    ///
    /// U+200B and U+FEFF are not in it; U+001C…U+001F are.
    @inline(__always) public static func isSpace(_ scalar: UInt32) -> Bool { flag(scalar, 1) }
    /// Python's `\d`: category Nd.
    @inline(__always) public static func isDigit(_ scalar: UInt32) -> Bool { flag(scalar, 2) }
    /// Python's `str.isalpha`: category L.
    @inline(__always) public static func isAlphabetic(_ scalar: UInt32) -> Bool { flag(scalar, 3) }
    /// The derived property Uppercase, title case excluded (`str.isupper` of one scalar).
    @inline(__always) public static func isUppercase(_ scalar: UInt32) -> Bool { flag(scalar, 4) }
    /// The derived property Lowercase (`str.islower` of one scalar).
    @inline(__always) public static func isLowercase(_ scalar: UInt32) -> Bool { flag(scalar, 5) }
    /// Whether the scalar alone is an emoji by the `emoji` package 2.16.
    @inline(__always) public static func isEmoji(_ scalar: UInt32) -> Bool { flag(scalar, 6) }
    /// The property Cased, for the final sigma rule.
    @inline(__always) public static func isCased(_ scalar: UInt32) -> Bool { flag(scalar, 7) }
    /// The property Case_Ignorable (of scalars that are not cased), for the final sigma rule.
    @inline(__always) public static func isCaseIgnorable(_ scalar: UInt32) -> Bool { flag(scalar, 8) }
    /// Python's `str.isprintable` of one scalar.
    @inline(__always) public static func isPrintable(_ scalar: UInt32) -> Bool { flag(scalar, 9) }
    /// Python's `str.isdigit` of one scalar: `\d` and digits such as superscripts.
    @inline(__always) public static func isDigitLike(_ scalar: UInt32) -> Bool { flag(scalar, 10) }
    /// Title-case letters (category Lt).
    @inline(__always) public static func isTitlecase(_ scalar: UInt32) -> Bool { category(scalar) == .lt }
    /// Python's `str.isalnum` of one scalar.
    @inline(__always) public static func isAlphanumeric(_ scalar: UInt32) -> Bool {
        scalar != 0x5F && flag(scalar, 0)
    }

    /// The general category.
    public static func category(_ scalar: UInt32) -> Category {
        Category(rawValue: UInt8(truncatingIfNeeded: assay_flags(scalar) >> 11)) ?? .cn
    }

    /// The one-to-one lower-case form, as the regular-expression engine of Python uses it.
    @inline(__always) public static func simpleLowercase(_ scalar: UInt32) -> UInt32 { assay_simple_lower(scalar) }
    /// The one-to-one upper-case form; the scalar itself where the full form is longer.
    @inline(__always) public static func simpleUppercase(_ scalar: UInt32) -> UInt32 { assay_simple_upper(scalar) }

    @inline(__always) private static func flag(_ scalar: UInt32, _ bit: UInt16) -> Bool {
        assay_flags(scalar) >> bit & 1 == 1
    }
}
