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
        if let fault = line.fault { throw fault }
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
            if line.number == 1, let hint = hint(chunk.bytes[line.range]) { message += "; " + hint }
            throw CheckError(.syntax, message)
        }
        guard document.root.kind == .object else {
            let hint = document.root.kind == .array ? "; `jq -c '.[]'` makes lines of an array's elements" : ""
            throw CheckError(.record, "the line is \(document.root.kind.described); an object is expected\(hint)")
        }
    }

    /// What a file seems to be whose first line is not JSON.
    private static func hint(_ line: ArraySlice<UInt8>) -> String? {
        let trimmed = line.filter { $0 != 0x20 && $0 != 0x09 }
        switch (trimmed.first, trimmed.count) {
        case (UInt8(ascii: "["), 1),
            (UInt8(ascii: "["), 2) where trimmed.last == UInt8(ascii: "{"):
            return "this looks like a JSON array; `jq -c '.[]'` makes lines of its elements"
        case (UInt8(ascii: "{"), 1):
            return "this looks like JSON laid out on several lines; `jq -c .` writes one object a line"
        case (UInt8(ascii: "{")?, _), (UInt8(ascii: "[")?, _), (nil, _): return nil
        default:
            let name = line.contains(UInt8(ascii: "\t")) ? "TSV" : "CSV"
            guard line.contains(UInt8(ascii: ",")) || name == "TSV" else { return nil }
            return "this looks like \(name); JSON Lines are expected, one object a line"
        }
    }

    /// Why no shape fits.
    static func unrecognised(_ root: JSONNode, _ shapes: ShapeRegistry) -> CheckError {
        let names = root.members.map(\.key)
        let keys = names.prefix(12).map { "\"\($0)\"" }.joined(separator: ", ")
        let gold = word(likely(["gold", "reference", "ref", "truth", "target", "label", "answer", "solution"], names))
        let response = word(likely(["response", "output", "prediction", "pred", "completion", "generation"], names))
        return CheckError(
            .record,
            "the record's shape is not known: it has \(keys.isEmpty ? "no fields" : keys). Name the columns of answers "
                + "(--gold-field \(gold) --response-field \(response)), the file with the checks (--data FILE), a check "
                + "(--check), or the shape (--as; `assay list shapes`)")
    }

    /// The first field that holds one of the words in its name.
    private static func likely(_ words: [String], _ names: [String]) -> String? {
        for word in words {
            if let name = names.first(where: { name in
                name.lowercased().split(whereSeparator: { $0 == "_" || $0 == "." || $0 == "-" }).contains { $0 == word }
            }) {
                return name
            }
        }
        return nil
    }

    /// A name that can be pasted as it is, else a placeholder.
    private static func word(_ name: String?) -> String {
        guard let name, name.utf8.allSatisfy({ $0 == 0x5F || $0 == 0x2D || $0 == 0x2E || isAlphanumeric($0) }) else {
            return "NAME"
        }
        return name
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}
