#!/usr/bin/env python3
# Part of Assay. SPDX-License-Identifier: Apache-2.0
"""Measures the verifier `answer` beside the Python graders of answers, in one run on one machine.

Each decides the labelled pairs of ../shared/data/answers (--shared) one after the other in one process; the processor
time of each pair is summed up, reading and start-up left out on both sides. Assay's turn is `assay audit`, which also
counts the making of the rule from each gold; the graders' turn is ../shared/tools/measure_answers.py, with math-verify as
../shared/tools/peers sets it up (--peers). Graders whose checkout is named with --grader NAME=FOLDER are measured too:
prm800k, qwen, prime, mathdapo. What is absent is named and left out.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent


def audit(options, data):
    """The figures of Assay's fastest run."""
    runs = []
    for _ in range(options.runs):
        command = [options.assay, "audit", data, "--check", options.check, "--jobs", "1", "--no-mutate", "--json", "--quiet"]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode not in (0, 2):
            sys.exit(f"assay audit ended with {done.returncode}:\n{done.stderr[-2000:]}")
        runs.append(json.loads(done.stdout))
    best = max(runs, key=lambda run: run["verdicts_per_cpu_second"] or 0)
    times = best["time_us"]
    return {"name": "Assay", "n": best["n"], "accuracy": best["accuracy"], "precision": best["precision"],
            "recall": best["recall"], "rate": best["verdicts_per_cpu_second"], "median": times["median"],
            "p99": times["p99"], "max": times["max"]}


def peer(options, data, backend, folder, checkout=None):
    """The figures of a Python grader, or nothing if it cannot run."""
    python, tool = options.peers / "venv/bin/python", options.shared / "tools/measure_answers.py"
    if not python.exists() or not tool.exists():
        return None
    results = folder / f"{backend}.json"
    command = [python, tool, backend, data, results]
    if checkout:
        command += ["--path", checkout]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0 or not results.exists():
        print(f"left out: {backend} cannot run ({done.stderr.strip().splitlines()[-1:]})")
        return None
    content = json.loads(results.read_text())
    summary = content["summary"]
    cpu = sorted(result["cpu"] for result in content["results"])
    return {"name": backend.replace("_", "-"), "n": summary["labelled"], "accuracy": summary["accuracy"],
            "precision": summary["precision"], "recall": summary["recall"], "rate": summary["pairs_per_cpu_s"],
            "median": cpu[len(cpu) // 2] * 1e6, "p99": cpu[min(len(cpu) - 1, int(len(cpu) * 0.99))] * 1e6,
            "max": cpu[-1] * 1e6}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--assay", type=pathlib.Path, required=True, help="the release binary")
    parser.add_argument("--check", default="answer", help="the check, as assay audit takes it")
    parser.add_argument("--shared", type=pathlib.Path, default=ROOT.parent / "shared")
    parser.add_argument("--peers", type=pathlib.Path, default=pathlib.Path.home() / ".cache/assay-peers")
    parser.add_argument("--grader", action="append", default=[], metavar="NAME=FOLDER")
    parser.add_argument("--runs", type=int, default=3)
    options, _ = parser.parse_known_args()
    data = options.shared / "data/answers/pairs.jsonl.gz"
    if not data.exists():
        print(f"left out: answers ({data} is absent)")
        return
    rows = [audit(options, data)]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        found = peer(options, data, "math_verify", folder)
        if found:
            rows.append(found)
        else:
            print(f"left out: math-verify (set it up with {options.shared / 'tools/peers'} {options.peers})")
        for grader in options.grader:
            backend, _, checkout = grader.partition("=")
            rows += filter(None, [peer(options, data, backend, folder, checkout)])
    print(f"{'answers, ' + data.name:24} {'n':>6} {'accuracy':>9} {'precision':>9} {'recall':>7} "
          f"{'pairs/CPU s':>12} {'median µs':>10} {'p99 µs':>9} {'max µs':>9} {'ratio':>7}")
    for row in rows:
        ratio = f"{rows[0]['rate'] / row['rate']:,.0f}" if row is not rows[0] and row["rate"] else ""
        print(f"{row['name']:24} {row['n']:6,} {row['accuracy']:9.4f} {row['precision'] or 0:9.4f} {row['recall']:7.4f} "
              f"{row['rate']:12,.0f} {row['median']:10,.0f} {row['p99']:9,.0f} {row['max']:9,.0f} {ratio:>7}")


if __name__ == "__main__":
    main()
