// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Decoding of single scalars from UTF-8 bytes, total: malformed input gives U+FFFD of length 1, never a trap.
public enum UTF8Decoding {
    /// The scalar that begins at `index`, and how many bytes it takes.
    ///
    /// `index` has to be below `bytes.count`.
    @inlinable public static func scalar(_ bytes: [UInt8], at index: Int) -> (value: UInt32, length: Int) {
        let first = bytes[index]
        if first < 0x80 { return (UInt32(first), 1) }
        let remaining = bytes.count - index
        if first >= 0xC2, first < 0xE0, remaining >= 2, isContinuation(bytes[index + 1]) {
            return (UInt32(first & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F), 2)
        }
        if first >= 0xE0, first < 0xF0, remaining >= 3, isContinuation(bytes[index + 1]),
            isContinuation(bytes[index + 2])
        {
            let value =
                UInt32(first & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
            if value >= 0x800, !(0xD800..<0xE000).contains(value) { return (value, 3) }
        }
        if first >= 0xF0, first < 0xF5, remaining >= 4, isContinuation(bytes[index + 1]),
            isContinuation(bytes[index + 2]), isContinuation(bytes[index + 3])
        {
            let value =
                UInt32(first & 0x07) << 18 | UInt32(bytes[index + 1] & 0x3F) << 12
                | UInt32(bytes[index + 2] & 0x3F) << 6 | UInt32(bytes[index + 3] & 0x3F)
            if value >= 0x10000, value < 0x110000 { return (value, 4) }
        }
        return (0xFFFD, 1)
    }

    /// The scalar that ends just before `index`, and how many bytes it takes.
    ///
    /// `index` has to be above 0.
    @inlinable public static func scalar(_ bytes: [UInt8], before index: Int) -> (value: UInt32, length: Int) {
        var start = index - 1
        while start > 0, index - start < 4, isContinuation(bytes[start]) { start -= 1 }
        let (value, length) = scalar(bytes, at: start)
        return start + length == index ? (value, length) : (0xFFFD, 1)
    }

    /// Appends the UTF-8 form of `scalar`; a surrogate or a number beyond U+10FFFF becomes U+FFFD.
    @inlinable public static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
        switch scalar {
        case 0..<0x80:
            bytes.append(UInt8(truncatingIfNeeded: scalar))
        case 0x80..<0x800:
            bytes.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        case 0xD800..<0xE000, 0x110000...:
            bytes.append(0xEF)
            bytes.append(0xBF)
            bytes.append(0xBD)
        case 0x800..<0x10000:
            bytes.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        default:
            bytes.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        }
    }

    /// Whether `byte` continues a scalar that began earlier.
    @inlinable public static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

    /// The bytes of `range` as a string, with U+FFFD for each byte that is not UTF-8.
    ///
    /// The standard library repairs malformed text too, at microseconds a byte.
    public static func string(_ bytes: [UInt8], _ range: Range<Int>) -> String {
        guard let first = UTF8Validation.firstInvalid(in: bytes, range: range) else {
            return String(decoding: bytes[range], as: UTF8.self)
        }
        var repaired = Array(bytes[range.lowerBound..<first])
        var index = first
        while index < range.upperBound {
            let (value, length) = scalar(bytes, at: index)
            // A scalar that the range cuts in two is malformed as well.
            append(index + length <= range.upperBound ? value : 0xFFFD, to: &repaired)
            index += length
        }
        return String(decoding: repaired, as: UTF8.self)
    }
}
