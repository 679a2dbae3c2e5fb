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
    public static func first(_ needle: [UInt8], in haystack: [UInt8], from start: Int = 0) -> Int? {
        guard !needle.isEmpty, start >= 0, start + needle.count <= haystack.count else { return nil }
        return haystack.withUnsafeBytes { hay in
            needle.withUnsafeBytes { pin in
                guard let base = hay.baseAddress, let sought = pin.baseAddress else { return nil }
                // memmem is linear in both libraries (two-way search).
                guard let found = memmem(base + start, hay.count - start, sought, pin.count) else { return nil }
                return UnsafeRawPointer(found) - base
            }
        }
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
