// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import Testing

@Suite struct ChemistryKindTests {
    static let table = KindCase.table(
        #"""
        H_2SO_4 | \mathrm{H2SO4} | =
        H_2SO_4 | \mathrm{H_2SO_4} | =
        H_2SO_4 | \ce{H2SO4} | =
        H_2SO_4 | H₂SO₄ | =
        H_2SO_4 | \text{H}_2\text{SO}_4 | =
        H_2SO_4 | H_{2}SO_{4} | =
        H_2SO_4 | **H2SO4** | =
        H_2SO_4 | The answer is H2SO4. | =
        H_2SO_4 | H_2SO_3 | !
        H_2SO_4 | HSO_4 | !
        H_2SO_4 | sulfuric acid | =
        H_2SO_4 | nitric acid | !
        H_2SO_4 | oil of vitriol | ?
        H_2SO_4 | 98 | -
        \text{NaCl} | NaCl | =
        \text{NaCl} | NaCl_2 | !
        NaCl | KCl | !
        NaCl | sodium chloride | =
        NaCl | NaCl(aq) | =
        NaCl(s) | NaCl(aq) | !
        CO_2 | CO2 | =
        CO_2 | CO | !
        CO_2 | carbon dioxide | =
        C_6H_{12}O_6 | C6H12O6 | =
        C_6H_{12}O_6 | C_6H_{12}O_5 | !
        Ca(OH)_2 | \ce{Ca(OH)2} | =
        Ca(OH)_2 | CaOH_2 | !
        Ca(OH)_2 | CaO_2H_2 | !
        Ca(OH)_2 | Ca(OH)2 | =
        (NH_4)_2SO_4 | (NH4)2SO4 | =
        (NH_4)_2SO_4 | NH4SO4 | !
        Fe^{3+} | Fe^{2+} | !
        Fe^{3+} | \text{Fe}^{3+} | =
        Fe^{3+} | Fe3+ | =
        Fe^{3+} | Fe^3+ | =
        Fe^{3+} | Fe^{+3} | =
        Fe^{3+} | Fe³⁺ | =
        Fe^{3+} | Fe(III) | =
        Fe^{3+} | Fe | !
        Fe^{3+} | Fe^{3-} | !
        Na^+ | Na+ | =
        Na^+ | Na^{+} | =
        Na^+ | Na^- | !
        Cl^- | Cl- | =
        SO_4^{2-} | SO42- | =
        SO_4^{2-} | SO4^{2-} | =
        SO_4^{2-} | SO_4 2- | =
        SO_4^{2-} | SO^{2-}_4 | =
        SO_4^{2-} | SO₄²⁻ | =
        SO_4^{2-} | SO_3^{2-} | !
        SO_4^{2-} | SO_4^- | !
        NH_4^+ | NH4+ | =
        NO_3^- | NO3- | =
        H_3O^+ | H3O+ | =
        [Cu(NH_3)_4]^{2+} | Cu(NH3)4^{2+} | =
        [Fe(CN)_6]^{3-} | Fe(CN)6^{3-} | =
        [Fe(CN)_6]^{3-} | [Fe(CN)6]^{4-} | !
        CuSO_4 \cdot 5H_2O | CuSO4·5H2O | =
        CuSO_4 \cdot 5H_2O | CuSO4*5H2O | =
        CuSO_4 \cdot 5H_2O | CuSO_4 | !
        CuSO_4 \cdot 5H_2O | CuSO4·4H2O | !
        ^{14}_{6}C | ^{14}C | =
        {}^{14}_{6}\text{C} | ^{14}_6C | =
        ^{14}_{6}C | ^{12}_{6}C | !
        ^{235}_{92}U | {}^{235}U | =
        HCl | HBr | !
        HCl | ClH | =
        CH_3CH_2OH | CH3CH2OH | =
        CH_3CH_2OH | CH3OCH3 | ?
        CH_3CH_2OH | C2H6O | ?
        CH_3CH_2OH | CH3OH | !
        2H2+O2->2H2O | O2 + 2H2 -> 2H2O | =
        2H2+O2->2H2O | 2H_2 + O_2 \rightarrow 2H_2O | =
        2H2+O2->2H2O | 2H₂ + O₂ → 2H₂O | =
        2H2+O2->2H2O | \ce{2H2 + O2 -> 2H2O} | =
        2H2+O2->2H2O | H2 + 1/2 O2 -> H2O | =
        2H2+O2->2H2O | H_2 + \frac{1}{2}O_2 \to H_2O | =
        2H2+O2->2H2O | 4H2 + 2O2 = 4H2O | =
        2H2+O2->2H2O | 2H2(g) + O2(g) -> 2H2O(l) | =
        2H2+O2->2H2O | 2H_2 + O_2 \xrightarrow{\text{heat}} 2H_2O | =
        2H2+O2->2H2O | H2 + O2 -> H2O | !
        2H2+O2->2H2O | 2H2O -> 2H2 + O2 | !
        2H2+O2->2H2O | 2H2+O2 | !
        2H2+O2->2H2O | H2O | !
        N_2 + 3H_2 \rightleftharpoons 2NH_3 | N2 + 3H2 <=> 2NH3 | =
        Ag^+ + Cl^- \to AgCl | Ag+ + Cl- -> AgCl | =
        Ag^+ + Cl^- \to AgCl | Ag+(aq) + Cl-(aq) -> AgCl(s) | =
        Fe^{3+} + e^- \to Fe^{2+} | Fe3+ + e- -> Fe2+ | =
        Zn + 2HCl \to ZnCl_2 + H_2 | Zn + 2 HCl -> H2 + ZnCl2 | =
        Zn + 2HCl \to ZnCl_2 + H_2 | Zn + HCl -> ZnCl2 + H2 | !
        sodium chloride | NaCl | =
        sodium chloride | KCl | !
        sodium chloride | potassium chloride | -
        CO | \ce{CO} | =
        CO | \ce{CO2} | !
        CO | x | -
        O_2 | O2 | =
        O_2 | \ce{O3} | !
        O_2 | 5 | -
        C | B | -
        V_2P_2 | V_1P_1 | !
        P_1V_1 | P_2V_2 | !
        No | Yes | -
        N-K | K-N | -
        K^{-1} | B | -
        B^{-1} | B^{-1} | -
        O^{2-} | O^{-2} | =
        PO_4^{3-} | PO4^{-3} | =
        B+C | C+B | -
        x_2 | x_2 | x
        x^2 | x^2 | x
        5 | 5 | x
        A | A | x
        Evelyn | Evelyn | x
        Marie Curie | x | x
        C_nH_{2n+2} | x | x
        f(x) | x | x
        """#)

    @Test(arguments: table) func row(_ row: KindCase) {
        #expect(row.found(ChemistryKind.self) == row.verdict, "\(row)")
    }

    /// Golds that are mathematics or words never decide against an answer of their own sort.
    @Test(arguments: ["NaN", "CO", "NO", "He", "In", "HI", "BC", "VIP", "PV", "N_1", "K", "CN", "\\binom{n}{k}", "OB"])
    func weakGold(_ gold: String) {
        let row = KindCase(gold: gold, answer: "12", verdict: "-")
        #expect(["-", "x"].contains(row.found(ChemistryKind.self)))
    }

    @Test func deepNesting() {
        let row = KindCase(gold: "H_2O", answer: String(repeating: "(", count: 4_000) + "H", verdict: "-")
        #expect(row.found(ChemistryKind.self) == "-")
    }
}
