// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayConstraints
import AssayCore
import Testing

@Suite(.enabled(if: SharedData.exists, "the shared instruction-following data is not beside the repository"))
struct IFBenchAgreementTests {
    @Test(arguments: ["ifbench_sample_dev", "synthetic_ifbench_iftrain_dev"])
    func agreesWithTheReferenceChecker(file: String) throws {
        let records = try SharedData.records(file).filter { $0.family ?? "ifbench" == "ifbench" }
        let agreement = Agreement(records, catalog: .ifbench, resources: SharedData.resources)
        print("\(file): \(agreement.compared) verdicts, \(agreement.disagreements.count) disagreements")
        for line in agreement.disagreements.prefix(40) { print("  \(line)") }
        #expect(agreement.errors == [])
        #expect(agreement.compared >= 350)
        if SharedData.nltkFolder == nil {
            #expect(agreement.disagreements.count * 100 <= agreement.compared)
        } else {
            // NLTK's tagger decides this id; without it Assay's own estimate does.
            let isExact = SharedData.hasTagger
            #expect(agreement.disagreements.filter { isExact || !$0.contains("words:start_verb") } == [])
        }
    }
}
