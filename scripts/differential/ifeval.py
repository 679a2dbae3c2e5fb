# Part of Assay. SPDX-License-Identifier: Apache-2.0
"""Writes cases for DifferentialTests: responses to IFEval and IFTrain instructions with the reference's verdicts.

usage: NLTK_DATA=FOLDER python ifeval.py IFBENCH OPEN_INSTRUCT COUNT SEED OUT [RESPONSES.jsonl.gz ...]

IFBENCH and OPEN_INSTRUCT are checkouts of allenai/IFBench (classic_instructions.py is IFEval's) and of
allenai/open-instruct (folder open_instruct/IFEvalG). COUNT cases per id are generated, biased to edges: counts near
their bound, white space of all kinds, scalars beyond ASCII, markdown, and responses cut and mutated. Each line of OUT:
{"catalog", "id", "kwargs", "response", "verdict"}. Run the test with ASSAY_DIFFERENTIAL=OUT NLTK_DATA=FOLDER.
"""
import gzip
import json
import logging
import random
import re
import sys

import nltk

assert nltk.__version__ == "3.9.1", nltk.__version__  # later versions count other words
logging.disable(logging.CRITICAL)
ifbench, open_instruct, count, seed, out = sys.argv[1:6]
sys.path.insert(0, ifbench)
sys.path.insert(0, open_instruct)
from ifbench import classic_instructions as classic  # noqa: E402
from open_instruct.IFEvalG import instructions_registry  # noqa: E402

rng = random.Random(int(seed))
TEXTS = []
for path in sys.argv[6:]:
    for line in gzip.open(path, "rt", encoding="utf-8"):
        TEXTS.append(json.loads(line)["response"])

WORDS = """sun moon river stone the a I art start heart Art ART story stories stone. river, "river" (stone) don't e-mail
3.14 U.S. GPT-4 COVID-19 NASA It's CAN'T kk K sS ſun ſ K İ ı I\u0307 naïve straße STRASSE Übung ÉTÉ ΟΔΟΣ οδος οδοσ Σ ß _x_ x_y
日本語 한국어 \u0928\u092e\u0938\u094d\u0924\u0947 a\u0301 ٣ ² Ⅷ ª ǅ C++ c++ U.S. p.s. level Level noon aba a, 😀 no. yes! why? wait... "Hi!" 'so'
Mr. Dr. Inc. Ph.D. www.x.com x.me A.B. A.B.C. e.g. J. Jr. He She It The But However 1.2.3 1.5 ... .. . ! ? ”.” .” ." !" ?" -- -""".split()
SPACES = [" "] * 12 + ["  ", "\n", "\n\n", "\n\n\n", "\n\n\n\n", "\r\n", "\t", "\xa0", "\u2028", "\u3000", "\x0b", "\x1c", "\x85", "\u200b", "", ""]
MARKS = ["*", "**", "***", "****", "******", "*" * 7, "-", "--", "---", "<<", ">>", "<", ">", "[", "]", '"', "'", "```", "#", ",", "，",
         ".", "!", "?", "•", "+", "\n", "\n*", "\n* ", "\n- ", "\n-", "\n  *", "\n\t- ", "*\n", "-\n", " *** ", "\n***\n", "\n\n"]


def word():
    return rng.choice(WORDS)


def prose(n=None, extra=(), density=0.25):
    parts = []
    for _ in range(n if n is not None else rng.randrange(1, 25)):
        if rng.random() < density:
            parts.append(rng.choice(extra or MARKS))
        else:
            parts.append(word())
        parts.append(rng.choice(SPACES))
    return "".join(parts)


def mutated(extra=()):
    if not TEXTS:
        return prose(extra=extra)
    text = rng.choice(TEXTS)
    if len(text) > 200 and rng.random() < 0.8:
        start = rng.randrange(len(text) - 100)
        text = text[start:start + rng.randrange(20, 800)]
    for _ in range(rng.randrange(4)):
        at = rng.randrange(len(text) + 1)
        kind = rng.random()
        if kind < 0.6:
            text = text[:at] + rng.choice(list(extra) or MARKS) + text[at:]
        elif kind < 0.8:
            text = text[:at] + rng.choice(SPACES) + text[at:]
        else:
            text = text[:at] + text[at + rng.randrange(1, 10):]
    return text


def anything(extra=()):
    kind = rng.random()
    if kind < 0.6:
        return prose(extra=extra, density=rng.choice([0.1, 0.3, 0.6, 0.9]))
    return mutated(extra)


def soup(pieces, n=12):
    return "".join(rng.choice(pieces) for _ in range(rng.randrange(1, n)))


REL = ["less than", "at least"]
KEYWORDS = ["sun", "moon", "river", "stone", "art", "story", "kk", "is", "ss", "s", "k", "i", "I", "STONE", "straße", "naïve", "c++"
            , "U.S.", "a.b", "don't", "e-mail", "(stone)", "[ab]", "x|y", r"\bart", r"ar+t", "οδος", "ΟΔΟΣ", "Σ", "the ", " a", "3.14", "river stone", "İ", "ı", "-", "_", "日本", "st.ne", "ri?ver", "#", "*?", "(", "a{2}", "[", "x{", "]", "}"]


def keyword():
    return rng.choice(KEYWORDS)


def keyword_text(keys):
    parts = []
    for _ in range(rng.randrange(1, 14)):
        k = rng.choice(keys) if rng.random() < 0.5 else word()
        k = rng.choice([k, k, k.upper(), k.lower(), k.title(), k + "s", "x" + k, k.replace("s", "ſ"), k.replace("k", "K").replace("i", "ı")])
        parts += [k, rng.choice(SPACES)]
    return "".join(parts) if rng.random() < 0.8 else mutated(keys)


def near(text, counter):
    return max(0, counter + rng.choice([-1, 0, 0, 1, 2]))


def case(name):
    """Arguments and a response for one id."""
    small = rng.randrange(0, 6)
    if name == "keywords:existence":
        keys = [keyword() for _ in range(rng.randrange(1, 3))]
        return {"keywords": keys}, keyword_text(keys)
    if name in ("keywords:frequency", "keywords:word_count_different_numbers"):
        k = keyword()
        return {"keyword": k, "frequency": small, "relation": rng.choice(REL)}, keyword_text([k])
    if name == "keywords:word_once":
        k = keyword()
        return {"keyword": k}, keyword_text([k])
    if name == "keywords:exclude_word_harder":
        k = keyword()
        return {"keyword": k}, keyword_text([k])
    if name == "count:count_increment_word":
        a, b = keyword(), keyword()
        return {"keyword1": a, "keyword2": b}, keyword_text([a, b, b])
    if name == "keywords:forbidden_words":
        keys = [keyword() for _ in range(rng.randrange(1, 3))]
        return {"forbidden_words": keys}, keyword_text(keys)
    if name in ("keywords:letter_frequency", "letters:letter_counting2"):
        letter = rng.choice("aeiksqzAEIKSQZ")
        text = anything(["i", "K", "İ", "ı", "ſ", "S", "k", letter])
        return {"letter": letter, "let_frequency": near(text, text.lower().count(letter.lower())), "let_relation": rng.choice(REL)}, text
    if name == "letters:letter_counting":
        text = anything(["é", "K", "ß"])
        return {"N": max(1, near(text, sum(c.isascii() and c.isalpha() for c in text))), "relation": rng.choice(REL)}, text
    if name == "length_constraints:number_sentences":
        return {"num_sentences": small, "relation": rng.choice(REL)}, anything([". ", "! ", "? ", '." ', ".) ", "..."])
    if name == "length_constraints:number_paragraphs":
        return {"num_paragraphs": rng.randrange(0, 5)}, anything(["***", " *** ", "\n***\n", "****", "***\xa0", "\u3000***", "******", "***\n\n"])
    if name == "length_constraints:number_words":
        text = anything()
        return {"num_words": near(text, len(re.findall(r"\w+", text))), "relation": rng.choice(REL)}, text
    if name == "length_constraints:nth_paragraph_first_word":
        n = rng.randrange(1, 5)
        words = ["weekend", "Σ", "οδος", "ΟΔΟΣ", "İx", "the", "'the", '"The', "''\"the", "the's", "**the", "THE,", "", "K"]
        text = "".join(rng.choice(words + ["\n\n", "\n\n", " x ", "\n\n\n", "\n", "\n\n \n\n"]) + rng.choice(["", "", " ", "\n\n"]) for _ in range(rng.randrange(1, 9)))
        if rng.random() < 0.8:
            n = max(1, sum(bool(part.strip()) for part in text.split("\n\n")))
        return {"num_paragraphs": n, "nth_paragraph": rng.randrange(1, n + 1), "first_word": rng.choice(["the", "the", "x"] if rng.random() < 0.5 else ["the", "The", "weekend", "οδος", "οδοσ", "σ", "i̇x", "k", "x", "**the", "İx"])}, text or "x"
    if name == "detectable_content:number_placeholders":
        return {"num_placeholders": small}, anything(["[", "]", "[a]", "[]", "[[", "]]", "[a\nb]", "[é]"])
    if name == "detectable_content:postscript":
        marker = rng.choice(["P.S.", "P.P.S", "P.P.S", "P.S.", "P.S", "PS:", " P.S. ", "P.P.S.", "Note", "ΟΔΟΣ", r"P\.S\.", "n.b."])
        return {"postscript_marker": marker}, anything(["P.S.", "p.s.", "P. S.", "P.\nS.", "P.  S.", "P.P.S", "p. p. s", "P.P.\xa0S.", "ps:", "PS:", "P.P S", "p.p.", "note", "P.ſ."])
    if name == "detectable_format:number_bullet_lists":
        return {"num_bullets": rng.randrange(0, 6)}, anything(["\n*", "\n* ", "\n-", "\n- x", "\n\n*\n", "*", "-", "\n**b**", "\n---", "\n *", "\n\t-", "\n\xa0* ", "*\n*", "*\n-", "* é", "\n*é", "\r\n* "])
    if name == "detectable_format:constrained_response":
        return {}, anything(["My answer is yes.", "My answer is no.", "My answer is maybe.", "my answer is yes.", "My answer is", "yes.", "My  answer is no."])
    if name == "detectable_format:number_highlighted_sections":
        return {"num_highlights": small}, rng.choice([anything(["*", "**", "***", "*a*", "**b**", "* *", "** **", "*\n*"]), soup(["*", "**", "a", " ", "\n", "*a*", "\xa0", "é", "***"], 20)])
    if name == "detectable_format:multiple_sections":
        s = rng.choice(["Section", "SECTION", "Day", "Day ", "PARAGRAPH", "Q.", "(A|B)", "A|B", "é", "Teil", "##", "**", "a+"])
        return {"section_spliter": s, "num_sections": rng.randrange(0, 5)}, rng.choice([anything([s + " 1", s + " 2", s + "3", s + "\n4", s + "  5", s.upper() + " 1", s + " ٣", "A 1", "B2", "a1", "aa 2", s + " x", s]), soup([s, " ", "1", "2", "\n", "A", "B", "a", "x", "٣"], 15)])
    if name == "detectable_format:json_format":
        good = json.dumps(rng.choice([{"a": [1, 2.5, None, True, "x\n"]}, [], {}, "s", 1, -0.5, [[["é"]]], {"k": {"k": -1e5}}]), ensure_ascii=rng.random() < 0.5, indent=rng.choice([None, 2]))
        for _ in range(rng.choice([0, 0, 0, 1, 1, 2])):
            at = rng.randrange(len(good) + 1)
            good = good[:at] + rng.choice(["NaN", "Infinity", "-Infinity", "-", "1", "0", ".", "e5", "E+", '"', "\\", "\\u12", "\\ud800", "\\ud83d\\ude00", "\t", "\n", "\x01", ",", ":", "]", "}", "{", "[", "\xa0", "\u2028", "true", "null", "//", "'", "9" * 4301, "x", "\ufeff", " "]) + good[at + rng.randrange(2):]
        fence = rng.choice(["", "", "```json\n", "```Json", "```JSON ", "```", "```json```JSON```", "~~~"])
        return {}, rng.choice(["", " ", "\n", "\xa0", "\ufeff"]) + fence + good + rng.choice(["", "\n", " "]) + rng.choice(["", "```", "``` ", "``````", "\x1f"])
    if name == "detectable_format:title":
        return {}, rng.choice([anything(["<<", ">>", "<", ">", "<<a>>", "<<>>", "<< >>", "<<<>>>", "<<\n>>"]), soup(["<", "<<", ">", ">>", " ", "a", "\n", "é", "\xa0"], 14)])
    if name == "combination:two_responses":
        p = rng.choice(["a", "b ", " é"])
        return {}, soup(["******", "******", p, "b", " ", "\n", "*", "\xa0", "long answer here"], 8)
    if name in ("combination:repeat_prompt", "copy:copy", "copy:copying_simple", "copy:copying_multiple", "new:copy_span_idx"):
        prompt = rng.choice(["Write a story.", " Write a STORY about ΟΔΟΣ ", "ΟΔΟΣ", "İstanbul x", "Straße", "  x", "Kelvin K é", "a", "One ****** two", prose(4)]) or "x"
        form = rng.choice([prompt, prompt.strip(), prompt.upper(), prompt.lower(), prompt.title(), prompt[:-1], prompt + "x", prompt.strip() + ".", "x" + prompt])
        text = rng.choice(["", " ", "\n", "\xa0"]) + form + rng.choice(["", " ", "\n", " more words", "s", "."])
        args = {"prompt_to_repeat": prompt}
        if name == "copy:copying_multiple":
            args["N"] = rng.randrange(1, 4)
            text = rng.choice(["******", "\n******\n", " ****** "]).join(rng.choice([form, prompt, prompt, prompt, prompt.upper()]) for _ in range(rng.randrange(1, 4)))
        if name == "new:copy_span_idx":
            a = rng.randrange(1, max(2, len(prompt)))
            b = rng.randrange(1, len(prompt) + 3)
            args.update(n_start=a, n_end=b)
            span = prompt[a:b]
            text = rng.choice([span, span.upper(), prompt[a:b + 1], span + " ", prompt]) or "x"
        return args, text
    if name == "startend:end_checker":
        phrase = rng.choice(["Any questions?", " The End. ", "ΟΔΟΣ", "İ", "é!", '"quoted"', "K", "ſ", "x"])
        form = rng.choice([phrase, phrase.strip(), phrase.upper(), phrase.lower(), phrase[:-1]])
        return {"end_phrase": phrase}, prose(4) + rng.choice([" ", "", "\n"]) + form + rng.choice(["", " ", '"', '" ', '""\n', ".", ' "', "\xa0", "ΟΔ"])
    if name == "startend:quotation":
        return {}, soup(['"', '"', "a", " ", "\n", "“", "”", "'", "\xa0"], 6)
    if name == "change_case:capital_word_frequency":
        return {"capital_frequency": rng.randrange(0, 8), "capital_relation": rng.choice(REL)}, anything(["NASA", "I", "A", "U.S.", "CAN'T", "DON'T", "IT'S", "GPT-4", "É", "AND/OR", '"HELLO"', "Ⅷ", "ⓐ", "ª", "ABC.", "X.Y", "THE,"])
    if name == "punctuation:no_comma":
        return {}, anything([",", "，", "、"]) if rng.random() < 0.5 else soup(["a", "，", " ", ";"], 9)
    if name == "punctuation:punctuation_dot":
        return {}, soup(["a", "。", " ", "…", ".", "!"], 5)
    if name == "punctuation:punctuation_exclamation":
        return {}, soup(["a", "！", " ", "…", ".", "!"], 5)
    if name == "copy:repeat_phrase":
        phrase = rng.choice(["the brown dog ran home", "a b c", "x", "the end the", "ein kleiner Hund", "U.S. is big", "a b"])
        words = phrase.split()
        def variant():
            w = list(words)
            for _ in range(rng.choice([0, 1, 1, 1, 1, 1, 2])):
                w[rng.randrange(len(w)) if rng.random() < 0.3 or len(w) < 3 else rng.randrange(1, len(w) - 1)] = rng.choice(["red", "cat", "the", "x"])
            if rng.random() < 0.1:
                w.insert(rng.randrange(len(w)), "extra")
            return rng.choice([" ", " ", " ", "  ", "\n"]).join(w)
        return {"phrase": phrase, "small_n": rng.randrange(1, 4)}, rng.choice([". ", " ", "\n", " and "]).join(variant() for _ in range(rng.randrange(1, 5)))
    if name == "detectable_format:sentence_hyphens":
        parts = [rng.choice(["One.", "Two two!", "Three?", "Mr. X went.", "No stop", "1.5 apples.", "e.g.", "a", " x.", "A.B. He"]) for _ in range(rng.randrange(1, 5))]
        return {}, rng.choice(["-", "-", " - ", "- ", " "]).join(parts)
    if name == "keywords:no_adjacent_consecutive":
        return {}, rng.choice([" ", "\n", "\xa0"]).join(rng.choice(["apple", "Bat", "cat", "dog", "zoo", "axe", "1", "2", "@", "é", "ê", "İx", "Σ", "τ", "C", "E", "G", "I"]) for _ in range(rng.randrange(1, 7)))
    if name == "detectable_format:square_brackets":
        return {}, rng.choice([" ", "\n", "\xa0"]).join(rng.choice(["[a]", "[b]", "[c].", "[", "]", "[]", "[d", "[é]"] + ["[x]"] * 8) for _ in range(rng.randrange(1, 6)))
    if name == "detectable_format:bigram_wrapping":
        return {}, " ".join(rng.choice(["<<a b>>", "<<a", "b>>", "<<c d>>", "x", "<<e\nf>>", "<<a>> <<b>>"] + ["<<I am>>"] * 6) for _ in range(rng.randrange(1, 5)))
    if name in ("paragraphs:paragraphs", "paragraphs:paragraphs2"):
        return {}, soup(["***", "\n\n", "\n", "a", "b c", " ", "\xa0", "*", " *** ", "\n***\n", "\n\n\n"], 9)
    if name in ("first_word:first_word_sent", "first_word:first_word_answer", "last_word:last_word_sent", "last_word:last_word_answer"):
        key = "first_word" if "first" in name else "last_word"
        w = rng.choice(["stone", "Stone", " stone ", "don't", "ΟΔΟΣ", "dont", "x", "Mr"])
        def sent():
            inner = prose(rng.randrange(1, 4))
            form = rng.choice([w, w.strip(), w.upper(), w.lower(), w.strip() + ",", '"' + w.strip() + '"', "x"] + [w.strip()] * 6)
            return (form + " " + inner if key == "first_word" else inner + " " + form) + rng.choice([".", "!", "?", "...", ' ."', '."', "", ".\n", ".”", " ."])
        return {key: w}, rng.choice([" ", "\n", "", "\xa0"]).join(sent() for _ in range(rng.choice([1, 1, 2, 3]))).strip() or "x"
    if name == "count:lowercase_counting":
        return {"N": rng.randrange(1, 8)}, anything(["word", "naïve", "Éa", "a1", "a_b", "aé", "K"])
    if name == "count:counting_composition":
        n, m = rng.randrange(1, 3), rng.randrange(2, 6)
        def s():
            k = m - 1 + rng.choice([0, 0, 0, 0, 0, 0, 0, 1, -1])
            return " ".join(rng.choice(["sun", "moon", "Stone", "go", "don't", "x,"] + ["sun", "red", "blue"] * 4) for _ in range(max(1, k))) + rng.choice([".", ".", ".", "!", "?", ""])
        def p():
            return " ".join(s() for _ in range(n + rng.choice([0] * 12 + [1])))
        return {"n_sent": n, "n_words": m}, rng.choice(["\n***\n", " *** ", "***", "\n\n***\n\n"]).join([p() for _ in range(rng.choice([3, 3, 3, 3, 2, 4]))] + rng.choice([[], [], [], [""]]))
    if name == "count:count_unique":
        return {}, rng.choice([" ", " ", ", ", ". "]).join(rng.sample(["one", "two", "three", "One", "don't", "n't", '"a"', "''", "``", "x.", "y!", "'s", "it's"], rng.randrange(1, 8)))
    if name == "keywords:palindrome":
        return {}, rng.choice([" ", "\n"]).join(rng.choice(["level", "Level", "noon.", "ab", "cd", "éé", "é́é", "xy", "12", "ab,", "wow!", "日本", "日本日"]) for _ in range(rng.randrange(1, 5)))
    if name == "keywords:keyword_specific_position":
        k = rng.choice(["river", "River", ",", "n't", "``", "U.S.", " stone ", "."])
        return {"keyword": k, "n": rng.randrange(1, 4), "m": rng.randrange(1, 5)}, prose(rng.randrange(4, 20), [k, ". ", "river", "don't", '"river"', "! "], 0.6)
    if name == "keywords:start_end":
        w = rng.choice(["sun", "Sun", "ΟΔΟΣ", "don't", '"', "x"])
        return {}, w + " " + prose(rng.randrange(0, 4)) + rng.choice([w, w.upper(), w.lower(), "y"]) + rng.choice(["", "", ".", " "])
    if name.startswith("change_case:english"):
        text = mutated(["A", "a", "é"])
        return {}, rng.choice([text.upper(), text.lower(), text, "123 !!", "Ⅷ 12", "ª 1"])
    if name == "language:response_language":
        return {"language": rng.choice(["en", "de", "fr", "ja", "hi", "es"])}, mutated()
    raise KeyError(name)


CLASSIC = {
    "keywords:existence": classic.KeywordChecker, "keywords:frequency": classic.KeywordFrequencyChecker,
    "keywords:forbidden_words": classic.ForbiddenWords, "keywords:letter_frequency": classic.LetterFrequencyChecker,
    "language:response_language": classic.ResponseLanguageChecker,
    "length_constraints:number_sentences": classic.NumberOfSentences,
    "length_constraints:number_paragraphs": classic.ParagraphChecker,
    "length_constraints:number_words": classic.NumberOfWords,
    "length_constraints:nth_paragraph_first_word": classic.ParagraphFirstWordCheck,
    "detectable_content:number_placeholders": classic.PlaceholderChecker,
    "detectable_content:postscript": classic.PostscriptChecker,
    "detectable_format:number_bullet_lists": classic.BulletListChecker,
    "detectable_format:constrained_response": classic.ConstrainedResponseChecker,
    "detectable_format:number_highlighted_sections": classic.HighlightSectionChecker,
    "detectable_format:multiple_sections": classic.SectionChecker,
    "detectable_format:json_format": classic.JsonFormat, "detectable_format:title": classic.TitleChecker,
    "combination:two_responses": classic.TwoResponsesChecker, "combination:repeat_prompt": classic.RepeatPromptThenAnswer,
    "startend:end_checker": classic.EndChecker, "startend:quotation": classic.QuotationChecker,
    "change_case:capital_word_frequency": classic.CapitalWordFrequencyChecker,
    "change_case:english_capital": classic.CapitalLettersEnglishChecker,
    "change_case:english_lowercase": classic.LowercaseLettersEnglishChecker,
    "punctuation:no_comma": classic.CommaChecker,
}
TRAIN = {k: v for k, v in instructions_registry.INSTRUCTION_DICT.items() if k not in CLASSIC}
RANDOM = {"language:response_language", "change_case:english_capital", "change_case:english_lowercase"}


def valid(pattern):
    try:
        re.compile(pattern)
        return True
    except re.error:
        return False


def decide(checker, args, text):
    check = checker("x")
    check.build_description(**args)
    return bool(check.check_following(text))


with open(out, "w", encoding="utf-8") as file:
    for catalog, registry in (("ifeval", CLASSIC), ("iftrain", TRAIN)):
        for name in sorted(registry):
            total = int(count) if name not in RANDOM else max(10, int(count) // 50)
            done = passed = broken = 0
            for _ in range(total):
                args, text = case(name)
                text = text.encode("utf-8", "replace").decode("utf-8")
                if not text.strip():
                    continue
                try:
                    verdict = decide(registry[name], args, text)
                    if name in RANDOM and any(decide(registry[name], args, text) != verdict for _ in range(4)):
                        continue
                except Exception:
                    broken += 1
                    continue
                # A list is refused here for one pattern that is not valid; the reference may decide before it gets there.
                if any(not valid(k) for k in args.get("keywords", []) + args.get("forbidden_words", [])):
                    continue
                done += 1
                passed += verdict
                file.write(json.dumps({"catalog": catalog, "id": name, "kwargs": args, "response": text, "verdict": verdict}, ensure_ascii=False) + "\n")
            print(f"{catalog} {name}: {done} cases, {passed} pass, {broken} not decided", file=sys.stderr)
