// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Punkt's notion of a number: `-?[.,]?\d[\d,.-]*\.?` over the whole token.
enum PunktNumber {
    /// The type of every number.
    static let type = Array("##number##".utf8)

    /// Whether the token at `range` is a number.
    static func matches(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        if bytes[index] == 0x2D { index += 1 }
        if index < range.upperBound, bytes[index] == 0x2E || bytes[index] == 0x2C { index += 1 }
        guard index < range.upperBound else { return false }
        let first = digitLength(bytes, index)
        guard first > 0 else { return false }
        index += first
        while index < range.upperBound {
            let byte = bytes[index]
            if byte == 0x2C || byte == 0x2E || byte == 0x2D {
                index += 1
                continue
            }
            let length = digitLength(bytes, index)
            guard length > 0 else { return false }
            index += length
        }
        return true
    }

    @inline(__always) private static func digitLength(_ bytes: [UInt8], _ index: Int) -> Int {
        let byte = bytes[index]
        if byte < 0x80 { return byte &- 0x30 < 10 ? 1 : 0 }
        let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
        return UnicodeScalars.isDigit(scalar) ? length : 0
    }
}
