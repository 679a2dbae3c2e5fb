// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayText
import Foundation
import Testing

/// Works on folders made here; NLTK's own data is not needed.
struct NLTKDataTests {
    private static func folder(_ files: [String: String], _ body: (String) throws -> Void) throws {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent("assay-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        for (path, content) in files {
            let file = root.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(content.utf8).write(to: file)
        }
        try body(root.path)
    }

    private static let punkt = [
        "tokenizers/punkt_tab/english/abbrev_types.txt": "bar\nu.s",
        "tokenizers/punkt_tab/english/sent_starters.txt": "baz",
        "tokenizers/punkt_tab/english/collocations.tab": "##number##\treview\n",
        "tokenizers/punkt_tab/english/ortho_context.tab": "qux\t32\r\nbaz\t46",
    ]
    private static let stem = "taggers/averaged_perceptron_tagger_eng/averaged_perceptron_tagger_eng"
    private static let tagger = [
        "\(stem).classes.json": #"["NN", "VB"]"#,
        "\(stem).tagdict.json": #"{"the": "DT", "caf\u00e9": "NN"}"#,
        "\(stem).weights.json":
            #"{"bias": {"NN": 1.5, "VB": 0.5}, "i word run": {"VB": 2.25e0}, "i-2 tag NN": {"VB": 9}, "i+1 word -END-": {"NN": 3}}"#,
    ]

    @Test func readsTables() throws {
        try Self.folder(Self.punkt) { path in
            let data = try NLTKData(folder: path)
            #expect(data.languages == ["english"])
            #expect(!data.hasTagger)
            #expect(data.files.map(\.path) == Self.punkt.keys.sorted())
            let bytes = Array("Foo bar. Baz ... Qux\n5. Review this. End".utf8)
            let sentences = try data.punktModel("english").sentences(in: bytes)
            #expect(
                sentences.map { String(decoding: bytes[$0], as: UTF8.self) }
                    == ["Foo bar.", "Baz ...", "Qux\n5. Review this.", "End"])
        }
    }

    @Test func findsTheFolderInsideAnother() throws {
        let nested = Dictionary(uniqueKeysWithValues: Self.punkt.map { ("nltk_data/" + $0.key, $0.value) })
        try Self.folder(nested) { path in
            let data = try NLTKData(folder: path)
            #expect(data.folder == path + "/nltk_data")
        }
    }

    @Test func readsTheTagger() throws {
        try Self.folder(Self.tagger) { path in
            let tagger = try NLTKData(folder: path).perceptronTagger()
            func tag(_ text: String) -> String? {
                let bytes = Array(text.utf8)
                return tagger.firstTag(
                    in: bytes, tokens: TreebankTokenizer.tokens(in: bytes, sentences: [bytes.indices]))
            }
            #expect(tag("") == nil)
            #expect(tag("the end") == "DT")
            #expect(tag("café") == "NN")
            #expect(tag("Run fast") == "VB")
            #expect(tag("Run") == "NN")
        }
    }

    @Test func stampChangesWithTheContent() throws {
        var stamps: Set<String> = []
        for text in ["bar", "bar", "baz"] {
            var files = Self.punkt
            files["tokenizers/punkt_tab/english/abbrev_types.txt"] = text
            try Self.folder(files) { path in
                let stamp = try NLTKData(folder: path).stamp()
                #expect(stamp.hasPrefix("nltk-") && stamp.utf8.count == 21)
                stamps.insert(stamp)
            }
        }
        #expect(stamps.count == 2)
    }

    private static func failure(_ files: [String: String], _ use: (NLTKData) throws -> Void = { _ in }) throws
        -> NLTKDataError?
    {
        var error: NLTKDataError?
        try folder(files) { path in
            do { try use(NLTKData(folder: path)) } catch let caught as NLTKDataError { error = caught }
        }
        return error
    }

    @Test func saysWhatIsWrong() throws {
        #expect(throws: NLTKDataError.self) { try NLTKData(folder: "/no/such/folder") }
        #expect(try Self.failure(["a.txt": ""])?.code == .missing)
        let zipped = try Self.failure(["tokenizers/punkt_tab.zip": "PK"])
        #expect(zipped?.code == .zipped)
        #expect(zipped?.message == "is still packed; unzip it in its folder first")
        var partial = Self.punkt
        partial["tokenizers/punkt_tab/english/sent_starters.txt"] = nil
        #expect(try Self.failure(partial)?.path.hasSuffix("english/sent_starters.txt") == true)
        #expect(try Self.failure(Self.punkt) { _ = try $0.punktModel("klingon") }?.code == .missing)
        var bad = Self.punkt
        bad["tokenizers/punkt_tab/english/ortho_context.tab"] = "a\t32\nb\tmany"
        let malformed = try Self.failure(bad) { _ = try $0.punktModel("english") }
        #expect(malformed?.code == .malformed)
        #expect(malformed?.line == 2)
        bad = Self.punkt
        bad["tokenizers/punkt_tab/english/collocations.tab"] = "a b"
        #expect(try Self.failure(bad) { _ = try $0.punktModel("english") }?.line == 1)
        for (name, content) in [("weights", #"{"bias": {"NN": x}}"#), ("tagdict", #"{"a": "b"#), ("classes", "{}")] {
            var files = Self.tagger
            files["\(Self.stem).\(name).json"] = content
            #expect(try Self.failure(files) { _ = try $0.perceptronTagger() }?.code == .malformed, "\(name)")
        }
    }
}
