# Part of Assay. SPDX-License-Identifier: Apache-2.0
"""Writes Assay's own Punkt tables: Sources/CAssayTables/punkt_tables.c and include/punkt_tables.h.

usage: python punkt.py MASC_TAGGED_FOLDER FRENCH_TEXT PACKAGE_ROOT

Orthographic contexts are counted here, over openly licensed text with known sentence ends:
- English: the written part of MASC, the Manually Annotated Sub-Corpus of the American National Corpus (tagged release;
  "may be used for the purposes of linguistic education, research, and development, including commercial development").
- French: Louis Segond's Genesis (public domain).
Abbreviations and frequent sentence starters are written by hand, below. NLTK's own models are not used.

A word type is kept if it was seen in lower case (3 times in English, once in French): the splitter treats a type that never was
like one that is not in the table. Each entry is a length byte, the type in UTF-8, and a byte of bits as in PunktModel.
"""
import glob
import re
import sys
from collections import defaultdict

# Titles, companies, places, times, one-letter units and initials of well-known people whose period mostly ends no sentence. Latin abbreviations such as etc., e.g.
# and i.e. are left out on purpose: the reference checkers' splitter ends sentences after them.
ENGLISH_ABBREVIATIONS = """
mr mrs ms messrs dr prof st sr jr sen rep reps gen lt maj adm
inc co cos corp ltd bros cie ave vs
jan feb aug sep sept oct nov dec tues wed fri a.m p.m yr
ala ariz calif colo conn fla ga ill kan ky mich minn nev okla ore pa tenn va vt wash wis w.va
n.c n.d n.h n.j n.m n.v n.y r.i s.c u.s u.k u.n u.s.a u.s.s.r d.c l.a s.a l.p
ph.d m.b.a a.d w.w b.f g.k j.b j.c j.j j.k j.p j.r
c d e f g h k l m n p r s t v w ft mg chg ok
"""
ENGLISH_STARTERS = """
he it they this these there the in if but however although despite while since so some both many nor nevertheless
nonetheless indeed instead similarly thus meanwhile moreover though under when yet even according
"""
FRENCH_ABBREVIATIONS = """
cie corp inc s.a ed éd p.-b j.-l j.-m j.-p j.l j.b e.-u esp ital r e g k o w z b arg aut you
"""
FRENCH_STARTERS = """
a ainsi alors après car ce cela cependant certains certes ces cet cette comment dans depuis dès elle elles en enfin il ils j je
l la le les mais malgré nous on or pour pourtant puis quand quant selon si tout un une voilà c
"""

BEGIN_UPPER, MIDDLE_UPPER, UNKNOWN_UPPER, BEGIN_LOWER, MIDDLE_LOWER, UNKNOWN_LOWER = range(1, 7)


def joined(words):
    """Text of Treebank tokens: no blank before closing signs and clitics, none after opening brackets."""
    text, glue = "", True
    for word in words:
        word = {"``": '"', "''": '"'}.get(word, word)
        close = word in ",.;:?!)]'%" or word.startswith("'") or word == "n't"
        text += word if glue or close else " " + word
        glue = word in "([$#"
    return text


def words_of(sentence):
    """Runs without white space and closing punctuation, much as the splitter cuts them."""
    return re.findall(r"""-{2,}|\.{2,}|[^\s("`{\[:;&#*@)}\]\-,][^\s)";}\]*:@'({\[!?]*?(?=[\s)";}\]*:@'({\[!?]|--|\.\.|,(?:\s|$)|$)|\S""", sentence)


def count(sentences):
    counts = defaultdict(lambda: [0] * 7)
    for sentence in sentences:
        words = words_of(sentence)
        letters = [word for word in words if word[0].isalpha()]
        heading = len(letters) > 2 and sum(word[0].isupper() for word in letters) > 0.6 * len(letters)
        begin, unknown = True, False
        for number, word in enumerate(words):
            kind = word.lower()
            if number == len(words) - 1 and len(kind) > 1 and kind.endswith("."):
                kind = kind[:-1]
            if word[0].islower():
                counts[kind][BEGIN_LOWER if begin else UNKNOWN_LOWER if unknown else MIDDLE_LOWER] += 1
                begin = unknown = False
            elif word[0].isupper():
                if not heading:
                    counts[kind][BEGIN_UPPER if begin else UNKNOWN_UPPER if unknown else MIDDLE_UPPER] += 1
                begin = unknown = False
            elif not begin:
                unknown = word in {'"', "(", "[", "'", "-", "--", ":", "*"}
    return counts


def english(folder):
    for path in sorted(glob.glob(folder + "/written/*.txt")):
        with open(path, encoding="utf-8", errors="replace") as lines:
            for line in lines:
                words = [token.rsplit("_", 1)[0] for token in line.split()]
                if words:
                    yield joined(words)


def french(path):
    text = re.sub(r"\s+", " ", open(path, encoding="latin-1").read())
    return re.split(r"(?<=[.?!])\s+(?=[A-ZÀ-ÖØ-Þ])", text)


def table(counts, least, abbreviations, starters):
    bits = defaultdict(int)
    for kind, seen in counts.items():
        if sum(seen[BEGIN_LOWER:]) >= least and len(kind.encode()) < 256:
            bits[kind] |= sum(1 << place for place in range(1, 7) if seen[place])
    for kind in abbreviations.split():
        bits[kind] |= 1
    for kind in starters.split():
        bits[kind] |= 1 << 7
    return b"".join(bytes([len(k.encode())]) + k.encode() + bytes([v]) for k, v in sorted(bits.items())), len(bits)


def main():
    masc, genesis, root = sys.argv[1:4]
    made = [
        ("english", *table(count(english(masc)), 3, ENGLISH_ABBREVIATIONS, ENGLISH_STARTERS)),
        ("french", *table(count(french(genesis)), 1, FRENCH_ABBREVIATIONS, FRENCH_STARTERS)),
    ]
    head = ("// Part of Assay. Generated by scripts/tables/punkt.py from MASC (American National Corpus, open) and Louis Segond's\n"
            "// Genesis (public domain). Do not edit.\n")
    with open(root + "/Sources/CAssayTables/include/punkt_tables.h", "w") as out:
        out.write(head + "#ifndef ASSAY_PUNKT_TABLES_H\n#define ASSAY_PUNKT_TABLES_H\n#include <stdint.h>\n\n")
        for name, data, size in made:
            out.write(f"extern const uint8_t assay_punkt_{name}_table[{len(data)}];\n"
                      f"static inline const uint8_t *assay_punkt_{name}(void) {{ return assay_punkt_{name}_table; }}\n"
                      f"#define assay_punkt_{name}_bytes {len(data)}\n#define assay_punkt_{name}_count {size}\n")
        out.write("\n#endif\n")
    with open(root + "/Sources/CAssayTables/punkt_tables.c", "w") as out:
        out.write(head + '#include "punkt_tables.h"\n')
        for name, data, size in made:
            out.write(f"\nconst uint8_t assay_punkt_{name}_table[{len(data)}] = {{\n")
            for start in range(0, len(data), 32):
                out.write(",".join(map(str, data[start:start + 32])) + ",\n")
            out.write("};\n")
            print(name, size, "types", len(data), "bytes")


if __name__ == "__main__":
    main()
