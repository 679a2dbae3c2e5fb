// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// `x = y = z = 1`: as many assignments as there are names.
enum AssignmentChain {
    /// Both sides with a chain on one of them written out, where the other has as many parts.
    static func writtenOut(_ gold: Expression, _ answer: Expression) -> (gold: Expression, answer: Expression) {
        switch (assignments(gold), assignments(answer)) {
        case (nil, nil): (gold, answer)
        case (let x?, let y?): (x, y)
        case (let x?, nil): size(x) == size(answer) ? (x, answer) : (gold, answer)
        case (nil, let y?): size(y) == size(gold) ? (gold, y) : (gold, answer)
        }
    }

    private static func assignments(_ expression: Expression) -> Expression? {
        guard case .relation(let sides, let relations) = expression, relations.count > 1, let value = sides.last,
            relations.allSatisfy({ $0 == .equal }), ExpressionProfile(value).symbols.isEmpty
        else { return nil }
        let names = sides.dropLast().compactMap { side -> String? in
            if case .symbol(let name) = side { name } else { nil }
        }
        guard names.count == relations.count, Set(names).count == names.count else { return nil }
        return .list(names.map { .relation([.symbol($0), value], [.equal]) }, join: .comma)
    }

    private static func size(_ expression: Expression) -> Int {
        switch expression {
        case .list(let parts, _), .conjunction(let parts), .tuple(let parts, _): parts.count
        default: 1
        }
    }
}
