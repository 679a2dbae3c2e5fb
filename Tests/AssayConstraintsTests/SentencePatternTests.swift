// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayConstraints
import Testing

@Suite struct SentencePatternTests {
    @Test(
        arguments: [
            ("at least #", "At least 12 words", false, nil),
            ("at least #", "at least 12 words", false, "12"),
            ("AT least #", "at leaſt 3", true, "3"),
            (#"(a+?)b"#, "aaab", false, "aaa"),
            (#"(a+?)(?=b|$)"#, "caab", false, "aa"),
            (#"(\w+)(?!\w|!)"#, "no! yes", false, "yes"),
            (#"between~(.+?)~and"#, "between \n 3  and", false, "3"),
            (#"(x|xy)z"#, "xyz", false, "xy"),
            (#"(\b[a-z0-9-–]+\b)\s*[-–]"#, "well-known", false, "well"),
            (#"["”]{2}([^"“]+)["“]{2}"#, "\"\"sun\"\"", false, "sun"),
            (#"^"+(.*[^"])"+$"#, "\"\"a\"b\"\n", false, "a\"b"),
            (#"(.*)$"#, "", false, ""),
        ] as [(String, String, Bool, String?)])
    func firstGroup(source: String, text: String, ignoresCase: Bool, expected: String?) {
        let pattern = SentencePattern(source, ignoresCase: ignoresCase)
        #expect(pattern.isValid)
        #expect(pattern.first(in: ScalarText(text))?[1]?.string == expected)
    }

    @Test(arguments: ["(", "a)", "[a", "*", "a{2", "a{3,2}", "(?<=a)", "\\"])
    func notUnderstood(source: String) {
        let pattern = SentencePattern(source)
        #expect(!pattern.isValid)
        #expect(pattern.first(in: "a") == nil)
    }

    @Test func matchesDoNotOverlap() {
        let found = SentencePattern("'([^']+)'").all(in: "'a' and 'b'c'd'").map { $0[1]?.string }
        #expect(found == ["a", "b", "d"])
    }

    /// A backtracking engine would need longer than the universe has.
    @Test func isLinear() {
        let text = ScalarText(String(repeating: "a", count: 5000))
        #expect(SentencePattern("(?:a*)*b").first(in: text) == nil)
        #expect(SentencePattern("(a|aa)+$b").first(in: text) == nil)
    }

    /// Numbers of sentences.
    @Test(
        arguments: [
            ("twenty-five", .number(25)), ("one hundred fifty", .number(150)), ("1,000", .number(1000)),
            ("٣", .number(3)), ("²", .error), ("", .notANumber), ("-five", .notANumber), ("many", .notANumber),
            ("99999999999999999999", .number(Int.max)),
        ] as [(String, SentenceNumber.Phrase)])
    func phrases(text: String, expected: SentenceNumber.Phrase) {
        #expect(SentenceNumber.phrase(ScalarText(text), SentenceNumber.toHundred) == expected)
    }

    @Test(arguments: [
        ("1.0", "1.0"), ("1e16", "1e+16"), ("12345678901234567.0", "1.2345678901234568e+16"), ("-0", "0"),
        ("1E400", "inf"), ("NaN", "nan"), ("1e-7", "1e-07"), ("123", "123"),
    ])
    func numerals(lexeme: String, expected: String) {
        #expect(PythonText.numeral(lexeme) == expected)
    }
}
