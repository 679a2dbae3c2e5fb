#!/usr/bin/env bash
# Packs dist/assay_cli-VERSION-py3-none-PLATFORM.whl: the same binary, for pip.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

scripts/stage.sh
python3 scripts/wheel.py --stage dist/stage --version "$(version)" --out dist
