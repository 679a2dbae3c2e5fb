// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Python's `str.lower` on a range of bytes: full mappings and the final-sigma rule.
enum PythonLowercase {
    /// Appends the lower-case form of `bytes[range]` to `output`.
    ///
    /// The sigma rule looks at nothing outside the range.
    static func append(_ bytes: [UInt8], _ range: Range<Int>, to output: inout [UInt8]) {
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            if byte < 0x80 {
                output.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
                index += 1
                continue
            }
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
            switch scalar {
            case 0x130:
                // The only scalar whose full lower-case form is longer: i and a combining dot.
                output.append(contentsOf: [0x69, 0xCC, 0x87])
            case 0x3A3:
                let final = isFinalSigma(bytes, range, at: index, length: length)
                UTF8Decoding.append(final ? 0x3C2 : 0x3C3, to: &output)
            default:
                UTF8Decoding.append(UnicodeScalars.simpleLowercase(scalar), to: &output)
            }
            index += length
        }
    }

    /// Whether the sigma at `index` follows a cased scalar and precedes none, case-ignorable ones skipped.
    private static func isFinalSigma(_ bytes: [UInt8], _ range: Range<Int>, at index: Int, length: Int) -> Bool {
        var before = index
        var follows = false
        while before > range.lowerBound {
            let (scalar, size) = UTF8Decoding.scalar(bytes, before: before)
            before -= size
            if UnicodeScalars.isCaseIgnorable(scalar) { continue }
            follows = UnicodeScalars.isCased(scalar)
            break
        }
        guard follows else { return false }
        var after = index + length
        while after < range.upperBound {
            let (scalar, size) = UTF8Decoding.scalar(bytes, at: after)
            after += size
            if UnicodeScalars.isCaseIgnorable(scalar) { continue }
            return !UnicodeScalars.isCased(scalar)
        }
        return true
    }
}
