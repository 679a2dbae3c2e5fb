// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore

/// A decision that differs from its label, with what a person needs to judge between the two.
public struct Disagreement: Sendable {
    /// The file and the line, or the number in an array.
    public var place: String
    /// The record's id.
    public var id: String?
    /// The record's type, or the check's id.
    public var type: String
    /// The protocol under which a published check was decided; nil where there is only one.
    public var isLoose: Bool
    /// What the label says.
    public var expected: ResponseClass
    /// What the verifier says.
    public var label: Label
    /// The reference answer, where there is one.
    public var gold: String?
    /// The response; of a long one its end.
    public var response: String
    /// Why, in the verifier's words.
    public var evidence: [String]

    /// The most bytes of a text that are kept.
    static let keptBytes = 600

    /// The last part of a text: answers stand at the end.
    static func end(of text: String) -> String {
        let bytes = Array(text.utf8)
        guard bytes.count > keptBytes else { return text }
        var start = bytes.count - keptBytes
        while start < bytes.count, bytes[start] & 0xC0 == 0x80 { start += 1 }
        return "…" + String(decoding: bytes[start...], as: UTF8.self)
    }

    /// What a verdict says in sentences: its reason, and each piece of evidence.
    static func sentences(of verdict: Verdict) -> [String] {
        var sentences: [String] = []
        if let reason = verdict.reason {
            sentences.append(reason.detail.map { "\(reason.code): \($0)" } ?? reason.code)
        }
        return sentences + verdict.evidence.map(\.sentence)
    }
}

/// The first disagreements of a run, wrong passes before all others.
struct DisagreementList: Sendable {
    private(set) var count = 0
    private var wrongPasses: [Disagreement] = []
    private var others: [Disagreement] = []
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    /// Whether one more of this kind would be kept.
    func keeps(_ label: Label) -> Bool { (label == .pass ? wrongPasses.count : others.count) < limit }

    mutating func add(_ item: Disagreement?, label: Label) {
        count += 1
        guard let item, keeps(label) else { return }
        if label == .pass { wrongPasses.append(item) } else { others.append(item) }
    }

    mutating func add(_ list: DisagreementList) {
        count += list.count
        for item in list.wrongPasses where keeps(.pass) { wrongPasses.append(item) }
        for item in list.others where keeps(.fail) { others.append(item) }
    }

    var items: [Disagreement] { Array((wrongPasses + others).prefix(limit)) }
}
