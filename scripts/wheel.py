#!/usr/bin/env python3
# Part of Assay. SPDX-License-Identifier: Apache-2.0
"""Packs a staged folder as a wheel, so that `pip install FILE.whl` puts `assay` on the PATH.

The binary is a script of the wheel; man page, completions, and below share/doc/assay the documentation and the examples are
its data; `assay_rewards`, the reward functions of integrations/python, is its one package: pure Python, which runs that binary. The platform tag names the lowest glibc
that the binary was measured to need (Linux) or the system it was built for (macOS). The same folder gives the same bytes.
"""

import argparse
import base64
import hashlib
import os
import pathlib
import platform
import sys
import zipfile

import glibc

DISTRIBUTION = "assay-cli"
PYTHON = pathlib.Path(__file__).resolve().parents[1] / "integrations/python"
PYTHON_VERSIONS = ">=3.9"
SUMMARY = "Decides whether a language model's response did what it was asked, and says why."


def platform_tag(binary):
    """The wheel's platform tag for a binary built on this machine."""
    if sys.platform == "darwin":
        # What Package.swift asks for.
        return f"macosx_15_0_{platform.machine()}"
    highest, _ = glibc.needs(binary)
    major, minor = highest["GLIBC"][:2]
    return f"manylinux_{major}_{minor}_{platform.machine()}"


def entries(stage, name, tag, version):
    """The wheel's files as (path, bytes, executable), without RECORD."""
    yield f"{name}.data/scripts/assay", (stage / "bin/assay").read_bytes(), True
    for path in sorted((stage / "share").rglob("*")):
        if path.is_file():
            yield f"{name}.data/data/{path.relative_to(stage).as_posix()}", path.read_bytes(), False
    for folder in ("docs", "Examples"):
        for path in sorted((stage / folder).rglob("*")):
            if path.is_file():
                yield f"{name}.data/data/share/doc/assay/{path.relative_to(stage).as_posix()}", path.read_bytes(), False
    for path in sorted((PYTHON / "assay_rewards").glob("*.py")):
        yield path.relative_to(PYTHON).as_posix(), path.read_bytes(), False
    for licence in ("LICENSE", "NOTICE"):
        yield f"{name}.dist-info/licenses/{licence}", (stage / licence).read_bytes(), False
    metadata = (
        "Metadata-Version: 2.1\n"
        f"Name: {DISTRIBUTION}\n"
        f"Version: {version}\n"
        f"Summary: {SUMMARY}\n"
        f"Requires-Python: {PYTHON_VERSIONS}\n"
        "License: Apache-2.0\n"
        "License-File: LICENSE\n"
        "License-File: NOTICE\n"
    )
    yield f"{name}.dist-info/METADATA", metadata.encode(), False
    wheel = f"Wheel-Version: 1.0\nGenerator: scripts/wheel.py\nRoot-Is-Purelib: false\nTag: {tag}\n"
    yield f"{name}.dist-info/WHEEL", wheel.encode(), False


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--stage", type=pathlib.Path, required=True, help="the staged folder")
    parser.add_argument("--version", required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True, help="the folder to write to")
    arguments = parser.parse_args()

    tag = f"py3-none-{platform_tag(os.fspath(arguments.stage / 'bin/assay'))}"
    name = f"{DISTRIBUTION.replace('-', '_')}-{arguments.version}"
    target = arguments.out / f"{name}-{tag}.whl"
    record = []
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:

        def add(path, content, executable):
            entry = zipfile.ZipInfo(path, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = (0o100755 if executable else 0o100644) << 16
            archive.writestr(entry, content)

        for path, content, executable in entries(arguments.stage, name, tag, arguments.version):
            add(path, content, executable)
            digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
            record.append(f"{path},sha256={digest},{len(content)}")
        record.append(f"{name}.dist-info/RECORD,,")
        add(f"{name}.dist-info/RECORD", ("\n".join(record) + "\n").encode(), False)
    print(f"{target} ({target.stat().st_size / 1e6:.1f} MB)")


if __name__ == "__main__":
    main()
