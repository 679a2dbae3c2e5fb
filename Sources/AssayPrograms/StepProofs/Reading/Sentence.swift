// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// What the words so far make of the next statement of a sentence: an assumption or a claim.
struct Sentence {
    /// Items of the sentence.
    private(set) var range = 0..<0
    /// Whether it ends with a question mark.
    private(set) var isQuestion = false
    /// Whether a word in it denies or doubts.
    private(set) var hasDenial = false
    /// What "if" and its kin assume, for this sentence alone.
    var local: [Formula] = []
    /// The word that makes an assumption of what follows; nil for a claim.
    private var hypothesis: String?
    /// Whether a word claims that what follows is a consequence.
    private(set) var isEntailed = false
    /// Whether "for all" stands before.
    private(set) var isUniversal = false
    private var isStarted = false
    private var words: Set<String> = []

    /// Whether the next statement is assumed.
    var isHypothesis: Bool { hypothesis != nil }
    /// Whether it is assumed for this sentence alone.
    var isLocal: Bool { hypothesis.map(StepWords.local.contains) ?? false }
    /// Whether it asserts nothing.
    var isFree: Bool { hypothesis.map(StepWords.free.contains) ?? false }
    /// Whether words say that a transformation is an identity.
    var isIdentity: Bool {
        isUniversal || words.contains("identity") || words.contains("always")
    }
    /// Whether words say that an equation is set up, not derived.
    var isSetUp: Bool {
        !isEntailed && (words.contains("equation") || words.contains("equations") || words.contains("set"))
    }
    /// Whether an assumption in it was not read: what lacks it may be proved, but not refuted.
    var isIncomplete = false
    /// What was assumed or claimed before in this sentence.
    var stated: [Formula] = []
    /// Whether facts that are not read may stand in it.
    var hasHiddenFacts: Bool { !words.isDisjoint(with: StepWords.facts) }

    /// Takes note of item `index`.
    mutating func enter(_ items: [StatementItem], _ index: Int) {
        if index >= range.upperBound || !isStarted { begin(items, index) }
        switch items[index] {
        case .word(let word):
            if word == "all" || word == "any" || word == "every" || word == "each" {
                if hypothesis == "for" { isUniversal = true }
            } else if StepWords.conclusions.contains(word) {
                hypothesis = nil
                if StepWords.entailing.contains(word) { isEntailed = true }
            } else if StepWords.hypotheses.contains(word) {
                hypothesis = word
            } else if hypothesis == "for", word != "real", word != "positive", word != "numbers" {
                // "for 3 hours" assumes nothing.
                if !isUniversal { hypothesis = nil }
            }
        case .arrow:
            hypothesis = nil
            isEntailed = true
        case .colon: hypothesis = nil
        case .comma:
            guard hypothesis != nil, !concludesLater(items, index) else { return }
            if ["if", "since", "because", "given", "as"].contains(hypothesis) { isEntailed = true }
            hypothesis = nil
        case .stop:
            hypothesis = nil
            isEntailed = false
        case .statement, .operand: break
        }
    }

    private mutating func begin(_ items: [StatementItem], _ index: Int) {
        self = Sentence()
        isStarted = true
        var end = index
        search: while end < items.count {
            switch items[end] {
            case .stop(let question):
                isQuestion = question
                break search
            case .word(let word): words.insert(word)
            default: break
            }
            end += 1
        }
        range = index..<max(end, index + 1)
        hasDenial = !words.isDisjoint(with: StepWords.denials)
    }

    /// Whether a word of conclusion stands later in the sentence: the comma is one of a list.
    private func concludesLater(_ items: [StatementItem], _ index: Int) -> Bool {
        for place in index..<min(items.count, range.upperBound) {
            switch items[place] {
            case .word(let word) where StepWords.conclusions.contains(word): return true
            case .arrow, .colon: return true
            default: continue
            }
        }
        return false
    }
}
