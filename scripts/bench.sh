#!/usr/bin/env bash
# Builds the release binary and the benchmarks' own package and measures them; scripts/bench.py,
# scripts/bench_answers.py, scripts/bench_programs.py and scripts/bench_lint.py say what and how.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

command -v python3 >/dev/null || stop "python3 is needed to measure."
"$SWIFT" build -c release --product assay
"$SWIFT" build -c release --package-path Benchmarks --product verify-rate
rate=$("$SWIFT" build -c release --package-path Benchmarks --show-bin-path)/verify-rate
python3 scripts/bench.py --assay "$(bin_path)/assay" --rate "$rate" "$@"
python3 scripts/bench_answers.py --assay "$(bin_path)/assay" "$@"
python3 scripts/bench_programs.py --assay "$(bin_path)/assay" "$@"
python3 scripts/bench_lint.py --assay "$(bin_path)/assay" "$@"
