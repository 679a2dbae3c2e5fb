// Part of Assay. SPDX-License-Identifier: Apache-2.0

package import AssayCore

/// VerifierBench: `question`, `gold_answer`, `llm_response`, `gold_judgment` (A correct, B incorrect, C invalid),
/// `domain`, `answer_type`.
///
/// Reference answers that are written as a Python list (`['C']`) are read as the list's entries, which all have to be
/// answered.
///
/// - Source: Liu et al., "CompassVerifier: A Unified and Robust Verifier for LLMs Evaluation and Outcome Reward", 2025,
///   arXiv:2508.03686.
package struct VerifierBenchLayout: AuditLayout {
    /// `verifierbench`.
    package let name = "verifierbench"
    /// One line.
    package let summary =
        "VerifierBench: question, gold_answer, llm_response, gold_judgment A, B or C, domain, answer_type"

    package init() {}

    /// A record with `gold_judgment`.
    package func recognises(_ root: JSONNode) -> Bool { root["gold_judgment"] != nil }

    /// Reads a record; one without a response has an empty one, which cannot be judged.
    package func read(_ root: JSONNode, _ request: AuditRequest) throws(CheckError) -> LabelledRecord {
        let word = try root.neededText("gold_judgment")
        guard let response = ResponseClass(word: word) else {
            throw CheckError(.record, field: "gold_judgment", "\"gold_judgment\" is \"\(word)\"; A, B or C is expected")
        }
        guard let reference = try root.reference("gold_answer") else {
            throw CheckError(.record, field: "gold_answer", "\"gold_answer\" is missing; a string is expected")
        }
        let gold = ReferenceList.read(reference)
        let question = root["question"]?.string
        let id = RecordFields(root, names: request.fields).id()
        return LabelledRecord(
            sample: Sample(
                id: id?.text, messages: question.map { [Message(role: "user", text: $0)] } ?? [],
                responses: [Response(root[named: request.fields.response ?? "llm_response"]?.string ?? "")]),
            idJSON: id.map { Array($0.raw) },
            checks: .made([try request.givenCheck().merged(gold: gold, question: question, options: nil)]),
            labels: .whole(Expectation(response, tellsInvalid: true)),
            type: root["answer_type"]?.string ?? root["domain"]?.string ?? "(none)", gold: gold.singleText)
    }
}

/// Reference answers that some sources write as a Python list of strings.
enum ReferenceList {
    /// The text without the list's brackets and quotes, entries joined by commas; any other text as it is.
    static func read(_ value: JSONValue) -> JSONValue {
        guard case .string(let text) = value, let entries = entries(Array(text.utf8)) else { return value }
        return .string(entries.joined(separator: ", "))
    }

    /// The strings of `['a', "b"]`; nil of anything else, so that `[1, 2]` stays an interval or a vector.
    private static func entries(_ bytes: [UInt8]) -> [String]? {
        var position = 0
        func skipSpace() { while position < bytes.count, bytes[position] == 0x20 { position += 1 } }
        func take(_ byte: UInt8) -> Bool {
            guard position < bytes.count, bytes[position] == byte else { return false }
            position += 1
            return true
        }
        skipSpace()
        guard take(UInt8(ascii: "[")) else { return nil }
        var entries: [String] = []
        repeat {
            skipSpace()
            guard position < bytes.count,
                let quote = [UInt8(ascii: "'"), UInt8(ascii: "\"")].first(where: { take($0) })
            else { return nil }
            var entry: [UInt8] = []
            while position < bytes.count, bytes[position] != quote {
                // An escaped quote or backslash; every other backslash belongs to LaTeX.
                if bytes[position] == UInt8(ascii: "\\"), position + 1 < bytes.count,
                    bytes[position + 1] == quote || bytes[position + 1] == UInt8(ascii: "\\")
                {
                    position += 1
                }
                entry.append(bytes[position])
                position += 1
            }
            guard take(quote) else { return nil }
            entries.append(String(decoding: entry, as: UTF8.self))
            skipSpace()
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "]")) else { return nil }
        skipSpace()
        return position == bytes.count ? entries : nil
    }
}
