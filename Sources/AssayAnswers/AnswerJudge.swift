// Part of Assay. SPDX-License-Identifier: Apache-2.0

package import AssayCore

/// Decides whether the answer of a response equals a gold answer.
package struct AnswerJudge: Sendable {
    let golds: [String]

    /// Reads the golds.
    ///
    /// - Parameters:
    ///   - golds: any of them may be matched.
    ///   - question: what was asked, where it is known: it may name options, a unit or a form.
    ///   - options: what counts as equal.
    /// - Throws: ``CheckError`` with code `argument` and field `gold` for a gold that is empty.
    package init(golds: [String], question: String? = nil, options: AnswerOptions = AnswerOptions()) throws(CheckError) {
        self.golds = golds
    }

    /// Judges a response.
    ///
    /// - Parameters:
    ///   - response: UTF-8, after its reasoning is cut off.
    ///   - finish: why the model stopped, where it is known.
    package func judge(_ response: [UInt8], finish: FinishReason? = nil) -> AnswerJudgement {
        AnswerJudgement(label: .abstain, reason: Reason("unfinished", "the comparison is being written"))
    }
}
