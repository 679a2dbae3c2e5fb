#!/usr/bin/env python3
# Part of Assay. SPDX-License-Identifier: Apache-2.0
"""Turns the tool's own description of its commands into a man page.

    assay --experimental-dump-help | scripts/man.py --version 0.1.0 >assay.1

Reads swift-argument-parser's JSON from standard input. Every command and option that `--help` shows is in the page, and
nothing else, so the page cannot say what the tool does not do.
"""

import argparse
import json
import sys

EXIT_CODES = [
    ("0", "ran"),
    ("1", "a threshold or gate was not met (wins over 2)"),
    ("2", "some records ended in error"),
    ("3", "could not run: a missing file, a full disk"),
    ("64", "usage"),
    ("130", "interrupted"),
]


def escaped(text):
    """The text with roff's own signs made plain."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq")
    return "\n".join("\\&" + line if line.startswith((".", "\\(aq")) else line for line in text.split("\n"))


def paragraphs(text):
    """Text as roff: blank lines part paragraphs, indented lines keep their breaks."""
    lines, literal = [], False
    for line in text.strip("\n").split("\n"):
        indented = line.startswith("  ")
        if indented != literal:
            lines.append(".RS\n.nf" if indented else ".fi\n.RE")
            literal = indented
        lines.append(escaped(line.strip()) if line.strip() else ".PP")
    if literal:
        lines.append(".fi\n.RE")
    return lines


def written(name):
    return "-" + name["name"] if name["kind"] == "short" else (
        "--" + name["name"] if name["kind"] == "long" else "-" + name["name"])


def shown(command, parents):
    """The command's arguments that help shows; `--version` and `--help` only where they first stand."""
    for argument in command.get("arguments", []):
        if not argument.get("shouldDisplay", True):
            continue
        if parents and argument.get("valueName") in ("help", "version") and argument["kind"] == "flag":
            continue
        yield argument


def synopsis(command, parents):
    parts = [f"\\fB{escaped(' '.join(parents + [command['commandName']]))}\\fR"]
    options = [a for a in shown(command, parents) if a["kind"] != "positional"]
    if options:
        parts.append("[\\fIoptions\\fR]")
    for argument in shown(command, parents):
        if argument["kind"] == "positional":
            value = f"\\fI{escaped(argument['valueName'])}\\fR" + (" ..." if argument.get("isRepeating") else "")
            parts.append(f"[{value}]" if argument.get("isOptional") else value)
    if visible(command):
        parts.append("\\fIcommand\\fR" if not options else "[\\fIcommand\\fR]")
    return " ".join(parts)


def described(argument):
    """One argument as a tagged paragraph."""
    if argument["kind"] == "positional":
        head = f"\\fI{escaped(argument['valueName'])}\\fR"
    else:
        head = ", ".join(f"\\fB{escaped(written(name))}\\fR" for name in argument.get("names", []))
        if argument["kind"] == "option":
            head += f" \\fI{escaped(argument['valueName'])}\\fR"
    lines = [".TP", head]
    body = argument.get("abstract", "").strip()
    values = argument.get("allValues") or argument.get("allValueStrings")
    if values:
        body += f" One of {', '.join(values)}."
    if argument.get("defaultValue") is not None and argument["kind"] != "flag":
        body += f" Default: {argument['defaultValue']}."
    lines.append(escaped(body.strip()) or "\\&")
    if argument.get("discussion"):
        lines.append(".IP")
        lines.extend(line if line != ".PP" else ".IP" for line in paragraphs(argument["discussion"]))
    return lines


def visible(command):
    return [c for c in command.get("subcommands", []) if c.get("shouldDisplay", True) and c["commandName"] != "help"]


def body(command, parents):
    """A subcommand and all below it."""
    lines = [f".SS \"{escaped(' '.join(parents[1:] + [command['commandName']]))}\""]
    lines += paragraphs(command.get("abstract", ""))
    lines += [".PP", synopsis(command, parents)]
    if command.get("discussion"):
        lines += [".PP"] + paragraphs(command["discussion"])
    for argument in shown(command, parents):
        lines += described(argument)
    for child in visible(command):
        lines += body(child, parents + [command["commandName"]])
    return lines


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--version", required=True)
    arguments = parser.parse_args()
    tool = json.load(sys.stdin)["command"]
    name = tool["commandName"]

    lines = [
        ".\\\" Made by scripts/man.py from the tool's own help.",
        f".TH {name.upper()} 1 \"\" \"{name} {arguments.version}\" \"User Commands\"",
        ".SH NAME",
        f"{name} \\- {escaped(tool.get('abstract', '').rstrip('.'))}",
        ".SH SYNOPSIS",
        synopsis(tool, []),
    ]
    if tool.get("discussion"):
        lines += [".SH DESCRIPTION"] + paragraphs(tool["discussion"])
    lines.append(".SH OPTIONS")
    for argument in shown(tool, []):
        lines += described(argument)
    if visible(tool):
        lines.append(".SH COMMANDS")
        for command in visible(tool):
            lines += body(command, [name])
    lines.append(".SH EXIT STATUS")
    for code, meaning in EXIT_CODES:
        lines += [".TP", f"\\fB{code}\\fR", escaped(meaning)]
    print("\n".join(line for line in lines if line))


if __name__ == "__main__":
    main()
