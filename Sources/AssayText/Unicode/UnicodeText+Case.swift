// Part of Assay. SPDX-License-Identifier: Apache-2.0

import CAssayTables

extension UnicodeText {
    /// The lower-case form, as `str.lower`: full mappings, and a capital sigma at the end of a word becomes ς.
    public static func lowercased(_ bytes: [UInt8]) -> [UInt8] {
        let quick = mappedInPlace(bytes, from: 0x41) { scalar, index, length in
            switch scalar {
            case capitalSigma: return isFinalSigma(bytes, at: index, length: length) ? finalSigma : smallSigma
            case capitalIWithDot: return nil
            default: return UnicodeScalars.simpleLowercase(scalar)
            }
        }
        if let quick { return quick }
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
                UTF8Decoding.append(isFinal ? finalSigma : smallSigma, to: &result)
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
        let quick = mappedInPlace(bytes, from: 0x61) { scalar, _, _ in
            let simple = UnicodeScalars.simpleUppercase(scalar)
            if simple == scalar, UnicodeScalars.isCased(scalar), !UnicodeScalars.isUppercase(scalar) { return nil }
            return simple
        }
        if let quick { return quick }
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
    public static func isUpper(_ bytes: [UInt8]) -> Bool { isUpper(bytes, in: 0..<bytes.count) }

    /// The same of a part.
    public static func isUpper(_ bytes: [UInt8], in range: Range<Int>) -> Bool {
        var found = false
        var index = range.lowerBound
        while index < range.upperBound {
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
    private static let smallSigma: UInt32 = 0x3C3
    private static let capitalIWithDot: UInt32 = 0x130
    private static let combiningDotAbove: UInt32 = 0x307

    /// `bytes` with the 26 ASCII letters that begin at `first` in the other case.
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

    /// `bytes` with ASCII letters mapped as by ``asciiMapped(_:from:)`` and the other scalars by `form`, which is given a
    /// scalar, its place and its length.
    ///
    /// Nil where a form has another length in bytes than its scalar, or is nil. Most texts have few scalars beyond ASCII,
    /// and fewer that change.
    @inline(__always)
    private static func mappedInPlace(
        _ bytes: [UInt8], from first: UInt8, _ form: (UInt32, Int, Int) -> UInt32?
    ) -> [UInt8]? {
        var result = asciiMapped(bytes, from: first)
        var index = 0
        while true {
            index = nonASCIIIndex(bytes, from: index)
            if index == bytes.count { return result }
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
            guard length > 1, let mapped = form(scalar, index, length) else { return nil }
            if mapped != scalar {
                guard write(mapped, length: length, at: index, to: &result) else { return nil }
            }
            index += length
        }
    }

    /// The index of the first byte from `start` on that is not ASCII, or the number of bytes.
    @inline(__always)
    private static func nonASCIIIndex(_ bytes: [UInt8], from start: Int) -> Int {
        bytes.withUnsafeBytes { buffer in
            var index = start
            while index + 8 <= buffer.count {
                let word = UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self))
                let marked = word & 0x8080_8080_8080_8080
                if marked != 0 { return index + marked.trailingZeroBitCount / 8 }
                index += 8
            }
            while index < buffer.count, buffer[index] < 0x80 { index += 1 }
            return index
        }
    }

    /// Writes the UTF-8 form of `scalar` over the `length` bytes at `index`; false if its length is another one.
    @inline(__always)
    private static func write(_ scalar: UInt32, length: Int, at index: Int, to result: inout [UInt8]) -> Bool {
        switch (length, scalar) {
        case (2, 0x80..<0x800):
            result[index] = UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6)
        case (3, 0x800..<0x10000):
            result[index] = UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12)
            result[index + 1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
        case (4, 0x10000...):
            result[index] = UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18)
            result[index + 1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F)
            result[index + 2] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
        default:
            return false
        }
        result[index + length - 1] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
        return true
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
