// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayText

/// An answer without what only dresses it: `\text{(B)}`, `**Yes**`, `$\mathrm{Evelyn}$`.
///
/// LaTeX fonts, math delimiters, spacing commands, markdown emphasis and zero-width characters go; full-width forms,
/// curly quotes, dashes and unusual spaces become ASCII. Letter case, punctuation and mathematics stay: braces that
/// belong to no font command, `_`, `^` and unknown commands are kept.
///
/// - Complexity: one pass.
package struct PlainAnswer: Sendable {
    /// UTF-8.
    package private(set) var bytes: [UInt8] = []
    /// Whether a command was met that is neither a font nor a space: the text holds mathematics.
    package private(set) var hasCommand = false

    package init(_ text: String) {
        var text = text
        let plain: [UInt8]? = text.withUTF8 { buffer in
            buffer.contains(where: { Self.isSpecial[Int($0)] }) ? nil : [UInt8](buffer)
        }
        if let plain { bytes = plain } else { peel([UInt8](text.utf8)) }
    }

    /// The plain text as a string, for evidence.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The same text with one byte in place of another.
    package func replacing(_ byte: UInt8, by other: UInt8) -> PlainAnswer {
        guard bytes.contains(byte) else { return self }
        var copy = self
        for index in copy.bytes.indices where copy.bytes[index] == byte { copy.bytes[index] = other }
        return copy
    }

    // MARK: Details

    /// Bytes without which a text is plain already.
    private static let isSpecial: [Bool] = (0..<256).map { byte in
        byte >= 0x80 || "\\{}$*`_~#\u{0}".utf8.contains(UInt8(byte))
    }

    private mutating func peel(_ source: [UInt8]) {
        bytes.reserveCapacity(source.count)
        // For every open brace, whether it was dropped.
        var braces: [Bool] = []
        var opensWrapper = false
        var index = 0
        while index < source.count {
            let byte = source[index]
            let wrapper = opensWrapper
            if byte != 0x20 { opensWrapper = false }
            switch byte {
            case UInt8(ascii: "\\"):
                (index, opensWrapper) = command(source, at: index)
                continue
            case UInt8(ascii: "{"):
                braces.append(wrapper)
                if !wrapper { bytes.append(byte) }
            case UInt8(ascii: "}"):
                if !(braces.popLast() ?? false) { bytes.append(byte) }
            case UInt8(ascii: "$"), UInt8(ascii: "`"), 0:
                break
            case UInt8(ascii: "~"):
                bytes.append(0x20)
            case UInt8(ascii: "*"), UInt8(ascii: "_"):
                index = emphasis(source, at: index)
                continue
            case UInt8(ascii: "#"):
                if let last = bytes.last, last != 0x0A, last != UInt8(ascii: "#") { bytes.append(byte) }
            case 0x80...:
                let (scalar, length) = UTF8Decoding.scalar(source, at: index)
                append(scalar)
                index += length
                continue
            default:
                bytes.append(byte)
            }
            index += 1
        }
    }

    /// Reads the command at `index`: what follows it, and whether its braces are dropped.
    private mutating func command(_ source: [UInt8], at index: Int) -> (Int, Bool) {
        var end = index + 1
        guard end < source.count else { return (end, false) }
        while end < source.count, source[end] | 0x20 &- 0x61 < 26, end - index < 32 { end += 1 }
        if end == index + 1 {
            switch source[end] {
            case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "!"):
                break
            case UInt8(ascii: "\\"):
                bytes.append(0x0A)
            case UInt8(ascii: "%"), UInt8(ascii: "$"), UInt8(ascii: "&"), UInt8(ascii: "#"), UInt8(ascii: "_"),
                UInt8(ascii: "{"), UInt8(ascii: "}"):
                bytes.append(source[end])
            case 0x80...:
                return (end, false)
            default:
                bytes.append(0x20)
            }
            return (end + 1, false)
        }
        let name = String(decoding: source[index + 1..<end], as: UTF8.self)
        switch LatexCommands.roles[name] {
        case .font:
            if end < source.count, source[end] == UInt8(ascii: "*") { end += 1 }
            // The space that ends a command is part of it.
            if end < source.count, source[end] == 0x20 { end += 1 }
            return (end, true)
        case .space: bytes.append(0x20)
        case .nothing: break
        case .replaced(let text): bytes.append(contentsOf: text.utf8)
        case nil:
            hasCommand = true
            bytes.append(contentsOf: source[index..<end])
        }
        return (end, false)
    }

    /// Drops `*` and `_` where they emphasise, keeps them where they multiply or index.
    private mutating func emphasis(_ source: [UInt8], at index: Int) -> Int {
        let byte = source[index]
        var end = index + 1
        while end < source.count, source[end] == byte { end += 1 }
        let before = index > 0 ? source[index - 1] : 0x20
        let after = end < source.count ? source[end] : 0x20
        let joins = Self.isWordByte(before) && Self.isWordByte(after)
        let isIndex = byte == UInt8(ascii: "_") && after == UInt8(ascii: "{")
        if end - index == 1, joins || isIndex {
            bytes.append(byte)
        } else if byte == UInt8(ascii: "_"), end - index > 2 {
            // A blank to fill in.
            bytes.append(0x20)
        }
        return end
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        byte | 0x20 &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0x80 || byte == UInt8(ascii: ")")
            || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "\\")
    }

    private mutating func append(_ scalar: UInt32) {
        switch scalar {
        case 0xFF01...0xFF5E: bytes.append(UInt8(truncatingIfNeeded: scalar - 0xFEE0))
        case 0x24B6...0x24CF: bytes.append(UInt8(truncatingIfNeeded: scalar - 0x24B6 + 0x41))
        case 0x249C...0x24B5: bytes.append(contentsOf: [0x28, UInt8(truncatingIfNeeded: scalar - 0x249C + 0x61), 0x29])
        case 0x2018, 0x2019, 0x201A, 0x2032, 0x2B9, 0x2BC, 0x60, 0xB4: bytes.append(UInt8(ascii: "'"))
        case 0x201C...0x201E, 0x2033, 0xAB, 0xBB, 0x300C...0x300F: bytes.append(UInt8(ascii: "\""))
        case 0x2010...0x2015, 0x2212: bytes.append(UInt8(ascii: "-"))
        case 0x3010: bytes.append(UInt8(ascii: "["))
        case 0x3011: bytes.append(UInt8(ascii: "]"))
        case 0x3001: bytes.append(UInt8(ascii: ","))
        case 0x3002: bytes.append(UInt8(ascii: "."))
        case 0x2026: bytes.append(contentsOf: [0x2E, 0x2E, 0x2E])
        case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: bytes.append(0x20)
        case 0x2028, 0x2029, 0x85: bytes.append(0x0A)
        case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xAD, 0xFE00...0xFE0F: break
        default: UTF8Decoding.append(scalar, to: &bytes)
        }
    }
}
