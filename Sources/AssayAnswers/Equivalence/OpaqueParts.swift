// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Parts that cannot be evaluated (unknown functions, integrals, limits, words), each replaced by a variable that is the
/// same wherever the same part stands.
struct OpaqueParts {
    private var names: [String: String] = [:]
    private var kinds: [String: String] = [:]

    /// The expression with its opaque parts replaced.
    mutating func replaced(_ expression: Expression) -> Expression {
        switch expression {
        case .call(let name, _): return symbol(for: expression, kind: name)
        case .opaque(let kind, _): return symbol(for: expression, kind: kind)
        case .text, .ellipsis: return symbol(for: expression, kind: "text")
        case .apply(.zeta, _): return symbol(for: expression, kind: "zeta")
        case .series(_, _, _, .constant(.infinity), _), .series(_, _, .negate(.constant(.infinity)), _, _):
            return symbol(for: expression, kind: "infinite series")
        default:
            let needsWork = expression.contains {
                switch $0 {
                case .call, .opaque, .text, .ellipsis, .apply(.zeta, _), .constant(.infinity): true
                default: false
                }
            }
            guard needsWork else { return expression }
            var copy = self
            let result = expression.mapChildren { copy.replaced($0) }
            self = copy
            return result
        }
    }

    private mutating func symbol(for expression: Expression, kind: String) -> Expression {
        let key = CanonicalForm.key(expression)
        if let name = names[key] { return .symbol(name) }
        // A name that no variable can have.
        let name = "⟨\(names.count)⟩"
        names[key] = name
        kinds[name] = kind
        return .symbol(name)
    }

    /// The kind of a part that stands in one of the expressions only and may well have the other's value: an integral, a
    /// limit, an infinite series.
    func unmatched(_ first: Expression, _ second: Expression) -> String? {
        let (a, b) = (ExpressionProfile(first).symbols, ExpressionProfile(second).symbols)
        let unnamed: Set<String> = ["integral", "limit", "derivative", "infinite series", "zeta"]
        return a.symmetricDifference(b).compactMap { kinds[$0] }.filter(unnamed.contains).min()
    }
}
