// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayText
import Testing

struct StopWordsTests {
    @Test func hasAllWords() {
        #expect(StopWords.english.count == 198)
        #expect(Set(StopWords.english).count == 198)
        for word in StopWords.english {
            let bytes = Array(word.utf8)
            #expect(StopWords.contains(bytes, bytes.indices) == !word.utf8.contains(0x27), "\(word)")
            let upper = Array(word.uppercased().utf8)
            #expect(StopWords.contains(upper, upper.indices) == !word.utf8.contains(0x27), "\(word)")
        }
    }

    @Test(arguments: ["", "fox", "we'll", "yourselfs", "İ", "themselvesthemselvesthemselves"])
    func otherWordsAreNone(word: String) {
        let bytes = Array(word.utf8)
        #expect(!StopWords.contains(bytes, bytes.indices))
    }
}
