// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayConstraints
import AssayCore
import AssayText
import Foundation
import Testing

/// Compares with verdicts that a script of `scripts/differential` has written: a line for each case with `catalog`,
/// `id`, `kwargs`, `response` and `verdict`.
@Suite(
    .enabled(
        if: ProcessInfo.processInfo.environment["ASSAY_DIFFERENTIAL"] != nil,
        "ASSAY_DIFFERENTIAL names no file of reference verdicts"))
struct DifferentialTests {
    @Test func agreesOnGeneratedCases() throws {
        let path = ProcessInfo.processInfo.environment["ASSAY_DIFFERENTIAL"] ?? ""
        let registry = VerifierRegistry.standard
        var compared: [String: Int] = [:]
        var wrong: [String: Int] = [:]
        var lines: [String] = []
        for line in try SharedData.lines(path) {
            let root = try JSONDocument(line).root
            guard let id = root["id"]?.string, let response = root["response"]?.string,
                let verdict = root["verdict"]?.bool, case .object(let arguments)? = root["kwargs"]?.value
            else { continue }
            let catalog = root["catalog"]?.string
            let name = "\(catalog ?? "") \(id)"
            compared[name, default: 0] += 1
            let text = Text(response, resources: SharedData.resources)
            let answer: String
            do {
                let rule = try registry.make(Check(VerifierID(id), arguments, catalog: catalog))
                let found = rule.decide(RuleInput(response: text, wantsEvidence: .all))
                if (found.label == .pass) == verdict { continue }
                answer = "\(found.label) \(found.evidence.map(\.sentence))"
            } catch {
                answer = "error: \(error)"
            }
            wrong[name, default: 0] += 1
            if wrong[name, default: 0] <= 4 {
                lines.append(
                    "\(name) \(arguments.members.map { "\($0.key)=\($0.value)" }) \(response.debugDescription.prefix(500)): reference \(verdict), here \(answer)"
                )
            }
        }
        for name in compared.keys.sorted() { print("\(name): \(compared[name] ?? 0) cases, \(wrong[name] ?? 0) wrong") }
        for line in lines { print(line) }
        #expect(!compared.isEmpty)
        #expect(wrong.isEmpty)
    }
}
