// Part of Assay. SPDX-License-Identifier: Apache-2.0

extension UnicodeText {
    /// The parts of `range` between line feeds: `str.split("\n")`.
    ///
    /// There is one more part than there are line feeds.
    public static func lines(of bytes: [UInt8], in range: Range<Int>) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = range.lowerBound
        var index = start
        while index < range.upperBound {
            if bytes[index] == 0x0A {
                lines.append(start..<index)
                start = index + 1
            }
            index += 1
        }
        lines.append(start..<range.upperBound)
        return lines
    }

    /// The lines of `range` as `str.splitlines()` has them: every boundary that Python knows, CR LF as one, none of the
    /// boundaries in the result, and no empty line after the last boundary.
    public static func splitLines(of bytes: [UInt8], in range: Range<Int>) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = range.lowerBound
        var index = start
        while index < range.upperBound {
            let length = lineBoundaryLength(bytes, at: index, end: range.upperBound)
            if length == 0 {
                index += 1
                continue
            }
            lines.append(start..<index)
            index += length
            start = index
        }
        if start < range.upperBound { lines.append(start..<range.upperBound) }
        return lines
    }

    /// The length in bytes of the line boundary at `index`, 0 if there is none: LF, VT, FF, CR, CR LF, U+001C…U+001E,
    /// U+0085, U+2028, U+2029.
    @inline(__always)
    private static func lineBoundaryLength(_ bytes: [UInt8], at index: Int, end: Int) -> Int {
        let byte = bytes[index]
        if byte >= 0x20, byte < 0x80 { return 0 }
        switch byte {
        case 0x0D: return index + 1 < end && bytes[index + 1] == 0x0A ? 2 : 1
        case 0x0A, 0x0B, 0x0C, 0x1C, 0x1D, 0x1E: return 1
        case 0xC2: return index + 2 <= end && bytes[index + 1] == 0x85 ? 2 : 0
        case 0xE2:
            return index + 3 <= end && bytes[index + 1] == 0x80 && (bytes[index + 2] & 0xFE) == 0xA8 ? 3 : 0
        default: return 0
        }
    }
}
