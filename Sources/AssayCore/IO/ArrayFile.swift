// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayText

/// A file that is one JSON array: its elements are the records, as if each stood on a line of its own.
///
/// Benchmarks and harnesses publish both forms. A pipe is read as lines alone, for an array has no record before its end.
enum ArrayFile {
    /// The elements in blocks, numbered from 1, and the bytes read; nil of any other file.
    ///
    /// A file of lines whose first one begins with a bracket stays a file of lines.
    ///
    /// Of an array with a fault, the elements before it are read, and what is left is one more, which is none.
    ///
    /// - Throws: ``CheckError`` with code `input` where the array is too long to be kept.
    static func read(_ path: String, maximumLine: Int) throws(CheckError) -> (chunks: [LineChunk], consumed: Int)? {
        // Without opening it: what a named pipe holds would be lost.
        guard try ByteSource.check(path: path) != nil else { return nil }
        let source = try ByteSource(path: path)
        var bytes: [UInt8] = []
        while bytes.count < 64, try source.read(into: &bytes, limit: 4096) > 0 {}
        guard bytes.first(where: { !blanks.contains($0) }) == UInt8(ascii: "[") else { return nil }
        var searched = 0
        while ByteSearch.first(0x0A, in: bytes, from: searched, to: bytes.count) == nil, bytes.count <= maximumLine {
            searched = bytes.count
            guard try source.read(into: &bytes, limit: 1 << 18) > 0 else { break }
        }
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let document = JSONDocument()
        let feed = ByteSearch.first(0x0A, in: bytes, from: start, to: bytes.count) ?? bytes.count
        let isWholeLine = parses(bytes, start..<feed, document)
        while bytes.count <= maximumLine, try source.read(into: &bytes, limit: 1 << 20) > 0 {}
        if isWholeLine, bytes[feed...].contains(where: { !blanks.contains($0) }) { return nil }
        guard bytes.count <= maximumLine else {
            throw CheckError(
                .input, "\(path): an array of more than \(maximumLine) bytes; at most these are read (--max-line)")
        }
        if parses(bytes, start..<bytes.count, document) {
            return (blocks(of: document.root.elements.map(\.range), bytes), source.consumed)
        }
        if isObject(in: bytes, behind: feed) { return nil }
        return (blocks(of: pieces(bytes, from: start), bytes), source.consumed)
    }

    /// The elements of an array with a fault, by brackets and commas alone; all that follows the first that is not JSON
    /// belongs to it.
    private static func pieces(_ bytes: [UInt8], from first: Int) -> [Range<Int>] {
        guard var start = bytes[first...].firstIndex(of: UInt8(ascii: "[")).map({ $0 + 1 }) else { return [] }
        let document = JSONDocument()
        var pieces: [Range<Int>] = []
        var depth = 0
        var isString = false
        var isClosed = false
        var place = start
        while place < bytes.count {
            let byte = bytes[place]
            if isString {
                if byte == UInt8(ascii: "\\") { place += 1 } else if byte == UInt8(ascii: "\"") { isString = false }
            } else {
                switch byte {
                case UInt8(ascii: "\""): isString = true
                case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
                case UInt8(ascii: "]") where depth == 0, UInt8(ascii: ",") where depth == 0:
                    let piece = trimmed(start..<place, bytes)
                    // One that is not UTF-8 is a bad record among others; of a bad text the end is not known.
                    guard
                        UTF8Validation.firstInvalid(in: bytes, range: piece) != nil || parses(bytes, piece, document)
                    else { return pieces + [trimmed(start..<bytes.count, bytes)] }
                    pieces.append(piece)
                    start = place + 1
                    isClosed = byte == UInt8(ascii: "]")
                case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
                default: break
                }
            }
            place += 1
        }
        let rest = trimmed(start..<bytes.count, bytes)
        if !rest.isEmpty { pieces.append(rest) }
        // The last element may be whole though the array is not: that it ends early is an error all the same.
        if !isClosed, rest.isEmpty || parses(bytes, rest, document) { pieces.append(bytes.count..<bytes.count) }
        return pieces
    }

    private static func trimmed(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
        var range = range
        while let first = bytes[range].first, blanks.prefix(4).contains(first) { range = range.dropFirst() }
        while let last = bytes[range].last, blanks.prefix(4).contains(last) { range = range.dropLast() }
        return range
    }

    private static let blanks: [UInt8] = [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF]

    private static func parses(_ bytes: [UInt8], _ range: Range<Int>, _ document: JSONDocument) -> Bool {
        guard !range.isEmpty, UTF8Validation.firstInvalid(in: bytes, range: range) == nil else { return false }
        do {
            try document.parse(bytes, in: range)
            return true
        } catch {
            return false
        }
    }

    /// Whether the line behind a line feed is an object by itself: then the bad line before it is one of many.
    private static func isObject(in bytes: [UInt8], behind feed: Int) -> Bool {
        guard feed < bytes.count else { return false }
        let end = ByteSearch.first(0x0A, in: bytes, from: feed + 1, to: bytes.count) ?? bytes.count
        let document = JSONDocument()
        return parses(bytes, feed + 1..<end, document) && document.root.kind == .object
    }

    private static func blocks(of elements: [Range<Int>], _ bytes: [UInt8]) -> [LineChunk] {
        var chunks: [LineChunk] = []
        var lines: [LineChunk.Line] = []
        var size = 0
        for (index, element) in elements.enumerated() {
            lines.append(.init(range: element, original: element, number: index + 1))
            size += element.count
            if size >= LineReader.blockSize {
                chunks.append(LineChunk(file: 0, sequence: 0, bytes: bytes, lines: lines))
                lines = []
                size = 0
            }
        }
        if !lines.isEmpty { chunks.append(LineChunk(file: 0, sequence: 0, bytes: bytes, lines: lines)) }
        return chunks
    }

    /// A record as one line: what an array has laid out on several is joined.
    ///
    /// Inside a string no line can end, so that only white space between tokens is lost.
    static func oneLine(_ record: [UInt8]) -> [UInt8] {
        guard record.contains(0x0A) else { return record }
        var result: [UInt8] = []
        result.reserveCapacity(record.count)
        var isMargin = false
        for byte in record {
            if byte == 0x0A {
                isMargin = true
            } else if !isMargin || byte != 0x20 && byte != 0x09 {
                isMargin = false
                result.append(byte)
            }
        }
        return result
    }
}
