// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayText

/// The words, numbers and marks of a short plain text, with places.
package struct AnswerTokens: Sendable {
    package enum Kind: Sendable, Hashable {
        /// Letters, with digits after them and apostrophes inside.
        case word
        /// Digits, with `.` and `,` between digits.
        case number
        /// A LaTeX command.
        case command
        /// A line end.
        case newline
        /// One other scalar.
        case mark
    }

    package struct Token: Sendable {
        package var kind: Kind
        package var start: Int
        package var end: Int
        /// Whether white space is before it.
        package var isSpaced: Bool

        package var count: Int { end - start }
    }

    package let bytes: [UInt8]
    package private(set) var tokens: [Token] = []

    package init(_ plain: PlainAnswer) {
        bytes = plain.bytes
        tokens.reserveCapacity(16)
        scan()
    }

    package var count: Int { tokens.count }

    /// The kind of the token at `index`; nil outside.
    package func kind(_ index: Int) -> Kind? { tokens.indices.contains(index) ? tokens[index].kind : nil }

    /// The byte of a mark; 0 for other tokens and outside.
    package func mark(_ index: Int) -> UInt8 {
        guard tokens.indices.contains(index), tokens[index].kind == .mark else { return 0 }
        return bytes[tokens[index].start]
    }

    /// The byte of a token that is one ASCII letter; nil for others.
    package func letter(_ index: Int) -> UInt8? {
        guard tokens.indices.contains(index), tokens[index].kind == .word, tokens[index].count == 1 else { return nil }
        return bytes[tokens[index].start]
    }

    /// The token's text in lower case; empty outside.
    package func lowercased(_ index: Int) -> String {
        guard tokens.indices.contains(index) else { return "" }
        let token = tokens[index]
        let slice = bytes[token.start..<token.end]
        if slice.allSatisfy({ $0 < 0x80 }) {
            return String(unsafeUninitializedCapacity: token.count) { buffer in
                var offset = 0
                for byte in slice {
                    buffer[offset] = byte &- 0x41 < 26 ? byte | 0x20 : byte
                    offset += 1
                }
                return offset
            }
        }
        return String(decoding: UnicodeText.lowercased(Array(slice)), as: UTF8.self)
    }

    /// Whether the token begins with an ASCII capital.
    package func isCapitalised(_ index: Int) -> Bool {
        guard tokens.indices.contains(index) else { return false }
        return bytes[tokens[index].start] &- 0x41 < 26
    }

    /// The value of a token of one to nine ASCII digits.
    package func integer(_ index: Int) -> Int? {
        guard tokens.indices.contains(index), tokens[index].kind == .number, tokens[index].count <= 9 else {
            return nil
        }
        var value = 0
        for byte in bytes[tokens[index].start..<tokens[index].end] {
            guard byte &- 0x30 < 10 else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }

    // MARK: Details

    private mutating func scan() {
        var index = 0
        var isSpaced = false
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x20 || byte == 0x09 || byte == 0x0D {
                isSpaced = true
                index += 1
                continue
            }
            let start = index
            let kind: Kind
            if byte == 0x0A {
                kind = .newline
                index += 1
            } else if byte == UInt8(ascii: "\\"), index + 1 < bytes.count, Self.isLetter(bytes[index + 1]) {
                kind = .command
                index += 1
                while index < bytes.count, Self.isLetter(bytes[index]) { index += 1 }
            } else if byte &- 0x30 < 10 {
                kind = .number
                index = numberEnd(from: index)
            } else {
                let length = wordLength(at: index)
                kind = length > 0 ? .word : .mark
                index =
                    length > 0 ? wordEnd(from: index + length) : index + UTF8Decoding.scalar(bytes, at: index).length
            }
            tokens.append(Token(kind: kind, start: start, end: index, isSpaced: isSpaced || start == 0))
            isSpaced = kind == .newline
        }
    }

    /// The length of the letter at `index`; 0 if there is none.
    @inline(__always)
    private func wordLength(at index: Int) -> Int {
        let byte = bytes[index]
        if byte < 0x80 { return Self.isLetter(byte) ? 1 : 0 }
        let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
        if UnicodeScalars.isAlphabetic(scalar) { return length }
        switch UnicodeScalars.category(scalar) {
        case .mn, .mc: return length
        default: return 0
        }
    }

    private func wordEnd(from start: Int) -> Int {
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            if byte &- 0x30 < 10 {
                // `年6月` is two words and a number.
                if bytes[index - 1] >= 0x80 { return index }
                index += 1
            } else if byte == UInt8(ascii: "'") {
                guard index + 1 < bytes.count, wordLength(at: index + 1) > 0 else { return index }
                index += 1
            } else {
                let length = wordLength(at: index)
                if length == 0 { return index }
                index += length
            }
        }
        return index
    }

    private func numberEnd(from start: Int) -> Int {
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            if byte &- 0x30 < 10 {
                index += 1
            } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ","), index + 1 < bytes.count,
                bytes[index + 1] &- 0x30 < 10
            {
                index += 2
            } else {
                return index
            }
        }
        return index
    }

    @inline(__always)
    private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 &- 0x61 < 26 }
}
