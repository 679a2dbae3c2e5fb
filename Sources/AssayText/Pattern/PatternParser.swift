// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Reads the syntax of Python 3.11's `re` for `str` patterns, without recursion.
///
/// It accepts what Python accepts, except for what no automaton can do in linear time, which is reported as
/// ``PatternError/Kind/unsupported``. Groups nest at most ``Pattern/nestingLimit`` deep.
struct PatternParser {
    typealias Leaf = PatternSyntax.Leaf
    typealias ClassItem = PatternSyntax.ClassItem

    /// A group that has been opened and not yet closed.
    struct Frame {
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
    var index = 0
    var next: Token?
    var syntax = PatternSyntax()
    var flags: Pattern.Flags
    var openCaptures: Set<Int> = []
    var frames: [Frame] = []
    /// Whether `(?u)` has been read, which `(?a)` contradicts.
    var isUnicodeForced = false

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

    mutating func append(_ node: Int) { frames[frames.count - 1].items.append(node) }

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

    mutating func push(_ kind: Frame.Kind, from start: Int, flags inner: Pattern.Flags) throws(PatternError) {
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
}
