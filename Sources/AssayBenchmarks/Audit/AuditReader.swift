// Part of Assay. SPDX-License-Identifier: Apache-2.0

package import AssayCore
import AssayText

/// Reads inputs as blocks of records: JSON Lines, and files that are one JSON array, whose elements are the records then.
///
/// Benchmarks are published both ways.
package final class AuditReader {
    private let paths: [String]
    private let maximumLine: Int
    private var file = 0
    private var lines: LineReader?
    private var sequence = 0
    /// Total size of the input in bytes where all of it is regular files.
    package let totalSize: Int?
    private var finishedBytes = 0

    /// Bytes read from the files so far.
    package var consumed: Int { finishedBytes + (lines?.consumed ?? 0) }

    /// Opens the inputs; all of them, so that a missing one is found before work begins.
    package init(paths: [String], maximumLine: Int) throws(CheckError) {
        self.paths = paths
        self.maximumLine = maximumLine
        totalSize = try LineReader(paths: paths, maximumLine: maximumLine).totalSize
    }

    /// The next block; nil at the end, or when the user has asked to stop.
    package func next() throws(CheckError) -> LineChunk? {
        while file < paths.count, !Interruption.isRequested {
            if let lines {
                if var chunk = try lines.next() {
                    chunk.file = file
                    chunk.sequence = sequence
                    sequence += 1
                    return chunk
                }
                finishedBytes += lines.consumed
                self.lines = nil
                file += 1
            } else if let chunk = try array(paths[file]) {
                sequence += 1
                file += 1
                return chunk
            } else {
                lines = try LineReader(paths: [paths[file]], maximumLine: maximumLine)
            }
        }
        return nil
    }

    /// The elements of a file that begins with a bracket as one block; nil of any other file, and of pipes.
    private func array(_ path: String) throws(CheckError) -> LineChunk? {
        guard path != "-" else { return nil }
        let source = try ByteSource(path: path)
        guard source.size != nil else { return nil }
        var bytes: [UInt8] = []
        while bytes.count < 64, try source.read(into: &bytes, limit: 4096) > 0 {}
        let first = bytes.first { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }
        guard first == UInt8(ascii: "[") else { return nil }
        while bytes.count <= maximumLine, try source.read(into: &bytes, limit: 1 << 20) > 0 {}
        guard bytes.count <= maximumLine else {
            throw CheckError(
                .input, "\(path): an array of more than \(maximumLine) bytes; at most these are read (--max-line)")
        }
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        if let offset = UTF8Validation.firstInvalid(in: bytes, range: start..<bytes.count) {
            throw CheckError(.input, "\(path): byte \(offset) is not UTF-8; UTF-8 is expected")
        }
        let document = JSONDocument()
        do {
            try document.parse(bytes, in: start..<bytes.count)
        } catch {
            throw CheckError(.input, "\(path): not JSON: \(error)")
        }
        finishedBytes += source.consumed
        let elements = document.root.elements.enumerated().map { index, element in
            LineChunk.Line(range: element.range, original: element.range, number: index + 1)
        }
        return LineChunk(file: file, sequence: sequence, bytes: bytes, lines: elements)
    }
}
