// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Flags inside a pattern: `(?i)`, `(?i:…)`, `(?-i:…)`.
extension PatternParser {
    func isFlag(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x69, 0x4C, 0x6D, 0x73, 0x78, 0x61, 0x74, 0x75: true  // i L m s x a t u
        default: false
        }
    }

    private func isLetter(_ token: Token) -> Bool {
        token.length == 1 && UnicodeScalars.isAlphabetic(scalars[token.start])
    }

    /// Reads the rest of `(?flags)`, `(?flags:` or `(?flags-flags:`.
    mutating func parseFlags(_ first: UInt32, from start: Int) throws(PatternError) {
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

    private func flagSet(_ letters: Set<UInt32>) -> Pattern.Flags {
        var result: Pattern.Flags = []
        if letters.contains(0x69) { result.insert(.ignoreCase) }
        if letters.contains(0x6D) { result.insert(.multiline) }
        if letters.contains(0x73) { result.insert(.dotAll) }
        if letters.contains(0x78) { result.insert(.verbose) }
        if letters.contains(0x61) { result.insert(.ascii) }
        return result
    }
}
