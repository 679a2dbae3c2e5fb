// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Finds the sentences of a text with a Punkt model, as NLTK 3.9.1 does.
///
/// Only `.`, `?` and `!` before closing punctuation or before white space and another word do work: the word before and
/// what follows are cut into tokens, each token is classified by itself and then by its neighbour, and the sentence ends
/// if any but the last ends one. Closing quotes and brackets after the end then join the sentence before.
struct PunktSplitter {
    private let model: PunktModel
    /// Lower-case types are built here; reused, so that a text costs no allocation per word.
    private var scratch: [UInt8] = []

    init(model: PunktModel) {
        self.model = model
        scratch.reserveCapacity(64)
    }

    // MARK: Candidates

    /// A possible sentence end: the sign, the word before, and what follows.
    private struct Candidate {
        /// Where the word before the sign begins.
        var word: Int
        /// The byte of the sign itself.
        var sign: Int
        /// Where the next word begins; nil if closing punctuation follows directly.
        var next: Int?
        /// The end of what is looked at.
        var end: Int
    }

    /// The number of `.`, `?` and `!`.
    static func signCount(in bytes: [UInt8]) -> Int {
        bytes.withUnsafeBytes { raw in
            var count = 0
            var index = 0
            while index + 8 <= raw.count {
                let block = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
                // A byte above ASCII, its high bit masked, could pass for a sign.
                let ascii = block & ~ByteBlock.highBits
                let found =
                    ByteBlock.bytes(ascii, equalTo: 0x2E) | ByteBlock.bytes(ascii, equalTo: 0x3F)
                    | ByteBlock.bytes(ascii, equalTo: 0x21)
                count += (found & ~block).nonzeroBitCount
                index += 8
            }
            while index < raw.count {
                if raw[index] == 0x2E || raw[index] == 0x3F || raw[index] == 0x21 { count += 1 }
                index += 1
            }
            return count
        }
    }

    /// Calls `body` with each sentence of `bytes`, or with the first `limit` at least.
    mutating func split(_ bytes: [UInt8], upTo limit: Int = .max, _ body: (Range<Int>) -> Void) {
        var given = 0
        split(bytes, isEnough: { given >= limit }) { sentence in
            given += 1
            body(sentence)
        }
    }

    private mutating func split(_ bytes: [UInt8], isEnough: () -> Bool, _ body: (Range<Int>) -> Void) {
        var end = bytes.count
        while end > 0 {
            let (scalar, length) = UTF8Decoding.scalar(bytes, before: end)
            guard UnicodeScalars.isSpace(scalar) else { break }
            end -= length
        }
        var realigner = Realigner(textEnd: end)
        var start = 0
        var previous: Candidate?
        var index = 0
        while index < end {
            index = Self.nextSign(bytes, from: index, to: end)
            guard index < end else { break }
            guard var candidate = Self.candidate(bytes, at: index, end: end) else {
                index += 1
                continue
            }
            candidate.word = Self.wordStart(bytes, sign: index, previous: previous)
            // A candidate inside the word of the next one is not looked at: the longest context decides.
            if let last = previous, last.sign <= candidate.word {
                decide(bytes, last, &start, &realigner, body)
                if isEnough() { return }
            }
            previous = candidate
            index += 1
        }
        if let last = previous { decide(bytes, last, &start, &realigner, body) }
        realigner.add(bytes, min(start, end)..<end, body)
        realigner.finish(body)
    }

    /// The next `.`, `?` or `!`, or `end`.
    private static func nextSign(_ bytes: [UInt8], from start: Int, to end: Int) -> Int {
        bytes.withUnsafeBytes { raw in
            var index = start
            while index + 8 <= end {
                // Bit 7 of bytes above ASCII may be set by mistake, never left out; the byte loop below looks again.
                let block = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
                let found =
                    ByteBlock.bytes(block, equalTo: 0x2E) | ByteBlock.bytes(block, equalTo: 0x3F)
                    | ByteBlock.bytes(block, equalTo: 0x21)
                if found != 0 || block & ByteBlock.highBits != 0 { break }
                index += 8
            }
            while index < end {
                let byte = raw[index]
                if byte == 0x2E || byte == 0x3F || byte == 0x21 { return index }
                index += 1
            }
            return end
        }
    }

    private mutating func decide(
        _ bytes: [UInt8], _ candidate: Candidate, _ start: inout Int, _ realigner: inout Realigner,
        _ body: (Range<Int>) -> Void
    ) {
        guard containsBreak(bytes, candidate.word..<candidate.end) else { return }
        realigner.add(bytes, start..<candidate.sign + 1, body)
        start = candidate.next ?? candidate.sign + 1
    }

    /// The candidate at the sign at `sign`, its word not yet found; nil if what follows rules a sentence end out.
    private static func candidate(_ bytes: [UInt8], at sign: Int, end: Int) -> Candidate? {
        let after = sign + 1
        guard after < end else { return nil }
        if PunktTokens.nonWord.contains(bytes[after]) {
            return Candidate(word: 0, sign: sign, next: nil, end: after + 1)
        }
        var next = after
        while next < end {
            let length = spaceLength(bytes, next)
            if length == 0 { break }
            next += length
        }
        guard next > after, next < end else { return nil }
        var wordEnd = next
        while wordEnd < end, spaceLength(bytes, wordEnd) == 0 { wordEnd += 1 }
        return Candidate(word: 0, sign: sign, next: next, end: wordEnd)
    }

    /// The length of the white space scalar at `index`; 0 if none begins there.
    @inline(__always) private static func spaceLength(_ bytes: [UInt8], _ index: Int) -> Int {
        let byte = bytes[index]
        if byte < 0x80 { return PunktTokens.space.contains(byte) ? 1 : 0 }
        if UTF8Decoding.isContinuation(byte) { return 0 }
        let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
        return UnicodeScalars.isSpace(scalar) ? length : 0
    }

    /// Where the word before `sign` begins.
    ///
    /// Quirk: it begins after the last ASCII white space since the previous candidate, but white space that stands first
    /// there does not count, and without any the word of the previous candidate goes on.
    private static func wordStart(_ bytes: [UInt8], sign: Int, previous: Candidate?) -> Int {
        let floor = previous?.sign ?? 0
        var index = sign - 1
        while index > floor {
            let byte = bytes[index]
            if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) { return index + 1 }
            index -= 1
        }
        return previous?.word ?? 0
    }

    // MARK: Decisions

    private mutating func containsBreak(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        var tokens = PunktTokens(bytes, range)
        guard var first = tokens.next() else { return false }
        while let second = tokens.next() {
            if breaks(bytes, first, before: second) { return true }
            first = second
        }
        return false
    }

    /// Whether a sentence ends with `token`, when `next` is the token after it.
    private mutating func breaks(_ bytes: [UInt8], _ token: Range<Int>, before next: Range<Int>) -> Bool {
        let last = bytes[token.upperBound - 1]
        if last != 0x2E { return token.count == 1 && (last == 0x3F || last == 0x21) }

        var abbreviated = false
        var ellipsis = false
        var breaks = false
        let isNumber = PunktNumber.matches(bytes, token)
        let isInitial = Self.isInitial(bytes, token)
        // The type without its period; what is known of it serves both questions that follow.
        let stem = token.count > 1 ? token.lowerBound..<token.upperBound - 1 : token
        let stemMarks = marks(bytes, stem)
        switch Self.dots(bytes, token) {
        case .single: breaks = true
        case .ellipsis: ellipsis = true
        case .word:
            abbreviated = stemMarks & PunktModel.Mark.abbreviation != 0 || endsInAbbreviation(bytes, stem)
            breaks = !abbreviated
        }
        let headMarks = isNumber ? model.types.value(of: PunktNumber.type, 0..<PunktNumber.type.count) : stemMarks
        if headMarks & PunktModel.Mark.collocationHead != 0, isCollocation(bytes, token, isNumber, next) {
            return false
        }
        guard abbreviated || ellipsis || isInitial || isNumber else { return breaks }

        let typeStart = scratch.count
        appendTypeOfNext(bytes, next)
        let known = model.types.value(of: scratch, typeStart..<scratch.count)
        scratch.removeLast(scratch.count - typeStart)
        let evidence = Self.evidence(bytes, next, known)
        let nextUpper = UnicodeScalars.isUppercase(UTF8Decoding.scalar(bytes, at: next.lowerBound).value)
        if abbreviated || ellipsis, !isInitial {
            if evidence == .starts { return true }
            if nextUpper, known & PunktModel.Mark.starter != 0 { return true }
        }
        if isInitial || isNumber {
            if evidence == .continues { return false }
            let lower = PunktModel.Orthography(rawValue: known).isDisjoint(with: .lower)
            if evidence == .unknown, isInitial, nextUpper, lower { return false }
        }
        return breaks
    }

    private enum Dots { case single, ellipsis, word }

    private static func dots(_ bytes: [UInt8], _ token: Range<Int>) -> Dots {
        if token.count == 1 { return .single }
        return bytes[token.lowerBound] == 0x2E && bytes[token.upperBound - 2] == 0x2E ? .ellipsis : .word
    }

    /// What the model knows of a lower-cased part of the text.
    private mutating func marks(_ bytes: [UInt8], _ range: Range<Int>) -> UInt16 {
        if let marks = model.types.value(ofLowercasedASCII: bytes, range) { return marks }
        let start = scratch.count
        PythonLowercase.append(bytes, range, to: &scratch)
        defer { scratch.removeLast(scratch.count - start) }
        return model.types.value(of: scratch, start..<scratch.count)
    }

    /// Whether the part of `stem` after its last hyphen is a known abbreviation.
    private mutating func endsInAbbreviation(_ bytes: [UInt8], _ stem: Range<Int>) -> Bool {
        guard let hyphen = bytes[stem].lastIndex(of: 0x2D) else { return false }
        return marks(bytes, hyphen + 1..<stem.upperBound) & PunktModel.Mark.abbreviation != 0
    }

    /// Whether the token without its period, or the part after its last hyphen, is a known abbreviation.
    private mutating func isAbbreviation(_ bytes: [UInt8], _ token: Range<Int>) -> Bool {
        let stem = token.lowerBound..<token.upperBound - 1
        return marks(bytes, stem) & PunktModel.Mark.abbreviation != 0 || endsInAbbreviation(bytes, stem)
    }

    /// Whether the type of `token` and that of `next` stand together too often for a sentence to end between them.
    private mutating func isCollocation(
        _ bytes: [UInt8], _ token: Range<Int>, _ isNumber: Bool, _ next: Range<Int>
    ) -> Bool {
        let start = scratch.count
        defer { scratch.removeLast(scratch.count - start) }
        appendType(bytes, token, isNumber: isNumber)
        if scratch.count - start > 1, scratch[scratch.count - 1] == 0x2E { scratch.removeLast() }
        scratch.append(0x09)
        appendTypeOfNext(bytes, next)
        return model.collocations.value(of: scratch, start..<scratch.count) != 0
    }

    /// A letter (or any `\w` that is no decimal digit) and a period.
    private static func isInitial(_ bytes: [UInt8], _ token: Range<Int>) -> Bool {
        let (scalar, length) = UTF8Decoding.scalar(bytes, at: token.lowerBound)
        return length + 1 == token.count && UnicodeScalars.isWord(scalar) && !UnicodeScalars.isDigit(scalar)
    }

    private mutating func appendType(_ bytes: [UInt8], _ token: Range<Int>, isNumber: Bool) {
        if isNumber {
            scratch.append(contentsOf: PunktNumber.type)
        } else {
            PythonLowercase.append(bytes, token, to: &scratch)
        }
    }

    /// Appends the type of a following token, without its period if that would end a sentence by itself.
    private mutating func appendTypeOfNext(_ bytes: [UInt8], _ next: Range<Int>) {
        let start = scratch.count
        if PunktNumber.matches(bytes, next) {
            scratch.append(contentsOf: PunktNumber.type)
            return
        }
        PythonLowercase.append(bytes, next, to: &scratch)
        guard bytes[next.upperBound - 1] == 0x2E, scratch.count - start > 1, Self.dots(bytes, next) == .word,
            !isAbbreviation(bytes, next)
        else { return }
        scratch.removeLast()
    }

    private enum Evidence { case starts, continues, unknown }

    /// What the spelling of a token says about whether it begins a sentence.
    private static func evidence(_ bytes: [UInt8], _ token: Range<Int>, _ known: UInt16) -> Evidence {
        let first = bytes[token.lowerBound]
        if token.count == 1 {
            switch first {
            case 0x3B, 0x3A, 0x2C, 0x2E, 0x21, 0x3F: return .continues
            default: break
            }
        }
        let seen = PunktModel.Orthography(rawValue: known)
        let scalar = UTF8Decoding.scalar(bytes, at: token.lowerBound).value
        if UnicodeScalars.isUppercase(scalar) {
            let starts = !seen.isDisjoint(with: .lower) && !seen.contains(.middleUpper)
            return starts ? .starts : .unknown
        }
        if UnicodeScalars.isLowercase(scalar) {
            let continues = !seen.isDisjoint(with: .upper) || !seen.contains(.beginningLower)
            return continues ? .continues : .unknown
        }
        return .unknown
    }
}
