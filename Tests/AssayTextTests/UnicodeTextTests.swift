// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayText
import Testing

/// Golden cases are what Python 3.11 prints for the same text.
@Suite struct UnicodeTextTests {
    @Test(arguments: [
        ("", "", ""),
        ("Hello, World! 123", "hello, world! 123", "HELLO, WORLD! 123"),
        ("@[`{AZaz", "@[`{azaz", "@[`{AZAZ"),
        ("Straße", "straße", "STRASSE"),
        ("İstanbul ıI", "i\u{307}stanbul ıi", "İSTANBUL II"),
        ("ΟΔΥΣΣΕΥΣ", "οδυσσευς", "ΟΔΥΣΣΕΥΣ"),
        ("Σ", "σ", "Σ"),
        ("ΑΣ'", "ας'", "ΑΣ'"),
        ("ΑΣ'Α", "ασ'α", "ΑΣ'Α"),
        ("Α.Σ 1", "α.ς 1", "Α.Σ 1"),
        ("1Σ", "1σ", "1Σ"),
        ("ŉ ǰ ΐ և ﬃ ᾳ", "ŉ ǰ ΐ և ﬃ ᾳ", "ʼN J\u{30C} Ι\u{308}\u{301} ԵՒ FFI ΑΙ"),
        ("ǅ Ⱥ ẞ K", "ǆ ⱥ ß k", "Ǆ Ⱥ ẞ K"),
        ("Привет, мир", "привет, мир", "ПРИВЕТ, МИР"),
        ("𐐀𐐨 日本", "𐐨𐐨 日本", "𐐀𐐀 日本"),
    ])
    func caseMappings(text: String, lower: String, upper: String) {
        #expect(string(UnicodeText.lowercased([UInt8](text.utf8))) == lower)
        #expect(string(UnicodeText.uppercased([UInt8](text.utf8))) == upper)
    }

    @Test(arguments: [
        ("", false, false), ("1 !", false, false), ("A1", true, false), ("a1", false, true), ("aB", false, false),
        ("ÉÀ", true, false), ("éà", false, true), ("ǅ", false, false), ("Aǅ", false, false), ("ªº", false, true),
        ("Ⅷ", true, false), ("日本", false, false), ("日本 A", true, false), ("ß", false, true), ("ʰ", false, true),
    ])
    func caseQuestions(text: String, upper: Bool, lower: Bool) {
        #expect(UnicodeText.isUpper([UInt8](text.utf8)) == upper)
        #expect(UnicodeText.isLower([UInt8](text.utf8)) == lower)
    }

    @Test(arguments: [
        ("", "", []), ("  ", "", []), (" a b ", "a b", ["a", "b"]), ("\u{1C}a\u{1F}b\u{85}", "a\u{1F}b", ["a", "b"]),
        ("\u{3000}x\u{A0}y\u{2028}", "x\u{A0}y", ["x", "y"]), ("\u{200B} a", "\u{200B} a", ["\u{200B}", "a"]),
        ("\u{FEFF}a", "\u{FEFF}a", ["\u{FEFF}a"]), ("né\tè", "né\tè", ["né", "è"]),
    ])
    func whitespace(text: String, stripped: String, tokens: [String]) {
        let bytes = [UInt8](text.utf8)
        #expect(string(bytes[UnicodeText.strippedRange(of: bytes, in: 0..<bytes.count)]) == stripped)
        #expect(UnicodeText.whitespaceTokens(of: bytes, in: 0..<bytes.count).map { string(bytes[$0]) } == tokens)
        #expect(UnicodeText.whitespaceTokenCount(of: bytes, in: 0..<bytes.count) == tokens.count)
    }

    @Test func oneSideAndSets() {
        let bytes = [UInt8]("  \"ab,\" ".utf8)
        let all = 0..<bytes.count
        #expect(UnicodeText.leftStrippedRange(of: bytes, in: all) == 2..<8)
        #expect(UnicodeText.rightStrippedRange(of: bytes, in: all) == 0..<7)
        #expect(UnicodeText.strippedRange(of: bytes, in: 2..<7, characters: ASCIISet("\",")) == 3..<5)
        #expect(UnicodeText.leftStrippedRange(of: bytes, in: all, characters: .punctuation) == all)
        #expect(UnicodeText.rightStrippedRange(of: bytes, in: 2..<7, characters: .punctuation) == 2..<5)
        #expect(UnicodeText.strippedRange(of: bytes, in: 1..<2).isEmpty)
    }

    @Test(arguments: [
        ("", [""], []), ("a", ["a"], ["a"]), ("a\n", ["a", ""], ["a"]), ("\n\n", ["", "", ""], ["", ""]),
        ("a\r\nb\rc", ["a\r", "b\rc"], ["a", "b", "c"]),
        ("a\u{85}b\u{2028}c\u{2029}", ["a\u{85}b\u{2028}c\u{2029}"], ["a", "b", "c"]),
        (
            "x\u{B}y\u{C}z\u{1C}1\u{1D}2\u{1E}3\u{1F}4", ["x\u{B}y\u{C}z\u{1C}1\u{1D}2\u{1E}3\u{1F}4"],
            ["x", "y", "z", "1", "2", "3\u{1F}4"]
        ),
    ])
    func lines(text: String, feeds: [String], lines: [String]) {
        let bytes = [UInt8](text.utf8)
        #expect(UnicodeText.lines(of: bytes, in: 0..<bytes.count).map { string(bytes[$0]) } == feeds)
        #expect(UnicodeText.splitLines(of: bytes, in: 0..<bytes.count).map { string(bytes[$0]) } == lines)
    }

    @Test(arguments: [
        ("plain", "706c61696e"), ("é", "65cc81"), ("ﬁ²", "666932"), ("각가", "e18480e185a1e186a8e18480e185a1"),
        ("a\u{301}\u{327}", "61cca7cc81"), ("\u{1E69}", "73cca3cc87"),
        ("\u{FDFA}", "d8b5d984d98920d8a7d984d984d98720d8b9d984d98ad98720d988d8b3d984d985"),
        ("\u{345}\u{301}b", "cc81cd8562"),
    ])
    func compatibilityDecomposition(text: String, expected: String) {
        #expect(hexadecimal(UnicodeText.nfkd([UInt8](text.utf8))) == expected)
    }

    @Test func counting() {
        let bytes = [UInt8]("aé日𐐀 and a longer tail é".utf8)
        #expect(UnicodeText.scalarCount(of: bytes) == 24)
        #expect(UnicodeText.scalarCount(of: bytes, in: 1..<6) == 2)
        #expect(UnicodeText.scalarOffset(ofByte: 6, in: bytes) == 3)
        #expect(UnicodeText.byteOffset(ofScalar: 3, in: bytes) == 6)
        #expect(UnicodeText.byteOffset(ofScalar: 99, in: bytes) == bytes.count)
        #expect(!UnicodeText.isASCII(bytes))
        #expect(UnicodeText.isASCII([UInt8]("only these eight and more".utf8)))
        #expect(!UnicodeText.isASCII([UInt8]("123456789é".utf8)))
    }

    @Test func malformedInputIsRead() {
        var generator = SystemRandomNumberGenerator()
        for length in 0..<200 {
            let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
            let all = 0..<bytes.count
            #expect(String(validating: UnicodeText.lowercased(bytes), as: UTF8.self) != nil)
            #expect(String(validating: UnicodeText.uppercased(bytes), as: UTF8.self) != nil)
            #expect(String(validating: UnicodeText.nfkd(bytes), as: UTF8.self) != nil)
            #expect(UnicodeText.scalarCount(of: bytes) <= length)
            #expect(UnicodeText.lines(of: bytes, in: all).last?.upperBound == length)
            for token in UnicodeText.whitespaceTokens(of: bytes, in: all) + UnicodeText.splitLines(of: bytes, in: all) {
                #expect(all.contains(token.lowerBound) && token.upperBound <= length)
            }
            _ = UnicodeText.strippedRange(of: bytes, in: all)
            _ = (UnicodeText.isUpper(bytes), UnicodeText.isLower(bytes))
        }
    }

    @Test(.enabled(if: ReferenceScript.canImport([]), "needs python3 with Unicode 14.0 data (Python 3.11)"))
    func agreesWithPython() throws {
        let output = try #require(ReferenceScript.output(of: "unicode_reference.py", ["20000"]))
        var compared = 0
        for line in output.split(separator: 0x0A) {
            let columns = line.split(separator: 0x09).map { String(decoding: $0, as: UTF8.self) }
            try #require(columns.count == 10)
            if compared < 20 || differences(columns) != [] { #expect(differences(columns) == [], "\(columns[0])") }
            compared += 1
        }
        #expect(compared == 17376 + 20000)
    }

    /// The columns in which Assay's answer is another one than Python's.
    private func differences(_ columns: [String]) -> [String] {
        let bytes = octets(columns[0])
        let all = 0..<bytes.count
        let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars.map { [UInt8](String($0).utf8) }
        let parts = [bytes] + scalars
        // The scalar offset of every byte offset at which a scalar begins or the text ends.
        func ranges(_ ranges: [Range<Int>]) -> String {
            let texts = ranges.map {
                "\(UnicodeText.scalarOffset(ofByte: $0.lowerBound, in: bytes))"
                    + ":\(UnicodeText.scalarOffset(ofByte: $0.upperBound, in: bytes))"
            }
            return texts.isEmpty ? "-" : texts.joined(separator: ",")
        }
        let stripped = UnicodeText.strippedRange(of: bytes, in: all)
        let actual = [
            columns[0],
            hexadecimal(UnicodeText.lowercased(bytes)),
            hexadecimal(UnicodeText.uppercased(bytes)),
            parts.map { UnicodeText.isUpper($0) ? "1" : "0" }.joined(),
            parts.map { UnicodeText.isLower($0) ? "1" : "0" }.joined(),
            stripped.isEmpty ? "empty" : ranges([stripped]),
            ranges(UnicodeText.whitespaceTokens(of: bytes, in: all)),
            ranges(UnicodeText.lines(of: bytes, in: all)),
            ranges(UnicodeText.splitLines(of: bytes, in: all)),
            hexadecimal(UnicodeText.nfkd(bytes)),
        ]
        return zip(columns, actual).filter { $0 != $1 }.map { "\($0) ≠ \($1)" }
    }

    private func string(_ bytes: some Sequence<UInt8>) -> String { String(decoding: Array(bytes), as: UTF8.self) }

    private func hexadecimal(_ bytes: [UInt8]) -> String {
        if bytes.isEmpty { return "-" }
        return bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private func octets(_ text: String) -> [UInt8] {
        if text == "-" { return [] }
        let digits = text.utf8.map { $0 < 0x3A ? $0 - 0x30 : $0 - 0x57 }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }
}
