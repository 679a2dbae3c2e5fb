// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayPrograms
import Testing

@Suite struct GeneratedStepsTests {
    /// 1,000 true and 1,000 false steps: none of either is decided the wrong way.
    @Test func noneIsDecidedWrongly() async {
        var steps = GeneratedSteps(seed: 45)
        var decided = 0
        var undecided: [String: Int] = [:]
        for index in 0..<2_000 {
            let kind = GeneratedSteps.kinds[index / 2 % GeneratedSteps.kinds.count]
            let isTrue = index % 2 == 0
            let text = steps.step(kind, isTrue: isTrue)
            let verdict = await StepProofs().judge(text, prompt: nil)
            #expect(verdict.label != (isTrue ? .fail : .pass), "\(text): \(StepProofsTests.words(verdict))")
            if verdict.label == (isTrue ? .pass : .fail) { decided += 1 } else { undecided[kind, default: 0] += 1 }
        }
        print("Generated steps: \(decided) of 2000 decided, none wrongly; undecided \(undecided)")
        #expect(decided >= (Solver.isThere ? 1_800 : 1_600))
    }
}
