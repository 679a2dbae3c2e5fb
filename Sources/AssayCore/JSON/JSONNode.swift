// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayText

/// A value inside a ``JSONDocument``: valid until the document scans its next text.
public struct JSONNode {
    let document: JSONDocument
    let index: Int

    private var entry: JSONDocument.Entry { document.entries[index] }

    /// What the value is.
    public var kind: JSONDocument.Kind { entry.kind }

    /// Where its text stands in the document's bytes: with quotes for a string.
    public var range: Range<Int> {
        let entry = self.entry
        return entry.kind == .string ? entry.start - 1..<entry.end + 1 : entry.start..<entry.end
    }

    /// The value's own JSON text.
    public var raw: ArraySlice<UInt8> { document.bytes[range] }

    /// The value of `key` in an object: the last one where the key stands twice, with a warning.
    public subscript(key: StaticString) -> JSONNode? {
        guard kind == .object else { return nil }
        var found: JSONNode?
        key.withUTF8Buffer { name in
            member(where: { $0.isKey(name) }, found: &found)
        }
        return found
    }

    /// The value of a key that is known only at run time.
    public subscript(named key: String) -> JSONNode? {
        guard kind == .object else { return nil }
        var found: JSONNode?
        member(where: { $0.string == key }, found: &found)
        return found
    }

    private func member(where matches: (JSONNode) -> Bool, found: inout JSONNode?) {
        var cursor = index + 1
        let end = entry.next
        while cursor < end {
            let key = JSONNode(document: document, index: cursor)
            if matches(key) {
                if found != nil { document.warn("duplicate key \"\(key.string ?? "")\": the last one is used") }
                found = JSONNode(document: document, index: cursor + 1)
            }
            cursor = document.entries[cursor + 1].next
        }
    }

    private func isKey(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        let entry = self.entry
        if entry.hasEscape { return string.map { Array($0.utf8).elementsEqual(name) } ?? false }
        guard entry.end - entry.start == name.count else { return false }
        for offset in 0..<name.count where document.bytes[entry.start + offset] != name[offset] { return false }
        return true
    }

    /// The members of an object in document order; empty for anything else.
    public var members: [(key: String, value: JSONNode)] {
        guard kind == .object else { return [] }
        var result: [(key: String, value: JSONNode)] = []
        var cursor = index + 1
        let end = entry.next
        while cursor < end {
            let key = JSONNode(document: document, index: cursor).string ?? ""
            result.append((key, JSONNode(document: document, index: cursor + 1)))
            cursor = document.entries[cursor + 1].next
        }
        return result
    }

    /// The elements of an array; empty for anything else.
    public var elements: [JSONNode] {
        guard kind == .array else { return [] }
        var result: [JSONNode] = []
        var cursor = index + 1
        let end = entry.next
        while cursor < end {
            result.append(JSONNode(document: document, index: cursor))
            cursor = document.entries[cursor].next
        }
        return result
    }

    /// The bytes of a string, unescaped; nil for anything else.
    public var stringBytes: [UInt8]? {
        let entry = self.entry
        guard entry.kind == .string else { return nil }
        guard entry.hasEscape else { return Array(document.bytes[entry.start..<entry.end]) }
        return document.unescape(entry.start..<entry.end)
    }

    /// A string's value; nil for anything else.
    public var string: String? {
        let entry = self.entry
        guard entry.kind == .string else { return nil }
        if entry.hasEscape {
            let bytes = document.unescape(entry.start..<entry.end)
            return UTF8Decoding.string(bytes, 0..<bytes.count)
        }
        return UTF8Decoding.string(document.bytes, entry.start..<entry.end)
    }

    /// A boolean's value; nil for anything else.
    public var bool: Bool? {
        kind == .bool ? document.bytes[entry.start] == UInt8(ascii: "t") : nil
    }

    /// A number, as it was written; nil for anything else.
    public var number: JSONNumber? {
        guard kind == .number else { return nil }
        return JSONNumber(lexeme: String(decoding: document.bytes[entry.start..<entry.end], as: UTF8.self))
    }

    /// A copy that lives on its own.
    public var value: JSONValue {
        switch kind {
        case .null: .null
        case .bool: .bool(bool ?? false)
        case .number: .number(number ?? JSONNumber(lexeme: "0"))
        case .string: .string(string ?? "")
        case .array: .array(elements.map(\.value))
        case .object: .object(JSONObject(members.map { ($0.key, $0.value.value) }))
        }
    }
}

extension JSONDocument {
    func warn(_ message: String) {
        if !warnings.contains(message) { warnings.append(message) }
    }

    /// The content of a string with its escapes resolved; a lone surrogate becomes U+FFFD, with a warning.
    func unescape(_ range: Range<Int>) -> [UInt8] {
        let bytes = self.bytes
        var result: [UInt8] = []
        result.reserveCapacity(range.count)
        var index = range.lowerBound
        var run = index
        while index < range.upperBound {
            guard
                let escape = ByteSearch.first(UInt8(ascii: "\\"), in: bytes, from: index, to: range.upperBound)
            else { break }
            index = escape
            result.append(contentsOf: bytes[run..<index])
            let sign = bytes[index + 1]
            index += 2
            switch sign {
            case UInt8(ascii: "n"): result.append(0x0A)
            case UInt8(ascii: "t"): result.append(0x09)
            case UInt8(ascii: "r"): result.append(0x0D)
            case UInt8(ascii: "b"): result.append(0x08)
            case UInt8(ascii: "f"): result.append(0x0C)
            case UInt8(ascii: "u"):
                var scalar = codeUnit(at: index)
                index += 4
                if (0xD800..<0xDC00).contains(scalar), index + 6 <= range.upperBound,
                    bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u")
                {
                    let low = codeUnit(at: index + 2)
                    if (0xDC00..<0xE000).contains(low) {
                        scalar = 0x10000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
                        index += 6
                    }
                }
                if (0xD800..<0xE000).contains(scalar) { warn("lone surrogate: U+FFFD is read in its place") }
                UTF8Decoding.append(scalar, to: &result)
            default: result.append(sign)
            }
            run = index
        }
        result.append(contentsOf: bytes[run..<range.upperBound])
        return result
    }

    private func codeUnit(at index: Int) -> UInt32 {
        (0..<4).reduce(0) { $0 << 4 | (JSONScanner.hexadecimal(bytes[index + $1]) ?? 0) }
    }
}
