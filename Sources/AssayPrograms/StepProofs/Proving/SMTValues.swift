// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers

/// A solver's answer to `get-value`, read as exact numbers.
struct SMTValues {
    private indirect enum Node {
        case atom(Substring)
        case list([Node])
    }

    /// Values by the solver's names; nil where the answer cannot be read.
    static func read(_ text: String) -> [String: Surd]? {
        var parser = Parser(text: text[...])
        guard text.utf8.count < 100_000, case .list(let pairs) = parser.node(0) else { return nil }
        var result: [String: Surd] = [:]
        for pair in pairs {
            guard case .list(let parts) = pair, parts.count == 2, case .atom(let name) = parts[0],
                let value = value(parts[1])
            else { return nil }
            result[String(name)] = value
        }
        return result
    }

    private struct Parser {
        var text: Substring

        mutating func node(_ depth: Int) -> Node? {
            text = text.drop { $0 == " " || $0 == "\n" || $0 == "\t" }
            guard let first = text.first, depth < 64 else { return nil }
            if first == "(" {
                text = text.dropFirst()
                var parts: [Node] = []
                while true {
                    text = text.drop { $0 == " " || $0 == "\n" || $0 == "\t" }
                    guard let next = text.first else { return nil }
                    if next == ")" {
                        text = text.dropFirst()
                        return .list(parts)
                    }
                    guard let part = node(depth + 1) else { return nil }
                    parts.append(part)
                }
            }
            let atom = text.prefix { $0 != " " && $0 != ")" && $0 != "(" && $0 != "\n" }
            guard !atom.isEmpty else { return nil }
            text = text.dropFirst(atom.count)
            return .atom(atom)
        }
    }

    private static func rational(_ node: Node) -> Rational? {
        switch node {
        case .atom(let text): return number(text)
        case .list(let parts):
            guard case .atom(let name)? = parts.first else { return nil }
            if name == "-", parts.count == 2 { return rational(parts[1])?.negated }
            if name == "/", parts.count == 3, let a = rational(parts[1]), let b = rational(parts[2]) { return a / b }
            return nil
        }
    }

    private static func number(_ text: Substring) -> Rational? {
        guard text.utf8.count < 2_000, case .success(let tree) = MathParser().parse(String(text)) else { return nil }
        return tree.literal?.value
    }

    private static func value(_ node: Node) -> Surd? {
        if let value = rational(node) { return Surd(value) }
        // (root-obj (+ (^ x 2) (- 2)) 1): the roots of the polynomial, counted from the smallest.
        guard case .list(let parts) = node, parts.count == 3, case .atom("root-obj") = parts[0],
            case .atom(let index) = parts[2], let number = Int(index), let term = polynomial(parts[1]),
            let expanded = Polynomial(term, meter: WorkMeter(1_000_000)),
            let roots = Elimination.roots(expanded, of: "x"), roots.count == 2
        else { return nil }
        guard let difference = roots[0] + roots[1].negated, let sign = difference.sign else { return nil }
        let sorted = sign < 0 ? roots : [roots[1], roots[0]]
        return sorted.indices.contains(number - 1) ? sorted[number - 1] : nil
    }

    private static func polynomial(_ node: Node) -> Term? {
        switch node {
        case .atom("x"): return .variable("x")
        case .atom(let text): return number(text).map { .number($0) }
        case .list(let parts):
            guard case .atom(let name)? = parts.first else { return nil }
            var terms: [Term] = []
            for part in parts.dropFirst() {
                guard let term = polynomial(part) else { return nil }
                terms.append(term)
            }
            switch name {
            case "+": return .add(terms)
            case "*": return .multiply(terms)
            case "-": return terms.count == 1 ? .negate(terms[0]) : nil
            case "^":
                guard terms.count == 2, case .number(let n) = terms[1], let n = n.word, (0...8).contains(n) else {
                    return nil
                }
                return .power(terms[0], n)
            default: return nil
            }
        }
    }
}
