// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import Testing

struct ContextTests {
    private enum NameKey: ContextKey { static var standard: String { "nobody" } }
    private enum CountKey: ContextKey { static var standard: Int? { nil } }

    @Test func carriesWhatHigherFloorsPutIn() {
        var context = Context(conformance: .corrected, seed: 9)
        #expect(context[NameKey.self] == "nobody")
        #expect(context[CountKey.self] == nil)
        context[NameKey.self] = "somebody"
        context[CountKey.self] = 3
        let copy = context
        context[CountKey.self] = nil
        #expect(context[NameKey.self] == "somebody")
        #expect(context[CountKey.self] == nil)
        #expect(copy[CountKey.self] == 3)
        #expect((copy.seed, copy.conformance) == (9, .corrected))
    }

    @Test func aTieIsHalf() {
        #expect(GroupVerdict.Preference.tie(0, 1).score == 0.5)
        #expect(GroupVerdict.Preference(0, over: 1).score == 1)
        let verdict = GroupVerdict(.votes([.init("4", members: [0, 2])]), cost: Cost(calls: 3))
        guard case .votes(let votes) = verdict.finding else { return }
        #expect(votes[0].weight == 2)
    }
}
