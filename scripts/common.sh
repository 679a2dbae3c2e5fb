# Shared by the scripts beside it: source it first.
# Leaves the working folder at the package's root and SWIFT set.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
SWIFT=${SWIFT:-swift}

# Prints a line to standard error and stops.
stop() {
    printf '%s\n' "$@" >&2
    exit 1
}

# The version that the change log names first: 0.1.0.
version() {
    sed -n 's/^## \[\{0,1\}\([0-9][0-9]*\.[0-9][0-9]*\.[0-9][^] ]*\).*/\1/p' CHANGELOG.md | head -n 1
}

# The folder with the release binaries.
bin_path() {
    "$SWIFT" build -c release --show-bin-path
}
