// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore

/// A record whose right answer may be changed and wrapped.
struct MutationCandidate: Sendable {
    /// The check with the record's own arguments.
    var check: Check
    /// The right answer.
    var gold: String
    /// What the response answers.
    var messages: [Message]
    /// Tells this record from others.
    var key: UInt64
    /// File and line.
    var place: RecordPlace
}

/// Which answers are judged: changed ones and wrapped ones, a fair share of each kind.
///
/// Drawn by seed from the candidates' keys, so that it does not depend on how the input was cut into blocks.
struct MutationPlan: Sendable {
    /// One answer to judge.
    struct Case: Sendable {
        var kind: String
        var isChange: Bool
        var response: String
    }

    /// A candidate with its cases.
    struct Group: Sendable {
        var candidate: MutationCandidate
        var cases: [Case]
    }

    /// The groups in the order of their draws.
    let groups: [Group]

    /// Ways to wrap that are tried on one answer, at least.
    private static let wrappersEach = 4

    init(candidates: [MutationCandidate], limit: Int, seed: UInt64) {
        var cases: [(group: Int, item: Case)] = []
        // Few answers are wrapped in as many ways as the limit allows.
        let wrapperCount = max(MutationPlan.wrappersEach, limit / 2 / max(1, candidates.count))
        for (index, candidate) in candidates.enumerated() {
            var random = SeededRandom(seed: seed, stream: candidate.key)
            let answer = AnswerCore.text(of: candidate.gold)
            // One change of each kind.
            var byKind: [AnswerChange.Kind: [AnswerChange]] = [:]
            for change in AnswerChange.all(of: candidate.gold, isLoose: MutationPlan.isLoose(candidate.check))
            where change.text != answer {
                byKind[change.kind, default: []].append(change)
            }
            for kind in AnswerChange.Kind.allCases {
                guard let change = random.pick(byKind[kind] ?? []) else { continue }
                let item = Case(kind: kind.rawValue, isChange: true, response: "\\boxed{\(change.text)}")
                cases.append((index, item))
            }
            var wrappers = AnswerWrapper.all
            for _ in 0..<min(wrapperCount, wrappers.count) {
                let wrapper = wrappers.remove(at: random.below(wrappers.count))
                guard let response = wrapper.response(answer) else { continue }
                cases.append((index, Case(kind: wrapper.name, isChange: false, response: response)))
            }
        }
        let chosen = MutationPlan.fairShare(cases.map(\.item), limit: limit)
        var groups = candidates.map { Group(candidate: $0, cases: []) }
        for (index, item) in cases.enumerated() where chosen.contains(index) {
            groups[item.group].cases.append(item.item)
        }
        self.groups = groups.filter { !$0.cases.isEmpty }
    }

    /// Whether the check's options let numbers be off, so that a small change may be right.
    private static func isLoose(_ check: Check) -> Bool {
        guard case .object(let options) = check.arguments["options"] else { return false }
        if case .string(let preset) = options["preset"], ["science", "scibench", "gsm8k"].contains(preset) {
            return true
        }
        return ["rel_tol", "abs_tol", "rounding", "precision"].contains { options[$0] != nil }
    }

    /// At most `limit` candidates, drawn by seed.
    static func sampled(_ candidates: [MutationCandidate], limit: Int, seed: UInt64) -> [MutationCandidate] {
        func rank(_ candidate: MutationCandidate) -> UInt64 {
            var random = SeededRandom(seed: seed ^ 0x6D75_7461, stream: candidate.key)
            return random.next()
        }
        let ranked = candidates.map { (rank($0), $0) }
        let sorted = ranked.sorted { ($0.0, $0.1.place) < ($1.0, $1.1.place) }
        return Array(sorted.prefix(max(0, limit)).map(\.1))
    }

    /// Indices of at most `limit` cases: half of them changes, and of each kind as many as of the others, as far as there
    /// are some.
    private static func fairShare(_ cases: [Case], limit: Int) -> Set<Int> {
        var chosen: Set<Int> = []
        let changes = cases.indices.filter { cases[$0].isChange }
        let wrappers = cases.indices.filter { !cases[$0].isChange }
        let forWrappers = min(wrappers.count, max(limit / 2, limit - changes.count))
        for (indices, quota) in [(changes, limit - forWrappers), (wrappers, forWrappers)] {
            var byKind: [String: [Int]] = [:]
            for index in indices { byKind[cases[index].kind, default: []].append(index) }
            var left = quota
            // The rarest kinds first: what they leave goes to the others.
            let kinds = byKind.sorted { ($0.value.count, $0.key) < ($1.value.count, $1.key) }
            for (done, kind) in kinds.enumerated() {
                let share = min(kind.value.count, left / (kinds.count - done))
                chosen.formUnion(kind.value.prefix(share))
                left -= share
            }
        }
        return chosen
    }
}
