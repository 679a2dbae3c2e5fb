// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import AssayCore

/// A value of a function to 400 digits, by mpmath: see scripts/numbers_golden.py.
struct GoldenNumber: Sendable, CustomStringConvertible {
    var function: String
    var arguments: [[Rational]]
    var re: Rational
    var im: Rational
    var text: String

    var description: String { "\(function)(\(text))" }

    /// All of the golden file.
    static let all: [GoldenNumber] = {
        let folder = String(#filePath.dropLast("Numbers/GoldenNumbers.swift".count))
        guard let source = try? ByteSource(path: folder + "Golden/numbers.jsonl") else { return [] }
        var bytes: [UInt8] = []
        while let count = try? source.read(into: &bytes, limit: bytes.count + 1 << 20), count > 0 {}
        return bytes.split(separator: 0x0A).compactMap { line in
            guard let root = try? JSONDocument(Array(line)).root, let function = root["f"]?.string,
                let re = root["re"]?.string.flatMap({ Rational(decimal: $0) }),
                let im = root["im"]?.string.flatMap({ Rational(decimal: $0) }), let arguments = root["args"]
            else { return nil }
            let texts = arguments.elements.map { $0.elements.compactMap(\.string) }
            return GoldenNumber(
                function: function, arguments: texts.map { $0.compactMap { Rational(decimal: $0) } }, re: re, im: im,
                text: texts.map { $0.joined(separator: " + i ") }.joined(separator: "; "))
        }
    }()

    /// Whether a small change of the argument is a large one of the value.
    var isDelicate: Bool {
        ["3.1415926535897932", "1.570796326794", "1.000000000000000", "1e-20", "1e-30", "1e-40", "1e-15"].contains {
            text.hasPrefix($0) || text.hasSuffix("i " + $0) || text.hasSuffix("i -" + $0)
        }
    }

    /// The function's enclosure.
    func value<Ball: ComplexBall>(_ type: Ball.Type, precision: Int) throws(BallFailure) -> Ball {
        let balls = arguments.map { Ball.exact($0[0], $0[1], precision: precision) }
        guard let z = balls.first, let w = balls.last else { throw .undefined }
        return switch function {
        case "exp": try z.exp()
        case "log": try z.log()
        case "sqrt": try z.squareRoot()
        case "sin": try z.sin()
        case "cos": try z.cos()
        case "tan": try z.tan()
        case "arcsin": try z.arcsin()
        case "arccos": try z.arccos()
        case "arctan": try z.arctan()
        case "sinh": try z.sinh()
        case "cosh": try z.cosh()
        case "tanh": try z.tanh()
        case "arsinh": try z.arsinh()
        case "arcosh": try z.arcosh()
        case "artanh": try z.artanh()
        case "magnitude": try z.magnitude()
        case "argument": try z.argument()
        case "gamma": try z.gamma()
        case "erf": try z.errorFunction()
        case "lambertW": try z.lambertW()
        case "power": try z.power(w)
        case "quotient": try z.divided(by: w)
        case "product": z * w
        default: throw .undefined
        }
    }

    /// Whether the enclosure holds the value, of which 400 digits are known.
    func isInside(_ ball: some ComplexBall) -> Bool {
        guard let slack = Rational(decimal: "1e-395") else { return false }
        func isInside(_ value: Rational, _ contains: (Rational) -> Bool) -> Bool {
            // The known digits may lie next to an enclosure narrower than they are.
            contains(value) || contains(value + value * slack) || contains(value - value * slack)
        }
        return isInside(re) { ball.re.contains($0) } && isInside(im) { ball.im.contains($0) }
    }
}
