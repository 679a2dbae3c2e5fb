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

MAIN = "print(digits(int(input())))\n"
PROGRAM = "def digits(n):\n    return sum(int(d) for d in str(abs(n)))\n"


def tests(count):
    return [f"assert digits({n * 37}) == {sum(int(d) for d in str(n * 37))}" for n in range(count)]


def cases(count):
    return [{"input": f"{n * 37}\n", "output": f"{sum(int(d) for d in str(n * 37))}"} for n in range(count)]


def rate(run, count):
    """Runs a second."""
    start = time.perf_counter()
    run()
    return count / (time.perf_counter() - start)


def plain(python, tenants, count, kind):
    """A process for each test, as many at a time as there are processors."""
    def run(test):
        source, text = (PROGRAM + test, "") if kind == "assertions" else (PROGRAM + MAIN, test["input"])
        done = subprocess.run([python, "-c", source], input=text, capture_output=True, text=True, timeout=30)
        return done.returncode or (kind == "cases" and done.stdout.strip() != test["output"])

    jobs = [test for _ in range(tenants) for test in (tests if kind == "assertions" else cases)(count)]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        assert not any(pool.map(run, jobs))


def sandboxed(assay, tenants, count, kind, sandbox="auto"):
    """`assay verify`, a record a tenant; no two programs are the same."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
        for number in range(tenants):
            check = {"tests": tests(count)} if kind == "assertions" else {"cases": cases(count)}
            response = f"{PROGRAM}{MAIN if kind == 'cases' else ''}# {number}\n"
            record = {"id": number, "prompt": "", "response": response, "checks": [{"verifier": "tests", **check}]}
            file.write(json.dumps(record) + "\n")
        file.flush()
        result = subprocess.run(
            [assay, "verify", file.name, "--format", "json", "--quiet"], capture_output=True, text=True,
            env={**os.environ, "ASSAY_SANDBOX": sandbox})
    if result.returncode or json.loads(result.stdout)["score"] != 1:
        sys.exit(f"assay verify ended with {result.returncode}: {result.stderr[-500:]}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--assay", required=True)
    parser.add_argument("--python", default="/usr/bin/python3")
    parser.add_argument("--tenants", type=int, default=200, help="of one test; fewer of many tests")
    arguments, _ = parser.parse_known_args()
    if not os.path.exists(arguments.python) or not any(
        os.access(os.path.join(folder, "bwrap"), os.X_OK) for folder in ("/usr/bin", "/usr/local/bin")
    ):
        print("programs: skipped, bubblewrap or python3 is not installed")
        return
    once = max(rate(lambda: sandboxed(arguments.assay, 50, 1, "assertions", "once"), 50) for _ in range(2))
    print(f"programs, a bubblewrap for each test: {once:.1f} tests/s; load {os.getloadavg()[0]:.1f} on {os.cpu_count()}")
    for kind, count in (("assertions", 1), ("assertions", 16), ("assertions", 64), ("cases", 1), ("cases", 16)):
        tenants = max(4, arguments.tenants // (1 if count == 1 else 5 if count == 16 else 20))
        few = max(1, 160 // count)
        base, own = 0.0, 0.0
        # In turns, and the better of two: another program's work beside them hits both.
        for _ in range(2):
            base = max(base, rate(lambda: plain(arguments.python, few, count, kind), few * count))
            own = max(own, rate(lambda: sandboxed(arguments.assay, tenants, count, kind), tenants * count))
        print(
            f"programs, {count:2} {kind} each: {own:7.1f}/s in the sandbox, {base:7.1f}/s by a plain python3 each: "
            f"{own / base:.2f} times; {own / once:.1f} times a bubblewrap for each"
        )


main()
