// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayText
import Testing

/// What is rejected, as what, and where.
///
/// Positions of syntax errors are those of Python 3.11.
struct PatternParserTests {
    @Test(arguments: [
        ("a**", 2), ("*", 0), ("a|*", 2), ("(*)", 1), ("^*", 1), (#"\b?"#, 2), ("a*?+", 3), ("(?:a){2}{3}", 8),
        ("x{2,1}", 2), ("[a", 0), ("[]", 0), ("[^]", 0), ("[z-a]", 1), (#"[a-\d]"#, 1), ("(", 0), ("a(b", 1), (")", 0),
        ("a)b", 1), ("(?", 2), ("(?P", 3), ("(?P>a)", 1), ("(?<n>a)", 1), ("(?#a", 0), ("(?P<1a>x)", 4),
        ("(?P<a>x)(?P<a>y)", 12), ("(?i", 3), ("(?-i)a", 4), ("(?i-i:a)", 5), ("(?au:x)", 4), ("(?L)x", 3),
        ("a(?i)", 1), ("(?i)|(?m)b", 5), (#"\8"#, 1), (#"\400"#, 0), (#"[\400]"#, 1), (#"[\8]"#, 1), (#"\Q"#, 0),
        (#"[\B]"#, 1), (#"\x1"#, 0), (#"\u12"#, 0), (#"\U00110000"#, 0), (#"\"#, 0), (#"[\"#, 1), (#"(a\1)"#, 2),
        (#"é\Q"#, 1),
    ])
    func rejects(_ source: String, at position: Int) {
        let error = #expect(throws: PatternError.self) { try Pattern(source) }
        #expect(error?.kind == .syntax)
        #expect(error?.position == position)
        #expect(error.map { "\($0)".hasSuffix("at position \(position)") } == true)
    }

    @Test(arguments: [
        ("a(?=b)", 1), ("(?!b)", 0), ("é(?<=b)", 1), ("(?<!b)", 0), (#"(a)\1"#, 3), ("(?P<n>a)(?P=n)", 8),
        ("(a)(?(1)b)", 3),
        ("(?>a)", 0), ("(?:ab)++", 6), (#"\N{EM DASH}"#, 0), ("(?t)a", 0),
    ])
    func saysWhatIsNotSupported(_ source: String, at position: Int) {
        let error = #expect(throws: PatternError.self) { try Pattern(source) }
        #expect(error?.kind == .unsupported)
        #expect(error?.position == position)
    }

    @Test(arguments: [
        "a{,}", "a{}", "a{1", "a{ 1}", "{", "x{4294967294}?y|z{0}", "(?i)(?m)a", "(?u)a", "a*+", "(?:^)*", "()*",
        "(?P<é>x)", "[]]",
        #"[\d-]"#, #"[\d-]"#, #"\é"#, #"\08"#, "(?x) (?i)a", "(?x)#c\n(?i)a", "(?#c)(?i)a", "|", "a||b", "()",
        "(?a)a(?u:b)",
        "[[a]", "[+--b]", "[a&&b]",
    ])
    func accepts(_ source: String) {
        do {
            _ = try Pattern(source)
        } catch {
            // Too large for an automaton is not the parser's verdict.
            #expect(error.kind == .tooLarge, "\(source): \(error)")
        }
    }
}
