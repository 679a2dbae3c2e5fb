// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Recognises web addresses, which stay one token.
///
/// - Source: the address pattern of spaCy (MIT licence), after Diego Perini's "Regular Expression for URL validation".
enum SpanishWebAddress {
    /// Whether `range` is an address: a scheme and a user may stand before the host, a port and a path after it.
    static func matches(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        var starts = [range.lowerBound]
        if let colon = bytes[range].firstIndex(of: 0x3A), colon + 2 < range.upperBound, bytes[colon + 1] == 0x2F,
            bytes[colon + 2] == 0x2F, isScheme(bytes, range.lowerBound..<colon)
        {
            starts.append(colon + 3)
        }
        for start in starts {
            if matchesHost(bytes, start..<range.upperBound) { return true }
        }
        // A user takes in at least one scalar from wherever the host could have begun.
        let first = range.lowerBound + 1
        guard first < range.upperBound else { return false }
        for index in first..<range.upperBound where bytes[index] == 0x40 {
            if matchesHost(bytes, index + 1..<range.upperBound) { return true }
        }
        return false
    }

    private static func isScheme(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        var count = 0
        var index = range.lowerBound
        while index < range.upperBound {
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
            guard UnicodeScalars.isWord(scalar) || scalar == 0x2B || scalar == 0x2D || scalar == 0x2E else {
                return false
            }
            count += 1
            index += length
        }
        return count >= 2
    }

    /// Whether `range` is a host and what may follow it, up to the end.
    private static func matchesHost(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        // Hosts do not hold `@`: stopping there keeps a run of many `@` linear.
        let isEnd: (UInt8) -> Bool = { $0 == 0x3A || $0 == 0x2F || $0 == 0x3F || $0 == 0x23 || $0 == 0x40 }
        let end = bytes[range].firstIndex(where: isEnd) ?? range.upperBound
        var rest = end
        if rest < range.upperBound, bytes[rest] == 0x40 { return false }
        if rest < range.upperBound, bytes[rest] == 0x3A {
            rest += 1
            var digits = 0
            while rest < range.upperBound, digits < 6 {
                let (scalar, length) = UTF8Decoding.scalar(bytes, at: rest)
                guard UnicodeScalars.isDigit(scalar) else { break }
                digits += 1
                rest += length
            }
            guard (2...5).contains(digits) else { return false }
        }
        if rest < range.upperBound, bytes[rest] != 0x2F, bytes[rest] != 0x3F, bytes[rest] != 0x23 { return false }
        let labels = bytes[range.lowerBound..<end].split(separator: 0x2E, omittingEmptySubsequences: false)
            .map { $0.startIndex..<$0.endIndex }
        return isDomain(bytes, labels) || isPublicAddress(bytes, labels)
    }

    private static func isDomain(_ bytes: [UInt8], _ labels: [Range<Int>]) -> Bool {
        guard labels.count >= 2, let top = labels.last else { return false }
        var count = 0
        var index = top.lowerBound
        while index < top.upperBound {
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
            guard SpanishTokenizerClass.of(scalar).contains(.lower) else { return false }
            count += 1
            index += length
        }
        return (2...63).contains(count) && labels.dropLast().allSatisfy { isLabel(bytes, $0) }
    }

    private static func isLabel(_ bytes: [UInt8], _ label: Range<Int>) -> Bool {
        var count = 0
        var index = label.lowerBound
        while index < label.upperBound {
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
            let isInner = scalar == 0x5F || scalar == 0x2D
            let isWord =
                scalar < 0x80
                ? WordScanner.isWordByte(UInt8(truncatingIfNeeded: scalar)) && !isInner
                : (0xA1...0xFFFF).contains(scalar)
            guard isWord || isInner && index > label.lowerBound && index + length < label.upperBound else {
                return false
            }
            count += 1
            index += length
        }
        return (1...64).contains(count)
    }

    // MARK: Numbers

    /// Whether the labels are a dotted address that is not private, local or reserved.
    private static func isPublicAddress(_ bytes: [UInt8], _ labels: [Range<Int>]) -> Bool {
        guard labels.count == 4 else { return false }
        let parts = labels.compactMap { digits(bytes, $0) }
        guard parts.count == 4, isFirst(parts[0]), isMiddle(parts[1]), isMiddle(parts[2]), isLast(parts[3]) else {
            return false
        }
        let (first, second) = (parts[0], parts[1])
        if first == [1, 0] || first == [1, 2, 7] { return false }
        if first == [1, 6, 9], second == [2, 5, 4] { return false }
        if first == [1, 9, 2], second == [1, 6, 8] { return false }
        if first == [1, 7, 2], second.count == 2 {
            if second[0] == 1, (6...9).contains(second[1]) { return false }
            if second[0] == 2 || second == [3, 0] || second == [3, 1] { return false }
        }
        return true
    }

    /// The ASCII digits of a label, and 10 for each digit of another script.
    ///
    /// Nil if it is not one to three digits.
    private static func digits(_ bytes: [UInt8], _ label: Range<Int>) -> [Int]? {
        var result: [Int] = []
        var index = label.lowerBound
        while index < label.upperBound, result.count < 4 {
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
            guard UnicodeScalars.isDigit(scalar) else { return nil }
            result.append((0x30...0x39).contains(scalar) ? Int(scalar) - 0x30 : 10)
            index += length
        }
        return (1...3).contains(result.count) ? result : nil
    }

    private static func isFirst(_ part: [Int]) -> Bool {
        guard (1...9).contains(part[0]) else { return false }
        if part.count < 3 || part[0] == 1 { return true }
        if part[0] != 2 { return false }
        return part[1] == 0 || part[1] == 1 || part[1] == 2 && (0...3).contains(part[2])
    }

    private static func isMiddle(_ part: [Int]) -> Bool {
        if part.count < 3 || part[0] == 1 { return true }
        if part[0] != 2 { return false }
        return (0...4).contains(part[1]) || part[1] == 5 && (0...5).contains(part[2])
    }

    private static func isLast(_ part: [Int]) -> Bool {
        guard (1...9).contains(part[0]) else { return false }
        if part.count < 3 || part[0] == 1 { return true }
        if part[0] != 2 { return false }
        return (0...4).contains(part[1]) || part[1] == 5 && (0...4).contains(part[2])
    }
}
