#!/usr/bin/env python3
# Part of Assay. SPDX-License-Identifier: Apache-2.0
"""Measures programs judged by tests against the plain evaluator that everybody copies: one python3 a test, no isolation.

    python3 scripts/bench_programs.py --assay .build/release/assay

Both use all processors and the same interpreter. What is printed is a ratio: both are measured in the same run.
"""
import argparse
import concurrent.futures
import json
import os
import subprocess
import sys
import tempfile
import time

PROGRAM = "def digits(n):\n    return sum(int(d) for d in str(abs(n)))\n"


def tests(count):
    return [f"assert digits({n * 37}) == {sum(int(d) for d in str(n * 37))}" for n in range(count)]


def plain(python, tenants, count):
    """The rate of tests with a process each."""
    def run(test):
        return subprocess.run([python, "-c", PROGRAM + test], capture_output=True, timeout=10).returncode

    jobs = [test for _ in range(tenants) for test in tests(count)]
    start = time.perf_counter()
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        codes = list(pool.map(run, jobs))
    assert not any(codes)
    return len(jobs) / (time.perf_counter() - start)


def sandboxed(assay, tenants, count):
    """The rate of tests by `assay verify`, a record a tenant."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
        for number in range(tenants):
            # No two records are the same.
            record = {"id": number, "text": "", "test_list": tests(count), "response": f"{PROGRAM}# {number}\n"}
            file.write(json.dumps(record) + "\n")
        file.flush()
        start = time.perf_counter()
        result = subprocess.run([assay, "verify", file.name, "--format", "json", "--quiet"], capture_output=True, text=True)
        seconds = time.perf_counter() - start
    if result.returncode:
        sys.exit(f"assay verify ended with {result.returncode}: {result.stderr[-500:]}")
    return tenants * count / seconds


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--assay", required=True)
    parser.add_argument("--python", default="/usr/bin/python3")
    parser.add_argument("--tenants", type=int, default=40)
    arguments, _ = parser.parse_known_args()
    if not os.path.exists(arguments.python) or not any(
        os.access(os.path.join(folder, "bwrap"), os.X_OK) for folder in ("/usr/bin", "/usr/local/bin")
    ):
        print("programs: skipped, bubblewrap or python3 is not installed")
        return
    for count in (1, 16, 64):
        tenants = max(4, arguments.tenants // (1 if count == 1 else 2 if count == 16 else 8))
        base = plain(arguments.python, tenants, count)
        own = sandboxed(arguments.assay, tenants, count)
        print(
            f"programs, {count:2} tests each: {own:7.1f} tests/s in the sandbox, {base:7.1f} tests/s by a plain "
            f"python3 a test: {own / base:.2f} times"
        )


main()
