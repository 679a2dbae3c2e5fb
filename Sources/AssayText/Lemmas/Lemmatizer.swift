// Part of Assay. SPDX-License-Identifier: Apache-2.0

import CAssayTables

/// Finds the base form of an English word that stands alone.
///
///     Lemmatizer.lemma("balancing")   // "balance"
///     Lemmatizer.lemma("children")    // "child"
///     Lemmatizer.lemma("building")    // "building": more often a noun than a form of "build"
///
/// ## How it decides
/// 1. A word with anything but the letters `a` to `z` is its own lemma; words have to come in lower case.
/// 2. A form of the table (irregular forms, and regular ones that spelling misleads about): the table's lemma.
/// 3. Else endings are taken off: `-s`, `-es`, `-ies`, `-ed`, `-ied`, `-ing`, with a doubled consonant made single and a
///    silent `e` put back where the spelling asks for it.
///
/// The table holds what spaCy's rule lemmatiser says of about 170,000 forms where rule 3 says something else. That
/// lemmatiser needs to know the word class, which a word alone does not tell; the table takes the one that the form has
/// most often in MASC.
///
/// - Source: spacy-lookups-data 1.0.5 (MIT; from WordNet) and MASC, by `scripts/tables/lemmas.py`.
/// - Complexity: linear in the length of the word.
public enum Lemmatizer {
    /// The lemma of a word in lower case.
    public static func lemma(_ word: String) -> String {
        String(decoding: lemma(Array(word.utf8)[...]), as: UTF8.self)
    }

    /// The lemma of a word in lower case, as UTF-8.
    public static func lemma(_ word: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        append(lemmaOf: word, to: &result)
        return result
    }

    /// Appends the lemma of a word in lower case to `result`.
    public static func append(lemmaOf word: ArraySlice<UInt8>, to result: inout [UInt8]) {
        let start = result.count
        result.append(contentsOf: word)
        guard word.allSatisfy({ $0 &- 0x61 < 26 }) else { return }
        if let entry = LemmaTable.entry(of: word) {
            result.removeLast(min(entry.drop, result.count - start))
            result.append(contentsOf: entry.ending)
        } else {
            spell(&result, from: start)
        }
    }

    /// Takes the endings off the word that begins at `start`, by spelling alone.
    ///
    /// The generator does the same.
    private static func spell(_ word: inout [UInt8], from start: Int) {
        let count = word.count - start
        guard count >= 4 else { return }
        func ends(_ ending: StaticString) -> Bool {
            guard ending.utf8CodeUnitCount <= count else { return false }
            return ending.withUTF8Buffer { word[(word.count - $0.count)...].elementsEqual($0) }
        }
        if ends("ies") || ends("ied") {
            word.removeLast(count > 4 ? 3 : 1)
            if count > 4 { word.append(UInt8(ascii: "y")) }
        } else if ends("sses") || ends("shes") || ends("ches") || ends("xes") || ends("oes") {
            word.removeLast(2)
        } else if ends("ss") || ends("us") || ends("is") {
            return
        } else if ends("s") {
            word.removeLast()
        } else if ends("ing") || (ends("ed") && !ends("eed")) {
            let stem = start..<word.count - (ends("ing") ? 3 : 2)
            guard stem.count >= 2, word[stem].contains(where: isVowel) else { return }
            word.removeLast(word.count - stem.upperBound)
            restore(&word, from: start)
        }
    }

    /// Turns what is left without -ed or -ing into a base: `stopp` into `stop`, `balanc` into `balance`.
    private static func restore(_ stem: inout [UInt8], from start: Int) {
        let count = stem.count - start
        guard count >= 2 else { return }
        let last = stem[stem.count - 1]
        let before = stem[stem.count - 2]
        if last == before, !isOne(of: "aeioulsfz", last) {
            stem.removeLast()
            return
        }
        let vowels = stem[start...].count(where: isVowel)
        let takesE =
            switch last {
            case UInt8(ascii: "v"), UInt8(ascii: "u"), UInt8(ascii: "c"): true
            case UInt8(ascii: "z") where before != last: true
            case UInt8(ascii: "g") where isOne(of: "da", before): true
            case UInt8(ascii: "s") where isOne(of: "aeiounr", before): true
            case UInt8(ascii: "l") where !isOne(of: "aeiourlw", before): true
            case UInt8(ascii: "t") where before == UInt8(ascii: "a") && vowels > 1: true
            default: vowels == 1 && !isOne(of: "aeiouwxy", last) && isOne(of: "aiouy", before)
            }
        if takesE { stem.append(UInt8(ascii: "e")) }
    }

    private static func isVowel(_ byte: UInt8) -> Bool { isOne(of: "aeiouy", byte) }

    @inline(__always) private static func isOne(of letters: StaticString, _ byte: UInt8) -> Bool {
        letters.withUTF8Buffer { $0.contains(byte) }
    }
}

/// The table of forms that spelling misleads about.
enum LemmaTable {
    /// The number of entries from one known start to the next.
    private static let block = 16

    /// How many letters a form drops, and what it adds; nil where the table has no such form.
    static func entry(of form: ArraySlice<UInt8>) -> (drop: Int, ending: UnsafeBufferPointer<UInt8>)? {
        let table = UnsafeBufferPointer(start: assay_lemmas(), count: Int(assay_lemmas_bytes))
        let starts = UnsafeBufferPointer(start: assay_lemma_starts(), count: Int(assay_lemma_starts_count))
        // The last block whose first form is not above the form.
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if compare(form, table, Int(starts[middle])).order < 0 { high = middle } else { low = middle + 1 }
        }
        guard low > 0 else { return nil }
        var place = Int(starts[low - 1])
        for _ in 0..<block where place < table.count {
            let (order, end) = compare(form, table, place)
            if order < 0 { return nil }
            var close = end
            while table[close] != UInt8(ascii: ";") { close += 1 }
            if order == 0 {
                return (Int(table[end]) - 0x41, UnsafeBufferPointer(rebasing: table[end + 1..<close]))
            }
            place = close + 1
        }
        return nil
    }

    /// Whether `form` stands before (-1) or after (1) the entry at `place`, or is its form (0), and where that form ends.
    private static func compare(
        _ form: ArraySlice<UInt8>, _ table: UnsafeBufferPointer<UInt8>, _ place: Int
    ) -> (order: Int, end: Int) {
        var order = 0
        var index = form.startIndex
        var end = place
        while table[end] >= 0x61 {
            if order == 0 {
                if index == form.endIndex {
                    order = -1
                } else if form[index] != table[end] {
                    order = form[index] < table[end] ? -1 : 1
                }
                index += 1
            }
            end += 1
        }
        if order == 0, index < form.endIndex { order = 1 }
        return (order, end)
    }
}
