#!/usr/bin/env python3
# Part of Assay. SPDX-License-Identifier: Apache-2.0
"""Prints texts and what langdetect makes of them, for LanguageDifferentialTests to compare with.

Needs Python 3.11 (Unicode 14.0) and langdetect 1.0.9; without them it ends with status 3. One JSON object a line:
    {"text": …, "features": the number of n-grams, "answers": {code: how many of the runs gave it}}
No answer stands where langdetect finds no features. Texts come from the JSON Lines files given (the members `response`
and `text`, `.gz` or not), whole, cut, in other case, mixed; without files, and for a third of the texts in any case, they
are written at random from langdetect's own n-gram statistics, from scripts, addresses, marks and code.

    python3 scripts/language_differential.py [--texts 300] [--runs 8] [--seed 1] [FILE.jsonl[.gz] …]
"""
import argparse, collections, gzip, json, random, sys, unicodedata

if unicodedata.unidata_version != "14.0.0":
    sys.exit(3)
try:
    from langdetect import detector_factory
    from langdetect.lang_detect_exception import LangDetectException
except ImportError:
    sys.exit(3)

parser = argparse.ArgumentParser()
parser.add_argument("--texts", type=int, default=300)
parser.add_argument("--runs", type=int, default=8)
parser.add_argument("--seed", type=int, default=1)
parser.add_argument("files", nargs="*")
options = parser.parse_args()
rng = random.Random(options.seed)
detector_factory.init_factory()
factory = detector_factory._factory


def walks():
    """For each language, what may follow a pair of characters and how often."""
    table = {name: collections.defaultdict(lambda: ([], [])) for name in factory.langlist}
    for gram, shares in factory.word_lang_prob_map.items():
        if len(gram) != 3: continue
        for name, share in zip(factory.langlist, shares):
            if share:
                followers, weights = table[name][gram[:2]]
                followers.append(gram[2])
                weights.append(share)
    return table


WALKS = walks()


def invented(name, length):
    """A text in the manner of a language."""
    table, text = WALKS[name], ""
    starts = [pair for pair in table if pair[0] == " "] or list(table)
    while len(text) < length:
        pair = rng.choice(starts)
        text += pair
        while pair in table and len(text) < length:
            following = rng.choices(*table[pair])[0]
            text += following
            pair = pair[1] + following
            if following == " ": break
    return text


def documents():
    found = []
    for path in options.files:
        with (gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8")) as lines:
            for line in lines:
                record = json.loads(line)
                text = record.get("response", record.get("text"))
                if isinstance(text, str) and text: found.append(text)
    return found


DOCUMENTS = documents()
ADDRESSES = ["https://example.org/a-b?c=d&e=f#g", "http://x.y", "http://", "https://", "mail@example.org", "a.b@c", "a@b.c.d",
             "@user", "me@h", "x@yy", "x@y-", "x@y.", "httpshttp://é", "http://http://a", "a@b@c.de", "http://a@b.com"]
FRAGMENTS = ["def f(x): return x", "|---|---|\n| a | b |", "12345", "…", "“”’—", "😀", "a\u0301e\u0300O\u0323", "\u01b0\u0309",
             "x\u0301", "[[_]]^`", "ABC", "ΑΒΓ", "АБВГД", "日本語", "中文字", "한국어", "ひらがな", "カタカナ", "ไทย", "العربية",
             "עברית", "ẠạỲ", "\ufffd", "\u00a0", "ǅ", "𝐀𝐁", "ß", "ẞ", "ıİ", "ㄅㄆ", "șțşţ", "ی"]


def varied(text):
    kind = rng.randrange(9)
    at = rng.randrange(len(text)) if text else 0
    if kind == 0: return text
    if kind == 1: return text[:rng.randint(1, 400)]
    if kind == 2: return text[at:at + rng.randint(1, 300)]
    if kind == 3: return text.upper()[:2000]
    if kind == 4: return text.lower()[:2000]
    if kind == 5: return rng.choice(text.split("\n"))
    if kind == 6: return " ".join(text.split()[at % 50:][:rng.randint(1, 12)])
    if kind == 7: return text[:300] + "\n" + source(False)[:300]
    return text.swapcase()[at:at + 500]


def source(may_read=True):
    kind = rng.randrange(3)
    if kind and DOCUMENTS and may_read: return rng.choice(DOCUMENTS)
    if kind == 0 and rng.random() < 0.3:
        return rng.choice(["", " "]).join(rng.choice(rng.choice([ADDRESSES, FRAGMENTS, FRAGMENTS])) for _ in range(rng.randint(1, 12)))
    return invented(rng.choice(factory.langlist), rng.choice([5, 20, 60, 200, 800]))


for _ in range(options.texts):
    text = varied(source())
    if any(0xD800 <= ord(c) < 0xE000 for c in text): continue
    detector = factory.create()
    detector.append(text)
    answers = collections.Counter()
    detector.cleaning_text()
    features = len(detector._extract_ngrams())
    try:
        for _ in range(options.runs):
            detector.langprob = None
            answers[detector.detect()] += 1
    except LangDetectException:
        pass
    print(json.dumps({"text": text, "features": features, "answers": answers}, ensure_ascii=False))
