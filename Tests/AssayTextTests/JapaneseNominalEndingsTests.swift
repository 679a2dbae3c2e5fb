// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayText
import Testing

struct JapaneseNominalEndingsTests {
    @Test(
        arguments: [
            "窓の外には静かな雪。", "旅の始まり。", "新しい願い！", "人生の流れ？", "大切なこと。", "値段の高さ。", "卵が二つ。", "豊かな広がり。",
            "景色がきれい。", "鳥のよう。", "私たち。", "夢はスター。", "AI。", "10。", "温かい日差し。",
        ]) func countsNouns(text: String)
    { #expect(JapaneseNominalEndings.count(in: Array(text.utf8)) == 1) }

    @Test(
        arguments: [
            "", "。", "食べた。", "行きます。", "美しい。", "高い。", "一緒に食べよう。", "そうですか？", "元気だね！", "手紙を書き。", "詳しく説明し。", "突然。",
            "(猫)。", "猫*。", "いいえ。", "「猫」。",
        ]) func countsNothingElse(text: String)
    { #expect(JapaneseNominalEndings.count(in: Array(text.utf8)) == 0) }

    @Test func countsEachSign() { #expect(JapaneseNominalEndings.count(in: Array("雪。光！走る。夢？！".utf8)) == 3) }
}
