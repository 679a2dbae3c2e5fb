#!/usr/bin/env bash
# Builds the binary that is given away and puts all that goes with it into dist/stage:
#   bin/assay, share/man/man1/assay.1, share/{bash-completion/completions,zsh/site-functions,fish/vendor_completions.d}
# The release and the wheel are both made from it.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

command -v python3 >/dev/null || stop "python3 is needed to pack a release."
version=$(version)
[ -n "$version" ] || stop "CHANGELOG.md names no version."

# A build folder of its own: other flags in the common one would rebuild everything there, twice.
flags=(-c release --scratch-path .build-static --product assay)
# The Swift libraries go into the binary; macOS has them in the system.
[ "$(uname -s)" != Linux ] || flags+=(--static-swift-stdlib)
"$SWIFT" build "${flags[@]}"

stage=dist/stage
rm -rf "$stage"
mkdir -p "$stage/bin" "$stage/share/man/man1" "$stage/share/bash-completion/completions" \
    "$stage/share/zsh/site-functions" "$stage/share/fish/vendor_completions.d"
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
cp LICENSE NOTICE CHANGELOG.md "$stage/"
[ "$(uname -s)" != Linux ] || python3 scripts/glibc.py "$assay"
