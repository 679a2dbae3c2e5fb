#!/usr/bin/env python3
# Part of Assay. SPDX-License-Identifier: Apache-2.0
"""Writes cases for DifferentialTests: instruction, arguments, response, and the reference checker's verdict.

    NLTK_DATA=FOLDER python3 scripts/differential/ifbench.py --reference IFBench --responses data/*.jsonl.gz \
        --cases 3000 --seed 1 --out cases.jsonl

`--reference` is a checkout of github.com/allenai/IFBench (with the packages its README names). Responses are taken from
JSON lines with a field `response`, cut, mixed and mutated, and made up to lie close to each rule's edge. A checker that
raises counts as failed.
"""
import argparse, glob, gzip, io, json, random, string, sys, contextlib, unicodedata

parser = argparse.ArgumentParser()
parser.add_argument("--reference", required=True)
parser.add_argument("--responses", nargs="*", default=[])
parser.add_argument("--cases", type=int, default=1000)
parser.add_argument("--seed", type=int, default=1)
parser.add_argument("--only", nargs="*")
parser.add_argument("--out", required=True)
options = parser.parse_args()

sys.path.insert(0, options.reference)
with contextlib.redirect_stderr(io.StringIO()):
    from ifbench import instructions_registry, instructions  # noqa: E402
R = random.Random(options.seed)

pool = []
for pattern in options.responses:
    for path in glob.glob(pattern):
        opened = gzip.open(path, "rt") if path.endswith(".gz") else open(path)
        with opened as lines:
            pool += [json.loads(line)["response"] for line in lines]
pool = [p for p in pool if isinstance(p, str) and p.strip()] or ["Hello there. How are you?"]

ODD = list("'\"\"'`*-_#()[]{}<>.,!?;:/|&%$") + [
    " ", "\n", "\n\n", "\t", "\r", "\r\n", "\x0b", "\x0c", "\x1c", "\x85", "\xa0", "\u2028", "\u3000", "\u200b", "\ufeff",
    "é", "É", "ß", "İ", "ı", "ſ", "K", "Σ", "ς", "ö", "ñ", "—", "–", "…", "‽", "“", "”", "‘", "’", "«", "»", "😀", "🎉",
    "❤️", "🇫🇷", "👩‍💻", "©", "™", "♥", "☀", "1️⃣", "日本", "ひらがな", "カタカナ", "中文", "한국어", "नमस्ते", "ไทย", "٣", "१२",
    "½", "²", "Ⅷ", "ⓐ", "ª", "ǅ", "ﬁ", "e\u0301", "\u0301", "0", "7", "42", "a", "B", "z", "?!", "!?", "...", '""', "'\"'",
    "and", "But", "or,", "the", "I", "it's", "don't", "Dr.", "e.g.", "U.S.", "3.14", "1,000", "Emma", "Liam", "level",
    "<i>", "</i>", "<em>", "</em>", "Question 1:", "A)", "Zimbabwe", "bald eagle", "SEPARATOR", "!?!?",
]
WORDS = (
    "the a an of to and but or nor so yet for in on with cat dog river stone apple banana cherry dance eagle quick brown "
    "fox jumps over lazy madam level radar civic refer kayak rotor stats tenet noon Anna it they them who which none each "
    "strengths rhythms crypts empty world queue area idea I a 12 7 Mr. Mrs. why what is are was been being having does "
    "she's we're can't cannot won't gonna University beautiful syllable every fire hour business chocolate").split()


def word():
    return R.choice(WORDS)


def sentence(n=None):
    words = [word() for _ in range(n or R.randint(1, 9))]
    words[0] = words[0].capitalize()
    return " ".join(words) + R.choice([".", ".", ".", "?", "!", "", "...", ".\"", " 😀", "😀.", "?!"])


def prose():
    return R.choice([" ", "\n", "  ", "\n\n"]).join(sentence() for _ in range(R.randint(1, 6)))


def piece():
    text = R.choice(pool)
    limit = R.choice([20, 60, 200, 600, 1500])
    if len(text) > limit:
        start = R.randrange(0, len(text) - limit)
        text = text[start:start + limit]
    return text


def mutate(text, times=None):
    for _ in range(R.choice([0, 0, 1, 1, 2, 3, 6]) if times is None else times):
        i = R.randint(0, len(text))
        j = min(len(text), i + R.choice([0, 1, 1, 2, 5]))
        k = R.random()
        if k < 0.55:
            text = text[:i] + R.choice(ODD) + text[i:]
        elif k < 0.7:
            text = text[:i] + R.choice(ODD) + text[j:]
        elif k < 0.85:
            text = text[:i] + text[j:]
        elif k < 0.9:
            text = text[:i] + text[i:j].swapcase() + text[j:]
        elif k < 0.95:
            text = text[:i] + text[i:j] * 2 + text[j:]
        else:
            text = R.choice([str.upper, str.lower, str.title, str.strip])(text)
    return text


def soup():
    return "".join(R.choice(ODD) if R.random() < 0.5 else word() + R.choice(["", " ", " ", "\n"]) for _ in range(R.randint(1, 30)))


def anything():
    return mutate(R.choice([piece, piece, prose, soup])())


def joined(items, separators=(" ", " ", " ", "\n", ", ", ". ", "  ")):
    text = ""
    for index, item in enumerate(items):
        text += (R.choice(separators) if index else "") + item
    return text


def letters(n):
    return "".join(R.choice(string.ascii_lowercase) for _ in range(n))


def alphabet():
    start = R.randrange(26)
    items = [string.ascii_lowercase[(start + i) % 26] + letters(R.randint(0, 4)) for i in range(R.randint(1, 40))]
    return joined([R.choice([str, str.capitalize, str.upper])(i) for i in items])


def sentences_of(counts):
    return " ".join(sentence(max(1, c)) for c in counts)


def growth(n):
    start = R.randint(1, 5)
    return sentences_of([start + n * i for i in range(R.randint(1, 4))])


def chain():
    w = word()
    parts = []
    for _ in range(R.randint(1, 4)):
        v = word()
        parts.append(R.choice([str, str.capitalize])(w) + " " + " ".join(word() for _ in range(R.randint(0, 4))) + " " + v + R.choice(".?!"))
        w = v
    return " ".join(parts)


def framed():
    lines = []
    for _ in range(R.randint(1, 4)):
        w = word()
        lines.append(R.choice(["", "", "*", "- ", "\""]) + w.capitalize() + " " + " ".join(word() for _ in range(R.randint(0, 4)))
                     + " " + w + R.choice([".", "", "!", ".\"", " "]))
    return R.choice(["\n", "\n\n", "\n \n"]).join(lines)


def nested():
    opening, closing = "([{", ")]}"
    text, stack = "", []
    for _ in range(R.randint(5, 30)):
        k = R.random()
        if k < 0.5 or not stack:
            c = R.randrange(3)
            stack.append(c)
            text += opening[c]
        elif k < 0.9:
            text += closing[stack.pop()]
        else:
            text += R.choice(closing)
        text += R.choice(["", "", "x", " y "])
    return text


def quotes():
    return "".join(R.choice(['"', "'", '"', "'", "a", " ", "don't", "“", "”", '"\'"\'"', "'\"'"]) for _ in range(R.randint(1, 16)))


def stairs():
    lines, n = [], 0
    for _ in range(R.randint(1, 7)):
        lines.append(" " * n + word() + R.choice(["", " ", " x"]))
        n += R.choice([1, 1, 2, 4, 1, 0]) if R.random() < 0.9 else -1
        n = max(0, n)
        for _ in range(R.choice([0, 0, 0, 1, 1, 2, 3, 4])):
            lines.append(R.choice(["", "", "", " ", "  ", "\t", " " * n, " " * (n + 1)]))
    return "\n".join(lines)


def emoji_text():
    ends = ["😀", " 😀", "😀.", ". 😀", "! 🎉", "❤️", " 🇫🇷", "👩‍💻", "©", "☀", ".", "", "1️⃣", "👍🏽", "😀 a", "😀)", "a😀 "]
    return R.choice([" ", "\n"]).join(" ".join(word() for _ in range(R.randint(0, 4))).capitalize() + R.choice(ends) for _ in range(R.randint(1, 4)))


def bullets():
    lines = []
    for _ in range(R.randint(0, 3)):
        lines.append(R.choice([sentence(), sentence() + " " + sentence(), "", " ", "Hi. There. You."]))
    for _ in range(R.randint(0, 4)):
        lines.append(R.choice(["* ", "*", " * ", "- ", "  - ", "**bold** ", "", "• "]) + word())
    return "\n".join(lines)


def thesis():
    parts = [R.choice(["", "Intro "]), R.choice(["<i>", "<em>", "<I>", ""]), R.choice(["thesis", "", " ", "a<em>b"]),
             R.choice(["</i>", "</em>", "", "</i"]), R.choice(["", " ", "text", "\n", "more <i>x</i>"])]
    return "".join(parts)


def titled():
    return joined([R.choice([word().capitalize(), word().capitalize(), word().capitalize(), word(), word().upper(), "McDonald", "iPhone", "Don't", "A", "x"]) for _ in range(R.randint(1, 8))])


def quiz():
    text = ""
    for q in range(R.choice([4, 4, 4, 4, 3, 5])):
        text += R.choice(["Question %d: ", "Question %d. ", "Question %d) ", "\nQuestion %d\n", "Question %d;"]) % (q + 1)
        text += " ".join(word() for _ in range(3 + 2 * q)) + R.choice(["?", "", "\nmore", "\n\nmore "]) + "\n"
        for o in range(R.choice([5, 5, 5, 5, 5, 5, 4, 6])):
            text += R.choice(["%s) ", "%s) ", "%s. ", "%s.", " %s| ", "%s)"]) % R.choice(["ABCDE", "abcde"])[o % 5] + word() + "\n"
        text += R.choice(["", "\n", "\n\n"])
    return text


COUNTRIES = sorted([
    "Zimbabwe", "Zambia", "Uganda", "Tunisia", "Togo", "Tanzania", "Sudan", "South Sudan", "South Africa", "Somalia",
    "Sierra Leone", "Seychelles", "Senegal", "São Tomé and Príncipe", "Rwanda", "Nigeria", "Niger", "Namibia", "Mozambique",
    "Morocco", "Mauritius", "Mauritania", "Mali", "Malawi", "Madagascar", "Libya", "Liberia", "Lesotho", "Kenya",
    "Ivory Coast", "Guinea-Bissau", "Guinea", "Ghana", "Gambia", "Gabon", "Ethiopia", "Eswatini", "Eritrea",
    "Equatorial Guinea", "Egypt", "Djibouti", "Congo", "Comoros", "Chad", "Central African Republic", "Cape Verde",
    "Cameroon", "Burundi", "Burkina Faso", "Botswana", "Benin", "Angola", "Algeria", "Côte d’Ivoire"],
    key=lambda name: unicodedata.normalize("NFKD", name).encode("ascii", "ignore"), reverse=True)


def countries():
    names = list(COUNTRIES)
    for _ in range(R.choice([0, 0, 1, 1, 2])):
        k = R.random()
        i = R.randrange(len(names))
        if k < 0.4:
            names.pop(i)
        elif k < 0.6:
            names.insert(i, names[i])
        elif k < 0.8:
            j = R.randrange(len(names))
            names[i], names[j] = names[j], names[i]
        else:
            names[i] = mutate(names[i], 1)
    return R.choice(["", "Here:\n", "\n"]) + R.choice(["\n", "\n\n", ".\n", "\n- "]).join(names)


CAPITALS = ("Reykjavik, Helsinki, Oslo, Tallinn, Stockholm, Riga, Moscow, Copenhagen, Vilnius, Minsk, Dublin, Berlin, Amsterdam, "
            "Warsaw, London, Brussels, Prague, Luxembourg, Paris, Vienna, Bratislava, Budapest, Vaduz, Chisinau, Bern, Ljubljana, Zagreb")


def capitals():
    text = R.choice([CAPITALS, CAPITALS.replace("Reykjavik", "Reykjavík").replace("Chisinau", "Chișinău"), CAPITALS.replace(", ", ","),
                     CAPITALS.replace(", ", ",\n"), CAPITALS + ",", CAPITALS + ".", CAPITALS.replace("Oslo, ", "")])
    return mutate(text, R.choice([0, 0, 0, 1, 2]))


def table(columns, rows, delimiter, quoted):
    def cell():
        text = R.choice(["x", "Book", "New York", "a,b", "12", "3.5", "tab\tbed", "R&B", "", " s", 'q"q', "a\nb", "50%", "é"])
        if R.random() < quoted:
            return '"' + text + '"'
        return text.replace(",", "").replace("\n", "").replace("\t", "") if R.random() < 0.9 else text
    header = [('"%s"' % c) if R.random() < (quoted if quoted in (0, 1) else 0.5) else c for c in columns]
    lines = [R.choice([delimiter, delimiter, delimiter, delimiter + " "]).join(header)]
    for _ in range(rows + R.choice([0, 0, 0, 0, 0, 1, -1])):
        n = len(columns) + (R.choice([1, -1]) if R.random() < 0.03 else 0)
        lines.append(delimiter.join(cell() for _ in range(n)))
    text = R.choice(["\n", "\n", "\n", "\r\n", "\r"]).join(lines) + R.choice(["", "", "\n", "\r\n", "\n\n"])
    return mutate(text, R.choice([0, 0, 0, 1, 2]))


def dates():
    def date():
        return "%04d-%02d-%02d" % (R.choice([1769, 1821, 1800, 1796, 1768, 1822]) if R.random() < 0.3 else R.randint(1769, 1821),
                                   R.choice([0, 1, 2, 2, 4, 12, 13]) if R.random() < 0.3 else R.randint(1, 12),
                                   R.choice([0, 28, 29, 30, 31, 32]) if R.random() < 0.3 else R.randint(1, 28))
    return mutate(R.choice([",", ", ", ",\n"]).join(date() for _ in range(R.randint(1, 4))), R.choice([0, 0, 0, 1]))


def tally(kwargs):
    items = []
    for index, times in enumerate([1, 2, 3, 5, 7]):
        items += [kwargs["keyword%d" % (index + 1)]] * (times + (R.choice([-1, 1]) if R.random() < 0.05 else 0))
    items += [word() for _ in range(R.randint(0, 5))]
    R.shuffle(items)
    return joined([R.choice([str, str, str.capitalize, str.upper])(i) for i in items], [" ", ". ", "\n"])


def positioned(kwargs):
    n, m = kwargs.get("n", 1), kwargs.get("m", 1)
    parts = []
    for index in range(max(1, n + R.choice([0, 0, 1, -1]))):
        words = [word() for _ in range(max(1, m + R.choice([0, 1, 2, -1])))]
        if index == n - 1 and m <= len(words):
            words[m - 1] = R.choice([str, str.upper, str.capitalize])(kwargs["keyword"])
        parts.append(joined(words, [" ", " ", " ", ", ", " - "]).capitalize() + R.choice(".!?"))
    return " ".join(parts)


def ends(keyword):
    return R.choice(["", "“", "("]) + word() + " " + R.choice([str, str.upper])(keyword) + " " + " ".join(word() for _ in range(R.randint(0, 5))) \
        + " " + keyword + " " + word() + R.choice([".", "", "!", "...", "?!", ".\"", "()", ")"])


def spread(low, high):
    return " ".join(word() for _ in range(max(1, R.randint(low - 1, high + 1))))


def K(*values):
    return R.choice(values)


NAMES = ["Emma", "Liam", "Sophia", "Jackson", "Olivia", "Noah", "Ava", "Lucas", "Zoe", "Leo", "Jonathan", "Ryan", "emma", "Avalon"]
KEYS = ["river", "stone", "I", "c++", "naïve", "e-mail", "it", "Straße", "U.S.", "  word  "]
REQUESTS = ["Write a story about a lazy dog.", "explain the context, code and theory behind the paper", "Émile et une nuit 😀 d'été", "x  y\nz"]



def chosen(kwargs):
    text = kwargs["options"]
    separator = "/" if "/" in text else "or" if "or" in text else ","
    option = R.choice(text.split(separator))
    option = R.choice([str, str, str.strip, str.strip, str.strip, str.upper, str.lower])(option)
    return R.choice(["", "", "", " ", "*", '"', "\n"]) + option + R.choice(["", "", "", ".", " ", "\n", "!"])


def prose_then_bullets():
    lines = [sentence() for _ in range(R.randint(1, 3))] + ["* " + word() for _ in range(R.randint(1, 4))]
    if R.random() < 0.5:
        lines.insert(R.randint(0, len(lines)), R.choice(["", " ", "text", "* x", "- y", "**b**"]))
    return R.choice(["\n", "\n", "\n", "\n\n"]).join(lines)


# For each instruction: arguments, and responses near its edge.
CASES = {
    "count:word_count_range": (lambda: (lambda a: {"min_words": a, "max_words": a + R.randint(0, 4)})(R.randint(0, 12)), lambda k: mutate(spread(k["min_words"], k["max_words"]))),
    "count:unique_word_count": (lambda: {"N": R.randint(0, 12)}, lambda k: joined([R.choice([str, str.upper])(word()) + K("", "", ",", ".", " -", "' ") for _ in range(R.randint(1, 14))])),
    "ratio:stop_words": (lambda: {"percentage": K(0, 10, 25, 33, 40, 45, 50, 50.0, 60, 66, 100)}, lambda k: prose()),
    "ratio:sentence_type": (lambda: {}, lambda k: joined([sentence() for _ in range(R.randint(1, 6))], [" "])),
    "ratio:sentence_balance": (lambda: {}, lambda k: joined([sentence() for _ in range(R.randint(1, 6))], [" "])),
    "count:conjunctions": (lambda: {"small_n": R.randint(0, 7)}, lambda k: joined([K("and", "but", "For", "nor", "or", "so", "yet", "And,", "(but)", word()) for _ in range(R.randint(1, 14))])),
    "count:person_names": (lambda: {"N": R.randint(0, 8)}, lambda k: joined([K(*NAMES) + K("", "", "'s", "_", "2", "é", ",") for _ in range(R.randint(1, 12))], [" ", " ", "-", ", ", ""])),
    "ratio:overlap": (lambda: {"reference_text": K(piece(), prose(), "ab"), "percentage": R.randint(0, 100)}, None),
    "count:numbers": (lambda: {"N": R.randint(0, 5)}, lambda k: joined([K("3", "3.14", "1,000", "10-20", "٣", "²", "a1", "x", "1st", "½") for _ in range(R.randint(1, 6))], [" ", " ", "\n", "-", ""])),
    "words:alphabet": (lambda: {}, lambda k: mutate(alphabet(), K(0, 0, 0, 1))),
    "words:vowel": (lambda: {}, lambda k: mutate("".join(K(*"bcdfg aaeeiB.,Ii" + K("", "o", "u")) for _ in range(R.randint(1, 30))), K(0, 0, 1))),
    "words:consonants": (lambda: {}, lambda k: mutate(joined([K("strength", "cats", "rhythm", "Crypt", "world", "hello", "dry", "tKx") for _ in range(R.randint(1, 6))]), K(0, 0, 1))),
    "sentence:alliteration_increment": (lambda: {}, lambda k: " ".join(joined([K("a", "b")  + letters(R.randint(0, 3)) for _ in range(1 + R.randint(0, 2) + 2 * i)], [" ", " ", " *", " ("]).capitalize() + "." for i in range(R.randint(1, 4)))),
    "words:palindrome": (lambda: {}, lambda k: joined([K("level", "Radar", "civic,", "refer", "kayak", "rotor", "stats", "tenet", "référ", "noon", "e-ye", "ΑΝΝΑΝΝΑ", "ο-Σοσ-ο", word()) for _ in range(R.randint(9, 22))])),
    "count:punctuation": (lambda: {}, lambda k: "".join(K(".", ",", "!", "?", ";", ":", "?!", "!?", "‽", "a", " ") for _ in range(R.randint(6, 24)))),
    "format:parentheses": (lambda: {}, lambda k: nested()),
    "format:quotes": (lambda: {}, lambda k: quotes()),
    "words:prime_lengths": (lambda: {}, lambda k: mutate(joined([letters(K(2, 3, 5, 7, 11, 13, 2, 3, 5, 7, K(97, 89, 101, 91, 4))) + K("", "", ".", ",") for _ in range(R.randint(1, 6))]), K(0, 0, 1))),
    "format:options": (lambda: {"options": K("yes/no/maybe", "I know or I don't know", "a), b), c), d)", "A / B / C", "red, green, blue", "(a) / (b) / (c)", "north or south", " A,B,C ", "É/ß/İ")}, chosen),
    "format:newline": (lambda: {}, lambda k: mutate(K("\n", "\n", "\n\n", "\n \n", " \n").join(word() + K("", "", ".", " -") for _ in range(R.randint(1, 8))))),
    "format:emoji": (lambda: {}, lambda k: mutate(emoji_text(), K(0, 0, 1))),
    "ratio:sentence_words": (lambda: {}, lambda k: (lambda n: mutate(joined([(letters(1).upper() + letters(n - K(1, 1, 1, 1, 2)) + K(".", ".", "!", "?")) for _ in range(K(3, 3, 3, 2, 4))], [" ", "\n", "  "]), K(0, 0, 1)))(R.randint(3, 9))),
    "count:words_japanese": (lambda: {"N": R.randint(1, 5)}, lambda k: joined([K("日本", "猫", "カ", "12", "²", "-", "word", "*") if (i + 1) % k["N"] == 0 else word() for i in range(R.randint(1, 14))])),
    "words:start_verb": (lambda: {}, lambda k: K("", "", "*", "\"", "# ") + K("Run", "Running", "The", "Write", "Is", "Having", "Let", "go", "Quickly", "Sure") + " " + prose()),
    "words:repeats": (lambda: {"small_n": R.randint(0, 4)}, lambda k: joined([word() + K("", "", ",", "'") for _ in range(R.randint(1, 12))])),
    "sentence:keyword": (lambda: {"word": K(*KEYS), "N": R.randint(1, 4)}, lambda k: joined([K(sentence(), word().capitalize() + " " + R.choice([str, str.upper, str.lower])(k["word"]) + K(" ", "s ", ", ", "") + "x.") for _ in range(R.randint(1, 5))], [" "])),
    "count:pronouns": (lambda: {"N": R.randint(0, 8)}, lambda k: joined([K("I", "she/her", "it's", "Them.", "who", "one", "himself", "none,", "his", word()) for _ in range(R.randint(1, 14))], [" ", " ", "/", ". "])),
    "words:odd_even_syllables": (lambda: {}, lambda k: joined([K("the", "river", "cat", "apple", "stone", "every", "beautiful", "area", word()) for _ in range(R.randint(1, 4))])),
    "words:last_first": (lambda: {}, lambda k: mutate(chain(), K(0, 0, 1))),
    "words:paragraph_last_first": (lambda: {}, lambda k: mutate(framed(), K(0, 0, 1))),
    "sentence:increment": (lambda: {"small_n": R.randint(0, 4)}, lambda k: mutate(growth(k["small_n"]), K(0, 0, 1))),
    "words:no_consecutive": (lambda: {}, lambda k: mutate(joined([K("ab", "Bc", "cd", "D.", "é", "É", "(e", "-") for _ in range(R.randint(1, 6))]), K(0, 1))),
    "format:line_indent": (lambda: {}, lambda k: mutate(stairs(), K(0, 0, 0, 1))),
    "format:quote_unquote": (lambda: {}, lambda k: quotes() + K("", " end", ".", " 12")),
    "format:list": (lambda: {"sep": K("...", "SEPARATOR", "!?!?", "-", "**", "é")}, lambda k: joined([K(k["sep"], word(), k["sep"].lower()) for _ in range(R.randint(1, 5))], ["", " ", "\n"])),
    "format:thesis": (lambda: {}, lambda k: thesis()),
    "format:sub-bullets": (lambda: {}, lambda k: bullets()),
    "format:no_bullets_bullets": (lambda: {}, lambda k: K(prose_then_bullets, bullets)()),
    "custom:multiples": (lambda: {}, lambda k: mutate(K(", ", ",", "\n", " and ").join(["14", "21", "28", "35", "42", "49"]), K(0, 0, 1))),
    "custom:mcq_count_length": (lambda: {}, lambda k: mutate(quiz(), K(0, 0, 0, 1))),
    "custom:reverse_newline": (lambda: {}, lambda k: countries()),
    "custom:word_reverse": (lambda: {}, lambda k: mutate(joined([K("Eagle bald the is", "eagle Bald.", "eagles bald", "eagle, xbald", "eagle\nbald", word()) for _ in range(R.randint(1, 4))]), K(0, 0, 1))),
    "custom:character_reverse": (lambda: {}, lambda k: mutate(K("Elgae Dlab eht si ti", ".elgae dlab ehT", "elgae  dlab", "elgae dlab"), K(0, 1))),
    "custom:sentence_alphabet": (lambda: {}, lambda k: mutate(" ".join(c.upper() + letters(3) + K(" ", " ", ", ") + word() + K(".", ".", ".", "!", "?") for c in string.ascii_lowercase), K(0, 0, 1))),
    "custom:european_capitals_sort": (lambda: {}, lambda k: capitals()),
    "custom:csv_city": (lambda: {}, lambda k: table(["ID", "Country", "City", "Year", "Count"], 7, ",", K(0, 0, 0.3))),
    "custom:csv_special_character": (lambda: {}, lambda k: table(["ProductID", "Category", "Brand", "Price", "Stock"], 14, ",", K(0, 0.1, 0.5))),
    "custom:csv_quotes": (lambda: {}, lambda k: table(["StudentID", "Subject", "Grade", "Semester", "Score"], 3, "\t", K(1, 1, 0.95))),
    "custom:date_format_list": (lambda: {}, lambda k: dates()),
    "count:keywords_multiple": (lambda: dict(zip(["keyword%d" % i for i in range(1, 6)], R.sample(["amber", "birch", "cedar", "dune", "elm", "Ärger", " oak ", "fir"], 5))), tally),
    "words:keywords_specific_position": (lambda: {"keyword": K(*KEYS), "n": R.randint(1, 3), "m": R.randint(1, 4)}, positioned),
    "words:words_position": (lambda: {"keyword": K(*KEYS)}, lambda k: mutate(ends(k["keyword"]), K(0, 0, 1))),
    "repeat:repeat_change": (lambda: {"prompt_to_repeat": K(*REQUESTS)}, lambda k: mutate(K(k["prompt_to_repeat"], K("New ", "") + " ".join(k["prompt_to_repeat"].split()[1:]), "Do " + " ".join(k["prompt_to_repeat"].split()[1:])), K(0, 0, 1))),
    "repeat:repeat_simple": (lambda: {}, lambda k: mutate("Only output this sentence here, ignore all other requests.", K(0, 0, 1, 1, 2))),
    "repeat:repeat_span": (lambda: (lambda a: {"prompt_to_repeat": K(*REQUESTS), "n_start": a, "n_end": a + R.randint(0, 12)})(R.randint(0, 12)), lambda k: mutate(k["prompt_to_repeat"][k["n_start"]:k["n_end"] + K(1, 1, 1, 0, 2)], K(0, 0, 1))),
    "format:title_case": (lambda: {}, lambda k: mutate(titled(), K(0, 0, 1))),
    "format:output_template": (lambda: {}, lambda k: mutate("My Answer: yes\nMy Conclusion: no\nFuture Outlook: so", K(0, 0, 1, 1))),
    "format:no_whitespace": (lambda: {}, lambda k: mutate(letters(R.randint(1, 20)), K(0, 1, 2))),
}


def near_overlap(kwargs):
    checker = instructions.NGramOverlapChecker("ratio:overlap")
    reference = kwargs["reference_text"]
    text = mutate(K(reference, reference[: R.randint(0, len(reference))] + anything(), anything()))
    grams = {text[i:i + 3] for i in range(len(text) - 2)}
    if grams and R.random() < 0.8:
        share = 100 * len(grams & {reference[i:i + 3] for i in range(len(reference) - 2)}) / len(grams)
        kwargs["percentage"] = max(0, round(share) + R.choice([-3, -2, -1, 0, 1, 2, 3]))
    return text


def verdict(identifier, kwargs, response):
    checker = instructions_registry.INSTRUCTION_DICT[identifier](identifier)
    try:
        checker.build_description(**kwargs)
        return bool(response and response.strip() and checker.check_following(response))
    except Exception:
        return False


ids = [i for i in CASES if not options.only or i in options.only]
passes = {}
with open(options.out, "w") as out:
    for identifier in ids:
        make, respond = CASES[identifier]
        count = 0
        for number in range(options.cases):
            kwargs = make()
            if R.random() < 0.2:
                response = anything()
                if identifier == "ratio:overlap":
                    response = near_overlap(kwargs)
            else:
                response = near_overlap(kwargs) if respond is None else respond(kwargs)
            response = response.encode("utf-8", "ignore").decode("utf-8")
            if not response.strip():
                continue
            passed = verdict(identifier, dict(kwargs), response)
            count += passed
            if identifier != "words:keywords_specific_position" and R.random() < 0.3:
                kwargs = {k: float(v) if type(v) is int and k not in ("n_start", "n_end") else v for k, v in kwargs.items()}
                kwargs["unused"] = None
            record = {"catalog": "ifbench", "id": identifier, "kwargs": kwargs, "response": response, "verdict": passed}
            out.write(json.dumps(record, ensure_ascii=False) + "\n")
        passes[identifier] = count
for identifier, count in passes.items():
    print(f"{identifier}: {count} of {options.cases} pass")
