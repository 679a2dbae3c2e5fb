// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Functions and their arguments, and calls of unknown ones.
extension TreeParser {
    // MARK: Known functions

    /// `\sin x`, `\sin^2 x`, `\sin^{-1} x`, `\log_2 8`, `\max(a, b)`.
    mutating func applied(_ function: Expression.Function) throws(ParseError) -> Node {
        try enter()
        defer { leave() }
        var base: Node?
        var exponent: Node?
        while true {
            if kind == .caret, exponent == nil {
                exponent = try self.exponent()
            } else if kind == .underscore, base == nil {
                advance()
                base = try argument(splits: options.strictLatex)
            } else {
                break
            }
        }
        if function == .log, base == nil, exponent == nil, let glued = gluedBase() { base = glued }
        let arguments = try functionArguments(function)
        var name = function
        if let inverse = Self.inverse(function), let power = exponent, Self.integer(power.tree) == -1 {
            name = inverse
            exponent = nil
        }
        var node = try application(name, arguments, base: base)
        if let exponent { node = try make(.power(node.tree, exponent.tree), over: max(node.height, exponent.height)) }
        return node
    }

    /// `log2(8)` and `log10(100)`.
    private mutating func gluedBase() -> Node? {
        guard case .number(let literal) = kind, !current.isSpaced, peek(1).kind == .open(.round),
            ["2", "10"].contains(String(decoding: bytes[Int(current.start)..<Int(current.end)], as: UTF8.self))
        else { return nil }
        advance()
        return Node(.number(literals[Int(literal)]))
    }

    private static func inverse(_ function: Expression.Function) -> Expression.Function? {
        switch function {
        case .sin: .arcsin
        case .cos: .arccos
        case .tan: .arctan
        case .cot: .arccot
        case .sec: .arcsec
        case .csc: .arccsc
        case .sinh: .arsinh
        case .cosh: .arcosh
        case .tanh: .artanh
        default: nil
        }
    }

    private mutating func application(
        _ function: Expression.Function, _ arguments: [Node], base: Node?
    ) throws(ParseError) -> Node {
        var trees = arguments.map(\.tree)
        var height = Self.height(arguments)
        var name = function
        if let base {
            height = max(height, base.height)
            switch function {
            case .log, .ln:
                name = .logBase
                trees.insert(base.tree, at: 0)
            case .max, .min:
                // Over a range: only its form is known.
                return try make(.call(function.rawValue, [base.tree] + trees), over: height)
            default: throw unexpected
            }
        }
        if function == .log, base == nil, trees.count == 2 {
            name = .logBase
            trees.reverse()
        }
        switch name {
        case .max, .min, .gcd, .lcm: break
        case .logBase, .permutations: guard trees.count == 2 else { throw unexpected }
        default: guard trees.count == 1 else { throw unexpected }
        }
        return try make(.apply(name, trees), over: height)
    }

    /// What a function is applied to: a bracket directly behind it, or the factors up to the next sign.
    private mutating func functionArguments(_ function: Expression.Function) throws(ParseError) -> [Node] {
        switch kind {
        case .open(.round):
            let entries = try self.entries(.round)
            guard !entries.isEmpty else { throw unexpected }
            return entries
        case .open(.set) where function == .max || function == .min || function == .gcd || function == .lcm:
            return try self.entries(.set)
        case .open(.square), .open(.brace), .open(.bar), .bar:
            if kind == .open(.brace) { return [try bareArgument(function)] }
            var node = try bracketed()
            node.isGroup = true
            return [node]
        default: return [try bareArgument(function)]
        }
    }

    /// An argument without brackets: `\sin 2x`, `\ln x^2`, `\cos\frac{\pi}{3}`; it ends before a sign or another function.
    private mutating func bareArgument(_ function: Expression.Function) throws(ParseError) -> Node {
        if kind == .minus || kind == .plus {
            let isNegative = kind == .minus
            advance()
            try enter()
            defer { leave() }
            let inner = try bareArgument(function)
            return isNegative ? try make(.negate(inner.tree), over: inner.height) : inner
        }
        if case .function = kind {
            let inner = try factor()
            return inner
        }
        guard startsFactor || kind == .ellipsis else { throw kind == .end ? .unclosed(current.start) : unexpected }
        var factors = [try factor()]
        while continuesArgument { factors.append(try factor()) }
        var node = factors[0]
        if factors.count > 1 { node = try make(.product(factors.map(\.tree)), over: Self.height(factors)) }
        if kind == .slash, case .number = peek(1).kind, isTrigonometric(function), factors.contains(where: Self.isAngle)
        {
            // `\cos\pi/3`
            advance()
            let divisor = try factor()
            node = try quotient(node, divisor)
        }
        return node
    }

    private var continuesArgument: Bool {
        guard startsFactor else { return false }
        switch kind {
        case .function, .begin: return false
        case .open(.round), .open(.square), .open(.set): return false
        default: return true
        }
    }

    private func isTrigonometric(_ function: Expression.Function) -> Bool {
        switch function {
        case .sin, .cos, .tan, .cot, .sec, .csc: true
        default: false
        }
    }

    private static func isAngle(_ node: Node) -> Bool {
        if case .constant(.pi) = node.tree { true } else { false }
    }

    // MARK: Unknown functions

    /// The call of `name`, where what follows is its argument rather than a factor; nil with nothing read otherwise.
    mutating func call(_ name: String, _ letter: String, hasPrimes: Bool) throws(ParseError) -> Node? {
        if kind == .caret, let inverse = try inverseCall(name, letter) { return inverse }
        guard kind == .open(.round) else { return nil }
        if let function = knownFunction(letter, name) {
            guard Self.callNames.contains(letter) || !current.isSpaced else { return nil }
            return try application(function, try entries(.round), base: nil)
        }
        let isFunction = functionNames.contains(name) || functionNames.contains(letter)
        let hasSeveral = !current.isSpaced && hasComma
        guard isFunction || Self.callNames.contains(letter) || hasPrimes || hasSeveral else { return nil }
        if !isFunction, !hasPrimes, !hasSeveral {
            // `f(x+1)` may be a product where nothing defines f.
            ambiguities.insert(.callsAreProducts)
            if reading.contains(.callsAreProducts) { return nil }
        }
        if hasSeveral, let counted = try counted(letter) { return counted }
        return try callArguments(name)
    }

    /// Letters that name functions.
    static let callNames: Set<String> = ["f", "g", "h", "F", "G", "H", "phi", "varphi", "psi", "Phi", "Psi"]

    /// Functions that have a letter for a name: Γ, ζ, and φ of a number.
    private func knownFunction(_ letter: String, _ name: String) -> Expression.Function? {
        guard name == letter else { return nil }
        switch letter {
        case "Gamma": return .gamma
        case "zeta": return .zeta
        case "phi", "varphi":
            if case .number = peek(1).kind, peek(2).kind == .close(.round) { return .totient }
            return nil
        default: return nil
        }
    }

    /// Whether a comma stands in the bracket that begins here.
    private var hasComma: Bool {
        var depth = 0
        for offset in 0..<64 {
            switch peek(offset).kind {
            case .open: depth += 1
            case .close:
                depth -= 1
                if depth == 0 { return false }
            case .comma: if depth == 1 { return true }
            case .end: return false
            default: break
            }
        }
        return false
    }

    /// `C(5, 2)` and `P(5, 2)`.
    private mutating func counted(_ letter: String) throws(ParseError) -> Node? {
        guard letter == "C" || letter == "P", !functionNames.contains(letter) else { return nil }
        switch peek(1).kind {
        case .number: break
        case .symbol(let name) where letter == "C" || string(name) == "n": break
        default: return nil
        }
        let entries = try self.entries(.round)
        let height = Self.height(entries)
        guard entries.count == 2 else { return try make(.call(letter, entries.map(\.tree)), over: height) }
        let (first, second) = (entries[0].tree, entries[1].tree)
        return try make(
            letter == "C" ? .binomial(first, second) : .apply(.permutations, [first, second]), over: height)
    }

    /// `f(…)` with the name and its arguments.
    mutating func callArguments(_ name: String) throws(ParseError) -> Node {
        let entries = try self.entries(.round)
        return try make(.call(name, entries.map(\.tree)), over: Self.height(entries))
    }

    /// `f^{-1}(x)`.
    private mutating func inverseCall(_ name: String, _ letter: String) throws(ParseError) -> Node? {
        guard Self.callNames.contains(letter) || functionNames.contains(letter), peek(1).kind == .open(.brace),
            peek(2).kind == .minus, case .number(let one) = peek(3).kind, literals[Int(one)].value == Rational(1),
            peek(4).kind == .close(.brace), peek(5).kind == .open(.round)
        else { return nil }
        index += 5
        return try callArguments(name + "^-1")
    }
}
