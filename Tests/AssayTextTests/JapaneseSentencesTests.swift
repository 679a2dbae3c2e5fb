// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayText
import Testing

/// Counts that ja_sentence_segmenter 0.0.2 gives.
struct JapaneseSentencesTests {
    @Test(
        arguments: [
            ("", 0), ("猫", 1), ("猫。犬！鳥？", 3), ("猫。犬", 2), ("「猫。犬。」と言う。", 1), ("(猫。犬。)と言う。", 1), ("「猫。犬。", 2),
            ("猫の\n声。", 1), ("の\n声。", 2), ("猫\n\n犬", 2), ("！？", 2), ("猫∯。犬", 1), ("ねこ｡いぬ｡", 2), ("abc. def.", 1),
        ]) func counts(text: String, expected: Int)
    {
        #expect(JapaneseSentences.count(in: Array(text.utf8)) == expected)
    }
}
