#!/usr/bin/env python3
# Part of Assay. SPDX-License-Identifier: Apache-2.0
"""Says what a Linux binary needs from the system it runs on.

    scripts/glibc.py dist/stage/bin/assay          prints the lowest glibc (and libstdc++) it runs with, and its libraries
    scripts/glibc.py --tag dist/stage/bin/assay    prints the platform tag of a wheel: manylinux_2_34_x86_64

Read from the version needs that the linker wrote into the binary (`readelf --version-info --dynamic`).
"""

import argparse
import platform
import re
import subprocess
import sys


def needs(binary):
    """The highest version needed of each family (GLIBC, GLIBCXX, …), and the libraries needed."""
    text = subprocess.run(
        ["readelf", "--wide", "--version-info", "--dynamic", binary],
        check=True, capture_output=True, text=True, env={"LC_ALL": "C", "PATH": "/usr/bin:/bin:/usr/local/bin"},
    ).stdout
    libraries = re.findall(r"\(NEEDED\)\s+Shared library: \[([^\]]+)\]", text)
    highest = {}
    # Only what is needed; the section of what is defined comes under another heading.
    section = text.split("Version needs section", 1)
    for family, version in re.findall(r"Name: ([A-Z]+)_([0-9][0-9.]*)", section[1] if len(section) > 1 else ""):
        key = tuple(int(part) for part in version.rstrip(".").split("."))
        highest[family] = max(highest.get(family, ()), key)
    return highest, libraries


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tag", action="store_true", help="print the platform tag of a wheel")
    parser.add_argument("binary")
    arguments = parser.parse_args()
    highest, libraries = needs(arguments.binary)
    if "GLIBC" not in highest:
        sys.exit(f"{arguments.binary}: names no glibc version; a dynamically linked Linux binary is expected.")
    major, minor = highest["GLIBC"][:2]
    if arguments.tag:
        print(f"manylinux_{major}_{minor}_{platform.machine()}")
        return
    written = ", ".join(f"{name} {'.'.join(map(str, highest[name]))}" for name in sorted(highest))
    print(f"needs at least: {written}")
    print(f"libraries: {' '.join(libraries)}")


if __name__ == "__main__":
    main()
