// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// An answer as it is compared: names peeled off, ± written out, lists of equations turned into lists of values.
indirect enum AnswerForm {
    /// One value.
    case scalar(Expression)
    /// Values in no order.
    case unordered([AnswerForm], isSet: Bool)
    /// Values in order.
    case ordered([AnswerForm], Expression.Bracket)
    /// Values of named quantities, in the order written: `x = 1, y = 2`.
    case named([NamedValue])
    /// A set of real numbers.
    case reals(RealSet, variable: String?)
    /// Rows of a matrix.
    case matrix([[Expression]])
    /// An equation that is no assignment.
    case equation(Expression, Expression)
    /// A relation that is no set of reals: `2x + y \le 3`.
    case relation([Expression], [Expression.Relation])
}

/// A value with the name that an assignment gave it.
struct NamedValue {
    var name: String
    /// Variables of the name: `["x"]` for `f(x)`.
    var parameters: [String] = []
    /// The value as written.
    var expression: Expression
    var value: AnswerForm
    /// What was written for the name, where that is more than a symbol.
    var written: Expression?

    /// The side of the equation that names the value.
    var side: Expression { written ?? .symbol(name) }
}

/// Turns an expression into the form in which it is compared.
struct Normalizer {
    let budget: WorkBudget

    /// The form.
    func form(_ expression: Expression) -> AnswerForm {
        if let values = Normalizer.signVariants(expression) {
            return .unordered(values.flatMap { flattened(form($0)) }, isSet: true)
        }
        switch expression {
        case .relation(let sides, let relations): return relation(sides, relations)
        case .list(let parts, let join): return list(parts, join)
        case .disjunction(let parts): return list(parts, .or)
        case .conjunction(let parts): return list(parts, .and)
        case .set(let parts):
            return .unordered(parts.flatMap { flattened(form($0)) }, isSet: true)
        case .emptySet: return .unordered([], isSet: true)
        case .tuple(let parts, let bracket):
            if parts.count == 1, let only = parts.first { return form(only) }
            return .ordered(parts.map(form), bracket)
        case .interval, .union, .intersection, .difference, .numberSet, .setBuilder:
            if let set = RealSet(expression, budget: budget) { return .reals(set, variable: nil) }
            if case .union(let parts) = expression, parts.allSatisfy(Normalizer.isFinite) {
                return .unordered(parts.flatMap { flattened(form($0)) }, isSet: true)
            }
            return .scalar(expression)
        case .matrix(let rows):
            if rows.count == 1, rows.first?.count == 1, let only = rows.first?.first { return .scalar(only) }
            return .matrix(rows)
        case .sum, .product, .quotient, .negate, .apply, .power:
            if let rows = MatrixForms.evaluate(expression) { return form(.matrix(rows)) }
            if let entries = UnitVectors.entries(expression) { return .ordered(entries.map { .scalar($0) }, .angle) }
            return .scalar(expression)
        default: return .scalar(expression)
        }
    }

    private static func isFinite(_ expression: Expression) -> Bool {
        if case .set = expression { true } else { false }
    }

    /// The members of a form that stands inside a list: a list of its own joins it.
    private func flattened(_ form: AnswerForm) -> [AnswerForm] {
        if case .unordered(let parts, _) = form { parts } else { [form] }
    }

    // MARK: Relations

    private func relation(_ sides: [Expression], _ relations: [Expression.Relation]) -> AnswerForm {
        guard sides.count == relations.count + 1, let left = sides.first, let right = sides.last else {
            return .scalar(.relation(sides, relations))
        }
        // `x ∈ S`
        if relations == [.element], sides.count == 2 {
            let inner = form(right)
            switch (Normalizer.name(of: left), inner) {
            case (let name?, .reals(let set, _)): return .reals(set, variable: name)
            case (_?, _): return inner
            default: break
            }
        }
        let isEquality =
            relations.allSatisfy { $0 == .equal || $0 == .approximately }
            || Normalizer.isDefinition(left, relations, right)
        if isEquality {
            // `x = a = b`: the last exact side; `x = 1/3 ≈ 0.33`: the side before ≈.
            var value = right
            if let index = relations.firstIndex(of: .approximately), index >= 1 { value = sides[index] }
            if let name = Normalizer.name(of: left) {
                return .named([named(name, left, value)])
            }
            // `a = x = 0`: the name may stand inside.
            if sides.count > 2, let inner = sides.dropFirst().dropLast().last, case .symbol(let name) = inner,
                ExpressionProfile(value).symbols.isEmpty
            {
                return .named([named(name, inner, value)])
            }
            if let names = Normalizer.names(of: left) { return named(names, value, left) }
            if let name = Normalizer.name(of: right), sides.count == 2, relations == [.equal],
                !ExpressionProfile(left).symbols.contains(name)
            {
                return .named([named(name, right, left)])
            }
            if let label = Normalizer.label(of: left), ExpressionProfile(value).symbols.isEmpty {
                return .named([named(label, left, value)])
            }
            if let change = Normalizer.change(of: left) { return .named([named(change, left, value)]) }
            // `3·4 + 2 = 14`: a computation.
            let profiles = sides.map { ExpressionProfile($0) }
            if profiles.allSatisfy({ $0.symbols.isEmpty && !$0.hasStructure && !$0.hasOpaque }) {
                let comparison = ScalarComparison(context: AnswerContext(), budget: budget)
                if relations.contains(.approximately) || comparison.compare(left, value).decision == .equal {
                    return form(value)
                }
                return .relation(sides, relations)
            }
            if sides.count == 2 { return .equation(left, right) }
            return .relation(sides, relations)
        }
        let named = Normalizer.withNamedCalls(sides)
        if let set = RealSet(.relation(named, relations), budget: budget) {
            return .reals(set, variable: ExpressionProfile(named).symbols.first)
        }
        return .relation(sides, relations)
    }

    private func named(_ name: String, _ side: Expression, _ value: Expression) -> NamedValue {
        var parameters: [String] = []
        if case .call(_, let arguments) = side {
            parameters = arguments.compactMap { if case .symbol(let name) = $0 { name } else { nil } }
        }
        var isName = false
        if case .symbol = side { isName = true }
        return NamedValue(
            name: name, parameters: parameters, expression: value, value: form(value),
            written: isName || Normalizer.name(of: side) != nil ? nil : side)
    }

    /// `(x, y) = (1, 2)`.
    private func named(_ names: [String], _ value: Expression, _ left: Expression) -> AnswerForm {
        switch value {
        case .tuple(let parts, _) where parts.count == names.count:
            return .named(zip(names, parts).map { NamedValue(name: $0, expression: $1, value: form($1)) })
        default: return form(value)
        }
    }

    /// Unknown functions of variables as variables: `0 < f(x) < 1` is a range of `f`.
    private static func withNamedCalls(_ sides: [Expression]) -> [Expression] {
        sides.map { side in
            guard case .call = side, let name = name(of: side) else { return side }
            return .symbol(name)
        }
    }

    private static func names(of expression: Expression) -> [String]? {
        guard case .tuple(let parts, _) = expression else { return nil }
        let names = parts.compactMap(name)
        return names.count == parts.count ? names : nil
    }

    // MARK: Lists

    private func list(_ parts: [Expression], _ join: Expression.Join) -> AnswerForm {
        let forms = parts.map(form)
        // Inequalities joined by "or" and "and" make one set of reals.
        let sets = forms.compactMap { if case .reals(let set, let name) = $0 { (set, name) } else { nil } }
        if sets.count == forms.count, !sets.isEmpty, Set(sets.map(\.1)).count == 1 {
            let all = sets.map(\.0)
            let isRelation = parts.allSatisfy { if case .relation = $0 { true } else { false } }
            if join == .or, let union = RealSet.union(all, budget: budget) {
                return .reals(union, variable: sets.first?.1)
            }
            if isRelation, join == .and || join == .comma, sets.first?.1 != nil,
                let intersection = RealSet.intersection(all, budget: budget)
            {
                return .reals(intersection, variable: sets.first?.1)
            }
        }
        // Inequalities and single values of one name joined by "or".
        if join == .or, !sets.isEmpty, let union = RealSet(.disjunction(parts), budget: budget) {
            return .reals(union, variable: nil)
        }
        var named: [NamedValue] = []
        for form in forms {
            guard case .named(let entries) = form else {
                named = []
                break
            }
            named += entries
        }
        if named.count > 1 {
            let names = Set(named.map(\.name))
            if names.count == named.count { return .named(named) }
            if names.count == 1 { return .unordered(named.flatMap { flattened($0.value) }, isSet: true) }
            // Several solutions of several unknowns: `x = 1, y = 2 or x = 2, y = 1`.
            let groups = Normalizer.grouped(named)
            if groups.count > 1 { return .unordered(groups.map { .named($0) }, isSet: true) }
        }
        // `x = 1, 2`: the name holds for all.
        if case .named(let entries)? = forms.first, entries.count == 1, let entry = entries.first,
            forms.dropFirst().allSatisfy({ if case .named = $0 { false } else { true } })
        {
            return .unordered(
                ([entry.value] + forms.dropFirst()).flatMap(flattened), isSet: true)
        }
        return .unordered(forms.flatMap(flattened), isSet: false)
    }

    /// Cuts a list of named values into solutions that each name everything once.
    private static func grouped(_ named: [NamedValue]) -> [[NamedValue]] {
        let size = Set(named.map(\.name)).count
        guard size > 0, named.count % size == 0 else { return [] }
        var groups: [[NamedValue]] = []
        for start in stride(from: 0, to: named.count, by: size) {
            let group = Array(named[start..<start + size])
            guard Set(group.map(\.name)).count == size else { return [] }
            groups.append(group)
        }
        return groups
    }

    // MARK: ±

    /// The two values of an expression with ±, all upper signs and all lower signs; nil where there is none.
    static func signVariants(_ expression: Expression) -> [Expression]? {
        // Inside a list or a set each entry has its own.
        switch expression {
        case .list, .set, .tuple, .union, .matrix, .conjunction, .disjunction: return nil
        default: break
        }
        guard expression.contains(where: { if case .plusMinus = $0 { true } else { false } }) else { return nil }
        return [signed(expression, isUpper: true), signed(expression, isUpper: false)]
    }

    private static func signed(_ expression: Expression, isUpper: Bool) -> Expression {
        guard case .plusMinus(let first, let second, let isMinusFirst) = expression else {
            return expression.mapChildren { signed($0, isUpper: isUpper) }
        }
        let amount = signed(second, isUpper: isUpper)
        let part = isUpper == isMinusFirst ? Expression.negate(amount) : amount
        guard let first else { return part }
        return .sum([signed(first, isUpper: isUpper), part])
    }
}
