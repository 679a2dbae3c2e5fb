// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers

extension Term {
    /// As people write it: `2*x + 3`.
    package var text: String { written(0) }

    /// How tightly a place binds: a sum 0, a product 1, a factor 2, a power's base 3.
    private func written(_ place: Int) -> String {
        func bracketed(_ text: String, _ level: Int) -> String { level < place ? "(" + text + ")" : text }
        switch self {
        case .number(let value):
            let text = value.bitWidth > 1_000 ? "[a number of \(value.bitWidth) bits]" : value.description
            return bracketed(text, value.signum < 0 ? 0 : value.isInteger ? 3 : 1)
        case .variable(let name): return name
        case .add(let parts):
            var text = ""
            for (index, part) in parts.enumerated() {
                if case .negate(let inner) = part {
                    text += (index == 0 ? "-" : " - ") + inner.written(1)
                } else {
                    text += (index == 0 ? "" : " + ") + part.written(index == 0 ? 0 : 1)
                }
            }
            return bracketed(text, 0)
        case .multiply(let parts): return bracketed(parts.map { $0.written(2) }.joined(separator: "*"), 1)
        case .negate(let a): return bracketed("-" + a.written(1), 0)
        case .divide(let a, let b): return bracketed(a.written(1) + "/" + b.written(2), 1)
        case .power(let a, let n): return bracketed(a.written(3) + "^\(n)", 2)
        case .root(let a, 2): return "sqrt(\(a.text))"
        case .root(let a, let n): return "root(\(a.text), \(n))"
        case .absolute(let a): return "|\(a.text)|"
        case .minimum(let a, let b): return "min(\(a.text), \(b.text))"
        case .maximum(let a, let b): return "max(\(a.text), \(b.text))"
        case .floor(let a): return "floor(\(a.text))"
        case .modulo(let a, let n): return bracketed("\(a.written(1)) mod \(n)", 0)
        case .closed(let expression): return bracketed(expression.abbreviated.printed, 0)
        }
    }
}

extension Formula {
    /// As people write it: `x > 0 and x^2 = 4`.
    package var text: String {
        switch self {
        case .compare(let a, let relation, let b): return "\(a.text) \(relation.rawValue) \(b.text)"
        case .near(let a, let b, _): return "\(a.text) ≈ \(b.text)"
        case .divides(let n, let a): return "\(n) divides \(a.text)"
        case .congruent(let a, let b, let n): return "\(a.text) ≡ \(b.text) (mod \(n))"
        case .not(let a): return "not (\(a.text))"
        case .and(let parts): return parts.map { $0.bracketed }.joined(separator: " and ")
        case .or(let parts): return parts.map { $0.bracketed }.joined(separator: " or ")
        case .implies(let a, let b): return "\(a.bracketed) → \(b.bracketed)"
        }
    }

    private var bracketed: String {
        switch self {
        case .and, .or, .implies: "(\(text))"
        default: text
        }
    }
}
