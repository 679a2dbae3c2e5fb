#!/usr/bin/env python3
# Part of Assay. SPDX-License-Identifier: Apache-2.0
"""Prints what Python's str methods make of many texts, a line a text, for UnicodeTextTests to compare with.

Needs a Python whose unicodedata is version 14.0.0 (Python 3.11); with another it prints nothing and ends with status 3.
Columns, separated by tabs; texts in hexadecimal UTF-8, `-` where empty, ranges as scalar offsets:
text, lower, upper, isupper of the text and of each scalar, islower likewise, strip, split, split("\\n"), splitlines, NFKD.

    python3 scripts/unicode_reference.py [NUMBER_OF_RANDOM_TEXTS]
"""
import random, sys, unicodedata

if unicodedata.unidata_version != "14.0.0":
    sys.exit(3)


def code(text):
    return text.encode().hex() or "-"


def bits(text, method):
    return "".join("01"[getattr(part, method)()] for part in [text, *text])


def ranges(text, parts):
    found, position = [], 0
    for part in parts:
        position = text.index(part, position)
        found.append(f"{position}:{position + len(part)}")
        position += len(part)
    return ",".join(found) or "-"


def line_ranges(text, parts_with_ends, parts):
    found, position = [], 0
    for whole, part in zip(parts_with_ends, parts):
        found.append(f"{position}:{position + len(part)}")
        position += len(whole)
    return ",".join(found) or "-"


def emit(text):
    stripped = text.strip()
    left = len(text) - len(text.lstrip())
    feeds = text.split("\n")
    print(code(text), code(text.lower()), code(text.upper()), bits(text, "isupper"), bits(text, "islower"),
          f"{left}:{left + len(stripped)}" if stripped else "empty", ranges(text, text.split()),
          line_ranges(text, [part + "\n" for part in feeds], feeds),
          line_ranges(text, text.splitlines(True), text.splitlines()),
          code(unicodedata.normalize("NFKD", text)), sep="\t")


SCALARS = [chr(c) for c in range(0x110000) if not 0xD800 <= c < 0xE000]
for start in range(0, len(SCALARS), 64):
    emit("".join(SCALARS[start:start + 64]))

random.seed(14)
ASCII = [chr(c) for c in range(128)]
SPACES = [c for c in SCALARS if c.isspace()] + ["\u200b", "\ufeff", "\u180e"]
MARKS = [c for c in SCALARS if unicodedata.combining(c)]
CASED = [c for c in SCALARS if c.isupper() or c.islower() or c.istitle()]
LONGER = [c for c in SCALARS if len(c.upper()) > 1 or len(c.lower()) > 1]
DECOMPOSED = [c for c in SCALARS if unicodedata.decomposition(c)]
SIGMA = list("ΣσςΣΣ") + list("aA'.:\u00ad\u0301\u0345ʰ1 -\u200d\u2019")
HANGUL = [chr(c) for c in range(0xAC00, 0xD7A4)] + [chr(c) for c in range(0x1100, 0x1200)]
POOLS = [ASCII, list("abcXYZ"), SPACES, MARKS, CASED, LONGER, DECOMPOSED, SIGMA, SIGMA, HANGUL, SCALARS]
for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 4000):
    pools = random.sample(POOLS, random.randint(1, 3))
    emit("".join(random.choice(random.choice(pools)) for _ in range(random.randint(0, 24))))
