// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// One scan over one sentence for ``TreebankTokenizer``.
///
/// Names such as S4, P2, E5 in comments are the NLTK expressions in their order: S starting quotes, P punctuation, E ending
/// quotes. An expression sees the blanks that earlier ones put in, and only these; that is why the order shows through.
struct TreebankScanner {
    let bytes: [UInt8]
    /// The tokens found so far.
    private(set) var tokens: [Token] = []
    private var start = 0
    private var end = 0
    /// The period that ends the sentence; nil if none does.
    private var finalPeriod: Int?
    /// The end of the sentence without white space.
    private var contentEnd = 0
    /// Where the piece being read begins.
    private var piece: Int?
    /// Whether that piece has anything but ASCII letters.
    private var isMixed = false
    /// A colon or comma that was the second scalar of a match of P2, which does not look at it again.
    private var consumed = -1

    /// Makes a scanner of a text; `capacity` is the number of tokens there is room for at first.
    init(_ bytes: [UInt8], capacity: Int) {
        self.bytes = bytes
        tokens.reserveCapacity(capacity)
    }

    /// Forgets the tokens found so far.
    mutating func removeTokens() { tokens.removeAll(keepingCapacity: true) }

    // MARK: Scan

    /// Adds the tokens of one sentence.
    mutating func scan(_ sentence: Range<Int>) {
        start = sentence.lowerBound
        end = sentence.upperBound
        (finalPeriod, contentEnd) = Self.finalPeriod(bytes, sentence)
        consumed = -1
        var index = start
        while index < end {
            switch Self.classes[Int(bytes[index])] {
            case .letter:
                if piece == nil { piece = index }
                index += 1
            case .ordinary:
                take(index)
                index += 1
            case .space:
                flush(index)
                index += 1
            case .single:
                emitSign(index, 1)
                index += 1
            case .hyphen:
                if index + 1 < end, bytes[index + 1] == 0x2D {
                    emitSign(index, 2)
                    index += 2
                } else {
                    take(index)
                    index += 1
                }
            case .period:
                index = period(index)
            case .colon:
                colon(index)
                index += 1
            case .backquote:
                index = backquotes(index)
            case .quote:
                flush(index)
                let opens = index == start || opensQuote(before: index)
                tokens.append(Token(range: index..<index + 1, kind: opens ? .openingQuote : .closingQuote))
                index += 1
            case .apostrophe:
                index = apostrophe(index)
            case .wide:
                index = wide(index)
            }
        }
        flush(end)
    }

    /// Adds the byte at `index` to the piece.
    @inline(__always) private mutating func take(_ index: Int) {
        if piece == nil { piece = index }
        isMixed = true
    }

    /// Ends the piece before `index`.
    @inline(__always) private mutating func flush(_ index: Int) {
        guard let first = piece else { return }
        if first < index { emitPiece(first, index) }
        piece = nil
        isMixed = false
    }

    @inline(__always) private mutating func emitSign(_ index: Int, _ length: Int) {
        flush(index)
        tokens.append(Token(range: index..<index + length))
    }

    // MARK: Signs

    private mutating func period(_ index: Int) -> Int {
        let run = periodRun(index)
        if run > 1 || index == finalPeriod {
            emitSign(index, run)
        } else {
            take(index)
        }
        return index + run
    }

    private func periodRun(_ index: Int) -> Int {
        var after = index + 1
        while after < end, bytes[after] == 0x2E { after += 1 }
        return after - index
    }

    /// P2 and P3: a colon or comma is cut off unless a digit follows or the one before it took it as its follower.
    private mutating func colon(_ index: Int) {
        let isLast = index + 1 == end || index + 2 == end && bytes[index + 1] == 0x0A
        if index == consumed {
            if isLast { emitSign(index, 1) } else { take(index) }
        } else if index + 1 < end, isDigit(index + 1) {
            take(index)
        } else {
            emitSign(index, 1)
            consumed = index + 1
        }
    }

    /// S1 and S3: a run is cut into pairs.
    private mutating func backquotes(_ first: Int) -> Int {
        flush(first)
        var index = first
        while index < end, bytes[index] == 0x60 {
            let length = index + 1 < end && bytes[index + 1] == 0x60 ? 2 : 1
            tokens.append(Token(range: index..<index + length))
            index += length
        }
        return index
    }

    /// S4: whether a blank (also one put in by S1 and S3) or an opening bracket stands before the quote at `index`.
    private func opensQuote(before index: Int) -> Bool {
        guard index > start else { return false }
        switch bytes[index - 1] {
        case 0x20, 0x28, 0x5B, 0x7B, 0x3C, 0x60: return true
        case 0x22: return index - 1 == start
        default: return isOpeningMark(before: index)
        }
    }

    /// Whether `« “ ‘ „` ends at `index`.
    private func isOpeningMark(before index: Int) -> Bool {
        if index - start >= 2, bytes[index - 1] == 0xAB { return bytes[index - 2] == 0xC2 }
        guard index - start >= 3, bytes[index - 3] == 0xE2, bytes[index - 2] == 0x80 else { return false }
        return Self.isOpeningTail(bytes[index - 1])
    }

    private static func isOpeningTail(_ byte: UInt8) -> Bool { byte == 0x9C || byte == 0x98 || byte == 0x9E }

    private mutating func apostrophe(_ index: Int) -> Int {
        if index + 1 < end, bytes[index + 1] == 0x27 {
            flush(index)
            tokens.append(Token(range: index..<index + 2, kind: opensQuote(before: index) ? .openingQuote : .text))
            return index + 2
        }
        let single = precedesSingleLetter(index)
        // P8: an apostrophe before a blank is cut off, unless another one stands before it (then E2 has cut there).
        if single || isBlankAfter(index) { flush(index) }
        take(index)
        if single { flush(index + 1) }
        return index + 1
    }

    /// S5: whether one word scalar and then none follows the apostrophe, and it is not one of `m t s d n`.
    private func precedesSingleLetter(_ index: Int) -> Bool {
        guard index + 1 < end else { return false }
        let (scalar, length) = UTF8Decoding.scalar(bytes, at: index + 1)
        guard UnicodeScalars.isWord(scalar) else { return false }
        switch scalar {
        case 0x6D, 0x74, 0x73, 0x64, 0x6E, 0x4D, 0x54, 0x53, 0x44, 0x4E, 0x17F: return false
        default: break
        }
        let after = index + 1 + length
        return after >= end || !UnicodeScalars.isWord(UTF8Decoding.scalar(bytes, at: after).value)
    }

    /// Whether a blank follows the apostrophe by the time of P8.
    private func isBlankAfter(_ index: Int) -> Bool {
        let after = index + 1
        if after == contentEnd, finalPeriod != nil { return true }
        guard after < end else { return false }
        switch bytes[after] {
        case 0x20, 0x60: return true
        case 0x3B, 0x40, 0x23, 0x24, 0x25, 0x26, 0x3F, 0x21: return true
        case 0x2E: return after == finalPeriod || periodRun(after) > 1
        case 0x3A, 0x2C: return after + 1 >= end || !isDigit(after + 1)
        case 0xC2: return after + 1 < end && bytes[after + 1] == 0xAB
        case 0xE2: return after + 2 < end && bytes[after + 1] == 0x80 && Self.isOpeningTail(bytes[after + 2])
        default: return false
        }
    }

    /// Scalars from U+0080 on that begin with a byte which some white space or quotation mark begins with, too.
    private mutating func wide(_ index: Int) -> Int {
        let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
        let after = min(index + length, end)
        switch scalar {
        case 0xAB, 0x201C, 0x2018, 0x201E, 0xBB, 0x201D, 0x2019:
            emitSign(index, after - index)
        default:
            if UnicodeScalars.isSpace(scalar) { flush(index) } else { take(index) }
        }
        return after
    }

    private func isDigit(_ index: Int) -> Bool {
        let byte = bytes[index]
        if byte < 0x80 { return byte &- 0x30 < 10 }
        return UnicodeScalars.isDigit(UTF8Decoding.scalar(bytes, at: index).value)
    }

    // MARK: Pieces

    /// E5 and E6: cuts clitics off the end of a piece, then looks for contractions.
    private mutating func emitPiece(_ first: Int, _ after: Int) {
        guard isMixed else {
            emitLetters(first, after)
            return
        }
        var clitic = after
        let last = bytes[after - 1]
        if last == 0x27 {
            if after - 1 > first, bytes[after - 2] != 0x27 { clitic = after - 1 }
        } else if after - 3 >= first, bytes[after - 2] == 0x27, bytes[after - 3] != 0x27 {
            switch last {
            case 0x73, 0x53, 0x6D, 0x4D, 0x64, 0x44: clitic = after - 2
            default: break
            }
        }
        var second = clitic
        if clitic - 4 >= first, isLongClitic(clitic), bytes[clitic - 4] != 0x27 { second = clitic - 3 }
        emitContractions(first, second)
        if second < clitic { emitContractions(second, clitic) }
        if clitic < after { emitContractions(clitic, after) }
    }

    /// Whether `'ll 're 've n't`, in one case throughout, ends at `index`.
    private func isLongClitic(_ index: Int) -> Bool {
        switch (bytes[index - 3], bytes[index - 2], bytes[index - 1]) {
        case (0x27, 0x6C, 0x6C), (0x27, 0x4C, 0x4C), (0x27, 0x72, 0x65), (0x27, 0x52, 0x45), (0x27, 0x76, 0x65),
            (0x27, 0x56, 0x45), (0x6E, 0x27, 0x74), (0x4E, 0x27, 0x54):
            return true
        default:
            return false
        }
    }

    /// Emits a piece of nothing but ASCII letters.
    @inline(__always) private mutating func emitLetters(_ first: Int, _ after: Int) {
        if after - first == 5 || after - first == 6, TreebankContraction.isWhole(bytes, first..<after) {
            tokens.append(Token(range: first..<first + 3))
            tokens.append(Token(range: first + 3..<after))
        } else {
            tokens.append(Token(range: first..<after))
        }
    }

    /// Emits a piece, cut where it holds contractions.
    private mutating func emitContractions(_ first: Int, _ after: Int) {
        guard after - first >= 4 else {
            tokens.append(Token(range: first..<after))
            return
        }
        var begin = first
        for cut in TreebankContraction.cuts(bytes, first..<after) where cut > begin {
            tokens.append(Token(range: begin..<cut))
            begin = cut
        }
        if begin < after { tokens.append(Token(range: begin..<after)) }
    }

    // MARK: End of the sentence

    /// P1: the last period, if no period stands before it and only closing signs and blanks, then white space, after it.
    private static func finalPeriod(_ bytes: [UInt8], _ range: Range<Int>) -> (period: Int?, contentEnd: Int) {
        var contentEnd = range.upperBound
        while contentEnd > range.lowerBound {
            let (scalar, length) = UTF8Decoding.scalar(bytes, before: contentEnd)
            guard UnicodeScalars.isSpace(scalar) else { break }
            contentEnd -= length
        }
        contentEnd = max(contentEnd, range.lowerBound)
        var index = contentEnd
        while index > range.lowerBound {
            switch bytes[index - 1] {
            case 0x2E:
                let found = index - 1 > range.lowerBound && bytes[index - 2] != 0x2E
                return (found ? index - 1 : nil, contentEnd)
            case 0x22:
                // S4 has made an opening quote of it.
                if index - 2 >= range.lowerBound, bytes[index - 2] == 0x20 { return (nil, contentEnd) }
                index -= 1
            case 0x27:
                if index < contentEnd, bytes[index] == 0x27, index - 2 >= range.lowerBound, bytes[index - 2] == 0x20 {
                    return (nil, contentEnd)
                }
                index -= 1
            case 0x5D, 0x29, 0x7D, 0x3E, 0x20:
                index -= 1
            case 0xBB:
                guard index - 2 >= range.lowerBound, bytes[index - 2] == 0xC2 else { return (nil, contentEnd) }
                index -= 2
            case 0x9D, 0x99:
                guard index - 3 >= range.lowerBound, bytes[index - 2] == 0x80, bytes[index - 3] == 0xE2 else {
                    return (nil, contentEnd)
                }
                index -= 3
            default:
                return (nil, contentEnd)
            }
        }
        return (nil, contentEnd)
    }

    // MARK: Classes of bytes

    private enum Class: UInt8 {
        case letter, ordinary, space, single, hyphen, period, colon, backquote, quote, apostrophe, wide
    }

    private static let classes: [Class] = {
        var table = [Class](repeating: .ordinary, count: 256)
        for byte in 0x41...0x5A { table[byte] = .letter }
        for byte in 0x61...0x7A { table[byte] = .letter }
        for byte in [0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1C, 0x1D, 0x1E, 0x1F, 0x20] { table[byte] = .space }
        for byte in ";@#$%&?!*[](){}<>".utf8 { table[Int(byte)] = .single }
        for byte in [0xC2, 0xE1, 0xE2, 0xE3] { table[byte] = .wide }
        table[0x2D] = .hyphen
        table[0x2E] = .period
        table[0x3A] = .colon
        table[0x2C] = .colon
        table[0x60] = .backquote
        table[0x22] = .quote
        table[0x27] = .apostrophe
        return table
    }()
}
