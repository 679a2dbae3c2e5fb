# Part of Assay. SPDX-License-Identifier: Apache-2.0
"""Writes Assay's table of lemmas that spelling alone does not tell: lemma_tables.c and its header.

usage: python lemmas.py MASC_TAGGED_FOLDER PACKAGE_ROOT       (needs spacy-lookups-data 1.0.5)

Base words, irregular forms and suffix rules are those of spacy-lookups-data (MIT; from WordNet), applied as spaCy's rule
lemmatiser does. It wants a word class. A word that stands alone gets the class that it has most often in MASC, the Manually
Annotated Sub-Corpus of the American National Corpus (open); a word that MASC lacks gets one from its ending.
`spelled` is what Sources/AssayText/Lemmas/Lemmatizer.swift does without a table; only forms for which it is wrong are kept.

An entry: the form, a capital that says how many letters to drop (A: none), the letters to add, and ';'. Sorted by form.
"""
import glob
import gzip
import json
import os
import re
import sys
from collections import Counter, defaultdict

import spacy_lookups_data

BLOCK = 16
WORD = re.compile(r"[a-z]{2,24}$")
CLASSES = {"NN": "NOUN", "NNS": "NOUNS", "VB": "VERB", "VBP": "VERB", "VBD": "VERBS", "VBN": "VERBS", "VBG": "VERBS",
           "VBZ": "VERBS", "JJ": "ADJ", "JJR": "ADJS", "JJS": "ADJS", "RB": "ADV", "RBR": "ADV", "RBS": "ADV"}
# Auxiliaries and pronouns, which spaCy's models map by a list of their own.
CLOSED = {"am": "be", "is": "be", "are": "be", "was": "be", "were": "be", "been": "be", "being": "be", "has": "have",
          "had": "have", "having": "have", "does": "do", "did": "do", "done": "do", "doing": "do", "me": "i", "us": "we",
          "him": "he", "them": "they"}
KEPT = """a an the this that these those i we you he she it they my your his her its our their mine yours hers ours theirs who
whom whose which what would could should might must shall will may can as thus plus yes always perhaps across unless
besides afterwards towards sometimes nevertheless nonetheless upstairs downstairs outdoors indoors news series species
during nothing something anything nothing everything""".split()


def restored(stem):
    """The base of a form whose -ed or -ing is gone."""
    last, before = stem[-1], stem[-2:-1]
    if last == before and last not in "aeioulsfz":
        return stem[:-1]
    vowels = sum(letter in "aeiouy" for letter in stem)
    if last in "vuc" or (last == "z" and before != "z") or (last == "g" and before in ("d", "a")):
        return stem + "e"
    if last == "s" and before in tuple("aeiounr"):
        return stem + "e"
    if last == "l" and before and before not in "aeiourlw":
        return stem + "e"
    if last == "t" and before == "a" and vowels > 1:
        return stem + "e"
    if len(stem) > 1 and vowels == 1 and last not in "aeiouwxy" and before in tuple("aiouy"):
        return stem + "e"
    return stem


def spelled(word):
    """The lemma by spelling alone."""
    count = len(word)
    if count < 4:
        return word
    if word.endswith("ies"):
        return word[:-3] + "y" if count > 4 else word[:-1]
    if word.endswith(("sses", "shes", "ches", "xes", "oes")):
        return word[:-2]
    if word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("s"):
        return word[:-1]
    if word.endswith("ied"):
        return word[:-3] + "y" if count > 4 else word[:-1]
    for ending in ("ed", "ing"):
        if word.endswith(ending) and not word.endswith("eed"):
            stem = word[:-len(ending)]
            if len(stem) < 2 or not any(letter in "aeiouy" for letter in stem):
                return word
            return restored(stem)
    return word


def main():
    masc, root = sys.argv[1:3]
    counts = defaultdict(Counter)
    for path in glob.glob(masc + "/*/*.txt"):
        with open(path, encoding="utf-8", errors="replace") as lines:
            for token in lines.read().split():
                word, _, tag = token.rpartition("_")
                if tag in CLASSES and WORD.match(word.lower()):
                    counts[word.lower()][CLASSES[tag]] += 1
    data = os.path.dirname(spacy_lookups_data.__file__) + "/data/en_lemma_"

    def load(name):
        with gzip.open(f"{data}{name}.json.gz") as source:
            return json.load(source)

    rules = load("rules")
    index = {k: {w for w in v if WORD.match(w)} for k, v in load("index").items()}
    exceptions = {k: {w: f for w, f in v.items() if WORD.match(w)} for k, v in load("exc").items()}

    def lemma(word, kind):
        """As spaCy's rule lemmatiser: known results of the rules, exceptions put before them, else the first unknown."""
        if kind in ("NOUN", "VERB", "ADJ"):
            return word
        name = {"NOUNS": "noun", "VERBS": "verb", "ADJS": "adj", "ADV": "adv"}[kind]
        results = [word[:len(word) - len(old)] + new for old, new in rules[name] if word.endswith(old)]
        found = list(dict.fromkeys(form for form in results if form in index[name]))
        for form in exceptions[name].get(word, []):
            if form not in found:
                found.insert(0, form)
        # Where -e may have been dropped or not ("singing": sing or singe), the base that is more frequent in MASC.
        if name == "verb" and word not in exceptions["verb"] and len(found) > 1:
            found.sort(key=lambda form: -sum(counts[form].values()) if form in counts else 0)
        return (found or [form for form in results if form] or [word])[0]

    def kind(word):
        seen = counts.get(word)
        if not seen:
            return by_ending(word)
        best, times = seen.most_common(1)[0]
        share = times / sum(seen.values())
        inflected = lemma(word, "VERBS") in index["verb"] and lemma(word, "VERBS") != word
        if best in ("ADJ", "NOUN") and inflected and (word.endswith(("ed", "ing")) or word in exceptions["verb"]):
            # A participle is taken for an adjective or a noun of its own only where it mostly is one.
            return best if word in index[best.lower()] and times >= 20 and share >= 0.8 else "VERBS"
        if best in ("NOUN", "VERB", "ADV", "ADJ") and (times < 3 or word not in index[best.lower()]):
            return by_ending(word) or best
        return best

    def by_ending(word):
        if word.endswith("s") and not word.endswith(("ss", "us", "is")):
            if lemma(word, "NOUNS") in index["noun"]:
                return "NOUNS"
            if lemma(word, "VERBS") in index["verb"]:
                return "VERBS"
        if word.endswith(("ed", "ing")) or word in exceptions["verb"]:
            base = lemma(word, "VERBS")
            if base in index["verb"] and base != word and not (word in index["verb"] and word not in exceptions["verb"]):
                return "VERBS"
        if word in exceptions["noun"] and word not in index["noun"]:
            return "NOUNS"
        if any(word in index[k] for k in index):
            return None
        if word.endswith(("er", "est")) and lemma(word, "ADJS") in index["adj"]:
            return "ADJS"
        if word in exceptions["noun"]:
            return "NOUNS"
        return "ADJS" if word in exceptions["adj"] else None

    forms = set(KEPT).union(CLOSED, *index.values(), *exceptions.values(), counts)
    for base in index["noun"] | index["verb"]:
        if base.endswith("y") and base[-2] not in "aeiou":
            forms.add(base[:-1] + "ies")
        else:
            forms.add(base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s"))
            if base.endswith("o"):
                forms.add(base + "s")
    for base in index["verb"]:
        if base.endswith("e"):
            forms |= {base + "d", base[:-1] + "ing"} if base[-2:] not in ("ee", "oe", "ye") else {base + "d", base + "ing"}
        elif base.endswith("y") and base[-2] not in "aeiou":
            forms |= {base[:-1] + "ied", base + "ing"}
        else:
            forms |= {base + "ed", base + "ing"}
    for base in index["adj"]:
        if len(base) < 8:
            forms |= {base + "r", base + "st"} if base.endswith("e") else {base + "er", base + "est"}
    known = index["noun"] | index["verb"] | index["adj"]
    table = {}
    for form in sorted(forms):
        if not WORD.match(form):
            continue
        if form in CLOSED or form in KEPT:
            right = CLOSED.get(form, form)
        else:
            chosen = kind(form)
            right = lemma(form, chosen) if chosen else form
            if right not in known and form not in known and form not in counts:
                continue
            # A made-up base (spaCy's "blogge" for "blogged") is worse than what spelling tells.
            if right not in known and right != form:
                right = form if form in known else spelled(form)
        if not WORD.match(right):
            continue
        if right == form and form.endswith(("ed", "ing")) and form not in known and form not in KEPT:
            # Seen in MASC, but in no list of words: a verb that the lists lack ("blogged").
            continue
        if right != spelled(form):
            table[form] = right
    entries = []
    for form, right in sorted(table.items()):
        shared = len(os.path.commonprefix([form, right]))
        drop = len(form) - shared
        if drop < 26:
            entries.append(f"{form}{chr(65 + drop)}{right[shared:]};")
    text = "".join(entries)
    starts = []
    offset = 0
    for number, entry in enumerate(entries):
        if number % BLOCK == 0:
            starts.append(offset)
        offset += len(entry)
    head = ("// Part of Assay. Generated by scripts/tables/lemmas.py from spacy-lookups-data 1.0.5 (MIT, ExplosionAI GmbH; data\n"
            "// from WordNet 3.0) and MASC (American National Corpus, open). Do not edit.\n")
    with open(root + "/Sources/CAssayTables/include/lemma_tables.h", "w") as out:
        out.write(head + "#ifndef ASSAY_LEMMA_TABLES_H\n#define ASSAY_LEMMA_TABLES_H\n#include <stdint.h>\n\n"
                  "#pragma clang assume_nonnull begin\n"
                  f"extern const char assay_lemma_table[{len(text) + 1}];\n"
                  "// Entries sorted by form: the form, a capital for the letters to drop, the letters to add, ';'.\n"
                  "static inline const uint8_t *assay_lemmas(void) { return (const uint8_t *)assay_lemma_table; }\n"
                  f"#define assay_lemmas_bytes {len(text)}\n#define assay_lemmas_count {len(entries)}\n"
                  f"extern const uint32_t assay_lemma_starts_table[{len(starts)}];\n"
                  f"// Where every entry whose number is a multiple of {BLOCK} begins.\n"
                  "static inline const uint32_t *assay_lemma_starts(void) { return assay_lemma_starts_table; }\n"
                  f"#define assay_lemma_starts_count {len(starts)}\n"
                  "#pragma clang assume_nonnull end\n\n#endif\n")
    with open(root + "/Sources/CAssayTables/lemma_tables.c", "w") as out:
        out.write(head + '#include "lemma_tables.h"\n\n')
        out.write(f"const char assay_lemma_table[{len(text) + 1}] =\n")
        out.write("\n".join(f'"{text[start:start + 116]}"' for start in range(0, len(text), 116)) + ";\n")
        out.write(f"\nconst uint32_t assay_lemma_starts_table[{len(starts)}] = {{\n")
        for start in range(0, len(starts), 16):
            out.write(",".join(map(str, starts[start:start + 16])) + ",\n")
        out.write("};\n")
    print(len(forms), "forms", len(entries), "entries", len(text), "bytes")
    for word in sys.argv[3:]:
        print(word, kind(word), table.get(word, spelled(word)))


if __name__ == "__main__":
    main()
