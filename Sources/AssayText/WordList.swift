// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// A fixed list of ASCII words that parts of a text are looked up in without copying them.
public struct WordList: Sendable {
    /// The words, as given.
    public let words: [String]
    private let bytes: [[UInt8]]
    private let slots: [Int]
    private let longest: Int

    /// Creates a list; words that stand twice count once.
    public init(_ words: [String]) {
        self.words = words
        bytes = words.map { Array($0.utf8) }
        longest = bytes.map(\.count).max() ?? 0
        var size = 16
        while size < words.count * 4 { size *= 2 }
        var slots = Array(repeating: 0, count: size)
        for (index, word) in bytes.enumerated() {
            var slot = WordList.hash(word, 0..<word.count) & (size - 1)
            while slots[slot] != 0, bytes[slots[slot] - 1] != word { slot = (slot + 1) & (size - 1) }
            if slots[slot] == 0 { slots[slot] = index + 1 }
        }
        self.slots = slots
    }

    /// The index of the word that `range` of `text` is, if any.
    ///
    /// - Parameters:
    ///   - range: the part.
    ///   - text: the bytes in which it stands.
    ///   - ignoringCase: whether ASCII capitals in the text stand for small letters; the list is in small letters then.
    /// - Returns: the index from 0; nil where the part is no word of the list.
    public func index(of range: Range<Int>, in text: [UInt8], ignoringCase: Bool = false) -> Int? {
        guard !range.isEmpty, range.count <= longest else { return nil }
        var slot = WordList.hash(text, range) & (slots.count - 1)
        while slots[slot] != 0 {
            let word = bytes[slots[slot] - 1]
            if word.count == range.count {
                var offset = 0
                while offset < word.count {
                    var byte = text[range.lowerBound + offset]
                    if ignoringCase, byte &- 0x41 < 26 { byte |= 0x20 }
                    if byte != word[offset] { break }
                    offset += 1
                }
                if offset == word.count { return slots[slot] - 1 }
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// The same for capitals and small letters.
    @inline(__always)
    private static func hash(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
        var hash: UInt32 = 2_166_136_261
        for index in range { hash = (hash ^ UInt32(bytes[index] | 0x20)) &* 16_777_619 }
        return Int(hash ^ hash >> 15)
    }
}
