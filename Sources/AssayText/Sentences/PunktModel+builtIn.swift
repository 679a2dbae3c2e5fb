// Part of Assay. SPDX-License-Identifier: Apache-2.0

import CAssayTables

extension PunktModel {
    /// English, from open sources: hand-written abbreviations and starters, orthography from the written part of MASC.
    ///
    /// Splits as NLTK's English model does in more than 99.9 % of cases; they differ after ellipses, outline letters and
    /// rare abbreviations before words of which the two saw different spellings.
    public static let english = builtIn(
        assay_punkt_english(), Int(assay_punkt_english_bytes), Int(assay_punkt_english_count))

    /// French, from open sources: hand-written abbreviations and starters, orthography from a Bible text.
    public static let french = builtIn(
        assay_punkt_french(), Int(assay_punkt_french_bytes), Int(assay_punkt_french_count))

    /// The abbreviations that the French checkers of M-IFEval add to NLTK's model.
    public static let frenchInstructionAbbreviations = [
        "m", "mr", "mme", "mlle", "dir.", "dr", "dre", "drs", "dres", "prof", "pr", "cap", "lt", "adm.", "assoc.",
        "min.",
        "etc", "cf", "vs", "rép", "i.e", "c.-à-d", "ex", "e.g", "apr", "av", "j.c.", "j.-c.", "j.c", "j.-c",
        "av. è. c.",
        "è. c", "a.d", "av. n. è", "de n. è.", "env", "janv", "fév", "mar", "avr", "juil", "sept", "oct", "nov", "déc",
        "p.-ê.", "svp", "p.-v.", "p.v", "tél", "adj", "q.v", "p", "resp", "tel", "v", "vol", "nb", "n.b", "p.s", "ps",
        "p.p.s", "p.-s", "p-s",
    ]

    private static func builtIn(_ table: UnsafePointer<UInt8>, _ size: Int, _ count: Int) -> PunktModel {
        PunktModel(
            types: ByteStringTable(packed: table, size: size, count: count), collocations: ByteStringTable())
    }
}
