// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore

/// The decisions on one response as a person reads them: the same for the page and for the terminal.
struct Reasons {
    /// The most pieces of evidence that are shown of one check; the rest is counted.
    static let maximumEvidence = 40
    /// The most places that are marked in one response.
    static let maximumMarks = 200

    /// One check.
    struct Item {
        var name: String
        /// Its own name, where the record gives one.
        var id: String?
        /// Its arguments, `num_words 300, relation "at least"`.
        var arguments: String
        /// The label under the strict protocol, or the only one; `error` where there is none.
        var strict: String
        /// The label under the loose protocol; nil where there is none.
        var loose: String?
        /// 0…1; nil for an error and where the verifier abstains.
        var score: Double?
        /// A sentence beside the evidence.
        var reason: String?
        var facts: [Fact]
        /// Pieces of evidence that are not among `facts`.
        var omitted: Int
    }

    /// One piece of evidence.
    struct Fact {
        var measure: String
        var found: String?
        var required: String?
        /// Index into `marks`.
        var mark: Int?

        /// "words: 12, at least 300 required".
        var sentence: String {
            var text = measure
            if let found { text += ": \(found)" }
            if let required { text += "\(found == nil ? ":" : ",") \(required) required" }
            return text
        }
    }

    /// A place in the response, and the check that points to it.
    struct Mark {
        var bytes: Range<Int>
        var check: Int
        var label: String
    }

    private(set) var items: [Item] = []
    private(set) var marks: [Mark] = []

    init(_ result: ResponseResult, of record: SampleRecord?) {
        for (index, check) in result.checks.enumerated() { add(check, index, record) }
    }

    private mutating func add(_ result: CheckResult, _ index: Int, _ record: SampleRecord?) {
        var item = Item(
            name: result.prepared.check.verifier.name, id: result.prepared.check.id,
            arguments: Reasons.arguments(result.prepared.check.arguments),
            strict: Reasons.word(result.strictLabel),
            loose: result.loosePassed == nil ? nil : Reasons.word(result.looseLabel), facts: [], omitted: 0)
        switch result.outcome {
        case .error(let error):
            item.reason = (record.map { ResultWriter.located(error, check: index, $0) } ?? error).message
        case .verdict(let verdict):
            item.score = verdict.score
            item.reason = verdict.reason.map { $0.detail ?? $0.code }
            add(verdict, prefix: "", check: index, to: &item)
        }
        items.append(item)
    }

    private mutating func add(_ verdict: Verdict, prefix: String, check: Int, to item: inout Item) {
        for evidence in verdict.evidence {
            guard item.facts.count < Reasons.maximumEvidence else {
                item.omitted += 1
                continue
            }
            var fact = Fact(
                measure: prefix + Reasons.short(evidence.measure),
                found: evidence.found.map { found in
                    if case .string(let text) = found { "\"\(Reasons.short(text))\"" } else { found.described }
                },
                required: evidence.required.map { Reasons.short($0) })
            if let span = evidence.span, span.source == "response", !span.bytes.isEmpty,
                marks.count < Reasons.maximumMarks
            {
                fact.mark = marks.count
                marks.append(Mark(bytes: span.bytes, check: check, label: verdict.label.rawValue))
            }
            item.facts.append(fact)
        }
        // Decisions on parts are one level deep in practice; deeper ones are shown by their labels.
        for part in verdict.parts {
            guard item.facts.count < Reasons.maximumEvidence else {
                item.omitted += 1
                continue
            }
            item.facts.append(Fact(measure: prefix + Reasons.short(part.key), found: part.verdict.label.rawValue))
            if prefix.isEmpty { add(part.verdict, prefix: Reasons.short(part.key) + ": ", check: check, to: &item) }
        }
    }

    /// A label's word.
    static func word(_ label: Label?) -> String { label?.rawValue ?? "error" }

    private static func arguments(_ arguments: JSONObject) -> String {
        arguments.members.map { member in
            var writer = JSONWriter()
            writer.value(member.value)
            return "\(member.key) \(short(String(decoding: writer.bytes, as: UTF8.self)))"
        }.joined(separator: ", ")
    }

    /// A text of at most 300 scalars.
    static func short(_ text: String, _ limit: Int = 300) -> String {
        guard text.utf8.count > limit else { return text }
        let scalars = text.unicodeScalars
        guard let end = scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex),
            end < scalars.endIndex
        else { return text }
        return String(scalars[..<end]) + "…"
    }
}
