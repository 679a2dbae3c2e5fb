#!/usr/bin/env python3
"""Writes Tests/AssayAnswersTests/Golden/numbers.jsonl: values of complex functions to 400 digits, by mpmath.

Each line: function, arguments as exact decimals [re, im], the value's parts. Needs mpmath 1.3.
Usage: python3 scripts/numbers_golden.py [SEED [TIMES]] > Tests/AssayAnswersTests/Golden/numbers.jsonl
(the committed file has seed 20; TIMES multiplies the number of random points, for a longer comparison).
"""
import json
import random
import sys

from mpmath import mp, mpf, mpc
import mpmath

mp.dps = 460
DIGITS = 400
rng = random.Random(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
TIMES = int(sys.argv[2]) if len(sys.argv) > 2 else 1


def number(text):
    re, im = text
    return mpf(re) if im == "0" else mpc(mpf(re), mpf(im))


def decimal(low, high, places=12):
    return f"{rng.uniform(low, high):.{places}f}"


def real(low, high):
    return [decimal(low, high), "0"]


def plane(low=-4.0, high=4.0):
    return [decimal(low, high), decimal(low, high)]


def emit(name, arguments, value):
    value = mpc(value)
    parts = [mpmath.nstr(part, DIGITS, min_fixed=-5, max_fixed=30, strip_zeros=True) for part in (value.real, value.imag)]
    print(json.dumps({"f": name, "args": arguments, "re": parts[0], "im": parts[1]}))


FUNCTIONS = {
    "exp": mpmath.exp, "log": mpmath.log, "sqrt": mpmath.sqrt, "sin": mpmath.sin, "cos": mpmath.cos, "tan": mpmath.tan,
    "arcsin": mpmath.asin, "arccos": mpmath.acos, "arctan": mpmath.atan, "sinh": mpmath.sinh, "cosh": mpmath.cosh,
    "tanh": mpmath.tanh, "arsinh": mpmath.asinh, "arcosh": mpmath.acosh, "artanh": mpmath.atanh,
    "magnitude": abs, "argument": mpmath.arg,
}
EVERYWHERE = [["1", "0"], ["0.5", "0"], ["0", "0.5"], ["0.1", "0"], ["-0.3", "0"], ["1e-20", "0"], ["1e-20", "3e-21"], ["0", "-2.5"]]
CUTS = {
    "log": [["-1", "0"], ["-2.5", "0"], ["1e300", "0"], ["1.0000000000000000000000001", "0"], ["1e-300", "0"]],
    "sqrt": [["-1", "0"], ["-2.5", "0"], ["4", "0"], ["-4", "1e-30"], ["-4", "-1e-30"], ["2", "0"], ["1e401", "0"]],
    "arcsin": [["2", "0"], ["-2", "0"], ["1.5", "1e-20"], ["1.5", "-1e-20"], ["-1.5", "1e-20"], ["0.999999999999", "0"]],
    "arccos": [["2", "0"], ["-2", "0"], ["1.5", "1e-20"], ["-1", "0"], ["-0.999999999999", "0"], ["0", "0"]],
    "arctan": [["0", "2"], ["0", "-2"], ["1e-20", "2"], ["-1e-20", "2"], ["1e50", "0"], ["-7", "0"], ["1.7", "0"]],
    "arsinh": [["0", "2"], ["0", "-2"], ["1e-15", "2"], ["-3", "0"]],
    "arcosh": [["-2", "0"], ["-0.5", "0"], ["3", "0"], ["-2", "1e-15"], ["-2", "-1e-15"]],
    "artanh": [["2", "0"], ["-2", "0"], ["0.99999", "0"], ["2", "1e-15"], ["2", "-1e-15"]],
    "exp": [["100", "0"], ["-100", "3"], ["600", "0"], ["0", "1000000"], ["1e-100", "0"], ["0.693147180559945309417232", "0"]],
    "sin": [["100", "0"], ["1e15", "0"], ["3.14159265358979323846264338328", "0"], ["1e-100", "0"], ["20", "30"], ["1e30", "0"]],
    "cos": [["100", "0"], ["1e15", "0"], ["1.57079632679489661923132169164", "0"], ["20", "30"], ["1e22", "0"]],
    "tan": [["100", "0"], ["1.5707963267948", "0"], ["0.3", "20"], ["1e15", "0"]],
    "sinh": [["20", "0"], ["1e-50", "0"]],
    "cosh": [["20", "0"], ["1e-50", "0"]],
    "tanh": [["20", "0"], ["-3", "0"]],
    "magnitude": [["3", "4"], ["-7", "0"], ["0", "-7"]],
    "argument": [["-3", "0"], ["-3", "1e-40"], ["-3", "-1e-40"], ["0", "2"], ["5", "0"], ["-1e-10", "-1e10"]],
}
for name, function in FUNCTIONS.items():
    points = [p for p in EVERYWHERE if not (name == "artanh" and p == ["1", "0"])]
    points += CUTS.get(name, [])
    points += [plane() for _ in range(5 * TIMES)] + [real(-0.99, 0.99) for _ in range(2 * TIMES)]
    points += [real(-9, 9) for _ in range(TIMES)]
    if name in ("log", "sqrt", "argument", "magnitude", "exp", "arctan", "arsinh", "sin", "cos"):
        points += [point for _ in range(TIMES) for point in (real(-90, 90), plane(-90, 90))]
    for point in points:
        emit(name, [point], function(number(point)))

for x in ["0.5", "1", "5", "1.4616321449683623", "0.001", "30.25", "100.5", "-0.5", "-3.75", "-20.3", "1e-30", "12.000001",
          "0.333333333333", "60"]:
    emit("gamma", [[x, "0"]], mpmath.gamma(mpf(x)))
for x in ["0.5", "-0.5", "1", "2.5", "-6", "0.0001", "1e-40", "9.5", "20", "3.25"]:
    emit("erf", [[x, "0"]], mpmath.erf(mpf(x)))
for x in ["0.5", "1", "10", "-0.3", "-0.36", "100000", "1e-10", "2.718281828459", "-0.1", "1e40"]:
    emit("lambertW", [[x, "0"]], mpmath.lambertw(mpf(x)))

POWERS = [
    (["2", "0"], ["0.5", "0"]), (["-8", "0"], ["0.333333333333", "0"]), (["0", "1"], ["0", "1"]), (["2", "0"], ["100", "0"]),
    (["-2.5", "0"], ["7", "0"]), (["1.5", "2"], ["-3", "0"]), (["3", "0"], ["-0.7", "2"]),
    (["-4", "0"], ["0.5", "0"]), (["10", "0"], ["-20.5", "0"]), (["1.0000001", "0"], ["10000000", "0"]),
    (["0.1", "0.2"], ["50", "0"]), (["7.25", "0"], ["1", "1"]),
]
for _ in range(12 * TIMES):
    POWERS.append((plane(), plane()))
for base, exponent in POWERS:
    emit("power", [base, exponent], mpmath.power(number(base), number(exponent)))
for _ in range(12 * TIMES):
    a, b = plane(-50, 50), plane(-50, 50)
    emit("quotient", [a, b], number(a) / number(b))
    emit("product", [a, b], number(a) * number(b))
for a, b in [(["1", "0"], ["3", "0"]), (["1", "2"], ["0", "3"]), (["-1", "0"], ["7", "0"]), (["1e-200", "1"], ["3", "1e-200"])]:
    emit("quotient", [a, b], number(a) / number(b))
    emit("product", [a, b], number(a) * number(b))
