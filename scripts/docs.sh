#!/usr/bin/env bash
# Builds the DocC pages of every library into out/docs/TARGET, without a plug-in and without a network.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

docc=$(command -v docc || true)
[ -n "$docc" ] || docc=$(xcrun --find docc 2>/dev/null || true)
[ -n "$docc" ] || [ ! -x "$(dirname "$(command -v "$SWIFT")")/docc" ] || docc="$(dirname "$(command -v "$SWIFT")")/docc"
[ -n "$docc" ] || stop "docc was not found. It is part of the toolchain: put the toolchain's bin folder on the PATH."

echo "Reading the symbols …"
mkdir -p out/docs
# On Linux it ends in an error over the tests' own module, after the libraries' symbols are written; what counts is
# whether they are there, and that is asked below.
"$SWIFT" package dump-symbol-graph --minimum-access-level public >out/docs/symbols.log 2>&1 || true
graphs=$(find .build/ -type d -name symbolgraph -prune -print | head -n 1)
for catalog in Sources/*/*.docc; do
    target=$(basename "$catalog" .docc)
    [ -e "$graphs/$target.symbols.json" ] || stop "No symbols of $target were written; see out/docs/symbols.log."
    own=$(mktemp -d)
    find "$graphs" -maxdepth 1 \( -name "$target.symbols.json" -o -name "$target@*.symbols.json" \) \
        -exec cp {} "$own" \;
    "$docc" convert "$catalog" --additional-symbol-graph-dir "$own" --fallback-display-name "$target" \
        --fallback-bundle-identifier "assay.$target" --output-path "out/docs/$target" \
        --transform-for-static-hosting --hosting-base-path "$target"
    rm -rf "$own"
    echo "out/docs/$target"
done
