// Part of Assay. SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Search for literal bytes.
public enum ByteSearch {
    /// The first place of `needle` in `haystack` at or after `start`; nil for an empty needle.
    ///
    /// - Cost: linear. The usual case jumps from one occurrence of the first byte to the next; where that repeats itself
    ///   too often, the search goes on with the Knuth–Morris–Pratt automaton.
    public static func first(_ needle: [UInt8], in haystack: [UInt8], from start: Int = 0) -> Int? {
        guard let head = needle.first, start >= 0 else { return nil }
        let last = haystack.count - needle.count
        var position = start
        var budget = 16 * (needle.count + 64)
        while position <= last, let found = first(head, in: haystack, from: position, to: last + 1) {
            var matched = 1
            while matched < needle.count, haystack[found + matched] == needle[matched] { matched += 1 }
            if matched == needle.count { return found }
            let skipped = found - position
            position = found + 1
            // Text that was skipped pays for text that was compared.
            budget += skipped + 2 - matched
            if budget < 0 { return automatonSearch(needle, in: haystack, from: position) }
        }
        return nil
    }

    private static func automatonSearch(_ needle: [UInt8], in haystack: [UInt8], from start: Int) -> Int? {
        var fallback = [0]
        fallback.reserveCapacity(needle.count)
        var length = 0
        for byte in needle.dropFirst() {
            while length > 0, byte != needle[length] { length = fallback[length - 1] }
            if byte == needle[length] { length += 1 }
            fallback.append(length)
        }
        var matched = 0
        for index in start..<max(start, haystack.count) {
            while matched > 0, haystack[index] != needle[matched] { matched = fallback[matched - 1] }
            if haystack[index] == needle[matched] { matched += 1 }
            if matched == needle.count { return index + 1 - matched }
        }
        return nil
    }

    /// Whether `needle` stands anywhere in `haystack`; an empty needle does.
    public static func contains(_ needle: [UInt8], in haystack: [UInt8]) -> Bool {
        needle.isEmpty || first(needle, in: haystack) != nil
    }

    /// How often `needle` stands in `haystack` without overlap (`str.count`); 0 for an empty needle.
    public static func count(_ needle: [UInt8], in haystack: [UInt8]) -> Int {
        var count = 0
        var start = 0
        while let found = first(needle, in: haystack, from: start) {
            count += 1
            start = found + needle.count
        }
        return count
    }

    /// The first place of one byte at or after `start`.
    public static func first(_ byte: UInt8, in haystack: [UInt8], from start: Int, to end: Int) -> Int? {
        guard start < end, start >= 0, end <= haystack.count else { return nil }
        return haystack.withUnsafeBytes { hay in
            guard let base = hay.baseAddress, let found = memchr(base + start, Int32(byte), end - start) else {
                return nil
            }
            return UnsafeRawPointer(found) - base
        }
    }
}
