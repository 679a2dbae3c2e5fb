#!/usr/bin/env python3
# Part of Assay. SPDX-License-Identifier: Apache-2.0
"""Packs a staged folder as dist/assay-VERSION-SYSTEM-MACHINE.tar.gz with its SHA-256 beside it.

The same folder gives the same bytes: names are sorted, owners and times are fixed (SOURCE_DATE_EPOCH, else 1980).
"""

import argparse
import gzip
import hashlib
import io
import os
import pathlib
import platform
import tarfile


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--stage", type=pathlib.Path, required=True, help="the staged folder")
    parser.add_argument("--version", required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True, help="the folder to write to")
    arguments = parser.parse_args()

    time = int(os.environ.get("SOURCE_DATE_EPOCH", "315532800"))
    system = {"Darwin": "macos"}.get(platform.system(), platform.system().lower())
    name = f"assay-{arguments.version}-{system}-{platform.machine()}"
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for path in sorted(arguments.stage.rglob("*")):
            if not path.is_file():
                continue
            entry = tarfile.TarInfo(f"{name}/{path.relative_to(arguments.stage).as_posix()}")
            entry.size, entry.mtime = path.stat().st_size, time
            entry.mode = 0o755 if os.access(path, os.X_OK) else 0o644
            with path.open("rb") as content:
                archive.addfile(entry, content)

    target = arguments.out / f"{name}.tar.gz"
    with target.open("wb") as raw, gzip.GzipFile(filename="", fileobj=raw, mode="wb", mtime=time) as compressed:
        compressed.write(packed.getvalue())
    digest = hashlib.sha256(target.read_bytes()).hexdigest()
    target.with_name(target.name + ".sha256").write_text(f"{digest}  {target.name}\n")
    print(f"{target} ({target.stat().st_size / 1e6:.1f} MB)\n{target}.sha256")


if __name__ == "__main__":
    main()
