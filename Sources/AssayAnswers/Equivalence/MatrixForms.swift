// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Arithmetic of matrices that are written out: sums, products, multiples, transposes.
enum MatrixForms {
    // MARK: Limits
    /// Most entries of a matrix that is computed.
    static let entryLimit = 400

    /// The rows of an expression whose value is a matrix; nil where there is none in it, or shapes do not fit.
    static func evaluate(_ expression: Expression) -> [[Expression]]? {
        switch expression {
        case .matrix(let rows):
            return rows.reduce(0, { $0 + $1.count }) <= entryLimit && Set(rows.map(\.count)).count == 1 ? rows : nil
        case .tuple(let parts, _): return parts.count >= 2 ? parts.map { [$0] } : nil
        case .negate(let inner): return holdsMatrix(inner) ? evaluate(inner).map { scaled($0, .integer(-1)) } : nil
        case .sum(let terms):
            guard terms.contains(where: holdsMatrix) else { return nil }
            let matrices = terms.compactMap(evaluate)
            guard matrices.count == terms.count, let first = matrices.first else { return nil }
            return matrices.dropFirst().reduce(first) { total, next in total.flatMap { added($0, next) } }
        case .product(let factors):
            guard factors.contains(where: holdsMatrix) else { return nil }
            var scale: [Expression] = []
            var result: [[Expression]]?
            for factor in factors {
                if holdsMatrix(factor) || isTuple(factor) {
                    guard let rows = evaluate(factor) else { return nil }
                    guard let left = result else {
                        result = rows
                        continue
                    }
                    guard let product = multiplied(left, rows) else { return nil }
                    result = product
                } else {
                    scale.append(factor)
                }
            }
            guard let result else { return nil }
            if scale.isEmpty { return result }
            return scaled(result, scale.count == 1 ? scale[0] : .product(scale))
        case .quotient(let upper, let lower):
            guard holdsMatrix(upper), !holdsMatrix(lower) else { return nil }
            return evaluate(upper).map { scaled($0, .quotient(.integer(1), lower)) }
        case .power(let base, .symbol("T")), .power(let base, .symbol("top")):
            return holdsMatrix(base) ? evaluate(base).map(transposed) : nil
        case .apply(.transpose, let parts):
            return parts.first.flatMap { holdsMatrix($0) ? evaluate($0).map(transposed) : nil }
        default: return nil
        }
    }

    private static func isTuple(_ expression: Expression) -> Bool {
        if case .tuple = expression { true } else { false }
    }

    private static func holdsMatrix(_ expression: Expression) -> Bool {
        switch expression {
        case .matrix: true
        case .sum(let parts), .product(let parts): parts.contains(where: holdsMatrix)
        case .negate(let inner), .quotient(let inner, _), .power(let inner, _): holdsMatrix(inner)
        case .apply(.transpose, let parts): parts.contains(where: holdsMatrix)
        // Angle brackets are a vector and nothing else.
        case .tuple(_, .angle): true
        default: false
        }
    }

    private static func scaled(_ rows: [[Expression]], _ factor: Expression) -> [[Expression]] {
        rows.map { $0.map { .product([factor, $0]) } }
    }

    private static func added(_ a: [[Expression]], _ b: [[Expression]]) -> [[Expression]]? {
        guard a.map(\.count) == b.map(\.count) else { return nil }
        return zip(a, b).map { zip($0, $1).map { .sum([$0, $1]) } }
    }

    private static func multiplied(_ a: [[Expression]], _ b: [[Expression]]) -> [[Expression]]? {
        guard let inner = a.first?.count, inner == b.count, let width = b.first?.count, a.count * width <= entryLimit
        else { return nil }
        return a.map { row in
            (0..<width).map { column in
                let terms = (0..<inner).map { Expression.product([row[$0], b[$0][column]]) }
                return terms.count == 1 ? terms[0] : .sum(terms)
            }
        }
    }

    static func transposed(_ rows: [[Expression]]) -> [[Expression]] {
        guard let width = rows.first?.count else { return rows }
        return (0..<width).map { column in rows.map { $0[column] } }
    }
}
