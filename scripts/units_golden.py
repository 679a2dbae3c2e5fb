#!/usr/bin/env python3
"""Writes Tests/AssayAnswersTests/Golden/units.jsonl: sizes of units and of random products of them, by pint.

Each line: a unit as an answer has it, the base units of the SI that it comes to, and its exact size in
them. Temperatures: two units, a value and its exact conversion. Needs pint 0.25.
Usage: python3 scripts/units_golden.py > Tests/AssayAnswersTests/Golden/units.jsonl
"""
import json
import random
from fractions import Fraction

import pint

registry = pint.UnitRegistry(non_int_type=Fraction, autoconvert_offset_to_baseunit=True)
rng = random.Random(41)

# As written in an answer, and as pint names it. Left out: what pint takes from the survey foot (acre, fathom, furlong) the
# US therm and the British thermal unit, where Assay has the international sizes.
SIMPLE = """
m meter|cm centimeter|mm millimeter|km kilometer|nm nanometer|μm micrometer|pm picometer|Å angstrom|in inch|ft foot|yd yard
mi mile|nmi nautical_mile|ly light_year|AU astronomical_unit|mil thou
kg kilogram|g gram|mg milligram|μg microgram|t metric_ton|lb pound|oz ounce|stone stone|grain grain|carat carat|slug slug
troy\\ ounce troy_ounce|long\\ ton long_ton|short\\ ton ton
s second|ms millisecond|μs microsecond|ns nanosecond|min minute|h hour|day day|week week|fortnight fortnight
N newton|kN kilonewton|dyn dyne|lbf force_pound|kgf force_kilogram|kip kip|poundal poundal|ozf force_ounce
Pa pascal|kPa kilopascal|MPa megapascal|bar bar|mbar millibar|atm standard_atmosphere|torr torr|psi psi|inHg inch_Hg|mmHg millimeter_Hg
J joule|kJ kilojoule|MJ megajoule|cal calorie|kcal kilocalorie|eV electron_volt|keV kiloelectron_volt|MeV megaelectron_volt
erg erg|kWh kilowatt_hour|Wh watt_hour
W watt|kW kilowatt|mW milliwatt|hp horsepower|PS metric_horsepower
L liter|mL milliliter|μL microliter|dL deciliter|gal gallon|qt quart|pt pint|cup cup|floz fluid_ounce|tbsp tablespoon|tsp teaspoon
bbl oil_barrel|bushel bushel|peck peck|cc cubic_centimeter|imperial\\ gallon imperial_gallon|imperial\\ pint imperial_pint
ha hectare|are are|barn barn
A ampere|mA milliampere|C coulomb|μC microcoulomb|V volt|kV kilovolt|Ω ohm|kΩ kiloohm|MΩ megaohm|S siemens|F farad|pF picofarad
H henry|mH millihenry|Wb weber|T tesla|Ah ampere_hour|mAh milliampere_hour
K kelvin|mK millikelvin|mol mole|mmol millimole|M molar|mM millimolar|kat katal|cd candela
Bq becquerel|Ci curie|Gy gray|Sv sievert|rem rem|mSv millisievert|R roentgen
mph mile_per_hour|kph kilometer_per_hour|knot knot|fps foot_per_second|Gal galileo
P poise|cP centipoise|St stokes|bit bit|byte byte|kB kilobyte|MiB mebibyte|GB gigabyte|Mbps megabit/second
ppm ppm|dozen 12*dimensionless|minute minute|hour hour|hectare hectare|quart quart|kilometer kilometer|millisecond millisecond
megawatts megawatt|milligrams milligram|microliters microliter|kilopascals kilopascal|gigahertz gigahertz
"""
BASE = ["kilogram", "meter", "second", "ampere", "kelvin", "mole", "candela", "bit", "radian"]
SHORT = ["kg", "m", "s", "A", "K", "mol", "cd", "bit", "rad"]


def units():
    for line in SIMPLE.split("\n"):
        for item in filter(None, line.split("|")):
            ours, theirs = item.replace("\\ ", "\0").split(" ", 1)
            yield ours.replace("\0", " "), theirs


def exact(value):
    return value if isinstance(value, (Fraction, int)) else None


def kilograms(quantity):
    """Pint's root unit of mass is the gram."""
    powers = dict(quantity.to_root_units().unit_items())
    grams = powers.get("gram", 0)
    value = quantity.to_root_units().magnitude * Fraction(1, 1000) ** grams
    dimension = []
    for name, short in zip(["gram"] + BASE[1:], SHORT):
        power = powers.pop(name, 0)
        if power and name != "radian":
            dimension.append(f"{short}^{power}")
    powers.pop("count", None)
    assert not powers, powers
    return " ".join(dimension) or "1", value


def emit(text, quantity):
    dimension, size = kilograms(quantity)
    size = exact(size)
    if size is None:
        return False
    print(json.dumps({"unit": text, "base": dimension, "size": str(size)}, ensure_ascii=False))
    return True


known = []
for ours, theirs in units():
    if theirs == "gigahertz":
        continue  # A hertz is a turn a second here, 1/s there.
    quantity = registry.Quantity(Fraction(1), theirs) if "*" not in theirs else Fraction(12) * registry.dimensionless
    try:
        if emit(ours, quantity):
            known.append((ours, quantity))
    except ValueError:
        continue

WORDS = [(o, q) for o, q in known if len(o) > 3 and o.isalpha()]
SYMBOLS = [(o, q) for o, q in known if " " not in o]
SUPERSCRIPT = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def power(symbol, exponent, style):
    if exponent == 1:
        return symbol
    return {
        "plain": f"{symbol}^{exponent}", "latex": f"{symbol}^{{{exponent}}}",
        "unicode": symbol + str(exponent).translate(SUPERSCRIPT),
    }[style]


def product(style):
    parts = [(rng.choice(SYMBOLS), rng.choice([1, 1, 1, 2, 3])) for _ in range(rng.randint(1, 2))]
    below = [(rng.choice(SYMBOLS), rng.choice([1, 1, 2])) for _ in range(rng.randint(0, 2))]
    quantity = Fraction(1) * registry.dimensionless
    for (_, unit), exponent in parts:
        quantity = quantity * unit**exponent
    for (_, unit), exponent in below:
        quantity = quantity / unit**exponent
    joint = {"plain": " ", "latex": "\\,", "unicode": "·"}[style]
    if rng.random() < 0.5:
        text = joint.join(
            [power(s, e, style) for (s, _), e in parts] + [power(s, -e, style) for (s, _), e in below])
    else:
        text = joint.join(power(s, e, style) for (s, _), e in parts)
        bottom = joint.join(power(s, e, style) for (s, _), e in below)
        if style == "latex" and below:
            text = f"\\frac{{{text}}}{{{bottom}}}"
        elif below:
            text += f"/({bottom})" if len(below) > 1 else f"/{bottom}"
    if style == "latex":
        text = f"\\mathrm{{{text}}}"
    return text, quantity


for index in range(400):
    text, quantity = product(["plain", "latex", "unicode"][index % 3])
    emit(text, quantity)

for (one, a), (two, b) in [(rng.choice(WORDS), rng.choice(WORDS)) for _ in range(40)]:
    emit(f"{one} per {two}", a / b)
    emit(f"square {one}", a**2)
    emit(f"cubic {one} per {two} squared", a**3 / b**2)

TEMPERATURES = {"°C": "degree_Celsius", "°F": "degree_Fahrenheit", "K": "kelvin", "°R": "degree_Rankine"}
for one, a in TEMPERATURES.items():
    for two, b in TEMPERATURES.items():
        for value in (Fraction(0), Fraction(25), Fraction(-40), Fraction(986, 10), Fraction(rng.randint(-2000, 9000), 8)):
            result = registry.Quantity(value, a).to(b).magnitude
            result = Fraction(result).limit_denominator(10**9)
            print(json.dumps({"from": one, "to": two, "value": str(value), "result": str(result)}, ensure_ascii=False))
