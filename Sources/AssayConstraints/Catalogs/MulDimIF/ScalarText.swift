// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayText

/// A sentence as Unicode scalars, with the operations of Python's `str` that reading a constraint needs.
///
/// Only sentences of constraints are held like this; responses stay bytes.
package struct ScalarText: Sendable, Hashable, ExpressibleByStringLiteral {
    var scalars: [UInt32]

    init(_ scalars: [UInt32]) { self.scalars = scalars }
    package init(_ string: String) { scalars = string.unicodeScalars.map(\.value) }
    package init(stringLiteral value: String) { self.init(value) }
    init(bytes: [UInt8]) {
        scalars = []
        scalars.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
            scalars.append(scalar)
            index += length
        }
    }

    var count: Int { scalars.count }
    var isEmpty: Bool { scalars.isEmpty }

    var bytes: [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(scalars.count)
        for scalar in scalars { UTF8Decoding.append(scalar, to: &result) }
        return result
    }

    package var string: String { String(decoding: bytes, as: UTF8.self) }

    subscript(range: Range<Int>) -> ScalarText { ScalarText(Array(scalars[range.clamped(to: 0..<count)])) }

    /// `str.lower()`.
    var lowercased: ScalarText { ScalarText(bytes: UnicodeText.lowercased(bytes)) }

    /// `str.strip()`.
    var stripped: ScalarText { trimmed(left: true, right: true, UnicodeScalars.isSpace) }

    /// `str.strip(signs)`.
    func stripped(of signs: String) -> ScalarText {
        let signs = signs.unicodeScalars.map(\.value)
        return trimmed(left: true, right: true, signs.contains)
    }

    /// `str.rstrip(signs)`.
    func rightStripped(of signs: String) -> ScalarText {
        let signs = signs.unicodeScalars.map(\.value)
        return trimmed(left: false, right: true, signs.contains)
    }

    private func trimmed(left: Bool, right: Bool, _ drops: (UInt32) -> Bool) -> ScalarText {
        var start = 0
        var end = count
        if left { while start < end, drops(scalars[start]) { start += 1 } }
        if right { while end > start, drops(scalars[end - 1]) { end -= 1 } }
        return self[start..<end]
    }

    /// Where `part` first stands at or after `from`; nil for an empty part.
    func first(_ part: ScalarText, from: Int = 0) -> Int? {
        guard let head = part.scalars.first, from >= 0, from + part.count <= count else { return nil }
        for index in from...(count - part.count)
        where scalars[index] == head && scalars[index..<index + part.count].elementsEqual(part.scalars) {
            return index
        }
        return nil
    }

    func contains(_ part: ScalarText) -> Bool { part.isEmpty || first(part) != nil }

    func contains(anyOf parts: [ScalarText]) -> Bool { parts.contains(where: contains) }

    func hasPrefix(_ part: ScalarText) -> Bool { scalars.starts(with: part.scalars) }

    /// `str.replace(part, other)`, for parts that are not empty.
    func replacing(_ part: ScalarText, with other: ScalarText) -> ScalarText {
        var result: [UInt32] = []
        var start = 0
        while let found = first(part, from: start) {
            result += scalars[start..<found]
            result += other.scalars
            start = found + part.count
        }
        return ScalarText(result + scalars[start...])
    }

    /// `str.split(separator)`, for separators that are not empty.
    func split(by separator: ScalarText) -> [ScalarText] {
        var parts: [ScalarText] = []
        var start = 0
        while let found = first(separator, from: start) {
            parts.append(self[start..<found])
            start = found + separator.count
        }
        return parts + [self[start..<count]]
    }

    /// The parts between single scalars of a set: `re.split("[…]")`.
    func split(at separators: Set<UInt32>) -> [ScalarText] {
        scalars.split(omittingEmptySubsequences: false, whereSeparator: separators.contains)
            .map { ScalarText(Array($0)) }
    }

    /// `str.split()`.
    var fields: [ScalarText] {
        scalars.split(whereSeparator: UnicodeScalars.isSpace).map { ScalarText(Array($0)) }
    }
}
