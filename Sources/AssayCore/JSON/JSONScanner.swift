// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// The scanner behind ``JSONDocument``: no recursion, so that depth costs a stack entry and not a stack frame.
struct JSONScanner {
    var position: Int
    let start: Int
    let end: Int

    private enum State { case value, firstMember, member, colon, firstElement, afterValue }

    /// Scans one value and the white space around it, appending its nodes in document order.
    mutating func scan(_ bytes: [UInt8], into entries: inout [JSONDocument.Entry]) throws(JSONSyntaxError) {
        // The containers that are open, as indices of their entries.
        var open: [Int] = []
        var state = State.value
        while true {
            skipSpace(bytes)
            switch state {
            case .value:
                guard let first = peek(bytes) else { throw fail(bytes, expected: "a value") }
                switch first {
                case UInt8(ascii: "{"), UInt8(ascii: "["):
                    guard open.count < JSONDocument.maximumDepth else {
                        throw JSONSyntaxError(
                            offset: position - start, found: "nesting deeper than \(JSONDocument.maximumDepth)",
                            expected: "at most \(JSONDocument.maximumDepth) levels")
                    }
                    let isObject = first == UInt8(ascii: "{")
                    open.append(entries.count)
                    entries.append(
                        .init(kind: isObject ? .object : .array, hasEscape: false, start: position, end: 0, next: 0))
                    position += 1
                    state = isObject ? .firstMember : .firstElement
                case UInt8(ascii: "\""):
                    try string(bytes, &entries)
                    state = .afterValue
                case UInt8(ascii: "t"):
                    try word(bytes, "true", .bool, &entries)
                    state = .afterValue
                case UInt8(ascii: "f"):
                    try word(bytes, "false", .bool, &entries)
                    state = .afterValue
                case UInt8(ascii: "n"):
                    try word(bytes, "null", .null, &entries)
                    state = .afterValue
                case UInt8(ascii: "N"):
                    try word(bytes, "NaN", .number, &entries)
                    state = .afterValue
                case UInt8(ascii: "I"):
                    try word(bytes, "Infinity", .number, &entries)
                    state = .afterValue
                default:
                    try number(bytes, first, &entries)
                    state = .afterValue
                }
            case .firstMember:
                if peek(bytes) == UInt8(ascii: "}") {
                    state = .afterValue
                } else {
                    state = .member
                }
            case .member:
                guard peek(bytes) == UInt8(ascii: "\"") else { throw fail(bytes, expected: "a key in quotes") }
                try string(bytes, &entries)
                state = .colon
            case .colon:
                guard peek(bytes) == UInt8(ascii: ":") else { throw fail(bytes, expected: "\":\"") }
                position += 1
                state = .value
            case .firstElement:
                state = peek(bytes) == UInt8(ascii: "]") ? .afterValue : .value
            case .afterValue:
                guard let container = open.last else {
                    guard position == end else { throw fail(bytes, expected: "the end of the line") }
                    return
                }
                let isObject = entries[container].kind == .object
                switch peek(bytes) {
                case UInt8(ascii: ","):
                    position += 1
                    state = isObject ? .member : .value
                case isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"):
                    position += 1
                    entries[container].end = position
                    entries[container].next = entries.count
                    open.removeLast()
                default:
                    throw fail(bytes, expected: isObject ? "\",\" or \"}\"" : "\",\" or \"]\"")
                }
            }
        }
    }

    @inline(__always) private func peek(_ bytes: [UInt8]) -> UInt8? { position < end ? bytes[position] : nil }

    @inline(__always) private mutating func skipSpace(_ bytes: [UInt8]) {
        while position < end {
            let byte = bytes[position]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
            position += 1
        }
    }

    private func fail(_ bytes: [UInt8], expected: String) -> JSONSyntaxError {
        let found: String
        if let byte = peek(bytes) {
            found =
                byte > 0x20 && byte < 0x7F
                ? "\"\(Character(Unicode.Scalar(byte)))\"" : "byte 0x\(String(byte, radix: 16, uppercase: true))"
        } else {
            found = "the end of the text"
        }
        return JSONSyntaxError(offset: position - start, found: found, expected: expected)
    }

    private mutating func word(
        _ bytes: [UInt8], _ word: StaticString, _ kind: JSONDocument.Kind, _ entries: inout [JSONDocument.Entry],
        from first: Int? = nil
    ) throws(JSONSyntaxError) {
        let count = word.utf8CodeUnitCount
        let matches =
            end - position >= count
            && word.withUTF8Buffer { expected in (0..<count).allSatisfy { bytes[position + $0] == expected[$0] } }
        guard matches else { throw fail(bytes, expected: "a value") }
        let begin = first ?? position
        position += count
        entries.append(.init(kind: kind, hasEscape: false, start: begin, end: position, next: entries.count + 1))
    }

    /// A string; the entry's range is its content without the quotes.
    private mutating func string(
        _ bytes: [UInt8], _ entries: inout [JSONDocument.Entry]
    ) throws(JSONSyntaxError) {
        let opening = position
        var hasEscape = false
        var index = position + 1
        let limit = end
        // 0: closed, 1: control sign, 2: not closed, 3: bad escape
        let outcome: Int = bytes.withUnsafeBytes { bytes in
            while index < limit {
                // Eight bytes at a time while none of them needs a look.
                while index + 8 <= limit {
                    let block = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                    if JSONScanner.mayNeedLook(block) { break }
                    index += 8
                }
                guard index < limit else { return 2 }
                let byte = bytes[index]
                if byte == UInt8(ascii: "\"") { return 0 }
                if byte == UInt8(ascii: "\\") {
                    hasEscape = true
                    guard index + 1 < limit else { return 2 }
                    switch bytes[index + 1] {
                    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
                        UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
                        index += 2
                    case UInt8(ascii: "u"):
                        guard index + 5 < limit else { return 2 }
                        for k in 2...5 where JSONScanner.hexadecimal(bytes[index + k]) == nil { return 3 }
                        index += 6
                    default:
                        return 3
                    }
                    continue
                }
                if byte < 0x20 { return 1 }
                index += 1
            }
            return 2
        }
        position = index
        switch outcome {
        case 0: break
        case 1: throw fail(bytes, expected: "an escape such as \\n inside the string")
        case 3: throw fail(bytes, expected: "one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX")
        default:
            position = end
            throw fail(bytes, expected: "the closing quote of the string that begins at column \(opening - start + 1)")
        }
        entries.append(
            .init(kind: .string, hasEscape: hasEscape, start: opening + 1, end: index, next: entries.count + 1))
        position = index + 1
    }

    /// Whether one of eight bytes is a quote, a backslash or a control sign.
    ///
    /// It may say so by mistake of bytes behind one that is, never leave one out.
    @inline(__always) private static func mayNeedLook(_ block: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quote = block ^ 0x22 &* ones
        let backslash = block ^ 0x5C &* ones
        let found =
            (quote &- ones) & ~quote | (backslash &- ones) & ~backslash | (block &- 0x20 &* ones) & ~block
        return found & 0x8080_8080_8080_8080 != 0
    }

    private mutating func number(
        _ bytes: [UInt8], _ first: UInt8, _ entries: inout [JSONDocument.Entry]
    ) throws(JSONSyntaxError) {
        let begin = position
        if first == UInt8(ascii: "-") {
            position += 1
            if peek(bytes) == UInt8(ascii: "I") {
                try word(bytes, "Infinity", .number, &entries, from: begin)
                return
            }
        }
        guard let lead = peek(bytes), isDigit(lead) else {
            position = begin
            throw fail(bytes, expected: "a value")
        }
        position += 1
        if lead != UInt8(ascii: "0") { digits(bytes) }
        if peek(bytes) == UInt8(ascii: ".") {
            position += 1
            guard let digit = peek(bytes), isDigit(digit) else { throw fail(bytes, expected: "a digit") }
            digits(bytes)
        }
        if let sign = peek(bytes), sign | 0x20 == UInt8(ascii: "e") {
            position += 1
            if let sign = peek(bytes), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { position += 1 }
            guard let digit = peek(bytes), isDigit(digit) else { throw fail(bytes, expected: "a digit") }
            digits(bytes)
        }
        entries.append(.init(kind: .number, hasEscape: false, start: begin, end: position, next: entries.count + 1))
    }

    private mutating func digits(_ bytes: [UInt8]) {
        while let byte = peek(bytes), isDigit(byte) { position += 1 }
    }

    private func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

    /// The value of a hexadecimal digit.
    static func hexadecimal(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }
}
