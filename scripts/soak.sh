#!/usr/bin/env bash
# Runs ASSAY_SOAK_RUNS (default 10000) programs in sandboxes and compares what is left afterwards with what was there before.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

export ASSAY_SOAK_RUNS=${ASSAY_SOAK_RUNS:-10000}
# The modules of the build, as `make test` has them.
"$SWIFT" test -c release --disable-testable-imports --filter SoakTests
