// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// English stop words: the 198 words that NLTK's list has.
///
/// - Source: The English stop list of the Snowball project (Martin Porter and others, BSD licence), with the contractions that
///   NLTK's stopwords corpus has added to it. A list of common words, given here as facts.
public enum StopWords {
    /// The list, in alphabetical order.
    public static let english: [String] = [
        "a", "about", "above", "after", "again", "against", "ain", "all", "am", "an", "and", "any", "are", "aren",
        "aren't", "as", "at", "be", "because", "been", "before", "being", "below", "between", "both", "but", "by",
        "can", "couldn", "couldn't", "d", "did", "didn", "didn't", "do", "does", "doesn", "doesn't", "doing", "don",
        "don't", "down", "during", "each", "few", "for", "from", "further", "had", "hadn", "hadn't", "has", "hasn",
        "hasn't", "have", "haven", "haven't", "having", "he", "he'd", "he'll", "her", "here", "hers", "herself",
        "he's", "him", "himself", "his", "how", "i", "i'd", "if", "i'll", "i'm", "in", "into", "is", "isn", "isn't",
        "it", "it'd", "it'll", "it's", "its", "itself", "i've", "just", "ll", "m", "ma", "me", "mightn", "mightn't",
        "more", "most", "mustn", "mustn't", "my", "myself", "needn", "needn't", "no", "nor", "not", "now", "o",
        "of", "off", "on", "once", "only", "or", "other", "our", "ours", "ourselves", "out", "over", "own", "re",
        "s", "same", "shan", "shan't", "she", "she'd", "she'll", "she's", "should", "shouldn", "shouldn't",
        "should've", "so", "some", "such", "t", "than", "that", "that'll", "the", "their", "theirs", "them",
        "themselves", "then", "there", "these", "they", "they'd", "they'll", "they're", "they've", "this", "those",
        "through", "to", "too", "under", "until", "up", "ve", "very", "was", "wasn", "wasn't", "we", "we'd",
        "we'll", "we're", "were", "weren", "weren't", "we've", "what", "when", "where", "which", "while", "who",
        "whom", "why", "will", "with", "won", "won't", "wouldn", "wouldn't", "y", "you", "you'd", "you'll", "your",
        "you're", "yours", "yourself", "yourselves", "you've",
    ]

    /// Those of the list that are a single run of letters, and so can equal a `\w+` word.
    private static let wholeWords: ByteStringTable = {
        var table = ByteStringTable(capacity: english.count)
        for word in english where !word.utf8.contains(0x27) { table.insert(word.utf8, bits: 1) }
        return table
    }()

    /// The length of the longest whole word.
    private static let longest = 10

    /// Whether the `\w+` word at `range` of `bytes`, in lower case, is a stop word.
    public static func contains(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        let range = range.clamped(to: 0..<bytes.count)
        // A Kelvin sign or a dotted capital I takes more bytes than its lower-case form.
        guard !range.isEmpty, range.count <= 3 * longest else { return false }
        var needsCopy = false
        for index in range where bytes[index] &- 0x61 >= 26 { needsCopy = true }
        guard needsCopy else { return wholeWords.value(of: bytes, range) != 0 }
        var lower: [UInt8] = []
        lower.reserveCapacity(range.count + 4)
        PythonLowercase.append(bytes, range, to: &lower)
        return wholeWords.value(of: lower, lower.indices) != 0
    }
}
