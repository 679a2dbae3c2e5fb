// Part of Assay. SPDX-License-Identifier: Apache-2.0

package import AssayCore

/// Any record with a response and `expected` or `expected_class`: Assay's own samples with a label.
///
/// The checks are those of the record, or the one that was given, which takes `gold`, `question` and `options` from the
/// record if its verifier knows them.
package struct LabelledSampleLayout: AuditLayout {
    /// `labelled`.
    package let name = "labelled"
    /// One line.
    package let summary =
        "Any record with response and expected (true, false, 1, 0, null) or expected_class, and gold or checks"

    package init() {}

    /// A record with a label.
    package func recognises(_ root: JSONNode) -> Bool { root["expected"] != nil || root["expected_class"] != nil }

    /// Reads a record.
    package func read(_ root: JSONNode, _ request: AuditRequest) throws(CheckError) -> LabelledRecord {
        let reader = RecordFields(root, names: request.fields)
        // A label's field that was mistyped is told before anything else that the record may lack.
        if let field = request.expectedField, root[path: field] == nil {
            throw CheckError(.record, field: field, "there is no field \"\(field)\"; it was given as the label's")
        }
        if let field = request.verdictField {
            // The grader has seen the response; here it is only shown.
            let response = (try? reader.responses())?.first ?? Response("")
            let verdict = try RecordedVerdict.label(root, field)
            let check = request.compiler.prepare(Check(RecordedVerdict.id, ["label": .string(verdict.rawValue)]))
            return try LabelledSampleLayout.record(root, response, request, checks: .prepared([check]))
        }
        let responses = try reader.responses()
        guard responses.count == 1, let response = responses.first else {
            throw CheckError(
                .response, field: "responses",
                "the record has \(responses.count) responses; one with its label is expected")
        }
        var checks: LabelledRecord.Checks?
        if request.check == nil, root["checks"] != nil {
            checks = .prepared(
                try NativeShape().read(root, fields: request.fields, compiler: request.compiler, part: .whole).checks)
        }
        var record = try LabelledSampleLayout.record(root, response, request, checks: checks)
        if record.sample.messages.isEmpty { record.sample.messages = try reader.messages() }
        return record
    }

    /// The record of a response with the fields that this layout and the answer data share.
    static func record(
        _ root: JSONNode, _ response: Response, _ request: AuditRequest, checks: LabelledRecord.Checks?
    ) throws(CheckError) -> LabelledRecord {
        let id = RecordFields(root, names: request.fields).id()
        let question = root[path: request.fields.prompt ?? "question"]?.string
        if let name = request.fields.gold, root[path: name] == nil {
            throw CheckError(.record, field: name, "there is no field \"\(name)\"; it was given as the gold answer's")
        }
        let gold = try root.reference(request.fields.gold ?? "gold")
        var options: JSONObject?
        let optionsField = request.fields.options ?? "options"
        if let node = root[path: optionsField], node.kind != .null {
            guard case .object(let object) = node.value else {
                throw CheckError(
                    .record, field: optionsField,
                    "\"\(optionsField)\" is \(node.value.described); an object is expected")
            }
            options = object
        }
        let decided: LabelledRecord.Checks
        if let checks {
            decided = checks
        } else {
            decided = .made([
                try request.givenCheck().merged(
                    gold: gold, question: question, options: options,
                    isAnswerAlone: root["form"]?.string == "answer")
            ])
        }
        return LabelledRecord(
            sample: Sample(
                id: id?.text, messages: question.map { [Message(role: "user", text: $0)] } ?? [], responses: [response]),
            idJSON: id.map { Array($0.raw) },
            checks: decided,
            labels: .whole(try expectation(root, request)), type: root["type"]?.string ?? "(none)",
            gold: gold?.singleText)
    }

    /// The label: `expected_class`, else `expected`.
    private static func expectation(_ root: JSONNode, _ request: AuditRequest) throws(CheckError) -> Expectation? {
        if request.expectedField == nil, let node = root["expected_class"], node.kind != .null {
            guard let word = node.string, let response = ResponseClass(word: word) else {
                throw CheckError(
                    .record, field: "expected_class",
                    "\"expected_class\" is \(node.value.described); correct, incorrect or invalid is expected")
            }
            return Expectation(response, tellsInvalid: true)
        }
        let field = request.expectedField ?? "expected"
        guard let node = root[path: field] else {
            throw CheckError(.record, field: field, "\"\(field)\" is missing; true, false or null is expected")
        }
        if node.kind == .null { return nil }
        if let passes = node.truth { return Expectation(passes: passes) }
        // A field that was named may hold what expected_class holds.
        if request.expectedField != nil, let word = node.string {
            if let response = ResponseClass(word: word) { return Expectation(response, tellsInvalid: true) }
            if let label = Label(rawValue: word), label == .pass || label == .fail {
                return Expectation(passes: label == .pass)
            }
        }
        throw CheckError(
            .record, field: field, "\"\(field)\" is \(node.value.described); true, false or null is expected")
    }
}
