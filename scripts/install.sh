#!/usr/bin/env bash
# Makes sure that a build can start, a Swift toolchain and zlib's header, and that programs and steps can be judged:
# bubblewrap, z3, and ruff, which pip puts into .build/tools.
# As root on Debian and Ubuntu it installs what is missing; else it prints the exact lines and stops.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

# The oldest toolchain that reads Package.swift.
oldest=$(sed -n '1s|^// swift-tools-version: *||p' Package.swift)

# Prints how to get a toolchain and stops.
stop_without_swift() {
    {
        echo "$1"
        echo
        echo "On Debian or Ubuntu:"
        echo "    sudo apt-get update && sudo apt-get install -y curl gpg git make g++ python3 zlib1g-dev"
        # shellcheck disable=SC2016
        echo '    curl -O https://download.swift.org/swiftly/linux/swiftly-$(uname -m).tar.gz && tar zxf swiftly-$(uname -m).tar.gz && ./swiftly init && . ~/.local/share/swiftly/env.sh'
        echo
        echo "On macOS:"
        echo "    xcode-select --install"
        echo "    curl -O https://download.swift.org/swiftly/darwin/swiftly.pkg && installer -pkg swiftly.pkg -target CurrentUserHomeDirectory && ~/.swiftly/bin/swiftly init && . ~/.swiftly/env.sh"
        echo
        echo "Then run make again. Other systems: https://www.swift.org/install"
    } >&2
    exit 1
}

# True if version $1 is at least version $2.
at_least() {
    local a b
    IFS=. read -r -a a <<<"$1"
    IFS=. read -r -a b <<<"$2"
    [ "${a[0]:-0}" -gt "${b[0]:-0}" ] ||
        { [ "${a[0]:-0}" -eq "${b[0]:-0}" ] && [ "${a[1]:-0}" -ge "${b[1]:-0}" ]; }
}

command -v "$SWIFT" >/dev/null || stop_without_swift "No Swift toolchain was found (\"$SWIFT\" is not on the PATH)."
found=$("$SWIFT" --version 2>/dev/null | sed -n 's/.*Swift version \([0-9][0-9.]*\).*/\1/p' | head -n 1)
[ -n "$found" ] || stop_without_swift "\"$SWIFT --version\" does not name a Swift version."
at_least "$found" "$oldest" || stop_without_swift "Swift $found was found; $oldest or later is needed."

# Puts the linter into .build/tools/ruff, in the one version whose decisions Assay knows: a link to one that is there, else by
# pip. It is no part of the build: without it, the checks that need it are errors, and their tests are skipped.
install_ruff() {
    local version found
    version=$(sed -n 's/.*static let version = "\([0-9.]*\)".*/\1/p' Sources/AssayPrograms/CodeInstructions/RuffTool.swift)
    for found in .build/tools/ruff/bin/ruff "${ASSAY_RUFF:-}" "$(command -v ruff || true)"; do
        [ -n "$found" ] && [ "$("$found" --version 2>/dev/null)" = "ruff $version" ] || continue
        if [ "$found" != .build/tools/ruff/bin/ruff ] && [ "$found" != "$PWD/.build/tools/ruff/bin/ruff" ]; then
            mkdir -p .build/tools/ruff/bin
            ln -sf "$found" .build/tools/ruff/bin/ruff
        fi
        return 0
    done
    rm -rf .build/tools/ruff
    if python3 -m pip --version >/dev/null 2>&1; then
        echo "Installing ruff $version into .build/tools …"
        python3 -m pip install --quiet --disable-pip-version-check --no-deps --target .build/tools/ruff \
            "ruff==$version" 2>/dev/null && return 0
    elif command -v uv >/dev/null; then
        echo "Installing ruff $version into .build/tools …"
        uv pip install --quiet --no-deps --target .build/tools/ruff "ruff==$version" 2>/dev/null && return 0
    fi
    echo "Note: ruff $version is not installed (pip install ruff==$version): the checks lint and vericode are errors," \
        "and their tests are skipped."
}

# zlib is part of the SDK on macOS.
if [ "$(uname -s)" != Linux ]; then
    install_ruff
    exit 0
fi

# True if the C compiler of the toolchain finds zlib's header.
has_zlib() {
    local compiler
    for compiler in "$(dirname "$(command -v "$SWIFT")")/clang" clang cc gcc; do
        command -v "$compiler" >/dev/null || continue
        echo '#include <zlib.h>' | "$compiler" -E -x c - >/dev/null 2>&1 && return 0
    done
    [ -e /usr/include/zlib.h ]
}

missing=()
has_zlib || missing+=(zlib1g-dev)
# Programs that are judged run in bubblewrap; the build and all other verifiers do without.
if ! command -v bwrap >/dev/null; then
    if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
        missing+=(bubblewrap)
    else
        echo "Note: bubblewrap is not installed: programs cannot be judged, and the tests of that are skipped."
    fi
fi
# Steps of solutions are proved by z3; arithmetic is decided without it.
if ! command -v z3 >/dev/null; then
    if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
        missing+=(z3)
    else
        echo "Note: z3 is not installed: step proofs decide arithmetic and simple equations alone."
    fi
fi
# pip brings the linter; a Debian without it gets it where that can be done.
if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null && command -v python3 >/dev/null &&
    ! python3 -m pip --version >/dev/null 2>&1; then
    apt-get update -qq >/dev/null 2>&1 && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
        --no-install-recommends python3-pip >/dev/null 2>&1 || true
fi
install_ruff
[ ${#missing[@]} -gt 0 ] || exit 0

line="apt-get install -y ${missing[*]}"
if ! command -v apt-get >/dev/null; then
    stop "Missing: zlib with its header (zlib1g-dev on Debian, zlib-devel on Fedora). Install it, then run make again."
fi
if [ "$(id -u)" -ne 0 ]; then
    stop "Missing: ${missing[*]}. Run this line, then make again:" "    sudo $line"
fi
echo "Installing ${missing[*]} …"
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq && apt-get install -y -qq "${missing[@]}" >/dev/null ||
    stop "That failed. Run this line to see why:" "    apt-get update && $line"
