// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayText

/// Prompts and checks of a data file, found by id or by prompt for the responses of another file.
///
/// A response's record is matched by its id (`id`, `key`, or the named field) if both have one, else by the exact prompt,
/// else by the prompt without white space at its ends. Of several records with one id, the one with the response's prompt
/// is meant, else the first.
public final class DataIndex: Sendable {
    /// A record of the data file.
    public struct Entry: Sendable {
        /// The line it stands on.
        public let line: Int
        /// The record, without responses.
        public let record: SampleRecord
    }

    /// The records in file order.
    public let entries: [Entry]
    /// Records of the data file that could not be read, in file order.
    public let errors: [(line: Int, error: CheckError)]
    /// The shape of the first record.
    public let shapeName: String?
    /// Lines whose id stands on an earlier line too, with the id.
    public let duplicates: [(line: Int, id: String)]
    private let byID: [String: Int]
    /// All entries of an id that several have.
    private let bySharedID: [String: [Int]]
    private let byPrompt: [String: Int]
    private let byStrippedPrompt: [String: Int]

    /// Reads a data file.
    ///
    /// - Throws: ``CheckError`` with code `input` where the file cannot be read or has no usable record.
    public init(
        path: String, shape: (any RecordShape)?, shapes: ShapeRegistry, fields: FieldNames, compiler: CheckCompiler,
        maximumLine: Int
    ) throws(CheckError) {
        let reader = try LineReader(paths: [path], maximumLine: maximumLine, readsArrays: true)
        var entries: [Entry] = []
        var errors: [(line: Int, error: CheckError)] = []
        var shapeName: String?
        let document = JSONDocument()
        while let chunk = try reader.next() {
            for line in chunk.lines {
                do throws(CheckError) {
                    try RecordReader.parse(chunk, line, into: document, maximumLine: maximumLine)
                    let found = try shapes.shape(of: document.root, forced: shape)
                    shapeName = shapeName ?? found.name
                    // The response's field name belongs to the other file.
                    let record = try found.read(
                        document.root, fields: fields.ofData, compiler: compiler, part: .checks)
                    entries.append(Entry(line: line.number, record: record))
                } catch {
                    errors.append((line.number, error))
                }
            }
        }
        if entries.isEmpty {
            let first = errors.first.map { ": line \($0.line): \($0.error.message)" } ?? ": it is empty"
            throw CheckError(.input, "\(path): no record of the data file can be used\(first)")
        }
        self.entries = entries
        self.errors = errors
        self.shapeName = shapeName
        var byID: [String: Int] = [:]
        var bySharedID: [String: [Int]] = [:]
        var duplicates: [(line: Int, id: String)] = []
        var byPrompt: [String: Int] = [:]
        var byStripped: [String: Int] = [:]
        for (index, entry) in entries.enumerated() {
            if let id = entry.record.sample.id {
                if let first = byID[id] {
                    bySharedID[id, default: [first]].append(index)
                    duplicates.append((entry.line, id))
                } else {
                    byID[id] = index
                }
            }
            guard let prompt = entry.record.sample.prompt else { continue }
            if byPrompt[prompt] == nil { byPrompt[prompt] = index }
            let stripped = DataIndex.strip(prompt)
            if byStripped[stripped] == nil { byStripped[stripped] = index }
        }
        self.byID = byID
        self.bySharedID = bySharedID
        self.duplicates = duplicates
        self.byPrompt = byPrompt
        byStrippedPrompt = byStripped
    }

    /// Index of the entry that a response belongs to.
    ///
    /// - Throws: ``CheckError`` with code `unmatched` that says what was looked for.
    public func find(id: String?, prompt: String?) throws(CheckError) -> Int {
        if let id, let index = byID[id] {
            guard let shared = bySharedID[id], let prompt else { return index }
            return shared.first { entries[$0].record.sample.prompt == prompt }
                ?? shared.first { isPrompt(of: $0, prompt) } ?? index
        }
        if let prompt {
            if let index = byPrompt[prompt] ?? byStrippedPrompt[DataIndex.strip(prompt)] { return index }
        }
        switch (id, prompt) {
        case (nil, nil):
            throw CheckError(
                .unmatched, "the record has neither an id nor a prompt; one of them is needed to find its checks")
        case (let id?, nil): throw CheckError(.unmatched, "no record of the data file has the id \"\(id)\"")
        case (nil, _): throw CheckError(.unmatched, field: "prompt", "no record of the data file has this prompt")
        case (let id?, _):
            throw CheckError(.unmatched, "no record of the data file has the id \"\(id)\" or this prompt")
        }
    }

    /// Whether an entry has a prompt, but for white space at its ends.
    func isPrompt(of entry: Int, _ prompt: String) -> Bool {
        guard let own = entries[entry].record.sample.prompt else { return false }
        return own == prompt || DataIndex.strip(own) == DataIndex.strip(prompt)
    }

    private static func strip(_ text: String) -> String {
        let bytes = Array(text.utf8)
        return String(decoding: bytes[UnicodeText.strippedRange(of: bytes, in: 0..<bytes.count)], as: UTF8.self)
    }
}
