#!/usr/bin/env bash
# Builds the binary that is given away and puts all that goes with it into dist/stage:
#   bin/assay, share/man/man1/assay.1, share/{bash-completion/completions,zsh/site-functions,fish/vendor_completions.d},
#   README.md, docs, Examples, integrations/python
# The release and the wheel are both made from it.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

command -v python3 >/dev/null || stop "python3 is needed to pack a release."
version=$(version)
[ -n "$version" ] || stop "CHANGELOG.md names no version."

# A build folder of its own: other flags in the common one would rebuild everything there, twice. Package.resolved is
# common to all: written anew, even with the same content, it would make the next build in the common folder do the same.
resolved=$(mktemp)
[ ! -e Package.resolved ] || cp -p Package.resolved "$resolved"
trap 'rm -f "$resolved"' EXIT
flags=(-c release --scratch-path .build-static --product assay)
# The Swift libraries go into the binary; macOS has them in the system.
[ "$(uname -s)" != Linux ] || flags+=(--static-swift-stdlib)
"$SWIFT" build "${flags[@]}"

stage=dist/stage
rm -rf "$stage"
mkdir -p "$stage/bin" "$stage/share/man/man1" "$stage/share/bash-completion/completions" \
    "$stage/share/zsh/site-functions" "$stage/share/fish/vendor_completions.d"
if cmp -s "$resolved" Package.resolved; then touch -r "$resolved" Package.resolved; fi
cp "$("$SWIFT" build "${flags[@]}" --show-bin-path)/assay" "$stage/bin/assay"
chmod 755 "$stage/bin/assay"
if [ "$(uname -s)" = Linux ]; then strip "$stage/bin/assay"; else strip -x "$stage/bin/assay"; fi

assay="$stage/bin/assay"
said=$("$assay" --version)
case "$said" in
*"$version"*) ;;
*) stop "CHANGELOG.md says $version, but assay --version says: $said" ;;
esac
"$assay" --generate-completion-script bash >"$stage/share/bash-completion/completions/assay"
"$assay" --generate-completion-script zsh >"$stage/share/zsh/site-functions/_assay"
"$assay" --generate-completion-script fish >"$stage/share/fish/vendor_completions.d/assay.fish"
"$assay" --experimental-dump-help | python3 scripts/man.py --version "$version" >"$stage/share/man/man1/assay.1"
cp -R LICENSE NOTICE CHANGELOG.md CONTRIBUTING.md README.md docs Examples "$stage/"
# A package for a checkout: it takes Assay from two folders up.
rm -rf "$stage/Examples/Consumer"
mkdir -p "$stage/integrations/python/assay_rewards"
cp integrations/python/example_*.py "$stage/integrations/python/"
cp integrations/python/assay_rewards/*.py "$stage/integrations/python/assay_rewards/"
[ "$(uname -s)" != Linux ] || python3 scripts/glibc.py "$assay"
