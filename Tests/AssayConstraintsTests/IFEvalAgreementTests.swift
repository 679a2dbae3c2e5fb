// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayConstraints
import AssayCore
import Foundation
import Testing

@Suite(.enabled(if: SharedData.exists, "the shared instruction-following data is not beside the repository"))
struct IFEvalAgreementTests {
    static let files = [
        "en__gpt-4-20231107", "en__Qwen__Qwen2.5-0.5B-Instruct-GPTQ-Int4", "en__claude-3-5-sonnet-20240620",
        "en__gpt-4o-2024-08-06", "en__hugging-quants__Meta-Llama-3.1-8B-Instruct-AWQ-INT4",
        "en__mistralai__Mistral-7B-Instruct-v0.3",
    ]

    @Test(arguments: files) func agreesWithTheReferenceChecker(file: String) throws {
        let prefix = file == "en__gpt-4-20231107" ? "" : "en:"
        let agreement = Agreement(
            try SharedData.records(file), catalog: .ifeval, prefix: prefix, resources: SharedData.resources)
        print("\(file): \(agreement.compared) verdicts, \(agreement.disagreements.count) disagreements")
        for line in agreement.disagreements.prefix(40) { print("  \(line)") }
        #expect(agreement.errors == [])
        #expect(agreement.compared > 1600)
        if SharedData.nltkFolder == nil {
            #expect(agreement.disagreements.count * 500 <= agreement.compared)
        } else {
            #expect(agreement.disagreements == [])
        }
    }
}

@Suite(.enabled(if: SharedData.exists, "the shared instruction-following data is not beside the repository"))
struct IFTrainAgreementTests {
    @Test func agreesWithTheReferenceChecker() throws {
        let records = try SharedData.records("synthetic_ifbench_iftrain_dev").filter { $0.family == "iftrain" }
        let agreement = Agreement(records, catalog: .iftrain, resources: SharedData.resources)
        print("iftrain: \(agreement.compared) verdicts, \(agreement.disagreements.count) disagreements")
        for line in agreement.disagreements.prefix(40) { print("  \(line)") }
        #expect(agreement.errors == [])
        #expect(agreement.compared >= 600)
        #expect(agreement.disagreements == [])
    }
}
