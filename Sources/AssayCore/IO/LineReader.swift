// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayText

/// A block of whole lines, in input order.
public struct LineChunk: Sendable {
    /// One line.
    public struct Line: Sendable {
        /// Where it stands in the block, without its line feed and white space at its end.
        public var range: Range<Int>
        /// Where it stands in the block as it came, without its line feed.
        public var original: Range<Int>
        /// Its number in the file, from 1.
        public var number: Int
        /// Length in bytes of a line over the limit, whose content was not kept.
        public var excess: Int?
        /// Whether the file ended without a line feed behind it.
        public var isUnterminated = false
        /// Why the file cannot be read any further, where that is what this line stands for.
        public var fault: CheckError?

        /// Creates a line.
        package init(
            range: Range<Int>, original: Range<Int>, number: Int, excess: Int? = nil, isUnterminated: Bool = false
        ) {
            self.range = range
            self.original = original
            self.number = number
            self.excess = excess
            self.isUnterminated = isUnterminated
        }
    }

    /// Index of the file among the inputs.
    public var file: Int
    /// Position of the block in the whole input, from 0.
    public var sequence: Int
    /// The block.
    public var bytes: [UInt8]
    /// Its lines that are not blank.
    public var lines: [Line]

    /// Creates a block.
    package init(file: Int, sequence: Int, bytes: [UInt8], lines: [Line]) {
        self.file = file
        self.sequence = sequence
        self.bytes = bytes
        self.lines = lines
    }
}

/// Reads files one after the other as blocks of whole lines.
///
/// A line that grows past the limit is skipped without being kept. A block ends where no more input is waiting, so that a
/// pipe's complete lines are handed on at once.
public final class LineReader {
    /// Bytes asked for at a time.
    static let blockSize = 1 << 18

    private let paths: [String]
    private let maximumLine: Int
    private let readsArrays: Bool
    /// Blocks of a file that is an array, not handed out yet.
    private var elements: ArraySlice<LineChunk> = []
    private var source: ByteSource?
    private var file = -1
    private var sequence = 0
    private var lineNumber = 0
    private var carry: [UInt8] = []
    private var skipped: Int?
    private var atFileStart = true
    /// Total size of the input in bytes where all of it is regular files.
    public let totalSize: Int?
    private var finishedBytes = 0

    /// Bytes read from the files so far.
    public var consumed: Int { finishedBytes + (source?.consumed ?? 0) }

    /// Looks at the inputs; at all of them, so that a missing one is found before work begins.
    ///
    /// - Parameters:
    ///   - paths: files, or `-` for standard input.
    ///   - maximumLine: the longest line in bytes that is kept.
    ///   - readsArrays: whether the elements of a file that is one JSON array are read as if they were lines.
    /// - Throws: ``CheckError`` with code `input`.
    public init(paths: [String], maximumLine: Int, readsArrays: Bool = false) throws(CheckError) {
        self.paths = paths
        self.readsArrays = readsArrays
        self.maximumLine = maximumLine
        var total: Int? = 0
        for path in paths {
            let size = try ByteSource.check(path: path)
            if let known = total, let size { total = known + size } else { total = nil }
        }
        totalSize = total
    }

    /// The next block; nil at the end, or when the user has asked to stop.
    ///
    /// - Throws: ``CheckError`` with code `input`.
    public func next() throws(CheckError) -> LineChunk? {
        while !Interruption.isRequested {
            if var chunk = elements.popFirst() {
                chunk.file = file
                chunk.sequence = sequence
                sequence += 1
                return chunk
            }
            if source == nil {
                guard file + 1 < paths.count else { return nil }
                file += 1
                if readsArrays, let array = try ArrayFile.read(paths[file], maximumLine: maximumLine) {
                    elements = array.chunks[...]
                    finishedBytes += array.consumed
                    continue
                }
                source = try ByteSource(path: paths[file])
                lineNumber = 0
                carry = []
                skipped = nil
                atFileStart = true
            }
            guard let source else { return nil }
            var bytes = carry
            carry = []
            let scanned = bytes.count
            var fault: CheckError?
            var count = 0
            do throws(CheckError) {
                count = try source.read(into: &bytes, limit: max(LineReader.blockSize, min(bytes.count, 1 << 24)))
            } catch {
                // What was read is judged, and so are the other files.
                fault = error
            }
            if Interruption.isRequested { return nil }
            let chunk: LineChunk?
            if let fault {
                chunk = broken(bytes, from: scanned, fault)
                finishedBytes += source.consumed
                self.source = nil
            } else if count == 0 {
                chunk = split(bytes, from: scanned, isEnd: true)
                finishedBytes += source.consumed
                self.source = nil
            } else {
                chunk = split(bytes, from: scanned, isEnd: false)
            }
            if var chunk {
                chunk.sequence = sequence
                sequence += 1
                return chunk
            }
        }
        return nil
    }

    /// Cuts `bytes` into lines and keeps the unfinished rest; `from` is where bytes begin that were not looked at before.
    private func split(_ bytes: [UInt8], from: Int, isEnd: Bool) -> LineChunk? {
        var lines: [LineChunk.Line] = []
        var start = 0
        var search = from
        while let feed = ByteSearch.first(0x0A, in: bytes, from: search, to: bytes.count) {
            add(bytes, start..<feed, terminated: true, to: &lines)
            start = feed + 1
            search = start
        }
        if isEnd {
            if start < bytes.count || skipped != nil {
                add(bytes, start..<bytes.count, terminated: false, to: &lines)
            }
        } else if bytes.count - start > maximumLine {
            skipped = (skipped ?? 0) + bytes.count - start
        } else {
            if skipped != nil { skipped = (skipped ?? 0) + bytes.count - start } else { carry = Array(bytes[start...]) }
        }
        return lines.isEmpty ? nil : LineChunk(file: file, sequence: 0, bytes: bytes, lines: lines)
    }

    /// The lines before the place at which a file cannot be read any further, and the unfinished one there.
    private func broken(_ bytes: [UInt8], from: Int, _ fault: CheckError) -> LineChunk {
        var chunk =
            split(bytes, from: from, isEnd: false) ?? LineChunk(file: file, sequence: 0, bytes: bytes, lines: [])
        var line = LineChunk.Line(
            range: 0..<0, original: bytes.count - carry.count..<bytes.count, number: lineNumber + 1,
            isUnterminated: true)
        line.fault = fault
        chunk.lines.append(line)
        carry = []
        return chunk
    }

    private func add(_ bytes: [UInt8], _ range: Range<Int>, terminated: Bool, to lines: inout [LineChunk.Line]) {
        lineNumber += 1
        let original = range
        var range = range
        if atFileStart {
            atFileStart = false
            if bytes[range].starts(with: [0xEF, 0xBB, 0xBF]) { range = range.lowerBound + 3..<range.upperBound }
        }
        let length = (skipped ?? 0) + range.count
        if skipped != nil || range.count > maximumLine {
            skipped = nil
            let none = range.lowerBound..<range.lowerBound
            lines.append(.init(range: none, original: none, number: lineNumber, excess: length))
            return
        }
        while let last = bytes[range].last, last == 0x0D || last == 0x20 || last == 0x09 { range = range.dropLast() }
        if range.isEmpty { return }
        lines.append(
            .init(range: range, original: original, number: lineNumber, excess: nil, isUnterminated: !terminated))
    }
}
