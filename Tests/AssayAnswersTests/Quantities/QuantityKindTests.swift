// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import AssayCore
import Testing

@Suite struct QuantityKindTests {
    @Test(
        arguments: QuantityCase.table(
            conversions + units + bare + questions + temperatures + angles + compounds + counts + computations))
    func pair(_ pair: QuantityCase) {
        let kind = QuantityKind(gold: pair.gold, context: pair.context)
        let comparison = kind?.compare(pair.answer, context: pair.context)
        #expect(QuantityCase.name(comparison) == pair.verdict, "\(comparison.map { "\($0)" } ?? "no comparison")")
    }

    @Test func evidence() throws {
        let context = AnswerContext()
        let kind = try #require(QuantityKind(gold: "36 km/h", context: context))
        let comparison = try #require(kind.compare("10 m/s", context: context))
        #expect(comparison.method == "unit")
        #expect(comparison.goldForm == "36 km·h^-1")
        #expect(comparison.facts.contains { $0.name == "conversion" && $0.value == "1 m·s^-1 = 3.6 km·h^-1" })
        #expect(comparison.facts.contains { $0.name == "gold in base units" && $0.value == "10 m s^-1" })
        #expect(comparison.switches == ["unit_conversion"])
    }

    @Test func symbolicValuesGoToTheJudge() throws {
        let context = AnswerContext()
        let kind = try #require(
            QuantityKind(gold: "2\\sqrt{3}\\text{ m}", context: context) { gold, answer, factor in
                Comparison(.equal, method: "test", reason: "\(gold) = \(factor) * \(answer)")
            })
        #expect(kind.compare("200\\sqrt{3} cm", context: context)?.reason == "2\\sqrt{3} = 1/100 * 200\\sqrt{3}")
        #expect(kind.compare("2\\sqrt{3}", context: context)?.reason == "2\\sqrt{3} = 1 * 2\\sqrt{3}")
        #expect(kind.compare("2\\sqrt{3} kg", context: context)?.decision == .different)
    }

    static let conversions = """
        # Both units
        301\\text{ km} | 301000\\text{ m} | pass
        301 km | 301000 m | pass
        301\\text{ km} | 301\\text{ m} | fail
        459 L | 459 mL | fail
        459\\text{ L} | 459000\\text{ mL} | pass
        36 km/h | 10 m/s | pass
        10 m/s | 36 km/h | pass
        36 km/h | 11 m/s | fail
        5 J | 5 N·m | pass
        5 J | 5 N m | pass
        5 J | 5 Nm | pass
        5 J | 5 kg m^2/s^2 | pass
        5 J | 5\\ \\mathrm{kg\\,m^2/s^2} | pass
        5 J | 5\\ \\mathrm{kg\\,m^2\\,s^{-2}} | pass
        5 J | 5 kg·m²·s⁻² | pass
        5 J | 5 W | fail
        5 J | 5 N | fail
        53\\text{ h} | 3180\\text{ min} | pass
        53\\text{ h} | 53\\text{ min} | fail
        464\\text{ min} | 464 min | pass
        59\\text{ m} | 5900\\text{ cm} | pass
        575\\text{ kg} | 575000\\text{ g} | pass
        575\\text{ g} | 575\\,\\mathrm{g} | pass
        437\\text{ kg} | 437\\text{ g} | fail
        15\\mbox{ cm}^2 | 15 cm^2 | pass
        15\\mbox{ cm}^2 | 15 square centimeters | pass
        15\\mbox{ cm}^2 | 15 sq cm | pass
        15\\mbox{ cm}^2 | 1500 mm^2 | pass
        15\\mbox{ cm}^2 | 15 cm | fail
        15\\mbox{ cm}^2 | 15\\text{ cm}^3 | fail
        2\\text{ m}^3 | 2000 L | pass
        2\\text{ m}^3 | 2 cubic meters | pass
        2\\text{ m}^3 | 2000000 cm3 | pass
        2\\text{ m}^3 | 2 cubic metres | pass
        1 L | 1000 cm^3 | pass
        1 L | 1 dm^3 | pass
        1 mL | 1 cc | pass
        9.81\\ \\mathrm{m/s^2} | 9.81 m·s⁻² | pass
        9.81\\ \\mathrm{m/s^2} | 9.81 meters per second squared | pass
        9.81\\ \\mathrm{m/s^2} | 9.81 meters per second per second | pass
        9.81\\ \\mathrm{m/s^2} | 9.81 m/s/s | pass
        9.81\\ \\mathrm{m/s^2} | 9.81 N/kg | pass
        9.81\\ \\mathrm{m/s^2} | 981 cm/s^2 | pass
        9.81\\ \\mathrm{m/s^2} | 9.81 m/s | fail
        60 mph | 60 miles per hour | pass
        60 mph | 60 mi/h | pass
        60 mph | 88 ft/s | pass
        60 mph | 26.8224 m/s | pass
        60 mph | 26.8 m/s | pass
        60 mph | 27.8 m/s | fail
        5 mi | 8.04672 km | pass
        5 mi | 8.05 km | pass
        5 mi | 8.0 km | fail
        1 in | 2.54 cm | pass
        12 inches | 1 foot | pass
        3 ft | 1 yard | pass
        1 mile | 5280 feet | pass
        1 acre | 43560 square feet | pass
        1 acre | 43560 sq. ft. | pass
        1 hectare | 10000 m^2 | pass
        1 lb | 16 oz | pass
        2.2 lb | 0.9979 kg | pass
        1 gallon | 4 quarts | pass
        1 gallon | 8 pints | pass
        1 gallon | 16 cups | pass
        1 gallon | 3.785411784 L | pass
        1 gallon | 3.785 L | pass
        8 fl oz | 1 cup | pass
        2 tons | 4000 lb | pass
        2 tons | 2000 kg | pass
        2 tons | 3000 kg | fail
        3 tonnes | 3000 kg | pass
        1 atm | 101325 Pa | pass
        1 atm | 760 mmHg | pass
        1 atm | 760 torr | pass
        1 atm | 101.325 kPa | pass
        1 atm | 1.01325 bar | pass
        1 atm | 14.7 psi | pass
        1 atm | 14.8 psi | fail
        760 mm Hg | 1 atm | pass
        1 eV | 1.602e-19 J | pass
        1 eV | 1.602\\times 10^{-19} J | pass
        1 kWh | 3.6 MJ | pass
        1 kWh | 3600 kJ | pass
        1 kilowatt-hour | 3.6e6 J | pass
        1 cal | 4.184 J | pass
        1 kcal | 4184 J | pass
        1 hp | 746 W | pass
        1 hp | 745.7 W | pass
        100 knots | 51.4 m/s | pass
        1 light-year | 9.461e15 m | pass
        1 ly | 9.46e12 km | pass
        1 pc | 3.26 ly | pass
        1 pc | 3.086e16 m | pass
        1 u | 1.66e-27 kg | none
        1\\text{ u} | 1.66e-27\\text{ kg} | pass
        1\\text{ Å} | 0.1 nm | pass
        1 \\AA | 1e-10 m | pass
        1 \\mathring{A} | 1e-10 m | pass
        25{ }^{\\circ}\\mathrm{C} | 77 °F | pass
        25 °Celsius | 77 °F | pass
        -241.8\\mathrm{~kJ} \\mathrm{~mol}^{-1} | -241800 J/mol | pass
        2 \\mathrm{W}/\\left(\\mathrm{m}^{2} \\cdot \\mathrm{K}\\right) | 2 W/m^2/K | pass
        1.5\\ \\mu\\text{m} | 1500 nm | pass
        1.5 μm | 1.5 micrometers | pass
        1.5 µm | 1.5 um | pass
        5 k\\Omega | 5000 Ω | pass
        5\\text{ k}\\Omega | 5000 ohms | pass
        5\\ \\Omega | 5 ohm | pass
        3000 rpm | 50 Hz | pass
        3000 rpm | 314.159 rad/s | pass
        3000 rpm | 100\\pi rad/s | pass
        10 Hz | 10 s^{-1} | pass
        10 s^-1 | 10 Hz | pass
        10 rad/s | 10 s^{-1} | pass
        1 Ci | 3.7e10 Bq | pass
        1 Gy | 1 J/kg | pass
        5 ppm | 5000 ppb | pass
        5 dB | 5 W | fail
        5 dB | 5 dB | pass
        10 dB | 1 dB | fail
        1 year | 365 days | pass
        1 year | 12 months | pass
        1 year | 365.25 days | pass
        1 year | 366 days | fail
        2 weeks | 14 days | pass
        1 day | 24 hours | pass
        90 minutes | 1.5 hours | pass
        90 min | 1.5 h | pass
        2 h | 120 m | pass
        120 m | 2 h | pass
        1 MB | 1000 kB | pass
        1 MB | 1024 KB | pass
        1 GiB | 1024 MiB | pass
        1 byte | 8 bits | pass
        100 Mbps | 100 Mbit/s | pass
        4.18 J/(g °C) | 4.18 J/(g K) | pass
        4.18 J/(g·°C) | 4180 J/(kg·K) | pass
        4.18 J/g·K | 4180 J kg^{-1} K^{-1} | pass
        4180 J/kg K | 4.18 kJ/(kg K) | pass
        5\\ \\frac{\\text{m}}{\\text{s}} | 5 m/s | pass
        5 \\frac{m}{s^2} | 5 m/s^2 | pass
        0.5\\text{ mol/L} | 0.5 M | pass
        0.5\\text{ M} | 500 mM | pass
        0.5 M | 500 mM | none
        5 V/m | 5 N/C | pass
        3 T | 3 Wb/m^2 | pass
        1 F | 1 C/V | pass
        2 W | 2 V A | pass
        2 W | 2 J/s | pass
        2 Pa | 2 N/m² | pass
        50 MPa\\sqrt{m} | 50 MPa\\sqrt{m} | none
        50\\text{ MPa m}^{1/2} | 50 MPa m^{1/2} | pass
        72 km/h | 20 | fail
        301 km | 301000 m | fail | no_conversion
        301 km | 301 km | pass | no_conversion
        5 lb | 22.24 N | pass
        30 mpg | 30 miles per gallon | pass
        30 mi/gal | 30 miles per gallon | pass
        5 lbf | 5 pounds-force | pass
        10 ft-lb | 13.56 J | pass
        10 ft·lb | 13.56 J | pass
        3 g | 29.4 m/s^2 | pass

        """

    static let units = """
        # One unit, and texts around
        10\\text{ cm} | 10 | pass
        10\\text{ cm} | 11 | fail
        10\\text{ cm} | 10 | fail | unit_required
        10\\text{ cm} | 10 cm | pass | unit_required
        10\\text{ cm} | x = 10 | pass
        10\\text{ cm} | x = 10\\text{ cm} | pass
        v = 10\\text{ m/s} | 36 km/h | pass
        10\\text{ cm} | \\approx 10 cm | pass
        10\\text{ cm} | about 10 centimeters | pass
        10\\text{ cm} | 10cm | pass
        10\\text{ m} | 10m | pass
        10\\text{ m} | 1000cm | pass
        \\frac{1}{2}\\text{ m} | 50 cm | pass
        \\frac{1}{2}\\text{ m} | 0.5 | pass
        1/2 m | 0.5 m | pass
        2\\frac{1}{2} h | 2.5 h | pass
        1,234 km | 1234000 m | pass
        10^{-3}\\text{ m} | 1 mm | pass
        3\\times 10^8\\text{ m/s} | 3e5 km/s | pass
        2\\pi\\text{ m} | 200\\pi\\text{ cm} | pass
        2\\pi\\text{ m} | 6.2832 m | pass
        2\\pi\\text{ m} | 6.29 m | fail
        -5\\text{ m} | -500 cm | pass
        -5\\text{ m} | 500 cm | fail
        7.41\\text{ m} | 7.412 m | pass
        7.41\\text{ m} | 7.416 m | fail
        7.4\\text{ m} | 7.412 m | fail
        9.81\\text{ m} | 9.80 m | fail
        9.81\\text{ m} | 9.80 m | pass | rel=1e-2
        10\\text{ m} | 10.05 m | fail | rel=1e-2
        10\\text{ m} | 10.05 m | pass | rel=1e-2 | integers
        10.0\\text{ m} | 10.4 m | pass | abs=0.5
        7.41\\text{ m} | 7.38 m | pass | rounding=2
        7.41\\text{ m} | 7.38 m | pass | precision=1
        1234567.8\\text{ m} | 1234567.9 m | fail
        0\\text{ m} | 0 cm | pass
        0\\text{ m} | 0.0001 cm | fail
        4t | 4 | none
        4t | 4000 kg | none
        5m | 5 | none
        3x | 3 | none
        2mg | 2 | none
        5kg | 5000 g | pass
        25\\% | 25 | none
        5 | 5 | none
        x | x | none
        B | B | none
        \\text{odd} | odd | none
        \\text{cm} | cm | none

        """

    static let bare = """
        # A bare gold
        \\frac{1}{3} | \\frac{1}{3}\\text{ meters} | pass
        1/3 | \\frac{1}{3} \\textbf{meters} | pass
        189 | 189 square centimeters | pass
        189 | 188 square centimeters | fail
        5 | 5 km | pass
        5 | 5m | none
        24 | 2 dozen | pass
        18 | 18 eggs | pass
        18 | 18\\text{ eggs} | pass
        18 | 17 eggs | none
        3628800 | 10 factorial | none
        \\frac{\\pi}{4} | 45^\\circ | pass
        45 | 45^\\circ | pass
        0.25 | 25\\% | none

        """

    static let questions = """
        # What the question says
        5 | 5 km | pass | What is the distance in kilometers?
        5 | 5000 m | pass | What is the distance in kilometers?
        5 | 5 m | fail | What is the distance in kilometers?
        5 | 5 hours | fail | Give the distance in kilometers.
        2 | 120 minutes | pass | How many hours does it take?
        2 | 2 minutes | fail | How many hours does it take?
        2 | 2 hours | pass | How many hours does it take?
        300 | 3 \\text{ m} | pass | Express your answer in cm.
        300 | 3 m | pass | Express your answer in $\\text{cm}$.
        10 | 36 km/h | pass | Find the speed in m/s.
        5 km | 5000 | pass | What is the distance in meters?
        5 km | 5 | pass | What is the distance in meters?
        5 km | 50 | fail | What is the distance in meters?
        5m | 500 cm | pass | How long is the rope in meters?
        3 | 3 m | pass | Who finished in second place?

        """

    static let temperatures = """
        # Temperatures
        0 °C | 273.15 K | pass
        0^\\circ\\text{C} | 273.15 K | pass
        0^{\\circ} C | 32 °F | pass
        100 °C | 212 °F | pass
        100 °C | 373.15\\text{ K} | pass
        100 °C | 373 K | fail
        100 °C | 100 K | fail
        98.6 °F | 37 °C | pass
        98.6 °F | 37.0 °C | pass
        25 °C | 25 | pass
        25 °C | 25 degrees | pass
        25 °C | 25 degrees Celsius | pass
        25 °C | 77 degrees Fahrenheit | pass
        25 °C | 25 C | pass
        25^\\circ\\mathrm{C} | 25^\\circ | pass
        300 K | 26.85 °C | pass
        -40 °C | -40 °F | pass
        \\Delta T = 10 °C | 10 K | pass
        10 °C | 10 K | pass | What is the change in temperature?
        10 °C | 18 °F | pass | What is the temperature difference?
        10 °C | 283.15 K | fail | What is the temperature rise?
        5 °C/min | 5 K/min | pass
        5 °C/min | 9 °F/min | pass
        25 °C | 25 J | fail

        """

    static let angles = """
        # Angles
        45^\\circ | 45 | pass
        45^\\circ | 45° | pass
        45^\\circ | 45^{\\circ} | pass
        45^\\circ | 45 degrees | pass
        45^\\circ | 45\\text{ degrees} | pass
        45^\\circ | 46^\\circ | fail
        45^\\circ | 46 | fail
        45^\\circ | \\frac{\\pi}{4} | fail
        45^\\circ | \\frac{\\pi}{4} | pass | Find the angle ABC.
        45^\\circ | \\pi/4 | pass | Find the angle between the lines.
        45^\\circ | 0.785398 | pass | Find the angle between the lines.
        45^\\circ | \\frac{\\pi}{3} | fail | Find the angle between the lines.
        45^\\circ | \\frac{\\pi}{4}\\text{ rad} | pass
        45^\\circ | \\frac{\\pi}{4} radians | pass
        \\frac{\\pi}{4}\\text{ rad} | 45 degrees | pass
        \\frac{\\pi}{4}\\text{ radians} | \\frac{\\pi}{4} | pass
        180 degrees | \\pi rad | pass
        1^\\circ | 60 arcmin | pass
        1^\\circ | 3600 arcseconds | pass
        1 revolution | 360 degrees | pass
        1 rev | 2\\pi rad | pass
        90^\\circ | 90 m | fail
        90^\\circ | 90 °C | fail

        """

    static let compounds = """
        # Several values in one
        2.5 h | 2 h 30 min | pass
        2.5 hours | 2 hours and 30 minutes | pass
        2 h 30 min | 150 min | pass
        2 hours 30 minutes | 2.5 hours | pass
        2 hours 30 minutes | 2 hours 30 minutes | pass
        2 hours 30 minutes | 2 hours 31 minutes | fail
        5 ft 10 in | 70 inches | pass
        70 inches | 5 feet, 10 inches | pass
        5'10" | 70 in | pass
        30.5^\\circ | 30^\\circ 30' | pass
        2\\text{ h }30\\text{ min} | 150 min | pass
        1 lb 4 oz | 20 oz | pass
        2.5 h | 2 m 30 s | fail
        150 s | 2 m 30 s | pass
        2.5 m | 2 m 50 cm | pass

        """

    static let counts = """
        # Things that are counted
        12\\text{ apples} | 12 | pass
        12\\text{ apples} | 12 apples | pass
        12\\text{ apples} | 12 apple | pass
        12\\text{ apples} | 13 apples | fail
        12\\text{ apples} | 12 pears | undecided
        12\\text{ apples} | 13 pears | fail
        12\\text{ apples} | 12 | fail | unit_required
        10\\text{ units} | 10 | pass
        10\\text{ square units} | 10 | pass
        10\\text{ square units} | 10 cm^2 | pass
        100 | 10\\text{ units} | none
        10\\text{ cm} | 10 units | pass
        10\\text{ cm} | 10 apples | undecided
        10\\text{ cm} | 11 apples | fail
        3 and 4 | 3 | none
        2 \\sin x | 2 | none
        """

    static let computations = """

        # Arithmetic with units and constants
        19.62\\text{ m} | 0.5*9.81*2^2 m | pass
        19.62\\text{ m} | 0.5*9.81*2^2 | pass
        19.62\\text{ m} | 0.5*9.80*2^2 m | fail
        1.5\\text{ m/s} | \\frac{3\\text{ m}}{2\\text{ s}} | pass
        1.5\\text{ m/s} | \\frac{3\\text{ m}}{4\\text{ s}} | fail
        9.81 m/s^2 | g | pass | constants
        9.8 m/s^2 | g | pass | constants
        10 m/s^2 | g | fail | constants
        9.81 m/s^2 | g | none
        g | 9.81 m/s^2 | pass | constants
        6.02e23 | N_A | pass | constants | rel=1e-2
        6.02e23 | N_A | pass | constants
        6.10e23 | N_A | fail | constants
        19.6 m/s^2 | 2g | pass | constants
        2g | 19.6 m/s^2 | pass | constants
        2g | 25 m/s^2 | fail | constants
        6.02214076e23 | N_A | pass | constants
        N_A | 6.02e23 | pass | constants | rel=1e-2
        1.204e24 | 2 N_A | pass | constants | rel=1e-2
        1.204e24 | 2N_A | pass | constants | rel=1e-2
        1.204e24 | 3 N_A | fail | constants | rel=1e-2
        3.00e8 m/s | c | pass | constants | rel=1e-2
        1.5e8\\text{ m/s} | 0.5c | pass | constants | rel=1e-2
        1.5e8\\text{ m/s} | \\frac{c}{2} | pass | constants | rel=1e-2
        1.38e-23 J/K | k_B | pass | constants | rel=1e-2
        8.314 J/(mol K) | R | pass | constants | rel=1e-2
        8.314 J/(mol K) | N_A k_B | pass | constants | rel=1e-2
        1.602e-19 C | e | pass | constants | rel=1e-2
        1.054e-34 J s | \\hbar | pass | constants | rel=1e-2
        6.626e-34 J s | h | pass | constants | rel=1e-2
        1.325e-33 J s | 2 h | pass | constants | rel=1e-2
        2 h | 120 min | pass | constants | rel=1e-2
        9.11e-31 kg | m_e | pass | constants | rel=1e-2
        9.11e-31 kg | m_p | fail | constants | rel=1e-2
        8.19e-14 J | m_e c^2 | pass | constants | rel=1e-2
        5.67e-8\\text{ W m}^{-2}\\text{K}^{-4} | \\sigma | pass | constants | rel=1e-2
        96485 C/mol | F | pass | constants | rel=1e-2
        m | m | none
        mgh | 5 | none | constants
        """
}
