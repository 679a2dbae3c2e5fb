// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayText

/// Finds text between an opening and a closing sign.
enum EnclosedText {
    /// A title: the first match of `open[^\n]+close` on each line, from the first opening to the last closing sign, whose
    /// text without these signs at its ends is not blank.
    static func title(in text: Text, open: [UInt8], close: [UInt8], sign: (open: [UInt8], close: [UInt8])) -> Range<
        Int
    >? {
        // Looked for once for all the lines that it does not stand in.
        var next = -1
        for line in text.lines where line.count > open.count + close.count {
            if next < line.lowerBound {
                guard let found = ByteSearch.first(open, in: text.bytes, from: line.lowerBound) else { return nil }
                next = found
            }
            let start = next
            guard let end = last(close, in: text.bytes, from: start + open.count, to: line.upperBound),
                end > start + open.count
            else { continue }
            var inner = start..<end + close.count
            while starts(text.bytes, inner, with: sign.open) {
                inner = inner.lowerBound + sign.open.count..<inner.upperBound
            }
            while ends(text.bytes, inner, with: sign.close) {
                inner = inner.lowerBound..<inner.upperBound - sign.close.count
            }
            if !text.strip(inner).isEmpty { return start..<end + close.count }
        }
        return nil
    }

    /// The first match of `open[^close]*close` in which something stands beside these signs and white space.
    ///
    /// It may go over several lines.
    static func firstRemark(in text: Text, open: [UInt8], close: UInt8) -> Range<Int>? {
        var from = 0
        while let start = ByteSearch.first(open, in: text.bytes, from: from),
            let end = ByteSearch.first(close, in: text.bytes, from: start, to: text.bytes.count)
        {
            var inner = start..<end
            while starts(text.bytes, inner, with: open) { inner = inner.lowerBound + open.count..<inner.upperBound }
            if !text.strip(inner).isEmpty { return start..<end + 1 }
            from = end + 1
        }
        return nil
    }

    /// The bytes without each `open…close` of one line, the shortest possible.
    static func removed(_ bytes: [UInt8], open: [UInt8], close: [UInt8]) -> [UInt8] {
        guard ByteSearch.first(open, in: bytes) != nil else { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var copied = 0
        // Where the next closing sign and the next line feed stand, so that each is looked for once.
        var closing: Int? = 0
        var feed: Int? = 0
        while let start = ByteSearch.first(open, in: bytes, from: copied) {
            let inner = start + open.count
            if let at = closing, at < inner { closing = ByteSearch.first(close, in: bytes, from: inner) }
            if let at = feed, at < inner { feed = ByteSearch.first(0x0A, in: bytes, from: inner, to: bytes.count) }
            guard let end = closing else { break }
            if let feed, feed < end {
                result.append(contentsOf: bytes[copied..<inner])
                copied = inner
            } else {
                result.append(contentsOf: bytes[copied..<start])
                copied = end + close.count
            }
        }
        result.append(contentsOf: bytes[copied...])
        return result
    }

    /// Whether `range` begins with `prefix`.
    static func starts(_ bytes: [UInt8], _ range: Range<Int>, with prefix: [UInt8]) -> Bool {
        guard range.count >= prefix.count else { return false }
        for index in prefix.indices where bytes[range.lowerBound + index] != prefix[index] { return false }
        return true
    }

    /// Whether `range` ends with `suffix`.
    static func ends(_ bytes: [UInt8], _ range: Range<Int>, with suffix: [UInt8]) -> Bool {
        guard range.count >= suffix.count else { return false }
        let start = range.upperBound - suffix.count
        for index in suffix.indices where bytes[start + index] != suffix[index] { return false }
        return true
    }

    private static func last(_ needle: [UInt8], in bytes: [UInt8], from start: Int, to end: Int) -> Int? {
        var index = end - needle.count
        while index >= start {
            if starts(bytes, index..<end, with: needle) { return index }
            index -= 1
        }
        return nil
    }
}
