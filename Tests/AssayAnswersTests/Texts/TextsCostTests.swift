// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import Foundation
import Testing

/// What comparisons cost; prints only, and only where `ASSAY_COST` is set.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["ASSAY_COST"] != nil, "set ASSAY_COST to measure"))
struct TextsCostTests {
    static let cases: [(String, String)] = [
        ("B", "B"), ("B", "(B)"), ("B", "The answer is B, not A."), ("AC", "A and C"), ("Yes", "yes"),
        ("Yes", "Yes, it converges."), ("Evelyn", "Evelyn"), ("Evelyn", "\\text{evelyn}"), ("Evelyn", "Briana"),
        ("Navier-Stokes", "The answer is Euler."), ("June 20, 2024", "2024-06-20"), ("3:15 p.m.", "15:15"),
        ("H_2SO_4", "\\mathrm{H2SO4}"), ("2H2+O2->2H2O", "O2 + 2H2 -> 2H2O"), ("{'a': 1}", "{\"a\":1}"),
    ]

    @Test(arguments: cases) func cost(_ gold: String, _ answer: String) {
        guard let kind = TextsPropertyTests.kinds(gold).first else { return }
        let context = AnswerContext()
        let clock = ContinuousClock()
        let count = 20_000
        let comparing = clock.measure { for _ in 0..<count { _ = kind.compare(answer, context: context) } }
        let making = clock.measure { for _ in 0..<2_000 { _ = TextsPropertyTests.kinds(gold) } }
        func nanoseconds(_ duration: Duration, _ count: Int) -> Int64 {
            (duration.components.seconds * 1_000_000_000 + duration.components.attoseconds / 1_000_000_000)
                / Int64(count)
        }
        print(
            "cost: \(gold) | \(answer): \(nanoseconds(comparing, count)) ns, all kinds \(nanoseconds(making, 2_000)) ns"
        )
    }
}
