// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore

extension StepProofs {
    /// The verdict on steps.
    func verdict(_ records: [StepRecord], _ bytes: [UInt8]) -> Verdict {
        let states = records.map(\.state)
        func count(_ state: StepState) -> Int { states.count { $0 == state } }
        let proved = count(.proved)
        var measures: [String: Double] = [
            "steps": Double(states.count), "proved": Double(proved), "refuted": Double(count(.refuted)),
            "unknown": Double(count(.unknown)), "not_formalised": Double(count(.notFormalised)),
            "not_required": Double(count(.notRequired)),
            "claims": Double(records.reduce(0) { $0 + $1.claims.count }),
        ]
        let first = states.firstIndex(of: .refuted)
        if let first { measures["first_bad_step"] = Double(first + 1) }
        let total = score.score(states)
        measures["score"] = total
        let parts = records.enumerated().map { index, record in part(index + 1, record, bytes) }
        let evidence = [
            Evidence.count("steps proved", proved, required: "\(leastProved) or more, and none refuted")
        ]
        if let first {
            let claim = records[first].claims.first { $0.state == .refuted }
            let text = claim.map { String(decoding: bytes[$0.range], as: UTF8.self) } ?? ""
            return Verdict(
                .fail, score: total,
                reason: Reason("refuted", "step \(first + 1): \(claim?.reason ?? "") in \"\(StepProofs.short(text))\""),
                evidence: [
                    Evidence(
                        "step \(first + 1)", found: .string(claim?.reason ?? ""), required: "a claim that holds",
                        span: claim.map { Span($0.range) })
                ] + evidence, parts: parts, measures: measures)
        }
        guard count(.unknown) == 0 else {
            let record = records.first { $0.state == .unknown }
            let reason = record?.claims.first { $0.state == .unknown }?.reason ?? ""
            return Verdict(
                .abstain, reason: Reason("unknown", "a step could not be decided: \(reason)"), evidence: evidence,
                parts: parts, measures: measures)
        }
        guard proved >= leastProved else {
            return Verdict(
                .abstain, reason: Reason("not-formalised", "\(proved) steps are proved, \(leastProved) are required"),
                evidence: evidence, parts: parts, measures: measures)
        }
        return Verdict(.pass, score: total, evidence: evidence, parts: parts, measures: measures)
    }

    private func part(_ number: Int, _ record: StepRecord, _ bytes: [UInt8]) -> Part {
        let state = record.state
        let deciding = record.claims.first { $0.state == state }
        var evidence: [Evidence] = []
        for claim in record.claims.prefix(20) {
            var text = "\(claim.state.rawValue) by \(claim.backend): \(claim.reason)"
            if !claim.counterexample.isEmpty {
                let values = claim.counterexample.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }
                text += "; counterexample \(values.joined(separator: ", "))"
            }
            evidence.append(
                Evidence("claim \(StepProofs.short(claim.statement))", found: .string(text), span: Span(claim.range)))
            if showsStatements, let script = claim.script {
                evidence.append(Evidence("SMT-LIB", found: .string(script)))
            }
        }
        for reason in record.unread.prefix(5) { evidence.append(Evidence("not formalised", found: .string(reason))) }
        let label: Label =
            switch state {
            case .proved: .pass
            case .refuted: .fail
            case .unknown, .notFormalised, .notRequired: .abstain
            }
        let detail = deciding?.reason ?? record.unread.first ?? "nothing is claimed"
        return Part(
            key: "\(number)", span: Span(record.range),
            verdict: Verdict(label, reason: Reason(state.rawValue, detail), evidence: evidence))
    }

    /// A text for a line: at most so many bytes of it.
    static func short(_ text: String) -> String {
        guard text.utf8.count > 300 else { return text }
        var end = text.utf8.index(text.startIndex, offsetBy: 300)
        while end > text.startIndex, end.samePosition(in: text.unicodeScalars) == nil {
            end = text.utf8.index(before: end)
        }
        return text[..<end] + "…"
    }
}
