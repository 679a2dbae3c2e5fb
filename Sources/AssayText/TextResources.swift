// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// The tables that sentence and tagging views use: Assay's own, or NLTK's that the user has imported.
///
/// Built-in tables are made when first asked for.
public final class TextResources: Sendable {
    /// Assay's own tables.
    public static let builtIn = TextResources()

    private let importedEnglish: PunktModel?
    private let importedFrench: PunktModel?
    private let importedFrenchExtended: PunktModel?
    /// The tagger, where its weights were imported; nil for the built-in rules.
    public let tagger: PerceptronTagger?
    /// Names the tables in a stamp.
    public let stamp: String

    private init() {
        importedEnglish = nil
        importedFrench = nil
        importedFrenchExtended = nil
        tagger = nil
        stamp = "built-in"
    }

    /// Takes what an `nltk_data` folder holds, and Assay's own tables for the rest.
    ///
    /// - Throws: ``NLTKDataError`` that names the file.
    public init(nltk data: NLTKData) throws {
        importedEnglish = data.languages.contains("english") ? try data.punktModel("english") : nil
        importedFrench = data.languages.contains("french") ? try data.punktModel("french") : nil
        importedFrenchExtended = importedFrench?.adding(abbreviations: FrenchAbbreviations.added)
        tagger = data.hasTagger ? try data.perceptronTagger() : nil
        stamp = try data.stamp()
    }

    /// The model of English sentences.
    public var english: PunktModel { importedEnglish ?? .english }
    /// The model of French sentences.
    public var french: PunktModel { importedFrench ?? .french }
    /// The model of French sentences with the abbreviations that M-IFEval adds to it.
    public var frenchExtended: PunktModel { importedFrenchExtended ?? FrenchAbbreviations.builtInModel }
}
