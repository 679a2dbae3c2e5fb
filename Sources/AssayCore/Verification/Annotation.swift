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
        let root = document.root
        let line = document.bytes
        let range = root.range
        if let old = root[named: field] {
            return line[range.lowerBound..<old.range.lowerBound] + json.bytes
                + line[old.range.upperBound..<range.upperBound]
        }
        var name = JSONWriter()
        name.key(field)
        let comma: [UInt8] = root.members.isEmpty ? [] : [UInt8(ascii: ",")]
        return line[range.lowerBound..<range.upperBound - 1] + comma + name.bytes + json.bytes + [UInt8(ascii: "}")]
    }
}
