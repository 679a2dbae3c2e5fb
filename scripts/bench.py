#!/usr/bin/env python3
# Part of Assay. SPDX-License-Identifier: Apache-2.0
"""Measures `assay verify`, and the Python checker it is compared with, in one run on one machine.

Five parts, each printed as it ends; every figure is the best of --runs.
1. Speed against lm-eval's `ifeval` checker: GPT-4's 541 responses, strict and loose, one core, CPU seconds. Two
   figures: deciding alone, with records read beforehand on both sides (Benchmarks/verify-rate), and Assay's whole
   process, start-up, reading and writing of the repeated file included, against the checker's loop alone.
2. The same without the ids that identify a language.
3. Strict only, end to end: input bytes a second, on one core and on two.
4. Peak memory on a stream of lines of up to 1 MiB.
5. Time to start: `--help`, and one record.

The responses are read from ../shared/data/ifeval (--data), the checker is set up by ../shared/tools/peers (--peers);
a part whose input is absent is named and left out.
"""

import argparse
import gzip
import json
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
# These ids and no others run language identification.
LANGUAGE_IDS = ("language:response_language", "change_case:english_capital", "change_case:english_lowercase")


def run(arguments, **options):
    """CPU seconds and wall seconds of a child, and its exit status."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    status = subprocess.run(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **options)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if status.returncode not in (0, 2):
        sys.exit(f"{' '.join(map(str, arguments))} ended with {status.returncode}:\n{status.stderr.decode()[-2000:]}")
    cpu = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return cpu, wall


def best(runs, arguments):
    """The lowest CPU and wall seconds of several runs."""
    times = [run(arguments) for _ in range(runs)]
    return min(cpu for cpu, _ in times), min(wall for _, wall in times)


def without_language(record):
    """The record without the instructions that identify a language, or nothing if none is left."""
    pairs = [(i, k) for i, k in zip(record["instruction_id_list"], record["kwargs"]) if i not in LANGUAGE_IDS]
    if not pairs:
        return None
    return {"key": record["key"], "prompt": record["prompt"], "response": record["response"],
            "instruction_id_list": [i for i, _ in pairs], "kwargs": [k for _, k in pairs]}


def write(path, records, times=1):
    text = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records).encode()
    with path.open("wb") as output:
        for _ in range(times):
            output.write(text)
    return path, len(text) * times, len(records) * times


def peer_rate(options, path):
    """Responses that lm-eval's checker decides in a CPU second, or nothing if it is not set up."""
    python, tool = options.peers / "venv/bin/python", options.shared / "tools/peer_ifeval.py"
    if not python.exists() or not tool.exists():
        return None
    command = [python, tool, "--peer", "lmeval", "--ref", options.peers / "ref", "--data", path,
               "--nltk-data", options.peers / "nltk_data", "--mode", "both", "--repeat", str(options.runs)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return json.loads(printed.strip().splitlines()[-1])["responses_per_cpu_s"]


def compare(options, folder, name, records):
    single, _, _ = write(folder / "single.jsonl", records)
    repeated, size, count = write(folder / "repeated.jsonl", records, options.repeat)
    cpu, _ = best(options.runs, [options.assay, "verify", repeated, "--protocol", "both", "--jobs", "1", "--quiet",
                                 "--out", folder / "verdicts.jsonl"])
    deciding = json.loads(subprocess.run([options.rate, single, "both", "60"], check=True, capture_output=True,
                                         text=True).stdout)["responses_per_cpu_s"]
    rate = peer_rate(options, single)
    peer = f"lm-eval's checker {rate:,.0f}" if rate else f"no ratio: set up {options.shared / 'tools/peers'}"
    print(f"{name}: {peer} responses a CPU second")
    for what, own in (("deciding alone", deciding), ("whole process", count / cpu)):
        ratio = f", ratio {own / rate:,.0f}" if rate else ""
        print(f"  {what}: {own:,.0f} responses a CPU second{ratio}")
    print(f"  ({count:,} responses, {size / 1e6:.0f} MB, {cpu:.2f} s)", flush=True)


def throughput(options, folder, records):
    path, size, _ = write(folder / "repeated.jsonl", records, options.repeat)
    walls = {}
    for jobs in (1, 2):
        _, walls[jobs] = best(options.runs, [options.assay, "verify", path, "--protocol", "strict", "--jobs", str(jobs),
                                             "--quiet", "--out", folder / "verdicts.jsonl"])
    print(f"strict, end to end: {size / 1e6 / walls[1]:.1f} MB/s on one core, {size / 1e6 / walls[2]:.1f} on two "
          f"({walls[1] / walls[2]:.2f} times)", flush=True)


def memory(options):
    """Peak memory on a stream that is never on disk: lines from 1 KiB to 1 MiB."""
    process = subprocess.Popen(
        [options.assay, "verify", "-", "--check", "words min=10", "--quiet", "--out", "/dev/null"],
        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    written, size = 0, 1024
    while written < options.stream * 1_000_000:
        line = json.dumps({"id": str(written), "prompt": "", "response": "some words and more " * (size // 20)})
        data = line.encode() + b"\n"
        process.stdin.write(data)
        written += len(data)
        size = size * 2 if size < 1 << 20 else 1024
    process.stdin.close()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    unit = 1 if sys.platform == "darwin" else 1024
    print(f"peak memory: {usage.ru_maxrss * unit / 1e6:.0f} MB on a stream of {written / 1e9:.2f} GB "
          f"(exit {process.returncode})", flush=True)


def start_up(options, folder):
    _, help_wall = best(10, [options.assay, "--help"])
    record = ROOT / "Examples/quickstart.jsonl"
    one = folder / "one.jsonl"
    one.write_text(record.read_text().splitlines()[0] + "\n")
    _, one_wall = best(10, [options.assay, "verify", one, "--quiet", "--out", folder / "verdicts.jsonl"])
    print(f"start: --help {help_wall * 1000:.0f} ms, one record {one_wall * 1000:.0f} ms", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--assay", type=pathlib.Path, required=True, help="the release binary")
    parser.add_argument("--rate", type=pathlib.Path, required=True, help="the release binary of Benchmarks/verify-rate")
    parser.add_argument("--shared", type=pathlib.Path, default=ROOT.parent / "shared")
    parser.add_argument("--data", type=pathlib.Path, help="GPT-4's responses, .jsonl.gz")
    parser.add_argument("--peers", type=pathlib.Path, default=pathlib.Path.home() / ".cache/assay-peers")
    parser.add_argument("--repeat", type=int, default=100, help="how often Assay's input is repeated")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--stream", type=int, default=5000, help="megabytes of the memory test")
    options = parser.parse_args()
    data = options.data or options.shared / "data/ifeval/en__gpt-4-20231107.jsonl.gz"

    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        if data.exists():
            with gzip.open(data, "rt", encoding="utf-8") as lines:
                full = [json.loads(line) for line in lines]
            compare(options, folder, "all ids", full)
            compare(options, folder, "without language ids", [r for r in map(without_language, full) if r])
            throughput(options, folder, full)
        else:
            print(f"left out: speed ({data} is absent; --data FILE names another)")
        memory(options)
        start_up(options, folder)


if __name__ == "__main__":
    main()
