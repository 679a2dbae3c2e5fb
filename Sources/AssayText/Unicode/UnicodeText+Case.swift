// Part of Assay. SPDX-License-Identifier: Apache-2.0

import CAssayTables

extension UnicodeText {
    /// The lower-case form, as `str.lower`: full mappings, and a capital sigma at the end of a word becomes ς.
    public static func lowercased(_ bytes: [UInt8]) -> [UInt8] {
        if isASCII(bytes) { return asciiMapped(bytes, from: 0x41) }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 8)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                result.append(byte &- 0x41 < 26 ? byte ^ 0x20 : byte)
                index += 1
                continue
            }
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
            switch scalar {
            case capitalSigma:
                let isFinal = isFinalSigma(bytes, at: index, length: length)
                UTF8Decoding.append(isFinal ? finalSigma : UnicodeScalars.simpleLowercase(scalar), to: &result)
            case capitalIWithDot:
                UTF8Decoding.append(0x69, to: &result)
                UTF8Decoding.append(combiningDotAbove, to: &result)
            default:
                UTF8Decoding.append(UnicodeScalars.simpleLowercase(scalar), to: &result)
            }
            index += length
        }
        return result
    }

    /// The upper-case form, as `str.upper`: full mappings, so ß becomes SS.
    public static func uppercased(_ bytes: [UInt8]) -> [UInt8] {
        if isASCII(bytes) { return asciiMapped(bytes, from: 0x61) }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 8)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                result.append(byte &- 0x61 < 26 ? byte ^ 0x20 : byte)
                index += 1
                continue
            }
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
            appendUppercase(scalar, to: &result)
            index += length
        }
        return result
    }

    /// `str.isupper`: at least one upper-case scalar, and none that is lower or title case.
    public static func isUpper(_ bytes: [UInt8]) -> Bool {
        var found = false
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                if byte &- 0x61 < 26 { return false }
                if byte &- 0x41 < 26 { found = true }
                index += 1
                continue
            }
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
            if UnicodeScalars.isLowercase(scalar) || UnicodeScalars.isTitlecase(scalar) { return false }
            if !found { found = UnicodeScalars.isUppercase(scalar) }
            index += length
        }
        return found
    }

    /// `str.islower`: at least one lower-case scalar, and none that is upper or title case.
    public static func isLower(_ bytes: [UInt8]) -> Bool {
        var found = false
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                if byte &- 0x41 < 26 { return false }
                if byte &- 0x61 < 26 { found = true }
                index += 1
                continue
            }
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
            if UnicodeScalars.isUppercase(scalar) || UnicodeScalars.isTitlecase(scalar) { return false }
            if !found { found = UnicodeScalars.isLowercase(scalar) }
            index += length
        }
        return found
    }

    // MARK: Details

    private static let capitalSigma: UInt32 = 0x3A3
    private static let finalSigma: UInt32 = 0x3C2
    private static let capitalIWithDot: UInt32 = 0x130
    private static let combiningDotAbove: UInt32 = 0x307

    /// `bytes`, all of them ASCII, with the 26 letters that begin at `first` in the other case.
    private static func asciiMapped(_ bytes: [UInt8], from first: UInt8) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: bytes.count) { buffer, count in
            bytes.withUnsafeBufferPointer { source in
                for index in 0..<source.count {
                    let byte = source[index]
                    buffer[index] = byte ^ (byte &- first < 26 ? 0x20 : 0)
                }
            }
            count = bytes.count
        }
    }

    /// Whether a capital sigma ends a word: a cased scalar before it and none after it, case-ignorable ones left out.
    private static func isFinalSigma(_ bytes: [UInt8], at index: Int, length: Int) -> Bool {
        var before = index
        var follows = false
        while before > 0 {
            let (scalar, length) = UTF8Decoding.scalar(bytes, before: before)
            if !UnicodeScalars.isCaseIgnorable(scalar) {
                follows = UnicodeScalars.isCased(scalar)
                break
            }
            before -= length
        }
        if !follows { return false }
        var after = index + length
        while after < bytes.count {
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: after)
            if !UnicodeScalars.isCaseIgnorable(scalar) { return !UnicodeScalars.isCased(scalar) }
            after += length
        }
        return true
    }

    private static func appendUppercase(_ scalar: UInt32, to result: inout [UInt8]) {
        let simple = UnicodeScalars.simpleUppercase(scalar)
        // A scalar with a longer form has no simple one; all of them are cased.
        guard simple == scalar, UnicodeScalars.isCased(scalar) else {
            UTF8Decoding.append(simple, to: &result)
            return
        }
        // Rows of four: the scalar, then up to three that replace it, filled up with 0.
        let table = assay_upper_full()
        var low = 0
        var high = Int(assay_upper_full_count) / 4
        while low < high {
            let middle = (low + high) / 2
            if table[middle * 4] < scalar { low = middle + 1 } else { high = middle }
        }
        guard low < Int(assay_upper_full_count) / 4, table[low * 4] == scalar else {
            UTF8Decoding.append(scalar, to: &result)
            return
        }
        for column in 1...3 where table[low * 4 + column] != 0 {
            UTF8Decoding.append(table[low * 4 + column], to: &result)
        }
    }
}
