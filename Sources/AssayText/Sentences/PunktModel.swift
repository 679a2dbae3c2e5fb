// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// What a Punkt sentence splitter knows about one language.
///
///     let count = PunktModel.english.sentenceCount(in: Array("Mr. Fox left. He ran!".utf8))   // 2
///
/// Four tables, all keyed by lower-case word types in which a number is `##number##`: abbreviations (without their last
/// period), frequent sentence starters, collocations over a period, and for each type how it was seen written at the
/// beginning and in the middle of sentences. ``english`` and ``french`` are built in and made from openly licensed
/// sources; NLTK's own tables can be read with ``init(languageFolder:)``, and then every split equals NLTK's.
///
/// - Source: Tibor Kiss and Jan Strunk, "Unsupervised Multilingual Sentence Boundary Detection", Computational
///   Linguistics 32 (2006), doi:10.1162/coli.2006.32.4.485.
public struct PunktModel: Sendable {
    /// How a word type was seen written, as the bits of NLTK's `ortho_context.tab`.
    public struct Orthography: OptionSet, Sendable {
        /// The bits.
        public let rawValue: UInt16
        /// Makes a set from its bits.
        public init(rawValue: UInt16) { self.rawValue = rawValue }
        /// With a capital at the beginning of a sentence.
        public static let beginningUpper = Orthography(rawValue: 1 << 1)
        /// With a capital in the middle of a sentence.
        public static let middleUpper = Orthography(rawValue: 1 << 2)
        /// With a capital, the position being unknown.
        public static let unknownUpper = Orthography(rawValue: 1 << 3)
        /// In lower case at the beginning of a sentence.
        public static let beginningLower = Orthography(rawValue: 1 << 4)
        /// In lower case in the middle of a sentence.
        public static let middleLower = Orthography(rawValue: 1 << 5)
        /// In lower case, the position being unknown.
        public static let unknownLower = Orthography(rawValue: 1 << 6)
        /// With a capital anywhere.
        static let upper: Orthography = [.beginningUpper, .middleUpper, .unknownUpper]
        /// In lower case anywhere.
        static let lower: Orthography = [.beginningLower, .middleLower, .unknownLower]
        /// All six.
        static let all: Orthography = [upper, lower]
    }

    /// Bits of a value in ``types`` beside the orthographic ones.
    enum Mark {
        static let abbreviation: UInt16 = 1
        static let starter: UInt16 = 1 << 7
        /// The type is the first word of some collocation, so that the second table is asked only then.
        static let collocationHead: UInt16 = 1 << 8
    }

    /// Everything known about single types.
    private(set) var types: ByteStringTable
    /// Keys are both types of a collocation with a tab between them.
    private(set) var collocations: ByteStringTable

    /// Makes a model from lists.
    ///
    /// - Parameters:
    ///   - abbreviations: Lower-case abbreviations without their last period: `mr`, `u.s`.
    ///   - starters: Lower-case types that often begin a sentence.
    ///   - collocations: Pairs of types, the first without its period, between which a period ends no sentence.
    ///   - orthography: How each lower-case type was seen written.
    public init(
        abbreviations: some Sequence<String>, starters: some Sequence<String>,
        collocations: some Sequence<(String, String)>, orthography: some Sequence<(String, Orthography)>
    ) {
        types = ByteStringTable()
        self.collocations = ByteStringTable()
        for type in abbreviations { types.insert(type.utf8, bits: Mark.abbreviation) }
        for type in starters { types.insert(type.utf8, bits: Mark.starter) }
        for (first, second) in collocations { insertCollocation(Array(first.utf8), Array(second.utf8)) }
        for (type, context) in orthography {
            types.insert(type.utf8, bits: context.intersection(.all).rawValue)
        }
    }

    /// Makes a model from tables, for the readers of files and of built-in data.
    init(types: ByteStringTable, collocations: ByteStringTable) {
        self.types = types
        self.collocations = collocations
    }

    /// The same model with more abbreviations, given in lower case without their last period.
    public func adding(abbreviations: some Sequence<String>) -> PunktModel {
        var result = self
        for type in abbreviations { result.types.insert(type.utf8, bits: Mark.abbreviation) }
        return result
    }

    /// Adds bits to one type.
    mutating func insert(_ type: some Collection<UInt8>, bits: UInt16) { types.insert(type, bits: bits) }

    /// Adds one pair.
    mutating func insertCollocation(_ first: some Collection<UInt8>, _ second: some Collection<UInt8>) {
        types.insert(first, bits: Mark.collocationHead)
        collocations.insert(Array(first) + [0x09] + Array(second), bits: 1)
    }

    /// The sentences of `bytes` as byte ranges, in order.
    ///
    /// Bytes between two sentences are white space; the first sentence keeps white space before it, as NLTK's does. A text
    /// of nothing but white space has none.
    /// - Complexity: Linear in the number of bytes.
    public func sentences(in bytes: [UInt8]) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var splitter = PunktSplitter(model: self)
        splitter.split(bytes) { result.append($0) }
        return result
    }

    /// The number of sentences of `bytes`.
    public func sentenceCount(in bytes: [UInt8]) -> Int {
        var count = 0
        var splitter = PunktSplitter(model: self)
        splitter.split(bytes) { _ in count += 1 }
        return count
    }

    /// Whether `bytes` have `count` sentences or more: looks no further than it has to.
    ///
    /// There can be no more sentences than there are signs that may end one, and one.
    public func hasSentences(atLeast count: Int, in bytes: [UInt8]) -> Bool {
        guard count > 0 else { return true }
        guard PunktSplitter.signCount(in: bytes) + 1 >= count else { return false }
        var found = 0
        var splitter = PunktSplitter(model: self)
        splitter.split(bytes, upTo: count) { _ in found += 1 }
        return found >= count
    }
}
