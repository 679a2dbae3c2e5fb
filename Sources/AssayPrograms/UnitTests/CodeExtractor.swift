// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Finds the program in a response.
///
/// 1. Blocks between fences (``` or ~~~) whose word is the language's, else those without a word, else, where the whole
///    response is one block, that one. A block that never ends goes to the end.
/// 2. Of several, the last that defines a name which the tests use; without such names, one block alone is taken.
/// 3. Without fences, the whole text where it looks like a program.
///
/// Of a session with the interpreter (`>>> f(1)`) what was typed is the program; any other block is preferred to it. A mark of
/// byte order is no part of a program.
struct CodeExtractor {
    /// The language.
    let language: ProgramLanguage
    /// Names that tests use; any of them defined makes a block the one.
    let names: [String]

    /// What was found.
    enum Finding: Equatable {
        /// A program, and of how many blocks it is one; 0 where it is the whole text.
        case code(String, blocks: Int)
        /// There is none, with the reason's word and a sentence.
        case none(String, String)
    }

    /// Looks through a response.
    func find(in response: String) -> Finding {
        let text = String(CodeExtractor.withoutMark(response))
        let blocks = CodeExtractor.blocks(of: text)
        guard !blocks.isEmpty else {
            if text.utf8.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) {
                return .none("no-code", "the response is empty")
            }
            guard looksLikeCode(text) else { return .none("no-code", "the response holds no code") }
            return .code(text, blocks: 0)
        }
        let programs = blocks.map { block in
            (word: block.word, code: String(CodeExtractor.withoutMark(block.code)), typed: typed(in: block))
        }
        let ranks: [((word: String, code: String, typed: String?)) -> Bool] = [
            { language.fenceWords.contains($0.word) && $0.typed == nil }, { language.fenceWords.contains($0.word) },
            { $0.word.isEmpty && $0.typed == nil }, { $0.word.isEmpty },
        ]
        let candidates = ranks.lazy.map { programs.filter($0) }.first { !$0.isEmpty } ?? []
        guard let last = candidates.last else {
            let word = blocks[0].word
            return .none("no-code", "the response holds code in \(word), and none in \(language.rawValue)")
        }
        let codes = candidates.map { $0.typed ?? $0.code }
        if codes.count == 1 {
            if let typed = last.typed, typed.utf8.allSatisfy({ $0 <= 0x20 }) {
                return .none("no-code", "the response holds a session in which nothing is typed")
            }
            return .code(codes[0], blocks: 1)
        }
        let defining = codes.filter { code in names.contains { defines($0, code) } }
        if let best = defining.last { return .code(best, blocks: codes.count) }
        if Set(codes).count == 1 { return .code(codes[0], blocks: codes.count) }
        return .none(
            "several-blocks",
            "the response holds \(codes.count) blocks of code, and nothing tells which of them is the answer")
    }

    /// A text without the mark of byte order at its beginning.
    static func withoutMark(_ text: String) -> Substring {
        text.unicodeScalars.first == "\u{FEFF}" ? Substring(text.unicodeScalars.dropFirst()) : Substring(text)
    }

    /// What was typed in a session with an interpreter; nil where a block is none.
    private func typed(in block: Block) -> String? {
        let (first, next): (String, String)
        switch language {
        case .python: (first, next) = (">>>", "...")
        case .shell where block.word == "console": (first, next) = ("$", ">")
        default: return nil
        }
        func rest(_ line: Substring.UTF8View, _ sign: String) -> Substring.UTF8View? {
            guard line.starts(with: sign.utf8) else { return nil }
            let rest = line.dropFirst(sign.utf8.count)
            return rest.isEmpty || rest.first == 0x20 ? rest.dropFirst() : nil
        }
        let lines = CodeExtractor.withoutMark(block.code).utf8.split(separator: 0x0A)
        let beginning = lines.first { line in line.contains { $0 != 0x20 && $0 != 0x09 } }
        guard block.word == "pycon" || beginning.map({ rest($0, first) != nil }) == true,
            lines.contains(where: { rest($0, first) != nil })
        else { return nil }
        var typed = ""
        var isTyping = false
        for line in lines {
            let text = rest(line, first) ?? (isTyping ? rest(line, next) : nil)
            isTyping = text != nil
            if let text { typed += Substring(text) + "\n" }
        }
        return typed
    }

    /// A block of code.
    struct Block: Equatable {
        /// The first word behind the fence, in lower case.
        var word: String
        /// What is between the fences.
        var code: String
        /// Where its first line begins, in bytes of the text.
        var start = 0
        /// How many spaces are not the program's, of each line that has them.
        var indent = 0
        /// Where the text goes on behind its last fence.
        var end = 0
    }

    /// The blocks of a text.
    static func blocks(of text: String) -> [Block] {
        let bytes = Array(text.utf8)
        var blocks: [Block] = []
        var open: (fence: UInt8, length: Int, block: Block, code: [UInt8])?
        var next = 0
        func close() {
            guard case (_, _, var block, let code)? = open else { return }
            block.code = String(decoding: code, as: UTF8.self)
            block.end = min(next, bytes.count)
            blocks.append(block)
            open = nil
        }
        while next <= bytes.count {
            var line = bytes[next..<(bytes[next...].firstIndex(of: 0x0A) ?? bytes.count)]
            next = line.endIndex + 1
            if line.last == 0x0D { line.removeLast() }
            let rest = line.drop { $0 == 0x20 || $0 == 0x09 }
            let indent = line.count - rest.count
            let sign = rest.first ?? 0
            let length = sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~") ? rest.prefix { $0 == sign }.count : 0
            if let (fence, least, block, _) = open {
                let isBare = rest.dropFirst(length).allSatisfy { $0 == 0x20 || $0 == 0x09 }
                if length >= least, sign == fence, isBare, indent <= block.indent + 3 {
                    close()
                } else {
                    // What a list item is indented by is not the program's.
                    let spaces = line.prefix(block.indent).prefix { $0 == 0x20 }.count
                    open?.code += line.dropFirst(spaces)
                    open?.code.append(0x0A)
                }
            } else if length >= 3 {
                let info = rest.dropFirst(length).drop {
                    $0 == 0x20 || $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: ".")
                }
                // A fence of backticks has none behind it: this is code inside a line.
                if sign == UInt8(ascii: "`"), info.contains(sign) { continue }
                let word = info.prefix { $0 > 0x20 && $0 != UInt8(ascii: "}") && $0 != UInt8(ascii: ",") }
                let name = String(decoding: word, as: UTF8.self).lowercased()
                open = (sign, length, Block(word: name, code: "", start: next, indent: indent), [])
            }
        }
        close()
        return blocks
    }

    /// Whether a program defines a name.
    func defines(_ name: String, _ code: String) -> Bool {
        let words =
            switch language {
            case .javascript: ["function", "const", "let", "var", "class"]
            case .swift: ["func", "class", "struct", "enum", "let", "var"]
            default: ["def", "class"]
            }
        for line in code.utf8.split(separator: 0x0A) {
            let parts = line.split(maxSplits: 3, omittingEmptySubsequences: true) { $0 == 0x20 || $0 == 0x09 }
            guard var first = parts.first, parts.count > 1 else { continue }
            var second = parts[1]
            if first.elementsEqual("async".utf8) || first.elementsEqual("export".utf8), parts.count > 2 {
                first = parts[1]
                second = parts[2]
            }
            guard words.contains(where: { first.elementsEqual($0.utf8) }) else { continue }
            let found = second.prefix { CodeExtractor.isNameByte($0) }
            if found.elementsEqual(name.utf8) { return true }
        }
        // In Python a name may also be bound by an assignment.
        return language == .python
            && code.utf8.split(separator: 0x0A).contains { line in
                line.starts(with: name.utf8)
                    && line.dropFirst(name.utf8.count).drop { $0 == 0x20 }.first == UInt8(ascii: "=")
            }
    }

    /// Whether text without fences is a program: a line begins as one of its statements would.
    private func looksLikeCode(_ text: String) -> Bool {
        if names.contains(where: { defines($0, text) }) { return true }
        let beginnings: [String] =
            switch language {
            case .python: ["def ", "class ", "import ", "from ", "print(", "for ", "while ", "if ", "return ", "@"]
            case .javascript: ["function ", "const ", "let ", "var ", "class ", "console.", "import ", "module."]
            case .swift:
                ["func ", "let ", "var ", "import ", "struct ", "class ", "enum ", "print(", "for ", "while ", "if "]
            case .shell: ["#!", "echo ", "for ", "while ", "if ", "read ", "awk ", "sed ", "cat ", "printf ", "grep "]
            }
        let signs = Set("=({[:;$|".utf8)
        return text.utf8.split(separator: 0x0A).contains { (whole: Substring.UTF8View) -> Bool in
            let line = whole.drop { $0 == 0x20 || $0 == 0x09 }
            // A call that is all of its line, or an import: neither is prose.
            let length = line.prefix { CodeExtractor.isNameByte($0) || $0 == UInt8(ascii: ".") }.count
            let rest = line.dropFirst(length)
            if length > 0, rest.first == UInt8(ascii: "("), rest.last == UInt8(ascii: ")") { return true }
            if language == .python, line.starts(with: "import ".utf8) {
                return line.split(separator: 0x20).count == 2
            }
            return beginnings.contains { line.starts(with: $0.utf8) } && line.contains { signs.contains($0) }
        }
    }

    /// Letters, digits and `_`, as in names.
    static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), 0x80...: true
        default: false
        }
    }
}
