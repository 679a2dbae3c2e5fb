#!/usr/bin/env bash
# Packs dist/assay-VERSION-SYSTEM-MACHINE.tar.gz and its .sha256.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

scripts/stage.sh
python3 scripts/archive.py --stage dist/stage --version "$(version)" --out dist
