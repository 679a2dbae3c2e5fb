// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore

/// A record with the verifier's decisions beside its labels.
struct JudgedRecord {
    /// One decision and its label.
    struct Decision {
        /// The check; nil for the response as a whole.
        var check: Int?
        var type: String
        var isLoose = false
        var expectation: Expectation?
        var label: Label

        /// Whether the decision is not what the label says.
        var differs: Bool { expectation.map { !$0.agrees(with: label) } ?? false }
    }

    let record: LabelledRecord
    let place: String
    /// Every decision: of the whole response, or of each check under each protocol.
    let all: [Decision]

    /// - Parameters:
    ///   - record: the record.
    ///   - decisions: what was decided, without errors.
    ///   - place: file and line.
    ///   - by: the field that was asked for in place of the layout's own types.
    init(record: LabelledRecord, decisions: ResponseResult, place: String, by: String?) {
        self.record = record
        self.place = place
        switch record.labels {
        case .whole(let expectation):
            all = [Decision(type: record.type, expectation: expectation, label: decisions.label ?? .abstain)]
        case .each(let labels):
            all = zip(decisions.checks, labels).enumerated().flatMap { index, pair -> [Decision] in
                let (check, expected) = pair
                let type = by == nil ? check.prepared.check.verifier.name : record.type
                var list = [
                    Decision(
                        check: index, type: type, expectation: expected.strict, label: check.strictLabel ?? .abstain)
                ]
                if let loose = expected.loose {
                    list.append(
                        Decision(
                            check: index, type: type, isLoose: true, expectation: loose,
                            label: check.looseLabel ?? .abstain))
                }
                return list
            }
        }
    }

    /// A decision that differs, for people.
    func disagreement(_ decision: Decision, _ explained: ResponseResult) -> Disagreement {
        var evidence: [String] = []
        for (index, check) in explained.checks.enumerated() where decision.check == nil || decision.check == index {
            if case .verdict(let verdict) = check.outcome { evidence += Disagreement.sentences(of: verdict) }
        }
        return Disagreement(
            place: place, id: record.sample.id, type: decision.type, isLoose: decision.isLoose,
            expected: decision.expectation?.response ?? .correct, label: decision.label, gold: record.gold,
            response: Disagreement.end(of: record.sample.responses.first?.text ?? ""), evidence: evidence)
    }

    /// Writes `expected` and `agrees` as members of the object that is open.
    func writeLabels(to output: inout JSONWriter) {
        output.key("expected")
        switch record.labels {
        case .whole(let expectation):
            if let expectation { output.string(expectation.response.name) } else { output.null() }
        case .each(let labels):
            output.object { output in
                list("strict", labels.map(\.strict), to: &output)
                list("loose", labels.map(\.loose), to: &output)
            }
        }
        output.key("agrees")
        let labelled = all.filter { $0.expectation != nil }
        if labelled.isEmpty { output.null() } else { output.bool(!labelled.contains(where: \.differs)) }
    }

    private func list(_ name: String, _ expectations: [Expectation?], to output: inout JSONWriter) {
        output.key(name)
        output.array { output in
            for expectation in expectations {
                if let expectation { output.string(expectation.response.name) } else { output.null() }
            }
        }
    }
}
