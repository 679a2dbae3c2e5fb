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

    /// Calls `body` with each sentence of `bytes`.
    mutating func split(_ bytes: [UInt8], _ body: (Range<Int>) -> Void) {
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
            let byte = bytes[index]
            guard byte == 0x2E || byte == 0x3F || byte == 0x21 else {
                index += 1
                continue
            }
            guard var candidate = Self.candidate(bytes, at: index, end: end) else {
                index += 1
                continue
            }
            candidate.word = Self.wordStart(bytes, sign: index, previous: previous)
            // A candidate inside the word of the next one is not looked at: the longest context decides.
            if let last = previous, last.sign <= candidate.word {
                decide(bytes, last, &start, &realigner, body)
            }
            previous = candidate
            index += 1
        }
        if let last = previous { decide(bytes, last, &start, &realigner, body) }
        realigner.add(bytes, min(start, end)..<end, body)
        realigner.finish(body)
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
        if PunktTokens.classes[Int(bytes[after])] & PunktTokens.nonWord != 0 {
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
        if byte < 0x80 { return PunktTokens.classes[Int(byte)] & PunktTokens.space != 0 ? 1 : 0 }
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
        switch Self.dots(bytes, token) {
        case .single: breaks = true
        case .ellipsis: ellipsis = true
        case .word:
            abbreviated = isAbbreviation(bytes, token)
            breaks = !abbreviated
        }
        let isNumber = PunktNumber.matches(bytes, token)
        let isInitial = Self.isInitial(bytes, token)

        let typeStart = scratch.count
        appendType(bytes, token, isNumber: isNumber)
        if scratch.count - typeStart > 1, scratch[scratch.count - 1] == 0x2E { scratch.removeLast() }
        let typeEnd = scratch.count
        scratch.append(0x09)
        appendTypeOfNext(bytes, next)
        defer { scratch.removeLast(scratch.count - typeStart) }
        let nextType = typeEnd + 1..<scratch.count

        if model.types.value(of: scratch, typeStart..<typeEnd) & PunktModel.Mark.collocationHead != 0,
            model.collocations.value(of: scratch, typeStart..<scratch.count) != 0
        {
            return false
        }
        guard abbreviated || ellipsis || isInitial || isNumber else { return breaks }

        let known = model.types.value(of: scratch, nextType)
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

    /// Whether the token without its period, or the part after its last hyphen, is a known abbreviation.
    private mutating func isAbbreviation(_ bytes: [UInt8], _ token: Range<Int>) -> Bool {
        let start = scratch.count
        PythonLowercase.append(bytes, token.lowerBound..<token.upperBound - 1, to: &scratch)
        defer { scratch.removeLast(scratch.count - start) }
        if model.types.value(of: scratch, start..<scratch.count) & PunktModel.Mark.abbreviation != 0 { return true }
        var tail = scratch.count
        while tail > start, scratch[tail - 1] != 0x2D { tail -= 1 }
        guard tail > start else { return false }
        return model.types.value(of: scratch, tail..<scratch.count) & PunktModel.Mark.abbreviation != 0
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
