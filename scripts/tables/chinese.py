#!/usr/bin/env python3
# Part of Assay. SPDX-License-Identifier: Apache-2.0
"""Writes the table of simplified and traditional Chinese signs.

Source: the dictionaries of OpenCC (https://github.com/BYVoid/OpenCC, Apache-2.0), as the Python package
opencc-python-reimplemented 0.1.7 carries them. Usage:

    python3 scripts/tables/chinese.py FOLDER_OF_DICTIONARIES
"""
import os
import sys

FOLDER = sys.argv[1]
TARGET = os.path.join(os.path.dirname(__file__), "..", "..", "Sources", "CAssayTables")


def load(name):
    table = {}
    with open(os.path.join(FOLDER, name + ".txt"), encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if line:
                key, values = line.split("\t")
                if len(key) == 1:
                    table[key] = values.split(" ")
    return table


to_traditional, to_simplified = load("STCharacters"), load("TSCharacters")
taiwan = load("TWVariants")

# Pronouns of Taiwanese usage, 你 and 它 on the mainland, which OpenCC leaves as they are.
PRONOUNS = ["妳", "牠"]

# 1: changes on the way to traditional signs as written in Taiwan; 2: on the way to simplified signs.
# 4, 8: the same, but the sign itself is also one of the possible results.
flags = {}
for sign in set(to_traditional) | set(to_simplified) | set(taiwan):
    results = [taiwan.get(one, [one])[0] for one in to_traditional.get(sign, [sign])]
    if results[0] != sign:
        flags[sign] = flags.get(sign, 0) | 1 | (4 if sign in results else 0)
    results = to_simplified.get(sign, [sign])
    if results[0] != sign:
        flags[sign] = flags.get(sign, 0) | 2 | (8 if sign in results else 0)
for sign in PRONOUNS:
    flags[sign] = flags.get(sign, 0) | 2

entries = [ord(sign) << 4 | flags[sign] for sign in sorted(flags)]

with open(os.path.join(TARGET, "chinese_tables.c"), "w", encoding="utf-8") as out:
    out.write(
        "// Part of Assay. SPDX-License-Identifier: Apache-2.0\n"
        "// Written by scripts/tables/chinese.py; do not edit.\n"
        "// Source: dictionaries of OpenCC (BYVoid and contributors), Apache-2.0.\n\n"
        '#include "include/chinese_tables.h"\n\n'
        f"const uint32_t assay_chinese_count = {len(entries)};\n"
        f"const uint32_t assay_chinese_data[{len(entries)}] = {{\n"
    )
    for start in range(0, len(entries), 12):
        out.write("    " + ", ".join(f"0x{entry:X}" for entry in entries[start : start + 12]) + ",\n")
    out.write("};\n")

with open(os.path.join(TARGET, "include", "chinese_tables.h"), "w", encoding="utf-8") as out:
    out.write(
        "// Part of Assay. SPDX-License-Identifier: Apache-2.0\n"
        "// Written by scripts/tables/chinese.py; do not edit.\n\n"
        "#ifndef ASSAY_CHINESE_TABLES_H\n#define ASSAY_CHINESE_TABLES_H\n\n#include <stdint.h>\n\n"
        "extern const uint32_t assay_chinese_count;\n"
        f"extern const uint32_t assay_chinese_data[{len(entries)}];\n\n"
        "// Sorted: a scalar in the upper 28 bits; in the lower four, whether it changes on the way to traditional (1) or\n"
        "// simplified (2) signs, and whether it is a possible result itself (4, 8).\n"
        "static inline const uint32_t *_Nonnull assay_chinese(void) { return assay_chinese_data; }\n\n"
        "#endif\n"
    )
