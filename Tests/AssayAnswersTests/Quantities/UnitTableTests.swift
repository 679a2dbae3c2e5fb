// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import AssayCore
import Foundation
import Testing

@Suite struct UnitTableTests {
    @Test func tableIsReadable() {
        #expect(UnitTable.standard.badLines.isEmpty)
        #expect(PhysicalConstants.badLines.isEmpty)
        #expect(PhysicalConstants.all.count >= 30)
    }

    /// Sizes as pint has them.
    @Test func sizes() throws {
        let lines = try GoldenUnits.lines()
        #expect(lines.count > 700)
        for line in lines {
            guard let unit = line["unit"]?.string, let base = line["base"]?.string, let size = line["size"]?.string
            else {
                continue
            }
            let expression = try #require(UnitExpression(unit), "\(unit)")
            let dimension = base == "1" ? .none : try #require(UnitExpression(base)).readings[0].dimension
            let isFound = expression.readings.contains {
                var own = $0.dimension
                if own != dimension { own = $0.plainDimension }
                return own == dimension && $0.factor.description == size
            }
            #expect(isFound, "\(unit): \(expression.readings) is not \(size) \(base)")
        }
    }

    /// Temperatures as pint converts them.
    @Test func temperatures() throws {
        for line in try GoldenUnits.lines() {
            guard let from = line["from"]?.string, let to = line["to"]?.string, let value = line["value"]?.string,
                let result = line["result"]?.string
            else { continue }
            let context = AnswerContext()
            let kind = try #require(QuantityKind(gold: "\(result) \(to)", context: context), "\(result) \(to)")
            let comparison = kind.compare("\(value) \(from)", context: context)
            #expect(
                comparison?.decision == .equal, "\(value) \(from) = \(result) \(to): \(comparison?.reason ?? "none")")
        }
    }

    @Test(arguments: [
        "m", "km", "cm", "metres", "square metres", "cubic centimeters", "miles per hour", "m/s^2", "m·s⁻²",
        "kg m^2 s^-2",
        "\\mathrm{kg\\,m^2/s^2}", "\\text{ cm}^2", "N m", "N·m", "J/(kg K)", "°C", "^\\circ", "^{\\circ}\\text{C}",
        "\\%",
        "degrees Celsius", "light-years", "fl. oz.", "sq. ft.", "ft.", "\\frac{\\text{m}}{\\text{s}}", "\\mu\\text{m}",
        "k\\Omega",
        "\\si{m/s}", "m^{1/2}", "V/Hz^{1/2}", "1/s", "s^{-1}", "m**2", "kWh", "kilowatt-hours",
        "{\\rm cm}", "\\textrm{mol/L}", "mol\\cdot L^{-1}", "revolutions per minute", "W/m²·K", "nautical miles",
    ])
    func isUnit(_ text: String) { #expect(UnitTable.isUnit(text)) }

    @Test(arguments: [
        "", " ", "x", "y", "apples", "m +", "m/", "/", "^2", "m^", "m^x", "(m", "m)", "5 m", "m 5", "\\sqrt{m}",
        "\\sin", "abc", "{m",
        "m}", "m^{99}", "ab", "xy", "\\frac{m}", "m=s", "m,s", "sin", "mod", "or",
    ])
    func isNoUnit(_ text: String) { #expect(!UnitTable.isUnit(text)) }

    @Test(arguments: [
        ("m/s^2", "m s^-2"), ("J", "kg m^2 s^-2"), ("Pa", "kg m^-1 s^-2"), ("Ω", "kg m^2 s^-3 A^-2"),
        ("m^{1/2}", "m^(1/2)"),
        ("ppm", "1"), ("rpm", "s^-1 rad"), ("mol/L", "m^-3 mol"), ("Mbit/s", "s^-1 bit"),
    ])
    func dimension(_ unit: String, _ dimension: String) {
        #expect(UnitExpression(unit)?.readings.first?.dimension.description == dimension)
    }

    @Test(arguments: [
        "N_A", "N_{A}", "N_{\\text{A}}", "\\hbar", "hbar", "k_B", "k_{\\mathrm B}", "\\varepsilon_0", "\\epsilon_0",
        "epsilon_0",
        "\\mu_0", "m_e", "m_p", "\\sigma", "sigma", "a_0", "R", "F", "c", "G", "g", "h", "e", "speed of light", "ħ",
        "ε₀",
    ])
    func constant(_ name: String) { #expect(PhysicalConstants.named(name) != nil) }

    /// Products of constants that are constants.
    @Test func constantsAgree() throws {
        func value(_ name: String) throws -> Double { try #require(PhysicalConstants.named(name)).value.doubleValue }
        let (h, c, e) = (try value("h"), try value("c"), try value("e"))
        #expect(abs(try value("hbar") * 2 * Double.pi / h - 1) < 1e-12)
        #expect(abs(try value("N_A") * value("k_B") / value("R") - 1) < 1e-12)
        #expect(abs(try value("N_A") * e / value("F") - 1) < 1e-12)
        #expect(abs(1 / (try value("epsilon_0") * value("mu_0")) / (c * c) - 1) < 1e-9)
        #expect(abs(1 / (4 * Double.pi * (try value("epsilon_0"))) / (try value("k_e")) - 1) < 1e-9)
        #expect(abs(try value("alpha") * 2 * value("epsilon_0") * h * c / (e * e) - 1) < 1e-9)
        #expect(abs(h / (2 * e) / (try value("Phi_0")) - 1) < 1e-12)
    }

    /// Whatever stands there, it is read or refused at once.
    @Test func hostileTexts() {
        let long = 100_000
        let texts = [
            String(repeating: "m", count: long), String(repeating: "m ", count: long),
            String(repeating: "(", count: long),
            String(repeating: "\\text{", count: long), String(repeating: "\\frac{m}", count: 40),
            String(repeating: "m/", count: long),
            "m^" + String(repeating: "9", count: 200), "m^{" + String(repeating: "-", count: 100),
            String(repeating: "^\\circ", count: 30),
            String(repeating: "h", count: 60), String(repeating: "h·", count: 60) + "h",
            String(repeating: "min·", count: 50) + "h",
            String(repeating: "(((m)))", count: 20), String(repeating: "gal oz cup ton ", count: 15), "\u{0}",
            "m\u{301}", "\\", "\\\\",
            String(repeating: "km^12·", count: 39) + "km", "5" + String(repeating: "0", count: long),
            String(repeating: "1 m ", count: long), String(repeating: "5'", count: long),
            String(repeating: "\\mathrm{5 ", count: 1000),
        ]
        let context = AnswerContext()
        let golds = ["5 m", "3 h", "\\$5", "45^\\circ", "2 gal"]
        for text in texts {
            _ = UnitTable.isUnit(text)
            for gold in golds {
                _ = QuantityKind(gold: gold, context: context)?.compare("5 " + text, context: context)
                _ = CurrencyKind(gold: gold, context: context)?.compare("\\$5 " + text, context: context)
            }
            _ = QuantityKind(gold: "5 " + text, context: context)?.compare("5 m", context: context)
            _ = QuantityKind(gold: text, context: AnswerContext(question: text + " how many " + text))
            _ = CurrencyKind(gold: "\\$5" + text, context: context)?.compare("5", context: context)
        }
    }
}

/// Units as pint has them.
enum GoldenUnits {
    static func lines() throws -> [JSONNode] {
        var url = URL(fileURLWithPath: #filePath)
        for _ in 0..<2 { url.deleteLastPathComponent() }
        let source = try ByteSource(path: url.appendingPathComponent("Golden/units.jsonl").path)
        var bytes: [UInt8] = []
        while try source.read(into: &bytes, limit: bytes.count + 1 << 20) > 0 {}
        return try bytes.split(separator: 0x0A).map { try JSONDocument(Array($0)).root }
    }
}
