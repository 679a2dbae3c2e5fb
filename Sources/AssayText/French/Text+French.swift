// Part of Assay. SPDX-License-Identifier: Apache-2.0

extension Text {
    /// Sentences by Punkt with the French model and the abbreviations that M-IFEval adds to it.
    public var frenchSentences: [Range<Int>] { resources.frenchExtended.sentences(in: bytes) }
}

/// What M-IFEval adds to the French sentence model.
enum FrenchAbbreviations {
    /// The built-in French model with the added abbreviations.
    static let builtInModel = PunktModel.french.adding(abbreviations: added)

    /// Abbreviations in lower case.
    ///
    /// Those that end in a period never match, since the model knows types without their
    /// last one; they stand here because they stand in the reference.
    static let added = [
        "m", "mr", "mme", "mlle", "dir.", "dr", "dre", "drs", "dres", "prof", "pr", "cap", "lt", "adm.", "assoc.",
        "min.", "etc", "cf", "vs", "rép", "i.e", "c.-à-d", "ex", "e.g", "apr", "av", "j.c.", "j.-c.", "j.c", "j.-c",
        "av. è. c.", "è. c", "a.d", "av. n. è", "de n. è.", "env", "janv", "fév", "mar", "avr", "juil", "sept", "oct",
        "nov", "déc", "p.-ê.", "svp", "p.-v.", "p.v", "tél", "adj", "q.v", "p", "resp", "tel", "v", "vol", "nb", "n.b",
        "p.s", "ps", "p.p.s", "p.-s", "p-s",
    ]
}
