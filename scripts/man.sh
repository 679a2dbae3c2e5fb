#!/usr/bin/env bash
# Writes the man page from the tool's own help to dist/assay.1. Any binary that is newer than the sources will do: one is
# built only where there is none.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

assay=
for built in .build/release/assay .build-static/release/assay .build/debug/assay; do
    [ -x "$built" ] || continue
    [ -z "$(find Package.swift Sources -type f -newer "$built" | head -n 1)" ] || continue
    assay=$built
    break
done
if [ -z "$assay" ]; then
    "$SWIFT" build -c release --product assay
    assay=$(bin_path)/assay
fi

mkdir -p dist
"$assay" --experimental-dump-help | python3 scripts/man.py --version "$(version)" >dist/assay.1
echo "dist/assay.1"
