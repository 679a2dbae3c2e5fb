#!/usr/bin/env bash
# Writes the man page from the tool's own help to dist/assay.1.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

mkdir -p dist
"$(bin_path)/assay" --experimental-dump-help | python3 scripts/man.py --version "$(version)" >dist/assay.1
echo "dist/assay.1"
