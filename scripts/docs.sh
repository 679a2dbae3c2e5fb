#!/usr/bin/env bash
# Builds the DocC pages of every library into out/docs/TARGET, without a plug-in and without a network.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

docc=$(command -v docc || true)
[ -n "$docc" ] || docc=$(xcrun --find docc 2>/dev/null || true)
[ -n "$docc" ] || [ ! -x "$(dirname "$(command -v "$SWIFT")")/docc" ] || docc="$(dirname "$(command -v "$SWIFT")")/docc"
[ -n "$docc" ] || stop "docc was not found. It is part of the toolchain: put the toolchain's bin folder on the PATH."

echo "Reading the symbols …"
"$SWIFT" package dump-symbol-graph --minimum-access-level public >/dev/null
graphs=$(find .build -type d -name symbolgraph -prune -print | head -n 1)
[ -n "$graphs" ] || stop "No symbol graphs were written."

mkdir -p out/docs
for catalog in Sources/*/*.docc; do
    target=$(basename "$catalog" .docc)
    own=$(mktemp -d)
    find "$graphs" -maxdepth 1 \( -name "$target.symbols.json" -o -name "$target@*.symbols.json" \) \
        -exec cp {} "$own" \;
    "$docc" convert "$catalog" --additional-symbol-graph-dir "$own" --fallback-display-name "$target" \
        --fallback-bundle-identifier "assay.$target" --output-path "out/docs/$target" \
        --transform-for-static-hosting --hosting-base-path "$target"
    rm -rf "$own"
    echo "out/docs/$target"
done
