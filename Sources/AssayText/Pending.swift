// Part of Assay. SPDX-License-Identifier: Apache-2.0

// Stand-ins until the real parts are merged.

/// Tables.
public final class TextResources: Sendable {
    /// The built-in tables.
    public static let builtIn = TextResources()
    /// English sentence model.
    public let english: PunktModel
    /// Creates.
    public init(english: PunktModel? = nil) {
        self.english =
            english ?? PunktModel(abbreviations: ["dr", "mr"], starters: [], collocations: [], orthography: [])
    }
}
