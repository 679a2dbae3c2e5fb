// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import Testing

/// Random trees are printed and read back as themselves.
@Suite struct PrintedRandomTests {
    /// A small deterministic generator.
    struct Generator {
        var state: UInt64

        mutating func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }

        mutating func pick<T>(_ values: [T]) -> T { values[next(values.count)] }

        mutating func several(_ depth: Int, _ range: ClosedRange<Int> = 2...4) -> [Expression] {
            (0..<(range.lowerBound + next(range.count))).map { _ in value(depth) }
        }

        mutating func leaf() -> Expression {
            switch next(8) {
            case 0, 1:
                let value = next(300)
                return .number(NumberLiteral(Rational(value), significantDigits: String(value).count))
            case 2:
                let value = 1 + next(999)
                guard let rational = Rational(decimal: Array(String(value).utf8), exponent: -2) else {
                    return .ellipsis
                }
                return .number(NumberLiteral(rational, decimals: 2, significantDigits: String(value).count))
            case 3: return .constant(pick([.pi, .e, .i]))
            case 4: return .symbol(pick(["x_1", "theta", "a_n+1", "hat:i", "x'", "vec:v", "alpha_12"]))
            default: return .symbol(pick(["x", "y", "z", "a", "b", "n", "C", "t"]))
            }
        }

        /// A tree that is a number.
        mutating func value(_ depth: Int) -> Expression {
            guard depth > 0 else { return leaf() }
            switch next(18) {
            case 0, 1: return .sum(several(depth - 1))
            case 2, 3: return product(depth)
            case 4: return .quotient(value(depth - 1), value(depth - 1))
            case 5: return .negate(value(depth - 1))
            case 6, 7: return .power(value(depth - 1), value(depth - 1))
            case 8:
                return .root(
                    value(depth - 1), degree: .number(NumberLiteral(Rational(2 + next(3)), significantDigits: 1)))
            case 9:
                return .plusMinus(next(2) == 0 ? nil : value(depth - 1), value(depth - 1), isMinusFirst: next(2) == 0)
            case 10:
                let inner = value(depth - 1)
                if case .factorial = inner { return inner }
                return .factorial(inner)
            case 11: return .binomial(value(depth - 1), value(depth - 1))
            case 12: return .percent(value(depth - 1))
            case 13:
                let functions: [Expression.Function] = [
                    .sin, .cos, .arctan, .ln, .log, .exp, .absolute, .floor, .ceiling, .gamma, .sinh, .arsinh,
                    .realPart,
                    .conjugate, .sign, .zeta, .errorFunction, .norm,
                ]
                return .apply(pick(functions), [value(depth - 1)])
            case 14:
                return .apply(
                    pick([.max, .min, .gcd, .lcm, .logBase, .permutations]), [value(depth - 1), value(depth - 1)])
            case 15: return .call(pick(["f", "g'", "T", "f_1", "foo"]), several(depth - 1, 1...3))
            case 16:
                return .series(
                    pick([.sum, .product]), index: pick(["k", "n", "j"]), from: value(depth - 1), to: value(depth - 1),
                    body: value(depth - 1))
            default: return .modulo(value(depth - 1), value(depth - 1))
            }
        }

        /// A product in which no decimal stands before a power of ten: those are read as one literal.
        mutating func product(_ depth: Int) -> Expression {
            .product(several(depth - 1).map { if case .power = $0 { .negate($0) } else { $0 } })
        }

        mutating func set(_ depth: Int) -> Expression {
            switch next(6) {
            case 0: return .set(several(depth, 1...3))
            case 1: return .numberSet(pick(["R", "Z", "Q", "R+"]))
            case 2: return .interval(value(depth), value(depth), isClosedLow: true, isClosedHigh: false)
            case 3: return .interval(value(depth), .constant(.infinity), isClosedLow: next(2) == 0, isClosedHigh: false)
            case 4 where depth > 0: return .union([set(depth - 1), set(depth - 1), set(depth - 1)])
            case 5 where depth > 0: return .intersection([set(depth - 1), set(depth - 1)])
            default: return .emptySet
            }
        }

        mutating func relation(_ depth: Int) -> Expression {
            switch next(4) {
            case 0: return .relation([value(depth), set(depth)], [pick([.element, .notElement])])
            case 1: return .relation([value(depth), value(depth), value(depth)], [.less, .lessOrEqual])
            default:
                return .relation([value(depth), value(depth)], [pick([.equal, .notEqual, .greater, .greaterOrEqual])])
            }
        }

        /// Any tree.
        mutating func tree(_ depth: Int) -> Expression {
            switch next(12) {
            case 0: return set(depth)
            case 1: return .tuple(several(depth, 1...4), pick([.square, .angle, .round]))
            case 2: return relation(depth)
            case 3: return .list(several(depth), join: pick([.comma, .and, .or, .semicolon]))
            case 4: return .conjunction([relation(depth), relation(depth)])
            case 5: return .disjunction([relation(depth), .conjunction([relation(depth), relation(depth)])])
            case 6: return .matrix((0..<(1 + next(3))).map { _ in [value(depth), value(depth)] })
            case 7: return .piecewise([.init(value(depth), if: relation(depth)), .init(value(depth), if: nil)])
            case 8: return .setBuilder(.symbol("x"), condition: relation(depth))
            case 9: return .quantity(value(depth), unit: pick(["cm", "km/h", "m/s^2", "apples", "square units"]))
            case 10: return .opaque(kind: pick(["integral", "limit", "derivative"]), arguments: several(depth, 2...3))
            default: return value(depth)
            }
        }
    }

    @Test(arguments: 0..<8)
    func printedReadsTheSame(seed: Int) {
        var generator = Generator(state: UInt64(seed) &* 7_919 &+ 17)
        let parser = MathParser()
        var failures = 0
        for _ in 0..<1_500 {
            let tree = generator.tree(generator.next(4))
            let printed = tree.printed
            let read = parser.parse(printed)
            guard read != .success(tree), failures < 5 else { continue }
            failures += 1
            Issue.record("\(tree.outline)\n  printed \(printed)\n  reads \(NotationTests.outline(printed))")
        }
    }

    /// Random bytes and random pieces of notation: whatever they read as is a fixed point, and nothing crashes.
    @Test(arguments: 0..<8)
    func anythingReadIsPrintedBack(seed: Int) {
        var generator = Generator(state: UInt64(seed) &* 104_729 &+ 3)
        let parser = MathParser()
        let pieces = [
            "x", "y", "2", "3", "1,234", "0.5", "12", "\\frac", "\\frac{1}{2}", "\\frac12", "\\sqrt", "\\sqrt{", "{",
            "}", "(", ")",
            "[", "]", "\\{", "\\}", "|", "^", "_", "^2", "^{2}", "_1", "+", "-", "*", "/", "\\cdot", "\\times", "=",
            "<", "\\le",
            ">", ",", ";", ":", " ", " and ", " or ", "\\pm", "\\sin", "\\sin x", "\\ln", "\\log_2", "\\pi", "e", "i",
            "f(x)", "!",
            "%", "^\\circ", "°", "\\infty", "\\cup", "\\cap", "\\text{cm}", "\\text{odd}", "\\text{ if }",
            "\\mathbb{R}", "\\in",
            "\\begin{pmatrix}", "\\end{pmatrix}", "&", "\\\\", "\\binom", "\\sum_{i=1}^n", "\\int", "dx", "\\left(",
            "\\right)",
            "\\ldots", "...", "'", "\\pmod 7", "mod", "km", "word", "√", "²", "½", "\\overline{3}", "0.", "\\emptyset",
            "\\quad",
            "\\hat", "\\vec{v}", "\\lfloor", "\\rfloor", "\\langle", "\\rangle", "C(5,2)", "5C2", "e3", "\\mathrm{m}",
            "\\to", "\\lim",
        ]
        var failures = 0
        for _ in 0..<6_000 {
            let text = (0..<(1 + generator.next(9))).map { _ in generator.pick(pieces) }.joined()
            for tree in parser.readings(text) {
                let printed = tree.printed
                guard parser.parse(printed) != .success(tree), failures < 5 else { continue }
                failures += 1
                Issue.record(
                    "\(text) read as \(tree.outline)\n  printed \(printed)\n  reads \(NotationTests.outline(printed))")
            }
        }
    }
}
