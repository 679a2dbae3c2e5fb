// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers

/// A piece of a step as the reader of claims sees it.
struct MathToken: Hashable {
    enum Kind: Hashable {
        /// A literal; the text is plain digits.
        case number
        /// A variable.
        case symbol
        /// An operand in LaTeX that only the parser of mathematics reads: `\frac12`, `|x|`.
        case raw
        /// A function before its bracket: `sqrt`.
        case function
        /// `+`, `-`, `*`, `/`.
        case sign
        /// A power with its exponent: `^2`, `^{2n}`.
        case power
        /// `%`.
        case percent
        /// `!` as a factorial.
        case factorial
        /// `mod` between numbers.
        case modulo
        /// `(mod 5)` behind a congruence; the text is the modulus.
        case modulus
        case open, close
        /// `=` and its kin; the text is its sign.
        case relation
        case word
        case comma, colon, stop
        /// `⟹`, `→`.
        case arrow
        /// A currency sign.
        case currency
        /// What cannot stand in arithmetic: it makes what it stands in unreadable.
        case unreadable
    }

    var kind: Kind
    var text: String
    /// Bytes of the step's text.
    var range: Range<Int>
    /// Whether space stands before it.
    var isSpaced: Bool
    /// Whether it stands between math delimiters.
    var isMath = false

    /// Whether an operand may end with it.
    var endsOperand: Bool {
        switch kind {
        case .number, .symbol, .raw, .power, .percent, .factorial, .close: true
        default: false
        }
    }

    /// Whether an operand may begin with it.
    var beginsOperand: Bool {
        switch kind {
        case .number, .symbol, .raw, .function, .open, .currency: true
        default: false
        }
    }
}

/// Words that decide how a sentence with claims is read.
enum StepWords {
    /// Whether `word` is in a list.
    static func contains(_ list: Set<String>, _ word: String) -> Bool { list.contains(word) }

    static let hypotheses: Set<String> = [
        "if", "suppose", "assume", "assuming", "let", "given", "denote", "define",
        "say", "set", "call", "consider", "because", "since", "as", "when", "where", "with", "for", "whenever",
        "provided", "using", "substituting", "substitute", "from", "know",
    ]
    /// Hypotheses that hold for their sentence alone.
    static let local: Set<String> = ["if", "when", "whenever", "for", "provided", "assuming"]
    /// Hypotheses that are no assertion: what stands behind them is not checked.
    static let free: Set<String> = [
        "if", "suppose", "assume", "assuming", "let", "denote", "define", "say", "set",
        "call", "consider", "whenever", "provided",
    ]
    static let conclusions: Set<String> = [
        "then", "so", "therefore", "thus", "hence", "implies", "implying", "gives",
        "giving", "yields", "yielding", "means", "follows", "consequently", "obtain", "obtains", "get", "gets",
        "find", "finds", "conclude", "simplifies", "becomes", "must", "deduce", "have", "accordingly",
    ]
    /// Of these, the ones that claim that what follows is a consequence.
    static let entailing: Set<String> = [
        "then", "so", "therefore", "thus", "hence", "implies", "implying", "follows",
        "consequently", "conclude", "deduce", "gives", "yields", "must",
    ]
    /// A sentence with one of them may say that something does not hold.
    static let denials: Set<String> = [
        "not", "isn't", "doesn't", "cannot", "can't", "impossible", "false", "wrong",
        "incorrect", "incorrectly", "instead", "contradiction", "contradicts", "never", "neither", "nor", "mistake",
        "mistakenly", "error", "unless", "would", "wouldn't", "don't", "didn't", "rather", "except", "absurd", "untrue",
        "invalid", "fails", "guess", "perhaps", "maybe", "try", "trying", "whether", "unlike", "might", "could",
    ]
    /// Words before a number that take it for something else than a first operand.
    static let binding: Set<String> = [
        "than", "by", "plus", "minus", "times", "half", "twice", "double", "triple",
        "thrice", "quarter", "third", "from", "step", "day", "week", "year", "part", "case", "question", "number",
        "no", "equation", "eq", "chapter", "problem", "room", "page", "line", "month", "grade", "level", "version",
        "per", "over", "under", "squared", "cubed", "negative", "dozen", "hundred", "thousand", "million", "subtract",
        "add", "adding", "subtracting", "multiplying", "dividing", "power", "squaring", "root", "base", "log", "option",
        "row", "column", "between", "fifth", "fourth", "sixth", "tenth", "eighth", "and", "or", "nearest", "point",
    ]
    /// Words that take a part or a multiple of what follows them and "of".
    static let parts: Set<String> = [
        "half", "third", "thirds", "quarter", "quarters", "fourth", "fourths", "fifth",
        "fifths", "sixth", "eighth", "tenth", "tenths", "percent", "percentage", "twice", "double", "triple", "square",
        "cube", "root", "product", "average", "mean", "median", "mode", "reciprocal", "inverse", "negative", "opposite",
        "logarithm", "log", "factorial", "out", "multiple", "power", "remainder", "digits", "ratio", "difference",
        "absolute", "value", "perimeter", "area", "volume", "circumference", "diagonal", "radius", "complement",
        "determinant", "derivative", "integral", "limit", "number", "fraction", "sine", "cosine", "tangent",
    ]
    /// Words before "of" that leave a sum what it is.
    static let totals: Set<String> = [
        "total", "sum", "cost", "price", "profit", "amount", "revenue", "income",
        "salary", "distance", "combined", "result", "answer",
    ]
    /// Words behind a number that change it.
    static let scales: Set<String> = [
        "dozen", "dozens", "hundred", "hundreds", "thousand", "thousands", "million",
        "millions", "billion", "billions", "trillion", "pair", "pairs", "half", "halves", "third", "thirds", "quarter",
        "quarters", "fourth", "fourths", "fifth", "fifths", "sixth", "sixths", "eighth", "eighths", "tenth", "tenths",
        "hundredths", "tens", "ones", "than", "remainder", "r", "rem", "times", "squared", "cubed", "k", "m", "modulo",
        "score", "gross", "degree", "degrees", "percent", "point", "to", "through", "choose", "base", "couple",
        "factorial", "bn", "st", "nd", "rd", "th", "ordinal", "th's", "minus", "plus",
    ]
    /// Words behind a result that say that it is not exact.
    static let rounding: Set<String> = [
        "rounded", "rounding", "approximately", "about", "roughly", "approx", "whole",
        "full", "complete", "nearly", "almost", "around", "mod", "round", "truncated", "at", "estimate", "estimated",
    ]
    /// Words that may carry facts that are not read: a claim that only lacks such a fact is not refuted.
    static let facts: Set<String> = [
        "positive", "nonnegative", "non-negative", "negative", "natural", "integer",
        "integers", "whole", "length", "lengths", "width", "height", "area", "radius", "side", "sides", "age", "ages",
        "old", "older", "number", "many", "count", "price", "cost", "distance", "speed", "time", "digit", "prime",
        "even", "odd", "nonzero", "non-zero", "distinct", "triangle", "square", "rectangle", "circle", "angle",
        "quadrant", "acute", "people", "probability", "dimensions", "greater", "less", "consecutive", "digits",
        "domain",
        "valid", "reject", "discard", "since", "extraneous", "mass", "weight", "volume", "days", "hours", "minutes",
    ]
}
