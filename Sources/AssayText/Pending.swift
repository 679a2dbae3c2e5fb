// Part of Assay. SPDX-License-Identifier: Apache-2.0

// Stand-ins until the real parts are merged.

/// Tables.
public final class TextResources: Sendable {
    /// The built-in tables.
    public static let builtIn = TextResources(english: PunktModel(abbreviations: [], starters: [], collocations: [], orthography: []))
    /// English sentence model.
    public let english: PunktModel
    /// With a model.
    public init(english: PunktModel) { self.english = english }
}

/// Language.
public enum LanguageIdentifier {
    /// Identify.
    public static func identify(_ bytes: [UInt8]) -> String? { nil }
}
