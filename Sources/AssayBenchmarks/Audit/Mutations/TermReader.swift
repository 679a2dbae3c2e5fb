// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Reads a short expression as far as is needed to know which small changes certainly change its value.
///
/// It knows sums, products, fractions, roots of numbers, powers, and `\ln` of a number, in LaTeX or plain, of numbers
/// and letters. Anything else is not read, and then nothing is changed. No value is computed: certainty comes from
/// monotony.
///
/// ## Why a change is certain
/// - A sum in which one term changes, changes by the difference of that term.
/// - A product in which one factor changes, changes if the other factors are not 0.
/// - `a/b` changes with `a`, and with `b` where `a` is not 0. `√a` and `ln a` change with `a`; `aⁿ` changes with a number
///   `a` > 0, and with `n` where `a` is a number above 1 or a letter.
struct TermReader {
    /// A place where a change certainly changes the value.
    enum Site: Hashable {
        /// The first digit of a number that is not 0.
        case digit(Int)
        /// A whole exponent.
        case exponent(Range<Int>)
        /// A term whose sign may be turned: where it stands, and the place of its own sign if it has one.
        case sign(Int, own: Int?)
        /// Numerator and denominator, two different whole numbers.
        case swap(Range<Int>, Range<Int>)
    }

    /// A part of the expression.
    struct Part {
        var sites: [Site] = []
        var isNonzero = false
        var hasSymbol = false
        /// The whole number it is, where it is one.
        var number: Range<Int>?
        /// Whether it is a single positive number, or made of such.
        var isPositive = false
    }

    private let bytes: [UInt8]
    private var position: Int
    private let end: Int
    private var depth = 0
    /// Letters that occur.
    private(set) var symbols: Set<UInt8> = []
    private(set) var hasPi = false
    private(set) var hasDecimal = false
    /// Terms of the outermost sum.
    private(set) var termCount = 0

    /// The deepest nesting that is read.
    static let maximumDepth = 8

    private init(_ bytes: [UInt8], _ range: Range<Int>) {
        self.bytes = bytes
        position = range.lowerBound
        end = range.upperBound
    }

    /// The expression that fills `range`; nil where it is not of the kinds that are known.
    static func read(_ bytes: [UInt8], in range: Range<Int>) -> (part: Part, reader: TermReader)? {
        var reader = TermReader(bytes, range)
        guard let part = reader.sum() else { return nil }
        reader.skipSpace()
        return reader.position == reader.end ? (part, reader) : nil
    }

    // MARK: Sums and products

    private mutating func sum() -> Part? {
        depth += 1
        defer { depth -= 1 }
        guard depth <= TermReader.maximumDepth else { return nil }
        var whole = Part()
        var texts: Set<[UInt8]> = []
        var count = 0
        while true {
            skipSpace()
            let place = position
            var sign: Int?
            if take("-") {
                sign = place
            } else if take("+") {
                if count == 0 { return nil }
                sign = place
            } else if count > 0 {
                break
            }
            skipSpace()
            let start = position
            guard var term = product() else { return nil }
            if term.isNonzero { term.sites.append(.sign(start, own: sign)) }
            whole.sites += term.sites
            whole.hasSymbol = whole.hasSymbol || term.hasSymbol
            texts.insert(Array(bytes[start..<position].drop { (0x30...0x39).contains($0) }))
            count += 1
            if count == 1 {
                whole.isNonzero = term.isNonzero
                whole.number = sign == nil ? term.number : nil
                whole.isPositive = sign == nil && term.isPositive
            }
        }
        if depth == 1 { termCount = count }
        if count > 1 {
            // Different terms with a letter among them do not cancel.
            whole.isNonzero = whole.hasSymbol && texts.count == count
            whole.number = nil
            whole.isPositive = false
        }
        return count == 0 ? nil : whole
    }

    private mutating func product() -> Part? {
        var factors: [Part] = []
        var hasSlash = false
        while true {
            skipSpace()
            let before = position
            if take("/") {
                guard !factors.isEmpty, !hasSlash else { return nil }
                hasSlash = true
                skipSpace()
                guard let below = factor() else { return nil }
                factors = [fraction(join(factors), below)]
                continue
            }
            let isJoined = take("\\cdot") || take("\\times") || take("*") || take("×") || take("·")
            skipSpace()
            let isNumber = position < end && (0x30...0x39).contains(bytes[position])
            if !factors.isEmpty, !isJoined, isNumber || hasSlash, position < end, !closes {
                // "1 1/2" and "1/2x" can be read in two ways.
                return nil
            }
            guard let next = factor() else {
                position = before
                return isJoined || factors.isEmpty ? nil : join(factors)
            }
            factors.append(next)
        }
    }

    /// Whether a sign stands here that ends a product.
    private var closes: Bool {
        [UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: ")"), UInt8(ascii: "}")].contains(bytes[position])
    }

    private func join(_ factors: [Part]) -> Part {
        if factors.count == 1, let only = factors.first { return only }
        var whole = Part()
        for (index, factor) in factors.enumerated() {
            let others = factors.enumerated().allSatisfy { $0.offset == index || $0.element.isNonzero }
            if others { whole.sites += factor.sites }
        }
        whole.isNonzero = factors.allSatisfy(\.isNonzero)
        whole.hasSymbol = factors.contains(where: \.hasSymbol)
        whole.isPositive = factors.allSatisfy(\.isPositive)
        return whole
    }

    private func fraction(_ above: Part, _ below: Part) -> Part {
        var whole = Part()
        whole.sites = above.sites
        if above.isNonzero { whole.sites += below.sites }
        if let a = above.number, let b = below.number, above.isNonzero, value(a) != value(b) {
            whole.sites.append(.swap(a, b))
        }
        whole.isNonzero = above.isNonzero
        whole.hasSymbol = above.hasSymbol || below.hasSymbol
        whole.isPositive = above.isPositive && below.isPositive
        return whole
    }

    /// The digits of a number, for telling one from another.
    private func value(_ range: Range<Int>) -> [UInt8] {
        Array(bytes[range].filter { (0x30...0x39).contains($0) }.drop { $0 == 0x30 })
    }

    // MARK: Factors

    private mutating func factor() -> Part? {
        skipSpace()
        guard position < end else { return nil }
        let start = position
        guard var base = base() else { return nil }
        if start < position, bytes[start] >= 0x30, bytes[start] <= 0x39 {
            // What stands behind a number and does not change what is compared: percent and degrees.
            _ = take("\\%") || take("%") || take("^\\circ") || take("^{\\circ}") || take("°")
        }
        let before = position
        skipSpace()
        guard take("^") else {
            position = before
            return base
        }
        guard let (exponent, range) = exponent() else { return nil }
        let isAboveOne = base.isPositive && base.number.map { ![[], [0x31]].contains(value($0)) } ?? false
        // Powers of the imaginary unit come round.
        let isUnit = bytes[start] == UInt8(ascii: "i") || bytes[start] == UInt8(ascii: "j")
        let isSymbol = base.hasSymbol && base.sites.isEmpty && !isUnit
        // Signs may vanish in a power.
        let keepsDigits = base.isPositive || base.hasSymbol && base.isNonzero && exponent.number != nil
        base.sites = base.sites.filter { if case .digit = $0 { keepsDigits } else { false } }
        if isAboveOne || isSymbol {
            base.sites += exponent.sites
            if let range { base.sites.append(.exponent(range)) }
        } else if exponent.hasSymbol {
            base.sites = []
        }
        base.hasSymbol = base.hasSymbol || exponent.hasSymbol
        base.number = nil
        return base
    }

    /// An exponent, and its place where it is a whole number of 1 or more.
    private mutating func exponent() -> (Part, Range<Int>?)? {
        skipSpace()
        if take("{") {
            let start = position
            guard let part = sum(), take("}") else { return nil }
            return (part, part.number.map { _ in start..<position - 1 })
        }
        let start = position
        guard position < end, (0x30...0x39).contains(bytes[position]) else { return nil }
        position += 1
        // "10^12" has two readings.
        if position < end, (0x30...0x39).contains(bytes[position]) { return nil }
        var part = Part()
        part.number = start..<position
        part.isNonzero = bytes[start] != 0x30
        if part.isNonzero { part.sites = [.digit(start)] }
        return (part, start..<position)
    }

    private mutating func base() -> Part? {
        if (0x30...0x39).contains(bytes[position]) || bytes[position] == UInt8(ascii: ".") { return number() }
        if take("\\pi") || take("π") {
            hasPi = true
            return Part(isNonzero: true, hasSymbol: true)
        }
        if take("\\dfrac") || take("\\tfrac") || take("\\frac") {
            guard let above = group(), let below = group() else { return nil }
            return fraction(above, below)
        }
        if take("\\sqrt") {
            guard let inside = group(), inside.isNonzero else { return nil }
            var part = inside
            part.sites = inside.sites.filter { if case .digit = $0 { true } else { false } }
            part.number = nil
            return part
        }
        if take("\\ln") {
            skipSpace()
            guard let inside = group() ?? (take("(") ? closed(")") : nil), let digits = inside.number,
                ![[], [0x31]].contains(value(digits))
            else { return nil }
            // ln 1 is 0: a one-digit number might become it.
            return Part(sites: digits.count > 1 ? inside.sites : [], isNonzero: true, isPositive: true)
        }
        if take("\\left(") { return closed("\\right)") }
        if take("(") { return closed(")") }
        let byte = bytes[position]
        if (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) {
            position += 1
            symbols.insert(byte)
            return Part(isNonzero: true, hasSymbol: true)
        }
        return nil
    }

    private mutating func closed(_ closing: StaticString) -> Part? {
        guard let part = sum(), take(closing) else { return nil }
        return part
    }

    /// What stands in braces, or one digit or letter.
    private mutating func group() -> Part? {
        skipSpace()
        if take("{") { return closed("}") }
        guard position < end else { return nil }
        let byte = bytes[position]
        if (0x31...0x39).contains(byte) {
            position += 1
            return Part(
                sites: [.digit(position - 1)], isNonzero: true, number: position - 1..<position, isPositive: true)
        }
        guard (0x61...0x7A).contains(byte) else { return nil }
        position += 1
        symbols.insert(byte)
        return Part(isNonzero: true, hasSymbol: true)
    }

    /// Digits, with groups of three behind commas, and with decimals.
    private mutating func number() -> Part? {
        let start = position
        var isDecimal = false
        func digit(_ place: Int) -> Bool { place < end && (0x30...0x39).contains(bytes[place]) }
        while digit(position) { position += 1 }
        if position - start <= 3, position > start {
            while position < end, bytes[position] == UInt8(ascii: ","), digit(position + 1), digit(position + 2),
                digit(position + 3), !digit(position + 4)
            {
                position += 4
            }
        }
        if position + 1 < end, bytes[position] == UInt8(ascii: "."), digit(position + 1) {
            isDecimal = true
            hasDecimal = true
            position += 1
            while digit(position) { position += 1 }
        }
        guard position > start else { return nil }
        let first = (start..<position).first { (0x31...0x39).contains(bytes[$0]) }
        var part = Part(isNonzero: first != nil, number: start..<position, isPositive: first != nil)
        if let first { part.sites = [.digit(first)] }
        if isDecimal { part.number = nil }
        return part
    }

    // MARK: Bytes

    private mutating func skipSpace() {
        while position < end {
            let byte = bytes[position]
            if byte == 0x20 || byte == UInt8(ascii: "~") || byte == 0x0A {
                position += 1
            } else if byte == UInt8(ascii: "\\"), position + 1 < end,
                [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: ":"), 0x20]
                    .contains(bytes[position + 1])
            {
                position += 2
            } else {
                return
            }
        }
    }

    /// Steps over a word if it stands here; a command must not go on with a letter.
    private mutating func take(_ word: StaticString) -> Bool {
        let taken = word.withUTF8Buffer { word in
            guard position + word.count <= end, bytes[position..<position + word.count].elementsEqual(word) else {
                return false
            }
            guard word.count > 1, word.first == UInt8(ascii: "\\"), let last = word.last,
                (0x61...0x7A).contains(last), position + word.count < end
            else { return true }
            return !(0x61...0x7A).contains(bytes[position + word.count] | 0x20)
        }
        if taken { position += word.utf8CodeUnitCount }
        return taken
    }
}
