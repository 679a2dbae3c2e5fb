#!/usr/bin/env python3
# Part of Assay. SPDX-License-Identifier: Apache-2.0
"""Patterns, texts and what Python's `re` says about them, as JSON lines; the tests compare Assay's answers.

Usage: python3 scripts/pattern_differential.py CASES [SEED]     (Python 3.11, whose syntax and Unicode tables count)

A line: {"p": pattern, "f": flags, "t": text} and either {"e": [message, position]} where Python rejects the pattern, or
"s" (search with groups), "m" (match), "w" (fullmatch), "i" (all finditer spans with groups), "l" (split).
Spans are byte offsets of UTF-8, [] for a group that took no part. Left out are cases on which Python runs for
more than 0.3 s, for it backtracks, and those that raise SystemError, with which Python 3.11 itself reports that it lost
track of a group (its captures inside repeated groups have a defect).
"""
import json, random, re, signal, sys, warnings

warnings.simplefilter("ignore")
CASES = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
R = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 20240607)
FLAGS = [("i", re.I), ("m", re.M), ("s", re.S), ("a", re.A), ("x", re.X)]
LETTERS = "abcabcabc012_ -.,\n"
ODD = ("äÄßẞſsSkKKµμΜςσΣıİiIéЖжвᲀ١५²½Ⅳ中文\u0301\u200b\u00a0\u2028\u0085\x1c\x0b\r\t\U00010400\U00010428\U0001F600"
       "ŉʼǰǅfiſtstͅιΩΩ")
CLASS_ESCAPES = ["\\d", "\\D", "\\w", "\\W", "\\s", "\\S"]
REAL = [r"\bword\b", r"\*[^\n\*]*\*", r"\[.*?\]", r"^\s*\*[^\*].*$", r"<<[^\n]+>>", r"\s?\*\*\*\s?", r"\d+", r"\b[a-z]+\b",
        r"(?m)^\s*[-*+]\s+(.*)$", r"```(\w*)\n(.*?)```", r"\b(\w)(\w*)\b", r"(?:[.!?]\s+)|\n+", r"#+\s*(.+)", r"\$\d+(?:\.\d\d)?",
        r"[^.!?]+[.!?]*", r"\w+(?:'\w+)?", r"^#{1,6} .+$", r"\d{1,3}(?:,\d{3})*", r"(\S+)\s+(\S+)", r"Section\s?\d+",
        r"[\u4e00-\u9fff]+", r"(a|b)*?c", r"\s*\n\s*\n\s*", r"P\.(P\.)?S\.", r"(?i)\bps\b", r"\{[^{}]*\}", r"(\d+)-(\d+)"]


def char():
    return R.choice(LETTERS) if R.random() < 0.85 else R.choice(ODD)


def literal():
    c = char()
    r = R.random()
    if r < 0.06: return "\\x%02x" % (ord(c) & 255)
    if r < 0.10: return "\\u%04x" % (ord(c) & 0xffff)
    if r < 0.12: return "\\U%08x" % ord(c)
    if r < 0.14: return "\\%03o" % (ord(c) & 127)
    if r < 0.16: return R.choice(["\\n", "\\t", "\\r", "\\0", "\\a", "\\f", "\\v", "\\-", "\\ ", "\\é", "\\.", "\\*"])
    return re.escape(c) if R.random() < 0.9 or c in "-. \n" else c


def class_():
    out = "[" + ("^" if R.random() < 0.3 else "")
    if R.random() < 0.05: out += "]"
    for _ in range(R.randint(1, 4)):
        r = R.random()
        if r < 0.25:
            out += R.choice(CLASS_ESCAPES)
        elif r < 0.5:
            a, b = sorted([char(), char()]) if R.random() < 0.97 else (char(), char())
            esc = lambda c: "\\" + c if c in "\\]^-[" else c
            out += esc(a) + "-" + esc(b)
        elif r < 0.55:
            out += R.choice(["-", "^", "[", "\\b", "\\]", "\\-", "&&", "||", "~~", "--", "\\n", "\\x41", "."])
        else:
            out += literal() if R.random() < 0.3 else R.choice("abc01_. " + ODD)
    return out + "]"


def quantifier():
    r = R.random()
    if r < 0.7: q = R.choice("?*+")
    else:
        lo, hi = R.randint(0, 3), R.randint(0, 4)
        if hi < lo and R.random() < 0.97: lo, hi = hi, lo
        q = R.choice(["{%d}" % lo, "{%d,}" % lo, "{,%d}" % hi, "{%d,%d}" % (lo, hi), "{,}"])
    r = R.random()
    return q + ("?" if r < 0.3 else "+" if r < 0.34 else "")


names = 0


def atom(depth):
    global names
    r = R.random()
    if depth > 0 and r < 0.33:
        inner = alternation(depth - 1)
        k = R.random()
        if k < 0.55: return "(" + inner + ")"
        if k < 0.85: return "(?:" + inner + ")"
        if k < 0.90:
            names += 1
            return "(?P<n%d>%s)" % (names, inner)
        on = "".join(R.sample("imsx", R.randint(0, 2))) + R.choice(["", "", "", "a", "u"])
        off = "".join(R.sample("imsx", R.randint(0, 1)))
        return "(?%s%s:%s)" % (on, "-" + off if off else "", inner)
    if r < 0.45: return class_()
    if r < 0.53: return "."
    if r < 0.63: return R.choice(CLASS_ESCAPES)
    if r < 0.72: return R.choice(["^", "$", "\\A", "\\Z", "\\b", "\\B"])
    if r < 0.74: return ""
    return literal()


def sequence(depth):
    out = ""
    for _ in range(R.choice([0, 1, 1, 2, 2, 3, 4])):
        item = atom(depth)
        out += item
        bare = item in ("", "^", "$", "\\A", "\\Z", "\\b", "\\B")
        if R.random() < (0.01 if bare else 0.35): out += quantifier()
        if R.random() < 0.01: out += "(?#note)"
    return out


def alternation(depth):
    return "|".join(sequence(depth) for _ in range(R.choice([1, 1, 1, 2, 2, 3])))


def noise(pattern):
    """Breaks a pattern here and there, to compare what is rejected."""
    for _ in range(R.randint(1, 2)):
        i = R.randint(0, len(pattern))
        pattern = R.choice([
            lambda: pattern[:i] + R.choice("()[]{}*+?|\\^$-,:<>=!#P0189ilmsuxaLtQN ") + pattern[i:],
            lambda: pattern[:i] + pattern[i + 1:],
            lambda: pattern[:i] + R.choice(["(?", "(?P<", "\\x", "\\u12", "{1", "{2,1}", "[^", "(?i)", "(?-", "\\8", "(?:", "**", "\\400",
                                            "[a-\\d]", "[z-a]", "(?=a)", "(?<!a)", "\\1", "(?P=n1)", "(?>a)", "(?(1)a)", "\\Z*"]) + pattern[i:],
        ])()
    return pattern


def text():
    r = R.random()
    n = R.choice([0, 1, 2, 3, 4, 5, 6, 8, 12])
    if r < 0.7: return "".join(R.choice("aabbcc01 \n") for _ in range(n))
    if r < 0.95: return "".join(char() for _ in range(n))
    return "".join(R.choice(ODD) for _ in range(n))


def prose():
    words = ["word", "Word", "PS", "P.S.", "P.P.S.", "Section 1", "* item", "**bold**", "*x*", "<<t>>", "[name]", "[", "***", "1,234", "$5.20", "3-4",
             "it's", "\n", "\n\n", "# Head", "```py\nx\n```", "{a}", "end.", "Why?", "ſword", "中文", "çédille", "  ", "- li"]
    return R.choice(["", " "]).join(R.choice(words) for _ in range(R.randint(0, 14)))


def alarm(*_):
    raise TimeoutError


signal.signal(signal.SIGALRM, alarm)
signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGALRM})  # the process that starts this one may have blocked it
out = sys.stdout
done = 0
while done < CASES:
    names = 0
    r = R.random()
    if r < 0.1:
        p, t = R.choice(REAL), prose()
    else:
        p, t = alternation(R.choice([0, 1, 2, 2, 3])), text()
        if R.random() < 0.1: p = R.choice(["(?i)", "(?m)", "(?s)(?i)", "(?x)", "(?a)", "(?im)", "(?u)"]) + p
        if r > 0.85: p = noise(p)
    flags, bits = "", 0
    for name, bit in FLAGS:
        if R.random() < (0.3 if name == "i" else 0.15 if name != "x" else 0.07):
            flags += name
            bits |= bit
    if any(0xD800 <= ord(c) < 0xE000 for c in p + t): continue
    case = {"p": p, "f": flags, "t": t}
    try:
        compiled = re.compile(p, bits)
    except (re.error, OverflowError, ValueError) as e:
        case["e"] = [str(e), getattr(e, "pos", None)]
    except RecursionError:
        continue
    else:
        at = [0]
        for c in t: at.append(at[-1] + len(c.encode()))
        regs = lambda m: None if m is None else [[at[a], at[b]] if a >= 0 else [] for a, b in m.regs]
        try:
            signal.setitimer(signal.ITIMER_REAL, 0.3)
            case["s"] = regs(compiled.search(t))
            case["m"] = regs(compiled.match(t))
            case["w"] = regs(compiled.fullmatch(t))
            case["i"] = [regs(m) for m in compiled.finditer(t)]
            case["l"] = compiled.split(t)
        except (TimeoutError, SystemError):
            continue
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
    out.write(json.dumps(case) + "\n")
    done += 1
