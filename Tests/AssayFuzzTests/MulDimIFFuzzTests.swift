// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayConstraints
import AssayCore
import AssayText
import Testing

/// Random and mutated constraint sentences, English and Chinese, on random responses.
struct MulDimIFFuzzTests {
    /// A few sentences of each kind.
    static let sentences = [
        "At most 3 paragraphs", "At least 120 words", "Between 50 and 100 words",
        "Each paragraph must have 30-60 words",
        "At least 5 sentences in each paragraph", "No more than two sentences", "The response must contain 200 words.",
        "Must include the keyword \"garden\"", "Must include the keywords 'sun', 'moon' and \"star\" at least 3 times",
        "Must not include: cat, dog, or bird", "Use the word 'AI' at least twice and at most 4 times",
        "All letters must be uppercase", "Use title case for each word",
        "The first letter of each sentence is capitalized",
        "Respond in English, all lowercase", "Use simplified Chinese", "Use traditional Chinese characters only",
        "The table must have at most 5 rows and 3 columns", "Limit the table to 4 columns named \"a\", \"b\"",
        "Use headings of level 2 and 3", "At least two levels of headings", "Use block quotes with > at least once",
        "JSON objects nest no deeper than 3 levels", "Each tag may have at most 2 attributes",
        "End with a period", "The answer must end with \"!\" or '?'", "Every line ends with a semicolon (;)",
        "Start with <start> and end with <end>", "Include in-text citations [1]", "Nested JSON with 2 attributes",
        "至少3个段落", "不超过200字", "每段至少50个词", "必须包含关键词“人工智能”和「学习」", "使用繁体中文", "使用简体中文回答",
        "表格最多5行3列", "使用二级标题和三级标题", "以句号结尾", "JSON嵌套不超过三层", "每个标签最多两个属性", "至少五句话，每句不超过20个字",
        "在100到200字之间", "必须使用引用块", "每行以分号结束", "首字母大写", "全部大写",
    ]

    /// What sentences are mutated with.
    private static let parts =
        [
            "at least ", "at most ", "no more than ", "between ", "and ", "or ", "each ", "every ", "paragraph",
            "sentence",
            "word", "words ", "row", "column", "level", "heading", "keyword", "twice", "three", "twenty-one", "hundred",
            "1",
            "0", "-1", "99999999999999999999", "1.5", "1-2", "3~5", "\"", "'", "“", "”", "‘", "「", "」", ", ", "、", "，",
            ":",
            "：", "(", ")", "至少", "最多", "不超过", "每", "段", "句", "字", "个", "词", "三", "十", "百", "万", "两", "行", "列",
            "必须包含", "以", "结尾", " ", "\n", "the ", "must ", "not ", "include ", "times", "exactly ", "<", ">", "#", "*",
        ]

    static func sentence(_ random: inout FuzzRandom) -> String {
        var text = Array(random.pick(sentences).utf8)
        switch random.below(8) {
        case 0: text += Array(" ".utf8) + Array(random.pick(sentences).utf8)
        case 1:
            let few = (0..<random.below(5) + 1).map { _ in Array(random.pick(parts).utf8) }
            text = FuzzText.repeated(few, random.size(60_000), &random)
        case 2: text = FuzzText.make(&random, limit: 60_000)
        default: break
        }
        for _ in 0..<random.below(5) {
            let part = Array(random.pick(parts).utf8)
            text.insert(contentsOf: part, at: random.below(text.count + 1))
        }
        if random.once(in: 4) { text = FuzzText.mutated(text, &random) }
        return String(decoding: text, as: UTF8.self)
    }

    static func check(_ random: inout FuzzRandom) -> Check {
        Check(
            random.pick(MulDimIF.Class.allCases).verifier, ["constraint": .string(sentence(&random))],
            catalog: "muldimif")
    }

    @Test func sentences() throws {
        try FuzzRun.run("MulDimIFFuzzTests", iterations: 150) { run in
            let check = Self.check(&run.random)
            var input: [UInt8] = []
            if case .string(let sentence) = check.arguments["constraint"] { input = Array(sentence.utf8) }
            let context = RuleContext(conformance: run.random.once(in: 2) ? .reference : .corrected)
            guard
                let rule = run.time(
                    "reading \(check.verifier)", size: input.count, input,
                    { try? MulDimIF.rule(for: check, in: context) })
            else { return }
            for _ in 0..<2 {
                let bytes = FuzzText.make(&run.random)
                let both = input + [0x0A, 0x0A] + bytes
                // The sentence's demands are work too.
                _ = run.time("deciding \(check.verifier)", size: both.count, both) {
                    rule.decide(RuleInput(response: Text(bytes), wantsEvidence: .all))
                }
            }
        }
    }
}
