// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Formulas of substances that answers call by name.
package enum ChemicalNames {
    /// The formula of a name; nil where it is not known.
    package static func formula(_ name: String) -> String? {
        guard name.utf8.count <= 64 else { return nil }
        return table[TextForm(name).key]
    }

    private static let table: [String: String] = {
        let names = """
            H2O water|CO2 carbon dioxide|CO carbon monoxide|NaCl sodium chloride|NaCl table salt|HCl hydrochloric acid
            HCl hydrogen chloride|H2SO4 sulfuric acid|H2SO4 sulphuric acid|HNO3 nitric acid|H3PO4 phosphoric acid
            NaOH sodium hydroxide|KOH potassium hydroxide|Ca(OH)2 calcium hydroxide|NH3 ammonia|CH4 methane
            O2 oxygen gas
            H2 hydrogen gas|N2 nitrogen gas|Cl2 chlorine gas|O3 ozone|H2O2 hydrogen peroxide|SO2 sulfur dioxide
            SO3 sulfur trioxide|NO2 nitrogen dioxide|N2O nitrous oxide|KCl potassium chloride|KNO3 potassium nitrate
            AgNO3 silver nitrate|AgCl silver chloride|CaCO3 calcium carbonate|CaCl2 calcium chloride|CaO calcium oxide
            MgO magnesium oxide|MgCl2 magnesium chloride|Na2CO3 sodium carbonate|NaHCO3 sodium bicarbonate
            NaHCO3 sodium hydrogen carbonate|CuSO4 copper(II) sulfate|FeCl3 iron(III) chloride|FeCl2 iron(II) chloride
            Fe2O3 iron(III) oxide|Al2O3 aluminum oxide|Al2O3 aluminium oxide|SiO2 silicon dioxide|TiO2 titanium dioxide
            BaSO4 barium sulfate|PbI2 lead(II) iodide|NH4Cl ammonium chloride|NH4NO3 ammonium nitrate
            KBr potassium bromide
            KI potassium iodide|NaBr sodium bromide|NaF sodium fluoride|HF hydrofluoric acid|HF hydrogen fluoride
            H2S hydrogen sulfide|HBr hydrogen bromide|HBr hydrobromic acid|C6H12O6 glucose|KMnO4 potassium permanganate
            """
        var table: [String: String] = [:]
        for entry in names.split(whereSeparator: { $0 == "|" || $0 == "\n" }) {
            let parts = entry.split(separator: " ", maxSplits: 1)
            guard parts.count == 2 else { continue }
            table[TextForm(String(parts[1])).key] = String(parts[0])
        }
        return table
    }()
}
