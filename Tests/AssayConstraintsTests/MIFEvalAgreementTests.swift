// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayConstraints
import AssayCore
import Testing

@Suite(.enabled(if: SharedData.exists, "the shared instruction-following data is not beside the repository"))
struct MIFEvalAgreementTests {
    /// Ids whose reference asks a statistical parser or a morphological analyser.
    private static let approximate = ["es:length_constraints:number_sentences", "ja:detectable_format:nominal_ending"]

    static let files = [
        ("en__gpt-4o-2024-08-06", 1600), ("es__hugging-quants__Meta-Llama-3.1-8B-Instruct-AWQ-INT4", 250),
        ("fr__mistralai__Mistral-7B-Instruct-v0.3", 690), ("ja__claude-3-haiku-20240307", 428),
    ]

    @Test(arguments: files) func agreesWithTheReferenceChecker(file: String, least: Int) throws {
        let agreement = Agreement(try SharedData.records(file), catalog: .mifeval, resources: SharedData.resources)
        let exact = agreement.disagreements.filter { line in !Self.approximate.contains { line.contains($0) } }
        print("\(file): \(agreement.compared) verdicts, \(agreement.disagreements.count) disagreements")
        for line in agreement.disagreements.prefix(40) { print("  \(line)") }
        for error in agreement.errors.prefix(10) { print("  \(error)") }
        #expect(agreement.errors == [])
        #expect(agreement.compared >= least)
        if SharedData.nltkFolder == nil {
            #expect(exact.count * 500 <= agreement.compared)
        } else {
            #expect(exact == [])
        }
    }
}
