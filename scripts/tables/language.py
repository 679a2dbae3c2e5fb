#!/usr/bin/env python3
# Part of Assay. SPDX-License-Identifier: Apache-2.0
"""Generates Sources/CAssayTables/{include/language_tables.h,language_tables.c}.

Source: the 55 n-gram profiles and the character classes of the Python package `langdetect` 1.0.9 (Apache-2.0; a port of
Nakatani Shuyo's language-detection, Copyright 2010-2014 Cybozu Labs, Inc.; profiles made from Wikipedia abstracts).
Run with Python 3.11 (Unicode 14.0):  pip install langdetect==1.0.9 && python3 scripts/tables/language.py

A profile says how often an n-gram of 1 to 3 characters stands in a language. Stored is, for each n-gram and language,
round(4096 * ln(1 + p / smoothing)), p the n-gram's share of all n-grams of its length in that language. Adding these
numbers gives the log-likelihood of a text relative to a language that knows none of its n-grams.
"""
import math, os, sys, unicodedata

assert unicodedata.unidata_version == "14.0.0", "Python 3.11 is needed: its unicodedata is version 14.0.0"
from langdetect import detector_factory
from langdetect.utils.ngram import NGram

SCALE = 4096                # units per nat
SMOOTHING = 0.5 / 10000     # the reference's alpha over its base frequency
LANES = 56                  # languages, filled up for vectors
SPARSE_LIMIT = 8            # an n-gram of more languages has a row of its own
SLOT_BITS = 17
OTHER, BIGRAM = 2047, 2046  # the id of a character in no profile; in a key, the mark of a bigram
LATIN, UPPER = 0x4000, 0x8000
HASH = 0xD6E8FEB86659FD93   # of some odd constants the one with the fewest probes

detector_factory.init_factory()
factory = detector_factory._factory
languages = sorted(factory.langlist)
assert len(languages) == 55
column = [factory.langlist.index(name) for name in languages]


def weights(values):
    row = [round(SCALE * math.log1p(values[c] / SMOOTHING)) for c in column]
    assert all(0 <= w < 65536 for w in row)
    return row


# Characters that can come out of the normalisation, the Latin letters first, then by frequency of use in n-grams.
normal = {}
for c in range(0x10000):
    if not 0xD800 <= c < 0xE000: normal[c] = NGram.normalize(chr(c))
reachable = set(normal.values())
grams = {g: weights(v) for g, v in factory.word_lang_prob_map.items() if set(g) <= reachable and g != " "}
used = {}
for g in grams:
    for ch in g: used[ch] = used.get(ch, 0) + 1
letters = [chr(c) for c in (*range(0x41, 0x5B), *range(0x61, 0x7B))]
rest = sorted(set(used) - set(letters) - {" "}, key=lambda ch: (-used[ch], ch))
ids = {ch: i for i, ch in enumerate([" "] + letters + rest)}
assert len(ids) < BIGRAM


def code(c):
    ch = normal.get(c, " ")
    return (ids.get(ch, OTHER) | (UPPER if ch.isupper() else 0) | (LATIN if "A" <= chr(c) <= "z" else 0))


blocks, index = {}, []
for start in range(0, 0x10000, 64):
    block = tuple(code(c) for c in range(start, start + 64))
    index.append(blocks.setdefault(block, len(blocks)))

# A descriptor says where the weights of an n-gram are:
#   1 << 27 | language << 16 | weight            one language
#   1 << 26 | row                                a row of LANES weights
#   count << 20 | offset                         entries of language << 16 | weight
dense, sparse, dense_rows, sparse_rows = [], [], {}, {}


def descriptor(row):
    entries = [(l, w) for l, w in enumerate(row) if w]
    assert entries
    if len(entries) == 1: return 1 << 27 | entries[0][0] << 16 | entries[0][1]
    if len(entries) > SPARSE_LIMIT:
        if tuple(row) not in dense_rows:
            dense_rows[tuple(row)] = len(dense) // LANES
            dense.extend(row + [0] * (LANES - len(row)))
        return 1 << 26 | dense_rows[tuple(row)]
    if tuple(entries) not in sparse_rows:
        sparse_rows[tuple(entries)] = len(sparse)
        sparse.extend(l << 16 | w for l, w in entries)
    return len(entries) << 20 | sparse_rows[tuple(entries)]


unigrams = [0] * len(ids)
pairs = [0] * 4096
slots = [0] * (1 << SLOT_BITS)
longest = total = 0
for g in sorted(grams, key=lambda g: (len(g), [ids[ch] for ch in g])):
    d = descriptor(grams[g])
    k = [ids[ch] for ch in g]
    if len(k) == 1:
        unigrams[k[0]] = d
        continue
    if len(k) == 2:
        if k[0] < 64 and k[1] < 64:
            pairs[k[0] << 6 | k[1]] = d
            continue
        k = [BIGRAM] + k
    key = k[0] << 22 | k[1] << 11 | k[2]
    slot = (key * HASH & (1 << 64) - 1) >> 64 - SLOT_BITS
    probes = 0
    while slots[slot]:
        slot = (slot + 1) % len(slots)
        probes += 1
    longest, total = max(longest, probes), total + probes
    slots[slot] = key << 28 | d
assert len(sparse) < 1 << 20

arrays = [
    ("uint16_t", "character_index", index),
    ("uint16_t", "characters", [v for b in blocks for v in b]),
    ("uint32_t", "unigrams", unigrams),
    ("uint32_t", "pairs", pairs),
    ("uint64_t", "slots", slots),
    ("uint16_t", "dense", dense),
    ("uint32_t", "sparse", sparse),
    # e^(-d) in units of 2^-24, d in sixteenths
    ("uint32_t", "exponentials", [round(2 ** 24 * math.exp(-d / 16)) for d in range(288)]),
    # The letters and marks that are joined, and what they become: a row for each mark.
    ("uint16_t", "joined_letters", [ord(c) for c in NGram.TO_NORMALIZE_VI_CHARS]),
    ("uint16_t", "joining_marks", [ord(c) for c in NGram.DMARK_CLASS]),
    ("uint16_t", "joined", [ord(c) for row in NGram.NORMALIZED_VI_CHARS for c in row]),
]
out = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "Sources", "CAssayTables")
note = ("// Part of Assay. Generated by scripts/tables/language.py from langdetect 1.0.9 (Apache-2.0; Copyright 2010-2014\n"
        "// Cybozu Labs, Inc.). Do not edit.\n")
with open(os.path.join(out, "include", "language_tables.h"), "w") as h:
    h.write(note + "#ifndef ASSAY_LANGUAGE_TABLES_H\n#define ASSAY_LANGUAGE_TABLES_H\n#include <stdint.h>\n\n"
            "#pragma clang assume_nonnull begin\n")
    for ctype, name, v in arrays:
        h.write(f"extern const {ctype} assay_language_{name}_table[{len(v)}];\n"
                f"static inline const {ctype} *assay_language_{name}(void) {{ return assay_language_{name}_table; }}\n"
                f"#define assay_language_{name}_count {len(v)}\n")
    h.write(f"#define assay_language_count {len(languages)}\n#define assay_language_lanes {LANES}\n"
            f"#define assay_language_slot_bits {SLOT_BITS}\n#define assay_language_hash {HASH:#x}ull\n"
            "extern const char assay_language_names_table[55][6];\n"
            "// The code of language `index`, which has to be below assay_language_count.\n"
            "static inline const char *assay_language_name(int index) { return assay_language_names_table[index]; }\n"
            "#pragma clang assume_nonnull end\n\n#endif\n")
with open(os.path.join(out, "language_tables.c"), "w") as f:
    f.write(note + '#include "language_tables.h"\n')
    f.write("\nconst char assay_language_names_table[55][6] = {" + ",".join(f'"{n}"' for n in languages) + "};\n")
    for ctype, name, v in arrays:
        f.write(f"\nconst {ctype} assay_language_{name}_table[{len(v)}] = {{\n")
        line = ""
        for x in v:
            text = str(x) + ","
            if len(line) + len(text) > 119:
                f.write(line + "\n")
                line = ""
            line += text
        f.write(line + "\n};\n")
print({name: len(v) for _, name, v in arrays}, "probes", longest, total, "grams", len(grams), file=sys.stderr)
