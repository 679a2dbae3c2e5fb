// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import Testing

/// All phrases are looked for in one pass; the first of the list counts.
@Suite struct PhraseSetTests {
    private static let phrases = PhraseSet(["unable to", "i can't", "无法回答", "can"])

    @Test(arguments: [
        ("I am UNABLE to", "unable to"), ("so I CAN'T. unable to", "unable to"), ("抱歉，无法回答。", "无法回答"),
        ("what I can't do", "i can't"), ("a canal", "can"), ("c an", nil), ("ca", nil), ("", nil),
    ])
    func first(text: String, phrase: String?) {
        let text = AnswerText(text)
        let found = Self.phrases.first(in: 0..<text.count, of: text)
        #expect(found.map { "\($0)" } == phrase)
    }

    @Test func rangeEnds() {
        let text = AnswerText("so I can")
        #expect(Self.phrases.first(in: 0..<7, of: text) == nil)
        #expect(Self.phrases.first(in: 6..<100, of: text) == nil)
    }
}
