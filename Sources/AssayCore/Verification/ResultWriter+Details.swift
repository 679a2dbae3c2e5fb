// Part of Assay. SPDX-License-Identifier: Apache-2.0

extension ResultWriter {
    /// Writes what verifiers add to a verdict: parts, measures, and what it cost.
    ///
    /// Rules have none of these.
    func details(_ verdict: Verdict, _ answer: [UInt8], to writer: inout JSONWriter) {
        if !verdict.parts.isEmpty {
            writer.key("parts")
            writer.array { writer in for part in verdict.parts { self.part(part, answer, to: &writer) } }
        }
        if !verdict.measures.isEmpty {
            writer.key("measures")
            writer.object { writer in
                for (name, value) in verdict.measures.sorted(by: { $0.key < $1.key }) {
                    writer.key(name)
                    writer.double(value)
                }
            }
        }
        if verdict.cost != Cost() {
            writer.key("cost")
            writer.object { writer in
                for (name, count) in [
                    ("calls", verdict.cost.calls), ("prompt_tokens", verdict.cost.promptTokens),
                    ("completion_tokens", verdict.cost.completionTokens),
                ] {
                    writer.key(name)
                    writer.integer(count)
                }
                if let dollars = verdict.cost.dollars {
                    writer.key("dollars")
                    writer.double(dollars)
                }
            }
        }
    }

    private func part(_ part: Part, _ answer: [UInt8], to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("key")
            writer.string(part.key)
            if let span = part.span { ResultWriter.write(span, answer: answer, to: &writer) }
            writer.key("label")
            writer.string(part.verdict.label.rawValue)
            writer.key("score")
            if let score = part.verdict.score { writer.double(score) } else { writer.null() }
            if let reason = part.verdict.reason {
                writer.key("reason")
                writer.string(reason.code)
                if let detail = reason.detail {
                    writer.key("detail")
                    writer.string(detail)
                }
            }
            if !part.verdict.evidence.isEmpty, evidence.wants(part.verdict.label == .pass) {
                writer.key("evidence")
                writer.array { writer in
                    for item in part.verdict.evidence { ResultWriter.write(item, answer: answer, to: &writer) }
                }
            }
            details(part.verdict, answer, to: &writer)
        }
    }
}
