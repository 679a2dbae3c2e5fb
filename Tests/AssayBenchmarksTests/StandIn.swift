// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayBenchmarks
import AssayConstraints
import AssayCore
import Foundation

/// A verifier with a reference answer that these tests can foresee.
///
/// Passes where the response has the gold answer in a box, abstains where it has a question mark, is invalid where it
/// has `…`, and fails otherwise. With `strict: false` any mention will do.
struct StandIn: Rule {
    let gold: String
    let isStrict: Bool

    func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = String(decoding: input.response.bytes, as: UTF8.self)
        if text.contains("?") { return Verdict(.abstain, reason: Reason("doubt", "there is a question mark")) }
        if text.contains("…") { return Verdict(.invalid, reason: .truncated) }
        return input.verdict(text.contains(isStrict ? "\\boxed{\(gold)}" : gold)) {
            [Evidence("gold", found: .string(gold))]
        }
    }

    static let registry = VerifierRegistry.standard.merging([
        Catalog(
            name: "stand-in", title: "Tests", reference: "", version: "1", hasLooseProtocol: false,
            definitions: [
                VerifierDefinition(
                    "stand-in", "has the gold answer",
                    [.required("gold", .any), .optional("options", .object), .optional("question", .string)]
                ) { arguments, _ throws(CheckError) in
                    var isStrict = true
                    if case .object(let options) = arguments.value("options"), case .bool(let value) = options["strict"]
                    {
                        isStrict = value
                    }
                    return StandIn(gold: arguments.strings(ifGiven: "gold")?.first ?? "", isStrict: isStrict)
                }
            ])
    ])

    /// Audits records, from a file of their own.
    static func audit(
        _ records: String, name: String = "records.jsonl", _ change: (inout AuditOptions) -> Void = { _ in }
    ) throws -> (summary: AuditSummary, options: AuditOptions, lines: [String]) {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("audit-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent(name)
        try Data(records.utf8).write(to: file)
        var options = AuditOptions()
        options.inputs = [file.path]
        options.check = Check("stand-in")
        options.writesOutput = true
        change(&options)
        let output = folder.appendingPathComponent("out.jsonl")
        let summary = try AuditRun(options: options, registry: registry).run(
            AuditRun.Outlets(output: try ByteSink(path: output.path)))
        let lines = try String(contentsOf: output, encoding: .utf8).split(separator: "\n").map(String.init)
        return (summary, options, lines)
    }
}
