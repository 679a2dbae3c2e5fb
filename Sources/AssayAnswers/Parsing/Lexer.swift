// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Cuts a short answer into tokens, in one pass over its bytes.
///
/// Numbers are read whole here (separators of thousands, repeating decimals, exponents), runs of letters are told apart
/// into names, units, words and products of variables, and what only sets type leaves no token.
struct Lexer {
    let bytes: [UInt8]
    let options: ParserOptions
    let reading: Reading
    var position = 0
    var tokens: [Token] = []
    var strings: [String] = []
    var literals: [NumberLiteral] = []
    /// Where another reading is plausible.
    var ambiguities: Reading = []

    var isSpaced = false
    var isWide = false
    /// Whether the brackets that are open hold entries, so that a comma separates them.
    var brackets: [Bool] = []
    /// Environments that are open.
    var environments: [Token.Environment] = []
    /// `\not` stands before the next relation.
    var isNegated = false
    /// A command whose argument stays has just been read.
    var expectsArgument = false
    var textDepth = 0

    init(_ bytes: [UInt8], options: ParserOptions, reading: Reading) {
        self.bytes = bytes
        self.options = options
        self.reading = reading
        tokens.reserveCapacity(min(bytes.count / 2 + 2, ParserLimits.tokens))
    }

    /// Makes the tokens, with `end` as the last.
    mutating func run() throws(ParseError) {
        guard bytes.count <= ParserLimits.bytes else { throw .tooLong(0) }
        // Dollar signs that are left come in pairs, or one of them is a currency.
        if bytes.count(where: { $0 == UInt8(ascii: "$") }) % 2 == 1 {
            throw .unexpected(Int32(clamping: bytes.firstIndex(of: UInt8(ascii: "$")) ?? 0))
        }
        try lex(to: bytes.count)
        try add(.end, from: position)
        markBars()
    }

    /// The byte at an offset from the position; 0 past the end.
    func peek(_ offset: Int = 0) -> UInt8 {
        let index = position + offset
        return index < bytes.count ? bytes[index] : 0
    }

    /// What the last token is.
    var last: Token.Kind? { tokens.last?.kind }

    mutating func add(_ kind: Token.Kind, from start: Int) throws(ParseError) {
        guard tokens.count < ParserLimits.tokens else { throw .tooLong(Int32(start)) }
        switch kind {
        case .open(let bracket): brackets.append(bracket != .brace && bracket != .bar)
        case .close, .closeNothing: _ = brackets.popLast()
        default: break
        }
        tokens.append(
            Token(kind: kind, start: Int32(start), end: Int32(position), isSpaced: isSpaced, isWide: isWide))
        isSpaced = false
        isWide = false
        expectsArgument = false
    }

    mutating func add(_ make: (Int32) -> Token.Kind, _ string: String, from start: Int) throws(ParseError) {
        strings.append(string)
        try add(make(Int32(strings.count - 1)), from: start)
    }

    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    mutating func lex(to end: Int) throws(ParseError) {
        while position < end {
            let byte = bytes[position]
            switch byte {
            case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "~"):
                if byte == UInt8(ascii: "~"), peek(1) == UInt8(ascii: "=") {
                    try sign(.relation(.approximately), 2)
                } else {
                    position += 1
                    isSpaced = true
                }
            case 0x30...0x39: try number()
            case UInt8(ascii: "."): try point(end)
            case 0x41...0x5A, 0x61...0x7A, 0x80...: try letters(to: end)
            case UInt8(ascii: "\\"): try command()
            default: try operatorSign(byte)
            }
        }
    }

    /// Adds a token of `length` bytes.
    mutating func sign(_ kind: Token.Kind, _ length: Int = 1) throws(ParseError) {
        let start = position
        position += length
        try add(kind, from: start)
    }

    private mutating func point(_ end: Int) throws(ParseError) {
        if isDigit(peek(1)) { return try number() }
        if peek(1) == UInt8(ascii: "."), peek(2) == UInt8(ascii: ".") { return try sign(.ellipsis, 3) }
        // A full stop: nothing but closing follows.
        var next = position + 1
        while next < bytes.count, bytes[next] <= 0x20 { next += 1 }
        let closes =
            next >= bytes.count || [UInt8(ascii: "}"), UInt8(ascii: "$"), UInt8(ascii: "\\")].contains(bytes[next])
        guard closes, !tokens.isEmpty else { throw .unexpected(Int32(position)) }
        position += 1
        isSpaced = true
    }

    private mutating func operatorSign(_ byte: UInt8) throws(ParseError) {
        let next = peek(1)
        switch byte {
        case UInt8(ascii: "+"):
            if next == UInt8(ascii: "/"), peek(2) == UInt8(ascii: "-") { return try sign(.plusMinus, 3) }
            try sign(.plus)
        case UInt8(ascii: "-"):
            if next == UInt8(ascii: ">") { return try sign(.relation(.to), 2) }
            try sign(.minus)
        case UInt8(ascii: "*"):
            if next == UInt8(ascii: "*") { return try sign(.caret, 2) }
            try sign(.times)
        case UInt8(ascii: "/"): try sign(.slash)
        case UInt8(ascii: "^"): try sign(.caret)
        case UInt8(ascii: "_"): try sign(.underscore)
        case UInt8(ascii: "%"): try sign(.percent)
        case UInt8(ascii: "'"): try sign(.prime)
        case UInt8(ascii: ","): try sign(.comma)
        case UInt8(ascii: ";"): try sign(.semicolon)
        case UInt8(ascii: "|"): try sign(.bar)
        case UInt8(ascii: "("): try sign(.open(.round))
        case UInt8(ascii: ")"): try sign(.close(.round))
        case UInt8(ascii: "["): try sign(.open(.square))
        case UInt8(ascii: "]"): try sign(.close(.square))
        case UInt8(ascii: "{"): try sign(.open(braceIsLoose ? .looseBrace : .brace))
        case UInt8(ascii: "}"): try sign(.close(.brace))
        case UInt8(ascii: "&"):
            // Where lines are aligned it only sets type.
            if let environment = environments.last, environment != .lines { return try sign(.ampersand) }
            position += 1
            isSpaced = true
        case UInt8(ascii: "$"):
            position += 1
            isSpaced = true
        case UInt8(ascii: ":"):
            if next == UInt8(ascii: "=") { return try sign(.relation(.equal), 2) }
            try sign(.colon)
        default: try relationSign(byte, next)
        }
    }

    private mutating func relationSign(_ byte: UInt8, _ next: UInt8) throws(ParseError) {
        let equals = UInt8(ascii: "=")
        switch byte {
        case UInt8(ascii: "="):
            switch next {
            case equals: try sign(.relation(.equal), 2)
            case UInt8(ascii: "<"): try sign(.relation(.lessOrEqual), 2)
            case UInt8(ascii: ">"): try sign(.implies, 2)
            default: try relation(.equal)
            }
        case UInt8(ascii: "<"):
            if next == equals, peek(2) == UInt8(ascii: ">") { return try sign(.implies, 3) }
            if next == equals { return try relation(.lessOrEqual, 2) }
            if next == UInt8(ascii: ">") { return try sign(.relation(.notEqual), 2) }
            try relation(.less)
        case UInt8(ascii: ">"):
            if next == equals { return try relation(.greaterOrEqual, 2) }
            try relation(.greater)
        case UInt8(ascii: "!"):
            // `5!=120` is a factorial, `x!=3` is not.
            if next == equals, peek(2) != equals, !(isNumber(last) && !isSpaced) {
                return try sign(.relation(.notEqual), 2)
            }
            try sign(.bang)
        default: throw .unexpected(Int32(position))
        }
    }

    /// Adds a relation, negated after `\not`.
    mutating func relation(_ relation: Expression.Relation, _ length: Int = 1) throws(ParseError) {
        guard isNegated else { return try sign(.relation(relation), length) }
        isNegated = false
        switch relation {
        case .equal: try sign(.relation(.notEqual), length)
        case .element: try sign(.relation(.notElement), length)
        case .less: try sign(.relation(.greaterOrEqual), length)
        case .greater: try sign(.relation(.lessOrEqual), length)
        default: throw .unexpected(Int32(position))
        }
    }

    /// Whether a brace here may begin a set: where an operand begins that no command takes.
    private var braceIsLoose: Bool {
        guard !expectsArgument else { return false }
        switch last {
        case nil, .relation, .comma, .semicolon, .and, .or, .union, .intersection, .difference, .newline, .ampersand:
            return true
        case .open(let bracket): return bracket != .brace
        default: return false
        }
    }

    /// Marks bars behind which another stands in the same bracket.
    private mutating func markBars() {
        guard tokens.contains(where: { $0.kind == .bar || $0.kind == .doubleBar }) else { return }
        var later: [(bar: Bool, double: Bool)] = [(false, false)]
        for index in tokens.indices.reversed() {
            switch tokens[index].kind {
            case .close, .closeNothing: later.append((false, false))
            case .open: if later.count > 1 { later.removeLast() }
            case .bar:
                tokens[index].hasLaterBar = later[later.count - 1].bar
                later[later.count - 1].bar = true
            case .doubleBar:
                tokens[index].hasLaterBar = later[later.count - 1].double
                later[later.count - 1].double = true
            case .comma, .semicolon, .relation, .and, .or, .ampersand, .newline: break
            default: break
            }
        }
    }

    func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || byte >= 0x80 }

    func isNumber(_ kind: Token.Kind?) -> Bool {
        if case .number = kind { true } else { false }
    }
}
