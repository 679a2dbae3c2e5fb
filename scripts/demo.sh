#!/usr/bin/env bash
# Installs what is missing, builds, verifies the example records, and says where the page lies.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

scripts/install.sh
echo "Building (the first time takes some minutes) …"
"$SWIFT" build -c release --product assay
assay="$(bin_path)/assay"
page=out/quickstart.html

mkdir -p out
rm -f "$page"
echo
echo "\$ assay verify Examples/quickstart.jsonl --report $page"
status=0
"$assay" verify Examples/quickstart.jsonl --report "$page" || status=$?
# 2: some records ended in error; the table has said so.
[ "$status" -eq 0 ] || [ "$status" -eq 2 ] || exit "$status"

echo
[ ! -s "$page" ] || echo "Page:   $PWD/$page"
echo "Binary: $assay"
# What `make install` has put where PATH does not lead.
[ ! -x .build/tools/ruff/bin/ruff ] || echo "Linter: export ASSAY_RUFF=$PWD/.build/tools/ruff/bin/ruff"
