// Part of Assay. SPDX-License-Identifier: Apache-2.0

extension StringProtocol {
    /// Whether the bytes of `part` stand somewhere in the text.
    func holds(_ part: StaticString) -> Bool { place(of: part) != nil }

    /// How many bytes stand before the first place of `part`; nil where it does not stand in the text.
    func place(of part: StaticString) -> Int? {
        let length = part.utf8CodeUnitCount
        func search(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
            guard length > 0, bytes.count >= length else { return nil }
            return part.withUTF8Buffer { pattern in
                for start in 0...(bytes.count - length) where bytes[start] == pattern[0] {
                    var offset = 1
                    while offset < length, bytes[start + offset] == pattern[offset] { offset += 1 }
                    if offset == length { return start }
                }
                return nil
            }
        }
        if let found = utf8.withContiguousStorageIfAvailable(search) { return found }
        return Array(utf8).withUnsafeBufferPointer(search)
    }
}
