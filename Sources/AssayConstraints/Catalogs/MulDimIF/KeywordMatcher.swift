// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayText

/// Finds a keyword in a response: as a whole word in any case, or as it is where it holds Chinese.
///
/// - Cost: one look in a table for each byte of the response, and a comparison where the first letter fits.
struct KeywordMatcher: Sendable {
    let keyword: ScalarText
    /// Chinese has no word boundaries: any occurrence counts.
    let isChinese: Bool
    private let exact: [UInt8]
    private let keys: [UInt32]
    private let firstBytes: [Bool]

    init(_ keyword: ScalarText) {
        self.keyword = keyword
        isChinese = keyword.scalars.contains { (0x4E00...0x9FFF).contains($0) }
        exact = keyword.bytes
        keys = keyword.scalars.map(CaseKey.of)
        var firstBytes = [Bool](repeating: false, count: 256)
        if let key = keys.first {
            for byte in UInt32(0)..<128 where CaseKey.of(byte) == key { firstBytes[Int(byte)] = true }
            for byte in 128..<256 { firstBytes[byte] = true }
        }
        self.firstBytes = firstBytes
    }

    /// How often the keyword stands in `range` of `bytes` without overlap; counting ends at `limit`.
    func count(in bytes: [UInt8], _ range: Range<Int>, limit: Int) -> Int {
        var count = 0
        var position = range.lowerBound
        while count < limit, let found = first(in: bytes, position..<range.upperBound, from: range.lowerBound) {
            count += 1
            position = max(found.upperBound, found.isEmpty ? found.lowerBound + 1 : 0)
            if position > range.upperBound { break }
        }
        return count
    }

    /// The first place in `range`, of a text that begins at `start`.
    func first(in bytes: [UInt8], _ range: Range<Int>, from start: Int) -> Range<Int>? {
        if isChinese {
            guard let found = ByteSearch.first(exact, in: bytes, from: range.lowerBound),
                found + exact.count <= range.upperBound
            else { return nil }
            return found..<found + exact.count
        }
        if keys.isEmpty { return emptyPlace(in: bytes, range, from: start) }
        var index = range.lowerBound
        while index < range.upperBound {
            guard firstBytes[Int(bytes[index])] else {
                index += 1
                continue
            }
            if let end = end(in: bytes, at: index, to: range.upperBound),
                !isWord(bytes, before: index, start), !isWord(bytes, at: end, range.upperBound)
            {
                return index..<end
            }
            index += UTF8Decoding.scalar(bytes, at: index).length
        }
        return nil
    }

    private func end(in bytes: [UInt8], at start: Int, to limit: Int) -> Int? {
        var index = start
        for key in keys {
            guard index < limit else { return nil }
            let byte = bytes[index]
            if byte < 0x80 {
                guard CaseKey.of(UInt32(byte)) == key else { return nil }
                index += 1
            } else {
                let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
                guard CaseKey.of(scalar) == key, index + length <= limit else { return nil }
                index += length
            }
        }
        return index
    }

    /// Where an empty keyword matches: between two places that are no word.
    private func emptyPlace(in bytes: [UInt8], _ range: Range<Int>, from start: Int) -> Range<Int>? {
        var index = range.lowerBound
        while index <= range.upperBound {
            let isInside = index < range.upperBound && UTF8Decoding.isContinuation(bytes[index])
            if !isInside, !isWord(bytes, before: index, start), !isWord(bytes, at: index, range.upperBound) {
                return index..<index
            }
            index += 1
        }
        return nil
    }

    private func isWord(_ bytes: [UInt8], before index: Int, _ start: Int) -> Bool {
        index > start && UnicodeScalars.isWord(UTF8Decoding.scalar(bytes, before: index).value)
    }

    private func isWord(_ bytes: [UInt8], at index: Int, _ end: Int) -> Bool {
        index < end && UnicodeScalars.isWord(UTF8Decoding.scalar(bytes, at: index).value)
    }
}
