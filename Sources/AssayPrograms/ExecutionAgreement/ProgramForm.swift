// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// The program form of a solution, and what is left of the response without it.
enum ProgramForm: Sendable, Hashable {
    /// Python blocks that share a session, as the cells of a notebook do.
    case blocks([String])
    /// The calculations that the text itself marks.
    case annotations(CalculatorAnnotations)
    /// There is none, with the reason's word and a sentence.
    case none(String, String)

    /// Finds the program in a response: its Python blocks, else its calculator annotations, else blocks without a word.
    static func find(in text: [UInt8]) -> (form: ProgramForm, prose: ResponseProse) {
        let fences = FencedBlocks(text)
        let python = fences.blocks.filter { ProgramLanguage.python.fenceWords.contains($0.word) }
        let fenced = ResponseProse(text, without: fences.blocks.map(\.whole))
        if !python.isEmpty { return (.blocks(python.map(\.program)), fenced) }
        let annotations = CalculatorAnnotations(in: text)
        if !annotations.steps.isEmpty {
            return (.annotations(annotations), ResponseProse(text, without: annotations.steps.map(\.range)))
        }
        let unnamed = fences.blocks.filter { $0.word.isEmpty }
        if !unnamed.isEmpty { return (.blocks(unnamed.map(\.program)), fenced) }
        let sentence =
            fences.blocks.first.map { "the response holds code in \($0.word), and none in python" }
            ?? "the response holds no program: neither a block of Python nor calculator annotations"
        return (.none("no-code", sentence), ResponseProse(text, without: []))
    }

    /// A program that is given by itself: the blocks between its fences, where it has some, else all of it.
    static func given(_ program: String) -> ProgramForm {
        let fences = FencedBlocks(Array(program.utf8))
        let python = fences.blocks.filter { ProgramLanguage.python.fenceWords.contains($0.word) || $0.word.isEmpty }
        // Python has no byte order mark in a text, though it has one in a file.
        let bare = program.unicodeScalars.first == "\u{FEFF}" ? String(program.unicodeScalars.dropFirst()) : program
        return .blocks(python.isEmpty ? [bare] : python.map(\.program))
    }
}

/// A response without its programs, and where its bytes stood.
struct ResponseProse: Sendable, Hashable {
    /// What is left.
    let bytes: [UInt8]
    /// What was cut out, in order.
    private let cuts: [Range<Int>]

    init(_ text: [UInt8], without cuts: [Range<Int>]) {
        var kept: [UInt8] = []
        var place = 0
        for cut in cuts {
            kept += text[place..<cut.lowerBound]
            place = cut.upperBound
        }
        bytes = kept + text[place...]
        self.cuts = cuts
    }

    /// Where the program begins; nil where nothing was cut out.
    var programStart: Int? { cuts.first?.lowerBound }

    /// The place in the response of a place in what is left.
    func original(_ range: Range<Int>) -> Range<Int> {
        let start = original(range.lowerBound)
        return start..<max(start, range.isEmpty ? start : original(range.upperBound - 1) + 1)
    }

    private func original(_ place: Int) -> Int {
        var place = place
        for cut in cuts where cut.lowerBound <= place { place += cut.count }
        return place
    }
}

/// The blocks between fences of a text, with their places.
///
/// A block that never ends goes to the end; so does none that a line of backticks inside of prose opens.
struct FencedBlocks: Sendable, Hashable {
    /// A block of code.
    struct Block: Sendable, Hashable {
        /// The word behind the fence, in lower case.
        var word: String
        /// What is between the fences.
        var code: String
        /// All of it, with its fences.
        var whole: Range<Int>

        /// The code without the prompts of a session, and without what was printed there.
        var program: String {
            let lines = code.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
            guard lines.first(where: { !$0.isEmpty })?.starts(with: ">>> ".utf8) ?? false else { return code }
            return lines.filter { $0.starts(with: ">>> ".utf8) || $0.starts(with: "... ".utf8) }
                .map { String(Substring($0.dropFirst(4))) + "\n" }.joined()
        }
    }

    /// The blocks, in order.
    private(set) var blocks: [Block] = []

    init(_ text: [UInt8]) {
        var open: (sign: UInt8, length: Int, indent: Int, word: String, start: Int, code: [UInt8])?
        var start = 0
        while start < text.count {
            let end = text[start...].firstIndex(of: 0x0A) ?? text.count
            let line = text[start..<end]
            let indent = line.prefix { $0 == 0x20 || $0 == 0x09 }.count
            let rest = line.dropFirst(indent)
            let sign = rest.first ?? 0
            let length = sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~") ? rest.prefix { $0 == sign }.count : 0
            if let block = open {
                let isEnd =
                    length >= block.length && sign == block.sign
                    && rest.dropFirst(length).allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
                if isEnd {
                    add(block.word, block.code, block.start..<end)
                    open = nil
                } else {
                    // What a list item is indented by is not the program's.
                    let spaces = line.prefix(block.indent).prefix { $0 == 0x20 }.count
                    open?.code.append(contentsOf: line.dropFirst(spaces))
                    open?.code.append(0x0A)
                }
            } else if length >= 3, !(sign == UInt8(ascii: "`") && rest.dropFirst(length).contains(sign)) {
                let word = rest.dropFirst(length).drop { $0 == 0x20 || $0 == UInt8(ascii: "{") || $0 == 0x2E }
                    .prefix { $0 > 0x20 && $0 != UInt8(ascii: "}") && $0 != UInt8(ascii: ",") }
                open = (sign, length, indent, String(decoding: word, as: UTF8.self).lowercased(), start, [])
            }
            start = end + 1
        }
        if let block = open { add(block.word, block.code, block.start..<text.count) }
    }

    private mutating func add(_ word: String, _ code: [UInt8], _ whole: Range<Int>) {
        blocks.append(Block(word: word, code: String(decoding: code, as: UTF8.self), whole: whole))
    }
}
