// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore

/// A summary made by hand: two models, four checks, missing prompts, several responses.
enum SummaryFixture {
    static func counts(_ pass: Int, _ fail: Int, _ invalid: Int = 0, _ abstain: Int = 0, _ error: Int = 0)
        -> LabelCounts
    {
        var counts = LabelCounts()
        counts.pass = pass
        counts.fail = fail
        counts.invalid = invalid
        counts.abstain = abstain
        counts.error = error
        return counts
    }

    static func entry(_ strict: LabelCounts, _ loose: LabelCounts) -> Tally.Entry {
        var entry = Tally.Entry()
        entry.strict = strict
        entry.loose = loose
        return entry
    }

    static func tally(_ records: Int, _ responses: Tally.Entry, _ ids: [String: Tally.Entry], csr: [Double]) -> Tally {
        var tally = Tally()
        tally.records = records
        tally.responses = responses
        tally.ids = ids
        for share in csr { tally.satisfaction.add(share) }
        return tally
    }

    /// One model under both protocols.
    static var plain: VerificationSummary {
        var summary = VerificationSummary()
        summary.total = tally(
            5, entry(counts(2, 1, 1, 0, 1), counts(3, 0, 1, 0, 1)),
            [
                "length:words": entry(counts(1, 2), counts(2, 1)),
                "length:lines": entry(counts(2, 0, 1, 1), counts(2, 0, 1, 1)),
                "json": entry(counts(4, 0), counts(4, 0)),
            ], csr: [1, 1, 0.5, 0])
        summary.hasLoose = true
        return summary
    }

    /// Two models, one with a name that wants to be more than text, under one protocol; with missing prompts and several
    /// responses.
    static var compared: VerificationSummary {
        var summary = VerificationSummary()
        var first = tally(
            2, entry(counts(1, 1), counts(1, 1)), ["json": entry(counts(1, 1), counts(1, 1))], csr: [1, 0])
        first.missing = 1
        var second = tally(
            1, entry(counts(1, 2), counts(1, 2)), ["json": entry(counts(1, 2), counts(1, 2))], csr: [1, 0, 0])
        second.hasSeveralResponses = true
        second.judgedPrompts = 1
        second.anyPass = 1
        second.best.add(1)
        second.mean.add(1.0 / 3)
        summary.byValue = [("a|b", first), ("=1+1", second)]
        summary.total = tally(
            3, entry(counts(2, 3), counts(2, 3)), ["json": entry(counts(2, 3), counts(2, 3))], csr: [1, 0, 1, 0, 0])
        summary.total.missing = 1
        summary.total.hasSeveralResponses = true
        summary.total.judgedPrompts = 3
        summary.total.anyPass = 2
        summary.total.allPass = 1
        for share in [1.0, 0, 1] { summary.total.best.add(share) }
        for share in [1.0, 0, 1.0 / 3] { summary.total.mean.add(share) }
        summary.errorRecords = 1
        summary.firstErrors = [("a.jsonl:3", CheckError(.syntax, "not JSON"))]
        summary.warnings = [("a key that stands twice", 2)]
        return summary
    }
}
