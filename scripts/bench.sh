#!/usr/bin/env bash
# Builds the release binary and measures it; scripts/bench.py says what and how.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

command -v python3 >/dev/null || stop "python3 is needed to measure."
"$SWIFT" build -c release --product assay
python3 scripts/bench.py --assay "$(bin_path)/assay" "$@"
