#!/usr/bin/env python3
# Part of Assay. SPDX-License-Identifier: Apache-2.0
"""Writes cases with the verdicts of M-IFEval's checkers as JSON lines: catalog, id, kwargs, response, verdict.

    NLTK_DATA=FOLDER python scripts/differential/mifeval.py REFERENCE SEGMENTER DATA OUT [CASES_PER_ID] [SEED] [ID_PREFIX]

REFERENCE is a checkout of shisa-ai/M-IFEval, SEGMENTER the folder of the package ja_sentence_segmenter (or - where it is
installed), DATA the folder of reference responses whose texts are mutated. spaCy's rule tokenizer stands in for its
models, so es:length_constraints:number_sentences is left out, as are ids that ask for a language.
"""
import gzip, json, os, random, re, sys

reference, segmenter, data, out = sys.argv[1:5]
cases = int(sys.argv[5]) if len(sys.argv) > 5 else 2000
seed = int(sys.argv[6]) if len(sys.argv) > 6 else 1
only = sys.argv[7] if len(sys.argv) > 7 else ""
sys.path[:0] = [reference] + ([] if segmenter == "-" else [segmenter])
import nltk, spacy

spacy.load = lambda name, *a, **k: spacy.blank("es" if name.startswith("es") else "xx")
nltk.download = lambda *a, **k: True
import instructions_registry
from instruction_utils import es_instructions_util as es, fr_instructions_util as fr, ja_instructions_util as ja

rng = random.Random(seed)
FILES = {"es": "es__", "fr": "fr__", "ja": "ja__"}
texts, arguments = {}, {}
for language, start in FILES.items():
    texts[language] = []
    for name in sorted(os.listdir(data)):
        if name.startswith(start):
            for line in gzip.open(os.path.join(data, name)):
                record = json.loads(line)
                texts[language].append(record["response"])
                for id, kwargs in zip(record["instruction_id_list"], record["kwargs"]):
                    arguments.setdefault(id, []).append(kwargs)

PIECES = {
    "es": ["EE.UU.", "EE. UU.", " pal ", "¿Qué?", "¡Ay!", "¡!", "¿?", "¿ ", "? ", "! ", "Sr. ", "Sra.", "p. ej. ", "3,5", "12:30",
           "5km", "10km².", "20%", "$5", "5€", "US$10", "10US$", "1. ", "- ", "* ", "\n* ", "\n- ", "\n12. ", "**", "***", "****",
           "niño", "AÑO", "pingüino", "ÜBER", "canción", "ÁRBOL", "n\u0303", "www.ejemplo.com", "https://a.es/b?c=d,e", "a@b.com",
           "uno/dos", "uno:dos", "uno,dos", "fin.Otra", "fin.otra", "a.m.", "3p.m.", "12pm", ":-)", ": )", ":)", "xD", "etc.", "(a.)",
           "x=a.", "…", "……", "...", "..", "«cita»", "“No.”", "Sí.", "No.", "Quizás.", "P.D.", "P. D.", "p.d.", "Nota: ", "nota",
           "   ", "\u00a0", "\u2003", "\t", "\r\n", "°C.", "25°C.", "+5", "+a", "5+", "3*4", "3-4", "2^8", "_x_", "#1", "😀", "a😀b",
           "1.2.3.4", "8.8.8.8:80", "d.C.", "S.A.", "km/h", "90km/h.", "l'amour", "don't", "—", "–a–", "-a-", "a—b", "`x`", "漢字",
           "Ω", "ΟΔΟΣ", "ªº", "①", "İ", "ſ", "K", "x²", "10²", "H₂O", "\u200b", "e.g.", "U.S.A.", "AB.", "Ab.", "ab.", "1.", "1)", "I.",
           "http://x.y", "a.b.c", "ftp://u:p@h.com:21/", "<b>", "</3", "<3", "&", "%", "~", "|", "\\n", "\\t", "{}", "[x]", "[]"],
    "fr": ["M. Dupont", "etc. ", "p. 3", "av. J.-C.", "janv. 2020", "## Titre ##", "##", "###", "#####", "##a##", "«", "»", "\"", "'",
           "tu", "Tu ", "t'aime", "t' ", "t’aime", "toi.", "TES", "teſ", "tOİ", "ç", "Ç", "œ", "Œ", "é", "É", "e\u0301", "æ", "ø", "ß", "ÿ",
           "Ÿ", "leçon", "lecon", "événement", "evenement", "à", "a", "déjà", "deja", "oranges", "3", "٣", "²", "Ⅳ", "Oui.", "Non.",
           "Peut-être.", "P.-S.", "P.S.", "P.P.S", "PS", "p. s.", "\n", "\n\n", "* ", "- ", "***", "******", "...", "!", " ?", ". A",
           "c.-à-d. ", "i.e. ", "Il a 3.5 ans. ", "\u00a0", "«\u00a0Oui.\u00a0» ", "ℌ", "ﬁ", "Å", "_", "SECTION 1", "Section 2"],
    "ja": ["。", "！", "？", "!", "?", "、", "「", "」", "『", "』", "（", "）", "(", ")", "の", "の\n", "の 。", " ", "　", "  ", "\n", "\n\n", "\r\n", "\u2028",
           "・", "\n・", "\n* ", "\n- ", "\n-", "\n1. ", "\n２．", "\n３. ", "**", "__", "`", "# ", "> ", "第1章", "第１２章 ", "第3節", "《強調》", "《 》", "《a",
           "『題』", "『』", "『 』", "追伸", "P.S.", "P. S.", "p.p.s.", "P.P.S", "p.ſ.", "漢字（かんじ）", "漢字", "（かな）", "（カナ）", "ア", "ー", "・", "ｱ", "ｶﾞ", "｡", "｢", "｣", "､",
           "ァ", "ヺ", "ヾ", "ゖ", "ゝ", "ん", "ゔ", "ヴ", "々", "〇", "1", "１", "Ⅳ", "abc", "ＡＢＣ", "A b", "あ い", "あ a", "a あ", "です。", "ます。", "です", "ました。", "なさい",
           "はい、そうです。", "いいえ、違います。", "∯", "∯。", "。∯", "~", "〜", "―", "-", "‐", "\"", "'", "\\", "¥", "\u00a0", "\t", "し", "シ", "る", "ル", "か", "が", "㈱", "㍿", "﨑", "😀",
           "***", "******", "* a", "*\n", "-\n", "1.\n", "1.　a"],
}


def mutate(language):
    text = rng.choice(texts[language])
    kind = rng.random()
    if kind < 0.1:
        text = ""
    elif kind < 0.75:
        a, b = sorted(rng.randrange(len(text) + 1) for _ in range(2))
        text = text[a:min(b, a + rng.choice([20, 60, 200, 600]))]
    for _ in range(rng.choice([0, 1, 1, 2, 4, 8, 15])):
        at = rng.randrange(len(text) + 1)
        piece = rng.choice(PIECES[language])
        if rng.random() < 0.4:
            piece = rng.choice([" ", "", "\n"]) + piece + rng.choice([" ", "", "\n"])
        text = text[:at] + piece + text[at:]
    kind = rng.random()
    if kind < 0.06: text = text.upper()
    elif kind < 0.12: text = text.lower()
    elif kind < 0.16: text = re.sub(r"[.!?,;:]", "", text)
    elif kind < 0.22 and text:
        at = rng.randrange(len(text))
        text = text[:at] + text[at + 1:]
    if language == "es" and rng.random() < 0.3:
        text = "".join(rng.choice(PIECES["es"]) for _ in range(rng.randrange(1, 9)))
    if language == "ja" and rng.random() < 0.25:
        text = "".join(rng.choice(PIECES["ja"]) for _ in range(rng.randrange(1, 14)))
    return text


def near(count):
    return max(0, count + rng.choice([-1, 0, 0, 0, 1]))


def es_clean(text):
    return re.sub(r"(^\s*[\d]+\.\s*)|(^\s*[-*]\s*)", "", text, flags=re.MULTILINE)


def kwargs_for(id, text):
    """Arguments near the limit where they count, else those of the benchmark."""
    language, rest = id.split(":", 1)
    kwargs = dict(rng.choice(arguments.get(id, [{}])))
    words = [w for w in re.findall(r"\w+", text)]
    if id == "es:length_constraints:number_words":
        kwargs["num_words"] = near(es.count_words(es_clean(text).replace("\n", " ")))
    elif id == "es:special_character:tildes":
        kwargs["num_words"] = near(sum(any(c in "áéíóúÁÉÍÓÚ" for c in w) for w in es.tokenize_words(text)))
    elif id == "es:special_character:enie":
        kwargs["let_frequency"] = near(sum("ñ" in w.lower() for w in es.tokenize_words(text)))
    elif id == "es:special_character:dieresis":
        kwargs["let_frequency"] = near(sum("ü" in w.lower() for w in es.tokenize_words(text)))
    elif id == "es:change_case:capital_word_frequency":
        kwargs["capital_frequency"] = near(sum(w.isupper() for w in es.tokenize_words(text)))
    elif id == "fr:length_constraints:number_sentences":
        kwargs["num_sentences"] = near(fr.count_sentences(text))
    elif id == "fr:change_case:capital_word_frequency":
        kwargs["capital_frequency"] = near(sum(w.isupper() for w in nltk.word_tokenize(text)))
    elif id == "fr:length_constraints:number_words":
        kwargs["num_words"] = near(len(words))
    elif id == "ja:length_constraints:number_sentences":
        kwargs["num_sentences"] = near(ja.count_sentences(text))
    elif id == "ja:length_constraints:number_letters":
        kwargs["num_letters"] = near(len(text))
    elif id == "ja:letters:kanji":
        kwargs["kanji_limit"] = near(len(re.findall(r"[\u4e00-\u9faf]", text)))
    elif rest == "keywords:frequency" and words:
        if rng.random() < 0.7: kwargs["keyword"] = rng.choice(words)[:rng.choice([2, 4, 20])]
        found = re.findall(re.escape(kwargs["keyword"]), text, re.IGNORECASE if language != "ja" else 0)
        kwargs["frequency"] = near(len(found))
    elif rest in ("keywords:existence", "keywords:forbidden_words") and words:
        name = "keywords" if rest.endswith("existence") else "forbidden_words"
        kwargs[name] = [rng.choice(words)[:rng.choice([2, 30])] for _ in range(rng.choice([1, 1, 2]))]
    elif rest == "keywords:letter_frequency":
        letter = kwargs["letter"]
        count = text.lower().count(letter.lower())
        if language == "ja": count = text.count(letter) + text.count(chr(ord(letter) + 96))
        kwargs["let_frequency"] = near(count)
    elif "num_bullets" in kwargs:
        kwargs["num_bullets"] = near(len(re.findall(r"^\s*(?:\*[^\*]|-|・)", text, flags=re.MULTILINE)))
    elif "num_items" in kwargs:
        kwargs["num_items"] = near(len(re.findall(r"^\s*\d+\.\s", text, flags=re.MULTILINE)))
    elif rest.endswith("nth_paragraph_first_word"):
        parts = [p for p in re.split(r"\n\n", text) if p.strip()]
        kwargs["num_paragraphs"] = max(1, near(len(parts)))
        kwargs["nth_paragraph"] = rng.randint(1, kwargs["num_paragraphs"])
        if parts and rng.random() < 0.8:
            part = parts[min(kwargs["nth_paragraph"], len(parts)) - 1]
            if language == "ja":
                part = re.sub(r"^[\W_]*(?:\d+[.)]\s)?", "", part)
                kwargs["first_word"] = part[:rng.choice([1, 2, 3])]
            else:
                plain = re.sub(r"[^\w\s]", "", part)
                kwargs["first_word"] = " ".join(plain.split()[:rng.choice([1, 1, 2])])
    elif "end_phrase" in kwargs and text.strip() and rng.random() < 0.7:
        kwargs["end_phrase"] = text.strip()[-rng.choice([1, 3, 6, 12]):].strip() or "."
        if rng.random() < 0.3: kwargs["end_phrase"] = kwargs["end_phrase"].rstrip(".*_\"」』") or "a"
    elif "prompt_to_repeat" in kwargs and text.strip():
        kwargs["prompt_to_repeat"] = text.strip()[:rng.choice([1, 5, 12])]
    elif "num_highlights" in kwargs:
        kwargs["num_highlights"] = near(len(re.findall(r"\*[^\n\*]*\*|《[^\n《》]*》", text)))
    elif "num_sections" in kwargs:
        pattern = kwargs["section_spliter"].strip()
        kwargs["num_sections"] = near(len(re.findall(pattern, text)))
    elif "num_placeholders" in kwargs:
        kwargs["num_placeholders"] = near(text.count("["))
    elif "num_paragraphs" in kwargs:
        kwargs["num_paragraphs"] = near(text.count("***") + 1)
    elif "ending" in kwargs and rng.random() < 0.5:
        kwargs["ending"] = rng.choice(["す", "。", "です", "ます", "い", "た", ""])
    elif "word_to_accentuate" in kwargs and words and rng.random() < 0.7:
        kwargs["word_to_accentuate"] = {
            fr.remove_accents(w.lower()): rng.choice([w.lower(), w, fr.remove_accents(w.lower())])
            for w in rng.sample(words, min(3, len(words)))}
    return kwargs


RELATIONS = {"es": ["al menos", "como máximo"], "fr": ["moins de", "au moins"], "ja": ["未満", "以上"]}
RELATED = {"number_sentences", "number_words", "number_letters", "kanji", "tildes", "frequency"}
SKIPPED = {"es:length_constraints:number_sentences", "ja:detectable_format:nominal_ending"}
written = 0
with open(out, "w", encoding="utf-8") as file:
    for id, checker in instructions_registry.INSTRUCTION_DICT.items():
        language = id[:2]
        if language == "en" or id in SKIPPED or "response_language" in id or not id.startswith(only): continue
        count = 0
        while count < cases:
            text = mutate(language)
            if not text.strip(): continue
            if "_capital" in id or "_lowercase" in id:
                # Only what does not hang on the language: letters in the wrong case, or no language at all.
                text = rng.choice([text, "".join(rng.choice("0123 .!?ªºⅣⓐ\n") for _ in range(9))])
                isolated = text.upper() if "_capital" in id else text.lower()
                if any(c.isalpha() for c in text) and text == isolated: continue
            kwargs = kwargs_for(id, text)
            kwargs = {k: v for k, v in kwargs.items() if v is not None}
            # Without a relation the reference draws one.
            if id.split(":")[-1] in RELATED: kwargs["relation"] = rng.choice(RELATIONS[language])
            if id.endswith("capital_word_frequency"): kwargs["capital_relation"] = rng.choice(RELATIONS[language])
            instruction = checker(id)
            try:
                instruction.build_description(**kwargs)
                verdict = bool(instruction.check_following(text))
            except (re.error, ValueError):
                continue
            if any(v == "" for v in kwargs.values()): continue
            file.write(json.dumps({"catalog": "m-ifeval", "id": id, "kwargs": kwargs, "response": text,
                                   "verdict": verdict}, ensure_ascii=False) + "\n")
            count += 1
            written += 1
print(written, "cases")
