// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore

/// The Python program in a response whose writing is judged, and where it stands.
///
/// 1. Of the blocks between fences whose word is Python's, else of those without a word that are no JSON object, the last
///    that defines a function which the prompt names; else the last.
/// 2. Without fences, the whole text where it looks like a program.
struct ResponseCode: Hashable, Sendable {
    /// The program.
    var code: String
    /// Where its first line begins in the response, in bytes.
    var start: Int
    /// How many spaces are not the program's, of each line that has them.
    var indent: Int
    /// Where the response goes on behind the block; nil where the whole response is the program.
    var end: Int?

    /// Finds the program.
    ///
    /// - Parameters:
    ///   - text: the response.
    ///   - names: functions that the prompt names.
    /// - Returns: the program, or why there is none.
    static func find(in text: String, names: Set<String>) -> Result<ResponseCode, Missing> {
        let extractor = CodeExtractor(language: .python, names: names.sorted())
        let blocks = CodeExtractor.blocks(of: text)
        var found: ResponseCode
        if blocks.isEmpty {
            switch extractor.find(in: text) {
            case .none(let word, let sentence): return .failure(Missing(reason: Reason(word, sentence)))
            case .code(let code, _):
                // What stands before it is a mark of byte order.
                let start = text.utf8.count - code.utf8.count
                found = ResponseCode(code: code, start: start, indent: 0, end: nil)
            }
        } else {
            var candidates = blocks.filter { extractor.language.fenceWords.contains($0.word) }
            if candidates.isEmpty { candidates = blocks.filter { $0.word.isEmpty && !isObject($0.code) } }
            let defining = candidates.filter { block in names.contains { extractor.defines($0, block.code) } }
            guard let block = defining.last ?? candidates.last else {
                let words = Set(blocks.map(\.word)).subtracting([""]).sorted().joined(separator: ", ")
                return .failure(
                    Missing(
                        reason: Reason(
                            "no-code",
                            words.isEmpty
                                ? "the response holds no code"
                                : "the response holds code in \(words), and none in python")))
            }
            found = ResponseCode(code: block.code, start: block.start, indent: block.indent, end: block.end)
        }
        let isEmpty = Array(found.code.utf8).split(separator: 0x0A).allSatisfy { line in
            let first = line.first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D && $0 != 0x0C }
            return first == nil || first == UInt8(ascii: "#")
        }
        if isEmpty { return .failure(Missing(reason: Reason("no-code", "the block of code holds no statement"))) }
        return .success(found)
    }

    /// Why there is none.
    struct Missing: Error, Hashable {
        var reason: Reason
    }

    /// Whether a block is a JSON object, which may explain the code.
    private static func isObject(_ text: String) -> Bool {
        guard let first = text.utf8.first(where: { $0 > 0x20 }), first == UInt8(ascii: "{") else { return false }
        return (try? JSONDocument(Array(text.utf8)))?.root.kind == .object
    }

    /// Places of the program in the response.
    struct Map {
        private let bytes: [UInt8]
        /// Where each line of the program begins in the response.
        private let lines: [Int]

        init(_ code: ResponseCode, in text: String) {
            bytes = Array(text.utf8)
            let end = min(code.end ?? bytes.count, bytes.count)
            var lines: [Int] = []
            var place = min(code.start, end)
            var isAfterFeed = true
            while true {
                if isAfterFeed {
                    var spaces = code.indent
                    while spaces > 0, place < end, bytes[place] == 0x20 {
                        place += 1
                        spaces -= 1
                    }
                }
                lines.append(place)
                while place < end, bytes[place] != 0x0A, bytes[place] != 0x0D { place += 1 }
                guard place < end else { break }
                isAfterFeed = bytes[place] == 0x0A
                if !isAfterFeed, place + 1 < end, bytes[place + 1] == 0x0A {
                    place += 1
                    isAfterFeed = true
                }
                place += 1
            }
            self.lines = lines
        }

        /// The place of a line and a column, both from 1; a column counts Unicode scalars.
        func offset(line: Int, column: Int) -> Int {
            guard let last = lines.last else { return 0 }
            var place = line >= 1 && line <= lines.count ? lines[line - 1] : last
            var left = column - 1
            while left > 0, place < bytes.count, bytes[place] != 0x0A {
                place += 1
                while place < bytes.count, bytes[place] & 0xC0 == 0x80 { place += 1 }
                left -= 1
            }
            return place
        }

        /// Where a violation stands.
        func span(_ violation: Violation) -> Span {
            let start = offset(line: violation.line, column: violation.column)
            return Span(start..<max(start, offset(line: violation.endLine, column: violation.endColumn)))
        }

        /// What stands there.
        func text(_ span: Span) -> String { String(decoding: bytes[span.bytes], as: UTF8.self) }
    }
}
