// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Moves closing quotes and brackets that stand at the beginning of a sentence to the end of the one before.
///
/// `(He left.) She stayed.` is first cut before `)`; the closing bracket then joins its sentence. Only a run that white
/// space, `--` or the end of the sentence or line follows moves.
struct Realigner {
    /// The end of the text, white space at its end not counted.
    let textEnd: Int
    private var pending: Range<Int>?
    /// How many bytes of the pending sentence already belong to the one before.
    private var moved = 0

    init(textEnd: Int) { self.textEnd = textEnd }

    /// Takes the next sentence and hands the one before to `body`.
    mutating func add(_ bytes: [UInt8], _ sentence: Range<Int>, _ body: (Range<Int>) -> Void) {
        guard let before = pending else {
            pending = sentence
            return
        }
        let start = min(before.lowerBound + moved, before.upperBound)
        pending = sentence
        let (closers, length) = Self.match(bytes, sentence)
        if closers > 0 {
            body(start..<sentence.lowerBound + closers)
            moved = length
        } else {
            moved = 0
            if start < before.upperBound { body(start..<before.upperBound) }
        }
    }

    /// Hands the last sentence to `body`.
    mutating func finish(_ body: (Range<Int>) -> Void) {
        guard let last = pending else { return }
        let start = min(last.lowerBound + moved, last.upperBound)
        if start < last.upperBound { body(start..<last.upperBound) }
        pending = nil
    }

    /// The number of closing signs at the beginning of `sentence` that move, and the length of these and the white space
    /// after them.
    private static func match(_ bytes: [UInt8], _ sentence: Range<Int>) -> (closers: Int, length: Int) {
        var index = sentence.lowerBound
        loop: while index < sentence.upperBound {
            switch bytes[index] {
            case 0x22, 0x27, 0x29, 0x5D, 0x7D: index += 1
            default: break loop
            }
        }
        let closers = index - sentence.lowerBound
        guard closers > 0 else { return (0, 0) }
        let afterClosers = index
        while index < sentence.upperBound {
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
            guard UnicodeScalars.isSpace(scalar) else { break }
            index += length
        }
        if index > afterClosers || index == sentence.upperBound { return (closers, index - sentence.lowerBound) }
        if index + 1 < sentence.upperBound, bytes[index] == 0x2D, bytes[index + 1] == 0x2D { return (closers, closers) }
        return (0, 0)
    }
}
