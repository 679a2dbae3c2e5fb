// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayText

/// From a line to JSON, with the errors that a bad line gets.
package enum RecordReader {
    /// Scans a line.
    ///
    /// - Throws: ``CheckError`` with code `too-long`, `encoding` or `syntax`.
    package static func parse(
        _ chunk: LineChunk, _ line: LineChunk.Line, into document: JSONDocument, maximumLine: Int
    ) throws(CheckError) {
        if let excess = line.excess {
            throw CheckError(
                .tooLong, "the line is \(excess) bytes long; at most \(maximumLine) are read (--max-line)")
        }
        if let offset = UTF8Validation.firstInvalid(in: chunk.bytes, range: line.range) {
            let byte = String(chunk.bytes[offset], radix: 16, uppercase: true)
            throw CheckError(
                .encoding,
                "byte 0x\(byte) at column \(offset - line.range.lowerBound + 1) is not UTF-8; UTF-8 is expected")
        }
        do {
            try document.parse(chunk.bytes, in: line.range)
        } catch {
            var message = "not JSON: \(error)"
            if line.isUnterminated, error.found == "the end of the text" {
                message += "; the last line has no line feed, so the file may be truncated"
            }
            throw CheckError(.syntax, message)
        }
        guard document.root.kind == .object else {
            throw CheckError(.record, "the line is \(document.root.kind.described); an object is expected")
        }
    }

    /// Why no shape fits.
    static func unrecognised(_ root: JSONNode, _ shapes: ShapeRegistry) -> CheckError {
        let keys = root.members.prefix(12).map { "\"\($0.key)\"" }.joined(separator: ", ")
        return CheckError(
            .record,
            "the record's shape is not known: it has \(keys.isEmpty ? "no fields" : keys), and none of "
                + "checks, instruction_id_list, constraints, ground_truth, gold; give --check, --data FILE, or --as with one of "
                + shapes.shapes.map(\.name).joined(separator: ", "))
    }
}
