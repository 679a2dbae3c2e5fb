// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// NLTK's averaged perceptron tagger, for the first word of a text, from NLTK's own data.
///
///     let tagger = try NLTKData(folder: path).perceptronTagger()
///     tagger.firstTag(in: bytes, tokens: tokens)   // "VB"
///
/// NLTK tags from left to right, so that the first tag depends on the first three tokens only; the features of other
/// positions are not even read. Scores are summed in NLTK's order, and equal scores go to the later tag by code point.
///
/// - Source: Matthew Honnibal's tagger as in NLTK 3.9.1 (`nltk/tag/perceptron.py`).
public struct PerceptronTagger: Sendable {
    /// One weight: the index of a tag, and what it adds.
    private struct Weight {
        let tag: Int
        let value: Double
    }

    /// The tags in ascending order.
    private let tags: [String]
    /// Words with one tag only, in the case in which they were seen.
    private let unambiguous: [[UInt8]: String]
    private let weights: [[UInt8]: [Weight]]

    /// Reads the three files of `averaged_perceptron_tagger_eng`.
    ///
    /// - Throws: ``NLTKDataError`` if one is missing or malformed.
    public init(folder: String) throws {
        let stem = "\(folder)/averaged_perceptron_tagger_eng"
        var classes = TaggerJSON(path: "\(stem).classes.json", bytes: try NLTKData.read("\(stem).classes.json"))
        let names = try classes.strings()
        tags = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        var indices: [String: Int] = [:]
        for (index, tag) in tags.enumerated() { indices[tag] = index }

        var dictionary = TaggerJSON(path: "\(stem).tagdict.json", bytes: try NLTKData.read("\(stem).tagdict.json"))
        var unambiguous: [[UInt8]: String] = [:]
        try dictionary.object { key, json in
            unambiguous[key] = String(decoding: try json.string(), as: UTF8.self)
        }
        self.unambiguous = unambiguous

        var model = TaggerJSON(path: "\(stem).weights.json", bytes: try NLTKData.read("\(stem).weights.json"))
        var weights: [[UInt8]: [Weight]] = [:]
        try model.object { feature, json in
            let isUsed = Self.isUsed(feature)
            var row: [Weight] = []
            try json.object { tag, json in
                let value = try json.number()
                // A weight of a tag that is no class cannot win.
                if isUsed, let index = indices[String(decoding: tag, as: UTF8.self)] {
                    row.append(Weight(tag: index, value: value))
                }
            }
            if isUsed { weights[feature] = row }
        }
        self.weights = weights
    }

    /// The tag of the first of `tokens`; nil if there are none.
    public func firstTag(in bytes: [UInt8], tokens: some Sequence<Token>) -> String? {
        guard let context = TagContext(bytes, tokens), !tags.isEmpty else { return nil }
        if let tag = unambiguous[context.word], !tag.isEmpty { return tag }
        var scores = [Double](repeating: 0, count: tags.count)
        for feature in Self.features(context) {
            for weight in weights[feature] ?? [] { scores[weight.tag] += weight.value }
        }
        var best = 0
        for index in tags.indices where scores[index] >= scores[best] { best = index }
        return tags[best]
    }

    /// Whether the tag of the first of `tokens` is one of a verb: it contains `VB`.
    public func beginsWithVerb(in bytes: [UInt8], tokens: some Sequence<Token>) -> Bool {
        firstTag(in: bytes, tokens: tokens)?.contains("VB") ?? false
    }

    // MARK: Features

    /// The features of the first position, in NLTK's order.
    private static func features(_ context: TagContext) -> [[UInt8]] {
        let next = context.next ?? Array("-END-".utf8)
        let afterNext = context.afterNext ?? Array((context.next == nil ? "-END2-" : "-END-").utf8)
        func feature(_ name: String, _ value: some Sequence<UInt8>) -> [UInt8] { Array(name.utf8) + value }
        return [
            feature("bias", []),
            feature("i suffix ", TagContext.suffix(context.word, 3)),
            feature("i pref1 ", TagContext.prefix(context.word)),
            feature("i-1 tag -START-", []),
            feature("i-2 tag -START2-", []),
            feature("i tag+i-2 tag -START- -START2-", []),
            feature("i word ", context.normal),
            feature("i-1 tag+i word -START- ", context.normal),
            feature("i-1 word -START2-", []),
            feature("i-1 suffix T2-", []),
            feature("i-2 word -START-", []),
            feature("i+1 word ", next),
            feature("i+1 suffix ", TagContext.suffix(next, 3)),
            feature("i+2 word ", afterNext),
        ]
    }

    /// The beginnings of all features of the first position.
    private static let usedPrefixes = [
        "bias", "i suffix ", "i pref1 ", "i-1 tag -START-", "i-2 tag -START2-", "i tag+i-2 tag -START- -START2-",
        "i word ",
        "i-1 tag+i word -START- ", "i-1 word -START2-", "i-1 suffix T2-", "i-2 word -START-", "i+1 word ",
        "i+1 suffix ", "i+2 word ",
    ].map { Array($0.utf8) }

    private static func isUsed(_ feature: [UInt8]) -> Bool { usedPrefixes.contains { feature.starts(with: $0) } }
}
