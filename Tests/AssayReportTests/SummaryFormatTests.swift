// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayReport
import Foundation
import Testing

struct SummaryFormatTests {
    private static let fixtures: [(name: String, summary: VerificationSummary, by: String?)] = [
        ("plain", SummaryFixture.plain, nil), ("compared", SummaryFixture.compared, "model"),
    ]

    @Test(arguments: [0, 1])
    func table(index: Int) throws {
        let (name, summary, by) = SummaryFormatTests.fixtures[index]
        let text = SummaryTable(summary, by: by).render()
        #expect(try text == Golden.text("\(name).table.txt", now: text))
    }

    @Test(arguments: [0, 1])
    func markdown(index: Int) throws {
        let (name, summary, by) = SummaryFormatTests.fixtures[index]
        let text = SummaryTable(summary, by: by, isMarkdown: true).render()
        #expect(try text == Golden.text("\(name).md", now: text))
        // Each table has as many cells in every row.
        for block in text.split(separator: "\n\n") {
            let rows = block.split(separator: "\n").filter { $0.hasPrefix("|") }
            #expect(Set(rows.map { $0.replacing("\\|", with: "").count { $0 == "|" } }).count <= 1)
        }
    }

    @Test(arguments: [0, 1])
    func csv(index: Int) throws {
        let (name, summary, by) = SummaryFormatTests.fixtures[index]
        let text = SummaryCSV.render(summary, by: by)
        #expect(try text == Golden.text("\(name).csv", now: text))
        #expect(Set(text.split(separator: "\n").map { $0.count { $0 == "," } }) == [13])
        #expect(!text.split(separator: "\n").contains { $0.hasPrefix("=") })
    }

    @Test(arguments: [0, 1])
    func json(index: Int) throws {
        let (name, summary, by) = SummaryFormatTests.fixtures[index]
        let bytes = SummaryJSON.render(summary, by: by, stamp: try ScriptedRun([]).stamp)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(try text == Golden.text("\(name).json", now: text))
        #expect(try JSONSerialization.jsonObject(with: Data(bytes)) is [String: Any])
    }

    @Test func metricsHaveNames() {
        let summary = SummaryFixture.plain
        #expect(SummaryJSON.metric("prompt_level_strict_acc", of: summary) == 0.5)
        #expect(SummaryJSON.metric("inst_level_loose_acc", of: summary) == 0.8)
        var strictOnly = summary
        strictOnly.hasLoose = false
        #expect(SummaryJSON.metric("inst_level_loose_acc", of: strictOnly) == nil)
        var looseOnly = strictOnly
        looseOnly.isLooseOnly = true
        #expect(SummaryJSON.metric("prompt_level_loose_acc", of: looseOnly) == 0.5)
        #expect(SummaryJSON.metric("prompt_level_strict_acc", of: looseOnly) == nil)
        #expect(SummaryJSON.metric("csr", of: summary) == 0.625)
        #expect(SummaryJSON.metric("nothing", of: summary) == nil)
        #expect(
            SummaryJSON.metricNames == [
                "accuracy", "prompt_level_strict_acc", "inst_level_strict_acc", "prompt_level_loose_acc",
                "inst_level_loose_acc", "csr", "score",
            ])
    }
}

struct SHA256Tests {
    /// Vectors of FIPS 180-4's examples, and lengths around the block's end against a digest of `sha256sum`.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func vectors(text: String, digest: String) {
        let digits = SHA256.digest(Array(text.utf8)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        #expect(digits == digest)
    }

    @Test func policySourcesAreBase64() {
        #expect(SHA256.policySource("abc") == "'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='")
    }
}
