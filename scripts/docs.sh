#!/usr/bin/env bash
# Builds the DocC pages of all libraries into out/docs, with one page that lists them, without a plug-in and without a
# network. ASSAY_DOCS_CONFIGURATION=debug takes the modules of a debug build.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

beside=$(dirname "$(command -v "$SWIFT")")
# Prints where a tool of the toolchain stands.
tool() {
    command -v "$1" || xcrun --find "$1" 2>/dev/null || { [ -x "$beside/$1" ] && echo "$beside/$1"; } ||
        stop "$1 was not found. It is part of the toolchain: put the toolchain's bin folder on the PATH."
}
docc=$(tool docc)
extract=$(tool swift-symbolgraph-extract)

configuration=${ASSAY_DOCS_CONFIGURATION:-release}
"$SWIFT" build -c "$configuration" --product assay
built=$("$SWIFT" build -c "$configuration" --show-bin-path)

# What the compiler needs to read the modules: the C targets beside them, and the system it builds for.
flags=(-I "$built/Modules" -minimum-access-level public)
flags+=(-target "$("$SWIFT" -print-target-info | sed -n 's/.*"triple" *: *"\([^"]*\)".*/\1/p' | head -n 1)")
[ "$(uname -s)" != Darwin ] || flags+=(-sdk "$(xcrun --show-sdk-path)")
for map in "$built"/*.build/module.modulemap Sources/*/module.modulemap; do
    flags+=(-Xcc "-fmodule-map-file=$map")
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
archives=()
for catalog in Sources/*/*.docc; do
    target=$(basename "$catalog" .docc)
    mkdir -p "$work/$target"
    "$extract" -module-name "$target" "${flags[@]}" -output-dir "$work/$target"
    "$docc" convert "$catalog" --additional-symbol-graph-dir "$work/$target" --fallback-display-name "$target" \
        --fallback-bundle-identifier "assay.$target" --transform-for-static-hosting \
        --output-path "$work/$target.doccarchive"
    archives+=("$work/$target.doccarchive")
done

rm -rf out/docs
mkdir -p out
"$docc" merge "${archives[@]}" --synthesized-landing-page-name Assay --synthesized-landing-page-kind Package \
    --output-path out/docs
echo "To read them:  python3 -m http.server -d out/docs  and open http://localhost:8000/documentation/"
