#!/usr/bin/env python3
# Part of Assay. SPDX-License-Identifier: Apache-2.0
"""Makes constraints and responses by the thousand and writes what MulDimIF's own checkers say of them.

    python3 scripts/differential/muldimif.py --reference MulDimIF/Code/evaluation --data shared/data/muldimif \
        --cases 20000 --seed 1 --out cases.jsonl

Needs nltk with punkt_tab, and zhconv. Each line has a response and verdicts: first level, second level, sentence, and
true, false, or null where the checker raised an error. Read by `MulDimIFAgreementTests`:

    ASSAY_DIFFERENTIAL_MULDIMIF=cases.jsonl NLTK_DATA=… swift test -c release --filter MulDimIFAgreementTests/differential
"""
import argparse
import gzip
import json
import os
import random
import re
import sys
import warnings

warnings.filterwarnings("ignore")

parser = argparse.ArgumentParser()
parser.add_argument("--reference", required=True)
parser.add_argument("--data", required=True)
parser.add_argument("--cases", type=int, default=20000)
parser.add_argument("--seed", type=int, default=1)
parser.add_argument("--out", required=True)
parser.add_argument("--sweep", action="store_true", help="every sentence of the test set, several times")
options = parser.parse_args()

sys.path.insert(0, options.reference)
from scripts import *  # noqa: E402,F403

source = open(os.path.join(options.reference, "evaluation.py"), encoding="utf-8").read()
names = dict(globals())
exec(source[source.index("class_mapping = {") : source.index("# use variable selection class")], names)
CHECKERS = names["class_mapping"]
KNOWN = names["constraint_mapping"]

rng = random.Random(options.seed)


def lines(name):
    with gzip.open(os.path.join(options.data, name), "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


SENTENCES = {}
for record in lines("test.jsonl.gz"):
    for first, second, sentence in record["constraints"]:
        SENTENCES.setdefault(f"{first}_{second}", set()).add(sentence)
SELF = {
    "Content_Others": "Content_Identifiers", "Format_Others": "Format_XML",
}
for record in lines("selftests_dev.jsonl.gz"):
    SENTENCES.setdefault(SELF.get(record["checker"], record["checker"]), set()).add(record["constraint"])
SENTENCES = {key: sorted(value) for key, value in sorted(SENTENCES.items())}
ALL = sorted({sentence for value in SENTENCES.values() for sentence in value})
RESPONSES = [record["response"] for record in lines("golden_dev.jsonl.gz")]
RESPONSES += [record["response"] for record in lines("selftests_dev.jsonl.gz")]

pick = rng.choice
WORDS = "the a sun moon River data MODEL Über naïve ΣΊΣΥΦΟΣ straße 3.14 e.g. U.S. Dr. x1 don't café İstanbul ﬁne 它 中文 台灣 简体 繁體 12 ½ -- ... Mr. Smith k K ſun Kelvin".split()
NUMBERS = "0 1 2 3 4 5 6 8 10 12 15 20 25 50 100 150 1,000 one two three four five six seven eight nine ten eleven twelve fifteen sixteen twenty twenty-five thirty fifty hundred once twice 一 两 三 ５".split() + ["one hundred", "two hundred fifty", "five to ten", "ninety nine"]
UNITS = ["word", "words", "sentence", "sentences", "paragraph", "paragraphs", "rows", "row", "columns", "column", "levels", "level", "heading levels", "nesting levels", "levels of nesting", "attributes", "references", "times", "characters", "words long", "个字", "字", "个句子", "句话", "个段落", "-word", "topic sentences", "distinct paragraphs", "block quotes", "object nesting levels", "visual elements or attributes"]
RELATIONS = ["at least", "at most", "no more than", "exactly", "not exceed", "must not exceed", "not exceeding", "a minimum of", "a maximum of", "minimum of", "maximum of", "limited to", "between", "range:", "range", "within", "within a limit of", "limit of", "no longer than", "no fewer than", "no less than", "not surpass", "a total of", "at least:", "at most:", "up to", "under", "less than", "最多", "至少", "最多包含", "在", "should contain", "must contain", "into", "consists of", "consisting of", "be composed of", "and at most", "and at least", "title must not exceed", "row limit of", "column limit of", "limit it to", "limit the table to", "limit the number of rows to", "must be", "object nesting levels must be", "nesting level of", "not have more than", "a maximum length of", "not to exceed", "maximum"]
JOINS = [" to ", " and ", "-", " - ", "–", "到", " 到 "]
OPEN = ["'", '"', "“", "「", "`", '""', "‘"]
CLOSE = ["'", '"', "”", "」", "`", '""', "’"]
TARGETS = ["each", "Each", "every", "any", "all", "each entry in the table", "Each bullet point", "each cell", "each paragraph", "every item", "each word", "Each sentence", "each heading", "company", "the table headers", "the answer", "shall", "each section", "table entries", "JSON keys", "JSON values", "headings", "each row", "each series", "the title", "each game idea"]
VERBS = ["must", "should", "needs to", "has to", "must not", "should be", "must be", "is", "must include", "avoid", "exclude", "do not use", "must end with", "must not end with", "includes", "contain", "consists of", "must start with", "should begin with the identifier", "avoid using the term", "must be avoided", "includes the keyword", "avoids the keyword", "must appear multiple times", "must use capitalized letters for each word", "is a single word", "must end with a period", "be in all uppercase letters", "lowercase", "capitalized", "in capitalized form", "must include columns for", "columns should be", "columns:", "include columns for", "use heading level", "a heading level", "a level 2 heading", "level 1 heading titled", "use block quotes", "bold", "bullet points", "must begin with a level 2 heading", "heading levels must not exceed", "use heading levels", "include headings", "must be limited to level", "presented in a single column", "in a single sentence", "be a single paragraph", "followed by a `~`", "if a table is included", "markdown", "Number of attributes must be exactly", "Must include", "in Simplified Chinese", "Traditional Chinese characters", "Must use"]
MARKS = ["a period", "periods", "a question mark", "an exclamation mark", "a semicolon", "punctuation marks", "any punctuation mark", "a period or a question mark", "a period followed by a `~`"]


def quoted():
    index = pick(range(len(OPEN)))
    inner = " ".join(pick(WORDS + ["sun", "moon"]) for _ in range(pick([1, 1, 2])))
    return OPEN[index] + inner + pick(["", "", ",", "."]) + pick([CLOSE[index]] * 8 + CLOSE)


def made_sentence():
    parts = []
    for _ in range(pick([1, 2, 2, 3, 4])):
        kind = rng.random()
        if kind < 0.4:
            number = pick(NUMBERS)
            if rng.random() < 0.35:
                number += pick(JOINS) + pick(NUMBERS)
            parts.append(" ".join([pick(RELATIONS), number, pick(UNITS)]) if rng.random() < 0.9 else pick(RELATIONS) + number + pick(UNITS))
        elif kind < 0.55:
            parts.append(pick(TARGETS) + " " + pick(VERBS))
        elif kind < 0.75:
            parts.append(pick(VERBS) + " " + pick([quoted, quoted, lambda: pick(MARKS), lambda: pick(NUMBERS)])())
        elif kind < 0.85:
            parts.append(quoted() + pick([", ", " and ", " or ", " OR "]) + quoted())
        else:
            words = pick(ALL).split(" ")
            start = rng.randrange(len(words))
            parts.append(" ".join(words[start : start + rng.randrange(1, 8)]))
    sentence = pick(["", "The answer ", "Ensure that ", '"', "The table ", "the response "]) + pick([" ", ", ", " and ", ",", ". "]).join(parts)
    return sentence + pick(["", ".", '"', "\n"])


def mutated_sentence(sentence):
    for _ in range(pick([1, 1, 2, 3])):
        kind = rng.randrange(9)
        if kind == 0:
            sentence = re.sub(r"\b(\d+|one|two|three|four|five|six|seven|eight|nine|ten)\b", lambda _: pick(NUMBERS), sentence, count=1)
        elif kind == 1:
            words = sentence.split(" ")
            del words[rng.randrange(len(words))]
            sentence = " ".join(words)
        elif kind == 2:
            words = sentence.split(" ")
            words.insert(rng.randrange(len(words) + 1), pick(["each", "any", "table", "words", "exactly", "at", "two", "OR", "the", "not", "paragraph", "all", "'sun'", '"moon"']))
            sentence = " ".join(words)
        elif kind == 3:
            sentence = pick([str.upper, str.lower, str.title, str.swapcase])(sentence)
        elif kind == 4:
            sentence = sentence.replace("'", pick(OPEN)).replace('"', pick(OPEN + CLOSE))
        elif kind == 5:
            sentence = pick(['"', "'", '"""', " ", "\n"]) + sentence + pick(['"', "'", '"""', ".", "\n", " "])
        elif kind == 6:
            other = pick(ALL)
            sentence = sentence[: rng.randrange(len(sentence) + 1)] + pick(["", " ", ", ", ","]) + other[rng.randrange(len(other) + 1) :]
        elif kind == 7:
            sentence = sentence.replace(" ", pick(["  ", "\t", "\n", " ", "\u00a0", "-"]), pick([1, 1, 3]))
        else:
            sentence = re.sub(r"at least|at most|no more than|exactly|must not exceed|between", lambda _: pick(RELATIONS), sentence, count=1)
    return sentence


def words(count):
    return " ".join(pick(WORDS + ["sun", "moon", "river", "Sun", "Hello", "World"]) for _ in range(count))


def table():
    columns = rng.randrange(1, 5)
    rows = []
    head = [pick(["Name", "Title", "Film Title", "Release Year", "Author", "Year", "price", "NAME", "name", "", "# Head", "Description", "Entry", "Name"]) for _ in range(columns)]
    rows.append("| " + " | ".join(head) + " |")
    if rng.random() < 0.8:
        rows.append("|" + "|".join(pick(["---", "-", ":--:", " --- ", "----", "**"]) for _ in range(columns)) + "|")
    for _ in range(rng.randrange(0, 8)):
        width = columns if rng.random() < 0.9 else rng.randrange(0, 5)
        rows.append(pick(["", "", " "]) + "| " + " | ".join(words(rng.randrange(0, 5)) + pick(["", ".", "!", ""]) for _ in range(width)) + pick([" |", " |", "|", "", " | "]))
    return pick(["", "", "Text\n", "\n", "# H\n\n"]) + "\n".join(rows) + pick(["", "\n", "\nafter", "\n| x"])


def json_text():
    def value(depth):
        kind = rng.random()
        if depth <= 0 or kind < 0.4:
            return pick([1, -0.0, 1e22, 1.5, 1e-7, 123456789012345678, True, None, words(2), "it's", 'a "q"', "x\ny", "\u00a0z", []])
        if kind < 0.75:
            return {pick(["name", "Title", "entry", "sun", "Key One"]): value(depth - 1) for _ in range(rng.randrange(0, 4))}
        return [value(depth - 1) for _ in range(rng.randrange(0, 4))]

    text = json.dumps(value(rng.randrange(0, 5)), ensure_ascii=rng.random() < 0.5, indent=pick([None, 2]))
    if rng.random() < 0.1:
        text = text[: rng.randrange(len(text) + 1)]
    if rng.random() < 0.5:
        text = pick(["", "Here:\n"]) + "```json" + pick(["\n", " ", ""]) + text + pick(["\n```", "```", "", "\n``` more ```"])
    return text


def xml_text():
    tags = []
    for _ in range(rng.randrange(0, 5)):
        attributes = "".join(pick([" ", "\n ", ""]) + pick(["a", "b:c", "x-y", "n1", "é", "-z", "k-"]) + pick(["=", "=", " = "]) + pick(['"', "'"]) + words(rng.randrange(0, 2)) + pick(['"', "'", '"']) for _ in range(rng.randrange(0, 6)))
        tags.append(pick(["<", "< ", "</"]) + pick(["tag", "a:b", "_x", "1x"]) + attributes + pick([">", "/>", " />", " ", "/"]))
    text = pick(["", " text "]).join(tags)
    return pick(["", "see ```xml\n", "```xml"]) + text + pick(["", "\n```"]) if rng.random() < 0.5 else text


def list_text():
    style = pick(["- ", "* ", "+ ", "1. ", "2) ", "• ", "-", " - ", "  * ", "1.", "10.  "])
    return "\n".join(style + words(rng.randrange(0, 6)) + pick([".", "!", "?", ";", "", ". Sun.", ": x", " "]) for _ in range(rng.randrange(1, 6)))


def heading_text():
    parts = []
    for _ in range(rng.randrange(0, 6)):
        parts.append(pick(["", " "]) + "#" * rng.randrange(0, 8) + pick([" ", " ", "", "  ", "\t"]) + words(rng.randrange(0, 3)) + pick(["", "?", " "]))
        parts.append(pick(["", words(3) + ".", "> " + words(2), "**bold** x", "__b__", "- item", "---", "===", "* * *", "**x", "\n"]))
    return "\n".join(parts)


def plain_text():
    parts = [words(rng.randrange(0, 9)) + pick([".", "!", "?", "...", ";", "", ".~", ":", "。", ' "quoted."', "’"]) for _ in range(rng.randrange(0, 12))]
    return pick([" ", "\n", "\n\n", "  ", "\n\n\n", "\n \n"]).join(parts)


def odd_text():
    return pick(["", " ", "\n", "\n\n", "#", "##", "# \n\nfoo", "#\nfoo", "## ", "|", "||", "|a|", "a|b", "| |", "null", "{}", "[]", "[1]", '"x"', "{", "Sources: a", "Sources:\n", "x Sources: y\n", "Sources: Sources:", "Sources:\n\n b", "[1]", "(Smith, 2020)", "( Smith, 2020 )", "**", "****", "** **", "__", "-\nfoo", "-\n", "• a.\n• b", "---", "*", "- ", "1. ", "1.\n", "\u3000", "‘", "“中文”", "「中文」", "中文。", "😀 😀 😀. ok!", "a'b", "\ufeff{}", "\x1c", "a\x0bb", "a\rb", "ß", "ŉ", "ǆ", "ǅ", "İ", "ı", "K", "ﬀ", "ΑΣ", "ας"])


def mutated(text):
    for _ in range(pick([0, 1, 1, 2, 3])):
        kind = rng.randrange(11)
        if kind == 0:
            text = text[: rng.randrange(len(text) + 1)]
        elif kind == 1:
            text = text[rng.randrange(len(text) + 1) :]
        elif kind == 2:
            text = pick([str.upper, str.lower, str.title, str.swapcase, str.capitalize])(text)
        elif kind == 3:
            text = text.replace("\n", pick(["\n\n", " ", "\r\n", "\n \n"]))
        elif kind == 4:
            place = rng.randrange(len(text) + 1)
            text = text[:place] + pick([" 'sun' ", "。", "\n", "|", "`", '"', "#", " ", "中", "\u00a0", "\n\n", "…", "é", "!", "?", "."]) + text[place:]
        elif kind == 5:
            text = text.rstrip() + pick([".", "!", "?", ";", "", "...", ".~", " ", "\n", ")", '."', "。"])
        elif kind == 6:
            text = pick([table, json_text, list_text, heading_text])() + pick(["\n", "\n\n"]) + text
        elif kind == 7:
            text = text + pick(["\n", "\n\n"]) + pick([table, json_text, list_text, heading_text])()
        elif kind == 8:
            text = text.strip()
        elif kind == 9:
            text = " ".join(text.split()[: rng.randrange(120)])
        else:
            text = "\n".join(pick(["", "> ", "# ", "- ", "| "]) + line for line in text.split("\n"))
    return text


def response():
    kind = rng.random()
    if kind < 0.3:
        return mutated(pick(RESPONSES))
    return mutated(pick([table, json_text, xml_text, list_text, heading_text, plain_text, plain_text, odd_text])())


def with_keywords(text, sentence):
    if rng.random() < 0.4:
        for keyword in re.findall(r"[\"'“「]([^\"'”」]{1,40})", sentence):
            if rng.random() < 0.8:
                keyword = pick([str, str, str.upper, str.lower, str.title])(keyword)
                place = rng.randrange(len(text) + 1)
                text = text[:place] + pick([" ", "", " "]) + keyword + pick([" ", "", ".", " "]) + text[place:]
    return text


def judged(key, sentence, text):
    first, second = key.split("_", 1)
    try:
        verdict = bool(CHECKERS[key].check(sentence, text))
    except Exception:
        verdict = None
    return [first, second, sentence, verdict]


KEYS = sorted(KNOWN)
with open(options.out, "w", encoding="utf-8") as out:
    def write(text, verdicts):
        try:
            line = json.dumps({"response": text, "verdicts": verdicts}, ensure_ascii=False)
            line.encode("utf-8")
        except UnicodeEncodeError:
            return
        out.write(line + "\n")

    if options.sweep:
        for key, sentences in SENTENCES.items():
            for sentence in sentences:
                for _ in range(4):
                    text = with_keywords(response(), sentence)
                    write(text, [judged(key, sentence, text)])
    for _ in range(options.cases):
        key = pick(KEYS) if rng.random() < 0.5 else pick(sorted(SENTENCES))
        base = pick(SENTENCES.get(key, ALL))
        kind = rng.random()
        sentence = base if kind < 0.3 else mutated_sentence(base) if kind < 0.65 else made_sentence()
        verdicts = []
        text = with_keywords(response(), sentence)
        verdicts.append(judged(key, sentence, text))
        write(text, verdicts)
