// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Reads the signs of a unit expression into its factors.
struct UnitParser {
    private let tokens: [UnitToken]
    /// Whether all that follows `/` until the next `/` is below it.
    private let isLoose: Bool
    private let nesting: Int
    private let table = UnitTable.standard
    private var index = 0
    private var depth = 0
    /// Whether a product follows `/` without parentheses, so that the two orders differ.
    private(set) var isOrderOpen = false

    /// Prepares to read signs.
    init(_ tokens: [UnitToken], isLoose: Bool, nesting: Int) {
        self.tokens = tokens
        self.isLoose = isLoose
        self.nesting = nesting
    }

    /// The factors; nil where the signs are no unit.
    mutating func parse() -> [UnitFactor]? {
        guard let factors = product(), index == tokens.count else { return nil }
        return factors
    }

    private var next: UnitToken? { index < tokens.count ? tokens[index] : nil }

    private mutating func take(_ token: UnitToken) -> Bool {
        guard next == token else { return false }
        index += 1
        return true
    }

    // MARK: Products

    private mutating func product() -> [UnitFactor]? {
        var factors: [UnitFactor] = []
        var isBelow = false
        var isFirst = true
        while let token = next, token != .close {
            switch token {
            case .slash, .word("per"), .word("Per"), .word("an"):
                index += 1
                isBelow = true
            case .times, .hyphen:
                guard !isFirst else { return nil }
                index += 1
                if isBelow { isOrderOpen = true }
                if !isLoose { isBelow = false }
            default:
                if isBelow, !isFirst { isOrderOpen = true }
                if !isLoose { isBelow = false }
            }
            guard let factor = factor() else { return nil }
            factors += factor.map { part in
                var part = part
                if isBelow { part.sixths = -part.sixths }
                return part
            }
            isFirst = false
        }
        return isFirst ? nil : factors
    }

    private mutating func factor() -> [UnitFactor]? {
        var power = 6
        switch next {
        case .word("square"), .word("sq"), .word("Square"): power = 12
        case .word("cubic"), .word("cu"), .word("Cubic"): power = 18
        default: break
        }
        if power != 6 {
            index += 1
            _ = take(.hyphen)
        }
        guard var factors = atom() else { return nil }
        guard var sixths = exponent() else { return nil }
        // "second squared"
        if take(.word("squared")) { sixths *= 2 } else if take(.word("cubed")) { sixths *= 3 }
        for index in factors.indices {
            let product = factors[index].sixths * sixths / 6 * power / 6
            guard abs(product) <= 600 else { return nil }
            factors[index].sixths = product
        }
        return factors
    }

    private mutating func atom() -> [UnitFactor]? {
        switch next {
        case .open:
            depth += 1
            guard depth <= nesting else { return nil }
            index += 1
            guard let inside = product(), take(.close) else { return nil }
            depth -= 1
            return inside
        case .digits(1):
            // `1/s`
            index += 1
            guard next == .slash || next == .close || next == .word("per") else { return nil }
            return []
        case .word(let word):
            if let phrase = phrase() { return phrase }
            index += 1
            let units = table.units(named: word)
            if !units.isEmpty { return [UnitFactor(word: word, units: units, sixths: 6)] }
            return Self.pair(word, table)
        default: return nil
        }
    }

    /// A name of several words, the longest one that fits.
    private mutating func phrase() -> [UnitFactor]? {
        var words: [String] = []
        var ends: [Int] = []
        var position = index
        while position < tokens.count, words.count < table.longestName, case .word(let word) = tokens[position] {
            words.append(word)
            position += 1
            ends.append(position)
            if position < tokens.count, tokens[position] == .hyphen { position += 1 }
        }
        while words.count > 1 {
            let name = words.joined(separator: " ")
            let units = table.units(phrase: name)
            if !units.isEmpty {
                index = ends[words.count - 1]
                return [UnitFactor(word: name, units: units, sixths: 6)]
            }
            words.removeLast()
        }
        return nil
    }

    /// The power that follows, in sixths; 6 where there is none, nil where it cannot be read.
    private mutating func exponent() -> Int? {
        if case .exponent(let power)? = next {
            index += 1
            return abs(power) <= 100 ? power * 6 : nil
        }
        guard take(.caret) else { return 6 }
        let isGrouped = take(.open)
        let isNegative = take(.hyphen)
        if !isNegative { _ = take(.plus) }
        guard case .digits(let top)? = next, top <= 100 else {
            guard case .exponent(let power)? = next, abs(power) <= 100 else { return nil }
            index += 1
            return isGrouped && !take(.close) ? nil : (isNegative ? -power : power) * 6
        }
        index += 1
        var sixths = top * 6
        if isGrouped, take(.slash) {
            guard case .digits(let bottom)? = next, bottom == 2 || bottom == 3 || bottom == 6 else { return nil }
            index += 1
            sixths = top * 6 / bottom
        }
        guard !isGrouped || take(.close) else { return nil }
        return isNegative ? -sixths : sixths
    }

    // MARK: Glued symbols

    /// Two symbols written as one: `Nm`, `kNm`, `Pas`.
    private static func pair(_ word: String, _ table: UnitTable) -> [UnitFactor]? {
        guard word.utf8.count <= 5 else { return nil }
        for second in ["m", "s", "h", "hr", "min", "K", "A", "C", "V"] where word.hasSuffix(second) {
            let first = String(word.dropLast(second.count))
            guard firsts.contains(first) else { continue }
            let units = [table.units(named: first), table.units(named: second)]
            guard units.allSatisfy({ !$0.isEmpty }) else { continue }
            return [
                UnitFactor(word: first, units: units[0], sixths: 6),
                UnitFactor(word: second, units: units[1], sixths: 6),
            ]
        }
        return nil
    }

    private static let firsts: Set<String> = [
        "N", "kN", "MN", "mN", "Pa", "J", "V", "A", "W", "kW", "MW", "GW", "kg", "Ω", "T",
    ]
}
