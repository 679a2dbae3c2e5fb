// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Sides of an equation that only name what the other side is the value of.
extension Normalizer {
    /// The name that an assignment gives a value: `x`, `f(x)`, `A'`.
    static func name(of expression: Expression) -> String? {
        switch expression {
        case .symbol(let name): return name
        case .call(let name, let arguments):
            return arguments.allSatisfy { if case .symbol = $0 { true } else { $0.literal != nil } } ? name : nil
        case .text(let text): return text.utf8.count <= 40 ? text : nil
        default: return nil
        }
    }

    /// The name of a quantity where a constant is its value: `AB = 5`, `|AB| = 1`, `V_1 : V_2 = 2`, `f(x + 1) = 3`,
    /// `\frac{NO}{BO} = 2`, `\cos A = \frac12`.
    static func label(of expression: Expression) -> String? {
        switch expression {
        case .apply(let function, let arguments):
            guard arguments.count == 1, let argument = arguments.first else { return nil }
            if trigonometric.contains(function) { return angle(argument).map { "\(function.rawValue) \($0)" } }
            guard [.norm, .absolute, .determinant].contains(function) else { return nil }
            return (name(of: argument) ?? segment(argument) ?? vectors(argument)).map { "|\($0)|" }
        case .ratio(let parts):
            let names = parts.compactMap { name(of: $0) ?? segment($0) }
            return names.count == parts.count ? names.joined(separator: ":") : nil
        case .quotient(let upper, let lower):
            guard let first = measure(upper), let second = measure(lower) else { return nil }
            return "\(first)/\(second)"
        case .call, .opaque, .degrees: return CanonicalForm.key(expression)
        case .product(let factors):
            if let segment = segment(expression) { return segment }
            let names = factors.compactMap { vectors($0) ?? measure($0) }
            return names.count == factors.count ? names.joined(separator: "·") : nil
        default: return segment(expression)
        }
    }

    /// A change of something, `\Delta p`, whose value may hold variables; also in relation to something.
    static func change(of expression: Expression) -> String? {
        switch expression {
        case .product(let factors):
            guard factors.count == 2, case .symbol(let sign) = factors[0], ["Delta", "delta"].contains(sign),
                case .symbol(let name) = factors[1]
            else { return nil }
            return "\(sign) \(name)"
        case .opaque(kind: "derivative", _): return CanonicalForm.key(expression)
        case .quotient(let upper, let lower):
            guard let first = change(of: upper), let second = change(of: lower) ?? name(of: lower) else { return nil }
            return "\(first)/\(second)"
        default: return nil
        }
    }

    /// Whether `\equiv` between two sides defines the first: nothing is said of a modulus.
    static func isDefinition(_ left: Expression, _ relations: [Expression.Relation], _ right: Expression) -> Bool {
        guard relations == [.congruent], name(of: left) != nil else { return false }
        return !right.contains {
            switch $0 {
            case .modulo, .text: true
            default: false
            }
        }
    }

    // MARK: Parts

    private static let trigonometric: [Expression.Function] = [.sin, .cos, .tan, .cot, .sec, .csc]
    private static let angles = [
        "alpha", "beta", "gamma", "delta", "theta", "phi", "varphi", "psi", "omega",
    ]

    /// Two or more capital letters side by side: a segment or a triangle; also `\angle ABC`, `[ABC]`.
    private static func segment(_ expression: Expression) -> String? {
        if case .tuple(let parts, .square) = expression, parts.count == 1, let only = parts.first {
            return segment(only)
        }
        guard case .product(var factors) = expression, factors.count <= 6 else { return nil }
        var names: [String] = []
        while case .symbol(let sign)? = factors.first, ["m", "angle", "triangle", "square"].contains(sign) {
            names.append(sign)
            factors.removeFirst()
        }
        guard names != ["m"], !factors.isEmpty else { return nil }
        for factor in factors {
            guard case .symbol(let name) = factor, isCapital(name) else { return nil }
            names.append(name)
        }
        return names.joined()
    }

    private static func isCapital(_ name: String) -> Bool {
        name.utf8.first.map { $0 >= 0x41 && $0 <= 0x5A } ?? false
    }

    /// What a quotient of two may be named by: a segment, a quantity with a capital letter, `f(2)`, `|AB|`.
    private static func measure(_ expression: Expression) -> String? {
        switch expression {
        case .symbol(let name): isCapital(name) && name.utf8.count <= 24 ? name : nil
        case .call: CanonicalForm.key(expression)
        case .apply(let function, _): function == .norm || function == .absolute ? label(of: expression) : nil
        default: segment(expression)
        }
    }

    private static func angle(_ expression: Expression) -> String? {
        switch expression {
        case .symbol(let name): isCapital(name) || angles.contains(name) ? name : nil
        default: segment(expression)
        }
    }

    /// Vectors, and sums of them.
    private static func vectors(_ expression: Expression) -> String? {
        switch expression {
        case .symbol(let name): name.hasPrefix("vec:") ? name : nil
        case .sum(let terms):
            terms.allSatisfy { vectors($0) != nil } ? CanonicalForm.key(expression) : nil
        case .negate(let inner): vectors(inner)
        case .product(let factors):
            factors.allSatisfy { $0.literal != nil || vectors($0) != nil } ? CanonicalForm.key(expression) : nil
        default: segment(expression)
        }
    }
}
