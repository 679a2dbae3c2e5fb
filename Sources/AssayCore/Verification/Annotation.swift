// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Puts verdicts into the record that they belong to.
enum Annotation {
    /// The record's text with the verdict as the value of `field`: in place of a value that is there, else as the last
    /// member.
    ///
    /// All other bytes stay as they are. Several responses give a list of verdicts.
    static func insert(
        _ results: [ResponseResult], _ record: SampleRecord, field: String, document: JSONDocument, writer: ResultWriter
    ) -> [UInt8] {
        var json = JSONWriter()
        func verdict(_ result: ResponseResult) { json.object { writer.body(result, record, to: &$0) } }
        if results.count == 1 {
            verdict(results[0])
        } else {
            json.array { inner in
                for result in results { inner.object { writer.body(result, record, to: &$0) } }
            }
        }
        return insert(json.bytes, field, document)
    }

    /// The same for a record that could not be judged.
    ///
    /// A line that is not JSON cannot hold anything: a record of its line number and the verdict stands in its place.
    static func insert(
        _ error: CheckError, _ origin: ResultWriter.Origin, field: String, document: JSONDocument?, writer: ResultWriter
    ) -> [UInt8] {
        var json = JSONWriter()
        json.object { writer.body(error, to: &$0) }
        if let document { return insert(json.bytes, field, document) }
        var record = JSONWriter()
        record.object { inner in
            writer.origin(origin, to: &inner)
            inner.key(field)
            inner.raw(json.bytes)
        }
        return record.bytes
    }

    /// Whether a value is a verdict of an earlier run, or a list of them: it may be replaced.
    static func isVerdict(_ node: JSONNode) -> Bool {
        if node.kind == .array { return !node.elements.isEmpty && node.elements.allSatisfy { isVerdict($0) } }
        return node["label"]?.string != nil && (node["checks"] != nil || node["error"] != nil)
    }

    private static func insert(_ verdict: [UInt8], _ field: String, _ document: JSONDocument) -> [UInt8] {
        ArrayFile.oneLine(inserted(verdict, field, document))
    }

    private static func inserted(_ verdict: [UInt8], _ field: String, _ document: JSONDocument) -> [UInt8] {
        let root = document.root
        let line = document.bytes
        let range = root.range
        if let old = root[named: field] {
            return line[range.lowerBound..<old.range.lowerBound] + verdict
                + line[old.range.upperBound..<range.upperBound]
        }
        var name = JSONWriter()
        name.key(field)
        let comma: [UInt8] = root.members.isEmpty ? [] : [UInt8(ascii: ",")]
        return line[range.lowerBound..<range.upperBound - 1] + comma + name.bytes + verdict + [UInt8(ascii: "}")]
    }
}
