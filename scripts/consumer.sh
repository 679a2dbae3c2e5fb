#!/usr/bin/env bash
# Builds and runs Examples/Consumer, which uses AssayConstraints alone, and says on standard output what it pulled in:
#   packages besides assay: none
#   linked: 1234567 bytes, stripped
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

flags=(--package-path Examples/Consumer --scratch-path .build-consumer)
"$SWIFT" build "${flags[@]}" -c release >&2
binary="$("$SWIFT" build "${flags[@]}" -c release --show-bin-path)/Consumer"
"$binary"

# A package that is depended on by path is listed by its folder's name.
others=$("$SWIFT" package "${flags[@]}" show-dependencies --format flatlist 2>/dev/null | grep -vix "$(basename "$PWD")" || true)
echo "packages besides assay: ${others:-none}"
stripped=$(mktemp)
trap 'rm -f "$stripped"' EXIT
if [ "$(uname -s)" = Linux ]; then strip -o "$stripped" "$binary"; else strip -x -o "$stripped" "$binary"; fi
echo "linked: $(wc -c <"$stripped" | tr -d ' ') bytes, stripped"
