// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// A set of real numbers as intervals that do not touch, in rising order: what intervals, unions, inequalities and
/// `\mathbb{R}` say.
struct RealSet {
    /// An end of an interval.
    struct End {
        /// The value; nil is infinite.
        var value: Expression?
        /// Its approximation, for sorting.
        var approximation: Double
        /// Whether it belongs to the interval.
        var isClosed: Bool

        static let low = End(value: nil, approximation: -.infinity, isClosed: false)
        static let high = End(value: nil, approximation: .infinity, isClosed: false)
    }

    /// The intervals.
    private(set) var intervals: [(low: End, high: End)]

    // MARK: Limits
    /// Most intervals.
    static let limit = 64

    /// The set that an expression denotes; nil where it is none, or holds more than one variable.
    init?(_ expression: Expression, budget: WorkBudget) {
        guard let intervals = RealSet.intervals(of: expression, budget) else { return nil }
        self.init(merging: intervals)
    }

    /// An interval between two entries of a tuple, as `(0, 1)` or `[0, 1]` may be one.
    init?(low: Expression, high: Expression, isClosed: Bool, budget: WorkBudget) {
        guard let a = RealSet.end(low, isClosed: isClosed, isLow: true, budget),
            let b = RealSet.end(high, isClosed: isClosed, isLow: false, budget)
        else { return nil }
        intervals = [(a, b)]
    }

    private init?(merging parts: [(low: End, high: End)]) {
        guard parts.count <= RealSet.limit else { return nil }
        let sorted = parts.filter { !RealSet.isEmpty($0) }.sorted {
            ($0.low.approximation, $0.low.isClosed ? 0 : 1) < ($1.low.approximation, $1.low.isClosed ? 0 : 1)
        }
        var merged: [(low: End, high: End)] = []
        for part in sorted {
            guard let last = merged.last else {
                merged.append(part)
                continue
            }
            let touches =
                part.low.approximation < last.high.approximation
                || part.low.approximation == last.high.approximation && (part.low.isClosed || last.high.isClosed)
            if touches {
                if part.high.approximation > last.high.approximation
                    || part.high.approximation == last.high.approximation && part.high.isClosed
                {
                    merged[merged.count - 1].high = part.high
                }
            } else {
                merged.append(part)
            }
        }
        intervals = merged
    }

    private static func isEmpty(_ part: (low: End, high: End)) -> Bool {
        part.low.approximation > part.high.approximation
            || part.low.approximation == part.high.approximation && !(part.low.isClosed && part.high.isClosed)
    }

    // MARK: Combining

    static func union(_ sets: [RealSet], budget: WorkBudget) -> RealSet? {
        RealSet(merging: sets.flatMap(\.intervals))
    }

    static func intersection(_ sets: [RealSet], budget: WorkBudget) -> RealSet? {
        guard let first = sets.first else { return nil }
        var current = first.intervals
        for set in sets.dropFirst() {
            var next: [(low: End, high: End)] = []
            for a in current {
                for b in set.intervals {
                    let low = isBefore(a.low, b.low, isLow: true) ? b.low : a.low
                    let high = isBefore(a.high, b.high, isLow: false) ? a.high : b.high
                    next.append((low, high))
                }
            }
            guard next.count <= limit * limit else { return nil }
            current = next.filter { !isEmpty($0) }
        }
        return RealSet(merging: current)
    }

    private static func isBefore(_ a: End, _ b: End, isLow: Bool) -> Bool {
        if a.approximation != b.approximation { return a.approximation < b.approximation }
        // [0 begins before (0; 1) ends before 1].
        return isLow ? a.isClosed && !b.isClosed : !a.isClosed && b.isClosed
    }

    // MARK: Reading

    private static func intervals(of expression: Expression, _ budget: WorkBudget) -> [(low: End, high: End)]? {
        switch expression {
        case .interval(let low, let high, let isClosedLow, let isClosedHigh):
            guard let a = end(low, isClosed: isClosedLow, isLow: true, budget),
                let b = end(high, isClosed: isClosedHigh, isLow: false, budget)
            else { return nil }
            return [(a, b)]
        case .tuple(let parts, let bracket):
            guard parts.count == 2, bracket != .angle,
                let set = RealSet(low: parts[0], high: parts[1], isClosed: bracket == .square, budget: budget)
            else { return nil }
            return set.intervals
        case .set(let parts):
            let points = parts.compactMap { point($0, budget) }
            return points.count == parts.count ? points : nil
        case .emptySet: return []
        case .numberSet("R"): return [(.low, .high)]
        case .numberSet("R+"):
            return RealSet(low: .integer(0), high: .constant(.infinity), isClosed: false, budget: budget)?.intervals
        case .numberSet("R-"):
            return RealSet(low: .negate(.constant(.infinity)), high: .integer(0), isClosed: false, budget: budget)?
                .intervals
        case .union(let parts), .disjunction(let parts), .list(let parts, join: .or):
            var all: [(low: End, high: End)] = []
            for part in parts {
                guard
                    let some = intervals(of: part, budget)
                        ?? value(of: part).flatMap({ point($0, budget) }).map({ [$0] })
                else { return nil }
                all += some
            }
            return all
        case .intersection(let parts), .conjunction(let parts), .list(let parts, join: .and):
            let sets = parts.compactMap { RealSet($0, budget: budget) }
            guard sets.count == parts.count else { return nil }
            return RealSet.intersection(sets, budget: budget)?.intervals
        case .difference(let whole, let part):
            guard let whole = RealSet(whole, budget: budget), let part = RealSet(part, budget: budget) else {
                return nil
            }
            return RealSet.intersection([whole, part.complement], budget: budget)?.intervals
        case .setBuilder(_, let condition): return intervals(of: condition, budget)
        case .relation(let sides, let relations):
            return InequalitySolver(budget: budget).solve(sides, relations)?.intervals
        default: return nil
        }
    }

    private static func value(of expression: Expression) -> Expression? {
        guard case .relation(let sides, [.equal]) = expression, sides.count == 2, case .symbol = sides[0] else {
            return nil
        }
        return sides[1]
    }

    private static func point(_ expression: Expression, _ budget: WorkBudget) -> (low: End, high: End)? {
        guard let end = end(expression, isClosed: true, isLow: true, budget), end.value != nil else { return nil }
        return (end, end)
    }

    static func end(_ expression: Expression, isClosed: Bool, isLow: Bool, _ budget: WorkBudget) -> End? {
        switch expression {
        case .constant(.infinity): return isLow ? nil : .high
        case .negate(.constant(.infinity)): return isLow ? .low : nil
        default: break
        }
        guard let approximation = approximation(expression, budget) else { return nil }
        return End(value: expression, approximation: approximation, isClosed: isClosed)
    }

    /// A real constant in hardware arithmetic.
    static func approximation(_ expression: Expression, _ budget: WorkBudget) -> Double? {
        let evaluator = BallEvaluator<DoubleBall>(precision: 53, values: [:], budget: budget)
        guard let value = try? evaluator.value(of: expression) else { return nil }
        switch value {
        case .exact(let rational): return rational.doubleValue
        case .ball(let ball): return ball.imaginaryPart.containsZero ? ball.midpoint.re : nil
        }
    }

    /// All reals that are not in the set.
    var complement: RealSet {
        var result = self
        var parts: [(low: End, high: End)] = []
        var low = End.low
        var isDone = false
        for interval in intervals {
            if interval.low.value != nil {
                parts.append(
                    (
                        low,
                        End(
                            value: interval.low.value, approximation: interval.low.approximation,
                            isClosed: !interval.low.isClosed)
                    ))
            }
            guard interval.high.value != nil else {
                isDone = true
                break
            }
            low = End(
                value: interval.high.value, approximation: interval.high.approximation,
                isClosed: !interval.high.isClosed)
        }
        if !isDone { parts.append((low, .high)) }
        result.intervals = parts
        return result
    }

    /// As people write it.
    var printed: String {
        if intervals.isEmpty { return "∅" }
        return intervals.map { interval in
            (interval.low.isClosed ? "[" : "(") + (interval.low.value?.printed ?? "-∞") + ", "
                + (interval.high.value?.printed ?? "∞") + (interval.high.isClosed ? "]" : ")")
        }.joined(separator: " ∪ ")
    }
}
