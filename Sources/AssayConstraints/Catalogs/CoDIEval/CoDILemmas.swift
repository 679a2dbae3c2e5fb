// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayText

/// The lemmas of the words of a text, back to back, with the places of the words.
struct CoDILemmas {
    /// The words, in order.
    private(set) var ranges: [Range<Int>] = []
    private var lemmas: [UInt8] = []
    private var ends: [Int] = []

    /// Reads all of a text.
    init(_ bytes: [UInt8], conformance: Conformance) {
        self.init(bytes, in: 0..<bytes.count, conformance: conformance)
    }

    /// Reads a part.
    init(_ bytes: [UInt8], in range: Range<Int>, conformance: Conformance) {
        lemmas.reserveCapacity(range.count)
        var index = range.lowerBound
        while index < range.upperBound {
            let start = index
            index = CoDILemmas.wordEnd(bytes, index, range.upperBound)
            guard index > start else {
                index += bytes[index] < 0x80 ? 1 : max(1, UTF8Decoding.scalar(bytes, at: index).length)
                continue
            }
            var cut = index
            if conformance == .reference {
                // `\w+(?:-\w+)*` is one word; the reference lemmatises what stands before the first hyphen that its
                // tokenizer splits at.
                var isCut = false
                while index + 1 < range.upperBound, bytes[index] == UInt8(ascii: "-") {
                    let end = CoDILemmas.wordEnd(bytes, index + 1, range.upperBound)
                    guard end > index + 1 else { break }
                    isCut = isCut || CoDILemmas.splits(bytes, at: index)
                    if !isCut { cut = end }
                    index = end
                }
            }
            ranges.append(start..<index)
            append(bytes, start..<cut)
            ends.append(lemmas.count)
        }
    }

    /// The lemma of a word.
    func lemma(_ index: Int) -> ArraySlice<UInt8> { lemmas[(index == 0 ? 0 : ends[index - 1])..<ends[index]] }

    /// Where the first of the alternatives stands, each of which is a list of consecutive lemmas.
    func first(_ alternatives: [[[UInt8]]]) -> Range<Int>? {
        for alternative in alternatives {
            guard let head = alternative.first, alternative.count <= ranges.count else { continue }
            for start in 0...(ranges.count - alternative.count) where lemma(start).elementsEqual(head) {
                let rest = alternative.indices.dropFirst()
                if rest.allSatisfy({ lemma(start + $0).elementsEqual(alternative[$0]) }) {
                    return ranges[start].lowerBound..<ranges[start + alternative.count - 1].upperBound
                }
            }
        }
        return nil
    }

    private mutating func append(_ bytes: [UInt8], _ range: Range<Int>) {
        if bytes[range].contains(where: { $0 >= 0x80 || $0 &- 0x41 < 26 }) {
            Lemmatizer.append(lemmaOf: UnicodeText.lowercased(Array(bytes[range]))[...], to: &lemmas)
        } else {
            Lemmatizer.append(lemmaOf: bytes[range], to: &lemmas)
        }
    }

    /// Whether spaCy's tokenizer splits at the hyphen: between letters and between digits.
    private static func splits(_ bytes: [UInt8], at hyphen: Int) -> Bool {
        let before = UTF8Decoding.scalar(bytes, before: hyphen).value
        let after = UTF8Decoding.scalar(bytes, at: hyphen + 1).value
        func isDigit(_ scalar: UInt32) -> Bool { scalar &- 0x30 < 10 }
        return isDigit(before) == isDigit(after)
    }

    /// Where the run of `\w` ends that begins at `start`; `start` if there is none.
    private static func wordEnd(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
        var index = start
        while index < end {
            if bytes[index] < 0x80 {
                guard WordScanner.isWordByte(bytes[index]) else { break }
                index += 1
            } else {
                let decoded = UTF8Decoding.scalar(bytes, at: index)
                guard UnicodeScalars.isWord(decoded.value) else { break }
                index += max(1, decoded.length)
            }
        }
        return min(index, end)
    }
}
