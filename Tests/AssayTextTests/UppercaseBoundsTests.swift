// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayText
import Testing

struct UppercaseBoundsTests {
    /// Whatever the text, the number of tokens in capitals lies within the bounds.
    @Test func boundsHold() {
        let parts = [
            "I", "A", "I'm", "NASA", "USA.", "U.S.", "DON'T", "Don't", "CAn't", "In't", "'Tis", "'TWAS", "CANNOT",
            "Cannot",
            "GIMME", "D'YE", "MORE'N", "GPT-4", "COVID-19", "McDonald", "iPhone", "(NASA)", "\"I\"", "**BOLD**",
            "A,B,C", "ÉTÉ",
            "Été", "Word", "Word.", "word", "-", "...", "X's", "XML's", "'S", "A/B", "WHO?", "I'LL", "I'Ll", "YOU'RE",
            "$A", "A%",
            "#B", "[C]", "A--B", "HELLO!", "日本", "ǅ", "n't", "N'T", "AN'T", "Mr.", "Gonna", "WANNA", "x.Y", "Y.x", "Q:",
            "ẞ",
        ]
        let joints = [" ", "\n", "\t", "", "  ", ". ", "! ", "\u{A0}"]
        var seed: UInt64 = 11
        func pick(_ count: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(seed >> 33) % count
        }
        for _ in 0..<30_000 {
            var text = ""
            for _ in 0..<1 + pick(8) { text += parts[pick(parts.count)] + joints[pick(joints.count)] }
            let bytes = Array(text.utf8)
            let count = TreebankTokenizer.uppercaseCount(in: bytes, sentences: PunktModel.english.sentences(in: bytes))
            let bounds = TreebankTokenizer.uppercaseBounds(in: bytes)
            #expect(bounds.contains(count), "\(text.debugDescription): \(count), \(bounds)")
        }
    }
}
