// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// How two short texts that are not equal are related.
package enum TextRelations {
    /// Whether the texts share a content word, a stem, or one has the other's initials.
    package static func areRelated(_ one: TextForm, _ other: TextForm) -> Bool {
        let isSingle = one.words.count == 1 && other.words.count == 1
        for word in one.words where isContent(word) {
            for candidate in other.words where isContent(candidate) {
                if word == candidate { return true }
                if areInflected(word, candidate) || areSpellings(word, candidate) { return true }
            }
        }
        if isSingle { return false }
        if let only = one.words.first, one.words.count == 1, only.utf8.count >= 2, only == initials(other) {
            return true
        }
        if let only = other.words.first, other.words.count == 1, only.utf8.count >= 2, only == initials(one) {
            return true
        }
        // "ice cream" and "icecream parlour" share no word, but one key begins the other.
        let (short, long) = one.key.utf8.count < other.key.utf8.count ? (one.key, other.key) : (other.key, one.key)
        return short.utf8.count >= 5 && (long.hasPrefix(short) || long.hasSuffix(short))
    }

    /// Whether the texts are the two words of a pair of opposites, with the same words around them.
    package static func areOpposite(_ one: TextForm, _ other: TextForm) -> Bool {
        guard one.words.count == other.words.count else { return false }
        var opposites = 0
        for (word, candidate) in zip(one.words, other.words) where word != candidate {
            guard antonyms[word]?.contains(candidate) ?? false else { return false }
            opposites += 1
        }
        return opposites == 1
    }

    /// Whether the texts have the same words but for one, and there two words that have nothing in common.
    ///
    /// `sodium chloride` and `potassium chloride`, `June 20` and `June 21`.
    package static func differInOneWord(_ one: TextForm, _ other: TextForm) -> Bool {
        guard one.words.count == other.words.count, one.words.count > 1 else { return false }
        var count = 0
        for (word, candidate) in zip(one.words, other.words) where word != candidate {
            guard count == 0, isContent(word), isContent(candidate), !areInflected(word, candidate),
                !areSpellings(word, candidate), !mayBeOneNumber(word, candidate)
            else { return false }
            count += 1
        }
        return count == 1
    }

    /// The first letters of the words: `who` of "World Health Organization".
    package static func initials(_ form: TextForm) -> String? {
        let words = form.words.filter { $0 != "of" && $0 != "and" && $0 != "for" }
        guard words.count > 1, words.count <= 8 else { return nil }
        return String(words.compactMap(\.first))
    }

    /// Whether the word is of letters: no number, symbol or command.
    package static func isPlainWord(_ word: String) -> Bool {
        guard let first = word.utf8.first else { return false }
        return first | 0x20 &- 0x61 < 26 || first >= 0x80 && word != "°"
    }

    /// Whether the word is of letters and says something: "ellipse", but not "the" or "is".
    package static func isContentWord(_ word: String) -> Bool { isPlainWord(word) && !stopWords.contains(word) }

    // MARK: Details

    private static func isContent(_ word: String) -> Bool {
        !stopWords.contains(word) && (isPlainWord(word) || word.utf8.first.map { $0 &- 0x30 < 10 } ?? false)
    }

    /// Whether one word is another form of the other: plural, derived form, abbreviation.
    private static func areInflected(_ one: String, _ other: String) -> Bool {
        let (short, long) = one.utf8.count < other.utf8.count ? (one, other) : (other, one)
        let shared = zip(short.utf8, long.utf8).prefix { $0 == $1 }.count
        guard shared >= 3 else { return false }
        let head = short.utf8.count - shared
        let tail = String(decoding: Array(long.utf8.dropFirst(shared)), as: UTF8.self)
        if head == 0 {
            // An abbreviation, or an ending.
            if tail == "d" { return short.utf8.last == UInt8(ascii: "e") }
            return endings.contains(tail) || tail.utf8.count >= 3
        }
        guard shared >= 4 else { return false }
        let ending = String(decoding: Array(short.utf8.dropFirst(shared)), as: UTF8.self)
        return endings.contains(ending) && endings.contains(tail)
    }

    /// Whether the words are numbers of which one is no plain whole number: 1.5 and 1.50 are one.
    private static func mayBeOneNumber(_ one: String, _ other: String) -> Bool {
        func isWhole(_ word: String) -> Bool {
            word.utf8.allSatisfy { $0 &- 0x30 < 10 } && word.utf8.first != 0x30
        }
        return !isPlainWord(one) && !isPlainWord(other) && !(isWhole(one) && isWhole(other))
    }

    /// Whether the words may be two spellings of one: aluminum and aluminium, sulfur and sulphur.
    ///
    /// Nitrate and nitrite have the same length: another letter makes another word.
    private static func areSpellings(_ one: String, _ other: String) -> Bool {
        let (short, long) = (min(one.utf8.count, other.utf8.count), max(one.utf8.count, other.utf8.count))
        guard short >= 5, long - short == 1, isPlainWord(one), isPlainWord(other) else { return false }
        let head = zip(one.utf8, other.utf8).prefix { $0 == $1 }.count
        let tail = zip(one.utf8.reversed(), other.utf8.reversed()).prefix { $0 == $1 }.count
        return head >= 3 && head + tail >= short - 1
    }

    private static let endings: Set<String> = [
        "s", "es", "ed", "d", "ing", "al", "ally", "ly", "ence", "ent", "ency", "ion", "tion", "ic", "ical", "ity",
        "ies",
        "y", "ive", "er", "e", "ement", "ment", "ness", "se", "tical", "sis", "tic",
    ]

    private static let stopWords: Set<String> = [
        "a", "an", "the", "of", "in", "on", "at", "to", "is", "are", "was", "be", "it", "its", "and", "or", "by", "for",
        "with", "as", "this", "that", "from", "there", "they", "he", "she", "we", "i", "you", "answer", "so", "than",
    ]

    private static let antonyms: [String: Set<String>] = {
        let pairs = [
            ("odd", "even"), ("increasing", "decreasing"), ("increase", "decrease"), ("increases", "decreases"),
            ("convergent", "divergent"), ("converges", "diverges"), ("converge", "diverge"), ("positive", "negative"),
            ("left", "right"), ("up", "down"), ("rational", "irrational"), ("possible", "impossible"),
            ("acute", "obtuse"), ("acute", "right"), ("obtuse", "right"), ("greater", "less"), ("more", "less"),
            ("larger", "smaller"), ("bigger", "smaller"), ("higher", "lower"), ("maximum", "minimum"), ("max", "min"),
            ("clockwise", "counterclockwise"), ("clockwise", "anticlockwise"), ("linear", "nonlinear"),
            ("dependent", "independent"), ("bounded", "unbounded"), ("finite", "infinite"), ("both", "neither"),
            ("continuous", "discontinuous"), ("stable", "unstable"), ("north", "south"), ("east", "west"),
            ("first", "second"), ("concave", "convex"), ("endothermic", "exothermic"), ("prime", "composite"),
            ("exists", "nonexistent"), ("valid", "invalid"), ("before", "after"), ("above", "below"),
            ("inside", "outside"), ("fair", "unfair"), ("equal", "unequal"), ("similar", "dissimilar"),
            ("win", "lose"), ("wins", "loses"), ("yes", "no"), ("true", "false"),
            ("heads", "tails"), ("reversible", "irreversible"), ("polar", "nonpolar"), ("oxidation", "reduction"),
            ("singular", "nonsingular"), ("homogeneous", "inhomogeneous"), ("injective", "surjective"),
        ]
        var table: [String: Set<String>] = [:]
        for (one, other) in pairs {
            table[one, default: []].insert(other)
            table[other, default: []].insert(one)
        }
        return table
    }()
}
