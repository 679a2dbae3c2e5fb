// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Web and mail addresses, which say nothing about the language of a text.
enum LanguageAddresses {
    /// `bytes` with a space in place of each address, nil if there is none.
    ///
    /// A web address is `https?://[-_.?&~;+=/#0-9A-Za-z]{1,2076}`, a mail address
    /// `[-_.0-9A-Za-z]{1,64}@[-_0-9A-Za-z]{1,255}[-_.0-9A-Za-z]{1,255}`, in what is left without web addresses.
    static func blanked(_ bytes: [UInt8]) -> [UInt8]? {
        let hasSeparator = contains(0x3A, in: bytes)
        let hasSign = contains(0x40, in: bytes)
        if !hasSeparator, !hasSign { return nil }
        var text: [UInt8]?
        if hasSeparator { text = blanked(webAddresses(bytes), in: bytes) }
        if hasSign {
            let mail = mailAddresses(text ?? bytes)
            text = blanked(mail, in: text ?? bytes) ?? text
        }
        return text
    }

    // MARK: Limits

    private static let webLimit = 2076
    private static let localLimit = 64
    private static let domainLimit = 255

    // MARK: Details

    private static let alphanumeric = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    private static let webSet = ASCIISet("-_.?&~;+=/#" + alphanumeric)
    private static let labelSet = ASCIISet("-_" + alphanumeric)
    private static let mailSet = ASCIISet("-_." + alphanumeric)

    private static func contains(_ byte: UInt8, in bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { $0.contains(byte) }
    }

    private static func blanked(_ ranges: [Range<Int>], in bytes: [UInt8]) -> [UInt8]? {
        if ranges.isEmpty { return nil }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var start = 0
        for range in ranges {
            result += bytes[start..<range.lowerBound]
            result.append(0x20)
            start = range.upperBound
        }
        result += bytes[start...]
        return result
    }

    private static func webAddresses(_ bytes: [UInt8]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var free = 0
        var index = 4
        while index + 3 < bytes.count {
            defer { index += 1 }
            // The colon of "://"; looking for it leaves out most of a text.
            guard bytes[index] == 0x3A, bytes[index + 1] == 0x2F, bytes[index + 2] == 0x2F else { continue }
            let start = bytes[index - 1] == 0x73 ? index - 5 : index - 4
            guard start >= free, bytes[start] == 0x68, bytes[start + 1] == 0x74, bytes[start + 2] == 0x74,
                bytes[start + 3] == 0x70
            else { continue }
            let end = runEnd(bytes, from: index + 3, of: webSet, limit: webLimit)
            if end == index + 3 { continue }
            ranges.append(start..<end)
            free = end
            index = end - 1
        }
        return ranges
    }

    private static func mailAddresses(_ bytes: [UInt8]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var free = 0
        var index = 1
        while index < bytes.count {
            defer { index += 1 }
            guard bytes[index] == 0x40 else { continue }
            var start = index
            while start > free, index - start < localLimit, mailSet.contains(bytes[start - 1]) { start -= 1 }
            if start == index { continue }
            let label = runEnd(bytes, from: index + 1, of: labelSet, limit: domainLimit)
            if label == index + 1 { continue }
            var end = runEnd(bytes, from: label, of: mailSet, limit: domainLimit)
            // The second part needs one character, which the first part may give.
            if end == label {
                if label == index + 2 { continue }
                end = label
            }
            ranges.append(start..<end)
            free = end
            index = max(index, end - 1)
        }
        return ranges
    }

    private static func runEnd(_ bytes: [UInt8], from start: Int, of set: ASCIISet, limit: Int) -> Int {
        var end = start
        while end < bytes.count, end - start < limit, set.contains(bytes[end]) { end += 1 }
        return end
    }
}
