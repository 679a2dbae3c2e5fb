// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
public import AssayStatistics

/// What became of answers that were changed, which must fail, and of answers that were wrapped, which must be judged as
/// before.
public struct MutationReport: Sendable {
    /// One kind of change, or one way to wrap.
    public struct Row: Sendable {
        /// The kind.
        public var kind: String
        /// Answers of this kind that count.
        public var n = 0
        /// Changed answers that did not pass, or wrapped answers that were judged as before.
        public var held = 0
        /// Of those that were not held, the ones that were abstained on.
        public var abstained = 0

        /// The share held.
        public var share: Proportion { Proportion(successes: held, total: n) }
    }

    /// An answer that was not held.
    public struct Miss: Sendable {
        /// The kind of change or wrapper.
        public var kind: String
        /// Whether it was a change.
        public var isChange: Bool
        /// Where the record stands.
        public var place: String
        /// The right answer.
        public var gold: String
        /// What was judged.
        public var response: String
        /// The label before and after; nil for an error.
        public var before: Label?, after: Label?
    }

    /// Changed answers by kind.
    public var changes: [Row] = []
    /// Wrapped answers by the way they are wrapped.
    public var wrappers: [Row] = []
    /// Right answers that did not pass even in a plain box, so that changing them shows nothing.
    public var unaccepted = 0
    /// Right answers that were changed or wrapped.
    public var answers = 0
    /// The first that were not held.
    public var misses: [Miss] = []

    /// Changed answers that failed, among those whose right answer passed.
    public var caught: Proportion { MutationReport.sum(changes) }
    /// Wrapped answers that were judged as in a plain box.
    public var preserved: Proportion { MutationReport.sum(wrappers) }

    private static func sum(_ rows: [Row]) -> Proportion {
        Proportion(successes: rows.reduce(0) { $0 + $1.held }, total: rows.reduce(0) { $0 + $1.n })
    }

    /// How many misses are kept.
    static let keptMisses = 200

    /// Counts a case.
    mutating func add(_ miss: Miss, isHeld: Bool) {
        func count(_ rows: inout [Row]) {
            var place = rows.firstIndex { $0.kind == miss.kind }
            if place == nil {
                rows.append(Row(kind: miss.kind))
                place = rows.count - 1
            }
            guard let place else { return }
            rows[place].n += 1
            if isHeld { rows[place].held += 1 } else if miss.after == .abstain { rows[place].abstained += 1 }
        }
        if miss.isChange { count(&changes) } else { count(&wrappers) }
        if !isHeld, misses.count < MutationReport.keptMisses { misses.append(miss) }
    }

    /// Puts the rows into the order in which they are shown.
    mutating func sortRows() {
        let changeOrder = AnswerChange.Kind.allCases.map(\.rawValue)
        let wrapperOrder = AnswerWrapper.all.map(\.name)
        func sort(_ rows: inout [Row], by order: [String]) {
            rows.sort { (order.firstIndex(of: $0.kind) ?? 0) < (order.firstIndex(of: $1.kind) ?? 0) }
        }
        sort(&changes, by: changeOrder)
        sort(&wrappers, by: wrapperOrder)
    }
}
