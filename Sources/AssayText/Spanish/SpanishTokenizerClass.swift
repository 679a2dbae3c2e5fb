// Part of Assay. SPDX-License-Identifier: Apache-2.0

import CAssayTables

/// What a scalar may do at the edges and inside of a Spanish token.
///
/// - Source: the character classes of spaCy's rules for Spanish (MIT licence), as a generated table.
struct SpanishTokenizerClass: OptionSet, Sendable {
    let rawValue: UInt16

    /// Alone splits off at the beginning.
    static let prefix = SpanishTokenizerClass(rawValue: 1)
    /// Alone splits off at the end.
    static let suffix = SpanishTokenizerClass(rawValue: 1 << 1)
    /// A pictograph: splits off anywhere.
    static let icon = SpanishTokenizerClass(rawValue: 1 << 2)
    /// A final period splits off after it.
    static let beforeFinalPeriod = SpanishTokenizerClass(rawValue: 1 << 3)
    /// A capital, or a letter without case.
    static let upper = SpanishTokenizerClass(rawValue: 1 << 4)
    /// May stand before a period that splits.
    static let beforeInnerPeriod = SpanishTokenizerClass(rawValue: 1 << 5)
    /// May stand after a period that splits.
    static let afterInnerPeriod = SpanishTokenizerClass(rawValue: 1 << 6)
    /// A letter.
    static let letter = SpanishTokenizerClass(rawValue: 1 << 7)
    /// A small letter, or a letter without case.
    static let lower = SpanishTokenizerClass(rawValue: 1 << 8)
    /// A currency sign.
    static let currency = SpanishTokenizerClass(rawValue: 1 << 9)

    /// The class of a scalar.
    static func of(_ scalar: UInt32) -> SpanishTokenizerClass {
        if scalar < UInt32(common.count) { return SpanishTokenizerClass(rawValue: common[Int(scalar)]) }
        return SpanishTokenizerClass(rawValue: find(scalar))
    }

    /// Looked up at once: Latin letters, general punctuation.
    private static let common: [UInt16] = (0..<0x2100).map(find)

    private static func find(_ scalar: UInt32) -> UInt16 {
        let runs = assay_spanish_runs()
        var low = 0
        var high = Int(assay_spanish_runs_count)
        while low + 1 < high {
            let middle = (low + high) / 2
            if runs[middle] >> 10 <= scalar { low = middle } else { high = middle }
        }
        return UInt16(truncatingIfNeeded: runs[low] & 0x3FF)
    }
}
