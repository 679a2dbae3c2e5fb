// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayConstraints
import AssayCore
import AssayText
import Testing

/// Golden cases of M-IFEval's own rules, and where the two readings part: the table of docs/conformance-mifeval.md.
struct MIFEvalConformanceTests {
    typealias Case = ConformanceTests.Case

    static let spanish: [Case] = [
        Case(
            id: "es:length_constraints:number_words", arguments: ["num_words": 3, "relation": "como máximo"],
            response: "Uno   dos tres", reference: .fail, corrected: .pass, catalog: "m-ifeval"),
        Case(
            id: "es:length_constraints:number_words", arguments: ["num_words": 4, "relation": "al menos"],
            response: "EE.UU. gana 3,5 $", reference: .pass, corrected: .fail, catalog: "m-ifeval"),
        Case(
            id: "es:length_constraints:number_words", arguments: ["num_words": 2, "relation": "como máximo"],
            response: "1. Uno\n- dos", reference: .pass, corrected: .pass, catalog: "m-ifeval"),
        Case(
            id: "es:detectable_format:number_bullet_lists", arguments: ["num_bullets": 2], response: "*uno\n* dos",
            reference: .pass, corrected: .fail, catalog: "m-ifeval"),
        Case(
            id: "es:detectable_format:number_bullet_lists", arguments: ["num_bullets": 2], response: "- uno\n* dos",
            reference: .fail, corrected: .pass, catalog: "m-ifeval"),
        Case(
            id: "es:startend:end_checker", arguments: ["end_phrase": "Adiós."], response: "Adiós.", reference: .fail,
            corrected: .pass, catalog: "m-ifeval"),
        Case(
            id: "es:startend:end_checker", arguments: ["end_phrase": "adiós"], response: "Adiós.", reference: .pass,
            corrected: .pass, catalog: "m-ifeval"),
        Case(
            id: "es:detectable_content:postscript", arguments: ["postscript_marker": "P.D."],
            response: "Digo p.d. aquí", reference: .pass, corrected: .fail, catalog: "m-ifeval"),
        Case(
            id: "es:detectable_content:postscript", arguments: ["postscript_marker": "P.D."],
            response: "Hola\n\nP. D. Algo", reference: .pass, corrected: .pass, catalog: "m-ifeval"),
        Case(
            id: "es:length_constraints:nth_paragraph_first_word",
            arguments: ["num_paragraphs": 2, "nth_paragraph": 2, "first_word": "hola"], response: "Uno\n\n\n\nHola, tú",
            reference: .fail, corrected: .pass, catalog: "m-ifeval"),
        Case(
            id: "es:length_constraints:nth_paragraph_first_word",
            arguments: ["num_paragraphs": 1, "nth_paragraph": 1, "first_word": "buenos días"],
            response: "¡Buenos días!", reference: .fail, corrected: .fail, catalog: "m-ifeval"),
        Case(
            id: "es:detectable_format:constrained_response", response: "Sí. No.", reference: .pass, corrected: .fail,
            catalog: "m-ifeval"),
        Case(
            id: "es:detectable_format:constrained_response", response: "Quizás.", reference: .pass, corrected: .pass,
            catalog: "m-ifeval"),
        Case(
            id: "es:punctuation:question_marks", response: "¿Qué?", reference: .pass, corrected: .pass,
            catalog: "m-ifeval"),
        Case(
            id: "es:punctuation:question_marks", response: "Qué?", reference: .fail, corrected: .fail,
            catalog: "m-ifeval"),
        Case(
            id: "es:punctuation:question_marks", response: "¿ ?", reference: .fail, corrected: .fail,
            catalog: "m-ifeval"),
        Case(
            id: "es:punctuation:exclamation_marks", response: "¡Ay!", reference: .pass, corrected: .pass,
            catalog: "m-ifeval"),
        Case(
            id: "es:punctuation:exclamation_marks", response: "Ay!", reference: .fail, corrected: .fail,
            catalog: "m-ifeval"),
        Case(
            id: "es:special_character:enie", arguments: ["let_frequency": 2], response: "El niño, el AÑO y la ñ",
            reference: .fail, corrected: .fail, catalog: "m-ifeval"),
        Case(
            id: "es:special_character:enie", arguments: ["let_frequency": 2], response: "El niño y el año",
            reference: .pass, corrected: .pass, catalog: "m-ifeval"),
        Case(
            id: "es:special_character:dieresis", arguments: ["let_frequency": 1], response: "pingüino",
            reference: .pass, corrected: .pass, catalog: "m-ifeval"),
        Case(
            id: "es:special_character:tildes", arguments: ["num_words": 2, "relation": "al menos"],
            response: "Él está. ñandú", reference: .pass, corrected: .pass, catalog: "m-ifeval"),
        Case(
            id: "es:special_character:tildes", arguments: ["num_words": 2, "relation": "al menos"],
            response: "El esta aquí", reference: .fail, corrected: .fail, catalog: "m-ifeval"),
        Case(
            id: "es:change_case:capital_word_frequency",
            arguments: ["capital_frequency": 1, "capital_relation": "como máximo"], response: "La ONU y la OTAN",
            reference: .fail, corrected: .fail, catalog: "m-ifeval"),
        Case(
            id: "es:change_case:spanish_capital", response: "123", reference: .pass, corrected: .fail,
            catalog: "m-ifeval"),
        Case(
            id: "es:change_case:spanish_lowercase", response: "hola", reference: .fail, corrected: .fail,
            catalog: "m-ifeval"),
        Case(
            id: "es:keywords:frequency", arguments: ["keyword": "sol", "frequency": 2, "relation": "como máximo"],
            response: "Sol y sol", reference: .pass, corrected: .pass, catalog: "m-ifeval"),
        Case(
            id: "es:keywords:letter_frequency",
            arguments: ["letter": "a", "let_frequency": 2, "let_relation": "como máximo"], response: "A la casa",
            reference: .fail, corrected: .fail, catalog: "m-ifeval"),
    ]

    static let french: [Case] = [
        Case(
            id: "fr:length_constraints:number_sentences", arguments: ["num_sentences": 3, "relation": "moins de"],
            response: "M. Dupont est là. Il mange, etc. et il dort.", reference: .pass, corrected: .pass,
            catalog: "m-ifeval"),
        Case(
            id: "fr:length_constraints:number_sentences", arguments: ["num_sentences": 3, "relation": "au moins"],
            response: "Oui. Non.", reference: .fail, corrected: .fail, catalog: "m-ifeval"),
        Case(
            id: "fr:detectable_format:constrained_response", response: "Oui. Non.", reference: .pass, corrected: .fail,
            catalog: "m-ifeval"),
        Case(
            id: "fr:detectable_format:title", response: "## Titre ##", reference: .pass, corrected: .pass,
            catalog: "m-ifeval"),
        Case(
            id: "fr:detectable_format:title", response: "## ##", reference: .fail, corrected: .fail, catalog: "m-ifeval"
        ),
        Case(
            id: "fr:startend:quotation", response: "« Bonjour »", reference: .pass, corrected: .pass,
            catalog: "m-ifeval"),
        Case(
            id: "fr:startend:quotation", response: "«Bonjour\"", reference: .fail, corrected: .fail, catalog: "m-ifeval"
        ),
        Case(
            id: "fr:special_character:ethel_or_cedilla", arguments: ["forbidden_char": "ç"], response: "LEÇON",
            reference: .fail, corrected: .fail, catalog: "m-ifeval"),
        Case(
            id: "fr:special_character:ethel_or_cedilla", arguments: ["forbidden_char": "œ"], response: "leçon",
            reference: .pass, corrected: .pass, catalog: "m-ifeval"),
        Case(
            id: "fr:special_character:no_accents", response: "œuf ę", reference: .pass, corrected: .fail,
            catalog: "m-ifeval"),
        Case(
            id: "fr:special_character:no_accents", response: "e\u{301}", reference: .pass, corrected: .fail,
            catalog: "m-ifeval"),
        Case(
            id: "fr:special_character:no_accents", response: "été", reference: .fail, corrected: .fail,
            catalog: "m-ifeval"),
        Case(
            id: "fr:special_character:accents", arguments: ["word_to_accentuate": ["ecole": "école"]],
            response: "L'ecole", reference: .fail, corrected: .fail, catalog: "m-ifeval"),
        Case(
            id: "fr:special_character:accents", arguments: ["word_to_accentuate": ["ecole": "école"]],
            response: "École", reference: .pass, corrected: .pass, catalog: "m-ifeval"),
        Case(
            id: "fr:detectable_content:informal_address", response: "Je t’aime, le tien", reference: .fail,
            corrected: .pass, catalog: "m-ifeval"),
        Case(
            id: "fr:detectable_content:informal_address", response: "Tu viens", reference: .pass, corrected: .pass,
            catalog: "m-ifeval"),
        Case(
            id: "fr:detectable_content:informal_address", response: "Vous venez", reference: .fail, corrected: .fail,
            catalog: "m-ifeval"),
        Case(
            id: "fr:detectable_content:no_digits", response: "٣", reference: .fail, corrected: .fail,
            catalog: "m-ifeval"),
        Case(
            id: "fr:change_case:french_capital", response: "123", reference: .fail, corrected: .fail,
            catalog: "m-ifeval"),
        Case(
            id: "fr:change_case:capital_word_frequency",
            arguments: ["capital_frequency": 2, "capital_relation": "au moins"], response: "L'ONU et l'OTAN",
            reference: .fail, corrected: .fail, catalog: "m-ifeval"),
    ]

    static let japanese: [Case] = [
        Case(
            id: "ja:detectable_content:postscript", arguments: ["postscript_marker": "追伸"], response: "これは追伸ではない",
            reference: .pass, corrected: .fail, catalog: "m-ifeval"),
        Case(
            id: "ja:detectable_content:postscript", arguments: ["postscript_marker": "P.S."],
            response: "終わり\n\nP. S. また", reference: .pass, corrected: .pass, catalog: "m-ifeval"),
        Case(
            id: "ja:length_constraints:nth_paragraph_first_word",
            arguments: ["num_paragraphs": 1, "nth_paragraph": 1, "first_word": "猫"], response: "## 「猫は",
            reference: .pass, corrected: .pass, catalog: "m-ifeval"),
        Case(
            id: "ja:detectable_format:constrained_response", response: "はい、そうです。いいえ、違います。", reference: .pass,
            corrected: .fail, catalog: "m-ifeval"),
        Case(
            id: "ja:length_constraints:number_letters", arguments: ["num_letters": 4, "relation": "以上"],
            response: "あ い う", reference: .pass, corrected: .fail, catalog: "m-ifeval"),
        Case(
            id: "ja:startend:sentence_unified_end", arguments: ["ending": "です"], response: "猫です。犬です。\n",
            reference: .fail, corrected: .pass, catalog: "m-ifeval"),
        Case(
            id: "ja:startend:sentence_unified_end", arguments: ["ending": "です"], response: "猫です。犬だ。", reference: .fail,
            corrected: .fail, catalog: "m-ifeval"),
        Case(
            id: "ja:startend:end_checker", arguments: ["end_phrase": "終わり"], response: "これで終わり」**", reference: .pass,
            corrected: .pass, catalog: "m-ifeval"),
        Case(id: "ja:startend:quotation", response: "「はい」", reference: .pass, corrected: .pass, catalog: "m-ifeval"),
        Case(id: "ja:startend:quotation", response: "「はい", reference: .fail, corrected: .fail, catalog: "m-ifeval"),
        Case(id: "ja:punctuation:no_comma", response: "あ、い", reference: .fail, corrected: .fail, catalog: "m-ifeval"),
        Case(id: "ja:punctuation:no_period", response: "あ。", reference: .fail, corrected: .fail, catalog: "m-ifeval"),
        Case(id: "ja:punctuation:no_period", response: "あ.", reference: .pass, corrected: .pass, catalog: "m-ifeval"),
        Case(
            id: "ja:letters:furigana", response: "漢字（かんじ）を書（か）く", reference: .pass, corrected: .pass,
            catalog: "m-ifeval"),
        Case(id: "ja:letters:furigana", response: "漢字（カンジ）", reference: .fail, corrected: .fail, catalog: "m-ifeval"),
        Case(
            id: "ja:letters:kanji", arguments: ["kanji_limit": 3, "relation": "未満"], response: "漢字を", reference: .pass,
            corrected: .pass, catalog: "m-ifeval"),
        Case(
            id: "ja:letters:kanji", arguments: ["kanji_limit": 3, "relation": "以上"], response: "漢字を", reference: .fail,
            corrected: .fail, catalog: "m-ifeval"),
        Case(id: "ja:letters:no_hiragana", response: "カナ漢字", reference: .pass, corrected: .pass, catalog: "m-ifeval"),
        Case(id: "ja:letters:no_hiragana", response: "かな", reference: .fail, corrected: .fail, catalog: "m-ifeval"),
        Case(
            id: "ja:letters:hiragana_only", response: "かな、ー 1！", reference: .pass, corrected: .pass, catalog: "m-ifeval"
        ),
        Case(id: "ja:letters:hiragana_only", response: "かな漢", reference: .fail, corrected: .fail, catalog: "m-ifeval"),
        Case(id: "ja:letters:no_katakana", response: "ｱ", reference: .fail, corrected: .fail, catalog: "m-ifeval"),
        Case(
            id: "ja:letters:katakana_only", response: "カナー・123", reference: .pass, corrected: .pass, catalog: "m-ifeval"
        ),
        Case(id: "ja:letters:katakana_only", response: "カナa", reference: .fail, corrected: .fail, catalog: "m-ifeval"),
        Case(id: "ja:letters:kansuuji", response: "三つ", reference: .pass, corrected: .pass, catalog: "m-ifeval"),
        Case(id: "ja:letters:kansuuji", response: "３つ", reference: .fail, corrected: .fail, catalog: "m-ifeval"),
        Case(
            id: "ja:length_constraints:number_sentences", arguments: ["num_sentences": 2, "relation": "未満"],
            response: "「はい。そう。」と猫の\n声。", reference: .pass, corrected: .pass, catalog: "m-ifeval"),
        Case(
            id: "ja:length_constraints:number_sentences", arguments: ["num_sentences": 3, "relation": "以上"],
            response: "猫。犬！ 鳥？", reference: .pass, corrected: .pass, catalog: "m-ifeval"),
        Case(
            id: "ja:detectable_format:nominal_ending", arguments: ["count": 2], response: "静かな雪。願い！ 食べる。「本。」",
            reference: .pass, corrected: .pass, catalog: "m-ifeval"),
        Case(
            id: "ja:detectable_format:nominal_ending", arguments: ["count": 1], response: "食べた。きれいだ。", reference: .fail,
            corrected: .fail, catalog: "m-ifeval"),
        Case(
            id: "ja:detectable_format:number_bullet_lists", arguments: ["num_bullets": 3], response: "・一\n* 二\n- 三",
            reference: .pass, corrected: .pass, catalog: "m-ifeval"),
        Case(
            id: "ja:detectable_format:number_numbered_lists", arguments: ["num_items": 2], response: "1. 一\n２. 二",
            reference: .pass, corrected: .pass, catalog: "m-ifeval"),
        Case(
            id: "ja:detectable_format:number_highlighted_sections", arguments: ["num_highlights": 2],
            response: "《一》《 》《二》", reference: .pass, corrected: .pass, catalog: "m-ifeval"),
        Case(
            id: "ja:detectable_format:multiple_sections", arguments: ["section_spliter": "章", "num_sections": 2],
            response: "第1章 第２章", reference: .pass, corrected: .pass, catalog: "m-ifeval"),
        Case(
            id: "ja:detectable_format:title", response: "『題』", reference: .pass, corrected: .pass, catalog: "m-ifeval"),
        Case(
            id: "ja:detectable_format:title", response: "『 』", reference: .fail, corrected: .fail, catalog: "m-ifeval"),
        Case(
            id: "ja:keywords:letter_frequency", arguments: ["letter": "か", "let_frequency": 2, "let_relation": "以上"],
            response: "かカが", reference: .pass, corrected: .pass, catalog: "m-ifeval"),
        Case(
            id: "ja:keywords:existence", arguments: ["keywords": ["猫", "犬"]], response: "猫と犬", reference: .pass,
            corrected: .pass, catalog: "m-ifeval"),
        Case(
            id: "ja:keywords:forbidden_words", arguments: ["forbidden_words": ["猫"]], response: "子猫", reference: .fail,
            corrected: .fail, catalog: "m-ifeval"),
        Case(
            id: "ja:keywords:frequency", arguments: ["keyword": "猫", "frequency": 2, "relation": "未満"], response: "猫と猫",
            reference: .fail, corrected: .fail, catalog: "m-ifeval"),
    ]

    @Test(arguments: spanish + french + japanese) func decides(row: Case) throws {
        let check = Check(VerifierID(row.id), row.arguments, catalog: row.catalog)
        for (conformance, label) in [(Conformance.reference, row.reference), (.corrected, row.corrected)] {
            let rule = try VerifierRegistry.standard.make(check, in: RuleContext(conformance: conformance))
            let verdict = rule.decide(RuleInput(response: Text(row.response), wantsEvidence: .all))
            #expect(verdict.label == label, "\(conformance): \(verdict.evidence.map(\.sentence))")
        }
    }

    @Test(arguments: ["es:length_constraints:number_sentences", "ja:detectable_format:nominal_ending"])
    func namesItsApproximation(id: String) {
        let definition = Catalog.mifeval.definitions.first { $0.id == VerifierID(id) }
        #expect(definition?.approximation != nil)
    }
}
