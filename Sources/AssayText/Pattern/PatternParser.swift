// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Reads the syntax of Python 3.11's `re` for `str` patterns, without recursion.
///
/// It accepts what Python accepts, except for what no automaton can do in linear time, which is reported as
/// ``PatternError/Kind/unsupported``. Groups nest at most ``Pattern/nestingLimit`` deep.
struct PatternParser {
    typealias Leaf = PatternSyntax.Leaf
    typealias ClassItem = PatternSyntax.ClassItem

    /// A group that has been opened and not yet closed.
    private struct Frame {
        enum Kind { case whole, plain, scoped, capture(Int) }
        var kind: Kind
        var start: Int
        var flags: Pattern.Flags
        /// The flags outside, which hold again after the group.
        var outerFlags: Pattern.Flags
        var items: [Int] = []
        var branches: [Int] = []
    }

    /// What stands at one place of a pattern: a scalar, or a backslash and the scalar after it.
    struct Token {
        var start: Int
        var length: Int
    }

    let scalars: [UInt32]
    private var index = 0
    var next: Token?
    var syntax = PatternSyntax()
    var flags: Pattern.Flags
    var openCaptures: Set<Int> = []
    private var frames: [Frame] = []

    init(_ source: String, flags: Pattern.Flags) {
        scalars = source.unicodeScalars.map(\.value)
        self.flags = flags
    }

    static func parse(_ source: String, flags: Pattern.Flags) throws(PatternError) -> PatternSyntax {
        var parser = PatternParser(source, flags: flags)
        try parser.advance()
        try parser.parseAll()
        return parser.syntax
    }

    // MARK: Tokens

    mutating func advance() throws(PatternError) {
        guard index < scalars.count else {
            next = nil
            return
        }
        let length = scalars[index] == 0x5C ? 2 : 1
        guard index + length <= scalars.count else {
            throw PatternError(.syntax, "A backslash ends the pattern", at: scalars.count - 1)
        }
        next = Token(start: index, length: length)
        index += length
    }

    /// Where the next token begins.
    var position: Int { next?.start ?? scalars.count }

    /// The next token, if it is a single scalar.
    var nextScalar: UInt32? {
        guard let next, next.length == 1 else { return nil }
        return scalars[next.start]
    }

    mutating func accept(_ scalar: Unicode.Scalar) throws(PatternError) -> Bool {
        guard nextScalar == scalar.value else { return false }
        try advance()
        return true
    }

    mutating func get() throws(PatternError) -> Token? {
        let token = next
        try advance()
        return token
    }

    func fail(_ message: String, at position: Int) -> PatternError {
        PatternError(.syntax, message, at: position)
    }

    func text(_ range: Range<Int>) -> String {
        var result = String.UnicodeScalarView()
        for scalar in scalars[range] { result.append(Unicode.Scalar(scalar) ?? "\u{FFFD}") }
        return String(result)
    }

    mutating func digits(limit: Int, where isDigit: (UInt32) -> Bool) throws(PatternError) -> Range<Int> {
        let start = position
        var count = 0
        while count < limit, let scalar = nextScalar, isDigit(scalar) {
            try advance()
            count += 1
        }
        return start..<start + count
    }

    /// The text up to `terminator`, which is skipped.
    mutating func until(_ terminator: UInt32, _ what: String) throws(PatternError) -> Range<Int> {
        let start = position
        while true {
            let end = position
            let found = nextScalar == terminator
            guard next != nil else {
                throw fail(end == start ? "A \(what) is missing" : "A \(what) is not closed", at: start)
            }
            try advance()
            if found {
                guard end > start else { throw fail("A \(what) is missing", at: start) }
                return start..<end
            }
        }
    }

    // MARK: Sequences and groups

    private mutating func parseAll() throws(PatternError) {
        frames.append(Frame(kind: .whole, start: 0, flags: flags, outerFlags: flags))
        while let token = next {
            let scalar = token.length == 1 ? scalars[token.start] : 0x5C
            if scalar == 0x7C {  // |
                try advance()
                endBranch()
                continue
            }
            if scalar == 0x29 {  // )
                guard frames.count > 1 else { throw fail("A closing parenthesis has no opening one", at: token.start) }
                try advance()
                closeGroup()
                continue
            }
            try advance()
            if flags.contains(.verbose), token.length == 1 {
                if isWhitespace(scalar) { continue }
                if scalar == 0x23 {  // #
                    while let skipped = try get() {
                        if skipped.length == 1, scalars[skipped.start] == 0x0A { break }
                    }
                    continue
                }
            }
            try parseItem(token, scalar)
        }
        guard frames.count == 1 else {
            throw fail("A group is not closed", at: frames[frames.count - 1].start)
        }
        syntax.root = endGroup()
    }

    private mutating func parseItem(_ token: Token, _ scalar: UInt32) throws(PatternError) {
        switch scalar {
        case 0x5C: append(try escape(token))
        case 0x5B: append(leaf(try parseClass(from: token.start)))
        case 0x2A, 0x2B, 0x3F, 0x7B: try parseQuantifier(token, scalar)
        case 0x2E: append(leaf(.any))
        case 0x28: try openGroup(from: token.start)
        case 0x5E: append(syntax.add(.assertion(flags.contains(.multiline) ? .lineStart : .textStart)))
        case 0x24: append(syntax.add(.assertion(flags.contains(.multiline) ? .lineEnd : .finalEnd)))
        default: append(leaf(.literal(scalar)))
        }
    }

    mutating func leaf(_ leaf: Leaf) -> Int { syntax.add(.leaf(leaf, flags)) }

    private mutating func append(_ node: Int) { frames[frames.count - 1].items.append(node) }

    private mutating func endBranch() {
        let last = frames.count - 1
        // Groups without capture or flags dissolve into what surrounds them.
        var items: [Int] = []
        for item in frames[last].items {
            if case .sequence(let children) = syntax.nodes[item] {
                items.append(contentsOf: children)
            } else {
                items.append(item)
            }
        }
        frames[last].branches.append(syntax.add(.sequence(items)))
        frames[last].items = []
    }

    /// Ends the last branch of the innermost group and returns its content, always a sequence.
    private mutating func endGroup() -> Int {
        endBranch()
        guard let frame = frames.popLast() else { return 0 }
        flags = frame.outerFlags
        guard frame.branches.count > 1 else { return frame.branches[0] }
        return alternation(frame.branches, frame.flags)
    }

    private mutating func closeGroup() {
        guard let frame = frames.last else { return }
        let content = endGroup()
        switch frame.kind {
        case .whole, .plain: append(content)
        case .scoped: append(syntax.add(.scoped(content)))
        case .capture(let index):
            openCaptures.remove(index)
            append(syntax.add(.capture(content, index: index)))
        }
    }

    /// Joins branches: a common beginning is taken out, single characters become one class.
    private mutating func alternation(_ branches: [Int], _ branchFlags: Pattern.Flags) -> Int {
        var items = branches.map { branch -> ArraySlice<Int> in
            guard case .sequence(let children) = syntax.nodes[branch] else { return [branch] }
            return children[...]
        }
        var result: [Int] = []
        while let first = items.first?.first, items.allSatisfy({ $0.first.map { isSame($0, first) } ?? false }) {
            result.append(first)
            for index in items.indices { items[index].removeFirst() }
        }
        var merged: [ClassItem] = []
        var seen: Set<ClassItem> = []
        var isClass = true
        for item in items {
            guard item.count == 1, let only = item.first, case .leaf(let leaf, _) = syntax.nodes[only] else {
                isClass = false
                break
            }
            switch leaf {
            case .literal(let scalar): if seen.insert(.scalar(scalar)).inserted { merged.append(.scalar(scalar)) }
            case .oneOf(let members, false):
                for member in members where seen.insert(member).inserted { merged.append(member) }
            default: isClass = false
            }
            if !isClass { break }
        }
        if isClass {
            result.append(syntax.add(.leaf(.oneOf(merged, isNegated: false), branchFlags)))
        } else {
            var nodes: [Int] = []
            for item in items { nodes.append(syntax.add(.sequence(Array(item)))) }
            result.append(syntax.add(.alternation(nodes)))
        }
        return syntax.add(.sequence(result))
    }

    private func isSame(_ left: Int, _ right: Int) -> Bool {
        switch (syntax.nodes[left], syntax.nodes[right]) {
        case (.leaf(let first, let firstFlags), .leaf(let second, let secondFlags)):
            return first == second && firstFlags == secondFlags
        case (.assertion(let first), .assertion(let second)):
            return first == second
        default: return left == right
        }
    }

    private mutating func push(_ kind: Frame.Kind, from start: Int, flags inner: Pattern.Flags) throws(PatternError) {
        guard frames.count <= Pattern.nestingLimit else {
            throw PatternError(
                .tooLarge, "Groups nest deeper than the limit of \(Pattern.nestingLimit)", at: start)
        }
        frames.append(Frame(kind: kind, start: start, flags: inner, outerFlags: flags))
        flags = inner
    }

    private mutating func openCapture(from start: Int, name: Range<Int>?) throws(PatternError) {
        let index = syntax.captureCount + 1
        if let name {
            let key = text(name)
            if syntax.groupNames[key] != nil {
                throw fail("The group name \(key) is used twice", at: name.lowerBound)
            }
            syntax.groupNames[key] = index
        }
        syntax.captureCount = index
        openCaptures.insert(index)
        try push(.capture(index), from: start, flags: flags)
    }

    private mutating func openGroup(from start: Int) throws(PatternError) {
        guard try accept("?") else { return try openCapture(from: start, name: nil) }
        guard let token = try get() else { throw fail("The pattern ends within a group's extension", at: position) }
        let scalar = token.length == 1 ? scalars[token.start] : 0x5C
        switch scalar {
        case 0x50: try openNamed(from: start)  // P
        case 0x3A: try push(.plain, from: start, flags: flags)  // :
        case 0x23:  // #
            while true {
                guard let token = try get() else { throw fail("A comment is not closed", at: start) }
                if token.length == 1, scalars[token.start] == 0x29 { return }
            }
        case 0x3D: throw PatternError(.unsupported, "Look-ahead (?=…) is not possible in linear time", at: start)
        case 0x21: throw PatternError(.unsupported, "Look-ahead (?!…) is not possible in linear time", at: start)
        case 0x3C:  // <
            guard let token = try get() else { throw fail("The pattern ends within a group's extension", at: position) }
            guard token.length == 1, scalars[token.start] == 0x3D || scalars[token.start] == 0x21 else {
                throw fail("The extension (?\(text(start + 2..<token.start + token.length)) is unknown", at: start + 1)
            }
            throw PatternError(.unsupported, "Look-behind is not possible in linear time", at: start)
        case 0x28: throw PatternError(.unsupported, "A conditional (?(…)…) is not possible in linear time", at: start)
        case 0x3E:
            throw PatternError(.unsupported, "An atomic group (?>…) is not possible in linear time", at: start)
        default:
            guard scalar == 0x2D || isFlag(scalar), token.length == 1 else {
                throw fail(
                    "The extension (?\(text(token.start..<token.start + token.length)) is unknown", at: start + 1)
            }
            try parseFlags(scalar, from: start)
        }
    }

    private mutating func openNamed(from start: Int) throws(PatternError) {
        if try accept("<") {
            let name = try until(0x3E, "group name")
            try checkName(name)
            return try openCapture(from: start, name: name)
        }
        if try accept("=") {
            let name = try until(0x29, "group name")
            try checkName(name)
            guard let index = syntax.groupNames[text(name)] else {
                throw fail("The group name \(text(name)) is unknown", at: name.lowerBound)
            }
            if openCaptures.contains(index) {
                throw fail("A back-reference stands within its own group", at: name.lowerBound)
            }
            throw PatternError(.unsupported, "A back-reference is not possible in linear time", at: start)
        }
        guard let token = try get() else { throw fail("The pattern ends within a group's extension", at: position) }
        throw fail("The extension (?\(text(start + 2..<token.start + token.length)) is unknown", at: start + 1)
    }

    private func checkName(_ name: Range<Int>) throws(PatternError) {
        for position in name {
            let scalar = scalars[position]
            let category = UnicodeScalars.category(scalar)
            let isStart = scalar == 0x5F || UnicodeScalars.isAlphabetic(scalar) || category == .nl
            let isRest = [.mn, .mc, .nd, .pc].contains(category) || scalar == 0xB7 || scalar == 0x387
            guard isStart || (isRest && position > name.lowerBound) else {
                throw fail("The group name \(text(name)) is not an identifier", at: name.lowerBound)
            }
        }
    }

    // MARK: Flags

    private func isFlag(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x69, 0x4C, 0x6D, 0x73, 0x78, 0x61, 0x74, 0x75: true  // i L m s x a t u
        default: false
        }
    }

    private func isLetter(_ token: Token) -> Bool {
        token.length == 1 && UnicodeScalars.isAlphabetic(scalars[token.start])
    }

    /// Reads the rest of `(?flags)`, `(?flags:` or `(?flags-flags:`.
    private mutating func parseFlags(_ first: UInt32, from start: Int) throws(PatternError) {
        var added: Set<UInt32> = []
        var removed: Set<UInt32> = []
        var scalar = first
        if scalar != 0x2D {
            while true {
                if scalar == 0x4C { throw fail("The flag L is for bytes only", at: position) }
                added.insert(scalar)
                if added.contains(0x61), added.contains(0x75) {
                    throw fail("The flags a and u exclude each other", at: position)
                }
                guard let token = try get() else { throw fail("A -, : or ) is missing", at: position) }
                scalar = token.length == 1 ? scalars[token.start] : 0x5C
                if token.length == 1, scalar == 0x29 || scalar == 0x2D || scalar == 0x3A { break }
                guard token.length == 1, isFlag(scalar) else {
                    throw fail(isLetter(token) ? "A flag is unknown" : "A -, : or ) is missing", at: token.start)
                }
            }
        }
        if scalar == 0x29 { return try setGlobalFlags(added, from: start) }
        if added.contains(0x74) { throw fail("The flag t holds for a whole pattern only", at: position - 1) }
        if scalar == 0x2D { try parseRemovedFlags(&removed) }
        if removed.contains(0x74) { throw fail("The flag t holds for a whole pattern only", at: position - 1) }
        guard added.isDisjoint(with: removed) else {
            throw fail("A flag is turned on and off at once", at: position - 1)
        }
        var inner = flags
        if added.contains(0x75) { inner.remove(.ascii) }
        inner.formUnion(flagSet(added))
        inner.subtract(flagSet(removed))
        try push(added.isEmpty && removed.isEmpty ? .plain : .scoped, from: start, flags: inner)
    }

    private mutating func parseRemovedFlags(_ removed: inout Set<UInt32>) throws(PatternError) {
        guard var token = try get() else { throw fail("A flag is missing", at: position) }
        guard token.length == 1, isFlag(scalars[token.start]) else {
            throw fail(isLetter(token) ? "A flag is unknown" : "A flag is missing", at: token.start)
        }
        while true {
            let scalar = scalars[token.start]
            if scalar == 0x61 || scalar == 0x75 || scalar == 0x4C {
                throw fail("The flags a, u and L cannot be turned off", at: position)
            }
            removed.insert(scalar)
            guard let following = try get() else { throw fail("A : is missing", at: position) }
            token = following
            if token.length == 1, scalars[token.start] == 0x3A { return }
            guard token.length == 1, isFlag(scalars[token.start]) else {
                throw fail(isLetter(token) ? "A flag is unknown" : "A : is missing", at: token.start)
            }
        }
    }

    private mutating func setGlobalFlags(_ added: Set<UInt32>, from start: Int) throws(PatternError) {
        let frame = frames[0]
        guard frames.count == 1, frame.items.isEmpty, frame.branches.isEmpty else {
            throw fail("Flags for the whole pattern do not stand at its beginning", at: start)
        }
        if added.contains(0x74) {
            throw PatternError(.unsupported, "The flag t (template) is not supported", at: start)
        }
        if added.contains(0x75) { isUnicodeForced = true }
        flags.formUnion(flagSet(added))
        if isUnicodeForced, flags.contains(.ascii) { throw fail("The flags a and u exclude each other", at: start) }
        frames[0].flags = flags
        frames[0].outerFlags = flags
    }

    private var isUnicodeForced = false

    private func flagSet(_ letters: Set<UInt32>) -> Pattern.Flags {
        var result: Pattern.Flags = []
        if letters.contains(0x69) { result.insert(.ignoreCase) }
        if letters.contains(0x6D) { result.insert(.multiline) }
        if letters.contains(0x73) { result.insert(.dotAll) }
        if letters.contains(0x78) { result.insert(.verbose) }
        if letters.contains(0x61) { result.insert(.ascii) }
        return result
    }

    // MARK: Quantifiers

    private mutating func parseQuantifier(_ token: Token, _ scalar: UInt32) throws(PatternError) {
        var minimum = 0
        var maximum = PatternSyntax.unbounded
        switch scalar {
        case 0x3F: maximum = 1
        case 0x2A: break
        case 0x2B: minimum = 1
        default:
            guard let bounds = try parseBounds(token) else { return append(leaf(.literal(scalar))) }
            (minimum, maximum) = bounds
        }
        let last = frames.count - 1
        guard let item = frames[last].items.last else { throw fail("There is nothing to repeat", at: token.start) }
        switch syntax.nodes[item] {
        case .assertion: throw fail("There is nothing to repeat", at: token.start)
        case .repetition: throw fail("A repetition is repeated without a group", at: token.start)
        default: break
        }
        var greed = PatternSyntax.Greed.greedy
        if try accept("?") {
            greed = .lazy
        } else if try accept("+") {
            greed = .possessive
            guard isSingleUnit(item) else {
                throw PatternError(
                    .unsupported, "A possessive quantifier on more than one character is not possible in linear time",
                    at: token.start)
            }
        }
        frames[last].items[frames[last].items.count - 1] = syntax.add(
            .repetition(item, minimum: minimum, maximum: maximum, greed))
    }

    private func isSingleUnit(_ node: Int) -> Bool {
        switch syntax.nodes[node] {
        case .leaf: true
        case .sequence(let children):
            if children.count == 1, case .leaf = syntax.nodes[children[0]] { true } else { false }
        default: false
        }
    }

    /// The bounds of `{m,n}`, or nil where the brace is a literal.
    private mutating func parseBounds(_ token: Token) throws(PatternError) -> (Int, Int)? {
        if nextScalar == 0x7D { return nil }
        let here = position
        let isDigit = { (scalar: UInt32) in scalar >= 0x30 && scalar <= 0x39 }
        let low = try digits(limit: .max, where: isDigit)
        var high = low
        if try accept(",") { high = try digits(limit: .max, where: isDigit) }
        guard try accept("}") else {
            index = here
            try advance()
            return nil
        }
        let minimum = low.isEmpty ? 0 : try bound(low, from: token.start)
        let maximum = high.isEmpty ? PatternSyntax.unbounded : try bound(high, from: token.start)
        guard maximum >= minimum else {
            throw fail("The least number of repetitions is greater than the most", at: here)
        }
        return (minimum, maximum)
    }

    private func bound(_ range: Range<Int>, from start: Int) throws(PatternError) -> Int {
        var value = 0
        for scalar in scalars[range] {
            value = value * 10 + Int(scalar) - 0x30
            // Python's own limit.
            if value >= 4_294_967_295 { throw fail("The number of repetitions is too large", at: start) }
        }
        return value
    }
}
