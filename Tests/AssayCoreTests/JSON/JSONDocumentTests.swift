// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import Testing

struct JSONDocumentTests {
    private func value(_ text: String) throws -> JSONValue { try JSONDocument(Array(text.utf8)).root.value }

    @Test(
        arguments: [
            ("null", JSONValue.null), (" true ", true), ("false", false), ("[]", []), ("{}", [:]),
            ("[1, 2.5]", [1, 2.5]),
            (#""a\nb\u00e9\ud83d\ude00\/\"\\""#, "a\nbé😀/\"\\"),
            (#"{"a":{"b":[null,"x"]},"c":1}"#, ["a": ["b": [nil, "x"]], "c": 1]),
            ("\t[\r\n]", []),
        ] as [(String, JSONValue)])
    func reads(text: String, expected: JSONValue) throws {
        #expect(try value(text) == expected)
    }

    @Test(arguments: [
        "0", "-0", "1e400", "-1.5E+10", "123456789012345678901234567890", "NaN", "Infinity", "-Infinity",
    ])
    func numbersKeepTheirText(text: String) throws {
        #expect(try value(text) == .number(JSONNumber(lexeme: text)))
    }

    @Test(arguments: [
        ("", "the end of the text at column 1; a value is expected"),
        ("{", "the end of the text at column 2; a key in quotes is expected"),
        ("{\"a\" 1}", "\"1\" at column 6; \":\" is expected"),
        ("{\"a\":1,}", "\"}\" at column 8; a key in quotes is expected"),
        ("[1,]", "\"]\" at column 4; a value is expected"),
        ("[1 2]", "\"2\" at column 4; \",\" or \"]\" is expected"),
        ("1 2", "\"2\" at column 3; the end of the line is expected"),
        ("01", "\"1\" at column 2; the end of the line is expected"),
        ("1.", "the end of the text at column 3; a digit is expected"),
        ("-", "\"-\" at column 1; a value is expected"), ("tru", "\"t\" at column 1; a value is expected"),
        (
            "\"abc",
            "the end of the text at column 5; the closing quote of the string that begins at column 1 is expected"
        ),
        ("\"\\x\"", "\"\\\" at column 2; one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX is expected"),
        ("\"a\u{1}\"", "byte 0x1 at column 3; an escape such as \\n inside the string is expected"),
        ("\u{0}", "byte 0x0 at column 1; a value is expected"), ("'a'", "\"'\" at column 1; a value is expected"),
    ])
    func rejects(text: String, message: String) {
        #expect { try value(text) } throws: { "\($0)" == message }
    }

    @Test func depthIsLimitedWithoutRecursion() throws {
        let deep = String(repeating: "[", count: 1000) + String(repeating: "]", count: 1000)
        #expect(throws: Never.self) { try value(deep) }
        let tooDeep = String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)
        #expect { try value(tooDeep) } throws: { "\($0)".contains("nesting deeper than 1000") }
    }

    @Test func lastOfDuplicateKeysCountsWithAWarning() throws {
        let document = try JSONDocument(Array(#"{"a":1,"b":2,"a":3}"#.utf8))
        #expect(document.root["a"]?.value == 3)
        #expect(document.warnings == ["duplicate key \"a\": the last one is used"])
    }

    @Test func loneSurrogateBecomesTheReplacementWithAWarning() throws {
        let document = try JSONDocument(Array(#"["\ud800x\udc00"]"#.utf8))
        #expect(document.root.value == ["\u{FFFD}x\u{FFFD}"])
        #expect(document.warnings == ["lone surrogate: U+FFFD is read in its place"])
    }

    @Test func keysWithEscapesAreFound() throws {
        let document = try JSONDocument(Array(#"{"\u0061b":1}"#.utf8))
        #expect(document.root["ab"]?.value == 1)
        #expect(document.root[named: "ab"]?.value == 1)
    }

    @Test func rawTextIsKept() throws {
        let document = try JSONDocument(Array(#"{"a": {"x" : 1.0} , "b":"q"}"#.utf8))
        #expect(document.root["a"].map { String(decoding: $0.raw, as: UTF8.self) } == #"{"x" : 1.0}"#)
        #expect(document.root["b"].map { String(decoding: $0.raw, as: UTF8.self) } == #""q""#)
    }

    @Test(arguments: [("8.0", 8), ("8e2", 800), ("-3", -3), ("1e400", nil), ("2.5", nil), ("NaN", nil)])
    func integers(text: String, expected: Int?) {
        #expect(JSONNumber(lexeme: text).integer == expected)
    }

    /// However many members there are: keys keep their order, and the last of equal ones counts.
    @Test(arguments: [3, 16, 17, 400]) func objectsOfAnySize(count: Int) {
        let pairs = (0..<2 * count).map { ("k\($0 % count)", JSONValue.number(JSONNumber(lexeme: "\($0)"))) }
        let object = JSONObject(pairs)
        #expect(object.keys == (0..<count).map { "k\($0)" })
        #expect(object["k0"] == .number(JSONNumber(lexeme: "\(count)")))
    }

    /// Any bytes at all: the scanner ends, and what it accepts it can hand out.
    @Test func anyBytesAreRead() {
        var generator = SeededGenerator(seed: 7)
        let alphabet = Array("{}[]\",:\\u0123456789eE+-.truefalsnN \n\tÿ\u{0}".utf8)
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0..<24, using: &generator)).map { _ in
                alphabet.randomElement(using: &generator) ?? 0
            }
            if let document = try? JSONDocument(bytes) {
                var writer = JSONWriter()
                writer.value(document.root.value)
                let again = try? JSONDocument(writer.bytes)
                #expect(again?.root.value == document.root.value)
            }
        }
    }
}

/// SplitMix64: the same numbers in every run.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }
}
