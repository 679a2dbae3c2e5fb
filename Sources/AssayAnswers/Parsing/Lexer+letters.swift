// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Runs of letters outside of commands: variables, names, units, words.
extension Lexer {
    mutating func letters(to limit: Int) throws(ParseError) {
        let start = position
        let end = runEnd(start, limit)
        if try digitsInBase(start, end) { return }
        if end == start + 1, bytes[start] < 0x80 { return try letter(bytes[start]) }
        let run = string(start..<end)
        if try joinedWord(run, start, end) { return }
        if let base = Vocabulary.logarithms[run], last != .end, firstNonSpace(end) == UInt8(ascii: "(") {
            position = end
            return try logarithm(base, from: start)
        }
        if endsOperand(last), try unitRun(run, start, end, limit) { return }
        if let kind = Vocabulary.words[run] {
            if try phraseRun(start, end, limit) { return }
            position = end
            // Embedded in a sentence, `in` and `for` are words; that is seen when the words around are joined.
            return try add(kind, from: start)
        }
        let next = firstNonSpace(end)
        if next == UInt8(ascii: "(") {
            if let construct = Vocabulary.plainConstructs[run] {
                position = end
                return try add(.construct(.plain(construct)), from: start)
            }
            if let function = Vocabulary.longFunctions[run] {
                position = end
                return try add(.function(function), from: start)
            }
        }
        if Vocabulary.plainGreek.contains(run) {
            position = end
            return try add({ .symbol($0) }, run, from: start)
        }
        if try phraseRun(start, end, limit) { return }
        if try binomialBetween(start, end) { return }
        if run.utf8.count > 2, let pieces = Self.pieces(run) { return try add(pieces, from: start) }
        if isWord(run, start) { return try words(start, end, limit) }
        for index in start..<end {
            position = index
            try letter(bytes[index], isAlone: false)
        }
    }

    /// `x=1orx=2`: "or" between a value and the name of the next.
    private mutating func joinedWord(_ run: String, _ start: Int, _ end: Int) throws(ParseError) -> Bool {
        guard run.utf8.count == 3 || run.utf8.count == 4, !isSpaced, endsOperand(last),
            [UInt8(ascii: "="), UInt8(ascii: "(")].contains(firstNonSpace(end)),
            let (word, kind) = [("or", Token.Kind.or), ("and", .and)].first(where: { run.hasPrefix($0.0) }),
            run.utf8.count == word.utf8.count + 1
        else { return false }
        position = start + word.utf8.count
        try add(kind, from: start)
        return true
    }

    func runEnd(_ start: Int, _ limit: Int) -> Int {
        var end = start
        while end < limit, isLetter(bytes[end]) { end += 1 }
        return end
    }

    func firstNonSpace(_ start: Int) -> UInt8 {
        var index = start
        while index < bytes.count, bytes[index] == 0x20 { index += 1 }
        return index < bytes.count ? bytes[index] : 0
    }

    // MARK: One letter

    private mutating func letter(_ byte: UInt8, isAlone: Bool = true) throws(ParseError) {
        let start = position
        position += 1
        if isAlone, byte | 0x20 == UInt8(ascii: "x"), isMultiplication { return try add(.times, from: start) }
        if isAlone, byte | 0x20 == UInt8(ascii: "u"), isUnion { return try add(.union, from: start) }
        if isAlone, try binomialBetween(start, start + 1) { return }
        switch byte {
        case UInt8(ascii: "e"): try add(.constant(.e), from: start)
        case UInt8(ascii: "i"): try add(.constant(.i), from: start)
        default:
            // `x1` in plain text has an index.
            let name = start..<position
            if isDigit(peek()), !(tokens.last.map { $0.end == start && isNumber($0.kind) } ?? false) {
                var end = position
                while end < bytes.count, isDigit(bytes[end]) { end += 1 }
                if end >= bytes.count || bytes[end] != UInt8(ascii: "."), end - position <= 3 {
                    let index = string(position..<end)
                    position = end
                    return try add({ .symbol($0) }, "\(string(name))_\(index)", from: start)
                }
            }
            try add({ .symbol($0) }, string(name), from: start)
        }
    }

    /// Whether the letter x, just read, stands between two numbers as a sign of multiplication: `3 x 10^5`.
    private var isMultiplication: Bool {
        guard isNumber(last) else { return false }
        let next = firstNonSpace(position)
        return isDigit(next) && (isSpaced && peek() == 0x20 || bytes[position...].starts(with: "10^".utf8))
    }

    /// Whether the letter U, just read, stands between two intervals.
    private var isUnion: Bool {
        switch last {
        case .close(.round), .close(.square), .close(.set): "([{\\".utf8.contains(firstNonSpace(position))
        default: false
        }
    }

    /// `5C2` and `5P2`.
    private mutating func binomialBetween(_ start: Int, _ end: Int) throws(ParseError) -> Bool {
        guard end == start + 1, let before = tokens.last, isNumber(before.kind), before.end == start, end < bytes.count,
            isDigit(bytes[end])
        else { return false }
        switch bytes[start] {
        case UInt8(ascii: "C"):
            position = end
            try add(.construct(.chooseBetween), from: start)
        case UInt8(ascii: "P"):
            position = end
            try add(.construct(.permuteBetween), from: start)
        default: return false
        }
        return true
    }

    /// `1A_{16}`: digits and letters in front of a base above ten.
    private mutating func digitsInBase(_ start: Int, _ end: Int) throws(ParseError) -> Bool {
        func isHexadecimal(_ byte: UInt8) -> Bool { isDigit(byte) || byte & 0xDF >= 0x41 && byte & 0xDF <= 0x46 }
        guard isHexadecimal(bytes[start]) else { return false }
        var high = start
        while high < bytes.count, high - start <= ParserLimits.name, isHexadecimal(bytes[high]) { high += 1 }
        guard high >= end, high < bytes.count, bytes[high] == UInt8(ascii: "_") else { return false }
        var low = start
        var replaces = false
        if let before = tokens.last, isNumber(before.kind), before.end == start,
            bytes[Int(before.start)..<start].allSatisfy(isDigit)
        {
            low = Int(before.start)
            replaces = true
        }
        guard let range = baseDigits(high + 1), let base = Int(string(range)), base > 10, base <= 36 else {
            return false
        }
        // `F_{12}` is a variable, `1F_{16}` and `FF_{16}` are not.
        guard bytes[low..<high].contains(where: isDigit) || base == 16 && high - low > 1 else { return false }
        let run = bytes[low..<high]
        if run.contains(where: { $0 >= 0x61 }) {
            // `2a_{16}` is twice a variable; `1a3_{16}` and `2fe_{16}` are not.
            guard base == 16, isDigit(bytes[low]), let first = run.firstIndex(where: { !isDigit($0) }),
                high - first > 1
            else { return false }
        }
        if replaces { tokens.removeLast() }
        position = range.upperBound
        if bytes[range.lowerBound - 1] == UInt8(ascii: "{") { position += 1 }
        strings.append(string(low..<high).uppercased())
        let index = Int32(strings.count - 1)
        try add(.based(index, base: Int32(base)), from: low)
        return true
    }

    /// The one or two digits of a base, in braces or not.
    private func baseDigits(_ start: Int) -> Range<Int>? {
        let isBraced = start < bytes.count && bytes[start] == UInt8(ascii: "{")
        let begin = isBraced ? start + 1 : start
        var end = begin
        while end < bytes.count, end < begin + 3, isDigit(bytes[end]) { end += 1 }
        guard end > begin, !isBraced || end < bytes.count && bytes[end] == UInt8(ascii: "}") else { return nil }
        return begin..<end
    }

    // MARK: Units

    /// A run behind a number that is a unit, and no product of variables.
    private mutating func unitRun(_ run: String, _ start: Int, _ end: Int, _ limit: Int) throws(ParseError) -> Bool {
        guard options.isUnit(run), !reading.contains(.unitsAreProducts) else { return false }
        let next = firstNonSpace(end)
        // `in`, `min` and `sec` have another meaning, unless nothing follows that they could apply to.
        if Vocabulary.words[run] != nil, next != 0, !"^,;./)".utf8.contains(next) { return false }
        if run.utf8.count == 2, !isSpaced { ambiguities.insert(.unitsAreProducts) }
        position = end
        try add({ .unit($0) }, run, from: start)
        return true
    }

    // MARK: Words

    /// A phrase that is a value, where it is all there is up to a separator.
    private mutating func phraseRun(_ start: Int, _ end: Int, _ limit: Int) throws(ParseError) -> Bool {
        switch last {
        case nil, .comma, .and, .or, .relation, .semicolon: break
        default: return false
        }
        var phraseEnd = end
        var count = 0
        while count < 8 {
            var next = phraseEnd
            while next < limit, bytes[next] == 0x20 { next += 1 }
            let wordEnd = runEnd(next, limit)
            guard wordEnd > next, next > phraseEnd else { break }
            phraseEnd = wordEnd
            count += 1
        }
        guard count > 0 else { return false }
        var lower = string(start..<phraseEnd).lowercased()
        var tail: Token.Kind?
        for joint in [" except for", " except", " excluding", " other than"] where lower.hasSuffix(joint) {
            lower.removeLast(joint.utf8.count)
            tail = .difference
        }
        guard let kind = phrase(lower) else { return false }
        position = phraseEnd
        try add(kind, from: start)
        if let tail { try add(tail, from: phraseEnd) }
        return true
    }

    /// Whether a run of letters is a word, and no product.
    private func isWord(_ run: String, _ start: Int) -> Bool {
        let utf8 = run.utf8
        if utf8.contains(where: { $0 >= 0x80 }) { return true }
        guard utf8.count > 2 else { return false }
        if utf8.count == 3 { return Self.shortWords.contains(run.lowercased()) }
        if utf8.count <= 4, utf8.allSatisfy({ $0 < 0x60 }) { return false }
        guard utf8.contains(where: { "aeiouAEIOU".utf8.contains($0) }) else { return utf8.count > 6 }
        // Letters in the order of the alphabet are variables: `abcd`.
        let ascends = zip(utf8, utf8.dropFirst()).allSatisfy { $0 < $1 }
        return !(ascends && utf8.allSatisfy { "abcdhkmnpqrstxyz".utf8.contains($0) })
    }

    private static let shortWords = wordSet(
        """
        age air all any apr are aug big boy box but can car cat day dec dog due ebb eve far feb few for fri gas
        has her him his how ice ion its jan jul jun key law low man mar may men mon new nil nor not nov now oct
        odd off oil old one our out own per ray red row sat sea see sep set she six sky sum sun ten the thu top
        tue two use via was way wed who why yes you cos dry hot wet raw lot nan tie end dot let try
        """)

    /// Takes in the words that follow, so that a phrase is one text.
    private mutating func words(_ start: Int, _ firstEnd: Int, _ limit: Int) throws(ParseError) {
        var start = start
        var end = firstEnd
        if let article = tokens.last, case .symbol = article.kind, article.end == article.start + 1,
            "aAI".utf8.contains(bytes[Int(article.start)]), Int(article.end) == start - 1, tokens.count == 1
        {
            tokens.removeLast()
            start = Int(article.start)
        }
        while true {
            var next = end
            if next < limit, bytes[next] == UInt8(ascii: "-") || bytes[next] == UInt8(ascii: "'") {
                next += 1
            } else {
                while next < limit, bytes[next] == 0x20 { next += 1 }
                guard next > end else { break }
            }
            let wordEnd = runEnd(next, limit)
            guard wordEnd > next else { break }
            let word = string(next..<wordEnd)
            let lower = word.lowercased()
            if Vocabulary.joining.contains(lower) || Vocabulary.conditions.contains(lower) { break }
            if wordEnd == next + 1, !"aAIsS".utf8.contains(bytes[next]) { break }
            end = wordEnd
        }
        position = end
        let text = string(start..<end)
        if case .word(let index) = last, let before = tokens.last, start - Int(before.end) <= 1 {
            strings[Int(index)] += (Int(before.end) < start ? " " : "") + text
            tokens[tokens.count - 1].end = Int32(end)
            return
        }
        try add({ .word($0) }, text, from: start)
    }

    // MARK: Products

    /// A run with names in it, cut up: `xsinx` is x, sin, x.
    ///
    /// Nil where more than one letter stands between names.
    private static func pieces(_ run: String) -> [Substring]? {
        guard run.utf8.count <= 12, !ordinaryWords.contains(run) else { return nil }
        var pieces: [Substring] = []
        var rest = run[...]
        var letters = 0
        var names = 0
        while !rest.isEmpty {
            if let name = Vocabulary.embedded.first(where: { rest.hasPrefix($0) }) {
                pieces.append(rest.prefix(name.count))
                rest = rest.dropFirst(name.count)
                names += 1
                letters = 0
            } else {
                letters += 1
                guard letters < 2 else { return nil }
                pieces.append(rest.prefix(1))
                rest = rest.dropFirst()
            }
        }
        return names > 0 ? pieces : nil
    }

    /// Words that would pass for a product with a function.
    private static let ordinaryWords = wordSet(
        """
        cost tank pie pin pit pig pipe spin logs pins tans sins secs sect pile tang sing blog slog expo opi logo
        pink tanh sinh cosh coth sech
        """)

    private mutating func add(_ pieces: [Substring], from start: Int) throws(ParseError) {
        position = start
        for piece in pieces {
            if piece.utf8.count == 1 {
                try letter(bytes[position], isAlone: false)
            } else if let kind = Vocabulary.words[String(piece)] {
                let begin = position
                position += piece.utf8.count
                try add(kind, from: begin)
            }
        }
    }

    private static func wordSet(_ text: String) -> Set<String> {
        Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
    }
}
