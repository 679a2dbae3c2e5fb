// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Why an expression has no value at a point.
enum EvaluationFailure: Error, Hashable {
    /// It is certainly not defined there: 1/0, log 0.
    case undefined
    /// It cannot be told at this precision.
    case imprecise
    /// This evaluator does not know how: another rung may.
    case unsupported
    /// The work budget is spent.
    case exhausted
}

/// Work that may still be done on one comparison: decisions depend on it and never on a clock.
///
/// A unit is about 10 ns of one core of the year 2024.
final class WorkBudget {
    private(set) var remaining: Int

    /// About 20 ms.
    static let standard = 2_000_000

    init(_ units: Int = WorkBudget.standard) { remaining = units }

    var isExhausted: Bool { remaining <= 0 }

    func spend(_ units: Int) throws(EvaluationFailure) {
        remaining -= units
        if remaining <= 0 { throw .exhausted }
    }

    /// The cost of multiplying integers of so many bits.
    static func multiplication(_ bits: Int, _ others: Int) -> Int { 1 + (bits / 64 + 1) * (others / 64 + 1) / 8 }

    /// The cost of reducing a fraction whose parts have so many bits.
    static func reduction(_ bits: Int) -> Int { bits < 64 ? 2 : bits * (bits / 64 + 1) / 8 }
}
