// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Vectors written with unit vectors: `\mathbf{i} + 2\mathbf{j}`, `3\hat{i} - \hat{k}`.
enum UnitVectors {
    private static let names: [String: Int] = [
        "hat:i": 0, "hat:j": 1, "hat:k": 2, "vec:i": 0, "vec:j": 1, "vec:k": 2, "hat:x": 0, "hat:y": 1, "hat:z": 2,
        "hat:imath": 0, "hat:jmath": 1,
    ]

    /// The coordinates; nil where a term holds no unit vector.
    static func entries(_ expression: Expression) -> [Expression]? {
        guard expression.contains(where: { if case .symbol(let name) = $0 { names[name] != nil } else { false } })
        else { return nil }
        let terms: [Expression]
        if case .sum(let parts) = expression { terms = parts } else { terms = [expression] }
        var entries: [[Expression]] = [[], [], []]
        for term in terms {
            guard let (axis, factor) = axis(of: term) else { return nil }
            entries[axis].append(factor)
        }
        let size = entries[2].isEmpty ? 2 : 3
        return entries.prefix(size).map { parts in
            parts.count == 1 ? parts[0] : parts.isEmpty ? .integer(0) : .sum(parts)
        }
    }

    private static func axis(of term: Expression) -> (Int, Expression)? {
        switch term {
        case .symbol(let name): return names[name].map { ($0, .integer(1)) }
        case .negate(let inner): return axis(of: inner).map { ($0.0, .negate($0.1)) }
        case .quotient(let upper, let lower): return axis(of: upper).map { ($0.0, .quotient($0.1, lower)) }
        case .product(let factors):
            var found: Int?
            var rest: [Expression] = []
            for factor in factors {
                if case .symbol(let name) = factor, let axis = names[name] {
                    if found != nil { return nil }
                    found = axis
                } else {
                    rest.append(factor)
                }
            }
            guard let found else { return nil }
            return (found, rest.count == 1 ? rest[0] : rest.isEmpty ? .integer(1) : .product(rest))
        default: return nil
        }
    }
}
