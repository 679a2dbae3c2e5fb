#!/usr/bin/env python3
# Part of Assay. SPDX-License-Identifier: Apache-2.0
"""Measures instructions about code against what everybody does: one process of ruff a file.

    python3 scripts/bench_lint.py --assay .build/release/assay

Both use all processors, the same ruff and the same rules. What is printed is a ratio: both are measured in the same run.
"""
import argparse
import concurrent.futures
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time

RULES = {
    "vericode:line_length": "E501", "vericode:naming": "N801,N802,N803,N806", "vericode:max_branches": "PLR0912",
    "vericode:pathlib": "PTH1,PTH2", "vericode:type_annotations": "ANN001,ANN201,ANN202,ANN204,ANN205,ANN206"}
WORDS = "data items values records users orders prices scores paths lines tokens nodes edges rows".split()


def function(number, rng):
    one, two = rng.sample(WORDS, 2)
    lines = [
        f"def process_{one}_{number}({one}: list[int], limit: int = {rng.randint(2, 99)}) -> dict[str, int]:",
        f'    """Summarise {one}.', "", "    Args:", f"        {one}: The {one}.", "        limit: The limit.", "",
        "    Returns:", "        The summary.", '    """', f"    {two} = {{}}",
        f"    for index, value in enumerate({one}):", "        if value > limit:",
        f"            {two}[str(index)] = value * {rng.randint(2, 9)}"]
    if rng.random() < .5: lines += [f"        elif value == {rng.randint(2, 50)}:", "            print('found', value)"]
    lines += ["        else:", f'            {two}[f"{{index}}"] = 0']
    if rng.random() < .4:
        lines += ["    try:", f"        handle = open('{one}.txt')", "    except IOError:", f"        return {two}"]
    if rng.random() < .4: lines += [f"    # keep {one} sorted", f"    {one}.sort()"]
    return lines + [f"    return {two}", "", ""]


def program(number):
    """A module of 30 to 65 lines; no two are the same."""
    rng = random.Random(number)
    lines = ['"""A module."""', "import os", "import sys", "from collections import defaultdict", "", ""]
    for count in range(rng.randint(1, 2)): lines += function(3 * number + count, rng)
    if rng.random() < .3: lines.append("RESULT = (" + ", ".join(f"value_{n}" for n in range(12)) + ")")
    return "\n".join(lines) + "\n"


def batched(assay, count):
    """Files a second by `assay verify`, and the seconds of work."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
        for number in range(count):
            file.write(json.dumps({
                "id": number, "prompt": "Write it.", "response": f"```python\n{program(number)}```\n",
                "checks": [{"verifier": name} for name in RULES]}) + "\n")
        file.flush()
        start, work = time.perf_counter(), os.times()
        result = subprocess.run([assay, "verify", file.name, "--format", "json", "--quiet"], capture_output=True, text=True)
        seconds, after = time.perf_counter() - start, os.times()
    if result.returncode:
        sys.exit(f"assay verify ended with {result.returncode}: {result.stderr[-500:]}")
    return count / seconds, after.children_user + after.children_system - work.children_user - work.children_system


def one_by_one(ruff, count):
    """Files a second by a process of ruff each, and the seconds of work."""
    with tempfile.TemporaryDirectory() as folder:
        names = [f"{folder}/m{number}.py" for number in range(count)]
        for number, name in enumerate(names):
            with open(name, "w") as file: file.write(program(number))

        def run(name):
            return subprocess.run(
                [ruff, "check", "--isolated", "--no-cache", "--ignore-noqa", "--output-format", "json", "--exit-zero",
                 "--line-length", "79", "--select", ",".join(RULES.values()), name], capture_output=True).returncode

        start, work = time.perf_counter(), os.times()
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool: codes = list(pool.map(run, names))
        seconds, after = time.perf_counter() - start, os.times()
    assert not any(codes)
    return count / seconds, after.children_user + after.children_system - work.children_user - work.children_system


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--assay", required=True)
    parser.add_argument("--files", type=int, default=20_000)
    arguments, _ = parser.parse_known_args()
    ruff = os.environ.get("ASSAY_RUFF") or shutil.which("ruff")
    if not ruff or not os.path.exists(ruff):
        print("lint: not measured: ruff is not installed")
        return
    rate, work = batched(arguments.assay, arguments.files)
    few = max(100, arguments.files // 40)
    plain, plain_work = one_by_one(ruff, few)
    print(f"code instructions, 5 a file: {rate:,.0f} files/s ({1e6 * work / arguments.files:,.0f} µs of work a file); "
          f"one process of ruff a file: {plain:,.0f} files/s ({1e6 * plain_work / few:,.0f} µs); ratio {rate / plain:.1f}")


if __name__ == "__main__":
    main()
