// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// What the words of a sentence do to an answer beside them.
///
/// - Source: word lists of this project; English, with what is frequent in other languages.
package struct SentenceRole: OptionSet, Sendable {
    package let rawValue: UInt32
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Turns a statement round: not, isn't, cannot.
    package static let negation = SentenceRole(rawValue: 1)
    /// Says that what stands before is no answer: wrong, incorrect, fails.
    package static let rejection = SentenceRole(rawValue: 1 << 1)
    /// Names the answer: answer, option, choice.
    package static let anchor = SentenceRole(rawValue: 1 << 2)
    /// is, are, be.
    package static let copula = SentenceRole(rawValue: 1 << 3)
    /// Leaves it open: either, maybe, between.
    package static let hedge = SentenceRole(rawValue: 1 << 4)
    /// Takes back what was said: wait, actually, sorry.
    package static let correction = SentenceRole(rawValue: 1 << 5)
    /// Begins a new clause: but, so, because.
    package static let boundary = SentenceRole(rawValue: 1 << 6)
    /// May stand before an option's letter.
    package static let beforeLetter = SentenceRole(rawValue: 1 << 7)
    /// May stand after an option's letter.
    package static let afterLetter = SentenceRole(rawValue: 1 << 8)
    /// Joins a list: and.
    package static let and = SentenceRole(rawValue: 1 << 9)
    /// Joins alternatives: or.
    package static let or = SentenceRole(rawValue: 1 << 10)
    /// Says that what stands before is the answer: correct, right, true.
    package static let approval = SentenceRole(rawValue: 1 << 11)
    /// Draws a conclusion: so, therefore, hence.
    package static let conclusion = SentenceRole(rawValue: 1 << 12)

    /// The roles of a lower-case word.
    package static func of(_ word: String) -> SentenceRole { table[word] ?? [] }

    private static let table: [String: SentenceRole] = {
        var table: [String: SentenceRole] = [:]
        func add(_ role: SentenceRole, _ words: String) {
            for word in words.split(separator: " ") { table[String(word), default: []].insert(role) }
        }
        add(
            .negation,
            "not cannot can't cant isn't isnt aren't wasn't won't wouldn't doesn't doesnt don't dont didn't never nor "
                + "neither couldn't shouldn't hasn't haven't hardly without except excluding mustn't nicht kein ne pas "
                + "no")
        add(
            .rejection,
            "wrong incorrect false invalid fails fail failed eliminated excluded impossible ruled rejected untrue "
                + "inconsistent contradicts contradicted unlikely distractor distractors")
        add(
            .anchor,
            "answer answers option options choice choices ans solution result letter conclusion selection response "
                + "antwort réponse respuesta risposta resposta ответ pick")
        add(.copula, "is are be was were being been seems equals it's that's gives yields would ist est es è é sont")
        add(.hedge, "either maybe perhaps possibly between possible probably might could unsure undecided")
        add(.correction, "wait actually sorry correction mistake oops reconsider scratch correcting")
        add(
            .boundary,
            "but however so therefore thus hence because since whereas while although though as it's that's which "
                + "meaning instead if when where leaving leaves rather")
        add(.conclusion, "so therefore thus hence consequently accordingly")
        add(
            .beforeLetter,
            "is are be was were option options choice choices answer answers letter letters and or not nor either both "
                + "neither between than choose chose select selected pick picked say it's its only also sure therefore "
                + "thus so then actually maybe probably perhaps with hence must to think be: namely cannot can't isn't "
                + "ans ans. except leaves leaving gives marked definitely clearly obviously go going mean meant that's "
                + "of exclude eliminate for wait no yes und oder et ou y o ist est es solution response but")
        add(
            .afterLetter,
            "and or is isn't because since as but not are was would must can cannot can't seems looks for with fits "
                + "so therefore thus hence while whereas though although if when though rather instead und oder et ou "
                + "works fails holds satisfies only both which that being matches gives i'm nor wasn't aren't")
        add(.and, "and und et y plus also &")
        add(.or, "or oder ou o versus vs")
        add(.approval, "correct right true best")
        return table
    }()
}
