// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// A constant of nature by its usual symbol.
package struct PhysicalConstant: Sendable {
    /// The usual symbol: `k_B`.
    package var symbol: String
    /// What it is: "Boltzmann constant".
    package var title: String
    /// Its value in base units of the SI.
    package var value: Rational
    package var dimension: Dimension
    /// How its unit is written.
    package var unit: String
    /// Whether it is exact by definition.
    package var isExact: Bool
    /// Whether it only is a convention, as the acceleration of gravity is, which texts round to 9.8 or 10.
    package var isConventional: Bool

    /// How far the conventional value may be from the one that a text took.
    package static let conventionalTolerance = Rational(1, 100) ?? 0
}

/// The constants of nature that answers name.
///
/// Values: CODATA recommended values 2022 (P. Mohr et al., 2024); those that define the SI are exact.
package enum PhysicalConstants {
    /// The constant of a symbol or a name in LaTeX or plain text: `N_A`, `N_{\text{A}}`, `\hbar`, `epsilon_0`.
    package static func named(_ name: String) -> PhysicalConstant? {
        guard name.utf8.count <= 40 else { return nil }
        return byName[key(name)]
    }

    /// All constants in the order of the table.
    package static let all: [PhysicalConstant] = rows.compactMap(\.constant)

    /// Lines of the table that cannot be read: none, which a test holds.
    package static let badLines = rows.filter { $0.constant == nil }.map(\.line)

    private struct Row: Sendable {
        var line: String
        var names: [String]
        var constant: PhysicalConstant?
    }

    private static let byName: [String: PhysicalConstant] = {
        var result: [String: PhysicalConstant] = [:]
        for row in rows {
            for name in row.names { result[key(name)] = row.constant }
        }
        return result
    }()

    /// A name without what only sets it: `N_{\mathrm{A}}` is `N_A`.
    private static func key(_ name: String) -> String {
        var key = ""
        var command = ""
        var isCommand = false
        func finish() {
            if !["text", "mathrm", "rm", "textrm", "mathit", "var"].contains(command) {
                key += command.hasPrefix("var") ? String(command.dropFirst(3)) : command
            }
            command = ""
            isCommand = false
        }
        for scalar in name.unicodeScalars {
            let isLetter = scalar.properties.isAlphabetic && scalar.isASCII
            if isCommand, isLetter {
                command.unicodeScalars.append(scalar)
                continue
            }
            if isCommand { finish() }
            switch scalar {
            case "\\": isCommand = true
            case "{", "}", " ", "~": break
            case "ε", "ϵ": key += "epsilon"
            case "μ", "µ": key += "mu"
            case "ħ", "ℏ": key += "hbar"
            case "σ": key += "sigma"
            case "α": key += "alpha"
            case "Φ": key += "Phi"
            case "₀": key += "_0"
            case "∞": key += "infty"
            default: key.unicodeScalars.append(scalar)
            }
        }
        if isCommand { finish() }
        return key.hasPrefix("varepsilon") ? String(key.dropFirst(3)) : key
    }

    private static let rows: [Row] = source.split(separator: "\n").map { line in
        let columns = line.split(separator: "|").map { column in
            String(column.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
        guard columns.count == 5, let size = UnitSize(columns[2][...].utf8), size.piPower == 0,
            let reading = columns[3] == "1" ? UnitReading.one : UnitExpression(columns[3])?.readings.first,
            let symbol = columns[0].split(separator: " ").first
        else { return Row(line: String(line), names: []) }
        let constant = PhysicalConstant(
            symbol: String(symbol), title: columns[1], value: size.factor * reading.factor,
            dimension: reading.dimension,
            unit: columns[3], isExact: columns[4] == "exact", isConventional: columns[4] == "conventional")
        return Row(
            line: String(line), names: columns[0].split(separator: " ").map(String.init) + [columns[1]],
            constant: constant)
    }

    /// Symbols | name | value | unit | exact, measured or conventional.
    private static let source = """
        c c_0 | speed of light | 299792458 | m/s | exact
        g g_0 g_n | acceleration of gravity | 9.80665 | m/s^2 | conventional
        G G_N | gravitational constant | 6.67430e-11 | m^3 kg^-1 s^-2 | measured
        h | Planck constant | 6.62607015e-34 | J s | exact
        hbar | reduced Planck constant | 1.054571817646156391262428003302280744e-34 | J s | exact
        k_B k kB | Boltzmann constant | 1.380649e-23 | J/K | exact
        N_A N_a NA L_A | Avogadro constant | 6.02214076e23 | mol^-1 | exact
        R R_u | gas constant | 8.31446261815324 | J mol^-1 K^-1 | exact
        e q_e e_0 | elementary charge | 1.602176634e-19 | C | exact
        F | Faraday constant | 96485.3321233100184 | C/mol | exact
        epsilon_0 eps_0 epsilon0 | vacuum permittivity | 8.8541878188e-12 | F/m | measured
        mu_0 mu0 | vacuum permeability | 1.25663706127e-6 | N/A^2 | measured
        k_e K_e k_C | Coulomb constant | 8.9875517862e9 | N m^2 C^-2 | measured
        m_e | electron mass | 9.1093837139e-31 | kg | measured
        m_p | proton mass | 1.67262192595e-27 | kg | measured
        m_n | neutron mass | 1.67492750056e-27 | kg | measured
        m_u u | atomic mass constant | 1.66053906892e-27 | kg | measured
        sigma sigma_SB | Stefan-Boltzmann constant | 5.670374419184429453970996731889230876e-8 | W m^-2 K^-4 | exact
        b_W | Wien displacement constant | 2.897771955185172661e-3 | m K | exact
        a_0 a0 | Bohr radius | 5.29177210544e-11 | m | measured
        R_infty R_H R_y | Rydberg constant | 10973731.568157 | m^-1 | measured
        E_h | Hartree energy | 4.3597447222060e-18 | J | measured
        alpha | fine-structure constant | 7.2973525643e-3 | 1 | measured
        mu_B | Bohr magneton | 9.2740100657e-24 | J/T | measured
        mu_N | nuclear magneton | 5.0507837393e-27 | J/T | measured
        Phi_0 | magnetic flux quantum | 2.067833848461929323e-15 | Wb | exact
        Z_0 | impedance of vacuum | 376.730313412 | Ω | measured
        r_e | classical electron radius | 2.8179403205e-15 | m | measured
        lambda_C | Compton wavelength | 2.42631023538e-12 | m | measured
        V_m | molar volume of an ideal gas | 22.41396954501413773501e-3 | m^3/mol | exact
        """
}
