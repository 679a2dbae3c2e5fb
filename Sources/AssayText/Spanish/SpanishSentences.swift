// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Splits Spanish text into sentences by rules.
///
/// Punkt with a list of Spanish abbreviations and nothing else; a line break alone ends no sentence. The statistical
/// parser for which this stands in does not end one at each line break either: rules that do agree with it less often.
public enum SpanishSentences {
    /// The sentences as byte ranges, in order.
    public static func sentences(in bytes: [UInt8]) -> [Range<Int>] {
        model.sentences(in: bytes)
    }

    private static let model = PunktModel(
        abbreviations: [
            "sr", "sra", "srta", "sres", "dr", "dra", "dres", "prof", "profa", "lic", "ing", "arq", "gral", "cnel",
            "cap", "tte", "d", "dña", "ud", "uds", "vd", "vds", "av", "avda", "c", "pl", "núm", "no", "pág", "págs",
            "p", "pp", "vol", "cap", "fig", "ej", "p.ej", "aprox", "art", "ed", "tel", "tfno", "cía", "s.a", "s.l",
            "ee.uu", "ee", "uu", "a.c", "d.c", "a.m", "p.m", "st", "sta", "sto",
        ], starters: [], collocations: [], orthography: [])
}
