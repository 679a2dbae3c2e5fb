// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayText
import Testing

/// Expected tokens are what NLTK 3.9.1's NLTKWordTokenizer gives for the text as one sentence.
struct TreebankTokenizerTests {
    private static func tokens(_ text: String) -> String {
        let bytes = Array(text.utf8)
        return TreebankTokenizer.tokens(in: bytes, sentences: [bytes.indices])
            .map { String(decoding: $0.text(in: bytes), as: UTF8.self) }.joined(separator: " ")
    }

    @Test(arguments: [
        ("", ""),
        (" ", ""),
        ("Good muffins cost $3.88.", "Good muffins cost $ 3.88 ."),
        ("\"Don't,\" he said.", "`` Do n't , '' he said ."),
        ("They'll say it's we've", "They 'll say it 's we 've"),
        ("cannot gonna Gimme LEMME wanna, wanna", "can not gon na Gim me LEM ME wan na , wan na"),
        ("'tis 'Twas d'ye more'n", "'t is 'T was d 'ye more 'n"),
        ("the dogs' bowls", "the dogs ' bowls"),
        ("a::b a,,b 1,000 a,5 12:30 :", "a : :b a , ,b 1,000 a,5 12:30 :"),
        ("wait...what.. end.", "wait ... what .. end ."),
        ("U.S. and e.g. this", "U.S. and e.g. this"),
        ("end.\")", "end . '' )"),
        ("a--b---c a-b", "a -- b -- -c a-b"),
        ("``quoted'' ```", "`` quoted '' `` `"),
        ("“a” ‘b’ «c»", "“ a ” ‘ b ’ « c »"),
        ("'' ('' \"\"", "'' ( `` `` ''"),
        ("(a) [b] {c} <d> *e* f&g #h x@y 5% ?!", "( a ) [ b ] { c } < d > * e * f & g # h x @ y 5 % ? !"),
        ("a'b c' d", "a ' b c ' d"),
        ("can't've don't's", "can't 've do n't 's"),
        ("e.g\u{A0}x\u{3000}y", "e.g x y"),
    ])
    func cutsAsNLTK(text: String, expected: String) {
        #expect(Self.tokens(text) == expected)
    }

    @Test(arguments: [
        ("I saw the U.S. and GPT-4.", 3), ("No CAPS here, OK?", 2), ("ǅ É ß 5", 1), ("A.B. 'S \"X\"", 3), ("iPhone", 0),
    ])
    func countsUppercaseTokens(text: String, expected: Int) {
        let bytes = Array(text.utf8)
        let sentences = PunktModel.english.sentences(in: bytes)
        #expect(TreebankTokenizer.uppercaseCount(in: bytes, sentences: sentences) == expected)
    }

    @Test func rangesOutsideTheTextAreCutOff() {
        #expect(TreebankTokenizer.tokens(in: [0x61], sentences: [0..<9, 5..<7]).map(\.range) == [0..<1])
    }
}
