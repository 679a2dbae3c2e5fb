// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayText

/// Finds list items: matches of `^\s*MARKER.*$` over several lines.
enum LineMarkers {
    /// The items, in order.
    ///
    /// White space before the marker may begin on an earlier, empty line. Where the marker takes in a line feed, the
    /// item goes on to the end of the next line, which then begins no item of its own.
    ///
    /// - Parameters:
    ///   - bytes: the text.
    ///   - marker: where the marker that begins at an offset ends; nil if none begins there.
    /// - Returns: From the marker to the end of its line.
    static func items(in bytes: [UInt8], _ marker: (Int) -> Int?) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var lineStart = 0
        while lineStart <= bytes.count {
            let start = skipSpace(bytes, lineStart)
            var next = start
            if let end = marker(start) {
                let lineEnd = ByteSearch.first(0x0A, in: bytes, from: end, to: bytes.count) ?? bytes.count
                result.append(start..<lineEnd)
                next = lineEnd
                if next > lineStart, bytes[next - 1] == 0x0A {
                    lineStart = next
                    continue
                }
            }
            guard let feed = ByteSearch.first(0x0A, in: bytes, from: next, to: bytes.count) else { break }
            lineStart = feed + 1
        }
        return result
    }

    /// The end of a marker `*` and the sign after it, which must not be `*`.
    static func star(_ bytes: [UInt8], at index: Int) -> Int? {
        guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: "*"), bytes[index + 1] != UInt8(ascii: "*") else {
            return nil
        }
        return index + 1 + UTF8Decoding.scalar(bytes, at: index + 1).length
    }

    /// The end of a marker `-` and white space after it.
    static func dash(_ bytes: [UInt8], at index: Int) -> Int? {
        guard index < bytes.count, bytes[index] == UInt8(ascii: "-") else { return nil }
        let end = skipSpace(bytes, index + 1)
        return end > index + 1 ? end : nil
    }

    /// The end of a marker `・`.
    static func middleDot(_ bytes: [UInt8], at index: Int) -> Int? {
        guard index + 2 < bytes.count, bytes[index] == 0xE3, bytes[index + 1] == 0x83, bytes[index + 2] == 0xBB else {
            return nil
        }
        return index + 3
    }

    /// The end of digits and a period.
    static func number(_ bytes: [UInt8], at index: Int) -> Int? {
        var end = index
        while end < bytes.count {
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: end)
            guard UnicodeScalars.isDigit(scalar) else { break }
            end += length
        }
        return end > index && end < bytes.count && bytes[end] == UInt8(ascii: ".") ? end + 1 : nil
    }

    /// The end of digits, a period and one white space scalar.
    static func spacedNumber(_ bytes: [UInt8], at index: Int) -> Int? {
        guard let end = number(bytes, at: index), end < bytes.count else { return nil }
        let (scalar, length) = UTF8Decoding.scalar(bytes, at: end)
        return UnicodeScalars.isSpace(scalar) ? end + length : nil
    }

    /// The first offset from `index` on where no white space stands.
    static func skipSpace(_ bytes: [UInt8], _ index: Int) -> Int {
        UnicodeText.leftStrippedRange(of: bytes, in: min(index, bytes.count)..<bytes.count).lowerBound
    }
}

extension LineMarkers {
    /// The end of a marker `-`, `*`, `+` or `•` with white space after it.
    static func bullet(_ bytes: [UInt8], at index: Int) -> Int? {
        guard index < bytes.count else { return nil }
        let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
        guard [0x2A, 0x2B, 0x2D, 0x2022].contains(scalar), index + length < bytes.count else { return nil }
        return bytes[index + length] == 0x20 || bytes[index + length] == 0x09 ? index + length + 1 : nil
    }
}
