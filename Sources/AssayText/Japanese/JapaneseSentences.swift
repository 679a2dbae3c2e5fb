// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Counts the sentences of Japanese text as M-IFEval does.
///
/// ## How it decides
/// 1. The text is normalized (`JapaneseNormalization`) and split into lines. A line of two scalars or more that ends in
///    の is joined with the next.
/// 2. In each line a sentence ends at 。, ! or ?, but not inside 「…」 or (…) without brackets of that kind in them, nor
///    beside the sign ∯. What is left after the last end is a sentence too. Empty lines have none.
///
/// - Source: ja_sentence_segmenter 0.0.2 (MIT licence).
/// - Complexity: Linear in the number of bytes.
public enum JapaneseSentences {
    /// The number of sentences.
    public static func count(in bytes: [UInt8]) -> Int {
        let text = JapaneseNormalization.normalized(bytes)
        var count = 0
        var line: [UInt8] = []
        for range in UnicodeText.splitLines(of: text, in: 0..<text.count) {
            line.append(contentsOf: text[range])
            if endsInParticle(line) { continue }
            count += sentences(inLine: line)
            line.removeAll(keepingCapacity: true)
        }
        return count + sentences(inLine: line)
    }

    /// Whether a line of two scalars or more ends in の.
    private static func endsInParticle(_ line: [UInt8]) -> Bool {
        line.count > 3 && line[line.count - 3] == 0xE3 && line[line.count - 2] == 0x81 && line[line.count - 1] == 0xAE
    }

    private static func sentences(inLine line: [UInt8]) -> Int {
        let guarded = guardedBytes(of: line)
        var count = 0
        var rest = 0
        var index = 0
        while index < line.count {
            let (scalar, length) = UTF8Decoding.scalar(line, at: index)
            let end = index + length
            if scalar == 0x3002 || scalar == 0x21 || scalar == 0x3F, !guarded.contains(index),
                !isEscape(line, before: index), !isEscape(line, at: end)
            {
                count += 1
                rest = end
            }
            index = end
        }
        return rest < line.count ? count + 1 : count
    }

    /// The places inside 「…」 and (…).
    private static func guardedBytes(of line: [UInt8]) -> Places {
        var places = Places(count: line.count)
        var quote: Int?
        var bracket: Int?
        var index = 0
        while index < line.count {
            let (scalar, length) = UTF8Decoding.scalar(line, at: index)
            switch scalar {
            case 0x300C: quote = index
            case 0x300D:
                if let start = quote { places.add(start..<index) }
                quote = nil
            case 0x28: bracket = index
            case 0x29:
                if let start = bracket { places.add(start..<index) }
                bracket = nil
            default: break
            }
            index += length
        }
        return places
    }

    /// Ranges of a line.
    private struct Places {
        private var inside: [Bool] = []
        private let count: Int

        init(count: Int) { self.count = count }

        mutating func add(_ range: Range<Int>) {
            if inside.isEmpty { inside = [Bool](repeating: false, count: count) }
            for index in range { inside[index] = true }
        }

        func contains(_ index: Int) -> Bool { !inside.isEmpty && inside[index] }
    }

    /// Whether ∯ begins at `index`.
    private static func isEscape(_ line: [UInt8], at index: Int) -> Bool {
        index + 2 < line.count && line[index] == 0xE2 && line[index + 1] == 0x88 && line[index + 2] == 0xAF
    }

    private static func isEscape(_ line: [UInt8], before index: Int) -> Bool {
        index >= 3 && isEscape(line, at: index - 3)
    }
}
