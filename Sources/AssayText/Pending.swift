// Part of Assay. SPDX-License-Identifier: Apache-2.0

// Stand-ins until the real parts are merged.

/// Tables.
public final class TextResources: Sendable {
    /// The built-in tables.
    public static let builtIn = TextResources()
    /// English sentence model.
    public let english: PunktModel
    /// French sentence model.
    public let french: PunktModel

    /// Models.
    public init(english: PunktModel? = nil, french: PunktModel? = nil) {
        let empty = PunktModel(abbreviations: [], starters: [], collocations: [], orthography: [])
        self.english = english ?? empty
        self.french = french ?? empty
    }
}
