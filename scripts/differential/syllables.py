# Part of Assay. SPDX-License-Identifier: Apache-2.0
"""Writes cases for NLTKDifferentialTests.syllablesEqualSyllapys: words with syllapy 0.8.0's counts.

usage: python syllables.py COUNT SEED OUT

Every word of syllapy's table comes first, then random words and compounds. Run the test with ASSAY_SYLLABLE_CASES=OUT.
"""
import json
import random
import sys

import syllapy
from syllapy import WORD_DICT

count, seed, out = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
rng = random.Random(seed)
words = list(WORD_DICT)
letters = "aaaeeeiioouuyybcdfghjklmnpqrstvwxzle"
rare = ["-", "-", "--", "'", ".", " ", "\n", "5", "é", "É", "A", "LE", "İ", "Σ", "٣", "_", "/", "\u00a0", "le", "e", "日", "²", "\t"]


def word():
    parts = []
    for _ in range(rng.choice((1, 1, 2, 3, 6))):
        kind = rng.random()
        if kind < 0.4:
            parts.append("".join(rng.choice(letters) for _ in range(rng.randrange(1, 9))))
        elif kind < 0.7:
            parts.append(rng.choice(words))
        else:
            parts.append(rng.choice(rare))
    return "".join(parts)


with open(out, "w", encoding="utf-8") as cases:
    for text in words + [text.upper() for text in words] + ["", " "] + [word() for _ in range(count)]:
        cases.write(json.dumps({"word": text, "count": syllapy.count(text)}, ensure_ascii=False) + "\n")
