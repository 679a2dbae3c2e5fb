// Part of Assay. SPDX-License-Identifier: Apache-2.0

// Stand-ins until the real parts are merged.

/// A token.
public struct Token: Sendable {
    /// Where it stands in the text.
    public var range: Range<Int>
}

/// The tokenizer.
public enum TreebankTokenizer {
    /// Tokens.
    public static func tokens(in bytes: [UInt8], sentences: [Range<Int>]) -> [Token] { [] }
}

/// Sentence model.
public struct PunktModel: Sendable {
    /// Sentences.
    public func sentences(in bytes: [UInt8]) -> [Range<Int>] { [0..<bytes.count] }
}

/// Tables.
public final class TextResources: Sendable {
    /// The built-in tables.
    public static let builtIn = TextResources()
    /// Names the tables.
    public let stamp = "built-in"
    /// English sentence model.
    public let english = PunktModel()
}

/// Language.
public enum LanguageIdentifier {
    /// Identify.
    public static func identify(_ bytes: [UInt8]) -> String? { nil }
}
