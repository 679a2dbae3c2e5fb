// Part of Assay. SPDX-License-Identifier: Apache-2.0

extension ASCIISet {
    /// The 32 ASCII punctuation signs and the space: what the IFEval family strips off words.
    public static let punctuationAndSpace = ASCIISet("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ ")
}

extension Text {
    /// `range` without ASCII punctuation and spaces at its ends.
    public func bare(_ range: Range<Int>) -> Range<Int> {
        UnicodeText.strippedRange(of: bytes, in: range, characters: .punctuationAndSpace)
    }

    /// The lower-case form of the first scalar of `range` that is not ASCII punctuation; nil where there is none.
    public func firstLetter(_ range: Range<Int>) -> UInt32? {
        var index = range.lowerBound
        while index < range.upperBound, ASCIIPunctuation.contains(bytes[index]) { index += 1 }
        guard index < range.upperBound else { return nil }
        return UnicodeScalars.simpleLowercase(UTF8Decoding.scalar(bytes, at: index).value)
    }

    /// Whether anything but ASCII punctuation stands in `range`.
    public func hasMoreThanPunctuation(_ range: Range<Int>) -> Bool {
        for index in range where !ASCIIPunctuation.contains(bytes[index]) { return true }
        return false
    }

    /// The first part of `range` between white space.
    public func firstToken(in range: Range<Int>) -> Range<Int>? {
        let rest = UnicodeText.leftStrippedRange(of: bytes, in: range)
        var index = rest.lowerBound
        while index < rest.upperBound {
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
            if UnicodeScalars.isSpace(scalar) { break }
            index += length
        }
        return rest.isEmpty ? nil : rest.lowerBound..<min(index, rest.upperBound)
    }

    /// The last part of `range` between white space.
    public func lastToken(in range: Range<Int>) -> Range<Int>? {
        let rest = UnicodeText.rightStrippedRange(of: bytes, in: range)
        var index = rest.upperBound
        while index > rest.lowerBound {
            let (scalar, length) = UTF8Decoding.scalar(bytes, before: index)
            if UnicodeScalars.isSpace(scalar) { break }
            index -= length
        }
        return rest.isEmpty ? nil : max(index, rest.lowerBound)..<rest.upperBound
    }

    /// Whether a letter or number stands in `range`.
    public func hasAlphanumeric(_ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound {
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
            if UnicodeScalars.isAlphanumeric(scalar) { return true }
            index += length
        }
        return false
    }

    /// The number of words in `range` after ASCII punctuation is deleted: parts between white space that have more.
    public func wordCountWithoutPunctuation(_ range: Range<Int>) -> Int {
        var count = 0
        for token in UnicodeText.whitespaceTokens(of: bytes, in: range) where hasMoreThanPunctuation(token) {
            count += 1
        }
        return count
    }

    /// Whether two parts have the same lower-case form.
    public func equalsIgnoringCase(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
        if isASCII || (UTF8Validation.isASCII(bytes, range: first) && UTF8Validation.isASCII(bytes, range: second)) {
            guard first.count == second.count else { return false }
            for offset in 0..<first.count {
                var one = bytes[first.lowerBound + offset]
                var other = bytes[second.lowerBound + offset]
                if one &- 0x41 < 26 { one |= 0x20 }
                if other &- 0x41 < 26 { other |= 0x20 }
                if one != other { return false }
            }
            return true
        }
        return UnicodeText.lowercased(Array(bytes[first])) == UnicodeText.lowercased(Array(bytes[second]))
    }
}
