// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayText

/// Accented letters of French text.
enum FrenchLetters {
    /// The first letter of the reference checker's list: À…ý without the letters that are no accented ones, and ÿ.
    static func firstListed(in bytes: [UInt8]) -> Range<Int>? {
        var index = 0
        while let lead = ByteSearch.first(0xC3, in: bytes, from: index, to: bytes.count) {
            index = lead + 1
            guard index < bytes.count else { return nil }
            // Æ Ð × Ø Þ ß æ ð ÷ ø þ
            switch bytes[index] {
            case 0x86, 0x90, 0x97, 0x98, 0x9E, 0x9F, 0xA6, 0xB0, 0xB7, 0xB8, 0xBE: continue
            default: return lead..<index + 1
            }
        }
        return nil
    }

    /// The first letter with a mark of any kind, written as one scalar or as several.
    static func firstAccented(in bytes: [UInt8]) -> Range<Int>? {
        ScalarSearch.first(in: bytes) { scalar in
            if scalar < 0xC0 { return false }
            var form: [UInt8] = []
            UTF8Decoding.append(scalar, to: &form)
            return form != AccentRule.plain(form) && UnicodeScalars.isAlphabetic(scalar)
                || UnicodeText.combiningClass(scalar) == 230
        }
    }
}

/// Search for single scalars.
enum ScalarSearch {
    /// The first scalar for which a test holds.
    static func first(in bytes: [UInt8], where test: (UInt32) -> Bool) -> Range<Int>? {
        var index = 0
        while index < bytes.count {
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
            if test(scalar) { return index..<index + length }
            index += length
        }
        return nil
    }

    /// The number of scalars for which a test holds.
    static func count(in bytes: [UInt8], where test: (UInt32) -> Bool) -> Int {
        var count = 0
        var index = 0
        while index < bytes.count {
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
            if test(scalar) { count += 1 }
            index += length
        }
        return count
    }
}
