// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore

/// The samples of a page as data for its script: prompts and names once, each sample's texts in pieces.
///
/// `checks`, `values` and `prompts` are lists that samples point into; `by` is the field that the values are of. A sample is
/// `{id, at, n?, v?, l, o?, s?, p, r: [text | [text, mark…]], w?, cut?, off?, c: [check…], e?}`: its id, place, index among its
/// prompt's responses, value of the compared field, strict label, loose label, score, prompt, response, the check of each
/// mark, bytes that are not shown, bytes of reasoning that were cut off, checks, and the error of a record that could not be read.
/// A check is `{k, n?, l, o?, a?, y?, f: [[measure, found, required, mark]…], m?}`: its name, its own id, labels, arguments,
/// a sentence, evidence, and how many more pieces of it there are.
struct PageSamples {
    /// The most bytes of one text that are shown; the rest is counted.
    static let maximumText = 1 << 20

    /// The data.
    private(set) var json: [UInt8] = []
    /// Samples in the data, and those of them that pass.
    private(set) var embedded = 0, embeddedPasses = 0

    private var checks = Names()
    private var values = Names()
    private var prompts = Names()

    /// Names in order of appearance, each once.
    private struct Names {
        private(set) var list: [String] = []
        private var places: [String: Int] = [:]

        /// The place of a name, which is the next free one where it is new.
        func place(of name: String) -> Int { places[name] ?? list.count }

        mutating func insert(_ name: String) -> Int {
            let place = place(of: name)
            if place == list.count {
                places[name] = place
                list.append(name)
            }
            return place
        }
    }

    /// Makes the data.
    ///
    /// - Parameters:
    ///   - samples: the samples, failures first.
    ///   - by: the field whose values are compared.
    ///   - hasLoose: whether labels under the loose protocol are shown.
    ///   - limit: the most bytes; a sample that would go beyond it is left out.
    init(_ samples: [CollectedSample], by: String?, hasLoose: Bool, limit: Int = SampleCollector.maximumBytes) {
        var parts = JSONWriter()
        var promptBytes = 0
        parts.array { parts in
            for sample in samples {
                // A prompt is its JSON text, so that each stands in the data once.
                let prompt = PageSamples.prompt(sample)
                let place = prompts.place(of: prompt)
                let cost = place == prompts.list.count ? prompt.utf8.count + 1 : 0
                var part = JSONWriter()
                part.object { write(sample, prompt: place, hasLoose, to: &$0) }
                guard parts.bytes.count + part.bytes.count + promptBytes + cost <= limit else { continue }
                _ = prompts.insert(prompt)
                promptBytes += cost
                parts.raw(part.bytes)
                embedded += 1
                if sample.passes { embeddedPasses += 1 }
            }
        }
        var writer = JSONWriter()
        writer.object { writer in
            for (key, names) in [("checks", checks), ("values", values)] {
                writer.key(key)
                writer.array { writer in for name in names.list { writer.string(name) } }
            }
            if let by {
                writer.key("by")
                writer.string(Inert.line(by))
            }
            writer.key("prompts")
            writer.array { writer in for prompt in prompts.list { writer.raw(prompt.utf8) } }
            writer.key("samples")
            writer.raw(parts.bytes)
        }
        json = writer.bytes
    }

    /// The messages as `[[role, text]…]`.
    private static func prompt(_ sample: CollectedSample) -> String {
        var writer = JSONWriter()
        writer.array { writer in
            for message in sample.record?.sample.messages ?? [] {
                let bytes = Array(message.text.utf8)
                writer.array { writer in
                    writer.string(Inert.line(message.role))
                    writer.string(text(bytes, MarkedText(bytes, marks: [], limit: maximumText).pieces))
                }
            }
        }
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private static func text(_ bytes: [UInt8], _ pieces: [MarkedText.Piece]) -> String {
        pieces.map { Inert.terminal(String(decoding: bytes[$0.bytes], as: UTF8.self)) }.joined()
    }

    private mutating func write(
        _ sample: CollectedSample, prompt: Int, _ hasLoose: Bool, to writer: inout JSONWriter
    ) {
        writer.key("id")
        writer.string(Inert.line(sample.name))
        writer.key("at")
        writer.string(Inert.line(sample.place))
        if let result = sample.result, sample.record?.sample.responses.count ?? 1 > 1 {
            writer.key("n")
            writer.integer(result.index)
        }
        if let value = sample.by {
            writer.key("v")
            writer.integer(values.insert(Inert.line(value)))
        }
        writer.key("p")
        writer.integer(prompt)
        writer.key("l")
        writer.string(Reasons.word(sample.result?.label))
        if let error = sample.error {
            writer.key("e")
            writer.string(Inert.terminal(Reasons.short(error.message, 1000)))
        }
        guard let result = sample.result else { return }
        if hasLoose {
            writer.key("o")
            writer.string(Reasons.word(result.looseLabel))
        }
        if let score = result.score {
            writer.key("s")
            writer.double(score)
        }
        let reasons = Reasons(result, of: sample.record)
        response(result, reasons, sample, to: &writer)
        writer.key("c")
        writer.array { writer in
            for item in reasons.items { writer.object { check(item, hasLoose, to: &$0) } }
        }
    }

    private func response(
        _ result: ResponseResult, _ reasons: Reasons, _ sample: CollectedSample, to writer: inout JSONWriter
    ) {
        let marked = MarkedText(result.answer, marks: reasons.marks.map(\.bytes), limit: PageSamples.maximumText)
        writer.key("r")
        writer.array { writer in
            for piece in marked.pieces {
                let text = PageSamples.text(result.answer, [piece])
                if piece.marks.isEmpty {
                    writer.string(text)
                } else {
                    writer.array { writer in
                        writer.string(text)
                        for mark in piece.marks { writer.integer(mark) }
                    }
                }
            }
        }
        if !reasons.marks.isEmpty {
            // Which check each mark belongs to.
            writer.key("w")
            writer.array { writer in for mark in reasons.marks { writer.integer(mark.check) } }
        }
        let shown = marked.pieces.last?.bytes.upperBound ?? 0
        if shown < result.answer.count {
            writer.key("cut")
            writer.integer(result.answer.count - shown)
        }
        if let responses = sample.record?.sample.responses, responses.indices.contains(result.index) {
            let whole = responses[result.index].text.utf8.count
            if whole > result.answer.count {
                writer.key("off")
                writer.integer(whole - result.answer.count)
            }
        }
    }

    private mutating func check(_ item: Reasons.Item, _ hasLoose: Bool, to writer: inout JSONWriter) {
        writer.key("k")
        writer.integer(checks.insert(Inert.line(item.name)))
        writer.key("l")
        writer.string(item.strict)
        let texts = [("n", item.id), ("o", hasLoose ? item.loose : nil), ("a", item.arguments), ("y", item.reason)]
        for case (let key, let text?) in texts where !text.isEmpty {
            writer.key(key)
            writer.string(Inert.terminal(text))
        }
        if !item.facts.isEmpty {
            writer.key("f")
            writer.array { writer in
                for fact in item.facts {
                    writer.array { writer in
                        writer.string(Inert.terminal(fact.measure))
                        for text in [fact.found, fact.required] {
                            if let text { writer.string(Inert.terminal(text)) } else { writer.null() }
                        }
                        if let mark = fact.mark { writer.integer(mark) }
                    }
                }
            }
        }
        if item.omitted > 0 {
            writer.key("m")
            writer.integer(item.omitted)
        }
    }
}

extension CollectedSample {
    /// The sample's id, or the line it stands in.
    var name: String { record?.sample.id ?? idText ?? "line \(origin.line)" }

    /// File and line.
    var place: String { origin.file.map { "\($0):\(origin.line)" } ?? "line \(origin.line)" }

    /// The id of a record that could not be read.
    private var idText: String? {
        guard let bytes = origin.idJSON else { return nil }
        var text = String(decoding: bytes, as: UTF8.self)
        if text.hasPrefix("\""), text.hasSuffix("\""), text.utf8.count > 1 {
            text = String(text.dropFirst().dropLast())
        }
        return text
    }
}
