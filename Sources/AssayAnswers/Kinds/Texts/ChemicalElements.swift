// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// The symbols of the chemical elements.
package enum ChemicalElements {
    /// The atomic number of a symbol of one or two ASCII letters; nil for others.
    ///
    /// Deuterium (`D`) is 200.
    package static func number(_ first: UInt8, _ second: UInt8 = 0) -> Int? {
        guard first &- 0x41 < 26 else { return nil }
        let column = second == 0 ? 0 : Int(second &- 0x61) + 1
        guard column <= 26 else { return nil }
        let value = table[Int(first &- 0x41) * 27 + column]
        return value == 0 ? nil : Int(value)
    }

    /// The symbol of an atomic number.
    package static func symbol(_ number: Int) -> String {
        if number == 200 { return "D" }
        return symbols.indices.contains(number - 1) ? symbols[number - 1] : "?"
    }

    /// Whether the element is a metal, for reading `Fe3+`.
    package static func isMetal(_ number: Int) -> Bool {
        switch number {
        case 1, 2, 5...10, 14...18, 32...36, 51...54, 85, 86, 200: false
        default: true
        }
    }

    private static let symbols: [String] =
        """
        H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Br Kr Rb
        Sr Y Zr Nb Mo Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Pm Sm Eu Gd Tb Dy Ho Er Tm Yb Lu Hf
        Ta W Re Os Ir Pt Au Hg Tl Pb Bi Po At Rn Fr Ra Ac Th Pa U Np Pu Am Cm Bk Cf Es Fm Md No Lr Rf Db Sg Bh
        Hs Mt Ds Rg Cn Nh Fl Mc Lv Ts Og
        """
        .split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)

    private static let table: [UInt8] = {
        var table = [UInt8](repeating: 0, count: 26 * 27)
        for (index, symbol) in symbols.enumerated() {
            let bytes = Array(symbol.utf8)
            let column = bytes.count > 1 ? Int(bytes[1]) - 0x60 : 0
            table[(Int(bytes[0]) - 0x41) * 27 + column] = UInt8(index + 1)
        }
        table[(0x44 - 0x41) * 27] = 200
        return table
    }()
}
