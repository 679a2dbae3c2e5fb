#!/usr/bin/env python3
# Part of Assay. SPDX-License-Identifier: Apache-2.0
"""Prints GPT-4's four IFEval accuracies twice: as Assay decides, and with prompt 1122 as a reference run decided it.

usage: python3 scripts/gpt4_table.py ASSAY FILE

FILE has a record for each of GPT-4's 541 responses: `key`, `prompt`, `instruction_id_list`, `kwargs`, `response`, and the
reference's verdicts `strict` and `loose`, a truth value for each instruction. It may be compressed with gzip.
"""
import gzip
import json
import subprocess
import sys

binary, path = sys.argv[1:3]
opened = gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8")
with opened:
    records = [json.loads(line) for line in opened if line.strip()]
run = subprocess.run([binary, "verify", path, "--out", "-", "--quiet", "--evidence", "none"],
                     capture_output=True, text=True, check=True)
results = [json.loads(line) for line in run.stdout.splitlines()]


def table(replaces):
    figures = []
    for protocol in ("strict", "loose"):
        rows = []
        for record, result in zip(records, results):
            row = [check.get(protocol, check["label"]) == "pass" for check in result["checks"]]
            if replaces and record["key"] == 1122:
                row = record[protocol]
            rows.append(row)
        figures.append(100 * sum(map(all, rows)) / len(rows))
        figures.append(100 * sum(map(sum, rows)) / sum(map(len, rows)))
    return " / ".join("%.2f" % figure for figure in figures)


print("strict prompt / strict instruction / loose prompt / loose instruction")
print("1122 as written: " + table(False))
print("1122 as drawn:   " + table(True))
