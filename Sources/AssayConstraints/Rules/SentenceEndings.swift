// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when sentences that end in `.`, `?` and `!` stand in a given relation.
///
/// ## How it decides
/// Sentences are Punkt's; a sentence's sign is its last character. With `seesThroughQuotes`, closing quotation marks,
/// brackets, emphasis marks and emoji after the sign are passed over.
public struct SentenceEndings: Rule {
    /// The relation.
    public enum Relation: Sendable {
        /// Two sentences with a full stop to each with a question mark.
        case twoStatementsToOneQuestion
        /// As many with a full stop as with a question mark as with an exclamation mark.
        case balanced
    }

    /// The relation.
    public let relation: Relation
    /// Whether none of either counts as the relation.
    public let passesEmpty: Bool
    /// Whether what follows the sign inside the sentence is passed over.
    public let seesThroughQuotes: Bool

    /// Creates the rule.
    public init(_ relation: Relation, passesEmpty: Bool, seesThroughQuotes: Bool) {
        self.relation = relation
        self.passesEmpty = passesEmpty
        self.seesThroughQuotes = seesThroughQuotes
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        var statements = 0
        var questions = 0
        var exclamations = 0
        for sentence in text.sentences {
            switch sign(sentence, text.bytes) {
            case UInt8(ascii: "."): statements += 1
            case UInt8(ascii: "?"): questions += 1
            case UInt8(ascii: "!"): exclamations += 1
            default: break
            }
        }
        let holds =
            switch relation {
            case .twoStatementsToOneQuestion: statements == 2 * questions
            case .balanced: statements == questions && questions == exclamations
            }
        return input.verdict(holds && (passesEmpty || questions > 0)) {
            switch relation {
            case .twoStatementsToOneQuestion:
                [
                    .count("sentences that end in \".\"", statements, required: "twice as many as in \"?\""),
                    .count("sentences that end in \"?\"", questions, required: "half as many as in \".\""),
                ]
            case .balanced:
                [
                    .count("sentences that end in \".\"", statements, required: "as many as in \"?\" and \"!\""),
                    .count("sentences that end in \"?\"", questions, required: "as many as in \".\" and \"!\""),
                    .count("sentences that end in \"!\"", exclamations, required: "as many as in \".\" and \"?\""),
                ]
            }
        }
    }

    private func sign(_ sentence: Range<Int>, _ bytes: [UInt8]) -> UInt8? {
        var end = sentence.upperBound
        guard seesThroughQuotes else { return sentence.isEmpty ? nil : bytes[end - 1] }
        while end > sentence.lowerBound {
            let (scalar, length) = UTF8Decoding.scalar(bytes, before: end)
            switch scalar {
            case 0x2E, 0x3F, 0x21: return bytes[end - 1]
            case 0x22, 0x27, 0x29, 0x5D, 0x7D, 0x2A, 0x5F, 0x60, 0x2018...0x201F, 0xAB, 0xBB, 0xFE0F, 0x200D: break
            default:
                guard UnicodeScalars.isEmoji(scalar) || UnicodeScalars.isSpace(scalar) else { return bytes[end - 1] }
            }
            end -= length
        }
        return nil
    }
}
