#!/usr/bin/env python3
# Part of Assay. SPDX-License-Identifier: Apache-2.0
"""Makes constraints and responses by the thousand and writes what MulDimIF's own checkers say of them.

    python3 scripts/differential/muldimif.py --reference MulDimIF/Code/evaluation --data shared/data/muldimif \
        --cases 20000 --seed 1 --out cases.jsonl

Needs nltk with punkt_tab, and zhconv. Each line has a response and verdicts: first level, second level, sentence, and
true, false, or null where the checker raised an error. Read by `MulDimIFAgreementTests`:

    ASSAY_DIFFERENTIAL_MULDIMIF=cases.jsonl NLTK_DATA=… swift test -c release --disable-testable-imports --filter MulDimIFAgreementTests/differential
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


CHINESE = list("这是简体字我喜欢学习語言漢國說話台湾灣后後里裡面麵干乾幹发發髮吃喫床秘群粽著着「」『』“”‘’，。妳你皇沈林頭头體体龍龙")


def chinese_text():
    return "".join(pick(CHINESE) for _ in range(rng.randrange(0, 30))) + pick(["", " ok", "。", "沈林", "中国是一个国家"])


def fixed_text():
    return pick([
        lambda: pick(["", "## ", " # "]) + pick(["List of Models:", "Absolutely! Here's", "The following are free government grant websites:", "Example:"]) + " " + words(3),
        lambda: words(3) + pick([" ", "\n", "."]) + "Sources:" + pick(["", " ", "\n", " \n\n"]) + pick(["[1] a", "x\ny", "", "z\n"]),
        lambda: words(3) + pick(["[1]", "[12", "[٣]", "(Smith, 2020)", "(Smith,2020)", "( Müller,  2020 )", "[]", "[1][2][3]", "(A, 20201)"]) * rng.randrange(0, 12),
        lambda: words(2) + pick([" Pristine ", " P1", " aP", " Pé", "P", " P_", "-Pa-"]) + words(1),
        lambda: ". ".join(words(1) + pick(["😀 😀 😀", "😀😀😀", "😀 a 😀", "中 a 文 b 字", ""]) for _ in range(3)),
        lambda: pick(["old steam trains", "steam"]) + " " + pick(["the famous DNA model", "DNA model"]),
        lambda: "x" * pick([199, 200, 201, 399, 400, 401]) + pick(["", "é", " "]),
        lambda: pick(["> q", ">", " > q", "<BLOCKQUOTE>", "a\n> b", "<tr><TR>" * 3]),
        xml_text, list_text,
    ])()


KINDS = {
    "Format_Json": [json_text], "Json_": [json_text], "Format_Table": [table], "Table_": [table], "Format_XML": [xml_text],
    "XML_": [xml_text], "Format_Markdown": [heading_text], "Markdown_": [heading_text], "Language_Chinese": [chinese_text],
    "Language_English": [table, json_text, heading_text, plain_text], "Length_": [plain_text, list_text, json_text, table],
    "Content_Keywords": [plain_text, list_text, json_text, table], "Content_Punctuation": [plain_text, list_text, table],
    "": [fixed_text, fixed_text, list_text, table],
}


def fitting_response(key):
    if rng.random() < 0.3:
        return response()
    kinds = next(value for prefix, value in KINDS.items() if key.startswith(prefix))
    text = pick(kinds)()
    if key.startswith("Language_English"):
        text = pick([str, str.upper, str.lower, str.title])(text)
    return mutated(text) if rng.random() < 0.3 else text


def each_sentence():
    """Sentences on elements, and others with one number in many forms."""
    number, unit = pick(NUMBERS), pick(UNITS[:8] + UNITS[10:14])
    target = pick(["name", "title", "cell", "entry", "film title", "item", "bullet point", "description", "Name", "sentence", "price"])
    return pick([
        lambda: f"{pick(['Each', 'each', 'The', 'Each entry in the'])} {target} {pick(['must', 'should', 'column must'])} {pick(['contain', 'be'])} {pick(RELATIONS[:12])} {number} {pick(['words', 'words', unit])}",
        lambda: f"{pick(['Each', 'Every', 'each'])} {target} {pick(['must', 'should', 'needs to', 'has to'])} {pick(['include', 'contain', 'avoid using the term', 'must end with a period and include'])} {quoted()}{pick(['', ' at least twice', ' and ' + quoted(), ' OR ' + quoted()])}",
        lambda: f"Each word must be {pick(['at most', 'at least', 'At most'])} {pick(['3', '5', '8', 'five'])} characters{pick(['', ' long'])}",
        lambda: f"The answer must {pick(['', 'contain ', 'include ', 'be ', 'have '])}{pick(RELATIONS)} {number}{pick(['', '', pick(JOINS) + pick(NUMBERS)])} {pick(UNITS)}{pick(['', '.', ' long', ' and ' + pick(RELATIONS) + ' ' + pick(NUMBERS) + ' ' + pick(UNITS)])}",
        lambda: f"{pick(TARGETS)} {target} {pick(['must', 'must not', 'should'])} {pick(['end with', 'use', 'not end with'])} {pick(MARKS)}",
        lambda: f"{pick(TARGETS)} {pick(['headings', 'table headers', 'table entries', 'table content', 'JSON keys', 'JSON values', 'words'])} must {pick(['be capitalized', 'be in all uppercase letters', 'be in lowercase', 'use capitalized letters for each word', 'be all-uppercase'])}",
        lambda: f"The response must {pick(['use', 'include', 'feature', 'be organized with'])} {pick(RELATIONS)} {number} {pick(['heading levels', 'levels', 'level 2 headings', 'heading level'])}{pick(['', ', H1 and H2', ' with bullet points', ' with bold', ', using block quotes'])}",
        lambda: f"If discussing {pick(['sun/moon', 'the sun/moon rise', 'sun', 'a / b'])}, the summary must include the keyword {quoted()}. If discussing river, the summary must include the keyword 'x1'",
        lambda: f"It includes the keyword {quoted()} and avoids the keyword {quoted()}",
        lambda: f"The {pick(['table', 'list'])} must {pick(['include columns for', 'include columns named', 'have columns:', 'include the'])} {pick([quoted(), quoted() + ', ' + quoted(), 'name and price, and year', 'title, author'])}",
        lambda: f"Each {pick(['entry', 'row', 'series', 'item', 'game'])} must include {pick(['the ', ''])}{pick(['film title and its release year', 'title, author, and year of publication', 'name and its price', 'sun, moon', 'name and their sun and moon'])}",
        lambda: f"Each {pick(['entry', 'row', 'item'])} should {pick(['be ', ''])}{pick(['presented', 'include', 'contained', 'show'])} {pick(['in', 'with', ''])} {pick(['sun', 'name and price', 'a single column'])}",
    ])()


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
        fixed = SENTENCES["Content_Identifiers"] + SENTENCES["Format_XML"]
        is_fixed = type(CHECKERS[key]).__name__ in ("Content_Others", "Format_Others")
        base = pick(fixed if is_fixed else SENTENCES.get(key) or SENTENCES[KNOWN[key]])
        kind = rng.random()
        sentence = base if kind < 0.3 else mutated_sentence(base) if kind < 0.6 else each_sentence() if kind < 0.82 else made_sentence()
        verdicts = []
        text = with_keywords(fitting_response(key), sentence)
        verdicts.append(judged(key, sentence, text))
        write(text, verdicts)
