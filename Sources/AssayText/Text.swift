// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// One text, read once: its bytes, and views on them that are made when first asked for and then kept.
///
/// A text belongs to one task at a time: the views are filled in without a lock.
///
/// Positions are offsets of UTF-8 bytes. Definitions follow the reference checkers' Python, see each view.
public final class Text {
    /// The text as UTF-8.
    public let bytes: [UInt8]
    /// The tables that sentence and tagging views use.
    public let resources: TextResources

    /// Creates a text from UTF-8 bytes.
    public init(_ bytes: [UInt8], resources: TextResources = .builtIn) {
        self.bytes = bytes
        self.resources = resources
    }

    /// Creates a text from a string.
    public convenience init(_ string: String, resources: TextResources = .builtIn) {
        self.init(Array(string.utf8), resources: resources)
    }

    // MARK: Whole text

    /// Whether all bytes are ASCII.
    public private(set) lazy var isASCII = UTF8Validation.isASCII(bytes, range: 0..<bytes.count)

    /// Whether one of the scalars stands in it that Python's `re.IGNORECASE` takes for an ASCII letter: `ſ`, the Kelvin
    /// sign, `İ`, `ı`.
    public private(set) lazy var hasASCIILookalikes: Bool = {
        guard !isASCII else { return false }
        var last: UInt8 = 0
        var beforeLast: UInt8 = 0
        for byte in bytes {
            if byte >= 0x80 {
                if last == 0xC4, byte == 0xB0 || byte == 0xB1 { return true }
                if last == 0xC5, byte == 0xBF { return true }
                if beforeLast == 0xE2, last == 0x84, byte == 0xAA { return true }
            }
            beforeLast = last
            last = byte
        }
        return false
    }()

    /// The text without white space at its ends (`str.strip`).
    public private(set) lazy var stripped: Range<Int> = UnicodeText.strippedRange(of: bytes, in: 0..<bytes.count)

    /// Whether there is nothing but white space.
    public var isBlank: Bool { stripped.isEmpty }

    /// The number of Unicode scalars: Python's `len`.
    public private(set) lazy var scalarCount: Int = UnicodeText.scalarCount(of: bytes)

    /// The lower-case form (`str.lower`).
    public private(set) lazy var lowercased: Text = derived(UnicodeText.lowercased(bytes))

    /// The text with the 32 ASCII punctuation signs deleted.
    public private(set) lazy var withoutPunctuation: Text = derived(bytes.filter { !ASCIIPunctuation.contains($0) })

    /// The lower-case form with the 32 ASCII punctuation signs deleted.
    public private(set) lazy var lowercasedWithoutPunctuation: Text = derived(
        lowercased.bytes.filter { !ASCIIPunctuation.contains($0) })

    /// Whether there is a cased scalar and none that is lower or title case (`str.isupper`).
    public private(set) lazy var isUpper: Bool = UnicodeText.isUpper(bytes)

    /// Whether there is a cased scalar and none that is upper or title case (`str.islower`).
    public private(set) lazy var isLower: Bool = UnicodeText.isLower(bytes)

    /// The language by langdetect's statistics (`en`, `zh-cn`, …); nil where nothing in the text tells.
    public private(set) lazy var language: String? = LanguageIdentifier.identify(bytes)

    // MARK: Units

    /// The number of `\w+` runs: how the IFEval family counts words.
    public private(set) lazy var wordCount: Int = WordScanner.count(in: bytes)

    /// The `\w+` runs.
    public private(set) lazy var words: [Range<Int>] = WordScanner.words(in: bytes)

    /// The parts between white space (`str.split()`).
    public private(set) lazy var whitespaceTokens: [Range<Int>] = UnicodeText.whitespaceTokens(
        of: bytes, in: 0..<bytes.count)

    /// The parts between line feeds (`split("\n")`): at least one, also of an empty text.
    public private(set) lazy var lines: [Range<Int>] = split(by: [0x0A])

    /// Sentences by Punkt with the English model (`nltk.sent_tokenize`).
    public private(set) lazy var sentences: [Range<Int>] = resources.english.sentences(in: bytes)

    /// Tokens by the Treebank conventions, sentence by sentence (`nltk.word_tokenize`).
    public private(set) lazy var tokens: [Token] = TreebankTokenizer.tokens(in: bytes, sentences: sentences)

    // MARK: Parts

    /// A text of its own with the same resources.
    public func derived(_ bytes: [UInt8]) -> Text { Text(bytes, resources: resources) }

    /// A part as a text of its own; the text itself where the part is all of it.
    public func part(_ range: Range<Int>) -> Text {
        range == 0..<bytes.count ? self : derived(Array(bytes[range]))
    }

    /// The text as a string.
    public var string: String { string(0..<bytes.count) }

    /// A part of the text as a string.
    public func string(_ range: Range<Int>) -> String { UTF8Decoding.string(bytes, range) }

    /// `range` without white space at its ends.
    public func strip(_ range: Range<Int>) -> Range<Int> { UnicodeText.strippedRange(of: bytes, in: range) }

    /// The parts between occurrences of a separator, as Python's `split(separator)`: empty parts count.
    public func split(by separator: [UInt8]) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = 0
        while let found = ByteSearch.first(separator, in: bytes, from: start) {
            parts.append(start..<found)
            start = found + separator.count
        }
        parts.append(start..<bytes.count)
        return parts
    }

    /// A byte offset as a number of scalars before it.
    public func scalarOffset(_ byte: Int) -> Int {
        isASCII ? byte : UnicodeText.scalarOffset(ofByte: byte, in: bytes)
    }
}
