// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Undoes what string literals do to LaTeX: `"\frac"` with a form feed for its `\f`, `"\\frac"` with a backslash too many.
enum Escapes {
    /// A text with the backslashes that control characters took put back, or those left out that were doubled.
    struct Repaired {
        var bytes: [UInt8]
        /// Where in `bytes` a backslash was put in.
        var insertions: [Int] = []
        /// Where in `bytes` one backslash stands for two.
        var halves: [Int] = []

        /// Where a part of the repaired text stands in the text before.
        func original(_ range: Range<Int>) -> Range<Int> {
            func place(_ index: Int) -> Int {
                index - insertions.count { $0 < index } + halves.count { $0 < index }
            }
            return place(range.lowerBound)..<place(range.upperBound)
        }
    }

    /// A response as it was meant; nil where nothing is to be undone.
    static func undone(_ response: [UInt8]) -> Repaired? { repaired(response) ?? undoubled(response) }

    // MARK: Control characters

    /// `bytes` with the commands written out that begin with a control character; nil where none does.
    ///
    /// Bell, backspace, vertical tab and form feed before the rest of any known command; a tab and a carriage return, which
    /// occur anyway, only before the rest of one that is no word.
    static func repaired(_ bytes: [UInt8]) -> Repaired? {
        var hasControl: UInt8 = 0
        for byte in bytes { hasControl |= byte < 0x20 && byte != 0x0A ? 1 : 0 }
        guard hasControl != 0 else { return nil }
        var result = Repaired(bytes: [])
        for (index, byte) in bytes.enumerated() {
            guard byte < 0x20, byte != 0x0A, let letter = letter(byte), isCommand(letter, index + 1, bytes) else {
                result.bytes.append(byte)
                continue
            }
            if result.bytes.last != UInt8(ascii: "\\") {
                result.insertions.append(result.bytes.count)
                result.bytes.append(UInt8(ascii: "\\"))
            }
            result.bytes.append(letter)
        }
        return result.bytes == bytes ? nil : result
    }

    /// A gold with such commands written out.
    static func repaired(_ text: String) -> String {
        repaired(Array(text.utf8)).map { String(decoding: $0.bytes, as: UTF8.self) } ?? text
    }

    private static func letter(_ control: UInt8) -> UInt8? {
        switch control {
        case 0x07: UInt8(ascii: "a")
        case 0x08: UInt8(ascii: "b")
        case 0x09: UInt8(ascii: "t")
        case 0x0B: UInt8(ascii: "v")
        case 0x0C: UInt8(ascii: "f")
        case 0x0D: UInt8(ascii: "r")
        default: nil
        }
    }

    /// Whether a letter and the letters from `start` on are the name of a command.
    private static func isCommand(_ letter: UInt8, _ start: Int, _ bytes: [UInt8]) -> Bool {
        var end = start
        while end < bytes.count, end - start < 24, AnswerText.isLetter(bytes[end]) { end += 1 }
        guard end > start else { return false }
        let name = String(decoding: [letter] + bytes[start..<end], as: UTF8.self)
        switch letter {
        case UInt8(ascii: "t"): return tabbed.contains(name)
        case UInt8(ascii: "r"): return returned.contains(name)
        default: return Vocabulary.commands[name] != nil
        }
    }

    private static let tabbed: Set<String> = [
        "times", "theta", "tfrac", "triangle", "tilde",
    ]
    private static let returned: Set<String> = ["right", "rho", "rfloor", "rceil", "rangle", "rightarrow"]

    // MARK: Backslashes

    /// A text in which all backslashes are doubled, and some of them begin commands, with half of them; else the text.
    static func undoubled(_ text: String) -> String {
        var before: UInt8 = 0
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\\"), before == byte {
                return undoubled(Array(text.utf8)).map { String(decoding: $0.bytes, as: UTF8.self) } ?? text
            }
            before = byte
        }
        return text
    }

    /// `bytes` with half of its backslashes; nil where one of them stands alone or none begins a command.
    private static func undoubled(_ bytes: [UInt8]) -> Repaired? {
        let backslash = UInt8(ascii: "\\")
        guard let first = bytes.firstIndex(of: backslash) else { return nil }
        var result = Repaired(bytes: Array(bytes[..<first]))
        var hasCommand = false
        var index = first
        while index < bytes.count {
            guard bytes[index] == backslash else {
                result.bytes.append(bytes[index])
                index += 1
                continue
            }
            var end = index
            while end < bytes.count, bytes[end] == backslash { end += 1 }
            guard (end - index) % 2 == 0 else { return nil }
            for _ in 0..<(end - index) / 2 {
                result.halves.append(result.bytes.count)
                result.bytes.append(backslash)
            }
            hasCommand = hasCommand || beginsCommand(end, bytes)
            index = end
        }
        return hasCommand ? result : nil
    }

    private static func beginsCommand(_ start: Int, _ bytes: [UInt8]) -> Bool {
        var end = start
        while end < bytes.count, end - start < 24, AnswerText.isLetter(bytes[end]) { end += 1 }
        guard end > start + 1 else { return false }
        return Vocabulary.commands[String(decoding: bytes[start..<end], as: UTF8.self)] != nil
    }
}
