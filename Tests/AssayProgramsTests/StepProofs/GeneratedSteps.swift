// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore

/// Steps made at random, each with whether its last claim is true.
struct GeneratedSteps {
    private var random: SeededRandom

    init(seed: UInt64) { random = SeededRandom(seed: seed) }

    private mutating func number(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(random.next() % UInt64(range.count))
    }

    /// A number other than 0 that is added to make a result wrong.
    private mutating func offset() -> Int { number(0...1) == 0 ? number(1...9) : -number(1...9) }

    private static func gcd(_ a: Int, _ b: Int) -> Int { b == 0 ? abs(a) : gcd(b, a % b) }

    private static func fraction(_ a: Int, _ b: Int) -> String {
        let divisor = max(1, gcd(a, b))
        let sign = b < 0 ? -1 : 1
        return b / divisor * sign == 1 ? "\(a / divisor * sign)" : "\(a / divisor * sign)/\(b / divisor * sign)"
    }

    private static func decimal(_ hundredths: Int) -> String {
        let size = abs(hundredths)
        let rest = size % 100
        return (hundredths < 0 ? "-" : "") + "\(size / 100)." + (rest < 10 ? "0" : "") + "\(rest)"
    }

    private static func signed(_ value: Int) -> String { value < 0 ? "- \(-value)" : "+ \(value)" }

    /// The names of the kinds.
    static let kinds = [
        "sum", "product", "fractions", "decimals", "percent", "chain", "annotation", "currency", "linear", "system",
        "quadratic", "identity", "inequality", "implied", "modular", "residues", "division", "latex", "surds",
        "evaluate",
    ]

    /// A step of a kind.
    mutating func step(_ kind: String, isTrue: Bool) -> String {
        let wrong = isTrue ? 0 : offset()
        switch kind {
        case "sum":
            let (a, b, c) = (number(1...999), number(1...999), number(1...99))
            return "\(a) + \(b) - \(c) = \(a + b - c + wrong)"
        case "product":
            let (a, b, c) = (number(2...99), number(2...99), number(1...99))
            return "The shop sells \(a) × \(b) + \(c) = \(a * b + c + wrong) cards."
        case "fractions":
            let (a, b, c, d) = (number(1...9), number(2...12), number(1...9), number(2...12))
            return "\(a)/\(b) + \(c)/\(d) = \(Self.fraction(a * d + c * b + wrong, b * d))"
        case "decimals":
            let (a, b) = (number(1...9_999), number(1...9_999))
            return "\(Self.decimal(a)) + \(Self.decimal(b)) = \(Self.decimal(a + b + wrong))"
        case "percent":
            let (p, n) = (number(1...19) * 5, number(1...50) * 20)
            return "\(p)% of \(n) = \(p * n / 100 + wrong)"
        case "chain":
            let (a, b, c) = (number(2...20), number(2...20), number(1...50))
            return "So the total is \(a) * \(b) + \(c) = \(a * b) + \(c) = \(a * b + c + wrong)."
        case "annotation":
            let (a, b) = (number(2...60), number(2...60))
            return "It takes \(a)*\(b)=<<\(a)*\(b)=\(a * b + wrong)>>\(a * b + wrong) hours"
        case "currency":
            let (a, b) = (number(2...40), number(100...4_000))
            return "They pay \(a) * $\(b) = $\(grouped(a * b + wrong))."
        case "linear":
            let (a, b, x) = (number(2...9), number(1...30), number(-20...20))
            return "\(a)x \(Self.signed(b)) = \(a * x + b)\nSo x = \(x + wrong)"
        case "system":
            let (x, y) = (number(-9...9), number(-9...9))
            return "x + y = \(x + y) and 2x - y = \(2 * x - y). Therefore x = \(x + wrong)."
        case "quadratic":
            let x = number(1...30)
            return "If x^2 = \(x * x) and x > 0 then x = \(x + wrong)"
        case "identity":
            let (a, b) = (number(1...9), number(1...9))
            return "For all x: (x + \(a))(x - \(b)) = x^2 \(Self.signed(a - b))x - \(a * b + wrong)"
        case "inequality":
            let (a, b) = (number(10...99), number(10...99))
            return isTrue ? "\(a) * \(b) < \(a * b + number(1...9))" : "\(a) * \(b) < \(a * b - number(0...9))"
        case "implied":
            let a = number(1...9)
            return isTrue ? "If x > \(a) then x^2 > \(a * a)" : "If x < \(a) then x^2 < \(a * a)"
        case "modular":
            let (a, m) = (number(10...999), number(3...20))
            let rest = a % m
            return "\(a) mod \(m) = \(isTrue ? rest : (rest + number(1...m - 1)) % m)"
        case "residues":
            let (m, r) = (number(3...12), number(1...2))
            let square = r * r % m
            return "If n mod \(m) = \(r) then n^2 mod \(m) = \(isTrue ? square : (square + number(1...m - 1)) % m)"
        case "division":
            let (a, b) = (number(2...40), number(2...40))
            return "\(a * b) ÷ \(a) = \(b + wrong)"
        case "latex":
            let (a, b, c) = (number(1...9), number(2...9), number(1...9))
            return "We have $\\frac{\(a)}{\(b)} \\cdot \(b * c) = \(a * c + wrong)$."
        case "surds":
            let (a, b) = (number(2...20), number(2...20))
            return "√\(a) * √\(b) = √\(a * b + (isTrue ? 0 : number(1...9)))"
        default:
            let (a, x) = (number(2...9), number(-9...9))
            return "Let x = \(x). Then x^2 - \(a)x = \(x * x - a * x + wrong)."
        }
    }

    private func grouped(_ value: Int) -> String {
        let digits = String(abs(value))
        guard digits.count > 3 else { return String(value) }
        return digits.dropLast(3) + "," + digits.suffix(3)
    }
}
