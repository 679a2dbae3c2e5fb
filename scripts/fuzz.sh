#!/usr/bin/env bash
# Runs the suites named …FuzzTests, each for ASSAY_FUZZ_SECONDS (default 600) instead of their short turn in `make test`.
# ASSAY_FUZZ_SEED repeats a failing run.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

export ASSAY_FUZZ_SECONDS=${ASSAY_FUZZ_SECONDS:-600}
"$SWIFT" test -c release --disable-testable-imports --no-parallel --filter FuzzTests
