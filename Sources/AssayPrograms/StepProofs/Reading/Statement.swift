// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// One side of a relation as it was found in a text.
struct StatementSide: Hashable {
    /// What the parser of mathematics is given.
    var text = ""
    /// Units and other words behind its numbers.
    var units: [String] = []
    /// Whether it is more than one operand.
    var hasOperator = false
    /// Whether a sum or a difference is in it.
    var hasSum = false
    var hasPercent = false
    var hasCurrency = false
    /// Whether nothing but a name in words stands there: it is defined, not calculated with.
    var isName = false
    /// Whether `a / b/c` stands in it, which is read in two ways.
    var isAmbiguous = false
    /// Why it cannot be read.
    var failure: String?
    /// Digits behind the point of a lone literal, and zeros at the end of a whole one.
    var shown: ShownDigits?
}

/// How precisely a literal is written.
struct ShownDigits: Hashable {
    var decimals: Int
    /// Zeros at the end of a whole number: they may not count.
    var zeros = 0
}

/// A chain of relations as it was found in a text: `a = b = c`.
struct Statement: Hashable {
    var sides: [StatementSide]
    var relations: [String]
    /// `(mod 5)` behind it.
    var modulus: Int?
    /// Bytes of the step.
    var range: Range<Int>
    /// Why it is not read at all.
    var block: String?
    /// Why it may be proved but not refuted as it is read.
    var doubt: String?
    /// Whether it is a calculator's annotation.
    var isAnnotation = false
    /// A property in words: `n is even`.
    var property: String?
}

/// What stands in a sentence, in order.
enum StatementItem: Hashable {
    case statement(Statement)
    case word(String)
    case comma, colon, arrow
    /// The end of a sentence or a line; whether it is a question mark.
    case stop(isQuestion: Bool)
    /// A number, or a variable with its name, that is in no statement.
    case operand(String)
}
