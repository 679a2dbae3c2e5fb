// Part of Assay. SPDX-License-Identifier: Apache-2.0

import CAssayTables

/// A text as the language statistics see it: normalised characters, of which n-grams are made.
struct LanguageText {
    /// Ids of characters, a white space first, never two white spaces in a row.
    ///
    /// A bit beside the id, ``silentBit``, says that no n-gram ends there: the character is the second or a later one of
    /// a run of capitals.
    private(set) var characters: [UInt16]

    /// See ``characters``.
    static let silentBit: UInt16 = 0x8000

    // MARK: Limits

    /// How many scalars of a text are looked at.
    static let scalarLimit = 10_000

    /// Reads `bytes`.
    ///
    /// 1. Web addresses, then mail addresses become a space.
    /// 2. A Vietnamese vowel and a tone mark are joined. What follows the first 10,000 scalars is left out.
    /// 3. Where scalars from U+0300 on are more than twice as many as those in `A`…`z`, the latter are left out.
    /// 4. Each scalar is replaced by its class; digits and most punctuation are white space.
    init(_ bytes: [UInt8]) {
        var codes: [UInt16] = []
        var nonLatin = 0
        if let blanked = LanguageAddresses.blanked(bytes) {
            (codes, nonLatin) = Self.codes(of: blanked)
        } else {
            (codes, nonLatin) = Self.codes(of: bytes)
        }
        if nonLatin > 0 {
            var latin = 0
            for code in codes where code & LanguageTable.latinBit != 0 { latin += 1 }
            if latin * 2 < nonLatin { codes.removeAll { $0 & LanguageTable.latinBit != 0 } }
        }
        characters = [UInt16](unsafeUninitializedCapacity: codes.count + 1) { buffer, count in
            buffer[0] = LanguageTable.space
            count = 1
            var last: UInt16 = LanguageTable.space
            for code in codes {
                let id = code & LanguageTable.idBits
                if id == LanguageTable.space, last & LanguageTable.idBits == LanguageTable.space { continue }
                buffer[count] = id | (code & last & LanguageTable.upperBit)
                count += 1
                last = code
            }
        }
    }

    /// The n-grams, each as the table's descriptor, as often as they occur.
    var grams: [UInt32] {
        characters.withUnsafeBufferPointer { characters in
            [UInt32](unsafeUninitializedCapacity: (characters.count - 1) * 3) { buffer, count in
                for index in 1..<max(1, characters.count) {
                    for length in 1...3 {
                        let gram = Self.gram(of: characters, endingAt: index, length: length)
                        if gram != 0 {
                            buffer[count] = gram
                            count += 1
                        }
                    }
                }
            }
        }
    }

    /// The n-gram of `length` (1…3) that ends at `index` (1 or more), as the table's descriptor; 0 if there is none.
    @inline(__always)
    static func gram(of characters: UnsafeBufferPointer<UInt16>, endingAt index: Int, length: Int) -> UInt32 {
        let last = characters[index]
        if last & silentBit != 0 { return 0 }
        if length == 1 { return LanguageTable.unigram(last) }
        let middle = characters[index - 1] & LanguageTable.idBits
        if length == 2 { return LanguageTable.bigram(middle, last) }
        // A word's first character begins anew: nothing before the white space is seen.
        if middle == LanguageTable.space { return 0 }
        return LanguageTable.trigram(characters[index - 2] & LanguageTable.idBits, middle, last)
    }

    // MARK: Details

    /// The codes of the scalars of `bytes`, at most ``scalarLimit``, and how many of the scalars are U+0300 or above.
    private static func codes(of bytes: [UInt8]) -> (codes: [UInt16], nonLatin: Int) {
        var nonLatin = 0
        let capacity = min(scalarLimit, bytes.count)
        let codes = [UInt16](unsafeUninitializedCapacity: capacity) { buffer, count in
            var index = 0
            while index < bytes.count, count < capacity {
                let byte = bytes[index]
                if byte < 0x80, index + 1 == bytes.count || bytes[index + 1] != 0xCC {
                    buffer[count] = LanguageTable.code(UInt32(byte))
                    count += 1
                    index += 1
                    continue
                }
                var (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
                index += length
                // The marks that are joined are U+0300…U+0323.
                if index + 1 < bytes.count, bytes[index] == 0xCC, let joined = joined(scalar, bytes[index + 1]) {
                    scalar = joined
                    index += 2
                }
                if scalar >= 0x300 { nonLatin += 1 }
                buffer[count] = LanguageTable.code(scalar)
                count += 1
            }
        }
        return (codes, nonLatin)
    }

    /// The letter that `letter` and the mark whose second byte is `mark` make, nil if they are not joined.
    private static func joined(_ letter: UInt32, _ mark: UInt8) -> UInt32? {
        let scalar = 0x300 | UInt16(mark & 0x3F)
        let (marks, letters) = (assay_language_joining_marks(), assay_language_joined_letters())
        let columns = Int(assay_language_joined_letters_count)
        guard letter < 0x10000,
            let row = (0..<Int(assay_language_joining_marks_count)).first(where: { marks[$0] == scalar }),
            let column = (0..<columns).first(where: { UInt32(letters[$0]) == letter })
        else { return nil }
        return UInt32(assay_language_joined()[row * columns + column])
    }
}
