// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayText
import Foundation
import Testing

struct FirstWordVerbTests {
    private static func begins(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        let sentences = PunktModel.english.sentences(in: bytes)
        return FirstWordVerb.beginsWithVerb(
            in: bytes, tokens: TreebankTokenizer.tokens(in: bytes, sentences: sentences))
    }

    @Test(arguments: [
        ("Consider the following points.", true), ("Go to the store and buy some milk.", true), ("Was it there?", true),
        ("The cat sat.", false), ("I think so.", false), ("", false), ("42 is the answer.", false),
        ("However, it did.", false),
    ])
    func decidesClearCases(text: String, expected: Bool) {
        #expect(Self.begins(text) == expected)
    }

    private struct Item: Decodable {
        let instruction_id_list: [String]
        let response: String
        let strict: [Bool]
    }

    /// Beside the package, or one folder further up.
    private static let cases: URL? = {
        let package = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return ["../shared/data/ifeval", "../../shared/data/ifeval"]
            .map { package.appendingPathComponent($0).standardizedFileURL }
            .first { FileManager.default.fileExists(atPath: $0.path) }
    }()

    // The built-in estimate takes "Run to the store" for a verb, which the reference does not; the rest agree. With NLTK's
    // tagger (ASSAY_NLTK_DATA) all have to.
    @Test(
        .enabled(
            if: cases != nil && FileManager.default.isExecutableFile(atPath: "/bin/zcat"),
            "the shared reference data is not here"))
    func agreesOnTheReferenceCases() throws {
        let folder = try #require(Self.cases)
        let tagger = try ProcessInfo.processInfo.environment["ASSAY_NLTK_DATA"].map {
            try NLTKData(folder: $0).perceptronTagger()
        }
        var seen = 0
        var estimateDiffers = 0
        for name in ["synthetic_ifbench_iftrain_dev.jsonl.gz", "ifbench_sample_dev.jsonl.gz"] {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/bin/zcat")
            process.arguments = [folder.appendingPathComponent(name).path]
            let pipe = Pipe()
            process.standardOutput = pipe
            try process.run()
            let data = pipe.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            for line in data.split(separator: 0x0A) {
                let item = try JSONDecoder().decode(Item.self, from: Data(line))
                for (id, strict) in zip(item.instruction_id_list, item.strict) where id == "words:start_verb" {
                    seen += 1
                    if Self.begins(item.response) != strict { estimateDiffers += 1 }
                    guard let tagger else { continue }
                    let bytes = Array(item.response.utf8)
                    let tokens = TreebankTokenizer.tokens(
                        in: bytes, sentences: PunktModel.english.sentences(in: bytes))
                    #expect(tagger.beginsWithVerb(in: bytes, tokens: tokens) == strict, "\(item.response.prefix(80))")
                }
            }
        }
        #expect(seen >= 12)
        #expect(estimateDiffers <= 1)
    }
}
