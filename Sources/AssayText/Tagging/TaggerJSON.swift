// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Reads the JSON of the tagger's files: objects of strings, numbers or objects, and arrays of strings.
struct TaggerJSON {
    let path: String
    let bytes: [UInt8]
    private var index = 0

    init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// Reads an object; `member` gets each key and has to read the value.
    mutating func object(_ member: ([UInt8], inout TaggerJSON) throws -> Void) throws {
        try expect(0x7B)
        if take(0x7D) { return }
        repeat {
            let key = try string()
            try expect(0x3A)
            try member(key, &self)
        } while take(0x2C)
        try expect(0x7D)
    }

    /// Reads an array of strings.
    mutating func strings() throws -> [String] {
        var result: [String] = []
        try expect(0x5B)
        if take(0x5D) { return result }
        repeat { result.append(String(decoding: try string(), as: UTF8.self)) } while take(0x2C)
        try expect(0x5D)
        return result
    }

    /// Reads a number.
    mutating func number() throws -> Double {
        skipSpace()
        let start = index
        while index < bytes.count {
            switch bytes[index] {
            case 0x30...0x39, 0x2B, 0x2D, 0x2E, 0x45, 0x65:
                index += 1
                continue
            default: break
            }
            break
        }
        guard let value = Double(String(decoding: bytes[start..<index], as: UTF8.self)), value.isFinite else {
            throw malformed("a number is expected at byte \(start)")
        }
        return value
    }

    /// Reads a string as UTF-8.
    mutating func string() throws -> [UInt8] {
        try expect(0x22)
        var result: [UInt8] = []
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == 0x22 { return result }
            guard byte == 0x5C, index < bytes.count else {
                result.append(byte)
                continue
            }
            let escape = bytes[index]
            index += 1
            switch escape {
            case 0x6E: result.append(0x0A)
            case 0x74: result.append(0x09)
            case 0x72: result.append(0x0D)
            case 0x62: result.append(0x08)
            case 0x66: result.append(0x0C)
            case 0x75: UTF8Decoding.append(try escapedScalar(), to: &result)
            default: result.append(escape)
            }
        }
        throw malformed("a string does not end")
    }

    /// The scalar of `\uXXXX`, or of two of them for a surrogate pair.
    private mutating func escapedScalar() throws -> UInt32 {
        let first = try hexadecimal()
        guard (0xD800..<0xDC00).contains(first), index + 1 < bytes.count, bytes[index] == 0x5C, bytes[index + 1] == 0x75
        else { return first }
        index += 2
        let second = try hexadecimal()
        guard (0xDC00..<0xE000).contains(second) else { return 0xFFFD }
        return 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
    }

    private mutating func hexadecimal() throws -> UInt32 {
        guard index + 4 <= bytes.count,
            let value = UInt32(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
        else { throw malformed("four hexadecimal digits are expected at byte \(index)") }
        index += 4
        return value
    }

    private mutating func skipSpace() {
        while index < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[index]) { index += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        skipSpace()
        guard index < bytes.count, bytes[index] == byte else { return false }
        index += 1
        return true
    }

    private mutating func expect(_ byte: UInt8) throws {
        guard take(byte) else {
            let sign = String(decoding: [byte], as: UTF8.self)
            throw malformed("\(sign) is expected at byte \(index)")
        }
    }

    private func malformed(_ message: String) -> NLTKDataError { NLTKDataError(.malformed, path: path, message) }
}
