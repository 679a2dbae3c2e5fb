// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// The decision on a group of samples.
public struct GroupVerdict: Sendable, Hashable {
    /// What was found about the group.
    public enum Finding: Sendable, Hashable {
        /// Answers with those who gave them.
        case votes([Vote])
        /// A row for each member, a column for each test: whether it passed; nil where that could not be told.
        case passes([[Bool?]])
        /// Members compared two at a time.
        case preferences([Preference])
    }

    /// An answer, and the members that gave it.
    public struct Vote: Sendable, Hashable {
        /// The answer, as it is shown.
        public var answer: String
        /// Indices of the members.
        public var members: [Int]
        /// What the members count together: their number, unless votes are weighted.
        public var weight: Double

        /// Creates a vote; without a weight, each member counts 1.
        public init(_ answer: String, members: [Int], weight: Double? = nil) {
            self.answer = answer
            self.members = members
            self.weight = weight ?? Double(members.count)
        }
    }

    /// Two members, and how far the first is preferred.
    public struct Preference: Sendable, Hashable {
        /// Index of one member.
        public var first: Int
        /// Index of the other.
        public var second: Int
        /// 1 where the first is preferred, 0 where the second is, 0.5 for a tie.
        public var score: Double

        /// Creates a preference.
        public init(_ first: Int, over second: Int, score: Double = 1) {
            self.first = first
            self.second = second
            self.score = score
        }

        /// Creates a tie.
        public static func tie(_ first: Int, _ second: Int) -> Preference {
            Preference(first, over: second, score: 0.5)
        }
    }

    /// What was found about the group.
    public var finding: Finding
    /// The decision on each member, where there is one.
    public var members: [Verdict]
    /// The facts behind it.
    public var evidence: [Evidence]
    /// Numbers measured on the way, by name.
    public var measures: [String: Double]
    /// What the decision cost in model calls.
    public var cost: Cost

    /// Creates a verdict.
    public init(
        _ finding: Finding, members: [Verdict] = [], evidence: [Evidence] = [], measures: [String: Double] = [:],
        cost: Cost = Cost()
    ) {
        self.finding = finding
        self.members = members
        self.evidence = evidence
        self.measures = measures
        self.cost = cost
    }
}
