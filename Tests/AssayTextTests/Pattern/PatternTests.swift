// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayText
import Testing

struct PatternTests {
    /// One decision: a pattern, its flags as letters, a text, and all matches as "text@offset", groups after "|".
    struct Case: Sendable, CustomTestStringConvertible {
        let pattern: String
        let flags: String
        let text: String
        let matches: [String]
        init(_ pattern: String, _ flags: String, _ text: String, _ matches: [String]) {
            self.pattern = pattern
            self.flags = flags
            self.text = text
            self.matches = matches
        }
        var testDescription: String { "/\(pattern)/\(flags) on \(text.debugDescription)" }
    }

    static func flags(_ letters: String) -> Pattern.Flags {
        var result: Pattern.Flags = []
        if letters.contains("i") { result.insert(.ignoreCase) }
        if letters.contains("m") { result.insert(.multiline) }
        if letters.contains("s") { result.insert(.dotAll) }
        if letters.contains("a") { result.insert(.ascii) }
        if letters.contains("x") { result.insert(.verbose) }
        return result
    }

    // Expected values are those of Python 3.11.
    static let cases: [Case] = [
        // Literals and escapes
        Case("ab", "", "xabab", ["ab@1", "ab@3"]),
        Case(#"\x41\u0042\U00000043\104\0"#, "", "ABCD\0", ["ABCD\0@0"]),
        Case(#"\.\*\é\-"#, "", ".*é-", [".*é-@0"]),
        Case(#"a{}|a{1|a{,x"#, "", "a{} a{1 a{,x", ["a{}@0", "a{1@4", "a{,x@8"]),
        // Classes
        Case("[]a-]+", "", "x]a-b", ["]a-@1"]),
        Case("[^]a]", "", "]ab", ["b@2"]),
        Case(#"[\d\-x]+"#, "", "a1-x", ["1-x@1"]),
        Case(#"\w+"#, "", "naïve_1 x\u{301}", ["naïve_1@0", "x@9"]),
        Case(#"\w+"#, "a", "naïve", ["na@0", "ve@4"]),
        Case(#"\d+"#, "", "१२ 3²", ["१२@0", "3@7"]),
        Case(#"\s"#, "", "\u{A0}\u{200B}\u{2028}\u{1C}", ["\u{A0}@0", "\u{2028}@5", "\u{1C}@8"]),
        Case(".", "", "a\n\r\u{2028}😀", ["a@0", "\r@2", "\u{2028}@3", "😀@6"]),
        Case(".", "s", "\n", ["\n@0"]),
        // Anchors
        Case("^a|b$", "", "a\na\nb\n", ["a@0", "b@4"]),
        Case("^a|b$", "m", "a\na\nb\n", ["a@0", "a@2", "b@4"]),
        Case("$", "", "a\n", ["@1", "@2"]),
        Case("$", "m", "a\n\n", ["@1", "@2", "@3"]),
        Case(#"\Aa|a\Z"#, "m", "a\na\na", ["a@0", "a@4"]),
        Case(#"\bfoo\b"#, "", "foo foobar äfoo foo", ["foo@0", "foo@17"]),
        Case(#"\bfoo\b"#, "a", "äfoo", ["foo@2"]),
        Case(#"\B"#, "", "", []),
        Case(#"\b|\B"#, "", "a b", ["@0", "@1", "@2", "@3"]),
        // Groups and alternation: order decides, not length
        Case("a|ab", "", "ab", ["a@0"]),
        Case("(a|ab)(c|bcd)(d*)", "", "abcd", ["abcd@0|a|bcd|"]),
        Case("(?P<n>a)(b)?", "", "ac", ["a@0|a|-"]),
        Case("(?:a(?i:b)c)+", "", "aBcabcABC", ["aBcabc@0"]),
        Case("(?i:a(?-i:b))", "", "Ab AB", ["Ab@0"]),
        Case("(?s-m:.^)|b", "m", "\nb", ["b@1"]),
        Case("a(?#comment)b", "", "ab", ["ab@0"]),
        Case(" a # comment\n b [ ] c\\ d", "x", "ab c d", ["ab c d@0"]),
        Case("(?x) a b", "", "ab", ["ab@0"]),
        // Quantifiers
        Case("a+?", "", "aa", ["a@0", "a@1"]),
        Case("a{2,3}", "", "aaaaa", ["aaa@0", "aa@3"]),
        Case("a{2,3}?", "", "aaaa", ["aa@0", "aa@2"]),
        Case("a{,2}b", "", "aaab", ["aab@1"]),
        Case("a{0}b", "", "ab", ["b@1"]),
        Case("<.*?>", "", "<a><b>", ["<a>@0", "<b>@3"]),
        Case("a++b|a", "", "aab aa", ["aab@0", "a@4", "a@5"]),
        Case(#"\w?+a"#, "", "a ba", ["ba@2"]),
        Case("a{1,2}+a", "", "aa aaa", ["aaa@3"]),
        // Loops over nothing: an empty iteration is taken once, and ends the loop
        Case("(a*)*", "", "ab", ["a@0|", "@1|", "@2|"]),
        Case("(|a)*", "", "a", ["@0|", "a@0|", "@1|"]),
        Case("(|a)+", "", "aa", ["@0|", "a@0|", "@1|", "a@1|", "@2|"]),
        Case("(a|(b))+", "", "ba", ["ba@0|a|b"]),
        Case("((?:a|)*)*", "", "aa", ["aa@0|", "@2|"]),
        Case("(?:^)*a", "", "aa", ["a@0", "a@1"]),
        // Empty matches
        Case("x*", "", "axb", ["@0", "x@1", "@2", "@3"]),
        Case("", "", "é", ["@0", "@2"]),
        // Case
        Case("straße", "i", "STRAßE STRAẞE", ["STRAßE@0", "STRAẞE@8"]),
        Case("k", "i", "kK\u{212A}", ["k@0", "K@1", "\u{212A}@2"]),
        Case("K", "ia", "k\u{212A}", ["k@0"]),
        Case("s", "i", "Sſ", ["S@0", "ſ@1"]),
        Case("[a-z]+", "i", "Kſİı", ["Kſİı@0"]),
        Case("[^k]", "i", "K\u{212A}x", ["x@4"]),
        Case("σ", "i", "Σςσ", ["Σ@0", "ς@2", "σ@4"]),
        Case("µ", "i", "μΜ", ["μ@0", "Μ@2"]),
        Case("\u{10400}", "i", "\u{10428}", ["\u{10428}@0"]),
        // Python compares single scalars beyond U+FFFF of a class with the lower case of the text only.
        Case("[\u{10400}x]", "i", "\u{10400}\u{10428}", []),
        Case("[\u{10400}-\u{10402}]", "i", "\u{10428}", ["\u{10428}@0"]),
    ]

    @Test(arguments: cases)
    func decides(_ item: Case) throws {
        let text = Array(item.text.utf8)
        for isGuessing in [true, false] {
            let pattern = try Pattern(item.pattern, flags: Self.flags(item.flags), isGuessing: isGuessing)
            let found = pattern.matches(in: text).map { match in
                let groups = match.groups.map { group in
                    "|" + (group.map { String(decoding: text[$0], as: UTF8.self) } ?? "-")
                }
                return String(decoding: text[match.range], as: UTF8.self) + "@\(match.range.lowerBound)"
                    + groups.joined()
            }
            #expect(found == item.matches)
            #expect(pattern.count(in: text) == item.matches.count)
            #expect(pattern.contains(in: text) == !item.matches.isEmpty)
        }
    }

    @Test func searchesFromAnOffsetWithItsContext() throws {
        let text = Array("foo\nfoo".utf8)
        #expect(try Pattern("^foo").firstMatch(in: text, from: 1) == nil)
        #expect(try Pattern("^foo", flags: .multiline).firstRange(in: text, from: 1) == 4..<7)
        #expect(try Pattern(#"\boo"#).firstMatch(in: text, from: 1) == nil)
        #expect(try Pattern("oo").prefixMatch(in: text, at: 1)?.range == 1..<3)
        #expect(try Pattern("o").firstRange(in: text, from: 100) == nil)
        #expect(try Pattern("").firstRange(in: text, from: -5) == 0..<0)
    }

    @Test func matchesTheBeginningOrTheWhole() throws {
        let text = Array("abc".utf8)
        #expect(try Pattern("b").prefixMatch(in: text) == nil)
        #expect(try Pattern("a|abc").prefixMatch(in: text)?.range == 0..<1)
        #expect(try Pattern("a|abc").fullMatch(in: text)?.range == 0..<3)
        #expect(try Pattern("(a)(?:b|(bc))").fullMatch(in: text)?.groups == [0..<1, 1..<3])
        #expect(try Pattern("ab").fullMatch(in: text) == nil)
        #expect(try Pattern("a|abc").matchesWhole(text))
        #expect(try !Pattern("b").matchesPrefix(of: text))
    }

    @Test(arguments: [
        (",", "a,b,,c", ["a", "b", "", "c"]), ("(,)|;", "a,b;c", ["a", ",", "b", "-", "c"]),
        ("", "ab", ["", "a", "b", ""]), (#"\b"#, "a b", ["", "a", " ", "b", ""]),
        ("x*", "axb", ["", "a", "", "b", ""]),
        (#"(\W+)"#, "Words, words.", ["Words", ", ", "words", ".", ""]), ("z", "", [""]),
    ])
    func splits(_ source: String, _ text: String, _ pieces: [String]) throws {
        let bytes = Array(text.utf8)
        let found = try Pattern(source).split(bytes).map {
            $0.map { String(decoding: bytes[$0], as: UTF8.self) } ?? "-"
        }
        #expect(found == pieces)
    }

    @Test func splitsAndReplacesUpToALimit() throws {
        let text = Array("a,b,c".utf8)
        let comma = try Pattern(",")
        #expect(comma.split(text, limit: 1) == [0..<1, 2..<5])
        #expect(comma.replacing(in: text, with: Array("; ".utf8), limit: 1) == Array("a; b,c".utf8))
        #expect(comma.replacing(in: text, with: []) == Array("abc".utf8))
        #expect(comma.replacing(in: text) { [UInt8(0x30 + $0.lowerBound)] } == Array("a1b3c".utf8))
        #expect(try Pattern("x*").replacing(in: Array("abxd".utf8), with: [0x2D]) == Array("-a-b--d-".utf8))
        #expect(try Pattern("z").replacing(in: text, with: [0x2D]) == text)
    }

    @Test func escapesWhatIsSpecial() throws {
        let text = "a.b*c\\d [e] (f) #g\n-~é&"
        #expect(Pattern.escape("a.b c") == #"a\.b\ c"#)
        #expect(try Pattern(Pattern.escape(text)).matchesWhole(Array(text.utf8)))
        #expect(try Pattern(Pattern.escape(text), flags: .verbose).matchesWhole(Array(text.utf8)))
    }

    @Test func comparesAndHashesBySourceAndFlags() throws {
        #expect(try Pattern("a") == Pattern("a"))
        #expect(try Pattern("a") != Pattern("a", flags: .dotAll))
        #expect(try Pattern("\u{E9}") != Pattern("e\u{301}"))
        #expect(try Set([Pattern("a"), Pattern("a"), Pattern("b")]).count == 2)
        #expect(try Pattern("(?P<y>a)(?P<z>b)").groupNames == ["y": 1, "z": 2])
        #expect(try Pattern("(a)(?:b)(c)").groupCount == 2)
    }

    // MARK: Hostile input

    @Test func malformedBytesAreUnitsOfTheirOwn() throws {
        let text: [UInt8] = [0x61, 0xFF, 0xC3, 0x62, 0xE2, 0x84, 0x61, 0xED, 0xA0, 0x80]
        #expect(try Pattern(".").count(in: text) == 10)
        #expect(try Pattern("[^a]").ranges(in: text).first == 1..<2)
        #expect(try Pattern(#"\W"#).count(in: text) == 7)
        #expect(try Pattern("\u{FFFD}").count(in: text) == 0)
        #expect(try Pattern(#"\bb\b"#).ranges(in: text) == [3..<4])
        #expect(try Pattern(".").count(in: [0x80, 0xBF, 0xF4, 0x90, 0x80, 0x80, 0xC0, 0xAF]) == 8)
    }

    @Test func allWaysAgreeOnRandomBytes() throws {
        var state: UInt64 = 7
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let alphabet: [[UInt8]] = [
            [0x61], [0x62], [0x20], [0x0A], [0x2A], [0xC3, 0xA9], [0xE2, 0x84, 0xAA], [0xF0, 0x9F, 0x98, 0x80], [0xE2],
            [0x84], [0xFF], [0x6B],
        ]
        let sources = [
            #"\bk"#, #"\*[^\n\*]*\*"#, "(?i)k+", #"(?m)^\s*\*.*$"#, #"\s+$"#, "(a|b)*?k|(a)", "é.", "[^é]k", "(a*)*b",
            #"\S+\s?"#, "(?s).*?k", #"(\w+)\W+(\w+)"#, "a.?b", "(?:a|ab)(?:k|bk)?",
        ]
        for source in sources {
            let pattern = try Pattern(source)
            let patient = try Pattern(source, flags: [], isGuessing: false)
            for _ in 0..<150 {
                let text = (0..<random(60)).flatMap { _ in alphabet[random(alphabet.count)] }
                let matches = patient.matches(in: text)
                #expect(pattern.matches(in: text) == matches, "\(source) on \(text)")
                #expect(pattern.ranges(in: text) == matches.map(\.range), "\(source) on \(text)")
                #expect(pattern.contains(in: text) == !matches.isEmpty, "\(source) on \(text)")
            }
        }
    }

    @Test func largeTextsAndAwkwardPatternsEnd() throws {
        let letters = [UInt8](repeating: 0x61, count: 2_000_000)
        #expect(try Pattern("(a*)*b").firstMatch(in: letters) == nil)
        #expect(try Pattern("(?:a|b)*?c|a").count(in: letters) == letters.count)
        #expect(try Pattern("(a+a+)+").firstMatch(in: letters)?.groups == [0..<letters.count])
        #expect(try Pattern(#"\[.*\]"#).count(in: [UInt8](repeating: 0x5B, count: 1_000_000)) == 0)
        #expect(try Pattern(#"\s+$"#).count(in: [UInt8](repeating: 0x20, count: 1_000_000) + [0x61]) == 0)
        // Enough states to empty the tables again and again.
        let random = (0..<300_000).map { UInt8(truncatingIfNeeded: 0x61 + ($0 &* $0 &* 31 >> 7 & 1)) }
        let wide = try Pattern("a[ab]{14}b[ab]{3}c")
        #expect(wide.count(in: random) == 0)
        #expect(wide.count(in: random + Array("abbbbbbbbbbbbbbbbbbc".utf8)) == 1)
    }

    /// Patterns for which the automaton needs too many states, or the backtracker too many tries.
    @Test func wideRepetitionsAreReadBackward() throws {
        let words = Array(String(repeating: "one, two; three\n", count: 3000).utf8)
        #expect(try Pattern(#"([^a]{40,}){22,}\db"#).firstMatch(in: words) == nil)
        #expect(try Pattern("(.{3,5}){2,9}").matches(in: words).count == 3000)
        let found = try #require(try Pattern(#"(?s)((o|.{29})\w*){200,}(\W)"#).firstMatch(in: words))
        #expect(found.range == 0..<47_972)
        #expect(found.groups == [47_939..<47_971, 47_939..<47_968, 47_971..<47_972])
        #expect(try Pattern(#"(?s)(?:.{60}|\w){90,}"#).matchesWhole(words))
        #expect(try Pattern("((((e+.b^|(?:)+?|){63}))|#{36}|)").matches(in: words).count == 48_001)
        #expect(try Pattern("x" + String(repeating: "|", count: 2000) + "y").ranges(in: words).count == 48_001)
    }

    /// Texts of kilobytes in a text that begins like them everywhere.
    @Test func longTextsAreSearchedForAsTexts() throws {
        let dots = String(repeating: ".", count: 3000)
        let text = Array((String(repeating: ".", count: 60_000) + "Ab").utf8)
        #expect(try Pattern(Pattern.escape(dots + "aB"), flags: .ignoreCase).ranges(in: text) == [57_000..<60_002])
        #expect(try Pattern(#"\b"# + Pattern.escape(dots) + #"\b"#).firstRange(in: text) == nil)
        #expect(try Pattern(#"\B"# + Pattern.escape(dots) + #"\b"#).firstRange(in: text) == 57_000..<60_000)
        #expect(try Pattern("(" + Pattern.escape(dots) + ")").matches(in: text).last?.groups == [57_000..<60_000])
    }

    @Test func largePatternsCompileOrAreRefused() throws {
        let long = String(repeating: "ab", count: 50_000)
        #expect(try Pattern(long).count(in: Array((long + long).utf8)) == 2)
        let scalars = (0..<20_000).compactMap { Unicode.Scalar(0x4E00 + $0) }
        var chinese = String.UnicodeScalarView()
        chinese.append(contentsOf: scalars)
        #expect(try Pattern(String(chinese)).contains(in: Array(String(chinese).utf8)))
        for source in [
            "(a{1000}){1000}", "(?:(?:a{100}){100}){100}", "a{1000000}", "(?:(?:a?){1000}){1000}", ".{0,6000}",
            "(?:a|){7000}",
            String(repeating: "(", count: 10_000) + String(repeating: ")", count: 10_000),
        ] {
            let error = #expect(throws: PatternError.self) { try Pattern(source) }
            #expect(error?.kind == .tooLarge)
        }
        #expect(try Pattern(".{0,5000}").firstRange(in: [UInt8](repeating: 0x61, count: 6000)) == 0..<5000)
        let nested = String(repeating: "(?:", count: 200) + "a" + String(repeating: ")*", count: 200)
        #expect(try Pattern(nested).firstRange(in: Array("aaa".utf8)) == 0..<3)
        #expect(try Pattern("(?:){1000000}(?:^){1000000}a").contains(in: [0x61]))
        let many = String(repeating: "a|", count: 30_000) + "b"
        #expect(try Pattern(many).contains(in: [0x62]))
        #expect(try Pattern(String(repeating: "()", count: 5000) + "b").firstMatch(in: [0x62])?.groups.count == 5000)
    }

    @Test func oneInstanceServesManyThreads() async throws {
        let pattern = try Pattern(#"\b(\w+)ing\b"#, flags: .ignoreCase)
        let text = Array(String(repeating: "Singing, and no thing. ", count: 50).utf8)
        let expected = pattern.matches(in: text)
        #expect(expected.count == 100)
        let all = await withTaskGroup(of: [Pattern.Match].self) { group in
            for _ in 0..<64 { group.addTask { pattern.matches(in: text) } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(all.allSatisfy { $0 == expected })
    }
}
