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

    private static let cases = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("../shared/data/ifeval").standardizedFileURL

    @Test(
        .enabled(
            if: FileManager.default.fileExists(atPath: cases.path)
                && FileManager.default.isExecutableFile(atPath: "/bin/zcat"),
            "the shared reference data is not here"))
    func agreesOnTheReferenceCases() throws {
        var seen = 0
        for name in ["synthetic_ifbench_iftrain_dev.jsonl.gz", "ifbench_sample_dev.jsonl.gz"] {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/bin/zcat")
            process.arguments = [Self.cases.appendingPathComponent(name).path]
            let pipe = Pipe()
            process.standardOutput = pipe
            try process.run()
            let data = pipe.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            for line in data.split(separator: 0x0A) {
                let item = try JSONDecoder().decode(Item.self, from: Data(line))
                for (id, strict) in zip(item.instruction_id_list, item.strict) where id == "words:start_verb" {
                    seen += 1
                    #expect(Self.begins(item.response) == strict, "\(item.response.prefix(80))")
                }
            }
        }
        #expect(seen >= 12)
    }
}
